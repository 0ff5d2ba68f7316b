"""The page in the distribution's Chromium: what only a browser can tell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from humanely.audit.page.render import render
from humanely.audit.report import Report

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is absent: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(report: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render(report), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=request.param)
    page.goto(address)
    yield page
    page.close()


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def test_nobody_is_kept_out(page: Page) -> None:
    open_everything(page)
    result = Axe().run(page, options=RULES)
    assert result.violations_count == 0, result.generate_report()


def test_the_browser_complains_about_nothing_and_asks_for_nothing(browser: Browser, address: str) -> None:
    page = browser.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(address)
    open_everything(page)
    page.close()
    assert heard == [address]


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280])
def test_the_page_never_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    open_everything(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width


def test_colours_of_the_charts_change_with_the_theme(browser: Browser, address: str) -> None:
    seen = set()
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(address)
        seen.add(page.evaluate("getComputedStyle(document.querySelector('svg path[fill^=\"var(--cold\"]')).fill"))
        page.close()
    assert len(seen) == 2


def test_right_to_left_messages_run_right_to_left(page: Page) -> None:
    assert page.evaluate("getComputedStyle(document.querySelector('blockquote[lang=ar]')).direction") == "rtl"


def test_what_can_be_pressed_is_large_enough(page: Page) -> None:
    small = page.evaluate(
        "[...document.querySelectorAll('summary, nav a')].filter(one => one.getBoundingClientRect().height < 24).length"
    )
    assert small == 0


def test_the_minute_fits_on_the_first_printed_page(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 673, "height": 985})  # A4 less its margins, at 96 dots an inch
    page.emulate_media(media="print")
    page.goto(address)
    bottom = page.evaluate("document.querySelector('.minute').getBoundingClientRect().bottom")
    page.close()
    assert bottom <= 985
