"""The pages, each as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from textwrap import shorten
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from lagebild.dossier import (
    SECTIONS,
    Dossier,
    Part,
    Party,
    around,
    dossier_of,
    latest,
    names,
    network,
    report,
    resolve,
    search,
    steps,
    title_of,
)
from lagebild.dossier.lines import UNNAMED
from lagebild.dossier.series import QUADS
from lagebild.errors import LagebildError, QuestionError, UnknownActor
from lagebild.export import charts, maps
from lagebild.record import Language, Record
from lagebild.store import Store, interval
from lagebild.view.certainty import CLAIM, LOOKS
from lagebild.view.dates import told_date
from lagebild.view.words import kind, words
from lagebild.web.question import PAGE, TYPES, VALUES, Asked, asked, in_path

#: The lines of a section that the page of a dossier shows, the latest; a page of the section has all.
LINES = 30

#: The lines on a page of one section.
SECTION_LINES = 100

#: The characters of a report's own words beside those of the event.
WORDS = 160

#: The pairs of countries that a dossier draws around the two.
EDGES = 25

#: The statements from which a page is made, the latest: it answers at once however long two actors' story is.
STATEMENTS = 2500

#: The reports that a page lists with an event, and how many of them are to be seen at once.
REPORTS, FIRST_REPORTS = 20, 3

#: Sections and drawings of a dossier, in the order of the page.
CONTENTS = (
    "timeline", "ledger", "series", "network", "map", "deals", "treaties", "meetings", "announcements", "figures",
    "third parties", "history",
)  # fmt: skip


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
            looks=LOOKS, claim=CLAIM, most=REPORTS, first=FIRST_REPORTS, types=TYPES, values=VALUES,
            quads=tuple(QUADS.values()),
        )  # fmt: skip
        self._templates.filters |= {
            "voice": _voice,
            "kind": _kind,
            "date": pass_context(lambda context, edtf: told_date(edtf, context["says"])),
            "path": in_path,
            "document": lambda value: quote(str(value)),
            "short": lambda words: shorten(words, WORDS, placeholder=" …"),
            "steps": steps,
            "month_end": lambda month: interval(month)[1],
        }

    def search(self, request: Request, question: Asked) -> str:
        """The form with what it found; without a question the latest articles."""
        if not question.filled():
            return self._page(
                request, "search.html", question=question, found=None, total=0, latest=self._latest()
            )
        total, mentions = search(self.store, asked(question))
        language = language_of(request)
        found = [
            (
                m,
                report(m),
                names(m.source_names, m.source_keys, language),
                names(m.target_names, m.target_keys, language),
            )
            for m in mentions
        ]
        more = {
            name: "?" + urlencode({**question.filled(), "page": page, "lang": language})
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
        parties, found, about = self._found(request, (a, b), until, Part(LINES))
        edges = [edge.__dict__ for edge in around(self.store, parties, language, EDGES)]
        places = [(p.name, p.lat, p.lon, p.n) for p in found.places]

        def whole_section(name: str) -> str:
            return _dossier_path(a, b, language, section=name, until=until)

        return self._page(
            request, "dossier.html", **about, contents=CONTENTS, edges=edges, whole_section=whole_section,
            asked=lambda a, b, **more: urlencode({"actor": a, "other": b, **more, "lang": language}),
            series=charts.monthly(found.series, says=says) if found.series else None,
            network=charts.network(edges, says=says) if edges else None,
            map=maps.world(places, says["map-title"], language) if places else None,
        )  # fmt: skip

    def section(
        self, request: Request, a: str, b: str, name: str, page: int = 1, until: date | None = None
    ) -> str:
        """One section of a dossier, page by page. Raises UnknownActor, and QuestionError for a section that is none."""
        if name not in SECTIONS:
            raise QuestionError(f"{name!r} is not one of {', '.join(SECTIONS)}", "not-one-of", name, SECTIONS)
        part = Part(SECTION_LINES, max(1, min(page, 10_000)), name)
        _, found, about = self._found(request, (a, b), until, part)
        pages = max(1, -(-found.totals[name] // SECTION_LINES))
        links = {
            which: _dossier_path(a, b, language_of(request), section=name, page=number, until=until)
            if 1 <= number <= pages
            else None
            for which, number in (("older", part.page + 1), ("newer", part.page - 1))
        }
        return self._page(
            request, "section.html", **about, **links, name=name, page=part.page, pages=pages,
            dossier=_dossier_path(a, b, language_of(request), until=until),
        )  # fmt: skip

    def _found(
        self, request: Request, asked: tuple[str, str], until: date | None, part: Part
    ) -> tuple[tuple[Party, Party], Dossier, dict[str, Any]]:
        """The parties, what is between them, and what both kinds of page say of it."""
        language = language_of(request)
        parties = resolve(self.store, asked[0], language), resolve(self.store, asked[1], language)
        period = latest(self.store, *parties, STATEMENTS, until)
        found = dossier_of(self.store, *parties, part=part, period=period, language=language)
        before = period.since - timedelta(days=1) if period.since else None
        earlier = _dossier_path(*asked, language, section=part.section, until=before) if before else None
        about = {"a": asked[0], "b": asked[1], "found": found, "period": period, "earlier": earlier}
        return parties, found, about | {"title": title_of(*parties, language)}

    def network(self, request: Request) -> str:
        """All countries."""
        language = language_of(request)
        edges = [edge.__dict__ for edge in network(self.store, language=language)]
        drawn = charts.network(edges, says=words(language)) if edges else None
        return self._page(request, "network.html", edges=edges, drawn=drawn)

    def refused(self, request: Request, error: LagebildError) -> str:
        """Why there is no answer: what is wrong with the question in the language of the page, else what the error says."""
        if not isinstance(error, QuestionError):
            return self.message(request, "no-answer", str(error))
        reason = words(language_of(request))[error.reason]
        told = reason.format(asked=error.asked, known=", ".join(error.known))
        near = error.known if isinstance(error, UnknownActor) else ()
        return self.message(request, "bad-question", told, near)

    def message(self, request: Request, title: str, reason: str = "", near: Sequence[str] = ()) -> str:
        """A page that only says something; ``near`` are the actors that may be meant."""
        return self._page(request, "message.html", title_key=title, reason=reason, near=near)

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
        found = self.store.rows(
            "SELECT id, coalesce(title, left(text, 400)) AS title, publisher, published::VARCHAR AS published "
            "FROM documents ORDER BY published DESC NULLS LAST, id LIMIT 20"
        )
        return [row | {"title": shorten(row["title"], 120, placeholder=" …")} for row in found]


def _dossier_path(a: str, b: str, language: Language, **more: Any) -> str:
    """The address of a dossier; what is None is not in it."""
    asked = {name: value for name, value in more.items() if value is not None} | {"lang": language}
    return f"/dossier/{in_path(a)}/{in_path(b)}?{urlencode(asked)}"


@pass_context
def _voice(context: Context, said_by: str) -> str:
    """Who says so, an unnamed source in the language of the page."""
    unnamed = context["says"]["unnamed"]
    return " → ".join(unnamed if name == UNNAMED else name for name in said_by.split(" → "))


@pass_context
def _kind(context: Context, type: str, mode: str | None) -> str:
    """Type and mode in the language of the page."""
    return kind(type, mode, context["says"])
