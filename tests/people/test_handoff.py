"""A handoff as a state machine: which moves there are, and a museum of those there are not."""

import datetime as dt
from collections.abc import Sequence
from functools import reduce
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.people.handoff import (
    AWAITED,
    ENDS,
    MOVES,
    Handoff,
    MoveImpossible,
    State,
    Step,
    Taken,
    moved,
    possible,
    require,
    state_of,
)

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
STEPS: tuple[Step, ...] = get_args(Step)
STATES: tuple[State, ...] = get_args(State)

ways = st.lists(st.sampled_from(STEPS), max_size=30)


def after(*steps: Step, agent: str = "ada") -> Handoff | None:
    """The handoff after some steps, a minute each."""
    start: Handoff | None = None
    return reduce(
        lambda held, each: moved(held, Taken(step=each[1], agent=agent), each[0], NOON + each[0] * MINUTE),
        enumerate(steps),
        start,
    )


def at(*steps: Step) -> Handoff:
    """The handoff after some steps, which there is."""
    held = after(*steps)
    assert held is not None
    return held


IMPOSSIBLE: dict[str, tuple[Sequence[Step], Step]] = {
    "what nobody asked for is given back": ((), "returned"),
    "what nobody asked for is resolved": ((), "resolved"),
    "what nobody asked for is declined": ((), "declined"),
    "what nobody asked for times out": ((), "timed_out"),
    "what was only offered times out": (("offered",), "timed_out"),
    "what was only offered is given back": (("offered",), "returned"),
    "an offer to whom a human was called for": (("queued",), "offered"),
    "an offer while a human is there": (("joined",), "offered"),
    "a second claim": (("queued", "joined"), "joined"),
    "a call while a human is there": (("joined",), "queued"),
    "a refusal while a human is there": (("queued", "joined"), "declined"),
    "nobody leaves the queue": (("queued",), "left"),
    "a timeout while a human is there": (("queued", "joined"), "timed_out"),
    "a second timeout": (("queued", "timed_out"), "timed_out"),
    "an alert where no human is": (("queued",), "alerted"),
    "a second return": (("joined", "returned"), "returned"),
    "a claim of an offer that was declined is a new handoff, its end is not": (("offered", "declined"), "resolved"),
    "what is resolved is late": (("joined", "resolved"), "overdue"),
}


@pytest.mark.parametrize(("steps", "wrong"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_move_that_is_impossible_is_refused_and_changes_nothing(steps: Sequence[Step], wrong: Step) -> None:
    held = after(*steps)
    with pytest.raises(MoveImpossible):
        require(held, wrong)
    assert moved(held, Taken(step=wrong, agent="ben"), 99, NOON) == held


def test_the_refusal_says_where_it_stands_and_what_to_do() -> None:
    with pytest.raises(MoveImpossible, match="the handoff is timed out") as found:
        require(after("queued", "timed_out"), "left")
    assert "somebody else" in found.value.fix


@given(ways)
def test_every_way_ends_in_a_state_that_its_steps_lead_to(steps: list[Step]) -> None:
    held = after(*steps)
    assert state_of(held) in {None, *STATES} - ENDS
    assert held is None or (held.ended_at is None) == held.is_open
    assert held is None or held.is_awaited == (held.state in AWAITED)


@given(ways)
def test_what_is_open_can_always_come_to_its_end(steps: list[Step]) -> None:
    state = state_of(after(*steps))
    assert state is None or any(possible(after(*steps), end) for end in ("returned", "resolved", "declined"))


@given(ways, st.sampled_from(STEPS))
def test_only_what_can_be_moved_moves(steps: list[Step], step: Step) -> None:
    held = after(*steps)
    changed = moved(held, Taken(step=step, agent="ben", clock="answer"), 99, NOON + 99 * MINUTE)
    assert possible(held, step) or changed == held


def test_an_offer_that_is_taken_up_keeps_its_id_and_its_clock_starts_then() -> None:
    held = at("offered", "queued")
    assert (held.place, held.state, held.opened_at, held.queued_at) == (0, "queued", NOON + MINUTE, NOON + MINUTE)


def test_an_offer_stands_until_the_person_has_gone_past_it_and_is_made_anew() -> None:
    offered = at("offered")
    assert offered.offer_stands
    assert not offered.wrote(NOON).offer_stands
    assert at("offered", "offered").offer_stands
    assert not offered.is_called
    assert at("queued").is_called


def test_more_pressing_it_keeps_its_place_in_time() -> None:
    held = moved(at("queued"), Taken(step="queued", reason="crisis", priority=1.0), 5, NOON + 5 * MINUTE)
    assert held is not None
    assert (held.place, held.opened_at, held.priority, held.reason) == (0, NOON, 1.0, "crisis")


def test_whoever_was_told_that_nobody_came_is_not_told_again_when_they_ask_again() -> None:
    assert at("queued", "timed_out", "queued").state == "timed_out"
    assert at("queued", "timed_out", "queued", "joined").state == "joined"


def test_who_leaves_puts_it_back_for_anybody_and_who_transfers_for_somebody() -> None:
    left = moved(at("queued", "joined"), Taken(step="left"), 5, NOON)
    given = moved(at("queued", "joined"), Taken(step="transferred", agent="ben", skill="billing"), 5, NOON)
    assert left is not None
    assert given is not None
    assert (left.state, left.agent, left.joined_at) == ("queued", "", None)
    assert (given.state, given.agent, given.skill, given.queued_at) == ("queued", "ben", "billing", NOON)


def test_whoever_speaks_has_it_and_nobody_else_may() -> None:
    held = at("queued", "joined")
    assert held.spoken_in_by("ada")
    assert held.spoken_in_by("")
    assert not held.spoken_in_by("ben")
    assert at("joined", "left").spoken_in_by("ben")


def test_an_answer_settles_what_waited_and_what_was_overdue() -> None:
    late = moved(at("queued", "joined").wrote(NOON), Taken(step="overdue", clock="answer"), 5, NOON)
    assert late is not None
    assert late.overdue == {"answer"}
    answered = late.answered_by("ada")
    assert (answered.answered, answered.waiting_since, answered.overdue) == (True, None, frozenset())


def test_what_has_ended_takes_no_more_words() -> None:
    ended = at("joined", "resolved")
    assert ended.wrote(NOON) == ended
    assert ended.answered_by("ben") == ended
    assert ended.waiting_since is None


def test_every_step_has_its_move() -> None:
    assert set(MOVES) == set(STEPS)
    assert {each.target for each in MOVES.values()} - {None} == set(STATES)


def test_it_is_a_value() -> None:
    with pytest.raises(AttributeError):
        at("queued").state = "joined"  # type: ignore[misc]
    assert msgspec.structs.replace(at("queued")) == at("queued")
