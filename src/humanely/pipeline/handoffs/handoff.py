"""The steps of a handoff that people take: each is one act, with what the person is told of it.

All of this runs on the thread that writes. Whoever was overtaken by another process begins anew, so a handoff is
claimed once, and a step that is no longer possible says so.
"""

import datetime as dt
from collections.abc import Callable
from random import Random

from humanely.errors import HumanelyError
from humanely.people import handoff as machine
from humanely.people.handoff import NotYours as NotYours
from humanely.people.handoff import Step, Taken
from humanely.pipeline.acting import Asked, Gone, NotThere, Placed, earlier, recorded
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs.clocks import standing
from humanely.pipeline.handoffs.promise import answered_by, ways_open
from humanely.pipeline.house import House
from humanely.pipeline.outcome import Outcome
from humanely.response import handoff_words
from humanely.response.response import Message
from humanely.signal.turn import Speaker
from humanely.store.conversation import ConversationState
from humanely.store.records import HandoffRecord, NoteRecord, decode

ASKED_PRIORITY = 0.7
"""Place in the inbox of whoever presses for a human without saying why."""
_AT_ONCE = 100
_TOLD: dict[Step, handoff_words.Step] = {
    "offered": "offered",
    "joined": "joined",
    "left": "left",
    "transferred": "transferred",
    "timed_out": "timed_out",
    "declined": "declined",
    "returned": "returned",
    "resolved": "resolved",
}
"""Steps of which the person is told, and in which words; that a deadline has passed is for the team."""

Made = Callable[[ConversationState], tuple[HandoffRecord | NoteRecord, ...]]


class NotWithHuman(HumanelyError):
    """A conversation was handed back that no human has, and for which none is awaited."""

    code = "not_with_human"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "No human has this conversation, and none is awaited.", fix="There is nothing to hand back; go on."
        )


def claim(companion: Companion, asked: Asked, place: int) -> Placed:
    """A member of the team takes a handoff; from now on the assistant is silent.

    Raises:
        NotThere, Gone: the handoff.
        MoveImpossible: somebody else has it, or it has ended.
        Overtaken: nothing was recorded.
    """
    return _step(companion, asked, place, Taken(step="joined", agent=asked.agent), held=False)


def answer(companion: Companion, asked: Asked, place: int, text: str, *, drafted: bool = False) -> Outcome:
    """What a member of the team writes to the person; read like any other answer.

    Args:
        drafted: it is, for the most part, what the assistant drafted.

    Raises:
        NotThere, Gone, NotYours, KeyReused, Overtaken: nothing was recorded.
    """
    state = _state(companion, place)
    if earlier(companion.conversations, asked) is None:
        _require_held(state, asked.agent)
    arrival = Arrival(
        conversation_id=state.conversation_id,
        person_id=state.person_id,
        text=text,
        speaker=Speaker.AGENT,
        channel=state.turn.channel if state.turn else "chat",
        agent=asked.agent,
        drafted=drafted,
        repeat_key=asked.repeat_key,
        fingerprint=asked.fingerprint,
    )
    outcome = companion.handle([arrival], asked.now)[0]
    if isinstance(outcome, HumanelyError):
        raise outcome
    return outcome


def release(companion: Companion, asked: Asked, place: int) -> Placed:
    """Whoever has it puts it back into the queue, for anybody."""
    return _step(companion, asked, place, Taken(step="left"))


def transfer(companion: Companion, asked: Asked, place: int, *, to: str = "", skill: str = "") -> Placed:
    """Whoever has it passes it on: to a member of the team, or to whoever has a skill."""
    return _step(companion, asked, place, Taken(step="transferred", agent=to, skill=skill))


def give_back(companion: Companion, asked: Asked, place: int) -> Placed:
    """Whoever has it gives the conversation back to the assistant, which says again what it is."""
    return _step(companion, asked, place, Taken(step="returned", agent=asked.agent))


def returned(companion: Companion, asked: Asked, conversation_id: str) -> Placed:
    """A conversation is given back by whoever speaks for the team elsewhere, such as a helpdesk.

    Raises:
        NotThere: the conversation.
        NotWithHuman: no human has it, and none is awaited.
    """

    def made(state: ConversationState) -> tuple[HandoffRecord, ...]:
        if state.newest < 0:
            raise NotThere("conversation")
        if not machine.possible(state.handoff, "returned"):
            raise NotWithHuman
        return (_record(companion, asked, state, Taken(step="returned", agent=asked.agent)),)

    return recorded(companion.conversations, asked, conversation_id, made, house=companion.house)


def joined(companion: Companion, asked: Asked, conversation_id: str) -> Placed:
    """A conversation is taken by somebody of the team elsewhere, such as in a helpdesk, whether a human was due or not.

    Raises:
        MoveImpossible: a human has it.
    """

    def made(state: ConversationState) -> tuple[HandoffRecord, ...]:
        machine.require(state.handoff, "joined")
        return (_record(companion, asked, state, Taken(step="joined", agent=asked.agent)),)

    return recorded(companion.conversations, asked, conversation_id, made, house=companion.house)


def resolve(companion: Companion, asked: Asked, place: int) -> Placed:
    """Whoever has it has settled the matter; if the person writes again, the assistant answers."""
    return _step(companion, asked, place, Taken(step="resolved", agent=asked.agent))


def decline(companion: Companion, asked: Asked, conversation_id: str) -> Placed:
    """The person no longer wants a human.

    Raises:
        MoveImpossible: none is offered or awaited.
    """

    def made(state: ConversationState) -> tuple[HandoffRecord, ...]:
        machine.require(state.handoff, "declined")
        return (_record(companion, asked, state, Taken(step="declined")),)

    return recorded(companion.conversations, asked, conversation_id, made, house=companion.house)


def declined(companion: Companion, asked: Asked, place: int) -> Placed:
    """The person no longer wants this human, as whoever speaks with them elsewhere says."""
    return _step(companion, asked, place, Taken(step="declined"), held=False)


def ask(companion: Companion, asked: Asked, about: Arrival) -> Placed:
    """The person asks for a human without a word; whoever waits already goes on waiting.

    Args:
        about: who asks, in which conversation and language; its text is not read.

    Raises:
        MoveImpossible: a human is there.
    """
    house = companion.house_at(asked.now)

    def made(state: ConversationState) -> tuple[HandoffRecord, ...]:
        machine.require(state.handoff, "queued")
        locale = state.language or about.locale or house.locale
        free = house.humans_free(asked.now)
        priority = max(ASKED_PRIORITY, state.awaited_priority)
        words = handoff_words.queued(
            "asked",
            "connect" if free else "plan_b",
            waiting=state.human_awaited,
            hours=house.team_says,
            by="" if free else answered_by(house, asked.now, priority, locale=locale, zone=about.zone),
            locale=locale,
            channel=about.channel,
            earlier=state.said,
            rng=_rng(state),
            familiar=house.address == "familiar",
            ways=ways_open(house, state, about.channel),
        )
        record = HandoffRecord(
            conversation_id=about.conversation_id,
            person_id=about.person_id,
            state="queued",
            reason="asked",
            priority=ASKED_PRIORITY,
            by=asked.by,
            message=Message("handoff", words.text, "ai", words.locale),
        )
        return (record,)

    return recorded(companion.conversations, asked, about.conversation_id, made, house=companion.house)


def note(companion: Companion, asked: Asked, place: int, text: str, *, called: int | None = None) -> Placed:
    """A note for the team; the person is not shown it unasked.

    Args:
        called: place of the act by which the number was left that they have called; None where it is about no call.
    """
    conversation_id = conversation_of(companion, place)

    def made(state: ConversationState) -> tuple[NoteRecord, ...]:
        return (NoteRecord(conversation_id=conversation_id, text=text, agent=asked.agent, by=asked.by, called=called),)

    return recorded(companion.conversations, asked, conversation_id, made, house=companion.house)


def due(companion: Companion, now: dt.datetime) -> int:
    """Do what is due: whoever waited too long is told the truth, the team is told of each deadline that passed, and
    what somebody had who was let go is put back into the queue.

    Deadlines are rows, so none is forgotten when the process ends; what was missed meanwhile is done at the next call.

    Returns:
        How many handoffs were moved.

    Raises:
        HumanelyError: why one of them could not be moved; all others were.
    """
    rows = companion.conversations.ledger.handoffs
    steps = [(_overdue, row) for row in rows.due(now, _AT_ONCE)] + [(_let_go, row) for row in rows.left_behind()]
    moved, faults = 0, list[HumanelyError]()
    for step, row in steps:
        try:
            moved += step(companion, row.place, now)
        except HumanelyError as fault:
            # One that cannot be moved keeps nobody else from being told.
            faults.append(fault)
    if faults:
        raise faults[0]
    return moved


def _overdue(companion: Companion, place: int, now: dt.datetime) -> bool:
    asked = Asked("", now)

    def made(state: ConversationState) -> tuple[HandoffRecord, ...]:
        row = standing(state, companion.house)
        if row is None or row.next_due is None or row.next_due > now:
            return ()
        passed: tuple[tuple[machine.Clock, dt.datetime | None], ...] = (
            ("answer", row.answer_due),
            ("update", row.update_due),
            ("resolve", row.resolve_due),
        )
        told = state.handoff.overdue if state.handoff else frozenset()
        records = [
            HandoffRecord(conversation_id=state.conversation_id, state="overdue", clock=clock)
            for clock, at in passed
            if at is not None and at <= now and clock not in told
        ]
        if row.timeout_due is not None and row.timeout_due <= now:
            records.append(_record(companion, asked, state, Taken(step="timed_out")))
        return tuple(records)

    try:
        placed = recorded(
            companion.conversations, asked, conversation_of(companion, place), made, house=companion.house
        )
    except (Gone, NotThere):
        companion.conversations.ledger.handoffs.rest(place)
        return False
    return not placed.repeated


def _let_go(companion: Companion, place: int, now: dt.datetime) -> bool:
    """Back into the queue, for anybody; a person is not left waiting for somebody who has gone."""
    try:
        release(companion, Asked("", now), place)
    except (Gone, NotThere, machine.MoveImpossible, NotYours):
        return False
    return True


def _step(companion: Companion, asked: Asked, place: int, taken: Taken, *, held: bool = True) -> Placed:
    """Take a step in the handoff of an id."""

    def made(state: ConversationState) -> tuple[HandoffRecord, ...]:
        # What has ended is not taken up again: a new one has its own reasons, and its own id.
        if state.handoff is None or state.handoff.place != place or not state.handoff.is_open:
            raise machine.MoveImpossible(taken.step, None)
        machine.require(state.handoff, taken.step)
        if held:
            _require_held(state, asked.agent)
        return (_record(companion, asked, state, taken),)

    return recorded(companion.conversations, asked, conversation_of(companion, place), made, house=companion.house)


def _require_held(state: ConversationState, agent: str) -> None:
    """Only whoever has a handoff acts in it; what nobody claimed by name, anybody may."""
    if not state.human_present or state.handoff is None or not state.handoff.spoken_in_by(agent):
        raise NotYours


def _record(companion: Companion, asked: Asked, state: ConversationState, taken: Taken) -> HandoffRecord:
    return HandoffRecord(
        conversation_id=state.conversation_id,
        state=taken.step,
        by=asked.by,
        agent=taken.agent,
        skill=taken.skill,
        message=_words(companion, state, taken, asked.now) if taken.step in _TOLD else None,
    )


def _words(companion: Companion, state: ConversationState, taken: Taken, now: dt.datetime) -> Message:
    house = companion.house
    locale, channel = state.language or house.locale, state.turn.channel if state.turn else "chat"
    words = handoff_words.told(
        _TOLD[taken.step],
        locale=locale,
        channel=channel,
        earlier=state.said,
        rng=_rng(state),
        familiar=house.address == "familiar",
        hours=house.team_says,
        by=_by(house, state, locale, now) if taken.step == "timed_out" else "",
        name=companion.team.name(taken.agent) if house.names and taken.step == "joined" else "",
        ways=ways_open(house, state, channel),
    )
    return Message("handoff", words.text, "ai", words.locale)


def _by(house: House, state: ConversationState, locale: str, now: dt.datetime) -> str:
    zone = state.turn.zone if state.turn else None
    return answered_by(house, now, state.awaited_priority, locale=locale, zone=zone)


def _rng(state: ConversationState) -> Random:
    return Random(f"{state.conversation_id}\x1f{state.newest}")


def conversation_of(companion: Companion, place: int) -> str:
    """The conversation of the handoff with an id.

    Raises:
        NotThere: there is no such handoff.
        Gone: it is erased, or its time has passed.
    """
    ledger = companion.conversations.ledger
    kept = ledger.entry(place) if place >= 0 else None
    if kept is None or kept.kind != "handoff":
        raise NotThere("handoff")
    if kept.payload is None:
        raise Gone("handoff")
    record = decode(kept.payload)
    if not isinstance(record, HandoffRecord):
        raise NotThere("handoff")
    return record.conversation_id


def _state(companion: Companion, place: int) -> ConversationState:
    return companion.conversations.standing([conversation_of(companion, place)])[0]
