"""Which event an act is, by name, for those who are told."""

from humanely.store import credential_records
from humanely.store.credential_records import AppealRecord, CredentialRecord, CredentialsRecord
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
CREDENTIAL_STEPS = {
    "offered": "credential.issued",
    "collected": "credential.collected",
    "suspended": "credential.suspended",
    "restored": "credential.restored",
    "revoked": "credential.revoked",
    "superseded": "credential.superseded",
    "cancelled": "credential.cancelled",
}
APPEAL_STEPS = {
    "filed": "credential.appealed",
    "decided": "credential.decided",
    "overdue": "credential.appeal_overdue",
}


def event_of(act: Kept) -> str | None:
    """The event of an act; None for one that is no event, or was erased."""
    if act.payload is None:
        return None
    if act.kind in {"credential", "appeal"}:
        return _of_credential(credential_records.decode(act.payload))
    return _named(decode(act.payload)) if act.kind in _TOLD else None


def _of_credential(record: CredentialsRecord) -> str | None:
    match record:
        case CredentialRecord():
            return CREDENTIAL_STEPS.get(record.step)
        case AppealRecord():
            return APPEAL_STEPS.get(record.step)
        case _:
            return None


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
