"""Acts outside of a turn: who does something, and how it comes into the ledger, once and with the rows it moves."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from humanely.errors import HumanelyError
from humanely.pipeline.companion import TRIES, KeyReused, Overtaken
from humanely.pipeline.handoffs.clocks import standing_after
from humanely.pipeline.house import House
from humanely.pipeline.record import of_conversation
from humanely.pipeline.reviews.held import held_after
from humanely.store.conversation import ConversationState
from humanely.store.conversations import Conversations, after
from humanely.store.log.act import Act, Answered, Recorded, Unit
from humanely.store.records import Record

_Record = TypeVar("_Record", bound=Record)


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
        repeated: it was there before, by the same request; or there was nothing to record.
    """

    index: int
    at: dt.datetime
    repeated: bool = False


def recorded(
    conversations: Conversations,
    asked: Asked,
    conversation_id: str,
    made: Callable[[ConversationState], Sequence[_Record]],
    *,
    house: House | None = None,
    sealed: Callable[[_Record, ConversationState], Act] = of_conversation,
) -> Placed:
    """Record acts of a conversation; begin anew when others got ahead.

    Args:
        made: the records for a conversation as it stands; none where only its rows are to be written anew.
        house: by whose clocks the rows of its handoff and its held answer are written; None for acts that move none.
        sealed: makes an act of a record.

    Raises:
        KeyReused, Overtaken: nothing was recorded.
        HumanelyError: what `made` raises, or one of `database_faults`.
    """
    for _ in range(TRIES):
        if (before := earlier(conversations, asked)) is not None:
            return before
        state = conversations.standing([conversation_id])[0]
        records = made(state)
        acts = tuple(sealed(record, state) for record in records)
        unit = Unit(
            acts=acts,
            conversation=conversation_id,
            known=state.newest,
            handoff=standing_after(state, records, house, asked.now) if house else None,
            held=held_after(state, records, house, asked.now) if house else (),
            answered=_answered(asked, next((one.person for one in acts if one.person), state.person_id)),
        )
        placed = conversations.record([unit], asked.now)[0]
        if isinstance(placed, HumanelyError):
            raise placed
        if isinstance(placed, Recorded) and not records:
            return Placed(state.newest, asked.now, repeated=True)
        if isinstance(placed, Recorded):
            conversations.hold(after(state, placed.first, placed.at, records))
            return Placed(placed.first, placed.at)
    raise Overtaken


def earlier(conversations: Conversations, asked: Asked) -> Placed | None:
    """Where the same request was recorded before; None where it was not."""
    found = conversations.ledger.answered([asked.repeat_key]).get(asked.repeat_key) if asked.repeat_key else None
    if found is None:
        return None
    if found.fingerprint != asked.fingerprint:
        raise KeyReused
    kept = conversations.ledger.entry(found.first)
    return Placed(found.first, kept.at if kept else asked.now, repeated=True)


def _answered(asked: Asked, person_id: str) -> Answered | None:
    """What keeps a request from being recorded twice; None where each counts."""
    return Answered(asked.repeat_key, asked.fingerprint, person_id, b"") if asked.repeat_key else None
