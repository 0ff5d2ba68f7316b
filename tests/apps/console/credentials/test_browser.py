"""Those who issue and those who decide, in the distribution's Chromium: each page they need, and what axe finds."""

import datetime as dt
import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from humanely.credential.design.recipient import Recipient
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import appeals, endorsing, evidence, holder, issuing, statuses
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.issuing import Wanted
from humanely.store.data_folder import open_data
from tests.apps.console.members.test_browser import CHROMIUM, WORDS, browser, looked_at
from tests.apps.running import Running, humanely, running
from tests.pipeline.room import PLAIN

__all__ = ["browser"]

EXAMPLES = Path(__file__).parents[4] / "examples" / "achievements"
TABLE = "Name,Email\nAnn Lee,ann@example.org\nBen,bad\nCem Öz,cem@example.org\n"
SHOTS = os.environ.get("HUMANELY_SHOTS", "")
"""A folder for pictures of the pages, where somebody wants to look at them."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs the distribution's Chromium"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("data")) as started:
        yield started


def signed_in(server: Running, browser: Any, login: str, *roles: str) -> Any:
    """The page of a new member who has followed their link."""
    data = ("--data", str(server.folder), "--address", server.address)
    named = [part for role in roles for part in ("--role", role)]
    told = humanely("staff", "add", login, "--name", login.title(), *named, *data)
    link = re.search(r"http://\S+/welcome/\S+", told.stdout + told.stderr)
    assert link is not None, told
    page = browser.new_context().new_page()
    page.goto(link[0])
    page.get_by_label("New password").fill(WORDS)
    page.get_by_role("button").click()
    return page


def seen(page: Any, name: str) -> None:
    """Nothing keeps anybody out; and a picture, where somebody asked for one."""
    looked_at(page)
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def designed(page: Any, server: Running, name: str) -> None:
    """Take over an example and save it."""
    page.goto(f"{server.address}/credentials/achievements/import")
    page.get_by_label("File", exact=True).set_input_files(EXAMPLES / name)
    page.get_by_role("button", name="Fill in the form").click()
    seen(page, f"design-{name}")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("It is saved.").wait_for()


def signed_up(server: Running, browser: Any) -> Any:
    """A registrar's page, once two examples are taken over."""
    page = signed_in(server, browser, "reg", "registrar")
    designed(page, server, "forklift-safety.toml")
    designed(page, server, "community-mentor.json")
    return page


@pytest.fixture(scope="module")
def registrar(server: Running, browser: Any) -> Any:
    return signed_up(server, browser)


def test_a_design_with_faults_is_mended_on_the_page(server: Running, browser: Any) -> None:
    page = signed_in(server, browser, "new", "registrar")
    page.goto(f"{server.address}/credentials")
    seen(page, "empty")
    page.get_by_role("link", name="Achievements").click()
    page.get_by_role("link", name="Design an achievement").click()
    page.get_by_label("Name", exact=True).fill("Half filled in")
    page.get_by_label("Colour").fill("blue")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("alert").wait_for()
    seen(page, "design-faults")
    page.get_by_role("link", name="Colour").click()
    assert page.evaluate("document.activeElement.id || location.hash") in {"colour", "#colour"}


def test_a_registrar_designs_and_finds_their_way(server: Running, registrar: Any) -> None:
    seen(registrar, "achievement")
    registrar.get_by_role("link", name="Words in “fr”").click()
    seen(registrar, "design-words")
    registrar.goto(f"{server.address}/credentials/achievements")
    seen(registrar, "achievements")
    registrar.goto(f"{server.address}/credentials/achievements/community-mentor/progress")
    registrar.get_by_label("E-mail address or id").fill("ada@example.org")
    registrar.get_by_role("button", name="Show").click()
    seen(registrar, "progress")


def test_one_is_issued_passed_on_and_looked_at_before_it_is_taken_back(server: Running, registrar: Any) -> None:
    page = registrar
    page.goto(f"{server.address}/credentials/achievements/community-mentor/issue")
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Name", exact=True).fill("Ada Nwosu")
    seen(page, "issue")
    page.get_by_role("button", name="Issue").click()
    page.get_by_role("button", name="Make a link").click()
    page.get_by_text("shown this once").wait_for()
    seen(page, "link")
    page.get_by_role("link", name="Revoke").click()
    page.get_by_label("Issued by mistake").check()
    seen(page, "revoke-why")
    page.get_by_role("button", name="See what the holder will read").click()
    page.get_by_text("The mistake was ours.").wait_for()
    seen(page, "revoke-reads")
    page.get_by_role("link", name="Leave it as it is").click()
    page.get_by_role("link", name="Correct").click()
    seen(page, "correct")


def test_a_class_is_looked_at_and_its_good_rows_issued(server: Running, registrar: Any, tmp_path: Path) -> None:
    page = registrar
    page.goto(f"{server.address}/credentials/achievements/community-mentor/class")
    table = tmp_path / "class.csv"
    table.write_text(TABLE, encoding="utf-8")
    page.get_by_label("CSV file").set_input_files(table)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_text("2 rows are ready, one needs mending").wait_for()
    seen(page, "class")
    page.get_by_role("button", name="Issue the 2 good ones").click()
    page.get_by_text("The batch is issued.").wait_for()
    page.locator("summary", has_text="Undo the whole batch").click()
    seen(page, "batch")
    page.goto(f"{server.address}/credentials")
    seen(page, "list")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('[data-item]') !== null")
    page.get_by_role("link", name="Issuer keys").click()
    page.locator("summary", has_text="Somebody else may have had it").click()
    seen(page, "keys")


@pytest.fixture
def contested(server: Running, registrar: Any) -> str:
    """A credential whose holder appeals and is endorsed, as their own pages would have it; its code."""
    del registrar
    with closing(open_data(server.folder)) as data:
        desk = Desk.of(data, PLAIN, address=server.address)
        now = dt.datetime.now(dt.UTC)
        by, ada = (
            Asked("", now, agent="somebody"),
            Recipient(email="tess@example.org", name="Tess Okoro", language="en"),
        )
        held = issuing.issue(desk, by, issuing.prepare(desk, by, "community-mentor", Wanted(recipient=ada)).id)
        ticket = holder.link(desk, held.id, now)
        holder.collect(desk, ticket, now)
        invited = endorsing.ask(desk, ticket, "mentor", now)
        endorsing.give(desk, invited.ticket, "Max", "She stayed when it took longer. Call 020 7946 0101.", now)
        statuses.revoke(desk, by, held.id, "requirements_not_met", "No evening on the list.")
        grounds = appeals.Grounds(
            statement="I was at the mentors' evening in March.\nMy name is on the list.", wish="Look."
        )
        appeals.file(desk, ticket, grounds, [evidence.File("list.txt", b"Tess Okoro, 3 March")], now)
    return held.id


def test_an_appeal_is_heard_by_two_and_an_endorsement_by_a_moderator(
    server: Running, browser: Any, contested: str
) -> None:
    first = signed_in(server, browser, "ada", "adjudicator")
    first.goto(f"{server.address}/credentials/appeals")
    seen(first, "appeals")
    first.locator("table").first.get_by_role("link").click()
    seen(first, "appeal")
    first.get_by_label("What was done is undone").check()
    first.get_by_label("Reasons").fill("Your name is on the list of 3 March. The mistake was ours.")
    first.get_by_role("button", name="Propose a decision").click()
    first.get_by_text("What the person would read").wait_for()
    second = signed_in(server, browser, "bo", "adjudicator")
    second.goto(f"{server.address}/credentials/appeals/{contested}")
    seen(second, "appeal-second")
    second.get_by_role("button", name="Decide as proposed").click()
    second.get_by_text("The appeal is decided").wait_for()
    second.goto(f"{server.address}/credentials/appeals/figures")
    seen(second, "figures")
    moderator = signed_in(server, browser, "mo", "moderator")
    moderator.goto(f"{server.address}/credentials/endorsements")
    seen(moderator, "endorsements")
