"""Appeals: only the person files, two people decide, and nobody decides on their own work."""

import datetime as dt

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from humanely.credential.life.appeal import (
    MOVES,
    AppealState,
    AppealStepImpossible,
    DecidedBefore,
    ReasonsMissing,
    SecondReviewer,
    Step,
    Taken,
    after,
    allowed,
    fold,
)
from humanely.credential.life.lifecycle import NotTheirs
from humanely.credential.life.party import CLOCK, ENDORSER, HOLDER, By, staff

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
DUE = NOON + dt.timedelta(days=14)
ADA, BO, CY = staff("ada"), staff("bo"), staff("cy")
INVOLVED = frozenset({"cy"})
"""Cy revoked it."""
PARTY: dict[Step, By] = {
    "filed": HOLDER,
    "evidence_given": HOLDER,
    "withdrawn": HOLDER,
    "overdue": CLOCK,
    "decided": BO,
}


def step(taken: Step, by: By | None = None, **given: object) -> Taken:
    plain: dict[str, object] = {"due": DUE, "decision": "overturned", "reasons": "It was a mix-up.", "name": "Bo Berg"}
    return Taken(step=taken, by=by or PARTY.get(taken, ADA), at=NOON, **(plain | given))  # type: ignore[arg-type]


def stands(*names: Step) -> AppealState:
    state = fold([step(name) for name in names], INVOLVED)
    assert state is not None
    return state


def test_filed_proposed_and_decided_by_a_second() -> None:
    state = stands("filed", "proposed", "decided")
    assert (state.state, state.decision, state.proposer, state.decider) == ("decided", "overturned", "ada", "bo")
    assert (state.name, state.in_time, state.is_open) == ("Bo Berg", True, False)


@pytest.mark.parametrize("by", [ADA, ENDORSER, CLOCK])
def test_only_whom_it_is_about_files(by: By) -> None:
    with pytest.raises(NotTheirs, match="the holder only"):
        allowed(None, step("filed", by))


@pytest.mark.parametrize("by", [ADA, CY, staff("")])
def test_neither_the_proposer_nor_whoever_is_involved_decides(by: By) -> None:
    with pytest.raises(SecondReviewer, match="decided by a second person"):
        allowed(stands("filed", "proposed"), step("decided", by), INVOLVED)


@pytest.mark.parametrize("by", [CY, staff("")])
def test_nobody_involved_proposes_what_is_to_be_decided(by: By) -> None:
    with pytest.raises(SecondReviewer):
        allowed(stands("filed"), step("proposed", by), INVOLVED)


def test_the_person_is_asked_for_more_and_gives_it() -> None:
    waits = stands("filed", "evidence_wanted")
    assert (waits.state, waits.wanted) == ("evidence_wanted", "It was a mix-up.")
    given = after(waits, step("evidence_given", due=DUE + dt.timedelta(days=3)))
    assert given is not None
    assert (given.state, given.wanted, given.due) == ("filed", "", DUE + dt.timedelta(days=3))


def test_sent_back_nothing_is_proposed() -> None:
    with pytest.raises(SecondReviewer):
        allowed(stands("filed", "proposed"), step("sent_back", ADA), INVOLVED)
    back = after(stands("filed", "proposed"), step("sent_back", BO))
    assert back is not None
    assert (back.state, back.proposer, back.decision) == ("filed", "", None)


@pytest.mark.parametrize(
    ("before", "missing"),
    [
        (("filed",), step("proposed", reasons=" ")),
        (("filed",), step("proposed", decision=None)),
        (("filed",), step("evidence_wanted", reasons="")),
        (("filed", "proposed"), step("decided", name="")),
    ],
)
def test_a_decision_has_reasons_and_a_name(before: tuple[Step, ...], missing: Taken) -> None:
    with pytest.raises(ReasonsMissing):
        allowed(stands(*before), missing)


def test_the_same_change_is_not_appealed_twice_and_another_is() -> None:
    decided = stands("filed", "proposed", "decided")
    with pytest.raises(DecidedBefore):
        allowed(decided, step("filed"))
    allowed(decided, step("filed", change=1))


def test_withdrawn_it_can_be_filed_again() -> None:
    allowed(stands("filed", "withdrawn"), step("filed"))


def test_that_it_is_late_is_noted_once() -> None:
    late = stands("filed", "overdue")
    assert (late.state, late.overdue) == ("filed", True)
    with pytest.raises(AppealStepImpossible):
        allowed(late, step("overdue"))


class Appeal(RuleBasedStateMachine):
    """Everybody tries everything in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.state: AppealState | None = None

    @rule(
        name=st.sampled_from(list(MOVES)),
        by=st.sampled_from([ADA, BO, CY, HOLDER, CLOCK]),
        change=st.integers(0, 2),
    )
    def tries(self, name: Step, by: By, change: int) -> None:
        self.state = after(self.state, step(name, by, change=change), INVOLVED)

    @invariant()
    def nobody_decided_alone_or_on_their_own_work(self) -> None:
        if self.state is not None and self.state.state == "decided":
            assert self.state.decider not in {"", self.state.proposer, *INVOLVED}
            assert self.state.name
            assert self.state.reasons

    @invariant()
    def what_waits_has_no_end_and_what_ended_has(self) -> None:
        assert self.state is None or self.state.is_open == (self.state.ended_at is None)


TestAppeal = Appeal.TestCase
