"""The pages, each as HTML."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lagebild.dossier import Part, around, dossier_of, latest, network, report, resolve, search
from lagebild.dossier.lines import UNNAMED
from lagebild.dossier.series import QUADS
from lagebild.export import charts
from lagebild.record import Language, Record
from lagebild.store import Store
from lagebild.view.certainty import CLAIM, LOOKS
from lagebild.view.words import LANGUAGES, words
from lagebild.web.question import PAGE, TYPES, VALUES, Asked, asked

#: The lines of a section that a page shows, the latest; all are in what it saves.
LINES = 100

#: The statements from which a page is made, the latest: it answers at once however long two actors' story is.
STATEMENTS = 2500

#: The articles that a page lists with an event.
REPORTS = 20

#: Sections of a dossier that are lists of events, in the order of the page.
EVENTS = ("timeline", "deals", "treaties", "meetings", "announcements", "history")


def language_of(request: Request) -> Language:
    """The language of the interface: ``?lang=``, else what the browser prefers, else English."""
    wanted = request.query_params.get("lang") or request.headers.get("accept-language", "")[:2]
    return "de" if wanted == "de" else "en"


class Pages:
    """Renders the pages of one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._templates = Environment(
            loader=PackageLoader("lagebild.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._templates.globals.update(
            looks=LOOKS, claim=CLAIM, most=REPORTS, types=TYPES, values=VALUES, languages=LANGUAGES
        )
        self._templates.filters["voice"] = _voice
        self._templates.filters["path"] = lambda value: quote(str(value), safe="")
        self._templates.filters["document"] = lambda value: quote(str(value))

    def search(self, request: Request, question: Asked) -> str:
        """The form with what it found; without a question the latest articles."""
        if not question.filled():
            return self._page(
                request, "search.html", question=question, found=None, total=0, latest=self._latest()
            )
        total, mentions = search(self.store, asked(question))
        found = [(m, report(m)) for m in mentions]
        more = {
            name: "?" + urlencode({**question.filled(), "page": page, "lang": language_of(request)})
            for name, page in (("previous", question.page - 1), ("next", question.page + 1))
        }
        return self._page(
            request, "search.html", question=question, found=found, total=total, latest=[], more=more,
            last=question.page * PAGE >= total, filled=urlencode(question.filled()),
        )  # fmt: skip

    def article(self, request: Request, record: Record, body: str) -> str:
        """The reading view of an article."""
        return self._page(request, "article.html", record=record, body=Markup(body))

    def dossier(self, request: Request, a: str, b: str, until: date | None = None) -> str:
        """The dossier of two actors by the articles up to a day. Raises UnknownActor."""
        language = language_of(request)
        says = words(language)
        first, second = resolve(self.store, a, language), resolve(self.store, b, language)
        period = latest(self.store, first, second, STATEMENTS, until)
        found = dossier_of(self.store, first, second, part=Part(LINES), period=period)
        edges = [edge.__dict__ for edge in around(self.store, (first, second), language)[:25]]
        places = [(p.name, p.lat, p.lon, p.n) for p in found.places]
        return self._page(
            request, "dossier.html", a=a, b=b, found=found, events=EVENTS, period=period,
            earlier=period.since - timedelta(days=1) if period.since else None,
            series=charts.monthly(found.series, says=says) if found.series else None,
            network=charts.network(edges, title=says["network-title"]) if edges else None,
            map=charts.world(places, title=says["map-title"]) if places else None,
        )  # fmt: skip

    def network(self, request: Request) -> str:
        """All countries."""
        language = language_of(request)
        edges = [edge.__dict__ for edge in network(self.store, language=language)]
        drawn = charts.network(edges, title=words(language)["network-title"]) if edges else None
        return self._page(request, "network.html", edges=edges, drawn=drawn, quads=QUADS.values())

    def message(self, request: Request, title: str, reason: str) -> str:
        """A page that only says something."""
        return self._page(request, "message.html", title_key=title, reason=reason)

    def _page(self, request: Request, template: str, **values: Any) -> str:
        language = language_of(request)
        other: Language = "en" if language == "de" else "de"
        parameters = [(k, v) for k, v in request.query_params.multi_items() if k != "lang"]
        return self._templates.get_template(template).render(
            says=words(language),
            language=language,
            other=other,
            switch="?" + urlencode([*parameters, ("lang", other)]),
            **values,
        )

    def _latest(self) -> list[dict[str, Any]]:
        return self.store.rows(
            "SELECT id, coalesce(title, left(text, 80) || ' …') AS title, publisher, "
            "published::VARCHAR AS published FROM documents "
            "ORDER BY published DESC NULLS LAST, id LIMIT 20"
        )


def _voice(said_by: str, says: dict[str, str]) -> str:
    """Who says so, an unnamed source in the language of the page."""
    return " → ".join(says["unnamed"] if name == UNNAMED else name for name in said_by.split(" → "))
