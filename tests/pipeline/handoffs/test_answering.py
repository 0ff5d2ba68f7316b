"""Help with an answer: a draft, and a look at what was typed."""

import msgspec
import pytest

from humanely.pipeline.case import Case
from humanely.pipeline.handoffs.answering import BLOCKS, case_for, drafted, looked_over, may_send
from humanely.response.finding import Finding
from tests.pipeline.handoffs.test_inbox import ASKS, RISK
from tests.pipeline.room import PLAIN, Room, with_faq


def asking(room: Room) -> Case:
    """What is to be answered in Ada's conversation."""
    case = case_for(room.companion, "c-1", room.now)
    assert case is not None
    return case


def names(text: str, case: Case | None) -> set[str]:
    """What is found in words."""
    return {one.name for one in looked_over(text, case, PLAIN)}


def test_the_faq_answers_with_what_was_not_told_yet(room: Room) -> None:
    house = msgspec.structs.replace(PLAIN, help=with_faq())
    room.settle(house)
    room.say("How long does a refund take?")
    draft = drafted(asking(room), house)
    assert draft is not None
    assert (draft.source, draft.text) == ("faq", "The bank may need two days more.")


def test_authored_lines_answer_where_nothing_is_known_and_offer_no_other_human(room: Room) -> None:
    room.say("My order has not arrived, and I am upset.")
    room.say(ASKS)
    draft = drafted(asking(room), PLAIN)
    assert draft is not None
    assert draft.source == "phrases"
    assert may_send(draft.findings, shown=False)


def test_where_a_life_may_be_at_risk_nothing_is_drafted(room: Room) -> None:
    room.say(RISK)
    assert drafted(asking(room), PLAIN) is None


def test_who_only_thanks_while_they_wait_gets_no_glad_that_helped(room: Room) -> None:
    room.say("My order has not arrived, and I am upset.")
    room.say(ASKS)
    room.say("Thanks")
    assert drafted(asking(room), PLAIN) is None


def test_thanks_for_what_a_human_said_are_answered(room: Room) -> None:
    room.say("My order has not arrived, and I am upset.")
    room.say(ASKS)
    room.agent("I have sent a new one.")
    room.say("Thanks")
    assert drafted(asking(room), PLAIN) is not None


def test_who_tells_their_own_name_tells_nobody_elses(room: Room) -> None:
    room.say(ASKS)
    said = "I am Ada from the team. I spoke with Peter Miller about it."
    found = [one for one in looked_over(said, asking(room), PLAIN, name="Ada Hope") if one.name == "personal_data"]
    assert [said[one.span[0] : one.span[1]] for one in found] == ["Peter Miller"]


def test_nothing_can_be_drafted_before_anybody_wrote(room: Room) -> None:
    assert case_for(room.companion, "c-9", room.now) is None


def test_what_a_human_may_know_and_do_is_theirs(room: Room) -> None:
    room.say(ASKS)
    said = "I am a human. I will pass it to my colleague; it comes on 12 March for 40 €, number 77123."
    assert (
        names(said, asking(room)) & {"invented_number", "invented_date", "invented_amount", "spoken_handoff"} == set()
    )
    assert "pretends_human" not in names(said, asking(room))


def test_blame_is_shown_before_it_is_sent(room: Room) -> None:
    room.say("This is the third time. I am desperate.")
    assert "blame" in names("You should have read the terms.", asking(room))


def test_without_a_case_the_words_alone_are_looked_at() -> None:
    assert names("", None) == {"empty"}


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_some_things_nobody_sends(name: str) -> None:
    assert not may_send((Finding(name, "stop", (0, 0), "", ""),), shown=True)


def test_over_everything_else_whoever_was_shown_it_may_send() -> None:
    found = (Finding("blame", "stop", (0, 0), "", ""), Finding("worn_phrase", "note", (0, 0), "", ""))
    assert not may_send(found, shown=False)
    assert may_send(found, shown=True)
    assert may_send(found[1:], shown=False)
