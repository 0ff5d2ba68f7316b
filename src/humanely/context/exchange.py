"""Fold a conversation into exchanges: what the customer said, what came back, and the gap between."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.answer import Shown, shown, strongest, with_model
from humanely.affect.memory import vectors
from humanely.affect.reading import AnswerEstimate
from humanely.context.need import AsRead, History, Need, need
from humanely.context.trajectory import TurnReading
from humanely.signal.turn import Speaker

Floats = NDArray[np.float64]

COLD_GAP = 0.4
COLD_NEED = 0.5
COUNTS_NEED = 0.25

_WORD = re.compile(r"\w+")
_SAME_WORDS = 0.7
_FEW_WORDS = 4
_RECENT = 2  # exchanges back that still press: what went wrong long ago may long be settled
_FAILED = frozenset(("attempt_failed", "repeats"))
PASSED_OVER = frozenset(("ignored_question", "not_understood"))
"""What speaks against an answer that did not take up what was said."""

_REMEMBERED = 20
"""Earlier messages compared with a new one, so that a very long conversation stays linear."""


class Exchange(msgspec.Struct, frozen=True):
    """A run of customer turns and the run of answers that follows.

    Attributes:
        customer: places of the customer's turns in the conversation's readings.
        answers: places of the answers; empty where nobody answered.
        need: empathy called for, of the customer's turns together.
        shown: empathy shown, of the answers together; None without answers or where we cannot tell.
        gap: need − shown, [-1, 1]; None as `shown`.
        estimate: what the model says of the answers; None without a model or where it cannot read them.
    """

    customer: tuple[int, ...]
    answers: tuple[int, ...]
    need: Need
    shown: Shown | None
    gap: float | None
    estimate: AnswerEstimate | None = None

    @property
    def is_answered(self) -> bool:
        """Somebody answered."""
        return bool(self.answers)

    @property
    def counts(self) -> bool:
        """Answered, with a need of at least 0.25: part of every mean gap."""
        return self.is_answered and self.need.value >= COUNTS_NEED

    @property
    def is_cold(self) -> bool:
        """A cold moment: a clear need, and far less shown than it called for."""
        return self.gap is not None and self.gap >= COLD_GAP and self.need.value >= COLD_NEED


class AnswerEstimator(Protocol):
    """Reads answers from the vectors of their texts and of what they answer."""

    def estimate_answers(self, answers: Floats, messages: Floats) -> list[AnswerEstimate]:
        """One estimate for each row."""


def exchanges(
    readings: Sequence[TurnReading], estimator: AnswerEstimator | None = None, *, known: Sequence[Exchange] = ()
) -> tuple[Exchange, ...]:
    """Fold the readings of one conversation, in order.

    Several answers in a row are judged as one. What an agent says before the customer first speaks opens no
    exchange, but counts as an earlier answer. Each exchange is judged only by what came up to it.

    Args:
        readings: of the whole conversation.
        estimator: reads answers; without one, only words tell what they show.
        known: what this gave for the beginning of the same readings; it is not worked out again.

    >>> from humanely.affect.cues import cues
    >>> from humanely.signal.turn import Speaker, Turn
    >>> said = "I already told you three times, nobody listens."
    >>> exchange, = exchanges([
    ...     TurnReading(Turn(0, Speaker.CUSTOMER, said), "en", cues(said, "en")),
    ...     TurnReading(Turn(1, Speaker.AGENT, "Please see our FAQ."), "en"),
    ... ])
    >>> exchange.is_cold
    True
    """
    runs = tuple(_runs(readings))
    done = [one for one, run in zip(known, runs, strict=False) if (one.customer, one.answers) == run]
    previous = [reading.turn.text for reading in _opening(readings)]
    previous += ["\n".join(readings[at].turn.text for at in one.answers) for one in done]
    left = runs[len(done) :]
    # An answer changes nothing of what the messages before it called for.
    met = {one.customer: one.need for one in known[len(done) :][:1]}
    for (customer, answers), estimate in zip(left, _estimates(readings, left, estimator), strict=True):
        called_for = met.get(customer) or _need([readings[at] for at in customer], _history(readings, done, customer))
        answered = _shown(readings, customer, answers, previous, estimate)
        gap = None if answered is None else called_for.value - answered.value
        done.append(Exchange(customer, answers, called_for, answered, gap, estimate))
        if answers:
            previous.append("\n".join(readings[at].turn.text for at in answers))
    return tuple(done)


def _opening(readings: Sequence[TurnReading]) -> Iterator[TurnReading]:
    for reading in readings:
        if reading.turn.is_customer:
            return
        yield reading


def _runs(readings: Sequence[TurnReading]) -> "Iterator[Run]":
    customer: list[int] = []
    answers: list[int] = []
    for at, reading in enumerate(readings):
        if reading.turn.is_customer:
            if answers:
                yield tuple(customer), tuple(answers)
                customer, answers = [], []
            customer.append(at)
        elif customer:
            answers.append(at)
    if customer:
        yield tuple(customer), tuple(answers)


Run = tuple[tuple[int, ...], tuple[int, ...]]


def _estimates(
    readings: Sequence[TurnReading], runs: Sequence[Run], estimator: AnswerEstimator | None
) -> list[AnswerEstimate | None]:
    """What the model says of the answers of each run; None where nobody answered or no answer can be read."""
    found: list[AnswerEstimate | None] = [None] * len(runs)
    if estimator is None:
        return found
    answers = {i: vector for i, run in enumerate(runs) if (vector := _vector(readings, run[1])) is not None}
    if not answers:
        return found
    nothing = np.zeros_like(next(iter(answers.values())))
    rows: list[tuple[int, Floats]] = []
    for i, whole in answers.items():
        parts = (vectors([part], [1]) for at in runs[i][1] for part in readings[at].parts)
        rows += [(i, whole), *((i, part) for part in parts if part is not None)]
    messages = {i: _vector(readings, runs[i][0]) for i in answers}
    asked = [nothing if (one := messages[i]) is None else one for i, _ in rows]
    estimates = estimator.estimate_answers(np.stack([vector for _, vector in rows]), np.stack(asked))
    of_run: dict[int, list[AnswerEstimate]] = {}
    for (i, _), estimate in zip(rows, estimates, strict=True):
        of_run.setdefault(i, []).append(estimate)
    for i, own in of_run.items():
        found[i] = strongest(own)
    return found


def _vector(readings: Sequence[TurnReading], places: Sequence[int]) -> Floats | None:
    texts = [readings[at] for at in places]
    return vectors([one.vector for one in texts], [len(one.turn.text) for one in texts])


def _need(turns: Sequence[TurnReading], history: History) -> Need:
    """Of several messages together: all their cues, of each feeling the strongest, and what was last said of it."""
    read = [turn for turn in turns if turn.emotions is not None]
    sure = [turn for turn in read if turn.confident] or read
    strongest: dict[str, float] | None = None
    for turn in sure:
        strongest = _higher(strongest or {}, turn.emotions or {})
    valences = [turn.valence for turn in turns if turn.valence is not None]
    said = [turn.said for turn in turns if turn.said is not None]
    arousals = [turn.arousal for turn in turns if turn.arousal is not None]
    return need(
        tuple(cue for turn in turns for cue in turn.cues),
        AsRead(
            emotions=strongest,
            valence=min(valences, default=None),
            arousal=max(arousals, default=None),
            confident=any(turn.confident for turn in turns),
            need=max((turn.called_for for turn in turns if turn.called_for is not None), default=None),
            said=said[-1] if said else None,
        ),
        history,
    )


def _higher(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {label: max(one.get(label, 0.0), other.get(label, 0.0)) for label in {**one, **other}}


def _shown(
    readings: Sequence[TurnReading],
    customer: Sequence[int],
    answers: Sequence[int],
    previous: Sequence[str],
    estimate: AnswerEstimate | None,
) -> Shown | None:
    if not answers:
        return None
    languages = [readings[at].language for at in (*answers, *reversed(customer))]
    said = shown(
        "\n".join(readings[at].turn.text for at in answers),
        message="\n".join(readings[at].turn.text for at in customer),
        language=next(filter(None, languages), None),
        previous_answers=previous,
    )
    return said if estimate is None else with_model(said, estimate)


def _history(readings: Sequence[TurnReading], done: Sequence[Exchange], customer: Sequence[int]) -> History:
    earlier = [at for exchange in done for at in exchange.customer]
    names = [{cue.name for cue in readings[at].cues} for at in earlier]
    recent = done[-_RECENT:]
    failed = [
        exchange
        for exchange in recent
        if any(cue.name in _FAILED for at in exchange.customer for cue in readings[at].cues)
    ]
    ignored = [
        exchange
        for exchange in recent
        if exchange.shown and any(against.name in PASSED_OVER for against in exchange.shown.against)
    ]
    asked = [at for at, found in zip(earlier, names, strict=True) if "asks_for_human" in found]
    now = [readings[at].turn.text for at in customer]
    return History(
        failed=len(failed),
        unanswered=len(ignored),
        human_refused=int(bool(asked) and not _human_spoke(readings, asked[0], customer[0])),
        said_before=any(_same(text, readings[at].turn.text) for text in now for at in earlier[-_REMEMBERED:]),
    )


def _human_spoke(readings: Sequence[TurnReading], after: int, before: int) -> bool:
    return any(reading.turn.speaker is Speaker.AGENT for reading in readings[after:before])


def _same(text: str, earlier: str) -> bool:
    one, other = set(_WORD.findall(text.casefold())), set(_WORD.findall(earlier.casefold()))
    if min(len(one), len(other)) < _FEW_WORDS:
        return False
    return len(one & other) / len(one | other) >= _SAME_WORDS
