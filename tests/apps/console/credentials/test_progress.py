"""Learners on their way: steps noted with a word, taken back, passed over where that is allowed."""

from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.credentials.conftest import done

WAY = "/credentials/achievements/first-aid/progress"


def test_a_learner_is_found_by_their_address_and_their_steps_are_noted(registrar: Client) -> None:
    page = done(registrar, WAY, WAY, person=" Way@Example.org ")
    assert "You can start with any step you like" in page.text
    mine = f"{WAY}/way%40example.org"
    noted = done(registrar, mine, mine, step="read", do="done", note="Aloud, in class.")
    assert "It is noted." in noted.text
    assert "Everything that is needed is done." in noted.text
    assert "Issue to one person" in noted.text
    assert "1 of 2 steps done." in noted.text
    again = done(registrar, mine, mine, step="read", do="open")
    assert "You can start with any step you like" in again.text
    assert "skipped" in done(registrar, mine, mine, step="watch", do="skipped").text


def test_a_step_that_is_needed_is_not_passed_over(registrar: Client) -> None:
    mine = f"{WAY}/skips%40example.org"
    answer = send(registrar, mine, mine, step="read", do="skipped")
    assert answer.status_code == 409
    assert "it cannot be skipped" in answer.text


def test_nobody_is_nobodys_page(registrar: Client) -> None:
    assert send(registrar, WAY, WAY, person="  ").headers["location"] == WAY
