"""By when somebody answers, as people read it."""

import datetime as dt

import msgspec
import pytest

from humanely.people.calendar import calendar
from humanely.people.opening_hours import read_hours
from humanely.pipeline.acting import Asked
from humanely.pipeline.handoffs.handoff import ask, due
from humanely.pipeline.handoffs.promise import answered_by, ways_open
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import Where
from humanely.response.channel import Way
from humanely.store.records import HandoffRecord
from tests.pipeline.room import PLAIN, Room, arrival

MONDAY = dt.datetime(2026, 3, 2, 9, 0, 30, tzinfo=dt.UTC)
FRIDAY = dt.datetime(2026, 3, 6, 16, 55, tzinfo=dt.UTC)
OFFICE = msgspec.structs.replace(PLAIN, calendar=calendar(read_hours("Mon-Fri 09:00-17:00 UTC", "")))


def test_on_the_same_day_only_the_time_is_said_and_never_before_what_is_meant() -> None:
    assert answered_by(PLAIN, MONDAY, 0.7, locale="de", zone="Europe/Berlin") == "10:16"


def test_another_day_is_named() -> None:
    assert answered_by(OFFICE, FRIDAY, 0.7, locale="de", zone="Europe/Berlin") == "Mo., 9. März, 10:10"


def test_whose_clock_it_is_is_said_where_the_persons_is_not_known() -> None:
    assert answered_by(PLAIN, MONDAY, 0.7, locale="en", zone=None).endswith("UTC")


@pytest.mark.parametrize(("locale", "clock"), [("en", "(Berlin)"), ("es", "CET"), ("de", "MEZ"), ("fr", "(Berlin)")])
def test_no_language_counts_hours_from_greenwich(locale: str, clock: str) -> None:
    berlin = msgspec.structs.replace(PLAIN, calendar=calendar(None, zone="Europe/Berlin"))
    assert answered_by(berlin, MONDAY, 0.7, locale=locale, zone=None).endswith(clock)


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr", "it", "pt", "ja", "de-AT"])
def test_every_language_has_a_time(locale: str) -> None:
    assert "16" in answered_by(PLAIN, MONDAY, 0.7, locale=locale, zone="UTC")


def test_who_never_opens_promises_nothing() -> None:
    closed = calendar(read_hours("Mon 09:00-10:00 UTC", ""))
    days = frozenset(dt.date(2026, 1, 1) + dt.timedelta(days=at) for at in range(4000))
    shut = msgspec.structs.replace(PLAIN, calendar=msgspec.structs.replace(closed, closed=days))
    assert answered_by(shut, MONDAY, 0.3, locale="en", zone=None) == ""


def told(room: Room) -> list[str]:
    """What the person was told at each step of the handoff."""
    return [one.message.text for one in room.records() if isinstance(one, HandoffRecord) and one.message]


@pytest.mark.parametrize(
    ("ways", "named"),
    [
        ((), (False, False)),
        (("phone",), (True, False)),
        (("email",), (False, True)),
        (("phone", "email"), (True, True)),
    ],
)
def test_plan_b_tells_of_the_ways_that_are_set_up_and_of_no_other(
    room: Room, ways: tuple[Way, ...], named: tuple[bool, bool]
) -> None:
    nobody = msgspec.structs.replace(PLAIN, calendar=calendar(read_hours("Mon 03:00-04:00 UTC", "")), ways=ways)
    room.settle(nobody)
    ask(room.companion, Asked("", room.now), arrival("", locale="en"))
    assert ("number" in told(room)[0], "address" in told(room)[0]) == named


def test_who_was_left_waiting_is_told_of_them_and_who_has_said_how_is_not_asked_again(room: Room) -> None:
    room.settle(msgspec.structs.replace(PLAIN, ways=("phone",)))
    ask(room.companion, Asked("", room.now), arrival("", locale="en"))
    ask(room.companion, Asked("", room.now), arrival("", conversation_id="c-2", person_id="bo", locale="en"))
    contact.left(room.companion, "c-2", Where(kind="phone", address="+4930901820"), room.now)
    room.now += dt.timedelta(days=1)
    due(room.companion, room.now)
    steps = {name: [one for one in room.records(name) if isinstance(one, HandoffRecord)] for name in ("c-1", "c-2")}
    last = {name: [one.message.text for one in found if one.message][-1] for name, found in steps.items()}
    assert ("number" in last["c-1"], "number" in last["c-2"]) == (True, False)


def test_nobody_is_offered_a_mail_by_mail(room: Room) -> None:
    mails = msgspec.structs.replace(PLAIN, ways=("email",))
    assert (ways_open(mails, room.state(), "chat"), ways_open(mails, room.state(), "email")) == (("email",), ())
