"""How somebody uses a page, and how they type, as figures made on their device: recorded where they allowed it and the
law bars it not, dropped where not.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.decision.permission import Measured
from humanely.decision.permission import measured as ruled
from humanely.pipeline.acting import Asked, recorded
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.record import act
from humanely.store.conversation import ConversationState
from humanely.store.log.act import Act
from humanely.store.records import BehaviourRecord, LawRecord, Record, TypingRecord
from humanely.trust.consent import Purpose, Sense

BREAK_MS = 3_000
"""A longer pause is a break: it says nothing of a rhythm."""

_Count = Annotated[int, Meta(ge=0, le=10_000)]


class Counts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was counted in one window of time: how often, never what, where, or which keys.

    Attributes:
        window_s: seconds that were counted, (0, 3600].
        clicks: all of them.
        rage_clicks: times three clicks came within a second and 30 pixels.
        dead_clicks: clicks after which nothing happened for 2.5 s.
        retries: times the same form was sent again.
        idle_s: seconds in pauses of more than ten.
    """

    window_s: Annotated[int, Meta(gt=0, le=3600)]
    clicks: _Count = 0
    rage_clicks: _Count = 0
    dead_clicks: _Count = 0
    retries: _Count = 0
    idle_s: _Count = 0


class Rhythm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How somebody typed in one window of time: three figures of many key presses, no keys and no order.

    Attributes:
        window_s: seconds, (0, 3600].
        pause_ms: median pause between two key presses, of those under `BREAK_MS`.
        spread_ms: median distance of the pauses from that.
        corrections: of 100 key presses, those that took something back.
    """

    window_s: Annotated[int, Meta(gt=0, le=3600)]
    pause_ms: Annotated[int, Meta(ge=0, le=BREAK_MS)]
    spread_ms: Annotated[int, Meta(ge=0, le=BREAK_MS)]
    corrections: Annotated[int, Meta(ge=0, le=100)]


_MEASURED: Mapping[type, tuple[Measured, type[BehaviourRecord] | type[TypingRecord]]] = {
    Counts: ("behaviour", BehaviourRecord),
    Rhythm: ("typing", TypingRecord),
}


def counted(companion: Companion, about: Arrival, counts: Counts | Rhythm, now: dt.datetime) -> bool:
    """Record figures, or, where consent or law does not allow it, only that they were dropped.

    Args:
        about: who, in which conversation, language and place; its text is not read.

    Returns:
        Whether they were recorded; if not, none should be sent any more.

    Raises:
        Overtaken: nothing was recorded.
    """
    conversations, house = companion.conversations, companion.house
    events = conversations.consents([about.person_id])[0]
    sense, kept = _MEASURED[type(counts)]
    texts = {text.purpose: text for text in house.texts(about.locale, Sense(sense))}
    ruling = ruled(house.law, house.circumstances(about), events, texts.get(Purpose.ESTIMATE), sense)
    allowed = ruling.effect == "allowed"
    record: Record = LawRecord(conversation_id=about.conversation_id, purpose="estimate", sense=sense, ruling=ruling)
    if allowed:
        record = kept(conversation_id=about.conversation_id, **msgspec.structs.asdict(counts))
    _recorded(companion, about, record, now)
    return allowed


def _recorded(companion: Companion, about: Arrival, record: Record, now: dt.datetime) -> None:
    """Record one act of a conversation."""

    def sealed(one: Record, _: ConversationState) -> Act:
        return act(one, about.person_id, about.conversation_id)

    recorded(companion.conversations, Asked("", now), about.conversation_id, lambda _: (record,), sealed=sealed)
