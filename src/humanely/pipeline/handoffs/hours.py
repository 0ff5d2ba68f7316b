"""How much of each clock was used: business hours where the clock counts those, so reviewers see what a wait was."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from humanely.people.handoff import Clock, Handoff
from humanely.people.sla import Within
from humanely.pipeline.house import House
from humanely.store.conversation import ConversationState
from humanely.store.log.act import Kept
from humanely.store.records import decode

_CLOCKS: tuple[Clock, ...] = ("answer", "update", "resolve")
_MINUTE = dt.timedelta(minutes=1)


class ClockUsed(msgspec.Struct, frozen=True, kw_only=True):
    """What was used of one clock.

    Attributes:
        clock: of a handoff, or ``review``: until somebody has looked.
        time: ``wall`` passes day and night, ``business`` only while the team is there.
        used_minutes: >= 0, to a tenth; of a clock that ran several times the longest.
        allowed_minutes: that it may take.
        runs: it has not stopped yet.
    """

    clock: Literal["review", "answer", "update", "resolve"]
    time: Literal["wall", "business"]
    used_minutes: float
    allowed_minutes: int
    runs: bool


class _Run(msgspec.Struct, frozen=True):
    """One run of a clock, until it stopped or until now."""

    clock: Clock
    since: dt.datetime
    until: dt.datetime
    runs: bool = False


def hours_used(acts: Sequence[Kept], house: House, now: dt.datetime) -> tuple[ClockUsed, ...]:
    """Of the newest handoff of a conversation; clocks that never ran are left out.

    Args:
        acts: of the conversation, all that can be read.
        now: aware.
    """
    handoff, runs = _runs(acts, now)
    if handoff is None:
        return ()
    tier = house.sla.tier(handoff.priority)
    return tuple(
        _used(clock, getattr(tier, clock), theirs, house)
        for clock in _CLOCKS
        if (theirs := [run for run in runs if run.clock == clock])
    )


def minutes(passed: dt.timedelta) -> float:
    """A time in minutes, to a tenth."""
    return round(passed / _MINUTE, 1)


def _used(clock: Clock, within: Within, runs: Sequence[_Run], house: House) -> ClockUsed:
    return ClockUsed(
        clock=clock,
        time=within.time,
        used_minutes=minutes(max(within.used(run.since, run.until, house.calendar) for run in runs)),
        allowed_minutes=within.minutes,
        runs=any(run.runs for run in runs),
    )


def _runs(acts: Sequence[Kept], now: dt.datetime) -> tuple[Handoff | None, list[_Run]]:
    """The newest handoff, with every run of its clocks."""
    state = ConversationState(conversation_id="")
    running: Mapping[Clock, dt.datetime] = {}
    done: list[_Run] = []
    for act in acts:
        if act.payload is None:
            continue
        before = state.handoff
        state = state.after(act.index, act.at, decode(act.payload))
        began = dict(_running(state.handoff))
        done += [_Run(clock, since, act.at) for clock, since in running.items() if began.get(clock) != since]
        if before is not None and state.handoff is not None and before.place != state.handoff.place:
            done = []
        running = began
    return state.handoff, [*done, *(_Run(clock, since, now, runs=True) for clock, since in running.items())]


def _running(handoff: Handoff | None) -> Iterator[tuple[Clock, dt.datetime]]:
    """The clocks that run, each with since when, as `people.sla.deadlines` counts them."""
    if handoff is None or not handoff.is_called:
        return
    if not handoff.answered:
        yield "answer", max(handoff.opened_at, handoff.waiting_since or handoff.opened_at)
    elif handoff.waiting_since is not None:
        yield "update", handoff.waiting_since
    yield "resolve", handoff.opened_at
