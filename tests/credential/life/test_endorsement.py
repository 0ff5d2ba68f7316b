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
WHO: dict[Step, By] = {"asked": HOLDER, "given": ENDORSER, "held": CLOCK, "published": CLOCK, "withdrawn": ENDORSER}


def step(name: Step, by: By | None = None) -> Taken:
    plain = Taken(step=name, by=by or WHO.get(name, staff("mo")), at=NOON)
    said = {"name": "Mia", "text": "She stayed until it worked.", "digest": "sha256-x"}
    return msgspec.structs.replace(plain, **said) if name == "given" else plain


def stands(*names: Step) -> EndorsementState:
    state = fold(map(step, names))
    assert state is not None
    return state


def test_given_and_published_anybody_may_read_it() -> None:
    state = stands("asked", "given", "published")
    assert (state.is_public, state.text, state.name) == (True, "She stayed until it worked.", "Mia")


def test_held_it_is_not_read_until_a_moderator_publishes_it() -> None:
    assert not stands("asked", "given", "held").is_public
    shown = after(stands("asked", "given", "held"), step("published", staff("mo")))
    assert shown == msgspec.structs.replace(stands("asked", "given", "published"), looked=True)


@pytest.mark.parametrize("by", [ENDORSER, HOLDER])
def test_taken_back_it_says_nothing_any_more(by: By) -> None:
    gone = after(stands("asked", "given", "published"), step("withdrawn", by))
    assert gone is not None
    assert (gone.state, gone.text, gone.name) == ("withdrawn", "", "")


def test_reported_it_is_held_again() -> None:
    state = stands("asked", "given", "published", "reported")
    assert (state.state, state.doubts) == ("held", ("reported",))


def test_what_a_moderator_published_stays_when_it_is_reported_until_one_looks_again() -> None:
    looked = after(stands("asked", "given", "published", "reported"), step("published", staff("mo")))
    again = after(looked, step("reported", CLOCK))
    assert looked is not None
    assert again is not None
    assert (looked.waits, again.is_public, again.waits, again.doubts) == (False, True, True, ("reported",))
    with pytest.raises(EndorsementStepImpossible):
        allowed(again, step("reported", CLOCK))
    assert after(again, step("published", staff("mo"))) == looked
    gone = after(again, step("removed", staff("mo")))
    assert gone is not None
    assert (gone.state, gone.text) == ("removed", "")


def test_what_is_shown_and_not_reported_is_published_once() -> None:
    with pytest.raises(EndorsementStepImpossible):
        allowed(stands("asked", "given", "published"), step("published", staff("mo")))


def test_the_holder_writes_none_for_themselves() -> None:
    with pytest.raises(NotTheirs):
        allowed(stands("asked"), step("given", HOLDER))


def test_it_is_given_once() -> None:
    with pytest.raises(EndorsementStepImpossible, match="the endorsement is published"):
        allowed(stands("asked", "given", "published"), step("given"))


@given(st.lists(st.sampled_from(list(MOVES)), max_size=10), st.sampled_from([HOLDER, ENDORSER, CLOCK, staff("mo")]))
def test_nothing_is_public_that_was_not_given(names: list[Step], by: By) -> None:
    state = fold([step("asked"), *(step(name, by) for name in names)])
    assert state is not None
    assert not state.is_public or state.text
