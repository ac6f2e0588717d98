"""The pages, each as HTML."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lagebild.dossier import (
    Dossier,
    Party,
    between,
    count,
    dossier_of,
    involving,
    months,
    network,
    report,
    resolve,
    search,
)
from lagebild.dossier.series import around
from lagebild.export import charts
from lagebild.record import Record
from lagebild.store import Store
from lagebild.view.certainty import CLAIM, LOOKS
from lagebild.view.words import LANGUAGES, Language, words
from lagebild.web.question import PAGE, TYPES, VALUES, Asked, asked

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
            looks=LOOKS, claim=CLAIM, types=TYPES, values=VALUES, languages=LANGUAGES
        )
        self._templates.filters["path"] = lambda value: quote(str(value), safe="")
        self._templates.filters["document"] = lambda value: quote(str(value))

    def search(self, request: Request, question: Asked) -> str:
        """The form with what it found; without a question the latest articles."""
        if not question.filled():
            return self._page(
                request, "search.html", question=question, found=None, total=0, latest=self._latest()
            )
        query = asked(question)
        found = [(m, report(m)) for m in search(self.store, query)]
        more = {
            name: "?" + urlencode({**question.filled(), "page": page, "lang": language_of(request)})
            for name, page in (("previous", question.page - 1), ("next", question.page + 1))
        }
        total = count(self.store, query)
        return self._page(
            request, "search.html", question=question, found=found, total=total, latest=[], more=more,
            last=question.page * PAGE >= total, filled=urlencode(question.filled()),
        )  # fmt: skip

    def article(self, request: Request, record: Record, body: str) -> str:
        """The reading view of an article."""
        return self._page(request, "article.html", record=record, body=Markup(body))

    def dossier(self, request: Request, a: str, b: str) -> str:
        """The dossier of two actors. Raises UnknownActor."""
        first, second = resolve(self.store, a), resolve(self.store, b)
        mentions = between(self.store, first, second)
        found: Dossier = dossier_of(self.store, first, second, mentions)
        series = months(mentions).to_dict("records")
        says = words(language_of(request))
        return self._page(
            request, "dossier.html", a=a, b=b, found=found, events=EVENTS,
            series=charts.monthly(series, says=says) if series else None,
            network=self._network_around(first, second),
            map=self._map(sorted({m.place for m in mentions if m.place}), mentions),
        )  # fmt: skip

    def network(self, request: Request) -> str:
        """All countries."""
        edges = [edge.__dict__ for edge in network(self.store)]
        drawn = charts.network(edges) if edges else None
        return self._page(request, "network.html", edges=edges, drawn=drawn)

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
            "SELECT id, title, publisher, published::VARCHAR AS published FROM documents "
            "ORDER BY published DESC NULLS LAST, id LIMIT 20"
        )

    def _network_around(self, first: Party, second: Party) -> Markup | None:
        edges = [edge.__dict__ for edge in around(involving(self.store, first, second))]
        return charts.network(edges, most=25) if edges else None

    def _map(self, names: list[str], mentions: list[Any]) -> Markup | None:
        """The places of the events between the two that the gazetteer knows."""
        if not names:
            return None
        at = self.store.rows(
            "SELECT name, any_value(lat) AS lat, any_value(lon) AS lon FROM places "
            "WHERE list_contains(?, name) AND lat IS NOT NULL GROUP BY name ORDER BY name",
            [names],
        )
        events = {row["name"]: sum(m.place == row["name"] for m in mentions) for row in at}
        marks = [(row["name"], row["lat"], row["lon"], events[row["name"]]) for row in at]
        return charts.world(marks) if marks else None
