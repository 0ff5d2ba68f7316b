"""`suggest_reply` over real pipes."""

from typing import Any

import pytest

from humanely.apps.mcp.suggesting import SEND, TO_DO
from tests.apps.mcp.conftest import PRIVATE
from tests.apps.mcp.talking import Talking

WAITING = {"speaker": "customer", "text": "Where is my parcel? I have been waiting for two weeks, this is awful."}
MET = {"speaker": "assistant", "text": "Let me look."}


def kinds(found: dict[str, Any]) -> list[str]:
    return [message["kind"] for message in found["messages"]]


def test_a_reply_states_the_facts_that_were_given(plain: Talking) -> None:
    found = plain.told("suggest_reply", messages=[WAITING, MET, WAITING], facts={"number": "RR 4711"})
    assert kinds(found) == ["reply"]
    assert "RR 4711" in found["messages"][0]["text"]
    assert (found["to_do"], found["messages"][0]["author"]) == (SEND, "ai")


def test_who_has_not_been_told_that_a_machine_answers_is_told_first(plain: Talking) -> None:
    assert kinds(plain.told("suggest_reply", messages=[WAITING]))[0] == "notice"


def test_the_same_conversation_is_answered_in_the_same_words(plain: Talking) -> None:
    assert plain.told("suggest_reply", messages=[WAITING]) == plain.told("suggest_reply", messages=[WAITING])


def test_where_a_human_is_due_the_words_say_so_and_nothing_was_handed_over(plain: Talking) -> None:
    found = plain.told("suggest_reply", messages=[{"speaker": "customer", "text": "I want to talk to a human."}])
    assert (found["action"], found["to_do"]) == ("handoff", TO_DO["handoff"])
    assert kinds(found)[-1] == "handoff"


def test_where_a_life_may_be_at_risk_the_card_comes_first(plain: Talking) -> None:
    said = [{"speaker": "customer", "text": "I want to end my life."}]
    found = plain.told("suggest_reply", messages=said, place="NZ")
    assert kinds(found)[0] == "card"
    assert "111" in found["messages"][0]["text"]


def test_a_reply_fits_its_channel_and_language(plain: Talking) -> None:
    said = [MET, {"speaker": "customer", "text": "Wo bleibt mein Paket? Ich warte seit zwei Wochen."}]
    found = plain.told("suggest_reply", messages=said, channel="sms")
    assert {message["locale"] for message in found["messages"]} == {"de"}
    assert all(len(message["text"]) <= 160 for message in found["messages"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"messages": [WAITING], "channel": PRIVATE}, "one of 'chat', 'email'"),
        ({"messages": [WAITING], "facts": {PRIVATE: "x"}}, "$.facts"),
        ({"messages": [WAITING], "facts": {"number": ""}}, "$.facts"),
        ({"messages": [WAITING], "cause": PRIVATE}, "$.cause"),
        ({"messages": PRIVATE}, "$.messages: expected `array`, got `str`"),
        ({"messages": [MET]}, "The last message is not the customer's"),
    ],
)
def test_bad_arguments_are_told_without_being_quoted(plain: Talking, arguments: dict[str, object], words: str) -> None:
    told = plain.refused("suggest_reply", **arguments)
    assert words in told
    assert PRIVATE not in told
