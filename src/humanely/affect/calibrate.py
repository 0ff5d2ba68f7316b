"""From the model's scores to probabilities, and from probabilities to what is reported."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import AROUSAL, EKMAN, GOEMOTIONS, VALENCE

Floats = NDArray[np.float64]

SENTIMENT_SHARE = 0.5
"""How much of the valence comes from the sentiment head; the rest comes from the 28 emotions."""

_VALENCE = np.array([VALENCE[label] for label in GOEMOTIONS])
_AROUSAL = np.array([AROUSAL[label] for label in GOEMOTIONS])


class Curve(msgspec.Struct, frozen=True):
    """Turns the scores of one head into probabilities: ``slope * score + shift``, label by label.

    Source: Platt (1999), Probabilistic outputs for support vector machines; with all slopes equal and
    no shift it is the temperature of Guo et al. (2017).
    """

    slope: tuple[float, ...]
    shift: tuple[float, ...]

    def logits(self, scores: Floats) -> Floats:
        """Return calibrated log-odds, same shape as `scores` (texts, labels)."""
        logits: Floats = scores * np.array(self.slope) + np.array(self.shift)
        return logits

    def each(self, scores: Floats) -> Floats:
        """Return one probability a label, [0, 1]; several labels may be likely.

        >>> Curve((1.0,), (0.0,)).each(np.array([[0.0]])).tolist()
        [[0.5]]
        """
        logits = self.logits(scores)
        small = np.exp(-np.abs(logits))
        found: Floats = np.where(logits >= 0, 1.0, small) / (1.0 + small)
        return found

    def one(self, scores: Floats) -> Floats:
        """Return probabilities of exclusive labels; rows sum to 1.

        >>> Curve((1.0, 1.0), (0.0, 0.0)).one(np.array([[2.0, 2.0]])).tolist()
        [[0.5, 0.5]]
        """
        logits = self.logits(scores)
        weights = np.exp(logits - logits.max(axis=1, keepdims=True))
        found: Floats = weights / weights.sum(axis=1, keepdims=True)
        return found


class Calibration(msgspec.Struct, frozen=True):
    """What the dev splits taught us about the model's scores.

    Attributes:
        emotions: curve of the 28 GoEmotions labels.
        plutchik: curve of Plutchik's eight.
        sentiment: curve of neg, neu, pos.
        situation: curve of the situations.
        need: curve of the three cumulative steps.
        crisis: curve of the risk.
        politeness: curve of polite against rude.
        answer: curve of what is said of an answer.
        thresholds: a GoEmotions label is reported from this probability on.
        plutchik_thresholds, situation_thresholds, answer_thresholds: the same for the other labels.
        crisis_from: the model's layer fires from this probability on.
        confident_from: we abstain when the most probable emotion is less probable than this.
        transferred_from: the same in languages whose quality was not measured.
    """

    emotions: Curve
    plutchik: Curve
    sentiment: Curve
    situation: Curve
    need: Curve
    crisis: Curve
    politeness: Curve
    answer: Curve
    thresholds: tuple[float, ...]
    plutchik_thresholds: tuple[float, ...]
    situation_thresholds: tuple[float, ...]
    answer_thresholds: tuple[float, ...]
    crisis_from: float
    confident_from: float
    transferred_from: float


def degree(steps: Floats) -> Floats:
    """Expected degree of an ordinal scale, in [0, number of steps], from cumulative probabilities.

    Args:
        steps: shape (texts, steps); a later step is taken as no more probable than the one before.

    >>> degree(np.array([[0.9, 0.5, 0.7]])).round(2).tolist()
    [1.9]
    """
    total: Floats = np.minimum.accumulate(steps, axis=1).sum(axis=1)
    return total


def ekman(emotions: Floats) -> Floats:
    """Probability that at least one emotion of each Ekman group applies, shape (texts, 7).

    The emotions of a group are taken as independent (noisy-or), which errs on the high side.
    """
    absent = 1.0 - emotions
    columns = [absent[:, [GOEMOTIONS.index(e) for e in members]].prod(axis=1) for members in EKMAN.values()]
    return 1.0 - np.stack(columns, axis=1)


def valence(emotions: Floats, sentiment: Floats) -> Floats:
    """Unpleasant to pleasant, [-1, 1], shape (texts,), from sentiment and emotions in equal parts.

    The emotions' part is the probability-weighted mean of their authored valence.
    """
    mean = emotions @ _VALENCE / np.maximum(emotions.sum(axis=1), 1e-9)
    side = sentiment[:, 2] - sentiment[:, 0]
    mixed: Floats = np.clip(SENTIMENT_SHARE * side + (1 - SENTIMENT_SHARE) * mean, -1.0, 1.0)
    return mixed


def arousal(emotions: Floats) -> Floats:
    """Calm to excited, [0, 1], shape (texts,): the probability-weighted mean of the authored arousal."""
    mean: Floats = emotions @ _AROUSAL / np.maximum(emotions.sum(axis=1), 1e-9)
    return np.clip(mean, 0.0, 1.0)


def reported(probabilities: Floats, thresholds: Floats) -> tuple[int, ...]:
    """Labels to report for one text, most probable first; the top one if none reaches its threshold.

    >>> reported(np.array([0.2, 0.6, 0.9]), np.array([0.3, 0.5, 0.5]))
    (2, 1)
    >>> reported(np.array([0.2, 0.1]), np.array([0.3, 0.5]))
    (0,)
    """
    chosen = np.flatnonzero(probabilities >= thresholds)
    if not len(chosen):
        return (int(np.argmax(probabilities)),)
    return tuple(int(i) for i in chosen[np.argsort(-probabilities[chosen], kind="stable")])
