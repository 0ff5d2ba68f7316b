"""A conversation begun, gone on with, and seen as it happens; nobody sees another's."""

import json
from collections.abc import Callable, Generator
from typing import Any

import httpx
import msgspec
import pytest

from humanely.apps.widget.conversation import reach
from tests.apps.running import Running
from tests.apps.widget.conftest import Visiting
from tests.pipeline.room import PLAIN

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


def events(public: httpx.Client, visitor: Visiting, after: str = "-1") -> Generator[dict[str, Any], None, None]:
    """What a visitor's page is told."""
    headers = {"authorization": f"Bearer {visitor.began['token']}", "last-event-id": after}
    with public.stream("GET", "/widget/events", headers=headers) as told:
        assert told.status_code == 200
        for line in told.iter_lines():
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))


def test_what_happens_is_told_from_where_it_broke_off(public: httpx.Client, visitor: Visiting) -> None:
    first = visitor.say(UPSET)
    second = visitor.say("Are you there?")
    whole = next(events(public, visitor))
    rest = next(events(public, visitor, str(first["place"])))
    assert whole["lines"][0]["text"] == UPSET
    assert rest["lines"][0]["text"] == "Are you there?"
    assert rest["place"] == second["place"]


def test_what_happens_meanwhile_is_told_as_it_happens(public: httpx.Client, visitor: Visiting) -> None:
    visitor.say(UPSET)
    told = events(public, visitor)
    next(told)
    visitor.post("human").raise_for_status()
    assert next(told)["handoff"] == "queued"
    told.close()


@pytest.mark.parametrize("after", ["x", "-2", "9" * 30])
def test_a_place_that_is_none_is_refused(public: httpx.Client, visitor: Visiting, after: str) -> None:
    headers = {"authorization": f"Bearer {visitor.began['token']}", "last-event-id": after}
    assert public.get("/widget/events", headers=headers).status_code == 422


def test_only_numbers_that_are_known_can_be_called() -> None:
    here = msgspec.structs.replace(PLAIN, place="DE")
    card = "If your life is in danger now, call 112.\nFind a line: findahelpline.com\nChecked on 22 November 2026"
    assert reach(card, here) == {"112": "tel:112", "findahelpline.com": "https://findahelpline.com"}
    assert reach("Your order 4711 is late.", here) == {}


def test_staff_are_named_only_where_the_house_tells_names(visitor: Visiting, server: Running) -> None:
    visitor.say(UPSET)
    with server.client("turns", "read") as staff:
        person = visitor.post("export").json()["person_id"]
        conversation = visitor.post("export").json()["conversations"][0]["conversation_id"]
        said = {"conversation_id": conversation, "person_id": person, "speaker": "agent", "text": "Mira here."}
        staff.post("/v1/turns", json=said).raise_for_status()
    lines = visitor.post("start", token=visitor.began["token"]).json()["lines"]
    assert [(line["author"], line["name"]) for line in lines if line["text"] == "Mira here."] == [("human", "")]
    assert "agent" not in lines[-1]
