"""What the payload of each act holds, as JSON.

Ids are written in the payload, which is sealed; outside of it people and conversations have pseudonyms only.
"""

import datetime as dt
from typing import Literal

import msgspec

from humanely.affect.reading import Crisis, LanguageStatus
from humanely.context.trajectory import TurnReading
from humanely.decision.decision import Decision
from humanely.decision.law import Ruling
from humanely.decision.moment import Sense, Setting
from humanely.response.channel import ChannelKind
from humanely.response.generated.completion import Usage
from humanely.response.response import Response
from humanely.trust.consent import Act, How, Purpose
from humanely.trust.consent import Sense as ConsentSense

HandoffState = Literal["offered", "queued", "joined", "left", "timed_out", "declined", "returned", "alerted"]
"""`alerted`: the human who has the conversation is told that a life may be at risk."""
Scale = Literal["csat", "nps", "effort", "resolved", "returned", "helpful", "appeal_won"]
"""What an outcome measures: csat 1–5, nps 0–10, effort 1–7, all others 0 or 1."""


class TurnRecord(msgspec.Struct, frozen=True, kw_only=True, tag="turn"):
    """A turn as it came and as it was read.

    Attributes:
        text: as it was said.
        reading: of the masked text; bare where nothing may be estimated.
        language: of the customer so far, ISO 639-1.
        crisis: None where it was not looked for.
        senses: that ran.
        noticed: the person had been told that feelings may be estimated.
    """

    conversation_id: str
    person_id: str
    text: str
    reading: TurnReading
    language: str | None = None
    language_status: LanguageStatus = "unknown"
    crisis: Crisis | None = None
    senses: tuple[Sense, ...] = ()
    noticed: bool = False
    channel: ChannelKind = "chat"
    setting: Setting = "service"
    place: str | None = None
    tags: frozenset[str] = frozenset()
    model: str = ""


class LawRecord(msgspec.Struct, frozen=True, kw_only=True, tag="law"):
    """A sense that did not run for a purpose, and the ruling that stopped it."""

    conversation_id: str
    purpose: str
    sense: str
    ruling: Ruling


class DecisionRecord(msgspec.Struct, frozen=True, kw_only=True, tag="decision"):
    """What was decided on the turn before it."""

    conversation_id: str
    decision: Decision


class ResponseRecord(msgspec.Struct, frozen=True, kw_only=True, tag="response"):
    """What answered the decision before it.

    Attributes:
        reading: of the answer, masked; None where nothing was said.
        shown: empathy the answer shows, [0, 1]; gap: need − shown; None where they cannot be told.
        noticed: notices given, for the law: ``ai``, ``ai_again``, ``estimates``.
        usages: what each call of a model took: the cost log.
    """

    conversation_id: str
    response: Response
    reading: TurnReading | None = None
    need: float | None = None
    shown: float | None = None
    gap: float | None = None
    noticed: tuple[str, ...] = ()
    usages: tuple[Usage, ...] = ()


class HandoffRecord(msgspec.Struct, frozen=True, kw_only=True, tag="handoff"):
    """A step of a handoff.

    Attributes:
        reason: name of the leading reason; empty where it has none.
        by: name of the API key or command that did it; empty for a decision.
    """

    conversation_id: str
    state: HandoffState
    reason: str = ""
    priority: float = 0.0
    by: str = ""


class ConsentRecord(msgspec.Struct, frozen=True, kw_only=True, tag="consent"):
    """One thing that happened about a person's consent; its time and place are those of the entry.

    Attributes:
        text_sha256: of the text shown, 64 hexadecimal digits; empty where none was shown.
    """

    person_id: str
    act: Act
    purpose: Purpose
    sense: ConsentSense
    version: str
    locale: str
    text_sha256: str
    how: How


class CorrectionRecord(msgspec.Struct, frozen=True, kw_only=True, tag="correction"):
    """What a person says of a feeling that was estimated; said beats inferred.

    Attributes:
        turn: place of the turn in the ledger.
        said: valence of what they say they felt, [-1, 1]; None takes the estimate away without another.
        note: in their own words, if they gave any.
    """

    conversation_id: str
    turn: int
    said: float | None
    note: str = ""


class OutcomeRecord(msgspec.Struct, frozen=True, kw_only=True, tag="outcome"):
    """What came of a decision.

    Attributes:
        decision: its place in the ledger.
        value: on its own scale, see `Scale`.
    """

    conversation_id: str
    decision: int
    scale: Scale
    value: float
    note: str = ""
    at: dt.datetime | None = None


Record = (
    TurnRecord
    | LawRecord
    | DecisionRecord
    | ResponseRecord
    | HandoffRecord
    | ConsentRecord
    | CorrectionRecord
    | OutcomeRecord
)

_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    """The payload of a record."""
    return _ENCODER.encode(record)


def decode(payload: bytes) -> Record:
    """The record of a payload that `encode` made."""
    return _DECODER.decode(payload)
