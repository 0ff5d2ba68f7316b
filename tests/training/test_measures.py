"""Measures of the model card."""

import numpy as np
import pytest

from training.measures import calibration_error, chance_error


@pytest.mark.parametrize("rows", [60, 600, 6000])
def test_what_chance_makes_of_a_head_that_is_right_is_told_beforehand(rows: int) -> None:
    rng = np.random.default_rng(rows)
    probability = rng.beta(2, 2, rows)
    drawn = [calibration_error(probability, rng.random(rows) < probability) for _ in range(300)]
    assert chance_error(probability) == pytest.approx(float(np.mean(drawn)), rel=0.06)


def test_certain_probabilities_leave_nothing_to_chance() -> None:
    assert chance_error(np.array([0.0, 1.0, 1.0])) == 0.0
