"""The page of documents: whole, offline, readable by everybody."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from humanely.apps.http.api import OPERATIONS
from humanely.apps.http.docs_page import page as rendered
from humanely.apps.http.openapi import document
from tests.apps.conftest import Client

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGE = rendered(document(OPERATIONS, version="1.2.3"), "").decode()


@pytest.mark.parametrize("name", [one.name for one in OPERATIONS])
def test_every_operation_has_its_place_and_a_call_to_copy(name: str) -> None:
    article = PAGE.split(f'<article id="{name}"')[1].split("</article>")[0]
    assert "curl " in article
    assert "Gives" in article


def test_the_page_asks_nothing_of_the_network() -> None:
    # Named in words and examples; nothing is loaded from there.
    named = {"http://127.0.0.1:8000", "https://example.org", "https://www.w3.org", "http://."}
    assert set(re.findall(r"https?://[^/'\"<]+", PAGE)) == named
    assert "<script" not in PAGE
    assert re.findall(r'(?:src|href)="(?!#|/|data:,)[^"]*"', PAGE) == []


def test_every_link_within_the_page_leads_somewhere() -> None:
    places = set(re.findall(r'id="([^"]+)"', PAGE))
    assert {link for link in re.findall(r'href="#([^"]+)"', PAGE) if link not in places} == set()


def test_the_server_allows_the_page_its_own_style_only(anonymous: Client) -> None:
    answer = anonymous.get("/docs")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    file = tmp_path / "docs.html"
    file.write_text(PAGE, encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=request.param)
    page.goto(file.as_uri())
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs the distribution's Chromium")
def test_everybody_can_read_it_on_a_phone(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
