"""What a person's export holds: every act about them, named in words."""

import datetime as dt
from typing import Any

import msgspec


class Happened(msgspec.Struct, frozen=True, kw_only=True, tag_field="what"):
    """Something that happened.

    Attributes:
        id: its place in the ledger.
        at: when it was recorded.
    """

    id: str
    at: dt.datetime


class Likely(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that may be so.

    Attributes:
        probability: [0, 1].
        words: of the message that say it; left out where no single ones do.
    """

    name: str
    probability: float
    words: str = ""


class Estimated(msgspec.Struct, frozen=True, kw_only=True):
    """What was estimated of a message: of the message, not of the person.

    Attributes:
        feelings: that the message may carry, most probable first; those under 1 in 100 are left out.
        pleasant: from rather unpleasant to rather pleasant; null where it could not be told.
        valence: the same as a number, [-1, 1].
        need: empathy called for; null where it could not be told.
        situations: what the message may say about where the person stands.
        life_may_be_at_risk: whether the message may speak of it; null where it was not looked for.
        read_from: what it was read from; nothing where nothing was estimated.
        language: how far estimates in it were checked.
        model: that estimated.
    """

    feelings: tuple[Likely, ...]
    pleasant: str | None
    valence: float | None
    need: str | None
    situations: tuple[Likely, ...]
    life_may_be_at_risk: bool | None
    read_from: tuple[str, ...]
    language: str
    model: str


class Message(Happened, frozen=True, kw_only=True, tag="message"):
    """Somebody said something.

    Attributes:
        text: as it was said.
        place, zone: where they were taken to be: a country or state (ISO 3166), an IANA time zone; null where that is
            not known.
        tags: marks the conversation was given with it.
        said_feeling: what the person said of how they feel; null where they did not.
        estimated: null for a message that is not the person's.
    """

    by: str
    text: str
    channel: str
    place: str | None = None
    zone: str | None = None
    tags: tuple[str, ...] = ()
    said_feeling: str | None = None
    estimated: Estimated | None = None


class NotRead(Happened, frozen=True, kw_only=True, tag="not_read"):
    """Something was not read, because the law or the person did not allow it.

    Attributes:
        reasons: each with its article.
    """

    sense: str
    purpose: str
    reasons: tuple[str, ...]


class Decided(Happened, frozen=True, kw_only=True, tag="decision"):
    """What was decided.

    Attributes:
        why: sentences, the leading reason first, then how sure it is and what the person can do.
    """

    action: str
    why: tuple[str, ...]


class Sent(msgspec.Struct, frozen=True):
    """A message to the person."""

    text: str
    by: str


class Answered(Happened, frozen=True, kw_only=True, tag="answer"):
    """What was answered.

    Attributes:
        held: an answer that a human was to look at first; null where there was none.
    """

    messages: tuple[Sent, ...]
    held: str | None = None


class HandedOver(Happened, frozen=True, kw_only=True, tag="handoff"):
    """A step towards a human, or back.

    Attributes:
        told: what they were told with it; None where nothing was.
    """

    step: str
    told: Sent | None = None


class Noted(Happened, frozen=True, kw_only=True, tag="note"):
    """What somebody of the team noted for the others."""

    text: str


class LookedAt(Happened, frozen=True, kw_only=True, tag="review"):
    """A human of the team looked at an answer before it was to be sent.

    Attributes:
        answer: id of the answer that was held.
        text: what they wrote in its place; null where they wrote nothing.
        reason: why, where they said so.
        need: the empathy they read in the moment; null where they did not say.
    """

    answer: str
    verdict: str
    text: str | None = None
    reason: str = ""
    need: str | None = None


class Corrected(Happened, frozen=True, kw_only=True, tag="correction"):
    """What the person said of an estimate.

    Attributes:
        message: id of the message.
        feeling: what they said they felt; null where they only took the estimate away.
    """

    message: str
    feeling: str | None
    note: str


class Used(Happened, frozen=True, kw_only=True, tag="behaviour"):
    """How the person used a page for a while, as counts made on their device.

    Attributes:
        window_s: seconds that were counted.
        rage_clicks: times three clicks came within a second and 30 pixels.
        dead_clicks: clicks after which nothing happened for 2.5 s.
        retries: times the same form was sent again.
        idle_s: seconds in pauses of more than ten.
    """

    window_s: int
    clicks: int
    rage_clicks: int
    dead_clicks: int
    retries: int
    idle_s: int


class Typed(Happened, frozen=True, kw_only=True, tag="typing"):
    """How the person typed for a while, as figures made on their device: no keys and no order.

    Attributes:
        window_s: seconds.
        pause_ms: median pause between two key presses.
        spread_ms: median distance of the pauses from that.
        corrections: of 100 key presses, those that took something back.
    """

    window_s: int
    pause_ms: int
    spread_ms: int
    corrections: int


class CameOf(Happened, frozen=True, kw_only=True, tag="outcome"):
    """What came of a decision.

    Attributes:
        decision: its id.
        measured: what, and on which scale.
    """

    decision: str
    measured: str
    value: float
    note: str


class Contact(Happened, frozen=True, kw_only=True, tag="contact"):
    """Where the person is reached when they are no longer there.

    Attributes:
        way: by e-mail or telephone.
        address: or number; empty from where on they want no more, or nothing arrived.
        wish: what they asked for with it.
    """

    way: str
    address: str
    wish: str


class Forwarded(Happened, frozen=True, kw_only=True, tag="forwarded"):
    """Something of the conversation went through a channel of its own, such as e-mail.

    Attributes:
        of: id of what was sent.
    """

    of: str
    by: str


class ConsentGiven(Happened, frozen=True, kw_only=True, tag="consent"):
    """Something happened about a consent.

    Attributes:
        version, locale: of the text shown; empty where none was.
        text_sha256: proof of what was shown.
        how: it reached us.
    """

    act: str
    purpose: str
    sense: str
    version: str
    locale: str
    text_sha256: str
    how: str


class Deleted(Happened, frozen=True, kw_only=True, tag="deleted"):
    """What was deleted, or whose time has passed: that it happened stays on record, what it said does not."""

    kind: str


Event = (
    Message
    | NotRead
    | Decided
    | Answered
    | HandedOver
    | Noted
    | LookedAt
    | Corrected
    | Used
    | Typed
    | CameOf
    | Contact
    | Forwarded
)


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """One conversation, in the order in which it happened."""

    conversation_id: str
    happened: tuple[Event, ...]


class Stands(msgspec.Struct, frozen=True, kw_only=True):
    """What holds now for one purpose."""

    purpose: str
    sense: str
    standing: str


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a credential, an appeal, an endorsement, or on the way to one, as it is recorded.

    Attributes:
        id: its place in the ledger.
        kind: what it is, in words.
        holds: all that is recorded with it; files in base64.
    """

    id: str
    at: dt.datetime
    kind: str
    holds: dict[str, Any]


class StaffDeed(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the team looked at what is recorded, or did something with it.

    Who it was by name is not told, but by what they do in the team.

    Attributes:
        id: its place in the ledger.
        did: what, and in which part of the team.
        conversation_id, credential_id: that they read; both empty where it was all of the record.
    """

    id: str
    at: dt.datetime
    did: str
    conversation_id: str = ""
    credential_id: str = ""


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is recorded of one person.

    Attributes:
        made_at: when this was put together.
        locale: of its words; what people wrote stands as they wrote it.
        about: what the parts of it are.
        consents: what holds now.
        consent_history: all that was asked and answered.
        looked: when somebody of the team looked at this record, or read a conversation that they did not have.
        deleted: acts of which only that they happened is left.
        credentials: with appeals, endorsements and the way to them, in the order they happened.
    """

    person_id: str
    made_at: dt.datetime
    locale: str
    about: tuple[str, ...]
    conversations: tuple[Conversation, ...]
    consents: tuple[Stands, ...]
    consent_history: tuple[ConsentGiven, ...]
    looked: tuple[StaffDeed, ...]
    deleted: tuple[Deleted, ...]
    credentials: tuple[Recorded, ...] = ()
