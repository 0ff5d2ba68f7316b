"""The moment that a turn makes, and what is decided at it."""

import datetime as dt

import msgspec
import pytest

from humanely.people.calendar import Calendar
from humanely.people.opening_hours import ALWAYS, read_hours
from humanely.pipeline.acting import Asked
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.weigh import case_again, met
from tests.apps.recorded import reader
from tests.pipeline.room import PLAIN, Room, action, arrival, reply, response, with_faq

HELPS = msgspec.structs.replace(PLAIN, help=with_faq())
NIGHT = Calendar(hours=read_hours("Mon-Sun 00:00-00:01 UTC", "") or ALWAYS)


def reasons(room: Room, text: str, **about: object) -> list[str]:
    """Names of the reasons of the decision on a message."""
    handled = room.say(text, **about)
    assert handled.decision is not None
    return [reason.name for reason in handled.decision[1].decision.reasons]


def test_a_question_the_faq_answers_is_answered(room: Room) -> None:
    room.settle(HELPS)
    handled = room.say("How long does a refund take?")
    assert action(handled) == "reply"
    assert "Three working days" in reply(handled)
    assert response(handled).response.source == "faq"


def test_asked_again_the_fuller_answer_is_given_and_then_a_human(room: Room) -> None:
    room.settle(HELPS)
    room.say("How long does a refund take?")
    assert "two days more" in reply(room.say("How long does a refund take?"))
    assert "How long does a refund take?" in room.state().told
    third = room.say("How long does a refund take?")
    assert "days" not in reply(third)
    assert action(third) == "handoff"


def test_what_no_answer_fits_is_asked_back(room: Room) -> None:
    room.settle(HELPS)
    assert action(room.say("Which colour has the moon?")) == "clarify"


@pytest.mark.parametrize("text", ["Hello", "hi there", "Guten Tag", "hola buenas", "alright", "ok", "thanks, bye"])
def test_small_talk_is_never_asked_what_it_means(room: Room, text: str) -> None:
    room.settle(HELPS)
    handled = room.say(text)
    assert action(handled) == "reply"
    assert not response(handled).response.asks_back


def test_small_talk_after_asking_back_brings_no_human(room: Room) -> None:
    room.settle(HELPS)
    assert action(room.say("Which colour has the moon?")) == "clarify"
    assert action(room.say("ok")) == "reply"


@pytest.mark.parametrize(
    "about", [{"writer": "caller"}, {"writer": "nobody"}, {"facts": {"status": "on its way"}}], ids=str
)
def test_where_somebody_else_knows_more_the_faq_is_no_measure(room: Room, about: dict[str, object]) -> None:
    room.settle(HELPS)
    assert "low_confidence" not in reasons(room, "Which colour has the moon?", **about)


def test_only_known_offers_count(room: Room) -> None:
    room.settle(msgspec.structs.replace(HELPS, offers={"next_course": "There is a second part."}))
    offered = room.say("Thank you so much, that was perfect!", offers=("next_course",), writer="nobody")
    assert action(offered) == "offer"
    assert action(room.say("Thank you so much!", offers=("plan_upgrade",), writer="nobody")) == "reply"


def test_while_nobody_is_there_plan_b_holds(room: Room) -> None:
    room.settle(msgspec.structs.replace(PLAIN, calendar=NIGHT))
    handled = room.say("Can I talk to a person, please?")
    assert handled.decision is not None
    decided = handled.decision[1].decision.handoff
    assert decided is not None
    assert decided.plan == "plan_b"


def test_a_human_decides_what_the_law_leaves_to_one(room: Room) -> None:
    assert (
        reasons(room, "What about my refund?", tags=frozenset({"decision:refund"}), place="DE")[0] == "human_decision"
    )


def test_what_was_asked_before_a_human_gave_back_is_settled(room: Room) -> None:
    assert reasons(room, "Can I talk to a person, please?")[0] == "asked"
    assert room.state().human_awaited
    assert reasons(room, "Where is my parcel?")[0] == "asked"


def test_the_decision_does_not_wait_for_a_place_in_the_ledger(room: Room) -> None:
    room.say("Where is my parcel?", conversation_id="c-2", person_id="bob")
    first = room.say("Where is my parcel?")
    room.settle(PLAIN)
    again = room.say("Where is my parcel?", conversation_id="c-3", person_id="eva")
    assert first.decision is not None
    assert again.decision is not None
    assert first.decision[1].decision == again.decision[1].decision


def test_there_is_no_case_where_nothing_was_decided(room: Room) -> None:
    handled = room.say("Where is my parcel?", writer="past")
    assert handled.decision is None
    assert room.companion.pending("c-1", room.now) is None
    assert case_again(arrival("Where is my parcel?"), room.state(), PLAIN, reader().estimator, room.now) is None


def test_a_conversation_is_folded_alike_at_once_and_step_by_step(room: Room) -> None:
    room.say("Where is my parcel?")
    room.say("That did not help at all.")
    held = met(room.state(), reader().estimator)
    room.settle(PLAIN)
    read_again = met(room.state(), reader().estimator)
    assert [one.customer for one in held.exchanges] == [one.customer for one in read_again.exchanges] == [(0,), (2,)]
    assert [one.gap for one in held.exchanges] == pytest.approx([one.gap for one in read_again.exchanges])


def test_time_is_what_the_caller_says(room: Room) -> None:
    assert room.say("Where is my parcel?").turn[1].reading.turn.time == room.now
    assert room.now.tzinfo is dt.UTC


@pytest.mark.parametrize("back", ["It is not settled!", "That did not solve it.", "Es geht immer noch nicht."])
def test_what_a_human_had_settled_and_comes_back_goes_to_a_human_again(room: Room, back: str) -> None:
    _settled(room)
    handled = room.say(back)
    assert handled.decision is not None
    assert (action(handled), handled.decision[1].decision.leading) == ("handoff", "not_settled")


@pytest.mark.parametrize("back", ["Thank you so much!", "One more question: where do I find the invoice?", "Hello"])
def test_what_else_comes_after_it_was_settled_is_the_assistants(room: Room, back: str) -> None:
    _settled(room)
    assert action(room.say(back)) in {"reply", "clarify"}


def test_once_the_assistant_has_answered_again_it_is_a_matter_of_its_own(room: Room) -> None:
    _settled(room)
    room.say("Thank you so much!")
    handled = room.say("That did not solve it.")
    assert handled.decision is not None
    assert handled.decision[1].decision.leading != "not_settled"


def _settled(room: Room) -> None:
    room.say("Can I talk to a person, please?")
    (row,) = room.ledger.handoffs.open()
    handoff.claim(room.companion, Asked("", room.now, agent="ada"), row.place)
    handoff.answer(room.companion, Asked("", room.now, agent="ada"), row.place, "It is on its way to you.")
    handoff.resolve(room.companion, Asked("", room.now, agent="ada"), row.place)
