"""What a turn came to: its reading, the decision, the answer, and where they stand in the ledger."""

from collections.abc import Sequence

import msgspec

from humanely.pipeline.case import Case
from humanely.store.records import ConsentRecord, DecisionRecord, HandoffRecord, Record, ResponseRecord, TurnRecord


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One turn, handled and recorded.

    Attributes:
        turn: place of the turn in the ledger, and what was read of it.
        decision: its place, and what was decided; None for a turn that is no customer's.
        response: its place, and the answer; None while it is being written, and for a turn that is no customer's.
        handoff: the step of a handoff that went with it.
        asks: consents the person is asked for with this answer.
        case: to go on from while the answer is being written elsewhere; None otherwise.
        repeated: this was answered before, to the same request.
    """

    turn: tuple[int, TurnRecord]
    decision: tuple[int, DecisionRecord] | None = None
    response: tuple[int, ResponseRecord] | None = None
    handoff: HandoffRecord | None = None
    asks: tuple[ConsentRecord, ...] = ()
    case: Case | None = None
    repeated: bool = False


def outcome(places: Sequence[tuple[int, Record]], case: Case | None = None) -> Outcome:
    """The outcome that records tell of, from that of a turn to the last before the next turn.

    Args:
        places: records in order, each with its place in the ledger; the first is a `TurnRecord`.
        case: where the answer is still being written.
    """
    first = next((place, record) for place, record in places if isinstance(record, TurnRecord))
    found = Outcome(turn=first, case=case)
    for place, record in places:
        if isinstance(record, DecisionRecord):
            found = msgspec.structs.replace(found, decision=(place, record))
        elif isinstance(record, ResponseRecord):
            found = msgspec.structs.replace(found, response=(place, record))
        elif isinstance(record, HandoffRecord):
            found = msgspec.structs.replace(found, handoff=record)
        elif isinstance(record, ConsentRecord):
            found = msgspec.structs.replace(found, asks=(*found.asks, record))
    return found


def of_turn(places: Sequence[tuple[int, Record]]) -> list[tuple[int, Record]]:
    """Of the records from a turn on, those that belong to it: up to the next turn."""
    turns = [at for at, (_, record) in enumerate(places) if isinstance(record, TurnRecord)]
    return list(places[: turns[1]] if len(turns) > 1 else places)
