"""The life of a credential: what may follow what, by whom, and that no order of attempts leads anywhere else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from humanely.credential.life.lifecycle import (
    MOVES,
    CredentialState,
    FourEyes,
    NotTheirs,
    Reason,
    ReasonMissing,
    ReviewMissing,
    Step,
    StepImpossible,
    Taken,
    after,
    allowed,
    fold,
    possible,
)
from humanely.credential.life.party import CLOCK, HOLDER, By, staff
from humanely.errors import HumanelyError

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ADA, BO = staff("ada"), staff("bo")

steps = st.sampled_from(list(MOVES))
parties = st.sampled_from([ADA, BO, HOLDER, CLOCK])
reasons: st.SearchStrategy[Reason | None] = st.sampled_from([None, "misconduct", "issued_in_error"])
taken = st.builds(
    Taken, step=steps, by=parties, at=st.just(NOON), reason=reasons, review=st.booleans(), appeal=st.booleans()
)


def step(name: Step, by: By = ADA, **given: object) -> Taken:
    return Taken(step=name, by=by, at=NOON, **given)  # type: ignore[arg-type]


def lived(*names: Step, **given: object) -> CredentialState:
    """A credential after steps, each taken by whose step it is."""
    who = {"collected": HOLDER, "shared": HOLDER, "unshared": HOLDER}
    state = fold(step(name, who.get(name, ADA), reason="misconduct", **given) for name in names)
    assert state is not None
    return state


def test_it_is_prepared_offered_collected_and_then_counts() -> None:
    state = lived("prepared", "offered", "collected")
    assert (state.state, state.standing(NOON), state.preparer, state.issuer) == ("collected", "valid", "ada", "ada")


def test_suspended_and_restored_it_is_where_it_was() -> None:
    assert lived("prepared", "offered", "suspended", "restored").state == "offered"
    assert lived("prepared", "offered", "collected", "suspended", "restored").state == "collected"


def test_what_was_revoked_only_an_appeal_restores() -> None:
    revoked = lived("prepared", "offered", "collected", "suspended", "revoked")
    with pytest.raises(StepImpossible, match="the credential is revoked"):
        allowed(revoked, step("restored"))
    restored = after(revoked, step("restored", appeal=True))
    assert restored is not None
    assert (restored.state, restored.reason, restored.is_revoked) == ("collected", None, False)


def test_whoever_prepared_it_does_not_approve_it() -> None:
    waits = lived("prepared", "submitted", review=True)
    with pytest.raises(FourEyes, match="looked at by two people"):
        allowed(waits, step("offered", ADA))
    allowed(waits, step("offered", BO))


def test_where_much_hangs_on_it_nobody_skips_the_review() -> None:
    with pytest.raises(ReviewMissing):
        allowed(lived("prepared", review=True), step("offered", BO))


def test_sent_back_it_can_be_submitted_again() -> None:
    assert lived("prepared", "submitted", "sent_back", "submitted", review=True).state == "awaiting_review"


def test_what_waits_for_review_is_prepared_to_everybody_else() -> None:
    assert lived("prepared", "submitted", review=True).standing(NOON) == "prepared"


def test_the_holder_shows_it_and_hides_it() -> None:
    assert lived("prepared", "offered", "collected", "shared").shared
    assert not lived("prepared", "offered", "collected", "shared", "unshared").shared


def test_a_revocation_has_a_reason() -> None:
    with pytest.raises(ReasonMissing):
        allowed(lived("prepared", "offered"), step("revoked"))


@pytest.mark.parametrize("name", ["collected", "shared", "unshared"])
def test_what_the_holder_does_nobody_does_for_them(name: Step) -> None:
    with pytest.raises(NotTheirs, match="taken by the holder only"):
        allowed(lived("prepared", "offered", "collected"), step(name, ADA))


def test_once_it_is_collected_it_cannot_be_cancelled() -> None:
    with pytest.raises(StepImpossible):
        allowed(lived("prepared", "offered", "collected"), step("cancelled"))
    assert lived("prepared", "offered", "cancelled").is_revoked
    assert not lived("prepared", "cancelled").is_revoked


def test_it_expires_by_its_date_and_nobody_acts() -> None:
    state = lived("prepared", "offered", "collected", valid_until=NOON + DAY)
    assert [state.standing(NOON), state.standing(NOON + DAY)] == ["valid", "expired"]


def test_what_was_taken_back_is_not_said_to_have_expired() -> None:
    assert lived("prepared", "offered", "revoked", valid_until=NOON).standing(NOON + DAY) == "revoked"


def test_superseded_it_names_what_took_its_place() -> None:
    state = fold([step("prepared"), step("offered"), step("superseded", other="2222-2222-2222")])
    assert state is not None
    assert (state.superseded_by, state.is_revoked) == ("2222-2222-2222", True)


@given(st.lists(taken, max_size=12))
def test_what_is_possible_is_what_is_allowed(history: list[Taken]) -> None:
    state = fold(history)
    assert all(after(state, step(name, BO, reason="misconduct")) != state for name in possible(state, BO))


@given(st.lists(taken, max_size=12), taken)
def test_a_step_that_is_refused_changes_nothing(history: list[Taken], one: Taken) -> None:
    state = fold(history)
    try:
        allowed(state, one)
    except HumanelyError:
        assert after(state, one) is state


class Life(RuleBasedStateMachine):
    """Everybody tries everything in any order; what must never be, never is."""

    def __init__(self) -> None:
        super().__init__()
        self.state: CredentialState | None = None
        self.done: list[Taken] = []

    @rule(one=taken)
    def tries(self, one: Taken) -> None:
        moved = after(self.state, one)
        if moved is not self.state:
            self.done.append(one)
        self.state = moved

    @precondition(lambda self: self.state is not None and self.state.state == "revoked")
    @rule()
    def an_appeal_is_overturned(self) -> None:
        self.state = after(self.state, step("restored", appeal=True))
        assert self.state is not None
        assert self.state.state in {"offered", "collected"}
        self.done.append(step("restored", appeal=True))

    @invariant()
    def it_is_the_fold_of_what_was_done(self) -> None:
        assert fold(self.done) == self.state

    @invariant()
    def whoever_approved_is_another_than_who_prepared(self) -> None:
        assert self.state is None or not self.state.review or self.state.issuer != self.state.preparer

    @invariant()
    def only_a_revoked_one_has_a_reason(self) -> None:
        assert self.state is None or (self.state.reason is not None) == (self.state.state == "revoked")

    @invariant()
    def never_both_bits(self) -> None:
        assert self.state is None or not (self.state.is_revoked and self.state.is_suspended)

    @invariant()
    def nothing_is_collected_that_was_not_offered(self) -> None:
        collected = self.state is not None and self.state.collected_at is not None
        assert not collected or (self.state is not None and self.state.is_out)


TestLife = Life.TestCase
