"""Endorsements: given by whom was asked, looked at where there is doubt, and taken back at will."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.life.endorsement import (
    MOVES,
    EndorsementState,
    EndorsementStepImpossible,
    Step,
    Taken,
    after,
    allowed,
    fold,
)
from humanely.credential.life.lifecycle import NotTheirs
from humanely.credential.life.party import CLOCK, ENDORSER, HOLDER, By, staff

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
WHO: dict[Step, By] = {
    "asked": HOLDER,
    "given": ENDORSER,
    "held": CLOCK,
    "cleared": CLOCK,
    "published": HOLDER,
    "withdrawn": ENDORSER,
}


def step(name: Step, by: By | None = None) -> Taken:
    plain = Taken(step=name, by=by or WHO.get(name, staff("mo")), at=NOON)
    said = {"name": "Mia", "text": "She stayed until it worked.", "digest": "sha256-x"}
    return msgspec.structs.replace(plain, **said) if name == "given" else plain


def stands(*names: Step) -> EndorsementState:
    state = fold(map(step, names))
    assert state is not None
    return state


def test_given_and_cleared_its_holder_reads_it_and_nobody_else() -> None:
    state = stands("asked", "given", "cleared")
    assert (state.state, state.is_told, state.is_public) == ("awaits_holder", True, False)


@pytest.mark.parametrize("by", [ENDORSER, CLOCK, staff("mo")])
def test_nobody_but_its_holder_publishes_it(by: By) -> None:
    with pytest.raises(NotTheirs):
        allowed(stands("asked", "given", "cleared"), step("published", by))


@pytest.mark.parametrize("names", [("asked", "given"), ("asked", "given", "held")])
def test_what_was_not_cleared_its_holder_neither_reads_nor_publishes(names: tuple[Step, ...]) -> None:
    assert not stands(*names).is_told
    with pytest.raises(EndorsementStepImpossible):
        allowed(stands(*names), step("published"))


def test_given_cleared_and_published_anybody_may_read_it() -> None:
    state = stands("asked", "given", "cleared", "published")
    assert (state.is_public, state.text, state.name) == (True, "She stayed until it worked.", "Mia")


def test_held_it_awaits_its_holder_once_a_moderator_clears_it() -> None:
    assert not stands("asked", "given", "held").is_public
    passed = after(stands("asked", "given", "held"), step("cleared", staff("mo")))
    assert passed == msgspec.structs.replace(stands("asked", "given", "cleared"), looked=True)


@pytest.mark.parametrize("by", [ENDORSER, HOLDER])
def test_taken_back_it_says_nothing_any_more(by: By) -> None:
    gone = after(stands("asked", "given", "cleared", "published"), step("withdrawn", by))
    assert gone is not None
    assert (gone.state, gone.text, gone.name) == ("withdrawn", "", "")


def test_reported_it_is_held_again() -> None:
    state = stands("asked", "given", "cleared", "published", "reported")
    assert (state.state, state.doubts, state.is_told) == ("held", ("reported",), False)


def test_what_a_moderator_cleared_stays_when_it_is_reported_until_one_looks_again() -> None:
    passed = after(stands("asked", "given", "cleared", "published", "reported"), step("cleared", staff("mo")))
    looked = after(passed, step("published"))
    again = after(looked, step("reported", CLOCK))
    assert looked is not None
    assert again is not None
    assert (looked.waits, again.is_public, again.waits, again.doubts) == (False, True, True, ("reported",))
    with pytest.raises(EndorsementStepImpossible):
        allowed(again, step("reported", CLOCK))
    assert not again.is_told
    assert after(again, step("cleared", staff("mo"))) == looked
    gone = after(again, step("removed", staff("mo")))
    assert gone is not None
    assert (gone.state, gone.text) == ("removed", "")


def test_what_is_shown_and_not_reported_is_cleared_and_published_once() -> None:
    shown = stands("asked", "given", "cleared", "published")
    with pytest.raises(EndorsementStepImpossible):
        allowed(shown, step("cleared", staff("mo")))
    with pytest.raises(EndorsementStepImpossible):
        allowed(shown, step("published"))


def test_the_holder_writes_none_for_themselves() -> None:
    with pytest.raises(NotTheirs):
        allowed(stands("asked"), step("given", HOLDER))


def test_it_is_given_once() -> None:
    with pytest.raises(EndorsementStepImpossible, match="the endorsement is published"):
        allowed(stands("asked", "given", "cleared", "published"), step("given"))


@given(st.lists(st.sampled_from(list(MOVES)), max_size=10), st.sampled_from([HOLDER, ENDORSER, CLOCK, staff("mo")]))
def test_nothing_is_public_that_was_not_given(names: list[Step], by: By) -> None:
    state = fold([step("asked"), *(step(name, by) for name in names)])
    assert state is not None
    assert not state.is_public or state.text
