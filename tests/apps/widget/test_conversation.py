"""A conversation begun, gone on with, and seen as it happens; nobody sees another's."""

import json
from collections.abc import Callable

from tests.apps.running import Running
from tests.apps.widget.conftest import Visiting

UPSET = "I have asked three times now and nobody answers."


def test_before_anybody_writes_it_says_that_a_machine_answers_and_what_is_estimated(visitor: Visiting) -> None:
    ai, estimates = visitor.began["notices"]
    assert "AI assistant" in ai["text"]
    assert "estimate" in estimates["text"]
    assert ai["author"] == "ai"


def test_opening_it_records_nothing(server: Running, visit: Callable[..., Visiting]) -> None:
    with server.client("read") as staff:
        before = staff.get("/v1/ledger/checkpoint").text
        visit(locale="en")
        after = staff.get("/v1/ledger/checkpoint").text
    assert before.splitlines()[1] == after.splitlines()[1]


def test_what_is_written_is_answered_and_each_line_names_its_author(visitor: Visiting) -> None:
    stands = visitor.say(UPSET)
    mine, *others = stands["lines"]
    assert (mine["voice"], mine["text"]) == ("person", UPSET)
    assert {(line["voice"], line["author"]) for line in others} == {("assistant", "ai")}
    assert others[-1]["kind"] == "reply"


def test_whoever_comes_back_finds_their_lines_and_no_notice_again(visitor: Visiting) -> None:
    visitor.say(UPSET)
    again = visitor.post("start", token=visitor.began["token"]).json()
    assert again["lines"][0]["text"] == UPSET
    assert again["notices"] == []


def test_nobody_sees_what_another_wrote(visit: Callable[..., Visiting]) -> None:
    one, other = visit(locale="en"), visit(locale="en")
    place = one.say(UPSET)["lines"][-1]["place"]
    other.say("Hello")
    assert UPSET not in other.post("export").text
    assert UPSET not in json.dumps(other.post("start", token=other.began["token"]).json())
    assert other.post("why", place=place - 3).status_code == 404


def test_a_life_at_risk_gets_the_card_at_once(visitor: Visiting) -> None:
    stands = visitor.say("I can't go on. I want to end my life.")
    assert "card" in {line["kind"] for line in stands["lines"]}
    assert stands["handoff"] == "queued"
