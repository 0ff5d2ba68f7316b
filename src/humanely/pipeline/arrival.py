"""What comes in: a turn of somebody, with all that the channel says of it."""

from typing import Literal

import msgspec

from humanely.response.channel import ChannelKind
from humanely.response.plan import Cause
from humanely.signal.turn import Speaker

Feeling = Literal["very_bad", "bad", "neutral", "good", "very_good"]
"""What a person may say of how they feel, by name: faces read differently in different places."""

VALENCE: dict[Feeling, float] = {"very_bad": -1.0, "bad": -0.5, "neutral": 0.0, "good": 0.5, "very_good": 1.0}

Writer = Literal["house", "caller", "nobody", "past"]
"""Who writes the answer: `house` as it is set up; `caller` brings a draft, which is checked; for `nobody` it is decided
and nothing is said; a turn of the `past` was answered before it came here, and is only read."""


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A turn that has come in.

    Attributes:
        text: as it was said; at most 20,000 characters are read.
        locale: of the channel, a language tag; the language of the words comes first.
        place: where the person is, ISO 3166 code; None where the channel does not know.
        zone: the person's IANA time zone.
        tags: journeys and marks, such as ``refund``, ``vulnerable`` or ``decision:ban``.
        feeling: what the person says they feel; it outranks every estimate.
        noticed: the channel has told the person that feelings may be estimated.
        minor: the person is known to be under age.
        offers: what the journey would propose, by name.
        facts: what is known and may be told, by the names of `humanely.response.plan.FACTS`.
        knows: texts the caller's machine was given: what its draft may draw its particulars from.
        cause: where the trouble came from, where the caller knows it.
        writer: who writes the answer.
        agent: id of the member of the team who speaks; empty where that is not known.
        drafted: the assistant drafted what the agent sends.
        repeat_key: two arrivals of one client with one key are one; empty where each counts.
        fingerprint: of the request behind `repeat_key`.
    """

    conversation_id: str
    person_id: str
    text: str
    speaker: Speaker = Speaker.CUSTOMER
    channel: ChannelKind = "chat"
    locale: str | None = None
    place: str | None = None
    zone: str | None = None
    tags: frozenset[str] = frozenset()
    feeling: Feeling | None = None
    noticed: bool = False
    minor: bool = False
    offers: tuple[str, ...] = ()
    facts: dict[str, str] = {}
    knows: tuple[str, ...] = ()
    cause: Cause | None = None
    writer: Writer = "house"
    agent: str = ""
    drafted: bool = False
    repeat_key: str = ""
    fingerprint: bytes = b""
