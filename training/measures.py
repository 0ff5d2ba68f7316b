"""Figures of merit: F1, calibration error, thresholds and intervals."""

from collections.abc import Callable

import numpy as np


def f1_of(chosen: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """F1 of each label, in [0, 1]; 0 where nothing is there and nothing chosen."""
    chosen, truth = chosen.astype(bool), truth.astype(bool)
    hit = (chosen & truth).sum(0)
    total = chosen.sum(0) + truth.sum(0)
    return np.where(total > 0, 2 * hit / np.maximum(total, 1), 0.0)


def macro_f1(chosen: np.ndarray, truth: np.ndarray) -> float:
    """Mean F1 over labels."""
    return float(f1_of(chosen, truth).mean())


def best_threshold(scores: np.ndarray, truth: np.ndarray) -> float:
    """The score that gives one label its best F1; a row is chosen when its score is above."""
    order = np.argsort(-scores, kind="stable")
    hit = np.cumsum(truth[order].astype(bool))
    values = 2 * hit / (np.arange(1, len(scores) + 1) + max(int(truth.sum()), 1))
    best = int(values.argmax())
    below = scores[order[best + 1]] if best + 1 < len(scores) else scores[order[best]] - 1.0
    return float((scores[order[best]] + below) / 2)


def best_thresholds(scores: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """One threshold a label, shape (labels,)."""
    return np.array([best_threshold(scores[:, i], truth[:, i]) for i in range(scores.shape[1])])


def calibration_error(probability: np.ndarray, happened: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error over equal-width bins, in [0, 1].

    Source: Guo et al. (2017), On Calibration of Modern Neural Networks, section 2.
    """
    which = np.minimum((probability * bins).astype(int), bins - 1).ravel()
    p, y = probability.ravel(), happened.astype(float).ravel()
    gap = np.abs(np.bincount(which, p, bins) - np.bincount(which, y, bins))
    return float(gap.sum()) / max(len(p), 1)


def chance_error(probability: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error to be expected by chance alone, in [0, 1]: of a head whose every probability is right.

    In a bin, what happens then lies around what was said like a normal variable, whose mean distance is its spread
    times the root of 2/π. Few rows make it large.
    """
    which = np.minimum((probability * bins).astype(int), bins - 1).ravel()
    p = probability.ravel()
    spread = np.sqrt(np.bincount(which, p * (1 - p), bins))
    return float(spread.sum() * np.sqrt(2 / np.pi)) / max(len(p), 1)


def interval(measure: Callable[[np.ndarray], float], rows: int, draws: int = 300, seed: int = 7) -> tuple[float, float]:
    """95 % bootstrap interval of `measure`, which takes row indices."""
    rng = np.random.default_rng(seed)
    values = [measure(rng.integers(0, rows, rows)) for _ in range(draws)]
    low, high = np.quantile(values, (0.025, 0.975))
    return float(low), float(high)


def weighted_f1(chosen: np.ndarray, truth: np.ndarray, labels: int) -> float:
    """F1 of exclusive labels, weighted by how often each is true."""
    one_hot = np.eye(labels, dtype=bool)
    weight = np.bincount(truth, minlength=labels)
    return float(f1_of(one_hot[chosen], one_hot[truth]) @ weight) / max(len(truth), 1)
