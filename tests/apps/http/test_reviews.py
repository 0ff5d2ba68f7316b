"""Reviews over HTTP: what waits, what a reviewer sees and what stays blind, and verdicts that count once."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.http.test_turns import turn

ASKS = "Can I get my money back for the blue lamp?"


def held(client: Client, conversation: str, *tags: str) -> str:
    """The id of an answer that is held for review."""
    answered = turn(client, conversation, ASKS, tags=list(tags or ("refund",))).json()
    assert answered["response"]["status"] == "held"
    waiting = client.get("/v1/reviews").json()["waiting"]
    (mine,) = [one["id"] for one in waiting if one["conversation_id"] == conversation]
    return str(mine)


def judge(client: Client, review: str, reviewer: str, verdict: str, **more: Any) -> tuple[int, str]:
    """Status of a verdict, and the kind of problem where it is one."""
    body = {"reviewer": reviewer, "verdict": verdict, **more}
    answer = client.post(f"/v1/reviews/{review}/verdict", json=body)
    return answer.status_code, answer.json().get("type", "").rpartition(":")[2]


def sheet(client: Client, review: str, reviewer: str) -> dict[str, Any]:
    """What a reviewer reads."""
    read: dict[str, Any] = client.get(f"/v1/reviews/{review}", params={"reviewer": reviewer}).json()
    return read


def test_a_held_answer_waits_and_goes_out_once_it_is_accepted(client: Client) -> None:
    review = held(client, "accepted")
    assert review in [one["id"] for one in client.get("/v1/reviews").json()["waiting"]]
    assert sheet(client, review, "mia")["draft"]
    assert judge(client, review, "mia", "accept") == (200, "")
    newest = client.get("/v1/conversations/accepted").json()["acts"][-1]
    assert newest["response"]["messages"][0]["author"] == "ai_draft_human_sent"
    assert review not in [one["id"] for one in client.get("/v1/reviews").json()["waiting"]]
    assert judge(client, review, "bo", "accept") == (409, "review_over")


def test_of_a_verdict_given_blind_no_address_tells_before_the_other_is(client: Client) -> None:
    review = held(client, "blind", "appeal")
    assert judge(client, review, "mia", "reject", reason="A secret reason") == (200, "")
    assert sheet(client, review, "bo")["verdicts"] == []
    assert sheet(client, review, "bo")["estimates"] is None
    assert "A secret reason" not in client.get("/v1/conversations/blind").text
    assert judge(client, review, "mia", "accept") == (409, "already_judged")
    assert judge(client, review, "bo", "reject", reason="Mine") == (200, "")
    assert [one["reviewer"] for one in sheet(client, review, "bo")["verdicts"]] == ["mia", "bo"]


@pytest.mark.parametrize(
    ("verdict", "fields", "status", "problem"),
    [
        ("edit", {}, 422, "verdict_incomplete"),
        ("reject", {}, 422, "verdict_incomplete"),
        ("edit", {"text": "Call +49 30 901820."}, 422, "draft_blocked"),
        ("edit", {"text": "I promise you a full refund."}, 409, "draft_doubtful"),
        (
            "accept",
            {"rated": {"need": 4, "feels_with": 0, "understands": 0, "asks": 0, "acts": 0}},
            422,
            "request_unreadable",
        ),
    ],
)
def test_a_verdict_that_cannot_be_says_why(
    client: Client, verdict: str, fields: dict[str, Any], status: int, problem: str
) -> None:
    review = held(client, f"cannot {verdict} {'-'.join(fields)} {problem}")
    assert judge(client, review, "mia", verdict, **fields) == (status, problem)
    assert sheet(client, review, "mia")["may_judge"]


def test_there_is_no_review_of_what_was_not_held(client: Client) -> None:
    assert client.get("/v1/reviews/999999", params={"reviewer": "mia"}).status_code == 404
    assert judge(client, "999999", "mia", "accept") == (404, "not_there")


def test_nobody_judges_under_the_id_of_a_member_who_may_not(client: Client, member: Callable[..., str]) -> None:
    review, agent = held(client, "barred"), member(Role.AGENT)
    assert judge(client, review, agent, "accept") == (422, "member_cannot_act")
    assert client.get(f"/v1/reviews/{review}", params={"reviewer": agent}).status_code == 422
    assert judge(client, review, member(Role.REVIEWER), "accept") == (200, "")


def test_nobody_judges_under_the_id_of_a_member_who_was_disabled(
    client: Client, member: Callable[..., str], started: Started
) -> None:
    review, gone = held(client, "disabled reviewer"), member(Role.REVIEWER)
    started.services.staff.disable(gone, dt.datetime.now(dt.UTC))
    assert judge(client, review, gone, "accept") == (422, "member_cannot_act")
