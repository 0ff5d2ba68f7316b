"""What is recorded outside of a turn: what came of a decision, and what a person says of an estimate."""

import datetime as dt
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from humanely.errors import HumanelyError
from humanely.pipeline.arrival import VALENCE, Feeling
from humanely.pipeline.companion import TRIES, KeyReused, Overtaken
from humanely.pipeline.record import act, speaks_of_risk
from humanely.store.conversations import Conversations, after
from humanely.store.log.act import Answered, Recorded, Unit
from humanely.store.records import (
    CorrectionRecord,
    DecisionRecord,
    OutcomeRecord,
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


class NotThere(HumanelyError):
    """Something was named that the ledger has not."""

    code = "not_there"
    status = 404

    def __init__(self, what: str) -> None:
        super().__init__(
            f"There is no {what} of that id.", fix=f"Take the id from the answer that the {what} came with."
        )


class Gone(HumanelyError):
    """What was named was erased, or its time has passed."""

    code = "gone"
    status = 410

    def __init__(self, what: str) -> None:
        super().__init__(
            f"What was recorded of this {what} is erased, or its time has passed.", fix="Nothing brings it back."
        )


class OffScale(HumanelyError):
    """An outcome has a value its scale has not."""

    code = "off_scale"
    status = 422

    def __init__(self, scale: Scale) -> None:
        low, high = SCALES[scale]
        whole = "a whole number" if high - low > 1 else "0 or 1"
        super().__init__(f"The value is not on the scale {scale!r}.", fix=f"Send {whole}, from {low:g} to {high:g}.")


class Asked(msgspec.Struct, frozen=True):
    """Who records, when, and what keeps it from being recorded twice.

    Attributes:
        by: name of the API key or command.
        now: aware, in UTC.
        repeat_key: empty where each request counts.
        fingerprint: of the request behind `repeat_key`.
        agent: id of the member of the team who does it; empty where none is named.
    """

    by: str
    now: dt.datetime
    repeat_key: str = ""
    fingerprint: bytes = b""
    agent: str = ""


class Placed(msgspec.Struct, frozen=True):
    """It is in the ledger.

    Attributes:
        index: its place.
        repeated: it was there before, by the same request.
    """

    index: int
    at: dt.datetime
    repeated: bool = False


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
    """Record one act of a conversation; begin anew when others got ahead. It is sealed and kept as what it is about."""
    conversation_id = about.conversation_id
    for _ in range(TRIES):
        if (before := earlier(conversations, asked)) is not None:
            return before
        state = conversations.standing([conversation_id])[0]
        unit = Unit(
            acts=(act(record, state.person_id, conversation_id, in_crisis=speaks_of_risk(about)),),
            conversation=conversation_id,
            known=state.newest,
            answered=answered(asked, state.person_id),
        )
        placed = conversations.record([unit], asked.now)[0]
        if isinstance(placed, HumanelyError):
            raise placed
        if isinstance(placed, Recorded):
            conversations.hold(after(state, placed.first, placed.at, [record]))
            return Placed(placed.first, placed.at)
    raise Overtaken


def earlier(conversations: Conversations, asked: Asked) -> Placed | None:
    """Where the same request was recorded before; None where it was not.

    Raises:
        KeyReused: the request was another.
    """
    found = conversations.ledger.answered([asked.repeat_key]).get(asked.repeat_key) if asked.repeat_key else None
    if found is None:
        return None
    if found.fingerprint != asked.fingerprint:
        raise KeyReused
    kept = conversations.ledger.entry(found.first)
    return Placed(found.first, kept.at if kept else asked.now, repeated=True)


def answered(asked: Asked, person_id: str) -> Answered | None:
    """What keeps a request from being recorded twice; None where each counts."""
    return Answered(asked.repeat_key, asked.fingerprint, person_id, b"") if asked.repeat_key else None
