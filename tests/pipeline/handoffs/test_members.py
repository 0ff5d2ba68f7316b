"""The members of this server as the team that helps: whether somebody is there, and what people call them."""

import datetime as dt

import msgspec
import pytest

from humanely.people.roles import Role
from humanely.pipeline.acting import Asked
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.handoffs.members import FRESH, SEEN_WITHIN, Members
from humanely.pipeline.talk import talk
from humanely.store.team.staff import Staff
from tests.apps.recorded import reader
from tests.pipeline.room import PLAIN, Room
from tests.store.members import AGENT, NOON, active, signed_in, staff_of

LATER = dt.timedelta(seconds=10)
ASKS = "Can I talk to a person, please?"


@pytest.fixture
def staff(room: Room) -> Staff:
    """The team of the room."""
    room.now = NOON
    return staff_of(room.database)


def there(room: Room, staff: Staff, after: dt.timedelta = LATER) -> bool:
    """Whether somebody is there some time after noon."""
    return Members(staff, room.ledger.handoffs).is_there(NOON + after)


def test_as_long_as_there_is_nobody_the_team_works_elsewhere(room: Room, staff: Staff) -> None:
    assert there(room, staff)
    active(staff, "grace", msgspec.structs.replace(AGENT, roles=(Role.AUDITOR,)))
    assert there(room, staff)


def test_somebody_is_there_while_they_are_seen(room: Room, staff: Staff) -> None:
    active(staff)
    assert not there(room, staff)
    signed_in(staff)
    assert there(room, staff)
    assert not there(room, staff, SEEN_WITHIN + LATER)


def test_whoever_takes_nothing_new_or_rests_is_not_there(room: Room, staff: Staff) -> None:
    ada = active(staff)
    signed_in(staff)
    staff.rest(ada.id, NOON + dt.timedelta(hours=1))
    assert not there(room, staff)
    staff.rest(ada.id, None)
    staff.change(ada.id, msgspec.structs.replace(AGENT, available=False), NOON)
    assert not there(room, staff)


def test_whoever_has_their_hands_full_is_not_there(room: Room, staff: Staff) -> None:
    ada = active(staff, profile=msgspec.structs.replace(AGENT, capacity=1))
    signed_in(staff)
    room.say(ASKS)
    handoff.claim(room.companion, Asked("", room.now, agent=ada.id), room.ledger.handoffs.open()[0].place)
    assert not there(room, staff)


def test_it_is_looked_at_anew_after_a_moment_only(room: Room, staff: Staff) -> None:
    members = Members(staff, room.ledger.handoffs)
    assert members.is_there(NOON)
    active(staff)
    assert members.is_there(NOON + FRESH / 2)
    assert not members.is_there(NOON + FRESH)


def test_where_nobody_is_there_who_asks_hears_it(room: Room, staff: Staff) -> None:
    active(staff)
    companion = Companion(room.conversations, PLAIN, reader(), Members(staff, room.ledger.handoffs))
    room.companion = companion
    words = room.say(ASKS)
    assert words.decision is not None
    assert words.decision[1].decision.handoff is not None
    assert words.decision[1].decision.handoff.plan == "plan_b"
    assert "somebody will have answered" in talk(room.ledger.conversation("c-1"))[-1].text


@pytest.mark.parametrize(("names", "called"), [(True, "Ada"), (False, "human")])
def test_people_are_told_a_name_only_where_the_house_says_so(
    room: Room, staff: Staff, names: bool, called: str
) -> None:
    ada = active(staff)
    signed_in(staff)
    house = msgspec.structs.replace(PLAIN, names=names)
    room.companion = Companion(room.conversations, house, reader(), Members(staff, room.ledger.handoffs))
    room.say(ASKS)
    handoff.claim(room.companion, Asked("", room.now, agent=ada.id), room.ledger.handoffs.open()[0].place)
    assert called in talk(room.ledger.conversation("c-1"))[-1].text


def test_whoever_is_not_known_has_no_name(room: Room, staff: Staff) -> None:
    assert Members(staff, room.ledger.handoffs).name("nobody") == ""
