"""How much empathy a person's turn calls for: an estimate with the terms that made it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from humanely.affect.cues import Cue


class History(msgspec.Struct, frozen=True):
    """What came before a turn in its conversation.

    Attributes:
        failed: earlier messages of the customer that said an attempt failed or that they repeat themselves.
        unanswered: earlier questions or messages that no answer met, >= 0.
        human_refused: earlier asks for a human after which no human spoke.
        said_before: this message says nearly the same words as an earlier one.
    """

    failed: int = 0
    unanswered: int = 0
    human_refused: int = 0
    said_before: bool = False


class Term(msgspec.Struct, frozen=True):
    """One reason for a need.

    Attributes:
        name: a cue, an emotion, a fact of the history, ``said`` for how the person says they feel, or ``as_a_whole``
            for what the model reads beyond them.
        amount: what it adds alone, (0, 1]; negative for what lowers: -0.4 leaves 60 % of the need.
        words: of the message, that made it; empty for all but cues.
    """

    name: str
    amount: float
    words: tuple[str, ...] = ()


class Need(msgspec.Struct, frozen=True):
    """The empathy called for: about 0 none, 0.33 light, 0.67 clear, 1 strong.

    The terms make the value: those of words and feelings add up as chances do, what lowers takes its share; then
    ``as_a_whole`` moves the sum, up by a share of what is missing to 1, down by a share of it; then what the person
    said of how they feel, and history, raise it.

    Attributes:
        value: [0, 1].
        terms: largest first.
    """

    value: float
    terms: tuple[Term, ...]


# All weights are set by hand, for a first version that people can read and argue with; a weight is what its
# reason would make of an otherwise calm message. Reasons add up as chances do (noisy-or): two of 0.5 give 0.75.

CUE_WEIGHTS: dict[str, float] = {
    "said_outright": 0.60,  # a person who says it wants it heard
    "abusive": 0.60,
    "vulnerable": 0.50,
    "distress": 0.50,
    "sarcastic": 0.50,
    "complains": 0.50,
    "threatens_to_leave": 0.50,
    "repeats": 0.50,  # it has happened before
    "attempt_failed": 0.50,  # and the person has already done their part
    "stakes_dignity": 0.50,
    "stakes_health": 0.45,
    "stakes_licence": 0.35,
    "stakes_deadline": 0.30,
    "stakes_money": 0.25,
    "caused_by_us": 0.35,
    "asks_for_human": 0.50,  # who asks for a person has a reason
    "urgent": 0.35,
    "frustrated": 0.45,
    "confused": 0.32,
    "pleads": 0.25,
    "delight": 0.30,  # joy calls for sharing it, lightly
}
MARK_WEIGHTS: dict[str, float] = {
    "emoji_pain": 0.30,
    "capitals": 0.20,
    "exclamation": 0.15,
    "elongation": 0.10,
}
EMOTION_WEIGHTS: dict[str, float] = {
    "grief": 0.95,
    "anger": 0.75,
    "fear": 0.70,
    "sadness": 0.65,
    "disappointment": 0.55,
    "nervousness": 0.50,
    "embarrassment": 0.50,
    "remorse": 0.30,
    "annoyance": 0.50,
    "disgust": 0.50,
    "disapproval": 0.30,
    "confusion": 0.30,
}
JOY_WEIGHTS: dict[str, float] = {"joy": 0.40, "pride": 0.40, "excitement": 0.35, "love": 0.35, "relief": 0.30}
HISTORY_WEIGHTS: dict[str, float] = {
    "failed": 0.20,  # each of the first two
    "unanswered": 0.30,
    "human_refused": 0.35,
    "said_before": 0.40,
}
UNPLEASANT = 0.6
"""Of a message read as wholly unpleasant; counts where no painful feeling weighs more."""

SURE_UNPLEASANT = 0.5
"""A valence is relied on from here on: nearer to neutral it says little of a plain request."""

SETTLED = 0.4
"""From this valence on a message without pain sounds settled: what went wrong before no longer counts."""

SAID = 0.6
"""Of feeling as bad as can be, as the person says it; as much as what is said outright in words."""

LOWERING: dict[str, float] = {"wants_facts_only": -0.55, "grateful": -0.55}

UNSURE = 0.5
"""What an estimate counts for where the model abstains."""

MODEL_SHARE = 0.7
"""What the model's reading of the whole message counts for against the reasons found in its words."""

_LEAST = 0.005
_FAINT = 0.1
_PLEASANT_CUES = frozenset({"grateful", "delight"})
_PAIN_CUES = frozenset(CUE_WEIGHTS) - {
    "delight", "asks_for_human", "urgent", "pleads", "stakes_money", "stakes_deadline", "stakes_licence"
}  # fmt: skip
_TEARS = frozenset({"said_outright", "distress"})
"""May as well be said of joy and of what is over: "I nearly cried", "I was so worried"."""


class AsRead(msgspec.Struct, frozen=True, kw_only=True):
    """What the model reads in a turn, and what the person says of it; everything unknown without either.

    Attributes:
        emotions: GoEmotions labels, probability each, [0, 1].
        valence: [-1, 1]; where clearly unpleasant it may stand in for a painful emotion.
        arousal: [0, 1]; a feeling spoken calmly counts a little less. None counts as 1.
        confident: False where the model abstains: its emotions then count half.
        need: empathy the message as a whole calls for, [0, 1].
        said: how the person says they feel, as a valence, [-1, 1]; no estimate, and outranks them.
    """

    emotions: Mapping[str, float] | None = None
    valence: float | None = None
    arousal: float | None = None
    confident: bool = False
    need: float | None = None
    said: float | None = None


def need(cues: Sequence[Cue], read: AsRead, history: History) -> Need:
    """Estimate the empathy a customer's turn calls for.

    The reasons found in the words and the model's reading of the whole are averaged; what the model adds or takes is a
    term of its own, so that the terms always make the value.

    Args:
        cues: of the turn.
        read: what the model reads in it.
        history: what came before.

    >>> from humanely.affect.cues import cues
    >>> found = cues("Third time I write about this. Nobody listens!", "en")
    >>> n = need(found, AsRead(), History())
    >>> [(term.name, term.amount) for term in n.terms]
    [('said_outright', 0.6), ('repeats', 0.5)]
    >>> round(n.value, 2)
    0.8
    """
    words: dict[str, tuple[str, ...]] = {}
    sure: dict[str, float] = {}
    for cue in cues:
        words[cue.name] = (*words.get(cue.name, ()), *filter(None, (cue.text,)))
        sure[cue.name] = max(sure.get(cue.name, 0.0), cue.probability)
    glad = not _PLEASANT_CUES.isdisjoint(words)
    pleased = ((read.valence if read.said is None else read.said) or 0.0) >= SETTLED
    if glad and pleased:
        words = {name: found for name, found in words.items() if name not in _TEARS}
    in_pain = not _PAIN_CUES.isdisjoint(words)
    settled = (glad or pleased) and not in_pain and (read.said is None or read.said >= 0)

    def terms_of(weights: Mapping[str, float]) -> list[Term]:
        return [Term(name, weight * sure[name], words[name]) for name, weight in weights.items() if name in words]

    terms = [*terms_of(CUE_WEIGHTS), *_feelings(read, settled=settled)]
    terms = _one_joy(terms)
    if not settled:
        terms += terms_of(MARK_WEIGHTS)
    terms += [term for term in terms_of(LOWERING) if not (term.name == "grateful" and in_pain)]
    whole = [] if read.need is None else _as_a_whole(_add_up(terms), read.need)
    before = [*_said(read.said), *([] if settled else _history(history))]
    value = _after(_after(_add_up(terms), whole), before)
    return Need(value, tuple(sorted((*terms, *whole, *before), key=lambda term: -abs(term.amount))))


def _add_up(terms: Iterable[Term]) -> float:
    """Reasons add up as chances do; what lowers takes its share of the sum."""
    calm, left = 1.0, 1.0
    for term in terms:
        if term.amount >= 0:
            calm *= 1.0 - term.amount
        else:
            left *= 1.0 + term.amount
    return (1.0 - calm) * left


def _after(value: float, terms: Iterable[Term]) -> float:
    """Terms that come on top, one after the other: what raises takes a share of what is missing to 1."""
    for term in terms:
        value = value + (1.0 - value) * term.amount if term.amount >= 0 else value * (1.0 + term.amount)
    return value


def _as_a_whole(value: float, read: float) -> list[Term]:
    """The term that brings what the words make to the average with what the model reads; none where it is there."""
    wanted = MODEL_SHARE * read + (1 - MODEL_SHARE) * value
    if abs(wanted - value) < _LEAST:
        return []
    return [Term("as_a_whole", wanted / value - 1.0 if wanted < value else (wanted - value) / (1.0 - value))]


def _feelings(read: AsRead, *, settled: bool) -> Iterator[Term]:
    """The strongest painful and the strongest glad feeling; the others mostly say the same again.

    Emotions are learned in English and carried over, and in other languages come out too faint, while the
    valence holds: where it is clearly unpleasant it may stand in for the painful feeling.
    """
    trust = 1.0 if read.confident else UNSURE
    vigour = 1.0 if read.arousal is None else 0.8 + 0.2 * read.arousal
    unpleasant = -(read.valence or 0.0)
    denied = read.said is not None and read.said >= 0
    doubt = UNSURE if settled or denied else 1.0  # the words, or the person, say otherwise
    painful = [Term("unpleasant", UNPLEASANT * vigour * doubt * unpleasant)] if unpleasant >= SURE_UNPLEASANT else []
    if read.emotions is not None:
        painful.append(_strongest(EMOTION_WEIGHTS, read.emotions, vigour * min(doubt, trust)))
        yield from _felt([_strongest(JOY_WEIGHTS, read.emotions, vigour * trust)])
    yield from _felt(painful)


def _one_joy(terms: Sequence[Term]) -> list[Term]:
    """Joy in words and joy as read are one joy: it calls for light sharing, however plain it is."""
    joys = [term for term in terms if term.name == "delight" or term.name in JOY_WEIGHTS]
    shared = max(joys, key=lambda term: term.amount, default=None)
    return [term for term in terms if term not in joys or term is shared]


def _strongest(weights: Mapping[str, float], emotions: Mapping[str, float], trust: float) -> Term:
    label = max(weights, key=lambda name: weights[name] * emotions.get(name, 0.0))
    return Term(label, weights[label] * emotions.get(label, 0.0) * trust)


def _felt(terms: Sequence[Term]) -> Iterator[Term]:
    """The largest, unless it is too faint to tell."""
    largest = max(terms, key=lambda term: term.amount, default=None)
    if largest is not None and largest.amount >= _FAINT:
        yield largest


def _said(valence: float | None) -> list[Term]:
    """What the person says of how they feel comes on top: it stands in none of the words that were read."""
    return [Term("said", SAID * -valence)] if valence is not None and valence < 0 else []


def _history(history: History) -> list[Term]:
    counts = {
        "failed": min(history.failed, 2),
        "unanswered": min(history.unanswered, 2),
        "human_refused": min(history.human_refused, 1),
        "said_before": int(history.said_before),
    }
    return [Term(name, 1.0 - (1.0 - HISTORY_WEIGHTS[name]) ** count) for name, count in counts.items() if count]
