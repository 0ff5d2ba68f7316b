"""A turn in which the assistant failed: kept as it came, and given to a human; never silence.

Where its words alone tell that a life may be at risk, the card comes first, as ever.
"""

import datetime as dt
from random import Random
from zoneinfo import ZoneInfo

from humanely.affect.reading import Crisis
from humanely.context.trajectory import TurnReading
from humanely.people import handoff as machine
from humanely.people.crisis_card import card
from humanely.people.handoff import Step
from humanely.people.routing import LIFE_AT_RISK
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.handoffs.promise import answered_by, ways_open
from humanely.pipeline.house import House
from humanely.pipeline.record import Written
from humanely.response.handoff_words import queued
from humanely.response.notices import notice
from humanely.response.response import SILENT, Message, Response
from humanely.signal.cleaning import clean
from humanely.signal.masking import mask
from humanely.signal.turn import Speaker, Turn
from humanely.store.conversation import ConversationState
from humanely.store.records import HandoffRecord, ResponseRecord, TurnRecord

REASON = "bot_failed"
PRIORITY = 0.7
"""Nobody has read what they wrote: it may be anything but what is known to be grave."""


def turn_failed(
    arrival: Arrival, state: ConversationState, house: House, now: dt.datetime, risk: Crisis | None = None
) -> Written:
    """What is recorded of such a turn, and what the person is told; where a human is there, they see it themselves.

    Args:
        state: the conversation before it.
        now: aware, in UTC.
        risk: to life, where it could be looked for.
    """
    records: list[TurnRecord | ResponseRecord | HandoffRecord] = [_turn(arrival, state, house, now, risk)]
    at_risk = risk is not None and risk.fired
    if at_risk:
        step: Step = "alerted" if state.human_present else "queued"
        records += [_carded(arrival, state, house, now), _called(arrival, step, "crisis", LIFE_AT_RISK)]
    elif machine.possible(state.handoff, "queued"):
        records += [_told(arrival, state, house, now), _called(arrival, "queued", REASON, PRIORITY)]
    return Written(arrival=arrival, state=state, records=tuple(records))


def _turn(
    arrival: Arrival, state: ConversationState, house: House, now: dt.datetime, risk: Crisis | None
) -> TurnRecord:
    said = Turn(len(state.readings), Speaker.CUSTOMER, mask(clean(arrival.text)).text, now)
    return TurnRecord(
        conversation_id=arrival.conversation_id,
        person_id=arrival.person_id,
        text=arrival.text,
        reading=TurnReading(said, state.language),
        language=state.language,
        crisis=risk,
        channel=arrival.channel,
        setting=house.setting,
        place=arrival.place or house.place,
        zone=arrival.zone,
        tags=arrival.tags,
    )


def _called(arrival: Arrival, step: Step, reason: str, priority: float) -> HandoffRecord:
    return HandoffRecord(conversation_id=arrival.conversation_id, state=step, reason=reason, priority=priority)


def _carded(arrival: Arrival, state: ConversationState, house: House, now: dt.datetime) -> ResponseRecord:
    country = (arrival.place or house.place or "")[:2].upper() or None
    zone = ZoneInfo(arrival.zone) if arrival.zone else None
    shown = card(state.language or arrival.locale or house.locale, country, house.directory, now, zone=zone)
    message = Message("card", shown.text, "ai", shown.locale)
    response = SILENT if arrival.writer == "nobody" else Response(status="sent", messages=(message,), source="card")
    return ResponseRecord(conversation_id=arrival.conversation_id, response=response)


def _told(arrival: Arrival, state: ConversationState, house: House, now: dt.datetime) -> ResponseRecord:
    if arrival.writer == "nobody":
        return ResponseRecord(conversation_id=arrival.conversation_id, response=SILENT)
    locale = state.language or arrival.locale or house.locale
    free, familiar = house.humans_free(now), house.address == "familiar"
    words = queued(
        REASON,
        "connect" if free else "plan_b",
        locale=locale,
        channel=arrival.channel,
        earlier=state.said,
        rng=Random(f"{arrival.conversation_id}\x1f{len(state.readings)}"),
        familiar=familiar,
        hours=house.team_says,
        waiting=state.human_awaited,
        by="" if free or state.human_awaited else answered_by(house, now, PRIORITY, locale=locale, zone=arrival.zone),
        ways=ways_open(house, state, arrival.channel),
    )
    messages = [Message("handoff", words.text, "ai", words.locale)]
    if state.noticed_ai_at is None:
        said = notice("ai", locale, arrival.channel, familiar=familiar)
        messages.insert(0, Message("notice", said.text, "ai", said.locale))
    response = Response(status="sent", messages=tuple(messages), source="scripted", said=words.said)
    noticed = ("ai",) if len(messages) > 1 else ()
    return ResponseRecord(conversation_id=arrival.conversation_id, response=response, noticed=noticed)
