"""The inbox of a member, over a real ledger."""

import msgspec

from humanely.people.roles import Role
from humanely.pipeline.acting import Asked
from humanely.pipeline.handoffs.handoff import claim
from humanely.pipeline.handoffs.inbox import LONGEST_EXCERPT, Inbox, inbox, next_for
from humanely.store.team.member import Member
from tests.apps.recorded import NOON
from tests.pipeline.room import Room

ADA = Member(
    id="a" * 16, login="ada", name="Ada", roles=(Role.AGENT,), languages=("en",), created_at=NOON, seen_at=NOON
)
ASKS = "I want to talk to a human, please."
RISK = "I can't do this anymore. I want to die tonight."


def seen(room: Room, member: Member = ADA) -> Inbox:
    """What a member sees who is there."""
    return inbox(room.companion, msgspec.structs.replace(member, seen_at=room.now), room.now)


def waits(room: Room, conversation: str, *texts: str) -> int:
    """Somebody writes until a human is due; the id of the handoff."""
    for text in texts:
        room.say(text, conversation_id=conversation, person_id=f"person of {conversation}")
    handoff = room.state(conversation).handoff
    assert handoff is not None
    return handoff.place


def test_each_has_who_waits_why_since_when_and_until_when(room: Room) -> None:
    place = waits(room, "c-1", "Hello, my order is lost.", ASKS)
    (item,) = seen(room).items
    assert (item.standing.place, item.person_id) == (place, "person of c-1")
    assert (item.reason, item.says) == ("asked", "The person asked for a human.")
    assert (item.level, item.last, item.waits_since) == ("urgent", ASKS, room.now)
    assert item.due is not None
    assert item.due.clock == "answer"
    assert item.fit.reasons == ("language",)


def test_a_life_at_risk_comes_first_with_nothing_of_what_was_said(room: Room) -> None:
    waits(room, "c-1", ASKS)
    place = waits(room, "c-2", RISK)
    first, second = seen(room).items
    assert (first.standing.place, first.crisis, first.last, first.feeling.estimated) == (place, True, "", None)
    assert second.last == ASKS


def test_that_somebody_waits_already_hides_no_reason(room: Room) -> None:
    waits(room, "c-1", ASKS, "Hello? Is anybody there? I asked for a human.")
    assert seen(room).items[0].reason == "asked"


def test_a_long_message_is_cut(room: Room) -> None:
    waits(room, "c-1", f"I want to talk to a human. {'It is long. ' * 60}")
    assert len(seen(room).items[0].last) <= LONGEST_EXCERPT


def test_a_thank_you_does_not_hide_what_they_came_for(room: Room) -> None:
    room.say(ASKS)
    room.say("Thanks")
    item = seen(room).items[0]
    assert (item.last, item.feeling.estimated) == (ASKS, None)


def test_what_somebody_has_is_no_longer_in_the_queue(room: Room) -> None:
    place = waits(room, "c-1", ASKS)
    assert next_for(room.companion, msgspec.structs.replace(ADA, seen_at=room.now), room.now) == (place,)
    claim(room.companion, Asked("", room.now, agent=ADA.id), place)
    assert next_for(room.companion, msgspec.structs.replace(ADA, seen_at=room.now), room.now) == ()
    assert not seen(room).items[0].is_awaited


def test_what_does_not_fit_comes_last_and_is_not_next(room: Room) -> None:
    waits(room, "c-1", "Je voudrais parler à une personne, s'il vous plaît.")
    english = waits(room, "c-2", ASKS)
    assert [item.fit.fits for item in seen(room).items] == [True, False]
    assert next_for(room.companion, msgspec.structs.replace(ADA, seen_at=room.now), room.now) == (english,)


def test_after_a_restart_it_shows_the_same(room: Room) -> None:
    waits(room, "c-1", ASKS)
    waits(room, "c-2", RISK)
    before = seen(room).items
    room.settle(room.companion.house)
    assert seen(room).items == before


def test_of_somebody_who_was_erased_nothing_is_shown(room: Room) -> None:
    waits(room, "c-1", ASKS)
    room.keys.destroy("person of c-1", room.now)
    room.conversations.forget_all()
    assert seen(room).items == ()
