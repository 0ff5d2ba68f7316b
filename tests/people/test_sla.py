"""The clocks of a handoff: which of them run, until when, and what no file of an operator's may ask for."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.people.calendar import Calendar, calendar
from humanely.people.opening_hours import read_hours
from humanely.people.sla import (
    CLOCKS,
    Deadlines,
    Sla,
    SlaForbidden,
    SlaUnreadable,
    deadlines,
    honest_time,
    shipped,
    sla,
)
from tests.people.calendars import calendars, moments

MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
OFFICE = calendar(read_hours("Mon–Fri 09:00–17:00 UTC", "DE"))
PRESSING = {"crisis": 1.0, "urgent": 0.7, "normal": 0.3}
unhurried = settings(deadline=None)
priorities = st.floats(0, 1)
tiers = st.sampled_from(["", "urgent.from_priority = 0.9", "normal.answer.minutes = 500"]).map(sla)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def due(
    priority: float,
    *,
    opened_at: datetime = MONDAY,
    joined: bool = False,
    answered: bool = False,
    waiting_since: datetime | None = MONDAY,
    team: Calendar = OFFICE,
) -> Deadlines:
    """The clocks of a handoff that goes on, of which the person has not yet heard that nobody came."""
    return deadlines(
        shipped(),
        team,
        priority=priority,
        opened_at=opened_at,
        joined_at=opened_at + minutes(1) if joined else None,
        answered=answered,
        waiting_since=waiting_since,
        timed_out=False,
        ended=False,
    )


def clocks(found: Deadlines) -> set[str]:
    return {name for name in (*CLOCKS, "timeout") if getattr(found, name)}


def test_while_queued_the_first_answer_the_end_and_the_timeout_run() -> None:
    assert clocks(due(0.3)) == {"answer", "resolve", "timeout"}


def test_whoever_has_come_has_still_to_answer() -> None:
    assert clocks(due(0.3, joined=True)) == {"answer", "resolve"}


def test_the_update_runs_once_a_human_has_answered_and_the_person_has_written_again() -> None:
    assert clocks(due(0.3, joined=True, answered=True)) == {"update", "resolve"}


def test_where_nothing_waits_only_the_end_runs() -> None:
    assert clocks(due(0.3, joined=True, answered=True, waiting_since=None)) == {"resolve"}


@given(priority=priorities, joined=st.booleans(), answered=st.booleans(), timed_out=st.booleans())
def test_after_the_end_no_clock_runs(priority: float, joined: bool, answered: bool, timed_out: bool) -> None:
    found = deadlines(
        shipped(),
        OFFICE,
        priority=priority,
        opened_at=MONDAY,
        joined_at=MONDAY if joined else None,
        answered=answered,
        waiting_since=MONDAY,
        timed_out=timed_out,
        ended=True,
    )
    assert found == Deadlines()
    assert found.next is None


def test_who_was_told_that_nobody_came_is_not_told_again_and_still_waits_for_an_answer() -> None:
    found = deadlines(
        shipped(),
        OFFICE,
        priority=0.3,
        opened_at=MONDAY,
        joined_at=None,
        answered=False,
        waiting_since=MONDAY,
        timed_out=True,
        ended=False,
    )
    assert clocks(found) == {"answer", "resolve"}


def test_the_first_answer_and_the_update_are_different_clocks() -> None:
    asked_again = MONDAY + minutes(90)
    assert due(0.3).answer == MONDAY + minutes(60)
    assert due(0.3, joined=True, answered=True, waiting_since=asked_again).update == asked_again + minutes(120)


def test_left_by_who_had_it_it_is_due_from_what_waits_since_then() -> None:
    left = MONDAY + minutes(90)
    found = due(0.3, waiting_since=left)
    assert (found.answer, found.timeout) == (left + minutes(60), left + minutes(10))
    assert found.resolve == due(0.3).resolve


def test_at_night_an_answer_is_due_in_the_morning_but_the_person_hears_at_once() -> None:
    found = due(0.3, opened_at=NIGHT, waiting_since=NIGHT)
    assert found.answer == datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    assert found.timeout == found.next == NIGHT + minutes(10)


def test_a_life_at_risk_does_not_wait_for_business_hours() -> None:
    found = due(1.0, opened_at=NIGHT, waiting_since=NIGHT)
    assert found == Deadlines(NIGHT + minutes(5), None, NIGHT + minutes(480), NIGHT + minutes(2))


@unhurried
@given(team=calendars(), one=priorities, other=priorities, opened=moments)
def test_the_more_pressing_is_never_due_later(team: Calendar, one: float, other: float, opened: datetime) -> None:
    less, more = sorted((one, other))
    later, sooner = (due(level, opened_at=opened, waiting_since=opened, team=team) for level in (less, more))
    assert [getattr(sooner, name) <= getattr(later, name) for name in ("answer", "resolve", "timeout")] == [True] * 3


@unhurried
@given(team=calendars(), priority=priorities, opened=moments, wait=st.integers(0, 10_000), answered=st.booleans())
def test_every_deadline_lies_after_what_it_counts_from_and_the_next_is_the_first(
    team: Calendar, priority: float, opened: datetime, wait: int, answered: bool
) -> None:
    since = opened + minutes(wait)
    found = due(priority, opened_at=opened, joined=answered, answered=answered, waiting_since=since, team=team)
    running = [getattr(found, name) for name in clocks(found)]
    assert found.next == min(running)
    assert found.next > opened
    assert (found.update or found.answer or opened) > since


@unhurried
@given(team=calendars(), priority=priorities, now=moments)
def test_an_honest_time_is_when_somebody_is_there_and_never_before_the_deadline(
    team: Calendar, priority: float, now: datetime
) -> None:
    told = honest_time(shipped(), team, now, priority)
    deadline = due(priority, opened_at=now, waiting_since=now, team=team).answer
    assert team.open_at(told) or team.open_at(told - timedelta(microseconds=1))
    assert deadline is not None
    assert told >= deadline > now


def test_at_night_nobody_is_promised_an_answer_in_five_minutes() -> None:
    assert honest_time(shipped(), OFFICE, NIGHT, 1.0) == datetime(2026, 11, 24, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(("level", "priority"), PRESSING.items())
def test_each_level_has_its_tier(level: str, priority: float) -> None:
    assert shipped().level(priority) == level
    assert shipped().tier(priority) == getattr(shipped(), level)


@given(tiers=tiers, priority=priorities)
def test_every_priority_has_a_level_and_only_a_life_at_risk_is_a_crisis(tiers: Sla, priority: float) -> None:
    assert tiers.tier(priority).from_priority <= priority
    assert (tiers.level(priority) == "crisis") == (priority == 1)


def test_what_a_file_leaves_out_stays_as_it_was() -> None:
    own = sla("[normal]\nanswer = { minutes = 30 }")
    assert own.normal.answer.minutes == 30
    assert own.normal.answer.time == "business"
    assert (own.crisis, own.urgent, own.normal.update) == (
        shipped().crisis,
        shipped().urgent,
        shipped().normal.update,
    )


def test_an_empty_file_is_the_shipped_sla() -> None:
    assert sla("") == shipped()


FORBIDDEN = {
    "a crisis in business hours": ('crisis.update.time = "business"', 'Set crisis.update.time to "wall"'),
    "a crisis after what is urgent": ("crisis.answer.minutes = 20\n", "no more minutes than urgent.answer"),
    "urgent after normal": ("urgent.resolve.minutes = 2000", "no more minutes than normal.resolve"),
    "urgent in business time, normal on the wall": ('normal.answer.time = "wall"', "wall time where that has it"),
    "told later than what is less pressing": ("urgent.timeout_minutes = 11", "Set urgent.timeout_minutes to 10"),
    "told later than answered": ("normal.timeout_minutes = 61", "Set it to 60 or less"),
    "levels in the wrong order": ("urgent.from_priority = 1.0", "Set crisis.from_priority above"),
    "priorities without a level": ("normal.from_priority = 0.1", "normal.from_priority to 0"),
}


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_what_no_file_may_ask_for_is_refused_with_what_to_do(fault: str) -> None:
    text, fix = FORBIDDEN[fault]
    with pytest.raises(SlaForbidden) as refused:
        sla(text)
    assert fix in refused.value.fix


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("urgent.answer.minutes = 0", r"\$.urgent.answer.minutes"),
        ("urgent.answer.minutes = 43201", r"\$.urgent.answer.minutes"),
        ('normal.answer.time = "lunch"', r"\$.normal.answer.time"),
        ("urgent.from_priority = 1.5", r"\$.urgent.from_priority"),
        ("urgent.answer = 15", r"\$.urgent.answer"),
        ("urgent.sometime = 1", "sometime"),
        ("vip.timeout_minutes = 1", "vip"),
        ("[urgent", "not TOML"),
    ],
)
def test_a_file_that_is_no_sla_is_refused_where_it_is_not(text: str, where: str) -> None:
    with pytest.raises(SlaUnreadable, match=f"{where}.*Compare it with"):
        sla(text)
