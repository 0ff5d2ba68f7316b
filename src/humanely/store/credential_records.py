"""What the payload of each act about credentials holds, as JSON, sealed like the others under the person's key.

Acts of kind ``achievement`` are of what can be achieved, and of a learner's way there; those of kind ``credential``,
``appeal`` and ``endorsement`` belong to the stream of one credential. Files shown as evidence are acts of their own
beside it, so that whoever looks at a credential need not open them.
"""

import datetime as dt
from typing import Literal

import msgspec

from humanely.credential.design.achievement import Achievement
from humanely.credential.design.build import Evidence
from humanely.credential.design.recipient import Recipient
from humanely.credential.life import appeal, endorsement, lifecycle
from humanely.credential.life.party import By
from humanely.trust.entry import Kind
from humanely.trust.retention import Kind as Keep

Media = Literal["application/pdf", "image/png", "image/jpeg", "text/plain"]


class AchievementRecord(msgspec.Struct, frozen=True, kw_only=True, tag="achievement"):
    """A version of what can be achieved; about nobody.

    Attributes:
        by: name of the API key or command, or id of the member of the team.
        retired: nothing more is issued for it.
    """

    achievement: Achievement
    version: int
    by: str
    retired: bool = False


class ProgressRecord(msgspec.Struct, frozen=True, kw_only=True, tag="progress"):
    """A step on the way to an achievement that a learner took, or took back.

    Attributes:
        step: its id in the achievement; "" where they begin.
        skipped: passed over, where the achievement lets them.
    """

    person_id: str
    achievement_id: str
    step: str
    by: By
    done: bool = True
    skipped: bool = False
    note: str = ""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be said of somebody: all that a credential is made of.

    Attributes:
        version: of the achievement.
        story: what connects the evidence, in words.
        batch: id of the batch it came with; empty for none.
    """

    achievement_id: str
    version: int
    recipient: Recipient
    evidence: tuple[Evidence, ...] = ()
    story: str | None = None
    batch: str = ""


class CredentialRecord(msgspec.Struct, frozen=True, kw_only=True, tag="credential"):
    """A step in the life of a credential, see `humanely.credential.life.lifecycle.Taken`.

    Attributes:
        claim: with ``prepared``, and with ``offered`` as it was signed.
        document: the credential as it was signed, JSON, with ``offered``.
        list, position: its bit in the status lists, with ``offered``.
        note: for the team; the person reads it in their export only.
        told: what the team says to the person beside the reason; to them alone.
    """

    credential_id: str
    person_id: str
    step: lifecycle.Step
    by: By
    reason: lifecycle.Reason | None = None
    other: str = ""
    review: bool = False
    valid_until: dt.datetime | None = None
    appeal: bool = False
    claim: Claim | None = None
    document: str = ""
    list: int = 0
    position: int = 0
    note: str = ""
    told: str = ""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A file shown as evidence.

    Attributes:
        after: how many places behind the step it was shown with the act stands that holds it.
        name: as the person calls it.
        size: bytes.
        sha256: 64 hexadecimal digits.
    """

    after: int
    name: str
    media: Media
    size: int
    sha256: str


class EvidenceRecord(msgspec.Struct, frozen=True, kw_only=True, tag="evidence"):
    """A file that somebody shows, as it came."""

    credential_id: str
    person_id: str
    name: str
    media: Media
    data: bytes


class AppealRecord(msgspec.Struct, frozen=True, kw_only=True, tag="appeal"):
    """A step of an appeal, see `humanely.credential.life.appeal.Taken`.

    Attributes:
        statement: what the person says, in their words, as it was typed.
        wish: what they ask for.
        agent: name of who acts for them; empty where they do.
        evidence: files shown with this step.
    """

    credential_id: str
    person_id: str
    step: appeal.Step
    by: By
    due: dt.datetime | None = None
    change: int = 0
    decision: appeal.Decision | None = None
    reasons: str = ""
    name: str = ""
    statement: str = ""
    wish: str = ""
    agent: str = ""
    evidence: tuple[Shown, ...] = ()


class EndorsementRecord(msgspec.Struct, frozen=True, kw_only=True, tag="endorsement"):
    """A step of an endorsement, see `humanely.credential.life.endorsement.Taken`."""

    credential_id: str
    person_id: str
    endorsement_id: str
    step: endorsement.Step
    by: By
    relation: endorsement.Relation = "peer"
    name: str = ""
    text: str = ""
    digest: str = ""
    doubts: tuple[endorsement.Doubt, ...] = ()
    note: str = ""


class ToldRecord(msgspec.Struct, frozen=True, kw_only=True, tag="told"):
    """The holder was told something, or could not be by mail.

    Attributes:
        notice: its kind, see `humanely.pipeline.credentials.holder.Told`.
        of: place of the act that it tells of; -1 for a date.
        result: sent by mail; refused by the mail server for good, or late: neither was told, and a human of the team
            passes it on; passed on.
        by: the clock for mails.
    """

    credential_id: str
    person_id: str
    notice: str
    of: int
    result: Literal["sent", "refused", "late", "passed_on"]
    by: By


class LinksRecord(msgspec.Struct, frozen=True, kw_only=True, tag="links_void"):
    """All links of the holder that were given out before no longer lead to this credential."""

    credential_id: str
    person_id: str
    by: By


StepRecord = CredentialRecord | AppealRecord | EndorsementRecord
"""A step of a credential, of an appeal, or of an endorsement."""

StreamRecord = StepRecord | ToldRecord | LinksRecord
"""What a credential is folded from."""

CredentialsRecord = AchievementRecord | ProgressRecord | EvidenceRecord | StreamRecord

KINDS: frozenset[Kind] = frozenset({"achievement", "credential", "appeal", "endorsement"})
"""Kinds of acts whose payloads are read here."""

KIND_OF: dict[type, tuple[Kind, Keep | None]] = {
    AchievementRecord: ("achievement", None),
    ProgressRecord: ("achievement", Keep.CREDENTIAL),
    CredentialRecord: ("credential", Keep.CREDENTIAL),
    EvidenceRecord: ("appeal", Keep.APPEAL),
    AppealRecord: ("appeal", Keep.APPEAL),
    EndorsementRecord: ("endorsement", Keep.CREDENTIAL),
    ToldRecord: ("credential", Keep.CREDENTIAL),
    LinksRecord: ("credential", Keep.CREDENTIAL),
}

_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[CredentialsRecord] = msgspec.json.Decoder(CredentialsRecord)


def encode(record: CredentialsRecord) -> bytes:
    """The payload of a record."""
    return _ENCODER.encode(record)


def decode(payload: bytes) -> CredentialsRecord:
    """The record of a payload that `encode` made."""
    return _DECODER.decode(payload)
