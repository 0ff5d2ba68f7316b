"""Intervals that do not depend on order and mean what they say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.audit.bootstrap import REPLICATES, RunningMean, share, weights


def test_the_weights_of_a_conversation_are_its_own_and_begin_with_one() -> None:
    assert weights("a")[0] == 1.0
    assert np.array_equal(weights("a"), weights("a"))
    assert not np.array_equal(weights("a"), weights("b"))
    assert weights("a").shape == (1 + REPLICATES,)


def test_weights_are_poisson_with_mean_one() -> None:
    drawn = np.concatenate([weights(str(i))[1:] for i in range(50)])
    assert drawn.mean() == pytest.approx(1.0, abs=0.02)
    assert drawn.var() == pytest.approx(1.0, abs=0.05)


def mean_of(values: dict[str, float]) -> RunningMean:
    mean = RunningMean()
    for name, value in values.items():
        mean.add(weights(name), value, 1)
    return mean


@given(st.dictionaries(st.text(max_size=8), st.floats(-1, 1), min_size=10, max_size=40))
def test_the_order_of_conversations_does_not_matter(values: dict[str, float]) -> None:
    one, other = mean_of(values).figure(), mean_of(dict(reversed(values.items()))).figure()
    assert one.value == pytest.approx(other.value, abs=1e-12)
    assert one.low == pytest.approx(other.low, abs=1e-12)


@given(st.dictionaries(st.text(max_size=8), st.floats(-1, 1), min_size=10, max_size=40))
def test_the_interval_lies_within_the_values(values: dict[str, float]) -> None:
    figure = mean_of(values).figure()
    assert figure.low is not None
    assert figure.high is not None
    assert min(values.values()) - 1e-9 <= figure.low <= figure.high <= max(values.values()) + 1e-9


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    rng = np.random.default_rng(7)
    covered = 0
    for trial in range(100):
        figure = mean_of({f"{trial}-{i}": value for i, value in enumerate(rng.normal(0.3, 1, 60))}).figure()
        covered += figure.low is not None and figure.high is not None and figure.low <= 0.3 <= figure.high
    # 95 % wanted; of 100 trials fewer than 86 would be a 1 in 10,000 event for a sound interval.
    assert covered >= 86


def test_too_few_conversations_are_refused_with_the_number_it_takes() -> None:
    figure = mean_of({str(i): 0.5 for i in range(9)}).figure()
    assert figure.value is None
    assert figure.refused == "it takes 10 conversations that can be counted, and there are 9"


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_within_its_interval(hits: int, more: int) -> None:
    figure = share(hits, hits + more)
    assert figure.value is not None
    assert figure.low is not None
    assert figure.high is not None
    assert 0 <= figure.low <= figure.value <= figure.high <= 1
