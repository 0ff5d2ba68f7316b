"""What came in, seen: what stands, what may be done with it, and what was read of it."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from humanely.decision.moment import Sense
from humanely.decision.permission import Permission, permission
from humanely.estimate import ConversationReader, Fresh, FreshReading
from humanely.pipeline.arrival import VALENCE, Arrival
from humanely.pipeline.house import House
from humanely.signal.tag import base_language
from humanely.signal.turn import Speaker, Turn
from humanely.store.conversation import ConversationState
from humanely.store.records import ConsentRecord, LawRecord, TurnRecord
from humanely.trust.consent import Act as Consented
from humanely.trust.consent import ConsentText, Event, How, may_ask
from humanely.trust.consent import Sense as ConsentSense


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A turn, what may be done with it, and what was read of it.

    Attributes:
        state: the conversation before it.
        asks: consent texts the person is to be asked with the answer, each once.
        record: the turn as it will be recorded.
        vector: of its text, for finding answers; empty where it cannot be read.
    """

    arrival: Arrival
    state: ConversationState
    permission: Permission
    asks: tuple[ConsentText, ...]
    record: TurnRecord
    vector: bytes

    @property
    def refusals(self) -> Iterator[LawRecord]:
        """What did not run, for the record."""
        for purpose, ruling in self.permission.refused.items():
            yield LawRecord(conversation_id=self.arrival.conversation_id, purpose=purpose, sense="text", ruling=ruling)

    @property
    def asked(self) -> Iterator[ConsentRecord]:
        """That the person is asked for consent, for the record."""
        for text in self.asks:
            yield ConsentRecord(
                person_id=self.arrival.person_id,
                act=Consented.ASKED,
                purpose=text.purpose,
                sense=ConsentSense.TEXT,
                version=text.version,
                locale=text.locale,
                text_sha256=text.sha256,
                how=How.API,
            )


def see(
    known: Sequence[tuple[Arrival, ConversationState, Sequence[Event]]],
    house: House,
    reader: ConversationReader,
    now: dt.datetime,
) -> list[Seen]:
    """See turns of which all that stands is known: each with its conversation before it, and what the person allowed.

    They are of different conversations, and read in one batch.
    """
    allowed = [allows(arrival, state, given, house) for arrival, state, given in known]
    fresh = [_fresh(arrival, state, may, now) for (arrival, state, _), may in zip(known, allowed, strict=True)]
    reads = reader.fresh(fresh)
    return [
        Seen(
            arrival=arrival,
            state=state,
            permission=may,
            asks=tuple(_asks(arrival, given, house)),
            record=_record(arrival, state, may, read, house, reader),
            vector=read.vector,
        )
        for (arrival, state, given), may, read in zip(known, allowed, reads, strict=True)
    ]


def allows(arrival: Arrival, state: ConversationState, events: Sequence[Event], house: House) -> Permission:
    """What consent and law allow of a turn."""
    return permission(
        house.law,
        house.circumstances(arrival),
        events,
        house.texts(arrival.locale),
        noticed=_noticed(arrival, state, house),
        tags=arrival.tags | state.tags,
    )


def _noticed(arrival: Arrival, state: ConversationState, house: House) -> bool:
    return arrival.noticed or house.noticed or state.noticed_estimates


def _fresh(arrival: Arrival, state: ConversationState, may: Permission, now: dt.datetime) -> Fresh:
    return Fresh(
        turn=Turn(len(state.readings), arrival.speaker, arrival.text, now),
        language=state.language or _language(arrival.locale),
        feelings=may.estimate,
        risk=may.safety,
    )


def _language(locale: str | None) -> str | None:
    return base_language(locale) or None


def _asks(arrival: Arrival, events: Sequence[Event], house: House) -> Iterator[ConsentText]:
    if arrival.speaker is Speaker.CUSTOMER:
        for text in house.texts(arrival.locale):
            if may_ask(events, text.purpose, ConsentSense.TEXT, text):
                yield text


def _record(
    arrival: Arrival,
    state: ConversationState,
    may: Permission,
    read: FreshReading,
    house: House,
    reader: ConversationReader,
) -> TurnRecord:
    reading, senses = read.reading, tuple(_senses(arrival, may))
    if "self_report" in senses and arrival.feeling is not None:
        reading = msgspec.structs.replace(reading, said=VALENCE[arrival.feeling])
    language = (reading.language if reading.turn.is_customer else None) or state.language
    return TurnRecord(
        conversation_id=arrival.conversation_id,
        person_id=arrival.person_id,
        text=arrival.text,
        reading=reading,
        language=language,
        language_status=reader.estimator.language_status(language),
        crisis=read.crisis,
        senses=senses,
        noticed=_noticed(arrival, state, house),
        channel=arrival.channel,
        setting=house.setting,
        place=arrival.place or house.place,
        zone=arrival.zone,
        tags=arrival.tags,
        model=f"{reader.estimator.name} {reader.estimator.version}",
        agent=arrival.agent,
        drafted=arrival.drafted,
    )


def _senses(arrival: Arrival, may: Permission) -> Iterator[Sense]:
    if may.estimate:
        yield "text"
    if arrival.feeling is not None and may.said:
        yield "self_report"
