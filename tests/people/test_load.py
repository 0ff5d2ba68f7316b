"""Load: a heavy handoff counts for more, fades when it has ended, and is followed by a break."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.people.load import Carried, forgotten_after, load, readiness, rests_until, weight

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
priorities = st.floats(0, 1)
ages = st.integers(0, 24 * 3600).map(lambda seconds: timedelta(seconds=seconds))
carried = st.builds(Carried, priorities, st.one_of(st.none(), ages.map(lambda age: NOON - age)))
several = st.lists(carried, max_size=6)
capacities = st.integers(0, 6)


@given(one=priorities, other=priorities)
def test_the_more_pressing_never_weighs_less_and_nothing_under_one_or_over_three(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert 1 <= weight(less) <= weight(more) <= 3


def test_an_ordinary_handoff_weighs_one_and_a_life_at_risk_three() -> None:
    assert (weight(0.0), weight(1.0)) == (1, 3)


def test_who_carries_nothing_has_no_load() -> None:
    assert load([], NOON) == 0


@given(carries=several, more=carried)
def test_whatever_is_added_never_makes_the_load_lighter(carries: list[Carried], more: Carried) -> None:
    assert load([*carries, more], NOON) >= load(carries, NOON)


@given(carries=several, passes=ages)
def test_time_makes_the_load_lighter_but_not_by_what_is_open(carries: list[Carried], passes: timedelta) -> None:
    still_open = [one for one in carries if one.ended_at is None]
    assert load(still_open, NOON) <= load(carries, NOON + passes) <= load(carries, NOON)


@given(priority=priorities)
def test_an_hour_after_its_end_half_of_a_handoff_is_left(priority: float) -> None:
    assert load([Carried(priority, NOON - timedelta(hours=1))], NOON) == pytest.approx(weight(priority) / 2)


def test_after_a_while_it_is_forgotten() -> None:
    ended = NOON - forgotten_after()
    assert load([Carried(1.0, ended)], NOON) > 0
    assert load([Carried(1.0, ended - timedelta(seconds=1))], NOON) == 0


def test_what_ended_on_a_clock_that_runs_ahead_counts_whole_and_no_more() -> None:
    assert load([Carried(1.0, NOON + timedelta(minutes=5))], NOON) == 3


@given(priority=priorities)
def test_a_break_is_due_after_a_heavy_one_and_only_then(priority: float) -> None:
    assert (rests_until(priority, NOON) is not None) == (weight(priority) >= 2)


def test_after_a_life_at_risk_the_break_is_longer() -> None:
    assert rests_until(0.9, NOON) == NOON + timedelta(minutes=10)
    assert rests_until(1.0, NOON) == NOON + timedelta(minutes=30)


@given(priority=st.floats(0, 1), number=st.integers(0, 6), capacity=capacities)
def test_nobody_is_free_with_as_many_open_as_they_can_have(priority: float, number: int, capacity: int) -> None:
    found = readiness(load([Carried(priority)] * number, NOON), capacity, None, NOON)
    assert found == "full" or number < capacity


@given(capacity=st.integers(1, 6))
def test_with_empty_hands_and_any_capacity_somebody_is_free(capacity: int) -> None:
    assert readiness(load([], NOON), capacity, None, NOON) == "free"


@given(priority=st.just(1.0), capacity=st.integers(1, 3))
def test_one_life_at_risk_fills_the_hands_of_who_can_have_three(priority: float, capacity: int) -> None:
    assert readiness(load([Carried(priority)], NOON), capacity, None, NOON) == "full"


def test_a_break_ends_when_it_is_over() -> None:
    assert readiness(0, 3, NOON + timedelta(seconds=1), NOON) == "resting"
    assert readiness(0, 3, NOON, NOON) == "free"
