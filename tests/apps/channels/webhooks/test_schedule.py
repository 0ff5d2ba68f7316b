"""The schedule: it ends within a day or so, it never hurries, and it listens."""

import datetime as dt
from collections.abc import Iterator
from itertools import accumulate
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.channels.webhooks.schedule import DELAYS_S, JITTER, LONGEST_S, Tried, after
from humanely.store.outward.deliveries import Delivery

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
FIRST = Delivery(
    id="msg", webhook="w", place=1, event="turn.decided", state="waiting", attempts=0, created_at=NOON, next_at=NOON
)
FAILED = Tried(status=500, fault="answered 500")

seeds = st.integers(0, 2**32)
attempts = st.integers(0, len(DELAYS_S) - 1)
failures = st.builds(
    Tried,
    status=st.none() | st.integers(300, 599),
    fault=st.just("fault"),
    retry_after_s=st.floats(0, 10 * LONGEST_S),
)


def waited_s(delivery: Delivery) -> float:
    assert delivery.next_at is not None
    return (delivery.next_at - NOON).total_seconds()


def test_the_tries_are_those_of_the_standard() -> None:
    minute, hour = 60, 3600
    ages = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]
    assert list(accumulate(DELAYS_S)) == pytest.approx(ages, abs=5)


@given(tried_before=attempts, tried=failures, seed=seeds)
def test_a_try_that_failed_is_followed_by_another_neither_early_nor_beyond_what_was_asked(
    tried_before: int, tried: Tried, seed: int
) -> None:
    delivery = msgspec.structs.replace(FIRST, attempts=tried_before)
    again = after(delivery, tried, NOON, Random(seed))
    delay_s, asked_s = DELAYS_S[tried_before], min(tried.retry_after_s, LONGEST_S)
    assert (again.state, again.attempts) == ("waiting", tried_before + 1)
    assert max(delay_s * (1 - JITTER), asked_s) - 1e-3 <= waited_s(again) <= max(delay_s, asked_s) + 1e-3


def failing(rng: Random) -> Iterator[Delivery]:
    """A delivery after each of its tries, all of which fail."""
    delivery = FIRST
    while delivery.next_at is not None:
        delivery = after(delivery, FAILED, delivery.next_at, rng)
        yield delivery


@given(seed=seeds)
def test_whoever_never_answers_is_given_up_within_a_day(seed: int) -> None:
    *waiting, dead = failing(Random(seed))
    assert len(waiting) == 9
    assert 21 * 3600 <= waited_s(waiting[-1]) <= 24 * 3600
    assert (dead.state, dead.attempts, dead.next_at, dead.status) == ("dead", 10, None, 500)


@given(status=st.integers(200, 299), tried_before=st.integers(0, 20), seed=seeds)
def test_what_arrived_has_ended(status: int, tried_before: int, seed: int) -> None:
    delivery = msgspec.structs.replace(FIRST, attempts=tried_before)
    done = after(delivery, Tried(status=status), NOON, Random(seed))
    assert (done.state, done.attempts, done.next_at, done.fault) == ("delivered", tried_before + 1, None, "")


def test_two_that_failed_together_do_not_come_back_together() -> None:
    rng = Random(3)
    assert len({after(FIRST, FAILED, NOON, rng).next_at for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("status", "arrived", "gone"), [(200, 1, 0), (204, 1, 0), (302, 0, 0), (410, 0, 1), (None, 0, 0)]
)
def test_an_answer_says_whether_it_arrived_and_whether_anybody_is_there(
    status: int | None, arrived: bool, gone: bool
) -> None:
    tried = Tried(status=status)
    assert (tried.arrived, tried.nobody_there) == (bool(arrived), bool(gone))
