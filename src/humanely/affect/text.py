"""Estimates what a text may feel like, or says that it cannot tell."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.calibrate import Calibration, arousal, degree, ekman, reported, valence
from humanely.affect.crisis import crisis
from humanely.affect.encoder import Encoder
from humanely.affect.explain import explain
from humanely.affect.heads import Heads
from humanely.affect.labels import ANSWER, EKMAN, GOEMOTIONS, KINDS, MARKS, PLUTCHIK, SENTIMENTS, SITUATIONS
from humanely.affect.reading import AnswerEstimate, Evidence, LanguageStatus, ModelName, Reading
from humanely.affect.risk_head import RiskHead
from humanely.errors import ModelUnavailable

MODELS = Path(__file__).parent / "models"
UNKNOWN_AT_MOST = 0.3
"""We abstain when the vocabulary lacks a larger share of a text's tokens."""

MARKED_FROM = 0.75
"""What speaks against an answer is reported from here on: it is rarer in traffic than in the authored examples."""

NOTHING_TO_READ = "There are no words or emoji to read."
UNKNOWN_SCRIPT = "The model does not know most of these characters."
NOTHING_STANDS_OUT = "No emotion stands out."
LANGUAGE_OFF = "The model is of no use in this language: ask people how they feel."

_EMOTICON = re.compile(r"[:;=8xX][-'^]?[)(\[\]DPpOo/\\|*3]|<3|\^_*\^")
_NEUTRAL = GOEMOTIONS.index("neutral")


class Sheet(msgspec.Struct, frozen=True):
    """What is written beside the weights.

    Attributes:
        measured: languages with figures in the model card, ISO 639-1 where there is such a code; every other
            language is read by transfer, unmeasured.
        off: languages that are not estimated, because what was measured is of no use.
    """

    name: str
    version: str
    calibration: Calibration
    measured: tuple[str, ...]
    off: tuple[str, ...] = ()


class Columns(msgspec.Struct, frozen=True):
    """The estimates of many texts, column by column.

    Attributes:
        emotions: calibrated probabilities, float64, shape (texts, 28).
        plutchik: calibrated probabilities, float64, shape (texts, 8).
        sentiment: neg, neu, pos, float64, shape (texts, 3), rows sum to 1.
        valence: [-1, 1], float64, shape (texts,).
        arousal: [0, 1], float64, shape (texts,); nan where there is nothing to read.
        situation: calibrated probabilities, float64, shape (texts, 14).
        need: empathy called for, [0, 3], float64, shape (texts,).
        crisis: calibrated probability of risk, float64, shape (texts,).
        politeness: probability of polite against rude, float64, shape (texts,).
        vectors: the encoder's, float64, shape (texts, width).
        confident: bool, shape (texts,); False where we abstain in a measured language.
        readable: bool, shape (texts,); False without words or emoji.
        unknown: bool, shape (texts,); True where the vocabulary lacks most characters.
    """

    emotions: NDArray[np.float64]
    plutchik: NDArray[np.float64]
    sentiment: NDArray[np.float64]
    valence: NDArray[np.float64]
    arousal: NDArray[np.float64]
    situation: NDArray[np.float64]
    need: NDArray[np.float64]
    crisis: NDArray[np.float64]
    politeness: NDArray[np.float64]
    vectors: NDArray[np.float64]
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
        self.heads = Heads(folder)
        self.risk = RiskHead(folder)
        self.encoder = Encoder(folder, threads, self.risk.asked)

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
        encoded = self.encoder.encode(texts)
        scores = self.heads.scores(encoded.vectors)
        can_read = np.array([readable(text) for text in texts], dtype=np.bool_)
        unknown = encoded.unknown > UNKNOWN_AT_MOST
        emotions = calibration.emotions.each(scores["emotions"])
        plutchik = calibration.plutchik.each(scores["plutchik"])
        sentiment = calibration.sentiment.one(scores["sentiment"])
        situation = calibration.situation.each(scores["situation"])
        need = degree(calibration.need.each(scores["need"]))
        crisis = calibration.crisis.each(self.risk.scores(encoded.asked, encoded.vectors))[:, 0]
        emotions[~can_read] = np.eye(len(GOEMOTIONS))[_NEUTRAL]
        sentiment[~can_read] = (0.0, 1.0, 0.0)
        for empty in (plutchik, situation, need, crisis):
            empty[~can_read] = 0.0
        return Columns(
            emotions=emotions,
            plutchik=plutchik,
            sentiment=sentiment,
            valence=valence(emotions, sentiment),
            arousal=np.where(can_read, arousal(emotions), np.nan),
            situation=situation,
            need=need,
            crisis=crisis,
            politeness=calibration.politeness.each(scores["politeness"])[:, 0],
            vectors=encoded.vectors,
            confident=can_read & ~unknown & (emotions.max(axis=1) >= calibration.confident_from),
            readable=can_read,
            unknown=unknown,
        )

    def estimate_answers(self, answers: NDArray[np.float64], messages: NDArray[np.float64]) -> list[AnswerEstimate]:
        """Estimate answers from their vectors.

        Args:
            answers: shape (answers, width).
            messages: vectors of what they answer, the same shape; noughts where that is not known.
        """
        calibration = self.sheet.calibration
        probabilities = calibration.answer.each(self.heads.answers(answers, messages))
        return [_answer(row, calibration.answer_thresholds) for row in probabilities.tolist()]

    def language_status(self, language: str | None) -> LanguageStatus:
        """How far an estimate in a language can be relied on."""
        if language is None:
            return "unknown"
        if language in self.sheet.off:
            return "off"
        return "measured" if language in self.sheet.measured else "transferred"

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
            languages: codes, None where not known; they decide how readily it abstains, never the probabilities.
            evidence: whether to say which words made each label (several times slower).

        Raises:
            ModelUnavailable: a model file is missing or damaged.
        """
        columns = self.estimate_columns(texts)
        spoken: Sequence[str | None] = [None] * len(texts) if languages is None else languages
        illegible = [self.illegible(columns, i, language) for i, language in enumerate(spoken)]
        legible = [reason is None for reason in illegible]
        reasons = [
            reason or self._nothing_stands_out(columns, i, language)
            for i, (reason, language) in enumerate(zip(illegible, spoken, strict=True))
        ]
        thresholds = np.array(self.sheet.calibration.thresholds)
        labels = [
            reported(row, thresholds) if reason is None else ()
            for row, reason in zip(columns.emotions, reasons, strict=True)
        ]
        spans: list[tuple[Evidence, ...]] = [()] * len(texts)
        if evidence:
            spans = explain(self._emotions, texts, columns.emotions, labels)
        groups = ekman(columns.emotions)
        return [
            Reading(
                language=language,
                language_status=self.language_status(language),
                emotions=_named(GOEMOTIONS, columns.emotions[i]),
                labels=tuple(GOEMOTIONS[j] for j in labels[i]),
                ekman=_named(tuple(EKMAN), groups[i]),
                plutchik=_named(PLUTCHIK, columns.plutchik[i]),
                sentiment=_named(SENTIMENTS, columns.sentiment[i]),
                valence=float(columns.valence[i]),
                arousal=float(columns.arousal[i]) if columns.readable[i] else None,
                situation=_named(SITUATIONS, columns.situation[i]),
                situations=self.situations(columns.situation[i]) if legible[i] else (),
                need=float(columns.need[i]) if legible[i] else None,
                crisis=crisis(texts[i], language, float(columns.crisis[i]), self.sheet.calibration.crisis_from),
                confident=reasons[i] is None,
                reason=reasons[i],
                evidence=spans[i],
                model=ModelName(self.name, self.version),
            )
            for i, language in enumerate(spoken)
        ]

    @cached_property
    def _situation_limits(self) -> NDArray[np.float64]:
        return np.array(self.sheet.calibration.situation_thresholds)

    def situations(self, probabilities: NDArray[np.float64]) -> tuple[str, ...]:
        """The situations reported of one text, shape (14,), most probable first."""
        chosen = np.flatnonzero(probabilities >= self._situation_limits)
        order = chosen[np.argsort(-probabilities[chosen], kind="stable")]
        return tuple(SITUATIONS[i] for i in order)

    def illegible(self, columns: Columns, i: int, language: str | None) -> str | None:
        """Say why a text cannot be read at all; None where it can."""
        if not columns.readable[i]:
            return NOTHING_TO_READ
        if columns.unknown[i]:
            return UNKNOWN_SCRIPT
        return LANGUAGE_OFF if self.language_status(language) == "off" else None

    def _nothing_stands_out(self, columns: Columns, i: int, language: str | None) -> str | None:
        """Say that the emotions of a text are not estimated with confidence; None where they are."""
        sheet = self.sheet.calibration
        measured = self.language_status(language) == "measured"
        enough = sheet.confident_from if measured else sheet.transferred_from
        return None if columns.emotions[i].max() >= enough else NOTHING_STANDS_OUT

    def _emotions(self, texts: Sequence[str]) -> NDArray[np.float64]:
        scores = self.heads.scores(self.encoder.encode(texts).vectors)
        return self.sheet.calibration.emotions.each(scores["emotions"])


def _named(labels: tuple[str, ...], values: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(labels, values.tolist(), strict=True))


def _answer(row: Sequence[float], thresholds: Sequence[float]) -> AnswerEstimate:
    """One answer, from the probabilities of `ANSWER`."""
    probability = dict(zip(ANSWER, row, strict=True))
    limit = dict(zip(ANSWER, thresholds, strict=True))
    degrees, expected = {}, {}
    for kind in KINDS:
        some, full = f"{kind}_1", f"{kind}_2"
        at_least_some = probability[some] >= limit[some]
        degrees[kind] = int(at_least_some) + int(at_least_some and probability[full] >= limit[full])
        expected[kind] = probability[some] + min(probability[some], probability[full])
    marks = {name: probability[name] for name in ("promise", *MARKS)}
    against = tuple(name for name in MARKS if marks[name] >= max(limit[name], MARKED_FROM))
    return AnswerEstimate(degrees, expected, marks, against)


def _rebuilt(folder: Path, threads: int | None) -> TextEstimator:
    """Make an estimator anew where a copy was sent."""
    return TextEstimator(folder, threads=threads)


@cache
def shipped() -> TextEstimator:
    """The estimator with the weights in this package, loaded once."""
    return TextEstimator()
