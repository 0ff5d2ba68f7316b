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
from humanely.people.handoff import Clock, Step
from humanely.people.review import Verdict
from humanely.response.channel import ChannelKind, Way
from humanely.response.generated.completion import Usage
from humanely.response.response import Message, Response
from humanely.trust.consent import Act, How, Purpose
from humanely.trust.consent import Sense as ConsentSense

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
        zone: the person's IANA time zone; None where the channel does not know.
        agent: id of the member of the team who wrote it; empty where that is not known, or nobody did.
        drafted: the assistant drafted it; the agent looked at it and sent it.
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
    zone: str | None = None
    tags: frozenset[str] = frozenset()
    model: str = ""
    agent: str = ""
    drafted: bool = False


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
        wanted: verdicts it takes before it is sent, where it is held for humans to look at; 0 otherwise.
    """

    conversation_id: str
    response: Response
    reading: TurnReading | None = None
    need: float | None = None
    shown: float | None = None
    gap: float | None = None
    noticed: tuple[str, ...] = ()
    usages: tuple[Usage, ...] = ()
    wanted: int = 0


class Rated(msgspec.Struct, frozen=True, kw_only=True):
    """What a reviewer reads in the moment and in the draft, before any estimate is shown to them.

    Attributes:
        need: empathy called for, 0 none to 3 strong.
        feels_with, understands, asks, acts: shown in the draft, each 0, 1 or 2.
    """

    need: int
    feels_with: int
    understands: int
    asks: int
    acts: int


class ReviewRecord(msgspec.Struct, frozen=True, kw_only=True, tag="review"):
    """A step in the review of a held answer: a verdict, or that nobody looked in time.

    An edit is kept beside the draft as feedback: what was written, what was sent, and the decision behind both.

    Attributes:
        review: place of the held answer.
        decision: place of the decision to hold it.
        reviewer: id of who judged; `by` as in `HandoffRecord`.
        verdict: None where nobody looked in time.
        text: to be sent instead of the draft, where the verdict is `edit`.
        rated: None where they did not rate.
        overruled: names of findings of the check that they sent over.
        stale: the person had written again, and they confirmed that the answer still fits.
    """

    conversation_id: str
    review: int
    decision: int
    reviewer: str = ""
    by: str = ""
    verdict: Verdict | None = None
    text: str = ""
    reason: str = ""
    rated: Rated | None = None
    overruled: tuple[str, ...] = ()
    stale: bool = False


class HandoffRecord(msgspec.Struct, frozen=True, kw_only=True, tag="handoff"):
    """A step of a handoff.

    Attributes:
        state: the step.
        reason: name of the leading reason; empty where it has none.
        by: name of the API key or command that did it; empty for a decision, and where `agent` did.
        agent: id of the member of the team who took the step, or for whom the handoff is left.
        skill: that is needed from now on; empty for the same as before.
        clock: whose deadline has passed.
        message: what the person is told with it; None where nothing is.
        person_id: who asked, where the conversation begins with it.
    """

    conversation_id: str
    state: Step
    reason: str = ""
    priority: float = 0.0
    by: str = ""
    agent: str = ""
    skill: str = ""
    clock: Clock | None = None
    message: Message | None = None
    person_id: str = ""


class NoteRecord(msgspec.Struct, frozen=True, kw_only=True, tag="note"):
    """What a member of the team noted for the others; the person is not shown it unasked, but it is in their export.

    Attributes:
        agent: id of who wrote it; `by` as in `HandoffRecord`.
        called: place of the act by which the number was left that they have called; None for any other note.
    """

    conversation_id: str
    text: str
    agent: str = ""
    by: str = ""
    called: int | None = None


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


class BehaviourRecord(msgspec.Struct, frozen=True, kw_only=True, tag="behaviour"):
    """How a page was used in one window of time, as `humanely.pipeline.person.behaviour.Counts`."""

    conversation_id: str
    window_s: int
    clicks: int = 0
    rage_clicks: int = 0
    dead_clicks: int = 0
    retries: int = 0
    idle_s: int = 0


class TypingRecord(msgspec.Struct, frozen=True, kw_only=True, tag="typing"):
    """How somebody typed in one window of time, as `humanely.pipeline.person.behaviour.Rhythm`."""

    conversation_id: str
    window_s: int
    pause_ms: int
    spread_ms: int
    corrections: int


class ContactRecord(msgspec.Struct, frozen=True, kw_only=True, tag="contact"):
    """Where a person is reached when they are no longer there; the newest of a conversation holds, for each way.

    Attributes:
        kind: the way.
        address: for mail, or a telephone number in E.164; empty where they want no more, or nothing arrives there.
        wish: what they ask for with it, such as when to call, in their words.
    """

    conversation_id: str
    person_id: str
    kind: Way = "email"
    address: str = ""
    wish: str = ""


class SentRecord(msgspec.Struct, frozen=True, kw_only=True, tag="sent"):
    """What became of an act on its way through a channel of its own; the words are those of the act.

    Attributes:
        of: place of the act.
        by: the channel.
        part: `words` to the person; a `note` to the team; that the case was `open`ed to humans.
        result: `withheld` where a human had spoken meanwhile; `refused` by whoever was to take it.
        reference: id of the message over there; empty where it has none.
    """

    conversation_id: str
    of: int
    by: Literal["chatwoot", "email"]
    part: Literal["words", "note", "open"] = "words"
    result: Literal["sent", "withheld", "refused"] = "sent"
    reference: str = ""


Record = (
    TurnRecord
    | LawRecord
    | DecisionRecord
    | ResponseRecord
    | HandoffRecord
    | ReviewRecord
    | NoteRecord
    | ConsentRecord
    | CorrectionRecord
    | OutcomeRecord
    | BehaviourRecord
    | TypingRecord
    | ContactRecord
    | SentRecord
)

_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    """The payload of a record."""
    return _ENCODER.encode(record)


def decode(payload: bytes) -> Record:
    """The record of a payload that `encode` made."""
    return _DECODER.decode(payload)
