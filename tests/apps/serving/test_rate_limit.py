"""No key gets more than its burst and what has flowed in since."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.serving.rate_limit import MOST_BUCKETS, Bucket, RateLimit, RateLimited, filled


class Clock:
    """Seconds that go up when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def granted(limit: RateLimit, clock: Clock, waits: Sequence[float]) -> int:
    return sum(took(limit, clock, wait) for wait in waits)


def took(limit: RateLimit, clock: Clock, wait: float) -> bool:
    clock.now += wait
    try:
        limit.take("a")
    except RateLimited:
        return False
    return True


@given(
    waits=st.lists(st.floats(0, 3), max_size=60),
    rate=st.floats(0.1, 20),
    burst=st.integers(1, 10),
)
def test_nobody_gets_more_than_the_burst_and_what_flowed_in(waits: list[float], rate: float, burst: int) -> None:
    clock = Clock()
    assert granted(RateLimit(rate, burst, clock), clock, waits) <= burst + rate * sum(waits) + 1e-6


@given(rate=st.floats(0.1, 20), burst=st.integers(1, 10))
def test_whoever_waits_as_told_is_let_through(rate: float, burst: int) -> None:
    clock = Clock()
    limit = RateLimit(rate, burst, clock)
    assert granted(limit, clock, [0.0] * burst) == burst
    with pytest.raises(RateLimited) as refused:
        limit.take("a")
    clock.now += int(refused.value.headers["retry-after"])
    assert limit.take("a")


@given(tokens=st.floats(0, 5), elapsed=st.floats(-5, 100), rate=st.floats(0.01, 50))
def test_a_bucket_never_overflows_nor_leaks(tokens: float, elapsed: float, rate: float) -> None:
    later = filled(Bucket(tokens, 10.0), 10.0 + elapsed, rate_per_s=rate, burst=5)
    assert tokens <= later.tokens <= 5


def test_keys_do_not_share_a_bucket() -> None:
    limit = RateLimit(1.0, 1, Clock())
    assert limit.take("a")["ratelimit-remaining"] == "0"
    assert limit.take("b")["ratelimit-remaining"] == "0"


def test_many_keys_take_bounded_memory() -> None:
    limit = RateLimit(1.0, 1, Clock())
    assert all(limit.take(f"key {number}") for number in range(MOST_BUCKETS + 10))
    assert len(limit._buckets) == MOST_BUCKETS
