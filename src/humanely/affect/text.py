"""Estimates what a text may feel like, or says that it cannot tell."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.calibrate import Calibration, arousal, ekman, reported, valence
from humanely.affect.encoder import Encoder
from humanely.affect.explain import explain
from humanely.affect.labels import EKMAN, GOEMOTIONS, PLUTCHIK, SENTIMENTS
from humanely.affect.reading import Evidence, ModelName, Reading
from humanely.errors import ModelUnavailable

MODELS = Path(__file__).parent / "models"
UNKNOWN_AT_MOST = 0.3
"""We abstain when the vocabulary lacks a larger share of a text's tokens."""

NOTHING_TO_READ = "There are no words or emoji to read."
UNKNOWN_SCRIPT = "The model does not know most of these characters."
NOTHING_STANDS_OUT = "No emotion stands out."

_EMOTICON = re.compile(r"[:;=8xX][-'^]?[)(\[\]DPpOo/\\|*3]|<3|\^_*\^")
_NEUTRAL = GOEMOTIONS.index("neutral")


class Sheet(msgspec.Struct, frozen=True):
    """What is written beside the weights.

    Attributes:
        measured: languages with figures in the model card, ISO 639-1 where there is such a code; every other
            language is read by transfer, unmeasured.
    """

    name: str
    version: str
    calibration: Calibration
    measured: tuple[str, ...]


class Columns(msgspec.Struct, frozen=True):
    """The estimates of many texts, column by column.

    Attributes:
        emotions: calibrated probabilities, float64, shape (texts, 28).
        plutchik: calibrated probabilities, float64, shape (texts, 8).
        sentiment: neg, neu, pos, float64, shape (texts, 3), rows sum to 1.
        valence: [-1, 1], float64, shape (texts,).
        arousal: [0, 1], float64, shape (texts,); nan where there is nothing to read.
        confident: bool, shape (texts,); False where we abstain.
        readable: bool, shape (texts,); False without words or emoji.
        unknown: bool, shape (texts,); True where the vocabulary lacks most characters.
    """

    emotions: NDArray[np.float64]
    plutchik: NDArray[np.float64]
    sentiment: NDArray[np.float64]
    valence: NDArray[np.float64]
    arousal: NDArray[np.float64]
    confident: NDArray[np.bool_]
    readable: NDArray[np.bool_]
    unknown: NDArray[np.bool_]


def readable(text: str) -> bool:
    """Whether a text holds a letter, an emoji or an emoticon.

    >>> readable("ok"), readable("👍"), readable(":-)"), readable("12 / 5 !!"), readable("")
    (True, True, True, False, False)
    """
    head = text[:20_000]
    if any(map(str.isalpha, head)):
        return True
    return any(unicodedata.category(c) == "So" for c in head) or bool(_EMOTICON.search(head))


class TextEstimator:
    """Reads texts with the shipped model or another one of the same shape.

    Args:
        folder: where the model files lie.
        threads: batches run side by side, >= 1; by default the processors this process may use.
    """

    def __init__(self, folder: Path = MODELS, *, threads: int | None = None) -> None:
        self.folder = folder
        self.threads = threads
        self.encoder = Encoder(folder, threads)

    def __reduce__(self) -> tuple[object, tuple[Path, int | None]]:
        return _rebuilt, (self.folder, self.threads)

    @cached_property
    def sheet(self) -> Sheet:
        """Name, version and calibration of the model."""
        path = self.folder / "text.json"
        try:
            return msgspec.json.decode(path.read_bytes(), type=Sheet)
        except (OSError, msgspec.DecodeError) as error:
            raise ModelUnavailable(path.name) from error

    @property
    def name(self) -> str:
        """The model's name."""
        return self.sheet.name

    @property
    def version(self) -> str:
        """The model's version."""
        return self.sheet.version

    @property
    def measured(self) -> frozenset[str]:
        """Languages with figures in the model card."""
        return frozenset(self.sheet.measured)

    def estimate_columns(self, texts: Sequence[str]) -> Columns:
        """Estimate many texts, without labels, evidence or an object a text.

        Raises:
            ModelUnavailable: a model file is missing or damaged.
        """
        calibration = self.sheet.calibration
        scores = self.encoder.scores(texts)
        can_read = np.array([readable(text) for text in texts], dtype=np.bool_)
        unknown = scores.unknown > UNKNOWN_AT_MOST
        emotions = calibration.emotions.each(scores.heads["emotions"])
        plutchik = calibration.plutchik.each(scores.heads["plutchik"])
        sentiment = calibration.sentiment.one(scores.heads["sentiment"])
        emotions[~can_read] = np.eye(len(GOEMOTIONS))[_NEUTRAL]
        plutchik[~can_read] = 0.0
        sentiment[~can_read] = (0.0, 1.0, 0.0)
        excited = np.where(can_read, arousal(emotions), np.nan)
        confident = can_read & ~unknown & (emotions.max(axis=1) >= calibration.confident_from)
        return Columns(
            emotions, plutchik, sentiment, valence(emotions, sentiment), excited, confident, can_read, unknown
        )

    def estimate(
        self,
        texts: Sequence[str],
        *,
        languages: Sequence[str | None] | None = None,
        evidence: bool = False,
    ) -> list[Reading]:
        """Estimate texts, one `Reading` each, in order.

        Args:
            texts: any strings, also empty ones.
            languages: language codes to note in the readings; the estimate does not use them.
            evidence: whether to say which words made each label (several times slower).

        Raises:
            ModelUnavailable: a model file is missing or damaged.
        """
        columns = self.estimate_columns(texts)
        thresholds = np.array(self.sheet.calibration.thresholds)
        labels = [
            reported(row, thresholds) if confident else ()
            for row, confident in zip(columns.emotions, columns.confident, strict=True)
        ]
        spans: list[tuple[Evidence, ...]] = [()] * len(texts)
        if evidence:
            spans = explain(self._emotions, texts, columns.emotions, labels)
        groups = ekman(columns.emotions)
        return [
            Reading(
                language=None if languages is None else languages[i],
                emotions=_named(GOEMOTIONS, columns.emotions[i]),
                labels=tuple(GOEMOTIONS[j] for j in labels[i]),
                ekman=_named(tuple(EKMAN), groups[i]),
                plutchik=_named(PLUTCHIK, columns.plutchik[i]),
                sentiment=_named(SENTIMENTS, columns.sentiment[i]),
                valence=float(columns.valence[i]),
                arousal=float(columns.arousal[i]) if columns.readable[i] else None,
                confident=bool(columns.confident[i]),
                reason=_reason(columns, i),
                evidence=spans[i],
                model=ModelName(self.name, self.version),
            )
            for i in range(len(texts))
        ]

    def _emotions(self, texts: Sequence[str]) -> NDArray[np.float64]:
        return self.sheet.calibration.emotions.each(self.encoder.scores(texts).heads["emotions"])


def _named(labels: tuple[str, ...], values: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(labels, values.tolist(), strict=True))


def _reason(columns: Columns, i: int) -> str | None:
    """Say why a text is not estimated with confidence."""
    if columns.confident[i]:
        return None
    if not columns.readable[i]:
        return NOTHING_TO_READ
    return UNKNOWN_SCRIPT if columns.unknown[i] else NOTHING_STANDS_OUT


def _rebuilt(folder: Path, threads: int | None) -> TextEstimator:
    """Make an estimator anew where a copy was sent."""
    return TextEstimator(folder, threads=threads)


@cache
def shipped() -> TextEstimator:
    """The estimator with the weights in this package, loaded once."""
    return TextEstimator()
