"""What the team is told in Chatwoot when a conversation comes to them: a note, labels, attributes, a priority."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from humanely.apps.channels.outgoing import records
from humanely.decision.decision import Decision
from humanely.store.act import Kept
from humanely.store.records import DecisionRecord, HandoffRecord, TurnRecord

CALLS = frozenset({"queued", "alerted"})
"""Steps of a handoff that call for a human."""
FAILED = (
    "**The assistant could not handle the newest message, so this conversation is yours.** "
    "Nothing was answered; the reason is in the server's log."
)
_PREFIX = "humanely"
_PRIORITIES = ((0.9, "urgent"), (0.6, "high"), (0.3, "medium"), (0.0, "low"))
_QUOTES = 4
_FEELINGS = 2
_LEAST = 0.3


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """A call for a human, with what led to it.

    Attributes:
        place: of its act.
        decision: the newest before it; None where it came without one.
        turn: of the person, the newest before it.
    """

    place: int
    step: HandoffRecord
    decision: Decision | None = None
    turn: TurnRecord | None = None

    @property
    def is_crisis(self) -> bool:
        return self.decision is not None and self.decision.crisis is not None


def called(acts: Sequence[Kept]) -> Iterator[Called]:
    """Each call for a human in a conversation, oldest first."""
    decision, turn = None, None
    found: list[Called] = []
    for act, record in records(acts, "estimate", "decision", "handoff"):
        if isinstance(record, TurnRecord) and record.reading.turn.is_customer:
            decision, turn = None, record
        elif isinstance(record, DecisionRecord):
            decision = record.decision
        elif isinstance(record, HandoffRecord) and record.state in CALLS:
            found.append(Called(place=act.index, step=record, decision=decision, turn=turn))
    yield from found


def note(one: Called) -> str:
    """The note, in Chatwoot's Markdown; where a life may be at risk, no more than that."""
    if one.is_crisis:
        return (
            "**A life may be at risk. Please come now.** The person has been shown where help is there at once. "
            "This is an estimate of their words: read them yourself."
        )
    return "\n".join(_lines(one))


def _lines(one: Called) -> Iterator[str]:
    yield f"**A human is needed here** (priority {one.step.priority:.2f} of 1)"
    if one.decision is not None:
        for reason in one.decision.reasons:
            quoted = [f"“{said.value}”" for said in reason.evidence if said.kind == "words"][:_QUOTES]
            yield f"- {reason.says}{': ' + ', '.join(quoted) if quoted else ''}"
    if one.turn is not None:
        if one.turn.language:
            yield f"- Language: {one.turn.language}"
        if felt := _felt(one.turn):
            yield f"- The newest message may feel like: {felt} (an estimate of the message, not of the person)"


def _felt(turn: TurnRecord) -> str:
    reading = turn.reading
    if reading.said is not None:
        return f"what they say themselves, {reading.said:+.1f} from −1 (bad) to 1 (good)"
    if not reading.confident:
        return ""
    felt = sorted((reading.emotions or {}).items(), key=lambda pair: -pair[1])[:_FEELINGS]
    return ", ".join(f"{name} {probability:.0%}" for name, probability in felt if probability >= _LEAST)


def labels(one: Called, held: Sequence[str]) -> tuple[str, ...]:
    """The labels of the conversation with ours; a crisis is not written on a label that everybody sees.

    >>> labels(Called(place=4, step=HandoffRecord(conversation_id="", state="queued", reason="high_stakes")), ["vip"])
    ('vip', 'humanely', 'humanely-high-stakes')
    """
    ours = [_PREFIX]
    if one.step.reason and not one.is_crisis:
        ours.append(f"{_PREFIX}-{one.step.reason.replace('_', '-')}")
    return tuple(dict.fromkeys((*held, *ours)))


def attributes(one: Called, held: Mapping[str, Any]) -> dict[str, Any]:
    """The custom attributes of the conversation with ours."""
    ours: dict[str, Any] = {f"{_PREFIX}_priority": round(one.step.priority, 2)}
    if not one.is_crisis:
        ours[f"{_PREFIX}_reason"] = one.step.reason
    if one.turn is not None:
        ours[f"{_PREFIX}_language"] = one.turn.language or ""
        if one.turn.reading.called_for is not None:
            ours[f"{_PREFIX}_need"] = round(one.turn.reading.called_for, 2)
    return {**held, **ours}


def priority(one: Called) -> str:
    """The priority as Chatwoot names it."""
    return next(name for least, name in _PRIORITIES if one.step.priority >= least)
