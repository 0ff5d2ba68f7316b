"""One held answer in the console: judged by a form, blind where two judge, and nothing typed is lost."""

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.store.records import ResponseRecord, ReviewRecord, decode
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send
from tests.apps.http.test_reviews import held
from tests.apps.http.test_turns import turn

RATED = {"need": "2", "feels_with": "1", "understands": "1", "asks": "0", "acts": "2"}


@pytest.fixture
def reviewer(signed_in: SignedIn) -> Client:
    """The browser of a reviewer."""
    return signed_in(Role.REVIEWER)


@pytest.fixture
def second(signed_in: SignedIn) -> Client:
    """The browser of another."""
    return signed_in(Role.REVIEWER, Role.AUDITOR)


def judge(client: Client, review: str, **fields: str) -> tuple[int, str]:
    """Send the form of a held answer; status and page."""
    answer = send(client, f"/review/{review}", f"/review/{review}", **fields)
    return answer.status_code, answer.text


def records(started: Started, conversation: str) -> list[object]:
    acts = started.services.ledger.conversation(conversation)
    return [decode(act.payload) for act in acts if act.payload is not None]


def test_an_accepted_answer_is_sent_and_rated_by_a_human(reviewer: Client, client: Client, started: Started) -> None:
    review = held(client, "console accepts")
    assert judge(reviewer, review, verdict="accept", **RATED)[0] == 303
    *_, verdict, sent = records(started, "console accepts")
    assert isinstance(verdict, ReviewRecord)
    assert verdict.rated is not None
    assert (verdict.verdict, verdict.rated.need, verdict.by) == ("accept", 2, "")
    assert isinstance(sent, ResponseRecord)
    assert sent.response.messages[0].author == "ai_draft_human_sent"


def test_whose_person_was_erased_meanwhile_is_told_so_kindly(reviewer: Client, client: Client) -> None:
    review = held(client, "console erased")
    client.post("/v1/people/person of console erased/erase", json={}).raise_for_status()
    page = reviewer.get(f"/review/{review}")
    assert page.status_code == 410
    assert "the person was erased, or its time has passed" in page.text


def test_the_hours_used_are_told_to_reviewers(reviewer: Client, client: Client) -> None:
    review = held(client, "console hours")
    page = reviewer.get(f"/review/{review}").text
    assert "Until somebody looks" in page
    assert "0:00 of 0:10 hours, day and night" in page
    assert judge(reviewer, review, verdict="reject", reason="A human shall look at it.")[0] == 303
    after = reviewer.get(f"/review/{review}").text.split("First answer of a human")[1]
    assert "business hours" in after.split("</dd>")[0]
    told = client.get(f"/v1/reviews/{review}?reviewer=mia").json()["hours"]
    assert [(one["clock"], one["runs"]) for one in told] == [("review", False), ("answer", True), ("resolve", True)]


def test_what_cannot_be_sent_stays_in_the_form(reviewer: Client, client: Client) -> None:
    review = held(client, "console keeps")
    status, page = judge(reviewer, review, verdict="edit", text="I promise you a full refund.")
    assert status == 409
    assert "I promise you a full refund.</textarea>" in page
    assert "has doubts" in page
    assert judge(reviewer, review, verdict="edit", text="I promise you a full refund.", overrules="true")[0] == 303


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "No verdict was chosen"),
        ({"verdict": "reject"}, "The verdict is not complete"),
        ({"verdict": "accept", "need": "2"}, "The rating is not complete"),
    ],
)
def test_what_is_not_whole_is_not_taken(reviewer: Client, client: Client, fields: dict[str, str], says: str) -> None:
    review = held(client, f"console incomplete {says}")
    status, page = judge(reviewer, review, **fields)
    assert (status, says in page) == (422, True)


def test_the_first_verdict_and_the_estimates_are_hidden_from_the_second(
    reviewer: Client, second: Client, client: Client
) -> None:
    review = held(client, "console blind", "appeal")
    assert judge(reviewer, review, verdict="reject", reason="A secret reason")[0] == 303
    before = second.get(f"/review/{review}").text
    assert "A secret reason" not in before
    assert 'id="estimates"' not in before
    assert judge(second, review, verdict="accept")[0] == 303
    after = second.get(f"/review/{review}").text
    assert "A secret reason" in after
    assert 'id="estimates"' in after


def test_who_has_judged_sees_no_form_and_judges_once(reviewer: Client, client: Client) -> None:
    review = held(client, "console once", "appeal")
    path = f"/review/{review}"
    sent_twice = {"verdict": "accept", "csrf": reviewer.get(path).text.partition('name="csrf" value="')[2][:43]}
    assert reviewer.post(path, data=sent_twice).status_code == 303
    assert reviewer.post(path, data=sent_twice).status_code == 409
    assert "Give the verdict" not in reviewer.get(path).text


def test_an_answer_to_what_has_moved_on_says_so(reviewer: Client, client: Client) -> None:
    review = held(client, "console stale")
    turn(client, "console stale", "I mean the blue lamp.", writer="nobody")
    assert "has written again" in reviewer.get(f"/review/{review}").text


def test_there_is_no_page_of_what_was_not_held(reviewer: Client) -> None:
    assert reviewer.get("/review/999999").status_code == 404
