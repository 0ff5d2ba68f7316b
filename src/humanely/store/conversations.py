"""Conversations as they stand, held in memory while they go on, and read from the ledger when they have moved."""

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from humanely.errors import HumanelyError
from humanely.store.conversation import ConversationState, folded
from humanely.store.log.act import Kept, Moved, Recorded, Unit
from humanely.store.log.ledger import Ledger
from humanely.store.records import ConsentRecord, Record, decode
from humanely.trust.consent import Event

HELD = 10_000
"""Conversations held at most; some 10 KB each."""

_OPENS = frozenset({"handoff", "estimate"})
"""Kinds of acts with which a handoff may begin: a step of it, or an agent who speaks."""


class Conversations:
    """The ledger, seen as conversations.

    Args:
        ledger: where acts are recorded.
        held: conversations kept in memory, >= 0.
    """

    def __init__(self, ledger: Ledger, held: int = HELD) -> None:
        self.ledger = ledger
        self._size = held
        self._held: OrderedDict[str, ConversationState] = OrderedDict()
        self._named: dict[int, str] = {}

    def standing(self, conversation_ids: Sequence[str]) -> list[ConversationState]:
        """Each conversation as it stands; what is held is held to the ledger, which other processes write to, too."""
        newest = self.ledger.newest(conversation_ids)
        return [self.at(conversation_id, newest[conversation_id]) for conversation_id in conversation_ids]

    def at(self, conversation_id: str, newest: int) -> ConversationState:
        """A conversation of which it was just seen which act is its newest; -1 where it has none."""
        held = self._held.get(conversation_id)
        if held is not None and held.newest == newest:
            return held
        if newest < 0:
            self.forget(conversation_id)
            return ConversationState(conversation_id=conversation_id)
        state = folded(conversation_id, self.ledger.conversation(conversation_id))
        self.hold(state)
        return state

    def consents(self, person_ids: Sequence[str]) -> list[tuple[Event, ...]]:
        """What each person said about consent, in order."""
        acts = self.ledger.of_people(person_ids, "consent")
        return [consent_events(acts[person_id]) for person_id in person_ids]

    def of_handoffs(self, places: Iterable[int]) -> dict[int, ConversationState]:
        """The conversation of each handoff, by its id; those that are erased, or unknown, are left out."""
        named = {place: name for place in places if (name := self._name(place))}
        newest = self.ledger.newest(named.values())
        return {place: self.at(name, newest[name]) for place, name in named.items() if newest[name] >= 0}

    def record(self, units: Sequence[Unit], now: dt.datetime) -> list[Recorded | Moved | HumanelyError]:
        """Record units; see `Ledger.commit`."""
        return self.ledger.commit(units, now)

    def hold(self, state: ConversationState) -> None:
        """Keep a conversation that was just recorded."""
        self._held[state.conversation_id] = state
        self._held.move_to_end(state.conversation_id)
        if state.handoff is not None:
            self._name_it(state.handoff.place, state.conversation_id)
        while len(self._held) > self._size:
            self._held.popitem(last=False)

    def forget(self, conversation_id: str) -> None:
        """Let go of a conversation."""
        self._held.pop(conversation_id, None)

    def forget_all(self) -> None:
        """Let go of everything, as after an erasure."""
        self._held.clear()
        self._named.clear()

    def _name(self, place: int) -> str:
        """The conversation an entry belongs to; empty where it has none, or is gone."""
        if place not in self._named:
            kept = self.ledger.entry(place)
            readable = kept is not None and kept.kind in _OPENS
            record = decode(kept.payload) if kept is not None and readable and kept.payload is not None else None
            self._name_it(place, getattr(record, "conversation_id", ""))
        return self._named[place]

    def _name_it(self, place: int, conversation_id: str) -> None:
        if len(self._named) > self._size:
            self._named.clear()
        self._named[place] = conversation_id


def consent_events(acts: Iterable[Kept]) -> tuple[Event, ...]:
    """What a person said about consent, from the acts about it; those whose payload is gone are left out."""
    return tuple(
        consent_event(record, act.at, act.index)
        for act in acts
        if act.payload is not None and isinstance(record := decode(act.payload), ConsentRecord)
    )


def consent_event(record: ConsentRecord, at: dt.datetime, index: int) -> Event:
    """A consent as the consent rules see it; its place in the ledger orders it."""
    return Event(
        act=record.act,
        purpose=record.purpose,
        sense=record.sense,
        version=record.version,
        locale=record.locale,
        text_sha256=record.text_sha256,
        at=at,
        sequence=index,
        how=record.how,
    )


def after(state: ConversationState, first: int, at: dt.datetime, records: Sequence[Record]) -> ConversationState:
    """A conversation after records that were just given their places."""
    for offset, record in enumerate(records):
        state = state.after(first + offset, at, record)
    return state
