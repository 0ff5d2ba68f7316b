"""Which event an act is, by name, for those who are told."""

from humanely.store.log.act import Kept
from humanely.store.records import (
    ConsentRecord,
    CorrectionRecord,
    DecisionRecord,
    HandoffRecord,
    Record,
    TurnRecord,
    decode,
)
from humanely.trust.consent import Act

_CONSENT = {Act.GRANTED: "consent.given", Act.REFUSED: "consent.refused", Act.WITHDRAWN: "consent.withdrawn"}
_TOLD = frozenset(("consent", "estimate", "decision", "handoff", "correction"))


def event_of(act: Kept) -> str | None:
    """The event of an act; None for one that is no event, or was erased."""
    if act.kind not in _TOLD or act.payload is None:
        return None
    return _named(decode(act.payload))


def _named(record: Record) -> str | None:
    match record:
        case DecisionRecord():
            return "turn.decided"
        case HandoffRecord():
            return f"handoff.{record.state}"
        case TurnRecord():
            return "feeling.said" if record.reading.said is not None else None
        case CorrectionRecord():
            return "feeling.said" if record.said is not None else None
        case ConsentRecord():
            return _CONSENT.get(record.act)
        case _:
            return None
