"""The retention schedule: shipped, changed by an operator, and refused."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.retention import KeptTooLong, Kind, Schedule, ScheduleMalformed, schedule_of, shipped

MUSEUM = Path(__file__).parent / "assets" / "retention"
NOW = dt.datetime(2026, 11, 22, 4, 3, 8, tzinfo=dt.UTC)
kinds = st.sampled_from(Kind)
ages = st.timedeltas(dt.timedelta(days=-10), dt.timedelta(days=2000))


@given(kind=kinds, age=ages, wait=st.timedeltas(dt.timedelta(0), dt.timedelta(days=2000)))
def test_what_is_due_stays_due(kind: Kind, age: dt.timedelta, wait: dt.timedelta) -> None:
    assert shipped().due(kind, NOW - age, NOW) <= shipped().due(kind, NOW - age, NOW + wait)


@given(kind=kinds, age=ages)
def test_it_is_due_exactly_after_its_days(kind: Kind, age: dt.timedelta) -> None:
    assert shipped().due(kind, NOW - age, NOW) == (age >= dt.timedelta(days=shipped().rules[kind].days))


@given(kind=kinds)
def test_until_is_the_first_moment_it_is_due(kind: Kind) -> None:
    until = shipped().until(kind, NOW)
    assert shipped().due(kind, NOW, until)
    assert not shipped().due(kind, NOW, until - dt.timedelta(microseconds=1))


@given(kind=kinds, age=ages, days=st.integers(0, 30))
def test_a_shorter_schedule_erases_no_later(kind: Kind, age: dt.timedelta, days: int) -> None:
    limit = shipped().rules[kind].days
    shorter = changed(kind, min(days, limit))
    assert shorter.due(kind, NOW - age, NOW) >= shipped().due(kind, NOW - age, NOW)


@given(kind=kinds, other=kinds)
def test_a_change_changes_what_it_names_and_nothing_else(kind: Kind, other: Kind) -> None:
    schedule = changed(kind, 0)
    assert (schedule.rules[other] == shipped().rules[other]) == (kind is not other)
    assert schedule.rules[kind].longest == shipped().rules[kind].longest


def changed(kind: Kind, days: int) -> Schedule:
    return shipped().changed_by(f'[{kind.value}]\ndays = {days}\nreason = "Ours."\n')


def test_every_kind_is_kept_for_a_time_and_a_reason() -> None:
    assert set(shipped().rules) == set(Kind)
    assert all(rule.reason.endswith(".") for rule in shipped().rules.values())


def test_crisis_flags_go_before_everything_people_work_with() -> None:
    days = {kind: rule.days for kind, rule in shipped().rules.items()}
    assert days[Kind.CRISIS] < min(days[kind] for kind in (Kind.MESSAGE, Kind.ESTIMATE, Kind.PROFILE, Kind.DECISION))


def test_voice_and_face_are_never_kept() -> None:
    assert shipped().due(Kind.RECORDING, NOW, NOW)
    with pytest.raises(KeptTooLong, match="keeps 'recording' for 1 days; at most 0 are allowed"):
        changed(Kind.RECORDING, 1)


def test_crisis_flags_cannot_be_kept_for_long() -> None:
    assert changed(Kind.CRISIS, 90).rules[Kind.CRISIS].days == 90
    with pytest.raises(KeptTooLong, match=r"at most 90 are allowed\. Set days of \[crisis\] to 90 or less"):
        changed(Kind.CRISIS, 91)


def test_a_limit_holds_for_a_schedule_already_changed() -> None:
    with pytest.raises(KeptTooLong):
        changed(Kind.CRISIS, 10).changed_by('[crisis]\ndays = 91\nreason = "Longer."\n')


def test_an_empty_file_changes_nothing() -> None:
    assert shipped().changed_by("") == shipped()


def test_days_are_counted_in_time_passed_whatever_the_zone() -> None:
    east = dt.timezone(dt.timedelta(hours=9))
    flagged = dt.datetime(2026, 10, 23, 13, 3, 8, tzinfo=east)
    assert shipped().due(Kind.CRISIS, flagged, NOW)
    assert not shipped().due(Kind.CRISIS, flagged + dt.timedelta(seconds=1), NOW)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("no_toml", "line 4"),
        ("unknown_kind", "'gossip'"),
        ("reason_missing", "missing required field `reason`"),
        ("reason_blank", "reason"),
        ("days_missing", "missing required field `days`"),
        ("days_negative", ">= 0"),
        ("days_beyond_a_century", "<= 36500"),
        ("days_in_words", "got `str`"),
        ("unknown_field", "`weeks`"),
        ("limit_lifted", "`longest`"),
        ("bare_number", "got `int`"),
    ],
)
def test_a_bad_schedule_is_refused_and_says_where(fault: str, said: str) -> None:
    with pytest.raises(ScheduleMalformed) as raised:
        shipped().changed_by((MUSEUM / f"{fault}.toml").read_text(encoding="utf-8"))
    assert said in raised.value.happened
    assert "kinds are message, recording" in raised.value.fix


def test_every_fault_of_the_museum_is_shown() -> None:
    assert len(list(MUSEUM.iterdir())) == 11


def test_a_whole_schedule_with_a_hole_is_refused() -> None:
    with pytest.raises(ScheduleMalformed, match="it says nothing of recording, crisis, "):
        schedule_of('[message]\ndays = 1\nreason = "Short."\n')


def test_a_whole_schedule_over_its_own_limit_is_refused() -> None:
    whole = "".join(f'[{kind.value}]\ndays = 9\nlongest = 8\nreason = "Long."\n' for kind in Kind)
    with pytest.raises(KeptTooLong):
        schedule_of(whole)
