"""A reviewer's journey in the distribution's Chromium: the list, a held answer, a verdict; and what axe finds."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.apps.console.members.test_browser import CHROMIUM, WORDS, browser, looked_at
from tests.apps.running import Running, humanely, running

__all__ = ["browser"]

TURN = {"conversation_id": "c-1", "person_id": "ada", "text": "You charged me twice, I want my money back. When?"}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs the distribution's Chromium"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("data")) as started:
        yield started


def signed_in(server: Running, browser: Any) -> Any:
    """The page of a new reviewer who has followed their link."""
    data = ("--data", str(server.folder), "--address", server.address)
    told = humanely("staff", "add", "rea", "--name", "Rea", "--role", "reviewer", *data)
    link = re.search(r"http://\S+/welcome/\S+", told.stdout + told.stderr)
    assert link is not None, told
    page = browser.new_context().new_page()
    page.goto(link[0])
    page.get_by_label("New password").fill(WORDS)
    page.get_by_role("button").click()
    return page


def test_a_reviewer_finds_what_waits_and_gives_their_verdict(server: Running, browser: Any) -> None:
    with server.client("turns", "read") as client:
        held = client.post("/v1/turns", json={**TURN, "tags": ["refund"]}).json()
        client.post("/v1/turns", json={**TURN, "text": "Are you still there?", "writer": "nobody"})
    assert held["response"]["status"] == "held"
    page = signed_in(server, browser)
    page.goto(f"{server.address}/review")
    looked_at(page)
    page.locator("table").first.get_by_role("link").click()
    looked_at(page)
    page.get_by_label("Empathy the moment calls for").select_option("clear")
    page.get_by_label("Send it as it is").check()
    page.get_by_role("button", name="Give the verdict").click()
    # Some of the rating is missing, and the person has written again.
    page.get_by_role("alert").wait_for()
    looked_at(page)
    page.get_by_label("Empathy the moment calls for").select_option("not rated")
    page.get_by_label("the answer still fits").check()
    page.get_by_role("button", name="Give the verdict").click()
    page.get_by_text("Your verdict is recorded.").wait_for()
    looked_at(page)
