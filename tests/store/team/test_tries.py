"""Who fails waits, ever longer; who succeeds is forgiven; what is held is bounded."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.store.team import tries as module
from humanely.store.team.tries import FORGOTTEN_AFTER, FREE, LONGEST_WAIT, Count, Key, Tries, TriesExhausted

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
ADA, WIDE = Key(("ada", "here")), Key(("source", "here"), free=8)


def fail(tries: Tries, times: int, *keys: Key) -> None:
    for _ in range(times):
        tries.begin(keys, NOON)


@given(failures=st.integers(1, 10_000))
def test_no_wait_is_shorter_than_the_one_before_nor_longer_than_the_longest(failures: int) -> None:
    wait, next_ = (Count(n, NOON).until(FREE) - NOON for n in (failures, failures + 1))
    assert dt.timedelta(0) <= wait <= next_ <= LONGEST_WAIT


def test_the_first_five_are_free() -> None:
    tries = Tries()
    fail(tries, FREE, ADA)
    with pytest.raises(TriesExhausted, match="in 5 s, at 12:00:05 UTC"):
        tries.begin([ADA], NOON)
    assert tries.begin([ADA], NOON + dt.timedelta(seconds=5)) == FREE + 1


def test_a_try_that_has_to_wait_counts_for_nothing() -> None:
    tries = Tries()
    fail(tries, FREE, ADA)
    with pytest.raises(TriesExhausted):
        tries.begin([ADA], NOON)
    assert tries.begin([ADA], NOON + dt.timedelta(seconds=5)) == FREE + 1


def test_success_forgives_the_first_key_and_takes_one_from_the_others() -> None:
    tries = Tries()
    fail(tries, 4, ADA, WIDE)
    assert tries.succeeded([ADA, WIDE], NOON) == 3
    assert tries.begin([ADA], NOON) == 1
    assert tries.begin([WIDE], NOON) == 4


def test_the_wider_key_waits_on_its_own() -> None:
    tries = Tries()
    fail(tries, 4, Key(("one", "here")), WIDE)
    fail(tries, 4, Key(("two", "here")), WIDE)
    with pytest.raises(TriesExhausted):
        tries.begin([ADA, WIDE], NOON)


def test_failures_are_forgotten_after_an_hour() -> None:
    tries = Tries()
    fail(tries, FREE, ADA)
    assert tries.begin([ADA], NOON + FORGOTTEN_AFTER) == 1


def test_what_is_held_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_HELD", 3)
    tries = Tries()
    fail(tries, 2, ADA)
    fail(tries, 1, Key(("a",)), Key(("b",)), Key(("c",)))
    assert tries.begin([ADA], NOON) == 1
