"""The journey of somebody new, in the distribution's Chromium: link, password, codes, the team; and what axe finds."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.apps.running import Running, running

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
WORDS = "a few words in a row"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs the distribution's Chromium"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("data"), "--root-path", "/care") as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


def looked_at(page: Any) -> None:
    """Nothing on it keeps anybody out, and it fits a phone."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1200, "height": 900})


def test_somebody_new_finds_their_way(server: Running, browser: Any) -> None:
    link = re.search(r"http://\S+/care/welcome/\S+", server.said)
    assert link is not None
    page = browser.new_context().new_page()
    faults: list[str] = []
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)

    page.goto(link[0])
    looked_at(page)
    page.get_by_label("New password").fill(WORDS)
    page.get_by_role("button").click()
    page.goto(f"{server.address}/account")
    looked_at(page)
    page.get_by_role("link", name="Set up codes").click()
    looked_at(page)
    secret = page.locator('input[name="secret"]').get_attribute("value")
    page.get_by_label("Code").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Sign in with codes").click()
    looked_at(page)
    recovery = page.locator("pre").inner_text().split()
    page.get_by_role("link", name="I have kept them").click()

    page.get_by_role("link", name="Team").click()
    looked_at(page)
    page.locator("summary").click()
    looked_at(page)
    page.get_by_label("Login").fill("ada@example.org")
    page.get_by_label("Name").fill("Ada")
    page.get_by_role("button", name="Add somebody").click()
    looked_at(page)
    page.get_by_role("link", name="Back to the team").click()
    page.get_by_role("link", name="Ada").click()
    looked_at(page)

    page.get_by_role("button", name="Sign out").click()
    looked_at(page)
    page.get_by_label("Login").fill("admin")
    page.get_by_label("Password").fill(WORDS)
    page.keyboard.press("Enter")
    page.get_by_label("Code").wait_for()
    looked_at(page)
    page.get_by_label("Code").fill(recovery[0])
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Sign out").wait_for()
    assert [fault for fault in faults if "favicon" not in fault] == []
