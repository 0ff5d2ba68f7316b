"""Where a handoff stands after some acts, with its deadlines: the row by which inbox and clocks find it."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from humanely.people.handoff import AWAITED, Handoff
from humanely.people.sla import Deadlines, deadlines
from humanely.pipeline.house import House
from humanely.store.conversation import ConversationState
from humanely.store.handoffs import Standing, opened_by
from humanely.store.records import HandoffRecord, Record


def standing(state: ConversationState, house: House) -> Standing | None:
    """The row of a conversation's handoff; None where no human was ever due."""
    return None if state.handoff is None else _row(state.handoff, state.language, house)


def standing_after(
    state: ConversationState, records: Sequence[Record], house: House, now: dt.datetime
) -> Standing | None:
    """The row after acts that are about to be recorded; None where they touch no handoff that is open."""
    was_open = state.handoff is not None and state.handoff.is_open
    if not was_open and not any(isinstance(record, HandoffRecord) for record in records):
        return None
    for offset, record in enumerate(records):
        state = state.after(opened_by(offset), now, record)
    return standing(state, house)


def _row(handoff: Handoff, language: str | None, house: House) -> Standing:
    held = _deadlines(handoff, house)
    return Standing(
        place=handoff.place,
        state=handoff.state,
        priority=handoff.priority,
        language=language,
        skill=handoff.skill,
        agent=handoff.agent,
        opened_at=handoff.opened_at,
        joined_at=handoff.joined_at,
        ended_at=handoff.ended_at,
        answer_due=held.answer,
        update_due=held.update,
        resolve_due=held.resolve,
        timeout_due=held.timeout,
        next_due=_next(handoff, held),
    )


def _deadlines(handoff: Handoff, house: House) -> Deadlines:
    """No clock runs for what is only offered; how long nobody has it counts from when it was last in the queue."""
    held = deadlines(
        house.sla,
        house.calendar,
        priority=handoff.priority,
        opened_at=handoff.opened_at,
        joined_at=handoff.joined_at,
        answered=handoff.answered,
        waiting_since=handoff.waiting_since,
        timed_out=handoff.state == "timed_out",
        ended=not handoff.is_called,
    )
    if held.timeout is None or handoff.queued_at is None:
        return held
    patience = dt.timedelta(minutes=house.sla.tier(handoff.priority).timeout_minutes)
    return msgspec.structs.replace(held, timeout=handoff.queued_at + patience)


def _next(handoff: Handoff, held: Deadlines) -> dt.datetime | None:
    """The first deadline on which something has still to be done; of what passed the team is told once."""
    clocks = {"answer": held.answer, "update": held.update, "resolve": held.resolve}
    still = [at for clock, at in clocks.items() if at is not None and clock not in handoff.overdue]
    waits = [held.timeout] if held.timeout is not None and handoff.state in AWAITED else []
    return min((*still, *waits), default=None)
