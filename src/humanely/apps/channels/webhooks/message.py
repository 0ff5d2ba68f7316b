"""The message of a delivery, made of the ledger when it is sent: what was erased meanwhile is not sent.

Source: Standard Webhooks, payload structure: ``type``, ``timestamp`` of the event, ``data``.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import msgspec

from humanely.store import credential_records
from humanely.store.credential_records import AppealRecord
from humanely.store.log.act import Kept
from humanely.store.log.ledger import Ledger
from humanely.store.outward.deliveries import Delivery
from humanely.store.outward.webhook import TEST
from humanely.store.records import (
    ConsentRecord,
    CorrectionRecord,
    DecisionRecord,
    HandoffRecord,
    TurnRecord,
    decode,
)

LOOK_BACK = 24
"""Entries before a decision among which its turn stands: between them are only the rulings on that turn."""


class Message(msgspec.Struct, frozen=True):
    """What is posted."""

    type: str
    timestamp: dt.datetime
    data: Mapping[str, Any]


def message(ledger: Ledger, delivery: Delivery, *, words: bool) -> bytes | None:
    """The body of a delivery; None where there is nothing left to tell.

    Args:
        words: with what was said.
    """
    if delivery.event == TEST:
        return msgspec.json.encode(Message(TEST, delivery.created_at, {"webhook_id": delivery.webhook}))
    act = ledger.entry(delivery.place)
    if act is None or act.payload is None:
        return None
    data = {"id": str(act.index), **_data(act, act.payload)}
    if words:
        data["words"] = _words(ledger, act, act.payload)
    return msgspec.json.encode(Message(delivery.event, act.at, data))


def _data(act: Kept, payload: bytes) -> dict[str, Any]:
    if act.kind in credential_records.KINDS:
        return _of_credential(credential_records.decode(payload))
    match decode(payload):
        case DecisionRecord() as record:
            return {"conversation_id": record.conversation_id, **_decided(record)}
        case HandoffRecord() as record:
            names = ("conversation_id", "state", "reason", "priority", "agent", "skill", "clock", "by")
            return {name: getattr(record, name) for name in names}
        case CorrectionRecord() as record:
            return {"conversation_id": record.conversation_id, "turn": str(record.turn), "said": record.said}
        case TurnRecord() as record:
            return {"conversation_id": record.conversation_id, "turn": str(act.index), "said": record.reading.said}
        case ConsentRecord() as record:
            return {
                name: getattr(record, name) for name in ("person_id", "purpose", "sense", "version", "locale", "how")
            }
        case _:
            return {}


def _of_credential(record: credential_records.CredentialsRecord) -> dict[str, Any]:
    names = ("credential_id", "person_id", "step", "reason", "decision", "due")
    return {name: getattr(record, name, None) for name in names}


def _decided(record: DecisionRecord) -> dict[str, Any]:
    decision = record.decision
    return {
        "action": decision.action,
        "approach": decision.approach,
        # The evidence of a reason may be words of the person; its name never is.
        "reasons": [reason.name for reason in decision.reasons],
        "confidence": decision.confidence,
        "policy_version": decision.policy_version,
        "crisis": decision.crisis is not None,
        "handoff": decision.handoff,
    }


def _words(ledger: Ledger, act: Kept, payload: bytes) -> str | None:
    """What was said with an act: by the person, or to them where a handoff moves."""
    if act.kind in credential_records.KINDS:
        held = credential_records.decode(payload)
        return held.statement or held.reasons or None if isinstance(held, AppealRecord) else None
    match decode(payload):
        case DecisionRecord() as record:
            return _turn_before(ledger, act.index, record.conversation_id)
        case HandoffRecord() as record:
            return record.message.text if record.message else None
        case CorrectionRecord() as record:
            return record.note or None
        case TurnRecord() as record:
            return record.text
        case _:
            return None


def _turn_before(ledger: Ledger, place: int, conversation_id: str) -> str | None:
    before = ledger.after(max(place - LOOK_BACK, 0) - 1, min(LOOK_BACK, place))
    records = (decode(one.payload) for one in reversed(before) if one.kind == "estimate" and one.payload is not None)
    said = (one for one in records if isinstance(one, TurnRecord))
    return next((one.text for one in said if one.conversation_id == conversation_id), None)
