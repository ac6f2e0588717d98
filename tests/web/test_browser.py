"""The pages in a real Chromium: WCAG 2.2 AA by axe-core, keyboard, no script, screenshots for the docs.

Skipped where no Chromium is installed (Debian: ``apt-get install chromium``).
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import lagebild
from lagebild.store import Store
from lagebild.view.html import html_page
from lagebild.web import create_app
from tests.invented import Told, record

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip
PATHS = ["/", "/?type=CONSULT", "/dossier/RUS/PRK?lang=en", "/dossier/RUS/PRK?lang=de", "/network",
         "/dossier/RUS/PRK?section=ledger&lang=de", "/article/dementi",
         "/?actor=Nordkora&since=gestern&lang=de", "/dossier/RUS/Nordkora?lang=en", "/network?since=2023-09-01&lang=de",
         "/nowhere"]  # fmt: skip


def serve(store: Store) -> tuple[uvicorn.Server, str]:
    """A server on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(store), port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    deadline = time.monotonic() + 60
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.05)
    return server, f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def site(store: Store) -> Iterator[str]:
    server, address = serve(store)
    yield address
    server.should_exit = True


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(viewport={"width": 1200, "height": 900}, bypass_csp=False)
    made.set_default_timeout(120_000)
    yield made
    made.close()


def test_pages_are_accessible(browser: Browser, site: str) -> None:
    # axe has to be injected, which the pages' own policy forbids: only here it is bypassed.
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(120_000)
    for path in PATHS:
        page = context.new_page()
        page.goto(site + path)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
        page.close()
    context.close()


def test_the_search_is_used_by_keyboard_alone(page: Page, site: str) -> None:
    page.goto(site + "/?lang=en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.type("Agentur")
    page.keyboard.press("Enter")
    page.wait_for_url("**text=Agentur**")
    assert "statements found" in page.inner_text("h2 >> nth=1")


def test_a_dossier_is_asked_for_mended_and_narrowed_by_keyboard_alone(page: Page, site: str) -> None:
    page.goto(site + "/?lang=en")
    page.focus("#d-a")
    page.keyboard.type("RUS")
    page.keyboard.press("Tab")
    page.keyboard.type("Nordkora")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dossier/RUS/Nordkora**")
    assert page.input_value("#d-a") == "RUS" and page.input_value("#d-b") == "Nordkora"
    page.focus(".problem a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dossier/RUS/North%20Korea**")
    page.focus(".again summary")
    page.keyboard.press("Enter")
    page.focus("#d-since")
    page.keyboard.type("2023-09-14")
    page.keyboard.press("Enter")
    page.wait_for_url("**since=2023-09-14**")
    assert "articles from 2023-09-14" in page.inner_text("main")
    page.focus(".aid summary")
    page.keyboard.press("Space")
    assert "counts once" in page.inner_text(".aid")


def test_a_narrow_window_needs_no_scrolling_to_the_side(page: Page, site: str) -> None:
    """But for tables, which have a frame of their own to scroll in (WCAG 2.2, 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ("/?actor=Nordkora&lang=de", "/dossier/RUS/PRK?lang=de", "/network", "/article/dementi"):
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_a_printed_dossier_shows_what_is_folded_and_leaves_out_what_is_to_be_pressed(
    page: Page, site: str
) -> None:
    page.goto(site + "/dossier/RUS/PRK?lang=en")
    page.emulate_media(media="print")
    seen = "button, .save, nav, .again, form"
    assert not page.evaluate(f"[...document.querySelectorAll('{seen}')].some(e => e.getClientRects().length)")
    assert page.evaluate(
        "[...document.querySelectorAll('details:not(.again) table')].every(e => e.offsetHeight > 0)"
    )
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_no_script_of_an_article_runs_and_nothing_is_fetched(browser: Browser, tmp_path: Path) -> None:
    attack = (
        "<img src=http://127.0.0.1:9/x onerror=\"document.title='hit'\"><script>document.title='hit'</script>"
    )
    fresh = Store.create(tmp_path / "s")
    told = Told(attack, "CONSULT", ["RUS", "PRK"], when="2023-09-13", said_by=[attack])
    with fresh.writer() as writer:
        writer.add(record("eins", [told], title=attack, publisher=attack))
    server, address = serve(fresh)
    page = browser.new_page()
    page.set_default_timeout(120_000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/article/eins", "/dossier/RUS/PRK"):
        page.goto(address + path)
        assert page.title() != "hit"
    assert all(url.startswith(address) for url in asked)
    page.close()
    server.should_exit = True


def test_screenshots_for_the_docs(page: Page, site: str, tmp_path: Path) -> None:
    """Written to docs/images when LAGEBILD_SCREENSHOTS is set, else to a scratch folder."""
    target = Path("docs/images") if os.environ.get("LAGEBILD_SCREENSHOTS") else tmp_path
    target.mkdir(parents=True, exist_ok=True)
    for name, path in {"search": "/?type=CONSULT&lang=en", "dossier": "/dossier/RUS/PRK?lang=en"}.items():
        page.goto(site + path)
        page.screenshot(path=target / f"{name}.png")
    # As `make demo` writes it.
    sample = files("lagebild.samples").joinpath("artikel.txt").read_text("utf8")
    page.set_content(html_page([lagebild.read(sample, published="2024-05-17")]))
    page.screenshot(path=target / "report.png")
    for name in ("search", "dossier", "report"):
        assert (target / f"{name}.png").stat().st_size > 10_000
