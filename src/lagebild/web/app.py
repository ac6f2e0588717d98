"""The web pages of a store: search, articles, dossiers. Read-only; no script, nothing fetched from elsewhere.

Every page is rendered here, works without JavaScript and prints. Article text is
untrusted: all values pass autoescaping, and the Content-Security-Policy lets no script,
frame, or third-party request through.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from lagebild.dossier import answer_dossier, answer_network, answer_search, answer_series
from lagebild.errors import LagebildError, QuestionError, UnknownActor
from lagebild.export.answers import render
from lagebild.store import Store
from lagebild.view.html import anchor, html_article, style_sheet
from lagebild.web.pages import Pages, language_of
from lagebild.web.question import Asked, Dyad, asked, day, from_path, in_path

#: Nothing may run, be framed, or be fetched but our own style sheet.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_MEDIA = {"json": "application/json", "csv": "text/csv; charset=utf-8", "html": "text/html; charset=utf-8"}

Answer = Callable[[Request], Awaitable[Response]]


def create_app(store: Store) -> FastAPI:
    """The application that serves a store."""
    app = FastAPI(title="Lagebild", docs_url=None, redoc_url=None, openapi_url=None)
    pages = Pages(store)
    app.middleware("http")(_guard)
    app.exception_handler(LagebildError)(lambda request, error: _refused(pages, request, error))
    app.exception_handler(RequestValidationError)(
        lambda request, error: _refused(pages, request, _unread(error))
    )
    app.exception_handler(404)(lambda request, error: _missing(pages, request))
    _add_pages(app, store, pages)
    _add_answers(app, store)
    return app


def _add_pages(app: FastAPI, store: Store, pages: Pages) -> None:
    """Search, article, dossier, network, and what every page needs."""

    @app.get("/", response_class=HTMLResponse)
    def search(request: Request, question: Annotated[Asked, Query()]) -> Response:
        return HTMLResponse(pages.search(request, question))

    @app.get("/article/{document:path}", response_class=HTMLResponse)
    def article(request: Request, document: str) -> Response:
        record = store.record(document)
        if record is None:
            return _missing(pages, request)
        language = language_of(request)
        return HTMLResponse(pages.article(request, record, html_article(record, language)))

    @app.get("/statement/{statement}/{document:path}")
    def statement(request: Request, statement: str, document: str) -> Response:
        record = store.record(document)
        if record is None or all(s.id != statement for s in record.statements):
            return _missing(pages, request)
        place = f"/article/{quote(document)}?lang={language_of(request)}#{anchor(record, statement)}"
        return RedirectResponse(place, status_code=303)

    @app.get("/dossier", response_class=HTMLResponse)
    def choose(request: Request, dyad: Annotated[Dyad, Query()]) -> Response:
        if not dyad.a.strip() or not dyad.b.strip():
            raise UnknownActor("name two actors", "no-actor-named", "")
        asked = urlencode({**dyad.days(), "lang": language_of(request)})
        return RedirectResponse(f"/dossier/{in_path(dyad.a)}/{in_path(dyad.b)}?{asked}", status_code=303)

    @app.get("/dossier/{a}/{b}", response_class=HTMLResponse)
    def dossier(
        request: Request, a: str, b: str, since: str = "", until: str = "", section: str = "", page: int = 1
    ) -> Response:
        dyad = Dyad(a=from_path(a), b=from_path(b), since=since, until=until)
        if section:
            return HTMLResponse(pages.section(request, dyad, section, page))
        return HTMLResponse(pages.dossier(request, dyad))

    @app.get("/network", response_class=HTMLResponse)
    def network(request: Request, since: str = "", until: str = "") -> Response:
        return HTMLResponse(pages.network(request, day(since), day(until)))

    @app.get("/static/style.css")
    def style() -> Response:
        own = files("lagebild.web").joinpath("static/style.css").read_text("utf8")
        cached = {"Cache-Control": "public, max-age=3600"}
        return Response(style_sheet() + own, media_type="text/css", headers=cached)

    @app.get("/static/icon.svg")
    def icon() -> Response:
        drawn = files("lagebild.web").joinpath("static/icon.svg").read_bytes()
        return Response(drawn, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})

    @app.get("/healthz")
    def health() -> Response:
        return PlainTextResponse("ok")


def _add_answers(app: FastAPI, store: Store) -> None:
    """The same answers as files, for the export buttons."""

    @app.get("/save/dossier/{a}/{b}")
    def dossier(
        request: Request, a: str, b: str, since: str = "", until: str = "", form: str = "json"
    ) -> Response:
        dyad = Dyad(a=from_path(a), b=from_path(b), since=since, until=until)
        language = language_of(request)
        answer = answer_dossier(store, dyad.a, dyad.b, period=dyad.period(), language=language)
        return _file(answer, form, f"dossier-{dyad.a}-{dyad.b}")

    @app.get("/save/series/{a}/{b}")
    def series(
        request: Request, a: str, b: str, since: str = "", until: str = "", form: str = "csv"
    ) -> Response:
        dyad = Dyad(a=from_path(a), b=from_path(b), since=since, until=until)
        language = language_of(request)
        answer = answer_series(store, [dyad.a, dyad.b], language=language, articles=dyad.period())
        return _file(answer, form, f"series-{dyad.a}-{dyad.b}")

    @app.get("/save/network")
    def network(request: Request, since: str = "", until: str = "", form: str = "csv") -> Response:
        answer = answer_network(store, day(since), day(until), language_of(request))
        return _file(answer, form, "network")

    @app.get("/save/search")
    def search(request: Request, question: Annotated[Asked, Query()], form: str = "csv") -> Response:
        answer = answer_search(store, asked(question, limit=10_000), language_of(request))
        return _file(answer, form, "search")


def _file(answer: Any, form: str, name: str) -> Response:
    if form not in _MEDIA:
        raise QuestionError(f"{form!r} is not one of {', '.join(_MEDIA)}", "not-one-of", form, _MEDIA)
    safe = "".join(c if c.isascii() and (c.isalnum() or c == "-") else "_" for c in name)[:80]
    disposition = {"Content-Disposition": f'attachment; filename="{safe}.{form}"'}
    return Response(render(answer, form), media_type=_MEDIA[form], headers=disposition)


async def _guard(request: Request, call_next: Answer) -> Response:
    """Only reading, and the headers on every answer."""
    if request.method not in ("GET", "HEAD"):
        response: Response = PlainTextResponse("This server only answers questions.", status_code=405)
    else:
        response = await call_next(request)
    response.headers.update(HEADERS)
    return response


def _refused(pages: Pages, request: Request, error: LagebildError) -> HTMLResponse:
    status = 400 if isinstance(error, QuestionError) else 503
    return HTMLResponse(pages.refused(request, error), status_code=status)


def _unread(error: RequestValidationError) -> QuestionError:
    """What is wrong with an address of which a value is no number."""
    first = error.errors()[0]
    return QuestionError(str(first["msg"]), "no-value", f"{first['loc'][-1]}={first.get('input')}")


def _missing(pages: Pages, request: Request) -> HTMLResponse:
    return HTMLResponse(pages.message(request, "not-found"), status_code=404)
