"""What was done with a credential, as its holder reads it: when, who, what."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from humanely.credential.life.party import By
from humanely.store.credential import Credential, Happened, endorsement_step_of
from humanely.store.credential_records import AppealRecord, CredentialRecord, EndorsementRecord

Who = Literal["you", "team", "member", "endorser", "asked", "time"]


class Line(msgspec.Struct, frozen=True):
    """One step.

    Attributes:
        what: its words are under ``history-`` and this.
        who: its words are under ``history-by-`` and this; ``member`` and ``endorser`` go with `name`.
        note: words that belong to it, such as what was asked for; empty for none.
    """

    at: dt.datetime
    what: str
    who: Who
    name: str = ""
    note: str = ""


def history(state: Credential, name_of: Callable[[str], str]) -> tuple[Line, ...]:
    """All steps, the newest first.

    Args:
        name_of: of a member of the team, as the holder may read it; empty for "the team".
    """
    told = {id_: one.name for id_, one in state.endorsements.items() if one.is_told}
    return tuple(_line(one, name_of, told) for one in reversed(state.history))


def _line(one: Happened, name_of: Callable[[str], str], told: Mapping[str, str]) -> Line:
    record = one.record
    who, name = _who(record.by, name_of)
    match record:
        case CredentialRecord():
            return Line(one.at, f"credential-{record.step}".replace("_", "-"), who, name, record.told)
        case AppealRecord():
            note = record.reasons if record.step == "evidence_wanted" else ""
            # What one member proposes to another is theirs until it is decided.
            is_inner = record.step in {"proposed", "sent_back"}
            step = "looked-at" if is_inner else record.step.replace("_", "-")
            return Line(one.at, f"appeal-{step}", who, record.name or name, note)
        case EndorsementRecord():
            step = endorsement_step_of(record, one.at).step
            # A name can hurt as a text can: it is read where the text is.
            said_by = told.get(record.endorsement_id, "") if who == "endorser" else name
            return Line(one.at, f"endorsement-{step}", "asked" if who == "endorser" and not said_by else who, said_by)


def _who(by: By, name_of: Callable[[str], str]) -> tuple[Who, str]:
    match by.kind:
        case "holder":
            return "you", ""
        case "endorser":
            return "endorser", ""
        case "clock":
            return "time", ""
        case "staff":
            name = name_of(by.id)
            return ("member", name) if name else ("team", "")
