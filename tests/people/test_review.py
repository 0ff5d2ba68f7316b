"""The review of a held answer: blind until both have judged, never two verdicts of one, and an end to every one."""

import datetime as dt
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from humanely.people.review import (
    ALONE,
    BLIND,
    AlreadyJudged,
    Judged,
    Review,
    ReviewerUnnamed,
    ReviewOver,
    Verdict,
)

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
TEAM = ("ada", "bo", "cy", "di")
VERDICTS: tuple[Verdict, ...] = ("accept", "edit", "reject")
verdicts = st.sampled_from(VERDICTS)


def held(wanted: int) -> Review:
    return Review(place=2, opened_at=NOON, turn=0, decision=1, wanted=wanted)


def judged(reviewer: str, verdict: Verdict, text: str = "") -> Judged:
    return Judged(place=3, reviewer=reviewer, verdict=verdict, text=text)


@pytest.mark.parametrize(("verdict", "state"), [("accept", "sent"), ("edit", "sent"), ("reject", "rejected")])
def test_where_one_is_enough_their_verdict_stands(verdict: Verdict, state: str) -> None:
    assert held(ALONE).judged(judged("ada", verdict), NOON).state == state


@pytest.mark.parametrize(("verdict", "state"), [("accept", "sent"), ("reject", "rejected")])
def test_two_who_agree_settle_it(verdict: Verdict, state: str) -> None:
    both = held(BLIND).judged(judged("ada", verdict), NOON).judged(judged("bo", verdict), NOON)
    assert (both.state, both.ended_at) == (state, NOON)


def test_two_edits_agree_only_in_the_same_words() -> None:
    first = held(BLIND).judged(judged("ada", "edit", "It leaves today."), NOON)
    assert first.judged(judged("bo", "edit", "It  leaves today. "), NOON).state == "sent"
    assert first.judged(judged("bo", "edit", "It leaves tomorrow."), NOON).differs


@pytest.mark.parametrize(("third", "state"), [("accept", "sent"), ("reject", "rejected"), ("edit", "sent")])
def test_where_two_differ_a_third_decides(third: Verdict, state: str) -> None:
    two = held(BLIND).judged(judged("ada", "accept"), NOON).judged(judged("bo", "reject"), NOON)
    assert two.differs
    assert two.judged(judged("cy", third), NOON).state == state


def test_nobody_judges_twice_and_nobody_without_a_name() -> None:
    first = held(BLIND).judged(judged("ada", "accept"), NOON)
    with pytest.raises(AlreadyJudged, match="counts once"):
        first.require("ada")
    with pytest.raises(ReviewerUnnamed):
        first.require("")


def test_what_has_lapsed_is_not_judged() -> None:
    lapsed = held(ALONE).lapsed(NOON)
    with pytest.raises(ReviewOver, match="a human came"):
        lapsed.require("ada")
    assert lapsed.judged(judged("ada", "accept"), NOON) == lapsed


@given(given_=st.lists(st.tuples(st.sampled_from(TEAM), verdicts), max_size=8), wanted=st.sampled_from([ALONE, BLIND]))
def test_it_takes_from_one_to_three_verdicts_of_different_people(
    given_: list[tuple[str, Verdict]], wanted: int
) -> None:
    review = reduce(lambda held_, one: held_.judged(judged(*one), NOON), given_, held(wanted))
    names = [one.reviewer for one in review.verdicts]
    assert len(names) == len(set(names)) <= BLIND + 1
    assert review.is_open == (review.standing is None)
    assert not review.is_open or len(names) < 3


class Reviewing(RuleBasedStateMachine):
    """A team around one answer that takes two verdicts."""

    def __init__(self) -> None:
        super().__init__()
        self.review = held(BLIND)
        self.gave: list[str] = []

    @precondition(lambda self: self.review.is_open)
    @rule(reviewer=st.sampled_from(TEAM), verdict=verdicts)
    def judges(self, reviewer: str, verdict: Verdict) -> None:
        counts = reviewer not in self.gave
        self.review = self.review.judged(judged(reviewer, verdict), NOON)
        self.gave += [reviewer] * counts

    @rule()
    def a_human_comes(self) -> None:
        self.review = self.review.lapsed(NOON)

    @invariant()
    def each_verdict_is_of_somebody_else(self) -> None:
        assert [one.reviewer for one in self.review.verdicts] == self.gave

    @invariant()
    def the_first_verdict_is_seen_by_nobody_else(self) -> None:
        others = [name for name in TEAM if name not in self.gave]
        seen = [self.review.visible_to(name) for name in others]
        assert not (self.review.is_open and len(self.gave) == 1) or seen == [()] * len(others)

    @invariant()
    def three_verdicts_always_end_it(self) -> None:
        assert not self.review.is_open or len(self.gave) <= BLIND


TestReviewing = Reviewing.TestCase
