"""`should_hand_off` over real pipes."""

import pytest

from tests.apps.mcp.conftest import PRIVATE, Started
from tests.apps.mcp.talking import Talking

ASKED = {"speaker": "customer", "text": "Can I talk to a person, please?"}
HELLO = {"speaker": "customer", "text": "Hello, when do you open?"}
AGENT = {"speaker": "agent", "text": "Ana here, one moment."}
ASSISTANT = {"speaker": "assistant", "text": "We open at nine."}


def test_who_asks_for_a_human_gets_one(plain: Talking) -> None:
    found = plain.told("should_hand_off", messages=[ASKED])
    assert (found["hand_off"], found["action"], found["reasons"][0]["name"]) == (True, "handoff", "asked")
    assert found["reasons"][0]["because"] == ["“talk to a person”"]
    assert 0 < found["priority"] < 1


def test_a_risk_to_life_goes_first(plain: Talking) -> None:
    found = plain.told("should_hand_off", messages=[{"speaker": "customer", "text": "I want to end my life."}])
    assert (found["hand_off"], found["life_may_be_at_risk"], found["priority"]) == (True, True, 1.0)


def test_a_plain_question_stays_here(plain: Talking) -> None:
    found = plain.told("should_hand_off", messages=[HELLO])
    assert (found["hand_off"], found["priority"]) == (False, None)


def test_tags_count(plain: Talking) -> None:
    found = plain.told("should_hand_off", messages=[HELLO], tags=["appeal"])
    assert "high_stakes" in [reason["name"] for reason in found["reasons"]]


def test_where_a_human_took_over_from_an_assistant_it_stays_theirs(plain: Talking) -> None:
    found = plain.told("should_hand_off", messages=[HELLO, ASSISTANT, HELLO, AGENT, HELLO])
    assert (found["action"], found["reasons"][0]["name"]) == ("none", "human_present")


def test_where_only_humans_answered_the_assistant_is_asked_in_their_place(plain: Talking) -> None:
    assert plain.told("should_hand_off", messages=[HELLO, AGENT, HELLO])["action"] != "none"


def test_the_policy_of_the_data_folder_holds(started: Started) -> None:
    assert started.tools.told("should_hand_off", messages=[HELLO])["policy_version"].startswith("ours-")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"messages": []}, "items at least 1"),
        ({"messages": [{"speaker": PRIVATE, "text": PRIVATE}]}, "$.messages[0].speaker"),
        ({"messages": [{"speaker": PRIVATE, "text": PRIVATE}]}, "one of 'agent', 'assistant', 'customer'"),
        ({"messages": [HELLO], "tags": [PRIVATE * 9]}, "$.tags[0]"),
        ({"messages": [HELLO], "place": "Berlin"}, "$.place"),
        ({"messages": [HELLO, ASSISTANT]}, "The last message is not the customer's"),
    ],
)
def test_bad_arguments_are_told_without_being_quoted(plain: Talking, arguments: dict[str, object], words: str) -> None:
    told = plain.refused("should_hand_off", **arguments)
    assert words in told
    assert PRIVATE not in told
