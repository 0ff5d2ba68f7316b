"""Hours used: by the clock of each promise, over nights and week-ends, and of a clock that ran twice the longest."""

import datetime as dt

import msgspec

from humanely.people.calendar import calendar
from humanely.people.opening_hours import read_hours
from humanely.pipeline.handoffs.hours import ClockUsed, hours_used
from humanely.pipeline.house import House
from humanely.store.log.act import Kept
from humanely.store.records import HandoffRecord, NoteRecord, Record, encode
from tests.pipeline.room import PLAIN

FRIDAY = dt.datetime(2026, 3, 6, 16, 0, tzinfo=dt.UTC)
MONDAY = FRIDAY + dt.timedelta(days=3)
HOUR = dt.timedelta(hours=1)
WEEK: House = msgspec.structs.replace(PLAIN, calendar=calendar(read_hours("Mon–Fri 09:00–17:00", "GB")))


def acts(*happened: tuple[dt.datetime, str]) -> list[Kept]:
    """Steps of a handoff, each with when it was taken."""
    return [kept(place, at, step(state)) for place, (at, state) in enumerate(happened)]


def kept(place: int, at: dt.datetime, record: Record) -> Kept:
    return Kept(place, at, "handoff", "ada", encode(record))


def step(state: str) -> HandoffRecord:
    record = HandoffRecord(conversation_id="c-1", state="queued", reason="asked", priority=0.3, agent="")
    return msgspec.convert({**msgspec.to_builtins(record), "state": state}, HandoffRecord)


def used(told: tuple[ClockUsed, ...]) -> list[tuple[str, float, int, bool]]:
    return [(one.clock, one.used_minutes, one.allowed_minutes, one.runs) for one in told]


def test_nights_and_week_ends_use_up_nothing() -> None:
    found = hours_used(acts((FRIDAY, "queued")), WEEK, MONDAY - 6 * HOUR)
    assert used(found) == [("answer", 120.0, 60, True), ("resolve", 120.0, 1440, True)]
    assert {one.time for one in found} == {"business"}


def test_where_a_life_may_be_at_risk_day_and_night_count() -> None:
    risk = msgspec.structs.replace(step("queued"), priority=1.0)
    found = hours_used([kept(0, FRIDAY, risk)], WEEK, FRIDAY + 12 * HOUR)
    assert used(found)[0] == ("answer", 720.0, 5, True)
    assert found[0].time == "wall"


def test_what_has_ended_stands_still() -> None:
    steps = acts((FRIDAY, "queued"), (FRIDAY + HOUR / 2, "joined"), (MONDAY, "resolved"))
    assert used(hours_used(steps, WEEK, MONDAY + 5 * HOUR)) == [
        ("answer", 480.0, 60, False),
        ("resolve", 480.0, 1440, False),
    ]


def test_of_two_handoffs_the_newest_is_told() -> None:
    steps = acts((FRIDAY, "queued"), (FRIDAY + HOUR, "declined"), (MONDAY, "queued"))
    assert used(hours_used(steps, WEEK, MONDAY + HOUR / 4)) == [
        ("answer", 15.0, 60, True),
        ("resolve", 15.0, 1440, True),
    ]


def test_for_an_offer_no_clock_runs() -> None:
    assert hours_used(acts((FRIDAY, "offered")), WEEK, MONDAY) == ()


def test_without_a_handoff_nothing_is_told() -> None:
    note = kept(0, FRIDAY, NoteRecord(conversation_id="c-1", text="It is sunny."))
    gone = Kept(1, FRIDAY, "handoff", "ada", None)
    assert hours_used([note, gone], WEEK, MONDAY) == ()
