"""What the dev split decides: curves, thresholds and when to abstain."""

from collections.abc import Mapping

import numpy as np

from humanely.affect.calibrate import Calibration, Curve
from training.measures import best_threshold, best_thresholds

COVERAGE = 0.85
"""Share of the dev messages of GoEmotions that are answered; the least certain rest abstains."""
COVERAGE_TRANSFERRED = 0.65
"""The bar in languages that were not measured: the one that this share of the same messages would pass."""
PRIOR = 5.0
"""Weight of the head's common curve against a label's own, in units of the score's information."""
SHRINK = 15
"""A label with this many dev examples takes half of its threshold from all labels together."""


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-np.clip(x, -40, 40)))


def platt(scores: np.ndarray, truth: np.ndarray, centre: tuple[float, float], prior: float) -> tuple[float, float]:
    """Slope and shift of one label by Newton's method, drawn towards `centre`."""
    at, middle = np.array(centre), np.array(centre)
    features = np.stack([scores, np.ones_like(scores)], axis=1)
    for _ in range(30):
        p = sigmoid(features @ at)
        gradient = features.T @ (p - truth) + prior * (at - middle)
        information = (features * (p * (1 - p))[:, None]).T @ features + prior * np.eye(2)
        step = np.linalg.solve(information, gradient)
        at = at - step
        if np.abs(step).max() < 1e-7:
            break
    return float(max(at[0], 0.1)), float(at[1])


def curve_of_each(scores: np.ndarray, truth: np.ndarray) -> Curve:
    """One curve a label, drawn towards the curve of the whole head."""
    centre = platt(scores.ravel(), truth.ravel(), (1.0, 0.0), 0.0)
    pairs = [platt(scores[:, i], truth[:, i], centre, PRIOR) for i in range(scores.shape[1])]
    return Curve(tuple(a for a, _ in pairs), tuple(b for _, b in pairs))


def curve_of_one(scores: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> Curve:
    """One temperature for exclusive labels, by golden search on the weighted log loss."""

    def loss(slope: float) -> float:
        logits = scores * slope
        top = logits.max(1)
        total = top + np.log(np.exp(logits - top[:, None]).sum(1))
        return float(((total - logits[np.arange(len(truth)), truth]) * weight).sum())

    slopes = np.exp(np.linspace(np.log(0.2), np.log(5), 400))
    best = float(slopes[int(np.argmin([loss(s) for s in slopes]))])
    size = scores.shape[1]
    return Curve((best,) * size, (0.0,) * size)


def thresholds(probability: np.ndarray, truth: np.ndarray, draws: int = 25) -> tuple[float, ...]:
    """Threshold of best F1 a label: mean over bootstrap draws, shrunk towards the common one."""
    rng = np.random.default_rng(11)
    rows = [rng.integers(0, len(truth), len(truth)) for _ in range(draws)]
    own = np.mean([best_thresholds(probability[r], truth[r]) for r in rows], axis=0)
    common = best_threshold(probability.ravel(), truth.ravel())
    count = truth.sum(0)
    return tuple(((own * count + common * SHRINK) / (count + SHRINK)).tolist())


def crisis_threshold(probability: np.ndarray, risk: np.ndarray) -> float:
    """The threshold of best F2 on dev: a risk missed weighs twice a false alarm.

    Args:
        probability, risk: shape (texts,); risk is 0 or 1.
    """
    order = np.argsort(-probability, kind="stable")
    hit = np.cumsum(risk[order])
    said = np.arange(1, len(order) + 1)
    best = int((5 * hit / (said + 4 * risk.sum())).argmax())
    below = probability[order[min(best + 1, len(order) - 1)]]
    return float((probability[order[best]] + below) / 2)


def calibration(known: Mapping[str, tuple[np.ndarray, np.ndarray]], sentiment_weight: np.ndarray) -> Calibration:
    """Fit everything from dev scores and truths.

    Args:
        known: head to its scores, shape (texts, labels), and its 0/1 truth of the same shape; of ``sentiment`` the
            truth is an index, shape (texts,); ``answer`` is a head, too. ``plutchik`` has rows without an emotion.
        sentiment_weight: of each text of ``sentiment``.
    """
    curves = {head: curve_of_each(*pair) for head, pair in known.items() if head != "sentiment"}
    probability = {head: curve.each(known[head][0]) for head, curve in curves.items()}
    some = known["plutchik"][1].any(1)
    best = probability["emotions"].max(1)
    return Calibration(
        emotions=curves["emotions"],
        plutchik=curves["plutchik"],
        sentiment=curve_of_one(*known["sentiment"], sentiment_weight),
        situation=curves["situation"],
        need=curves["need"],
        crisis=curves["crisis"],
        politeness=curves["politeness"],
        answer=curves["answer"],
        thresholds=thresholds(probability["emotions"], known["emotions"][1]),
        plutchik_thresholds=thresholds(probability["plutchik"][some], known["plutchik"][1][some]),
        situation_thresholds=thresholds(probability["situation"], known["situation"][1]),
        answer_thresholds=thresholds(probability["answer"], known["answer"][1]),
        crisis_from=crisis_threshold(probability["crisis"][:, 0], known["crisis"][1][:, 0]),
        confident_from=float(np.quantile(best, 1 - COVERAGE)),
        transferred_from=float(np.quantile(best, 1 - COVERAGE_TRANSFERRED)),
    )
