"""What is recorded outside of a turn: what came of a decision, and what a person says of an estimate."""

from collections.abc import Mapping
from typing import TypeVar

from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked, Gone, NotThere, Placed, recorded
from humanely.pipeline.arrival import VALENCE, Feeling
from humanely.pipeline.record import act, speaks_of_risk
from humanely.store.conversation import ConversationState
from humanely.store.conversations import Conversations
from humanely.store.log.act import Act
from humanely.store.records import (
    CorrectionRecord,
    DecisionRecord,
    OutcomeRecord,
    Record,
    Scale,
    TurnRecord,
    decode,
)

SCALES: dict[Scale, tuple[float, float]] = {
    "csat": (1, 5), "nps": (0, 10), "effort": (1, 7), "resolved": (0, 1), "returned": (0, 1), "helpful": (0, 1),
    "appeal_won": (0, 1),
}  # fmt: skip
"""Lowest and highest value of each scale."""

_Kind = TypeVar("_Kind", DecisionRecord, TurnRecord)
_ENTRY: Mapping[type, str] = {DecisionRecord: "decision", TurnRecord: "estimate"}


_LONGEST_ID = 18
"""Digits of the largest place."""


class OffScale(HumanelyError):
    """An outcome has a value its scale has not."""

    code = "off_scale"
    status = 422

    def __init__(self, scale: Scale) -> None:
        low, high = SCALES[scale]
        whole = "a whole number" if high - low > 1 else "0 or 1"
        super().__init__(f"The value is not on the scale {scale!r}.", fix=f"Send {whole}, from {low:g} to {high:g}.")


def outcome(conversations: Conversations, asked: Asked, decision: int, scale: Scale, value: float, note: str) -> Placed:
    """Record what came of a decision.

    Raises:
        NotThere, Gone: the decision.
        OffScale: the value.
        KeyReused, Overtaken: nothing was recorded.
    """
    low, high = SCALES[scale]
    if not low <= value <= high or value != round(value):
        raise OffScale(scale)
    found = found_record(conversations, decision, DecisionRecord, "decision")
    record = OutcomeRecord(
        conversation_id=found.conversation_id, decision=decision, scale=scale, value=value, note=note, at=asked.now
    )
    return _recorded(conversations, asked, found, record)


def correction(
    conversations: Conversations, asked: Asked, person_id: str, turn: int, feeling: Feeling | None, note: str
) -> Placed:
    """Record what a person says of a feeling that was estimated; from now on it outranks the estimate.

    Raises:
        NotThere, Gone: the turn, or it is not this person's.
        KeyReused, Overtaken: nothing was recorded.
    """
    found = found_record(conversations, turn, TurnRecord, "turn")
    if found.person_id != person_id:
        raise NotThere("turn")
    said = VALENCE[feeling] if feeling is not None else None
    record = CorrectionRecord(conversation_id=found.conversation_id, turn=turn, said=said, note=note)
    return _recorded(conversations, asked, found, record)


def place_of(written: str, what: str) -> int:
    """The place in the ledger that an id names.

    Raises:
        NotThere: it names none.
    """
    if not (written.isascii() and written.isdigit() and len(written) <= _LONGEST_ID):
        raise NotThere(what)
    return int(written)


def found_record(conversations: Conversations, place: int, kind: type[_Kind], what: str) -> _Kind:
    """The record at a place, of the kind it was named as.

    Raises:
        NotThere: there is none, or it is of another kind.
        Gone: it is erased, or its time has passed.
    """
    kept = conversations.ledger.entry(place)
    if kept is None or kept.kind != _ENTRY[kind]:
        raise NotThere(what)
    if kept.payload is None:
        raise Gone(what)
    record = decode(kept.payload)
    if not isinstance(record, kind):
        raise NotThere(what)
    return record


def _recorded(
    conversations: Conversations,
    asked: Asked,
    about: DecisionRecord | TurnRecord,
    record: CorrectionRecord | OutcomeRecord,
) -> Placed:
    """Record what is said of an act; it is sealed and kept as that act."""

    def sealed(one: Record, state: ConversationState) -> Act:
        return act(one, state.person_id, about.conversation_id, in_crisis=speaks_of_risk(about))

    return recorded(conversations, asked, about.conversation_id, lambda _: (record,), sealed=sealed)
