"""What an estimate of one text looks like."""

from typing import Literal

import msgspec

LanguageStatus = Literal["measured", "transferred", "off", "unknown"]
"""How far an estimate in a language can be relied on: `measured` has figures in the model card; `transferred` has none,
the estimate abstains more readily; `off` is not estimated; `unknown` when the text does not tell its language."""

CrisisLayer = Literal["words", "model", "both"]


class ModelName(msgspec.Struct, frozen=True):
    """Which model made an estimate."""

    name: str
    version: str


class Evidence(msgspec.Struct, frozen=True):
    """Words of the text that speak for a label.

    Attributes:
        start: first character in the text given, >= 0.
        end: one past the last character, > `start`.
        text: the words, ``given[start:end]``.
        label: a GoEmotions label reported for the text.
        weight: drop of the label's probability when the words are left out, (0, 1].
    """

    start: int
    end: int
    text: str
    label: str
    weight: float


class Crisis(msgspec.Struct, frozen=True):
    """Whether a message speaks of suicide or self-harm, the writer's or another's. Not a diagnosis; either of two
    layers is enough. Accidents, illness and violence by others are not looked for.

    Attributes:
        fired: some layer fired.
        probability: the model's, calibrated, [0, 1].
        layer: which layers fired; None when neither did.
        words: the words the layer of words fired on; empty otherwise.
    """

    fired: bool
    probability: float
    layer: CrisisLayer | None
    words: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """What one message may feel like: an estimate of the message, not of the person.

    Attributes:
        language: code of the language the caller named or found, or None.
        language_status: how far an estimate in this language can be relied on.
        emotions: 28 GoEmotions labels, calibrated probability each, [0, 1]; several may be high.
        labels: the labels reported, most probable first; empty when the estimate abstains.
        ekman: seven groups, probability that at least one emotion of the group applies, [0, 1].
        plutchik: Plutchik's eight, calibrated probability each, [0, 1].
        sentiment: neg, neu, pos; sums to 1.
        valence: unpleasant to pleasant, [-1, 1].
        arousal: calm to excited, [0, 1]; None when the text carries too little.
        situation: `SITUATIONS`, calibrated probability each, [0, 1].
        situations: those that are reported; none where the text cannot be read.
        need: empathy the message calls for on its own words, [0, 3]: none, light, clear, strong; None where the text
            cannot be read.
        crisis: whether a life may be at risk.
        confident: False when the estimate of the emotions abstains.
        reason: why it abstains, None when confident.
        evidence: spans that speak for the labels reported; empty unless asked for.
        model: which model made the estimate.
    """

    language: str | None
    language_status: LanguageStatus
    emotions: dict[str, float]
    labels: tuple[str, ...]
    ekman: dict[str, float]
    plutchik: dict[str, float]
    sentiment: dict[str, float]
    valence: float
    arousal: float | None
    situation: dict[str, float]
    situations: tuple[str, ...]
    need: float | None
    crisis: Crisis
    confident: bool
    reason: str | None
    evidence: tuple[Evidence, ...]
    model: ModelName


class AnswerEstimate(msgspec.Struct, frozen=True):
    """What the model says of an answer.

    Attributes:
        degrees: each kind of empathy, 0, 1 or 2.
        expected: each kind's expected degree, [0, 2].
        marks: what speaks against it and ``promise``, calibrated probability each, [0, 1].
        against: the names of `marks` that are reported as speaking against it.
    """

    degrees: dict[str, int]
    expected: dict[str, float]
    marks: dict[str, float]
    against: tuple[str, ...]


class AnswerReading(msgspec.Struct, frozen=True):
    """What an answer shows: an estimate of its words, not of who wrote them.

    Attributes:
        language: code of the answer's language, or None.
        language_status: how far an estimate in this language can be relied on.
        feels_with, understands, asks, acts: empathy of each kind, 0, 1 or 2; None where the answer cannot be read, as
            are the next three.
        shown: all four together, less what speaks against it, [0, 1].
        politeness: probability of polite against rude, [0, 1].
        promise: probability that it promises something to come, [0, 1].
        reason: why there is no estimate, None where there is one.
        against: what speaks against it, by name; see `humanely.affect.answer.AGAINST`.
        model: which model made the estimate.

    Source: Sharma et al. (2020), EPITOME, for the first three kinds; acting is our addition for service.
    """

    language: str | None
    language_status: LanguageStatus
    feels_with: int | None
    understands: int | None
    asks: int | None
    acts: int | None
    shown: float | None
    politeness: float | None
    promise: float | None
    against: tuple[str, ...]
    reason: str | None
    model: ModelName
