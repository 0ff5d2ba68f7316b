"""Turns in, answers out; and what came of them."""

import asyncio
import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from humanely.apps.http.operation import operation
from humanely.apps.http.wire import ArrivingAnswer, ArrivingOutcome, ArrivingTurn, Done, TakenTurn, done, taken
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.faults import RequestUnreadable
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.pipeline import afterwards
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion, Superseded
from humanely.pipeline.outcome import Outcome
from humanely.pipeline.respond import Drafted
from humanely.store.api_key import Scope
from humanely.store.records import DecisionRecord


@operation(
    "POST",
    "/v1/turns",
    title="Take a turn",
    area="Turns",
    scope=Scope.TURNS,
    example={
        "conversation_id": "order-4711",
        "person_id": "person-12",
        "text": "I have asked three times now and nobody answers. I just want my refund.",
        "locale": "en-GB",
        "tags": ["refund"],
    },
)
async def take_turn(services: Services, body: ArrivingTurn, asked: Asked) -> TakenTurn | Replayed:
    """Read what somebody said, decide what to do, and answer, hand over or keep silent. Everything is recorded before
    this answers. Send turns of staff, too (`speaker` `agent`): from then on the conversation is theirs.
    """
    outcome = await asyncio.wrap_future(services.engine.submit(arrival(body, asked)))
    if (case := outcome.case) is not None and body.writer == "house":
        # A model takes seconds: it writes beside the engine, which then looks whether somebody has spoken meanwhile.
        drafted = await asyncio.to_thread(services.writing.written, case)
        services.metrics.drafted(drafted)
        outcome = await services.written(lambda companion, now: finished(companion, outcome, drafted, now))
    told = taken(body.conversation_id, outcome, services.engine.companion.house.consent_texts)
    if outcome.repeated:
        return Replayed(told)
    services.metrics.took(outcome)
    return told


def arrival(body: ArrivingTurn, asked: Asked) -> Arrival:
    """A turn as the pipeline takes it.

    Raises:
        RequestUnreadable: the zone is none.
    """
    if body.zone is not None:
        _require_zone(body.zone)
    fields = {name: getattr(body, name) for name in body.__struct_fields__}
    return Arrival(
        **{**fields, "facts": msgspec.to_builtins(body.facts)},
        repeat_key=asked.repeat_key,
        fingerprint=asked.fingerprint,
    )


def _require_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise RequestUnreadable(
            "The field 'zone' of the body names no time zone.", field="zone", allowed="an IANA zone, as Europe/Berlin"
        ) from None


@operation(
    "POST",
    "/v1/decisions/{decision_id}/answer",
    title="Bring an answer",
    area="Turns",
    scope=Scope.TURNS,
    example={"text": "Your parcel left this morning; the tracking follows by e-mail."},
)
async def bring_answer(services: Services, decision_id: str, body: ArrivingAnswer) -> TakenTurn:
    """Answer a turn that was sent with `writer` `caller`: what you wrote is held to the check before sending, mended
    once where that is enough, and recorded. What may not be sent is answered by authored lines or a human instead; the
    `check` says why.
    """
    pending = await services.written(lambda companion, now: _waiting(companion, decision_id, now))
    drafted = await asyncio.to_thread(services.writing.vetted, pending.case, body.text) if pending.case else None
    outcome = await services.written(lambda companion, now: finished(companion, pending, drafted, now))
    house = services.engine.companion.house
    return taken(outcome.turn[1].conversation_id, outcome, house.consent_texts)


def _waiting(companion: Companion, decision_id: str, now: dt.datetime) -> Outcome:
    """The turn whose decision waits for an answer."""
    place = afterwards.place_of(decision_id, "decision")
    record = afterwards.found_record(companion.conversations, place, DecisionRecord, "decision")
    pending = companion.pending(record.conversation_id, now)
    if pending is None or pending.decision is None or pending.decision[0] != place:
        raise Superseded
    return pending


def finished(companion: Companion, pending: Outcome, drafted: Drafted | None, now: dt.datetime) -> Outcome:
    """A pending turn, answered.

    Raises:
        HumanelyError: it may not be answered any more, or the answer could not be recorded.
    """
    outcome = companion.finish(pending, drafted, now)
    if isinstance(outcome, HumanelyError):
        raise outcome
    return outcome


@operation(
    "POST",
    "/v1/outcomes",
    title="Say what came of it",
    area="Turns",
    scope=Scope.TURNS,
    example={"decision": "42", "scale": "csat", "value": 4},
)
async def record_outcome(services: Services, body: ArrivingOutcome, asked: Asked) -> Done | Replayed:
    """What came of a decision: how content the person was, whether it was resolved, whether they came back."""
    placed = await services.written(
        lambda companion, now: afterwards.outcome(
            companion.conversations, asked.by(now), int(body.decision), body.scale, body.value, body.note
        )
    )
    return done(placed)
