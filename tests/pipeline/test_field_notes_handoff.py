"""What people who run such systems complain about, line by line, on handing over: each is a behaviour held here.

What is held elsewhere is named: clocks in tests/people (calendar, sla) and tests/pipeline/handoffs/test_clocks.py,
capacity in tests/people/test_routing.py, the packet in tests/pipeline/handoffs/test_packet.py.
"""

from collections.abc import Callable
from typing import get_args

import msgspec
import pytest

from humanely.people.handoff import MOVES
from humanely.pipeline.acting import Asked, Placed
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion, Superseded
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.handoffs.handoff import _TOLD as TOLD
from humanely.pipeline.handoffs.packet import packet
from humanely.pipeline.outcome import Outcome
from humanely.pipeline.respond import Drafted
from humanely.pipeline.talk import talk
from humanely.response.finding import Verdict
from humanely.response.handoff_words import Step
from humanely.store.records import HandoffRecord
from tests.apps.recorded import MINUTE
from tests.pipeline.room import PLAIN, Room, action, kinds, reply, response

ASKS = "Can I talk to a person, please?"
WRITES = msgspec.structs.replace(PLAIN, generates=True)
WRITTEN = Drafted("Your course opens again as soon as you sign in.", Verdict(True, ()), "scripted", "generated")


def ada(room: Room) -> Asked:
    """A member of the team, now."""
    return Asked("", room.now, agent="ada")


def called(room: Room) -> int:
    """The id of a handoff that the person asked for."""
    room.say(ASKS)
    return room.ledger.handoffs.open()[0].place


def test_the_handoff_is_a_typed_field_never_a_sentence(room: Room) -> None:
    told = room.say(ASKS)
    assert told.decision is not None
    assert told.decision[1].decision.handoff is not None
    assert [one.state for one in room.records() if isinstance(one, HandoffRecord)] == ["queued"]
    assert len(room.ledger.handoffs.open()) == 1


def test_the_person_always_gets_a_message_in_words_that_fit_the_reason(room: Room) -> None:
    asked = reply(room.say(ASKS))
    failed = reply(room.say("This is the third time it does not work, I am furious!", conversation_id="c-2"))
    assert "human" in asked
    assert failed
    assert asked != failed


@pytest.mark.parametrize("take", [handoff.release, handoff.give_back, handoff.resolve])
def test_each_step_that_concerns_the_person_is_told_to_them(
    room: Room, take: Callable[[Companion, Asked, int], Placed]
) -> None:
    place = called(room)
    before = len(talk(room.ledger.conversation("c-1")))
    handoff.claim(room.companion, ada(room), place)
    take(room.companion, ada(room), place)
    assert len(talk(room.ledger.conversation("c-1"))) == before + 2


def test_there_are_words_for_every_step_but_those_that_are_for_the_team() -> None:
    assert set(MOVES) - set(TOLD) == {"queued", "alerted", "overdue"}
    assert set(TOLD.values()) <= set(get_args(Step))


def test_once_a_human_has_spoken_the_assistant_is_silent_checked_again_when_it_would_send(room: Room) -> None:
    room.settle(WRITES)
    pending = room.say("When does my course open again?")
    handoff.ask(room.companion, ada(room), arrival_of(room))
    handoff.claim(room.companion, ada(room), room.ledger.handoffs.open()[0].place)
    assert isinstance(room.companion.finish(pending, WRITTEN, room.now), Superseded)
    assert response(room.say("Hello?")).response.status == "silent"


def arrival_of(room: Room) -> Arrival:
    """Whoever presses for a human in this conversation."""
    return Arrival(conversation_id="c-1", person_id=room.state().person_id, text="")


def test_after_the_return_it_speaks_again(room: Room) -> None:
    place = called(room)
    handoff.claim(room.companion, ada(room), place)
    handoff.give_back(room.companion, ada(room), place)
    assert reply(room.say("Where do I find my invoice?"))


def test_what_was_asked_for_ends_with_its_handoff_and_a_reopened_conversation_does_not_loop(room: Room) -> None:
    place = called(room)
    handoff.claim(room.companion, ada(room), place)
    handoff.resolve(room.companion, ada(room), place)
    assert [action(room.say(text)) for text in ("Hello again!", "Thank you!")] == ["reply", "reply"]
    assert room.ledger.handoffs.open() == ()


def test_where_nobody_comes_there_is_a_timeout_and_the_person_is_told_another_way(room: Room) -> None:
    called(room)
    handoff.due(room.companion, room.now + 10 * MINUTE)
    last = talk(room.ledger.conversation("c-1"))[-1]
    assert (last.kind, "somebody will have answered" in last.text) == ("handoff", True)
    assert room.ledger.handoffs.open()[0].state == "timed_out"
    handoff.claim(room.companion, ada(room), room.ledger.handoffs.open()[0].place)


def test_no_that_is_not_it_is_a_failed_attempt_and_several_call_a_human(room: Room) -> None:
    room.say("My login does not work.", facts={"answer": "Use the link in the mail."})
    first = room.say("No, that's not it.", facts={"answer": "Try another browser."})
    second = room.say("No, that did not work either.", facts={"answer": "Clear the cache."})
    assert first.decision is not None
    assert "failed_attempt" in str(first.decision[1].decision)
    assert action(second) == "handoff"


def test_the_human_gets_the_story_with_the_places_of_what_was_said(room: Room) -> None:
    place = called(room)
    state = room.state()
    story = packet(state, room.ledger.conversation("c-1"), PLAIN)
    assert story is not None
    assert (story.handoff, story.why.code) == (place, "asked")
    assert story.why.grounds[0].evidence[0].place is not None
    assert story.first_line.text


def test_two_messages_in_a_row_and_two_humans_at_once_are_one_voice(room: Room) -> None:
    handoff.claim(room.companion, ada(room), called(room))
    told = [one for one in (room.say("Hello?"), room.say("Are you there?")) if isinstance(one, Outcome)]
    assert [kinds(one) for one in told] == [[], []]
