"""What the team is told in Chatwoot when a conversation comes to them: a note, labels, attributes, a priority."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from humanely.apps.channels.chatwoot.markdown import escaped
from humanely.apps.channels.outgoing import records
from humanely.decision.decision import Decision
from humanely.pipeline.handoffs.packet import Packet
from humanely.pipeline.handoffs.packet_text import packet_text
from humanely.store.log.act import Kept
from humanely.store.records import DecisionRecord, HandoffRecord, TurnRecord

CALLS = frozenset({"queued", "alerted"})
"""Steps of a handoff that call for a human."""
FAILED = (
    "**The assistant could not handle the newest message, so this conversation is yours.** "
    "Nothing was answered; the reason is in the server's log."
)
_PREFIX = "humanely"
_PRIORITIES = ((0.9, "urgent"), (0.6, "high"), (0.3, "medium"), (0.0, "low"))
LONGEST = 4_000
"""Characters of a packet in a note, before they are escaped."""


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """A call for a human, with what led to it.

    Attributes:
        place: of its act.
        decision: the newest before it; None where it came without one.
        turn: of the person, the newest before it.
    """

    place: int
    step: HandoffRecord
    decision: Decision | None = None
    turn: TurnRecord | None = None

    @property
    def is_crisis(self) -> bool:
        return self.decision is not None and self.decision.crisis is not None


def called(acts: Sequence[Kept]) -> Iterator[Called]:
    """Each call for a human in a conversation, oldest first."""
    decision, turn = None, None
    found: list[Called] = []
    for act, record in records(acts, "estimate", "decision", "handoff"):
        if isinstance(record, TurnRecord) and record.reading.turn.is_customer:
            decision, turn = None, record
        elif isinstance(record, DecisionRecord):
            decision = record.decision
        elif isinstance(record, HandoffRecord) and record.state in CALLS:
            found.append(Called(place=act.index, step=record, decision=decision, turn=turn))
    yield from found


def heading(one: Called) -> str:
    """The first line of the note, another one for each call."""
    says = "A life may be at risk. Please come now." if one.is_crisis else "A human is needed here."
    return f"**{says}** (#{one.place})"


def note(one: Called, packet: Packet | None, locale: str) -> str:
    """The note: why somebody is called, and all that spares the person from saying it again.

    Chatwoot reads it as Markdown; of what people wrote, no link or picture comes.

    Args:
        packet: of the handoff; where a life may be at risk it is kept to what helps.
        locale: of the team.
    """
    told = escaped(packet_text(packet, locale=locale, most=LONGEST)) if packet is not None else ""
    return f"{heading(one)}\n\n{told}".strip()


def labels(one: Called, held: Sequence[str]) -> tuple[str, ...]:
    """The labels of the conversation with ours; a crisis is not written on a label that everybody sees.

    >>> labels(Called(place=4, step=HandoffRecord(conversation_id="", state="queued", reason="high_stakes")), ["vip"])
    ('vip', 'humanely', 'humanely-high-stakes')
    """
    ours = [_PREFIX]
    if one.step.reason and not one.is_crisis:
        ours.append(f"{_PREFIX}-{one.step.reason.replace('_', '-')}")
    return tuple(dict.fromkeys((*held, *ours)))


def attributes(one: Called, held: Mapping[str, Any]) -> dict[str, Any]:
    """The custom attributes of the conversation with ours."""
    ours: dict[str, Any] = {f"{_PREFIX}_priority": round(one.step.priority, 2)}
    if not one.is_crisis:
        ours[f"{_PREFIX}_reason"] = one.step.reason
    if one.turn is not None:
        ours[f"{_PREFIX}_language"] = one.turn.language or ""
        if one.turn.reading.called_for is not None:
            ours[f"{_PREFIX}_need"] = round(one.turn.reading.called_for, 2)
    return {**held, **ours}


def priority(one: Called) -> str:
    """The priority as Chatwoot names it."""
    return next(name for least, name in _PRIORITIES if one.step.priority >= least)
