"""After a no, the team is shown nothing that was estimated before; what the person said themselves stays."""

import msgspec

from humanely.pipeline.handoffs.feeling import feeling_of
from humanely.pipeline.handoffs.inbox import inbox
from humanely.pipeline.handoffs.packet import packet
from humanely.pipeline.person.consent import Answered, answer
from humanely.pipeline.person.withheld import as_allowed
from humanely.store.conversation import ConversationState
from humanely.trust.consent import Act, Purpose
from tests.pipeline.room import ASKS, PLAIN, Room
from tests.store.members import active, staff_of

FURIOUS = "I am furious and desperate, this is terrible! I want to talk to a human."
HOUSE = msgspec.structs.replace(PLAIN, consent_texts=(ASKS,))


def said(room: Room, act: Act) -> None:
    """Ada answers whether her messages may be estimated."""
    given = Answered(act=act, purpose=Purpose.ESTIMATE, version=ASKS.version, locale=ASKS.locale)
    answer(given, "ada", room.conversations, HOUSE, room.now)


def furious(room: Room) -> None:
    """Ada agreed, and was estimated."""
    room.settle(HOUSE)
    said(room, Act.GRANTED)
    room.say(FURIOUS)


def allowed(room: Room) -> ConversationState:
    (state,) = as_allowed([room.state()], room.conversations)
    return state


def test_what_was_estimated_is_shown_as_long_as_it_is_allowed(room: Room) -> None:
    furious(room)
    assert feeling_of(allowed(room)).estimated is not None


def test_after_a_no_neither_inbox_nor_packet_shows_what_was_estimated_before(room: Room) -> None:
    furious(room)
    said(room, Act.WITHDRAWN)
    (item,) = inbox(room.companion, active(staff_of(room.database)), room.now).items
    assert (item.feeling.estimated, item.feeling.trend) == (None, "unknown")
    found = packet(allowed(room), room.ledger.conversation("c-1"), HOUSE)
    assert found is not None
    assert found.feeling.estimated is None
    assert {proof.kind for ground in found.why.grounds for proof in ground.evidence} <= {"words", "fact"}
    assert found.asked


def test_what_they_said_they_feel_stays_after_a_no(room: Room) -> None:
    room.settle(HOUSE)
    said(room, Act.GRANTED)
    room.say(FURIOUS, feeling="very_bad")
    said(room, Act.WITHDRAWN)
    told = feeling_of(allowed(room)).said
    assert told is not None
    assert told.valence < 0


def test_who_agrees_again_is_shown_again(room: Room) -> None:
    furious(room)
    said(room, Act.WITHDRAWN)
    said(room, Act.GRANTED)
    assert feeling_of(allowed(room)).estimated is not None


def test_thanks_of_somebody_who_said_no_are_heard_and_not_estimated(room: Room) -> None:
    room.settle(HOUSE)
    said(room, Act.REFUSED)
    room.say("Thank you so much!")
    (reading,) = [one for one in room.state().readings if one.turn.is_customer]
    assert ([cue.name for cue in reading.cues], reading.felt) == (["grateful"], None)
    assert feeling_of(room.state()).estimated is None
