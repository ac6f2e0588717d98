"""The pages, each as HTML."""

from __future__ import annotations

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
    place_name,
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
from lagebild.web.question import PAGE, TYPES, VALUES, Asked, Dyad, asked, from_path, in_path

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
            "place": pass_context(lambda context, name: place_name(name, context["language"])),
            "month_end": lambda month: interval(month)[1],
        }

    def search(self, request: Request, question: Asked) -> str:
        """The form with what it found; without a question the latest articles."""
        if not question.filled():
            return self._form(request, question, latest=self._latest())
        question = question.model_copy(update={"page": max(1, question.page)})
        total, mentions = search(self.store, asked(question))
        if total and not mentions:  # behind the last page
            question = question.model_copy(update={"page": -(-total // PAGE)})
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
            request, "search.html", question=question, dyad=Dyad(), problem=None, found=found, total=total, latest=[],
            more=more, last=question.page * PAGE >= total, filled=urlencode(question.filled()),
        )  # fmt: skip

    def _form(self, request: Request, question: Asked, dyad: Dyad | None = None, **more: Any) -> str:
        """The forms with what is typed in them, and nothing found."""
        nothing = {"found": None, "total": 0, "latest": [], "problem": None} | more
        return self._page(request, "search.html", question=question, dyad=dyad or Dyad(), **nothing)

    def article(self, request: Request, record: Record, body: str) -> str:
        """The reading view of an article."""
        return self._page(request, "article.html", record=record, body=Markup(body))

    def dossier(self, request: Request, dyad: Dyad) -> str:
        """The dossier of two actors by the articles of a period. Raises UnknownActor, and QuestionError for bad days."""
        language = language_of(request)
        says = words(language)
        parties, found, about = self._found(request, dyad, Part(LINES))
        edges = [edge.__dict__ for edge in around(self.store, parties, language, EDGES)]
        places = [(p.name, p.lat, p.lon, p.n) for p in found.places]

        def whole_section(name: str) -> str:
            return _dossier_path(dyad, language, section=name)

        return self._page(
            request, "dossier.html", **about, contents=CONTENTS, edges=edges, whole_section=whole_section,
            asked=lambda a, b, **more: urlencode({"actor": a, "other": b, **more, "lang": language}),
            series=charts.monthly(found.series, says=says) if found.series else None,
            network=charts.network(edges, says=says) if edges else None,
            map=maps.world(places, says["map-title"], language) if places else None,
        )  # fmt: skip

    def section(self, request: Request, dyad: Dyad, name: str, page: int = 1) -> str:
        """One section of a dossier, page by page. Raises as ``dossier``, and QuestionError for a section that is none."""
        if name not in SECTIONS:
            raise QuestionError(f"{name!r} is not one of {', '.join(SECTIONS)}", "not-one-of", name, SECTIONS)
        part = Part(SECTION_LINES, max(1, min(page, 10_000)), name)
        language = language_of(request)
        _, found, about = self._found(request, dyad, part)
        pages = max(1, -(-found.totals[name] // SECTION_LINES))
        links = {
            which: _dossier_path(dyad, language, section=name, page=number) if 1 <= number <= pages else None
            for which, number in (("older", part.page + 1), ("newer", part.page - 1))
        }
        return self._page(
            request, "section.html", **about, **links, name=name, page=part.page, pages=pages,
            dossier=_dossier_path(dyad, language),
        )  # fmt: skip

    def _found(
        self, request: Request, dyad: Dyad, part: Part
    ) -> tuple[tuple[Party, Party], Dossier, dict[str, Any]]:
        """The parties, what is between them, and what both kinds of page say of it."""
        language = language_of(request)
        asked = dyad.period()
        parties = resolve(self.store, dyad.a, language), resolve(self.store, dyad.b, language)
        period = latest(self.store, *parties, STATEMENTS, asked)
        found = dossier_of(self.store, *parties, part=part, period=period, language=language)
        earlier = None
        if period.since and period.since != asked.since:
            before = dyad.model_copy(update={"until": str(period.since - timedelta(days=1))})
            earlier = _dossier_path(before, language, section=part.section)
        about = {"dyad": dyad, "found": found, "period": period, "earlier": earlier}
        return parties, found, about | {"title": title_of(*parties, language)}

    def network(self, request: Request, since: date | None = None, until: date | None = None) -> str:
        """All countries, by the events of a period. Raises QuestionError for a period that ends before it begins."""
        language = language_of(request)
        edges = [edge.__dict__ for edge in network(self.store, since, until, language=language)]
        drawn = charts.network(edges, says=words(language)) if edges else None
        days = Dyad(since=str(since or ""), until=str(until or ""))
        return self._page(request, "network.html", edges=edges, drawn=drawn, days=days, problem=None)

    def refused(self, request: Request, error: LagebildError) -> str:
        """Why there is no answer: what is wrong with the question, in the language of the page, above what was typed.

        Where it is not the question, what the error says.
        """
        if not isinstance(error, QuestionError):
            return self.message(request, "no-answer", str(error))
        reason = words(language_of(request))[error.reason]
        near = error.known if isinstance(error, UnknownActor) else ()
        problem = {
            "reason": reason.format(asked=error.asked, known=", ".join(error.known)),
            "asked": error.asked,
            "near": [(name, _instead(request, error.asked, name)) for name in near],
        }
        typed = Dyad(**{name: request.query_params.get(name, "") for name in ("a", "b", "since", "until")})
        if request.url.path == "/network":
            return self._page(request, "network.html", edges=[], drawn=None, days=typed, problem=problem)
        if sides := _sides(request):
            typed = typed.model_copy(update=sides)
        elif request.url.path != "/dossier":
            return self._form(request, Asked.typed(request.query_params), problem=problem)
        return self._form(request, Asked(), typed, problem=problem)

    def message(self, request: Request, title: str, reason: str = "") -> str:
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
        found = self.store.rows(
            "SELECT id, coalesce(title, left(text, 400)) AS title, publisher, published::VARCHAR AS published "
            "FROM documents ORDER BY published DESC NULLS LAST, id LIMIT 20"
        )
        return [row | {"title": shorten(row["title"], 120, placeholder=" …")} for row in found]


def _dossier_path(dyad: Dyad, language: Language, **more: Any) -> str:
    """The address of a dossier; what is None is not in it."""
    asked = dyad.days() | {name: value for name, value in more.items() if value is not None}
    return f"/dossier/{in_path(dyad.a)}/{in_path(dyad.b)}?{urlencode(asked | {'lang': language})}"


def _sides(request: Request) -> dict[str, str]:
    """The two actors that an address of a dossier names; nothing where it is another page's."""
    return {name: from_path(request.path_params[name]) for name in "ab" if name in request.path_params}


def _instead(request: Request, asked: str, meant: str) -> str:
    """The address of the same question with another actor."""
    parameters = [
        (name, meant if value == asked else value) for name, value in request.query_params.multi_items()
    ]
    sides = [in_path(meant if name == asked else name) for name in _sides(request).values()]
    path = f"/dossier/{'/'.join(sides)}" if sides else request.url.path
    return f"{path}?{urlencode(parameters)}"


@pass_context
def _voice(context: Context, said_by: str) -> str:
    """Who says so, an unnamed source in the language of the page."""
    unnamed = context["says"]["unnamed"]
    return " → ".join(unnamed if name == UNNAMED else name for name in said_by.split(" → "))


@pass_context
def _kind(context: Context, type: str, mode: str | None) -> str:
    """Type and mode in the language of the page."""
    return kind(type, mode, context["says"])
