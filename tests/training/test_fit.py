"""Curves and thresholds: what dev decides is finite, and the best there is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from training.fit import COMMON_PRIOR, crisis_threshold, curve_of_each, platt

chances = arrays.arrays(np.float64, 40, elements=st.floats(0, 1, width=16))
risks = arrays.arrays(np.int64, 40, elements=st.integers(0, 1)).filter(lambda risk: risk.any())
scores_of_40 = arrays.arrays(np.float64, 40, elements=st.floats(-30, 30, width=16))


def f2(fired: np.ndarray, risk: np.ndarray) -> float:
    """F-measure in which recall weighs twice."""
    return float(5 * (fired & (risk > 0)).sum() / (fired.sum() + 4 * risk.sum()))


@given(chances, risks)
def test_no_other_bar_for_risk_is_better(probability: np.ndarray, risk: np.ndarray) -> None:
    bar = crisis_threshold(probability, risk)
    best = max(f2(probability >= other, risk) for other in probability)
    assert f2(probability >= bar, risk) == pytest.approx(best)


def test_the_bar_lies_halfway_between_risk_and_none() -> None:
    assert crisis_threshold(np.array([0.9, 0.1, 0.7, 0.3]), np.array([1, 0, 1, 0])) == pytest.approx(0.5)


def test_a_false_alarm_is_taken_to_catch_a_risk() -> None:
    bar = crisis_threshold(np.array([0.9, 0.8, 0.7, 0.1]), np.array([1, 0, 1, 0]))
    assert 0.1 < bar < 0.7


@given(scores_of_40, risks)
def test_a_curve_is_finite_and_rises_whatever_the_scores(scores: np.ndarray, truth: np.ndarray) -> None:
    slope, shift = platt(scores, truth.astype(float), (1.0, 0.0), COMMON_PRIOR)
    assert 0.1 <= slope < 100
    assert abs(shift) < 1000


def test_scores_that_part_the_truth_get_a_curve() -> None:
    scores, truth = np.array([[-3.0], [-2.9], [-2.8]]), np.array([[0.0], [0.0], [1.0]])
    probability = curve_of_each(scores, truth).each(scores)[:, 0]
    assert probability[0] < probability[1] < probability[2]


def test_a_curve_that_was_bent_is_found_again() -> None:
    rng = np.random.default_rng(3)
    scores = rng.normal(-1, 2, 20_000)
    truth = (rng.random(20_000) < 1 / (1 + np.exp(-(0.7 * scores + 0.4)))).astype(float)
    slope, shift = platt(scores, truth, (1.0, 0.0), COMMON_PRIOR)
    # 20,000 draws: the standard errors are about 0.01 and 0.02.
    assert slope == pytest.approx(0.7, abs=0.05)
    assert shift == pytest.approx(0.4, abs=0.08)
