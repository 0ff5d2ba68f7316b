import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from humanely.affect.calibrate import Curve, arousal, degree, ekman, reported, valence
from humanely.affect.labels import EKMAN, GOEMOTIONS

scores = arrays(np.float64, (3, 3), elements=st.floats(-900, 900))
emotions = arrays(np.float64, (4, 28), elements=st.floats(0, 1))
sentiments = arrays(np.float64, (4, 3), elements=st.floats(0.01, 1)).map(lambda a: a / a.sum(1, keepdims=True))
CURVE = Curve((0.8, 1.0, 1.2), (-0.1, 0.0, 0.1))
ONE = Curve((1.5, 1.5, 1.5), (0.0, 0.0, 0.0))


@given(scores)
def test_probabilities_stay_between_0_and_1_for_any_score(given_scores: np.ndarray) -> None:
    found = CURVE.each(given_scores)
    assert ((found >= 0) & (found <= 1)).all()


@given(scores)
def test_exclusive_probabilities_sum_to_1(given_scores: np.ndarray) -> None:
    np.testing.assert_allclose(ONE.one(given_scores).sum(1), 1.0, atol=1e-9)


@given(scores)
def test_one_temperature_never_changes_which_label_is_first(given_scores: np.ndarray) -> None:
    best = ONE.one(given_scores)[np.arange(3), given_scores.argmax(1)]
    assert (best >= ONE.one(given_scores).max(1) - 1e-12).all()


@given(emotions)
def test_a_group_is_at_least_as_probable_as_its_most_probable_member(probabilities: np.ndarray) -> None:
    groups = ekman(probabilities)
    members = [[GOEMOTIONS.index(e) for e in own] for own in EKMAN.values()]
    highest = np.stack([probabilities[:, own].max(1) for own in members], axis=1)
    assert (groups >= highest - 1e-12).all()
    assert (groups <= 1).all()


@given(emotions, sentiments)
def test_valence_and_arousal_stay_in_range(probabilities: np.ndarray, sides: np.ndarray) -> None:
    assert (np.abs(valence(probabilities, sides)) <= 1).all()
    assert ((arousal(probabilities) >= 0) & (arousal(probabilities) <= 1)).all()


def test_joy_is_pleasant_and_grief_is_not() -> None:
    sure = np.eye(28)[[GOEMOTIONS.index("joy"), GOEMOTIONS.index("grief")]]
    pleasant, unpleasant = valence(sure, np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]))
    assert pleasant > 0.9
    assert unpleasant < -0.9


@given(arrays(np.float64, 28, elements=st.floats(0, 1)), arrays(np.float64, 28, elements=st.floats(0, 1)))
def test_at_least_one_label_is_reported_and_the_first_is_the_most_probable(
    probabilities: np.ndarray, thresholds: np.ndarray
) -> None:
    chosen = reported(probabilities, thresholds)
    assert chosen
    assert list(probabilities[list(chosen)]) == sorted(probabilities[list(chosen)], reverse=True)


@given(arrays(np.float64, (4, 3), elements=st.floats(0, 1)))
def test_a_degree_stays_on_its_scale(steps: np.ndarray) -> None:
    found = degree(steps)
    assert ((found >= 0) & (found <= 3)).all()


def test_a_later_step_is_never_more_probable_than_the_one_before() -> None:
    assert degree(np.array([[0.1, 1.0, 1.0]])).tolist() == pytest.approx([0.3])
