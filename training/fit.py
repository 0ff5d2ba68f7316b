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
COMMON_PRIOR = 1e-2
"""Weight of no change against a head's common curve: too little to move it, enough to hold it where scores part the
truth without an overlap, where the steepest curve would be the best one."""
SHRINK = 15
"""A label with this many dev examples takes half of its threshold from all labels together."""


def sigmoid(x: np.ndarray) -> np.ndarray:
    """The chance of each log-odds, same shape, in (0, 1)."""
    chance: np.ndarray = 1.0 / (1.0 + np.exp(-np.clip(x, -40, 40)))
    return chance


def platt(scores: np.ndarray, truth: np.ndarray, centre: tuple[float, float], prior: float) -> tuple[float, float]:
    """Slope and shift of one label by Newton's method, drawn towards `centre`.

    Args:
        scores, truth: shape (texts,); truth is 0 or 1.
        centre: slope and shift to be drawn to.
        prior: weight of `centre`, > 0, or scores that part the truth have no best slope.

    Returns:
        Slope, at least 0.1, and shift.

    Source: Platt (1999), Probabilistic outputs for support vector machines, section 2.1.
    """
    at, middle = np.array(centre), np.array(centre)
    features = np.stack([scores, np.ones_like(scores)], axis=1)

    def loss(pair: np.ndarray) -> float:
        logits = features @ pair
        return float(np.logaddexp(0, logits).sum() - truth @ logits + prior / 2 * ((pair - middle) ** 2).sum())

    for _ in range(100):
        p = sigmoid(features @ at)
        gradient = features.T @ (p - truth) + prior * (at - middle)
        information = (features * (p * (1 - p))[:, None]).T @ features + prior * np.eye(2)
        step = np.linalg.solve(information, gradient)
        while loss(at - step) > loss(at):  # a whole step can leap over the best place where the curve is steep
            step /= 2
        at = at - step
        if np.abs(step).max() < 1e-7:
            break
    return float(max(at[0], 0.1)), float(at[1])


def curve_of_each(scores: np.ndarray, truth: np.ndarray) -> Curve:
    """One curve a label, drawn towards the curve of the whole head."""
    centre = platt(scores.ravel(), truth.ravel(), (1.0, 0.0), COMMON_PRIOR)
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
        probability, risk: shape (texts,), at least one; risk is 0 or 1.

    Returns:
        A probability to fire from, in [0, 1].
    """
    order = np.argsort(-probability, kind="stable")
    ranked = probability[order]
    hit, said = np.cumsum(risk[order]), np.arange(1, len(order) + 1)
    apart = np.append(ranked[1:] < ranked[:-1], True)  # equal probabilities fall on one side together
    best = int(np.where(apart, 5 * hit / (said + 4 * risk.sum()), -1.0).argmax())
    return float((ranked[best] + ranked[min(best + 1, len(ranked) - 1)]) / 2)


def calibration(
    known: Mapping[str, tuple[np.ndarray, np.ndarray]], sentiment_weight: np.ndarray, plutchik_rows: np.ndarray
) -> Calibration:
    """Fit everything from dev scores and truths.

    Args:
        known: head to its scores, shape (texts, labels), and its 0/1 truth of the same shape; of ``sentiment`` the
            truth is an index, shape (texts,); ``answer`` is a head, too. ``plutchik`` has rows without an emotion.
        sentiment_weight: of each text of ``sentiment``.
        plutchik_rows: which rows of ``plutchik`` its thresholds are chosen on, bool, shape (texts,).
    """
    curves = {head: curve_of_each(*pair) for head, pair in known.items() if head != "sentiment"}
    probability = {head: curve.each(known[head][0]) for head, curve in curves.items()}
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
        plutchik_thresholds=thresholds(probability["plutchik"][plutchik_rows], known["plutchik"][1][plutchik_rows]),
        situation_thresholds=thresholds(probability["situation"], known["situation"][1]),
        answer_thresholds=thresholds(probability["answer"], known["answer"][1]),
        crisis_from=crisis_threshold(probability["crisis"][:, 0], known["crisis"][1][:, 0]),
        confident_from=float(np.quantile(best, 1 - COVERAGE)),
        transferred_from=float(np.quantile(best, 1 - COVERAGE_TRANSFERRED)),
    )
