"""The life of a credential as a fold over what was done with it: what may follow what, and who may do it.

    prepared → awaiting review → offered → collected
                                    suspended ↔ restored, revoked, superseded; cancelled before it is collected

It expires by its date, for which nobody has to do anything.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from humanely.credential.life.party import By, Kind
from humanely.errors import HumanelyError

State = Literal[
    "prepared", "awaiting_review", "offered", "collected", "suspended", "revoked", "superseded", "cancelled"
]
Step = Literal[
    "prepared", "submitted", "sent_back", "offered", "collected", "shared", "unshared", "suspended", "restored",
    "revoked", "superseded", "cancelled",
]  # fmt: skip
Reason = Literal[
    "issued_in_error", "requirements_not_met", "misconduct", "holder_asked", "key_compromised", "superseded"
]
"""Why a credential was taken back, as one of a few classes: what the public reads is written beforehand for each."""

Standing = Literal["prepared", "offered", "valid", "suspended", "revoked", "superseded", "cancelled", "expired"]
"""Where a credential stands at a moment; ``valid`` is collected and within its dates."""

_OUT: frozenset[State] = frozenset({"offered", "collected"})
ENDS: frozenset[State] = frozenset({"superseded", "cancelled"})
"""From here nothing leads on; what was revoked can still be restored by an appeal."""


class _Move(msgspec.Struct, frozen=True):
    sources: frozenset[State | None]
    target: State | None
    by: frozenset[Kind]


def _move(sources: Iterable[State | None], target: State | None, *by: Kind) -> _Move:
    return _Move(frozenset(sources), target, frozenset(by))


MOVES: Mapping[Step, _Move] = {
    "prepared": _move([None], "prepared", "staff"),
    "submitted": _move(["prepared"], "awaiting_review", "staff"),
    "sent_back": _move(["awaiting_review"], "prepared", "staff"),
    "offered": _move(["prepared", "awaiting_review"], "offered", "staff"),
    "collected": _move(["offered"], "collected", "holder"),
    "shared": _move(["collected", "suspended", "revoked"], None, "holder"),
    "unshared": _move(["collected", "suspended", "revoked", "superseded"], None, "holder"),
    "suspended": _move(_OUT, "suspended", "staff"),
    "restored": _move(["suspended", "revoked"], None, "staff"),
    "revoked": _move([*_OUT, "suspended"], "revoked", "staff"),
    "superseded": _move([*_OUT, "suspended"], "superseded", "staff"),
    "cancelled": _move(["prepared", "awaiting_review", "offered"], "cancelled", "staff"),
}
"""For each step where it may begin, None where there is nothing yet; where it leads, None where that depends."""


class StepImpossible(HumanelyError):
    """A credential cannot take this step from where it stands."""

    code = "credential_step_impossible"
    status = 409

    def __init__(self, step: Step, state: State | None) -> None:
        stands = f"the credential is {state.replace('_', ' ')}" if state else "there is no such credential yet"
        super().__init__(
            f"The step {step!r} is not possible: {stands}.",
            fix="Look at the credential again: somebody else may have acted meanwhile.",
        )


class NotTheirs(HumanelyError):
    """A step was taken by somebody whose step it is not."""

    code = "credential_not_theirs"
    status = 403

    def __init__(self, step: str, by: Iterable[Kind]) -> None:
        who = {"staff": "the team", "holder": "the holder", "endorser": "the endorser", "clock": "time"}
        named = " or ".join(sorted(who[one] for one in by))
        super().__init__(f"The step {step!r} is taken by {named} only; nothing was done.", fix=f"Leave it to {named}.")


class FourEyes(HumanelyError):
    """Whoever prepared a credential would approve it, too."""

    code = "four_eyes"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "This credential has to be looked at by two people; whoever prepared it cannot approve it.",
            fix="Ask another member of the team to look at it.",
        )


class ReviewMissing(HumanelyError):
    """A credential that needs a review was to be offered without one."""

    code = "credential_review_missing"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Work or a licence may depend on this credential, so a second person looks at it before it is issued.",
            fix="Send it for review first.",
        )


class ReasonMissing(HumanelyError):
    """A credential was to be revoked without a reason."""

    code = "credential_reason_missing"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            "A credential is revoked for a reason only; nothing was done.", fix="Choose one of the classes."
        )


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A step that was taken.

    Attributes:
        at: aware, in UTC.
        reason: of a revocation.
        other: id of the credential that takes its place, with ``superseded``; of the one whose place it takes, with
            ``prepared``; empty for none.
        review: with ``prepared``: a second person has to look before it is issued.
        valid_until: with ``offered``; None where it does not expire.
        appeal: with ``restored``: a decision on an appeal says so.
    """

    step: Step
    by: By
    at: dt.datetime
    reason: Reason | None = None
    other: str = ""
    review: bool = False
    valid_until: dt.datetime | None = None
    appeal: bool = False


class CredentialState(msgspec.Struct, frozen=True, kw_only=True):
    """A credential as it stands.

    Attributes:
        state: but for its date.
        review: a second person has to look before it is issued.
        preparer, issuer: ids of who prepared and who offered it.
        acted: id of who suspended, revoked, superseded or cancelled it last.
        before: where it goes back to when it is restored.
        reason: why it was revoked.
        supersedes, superseded_by: ids of other credentials; empty for none.
        shared: the holder shows it to whoever has its address.
        changes: how often its standing was changed after it was offered: an appeal is against one change.
    """

    state: State
    prepared_at: dt.datetime
    review: bool = False
    preparer: str = ""
    issuer: str = ""
    acted: str = ""
    before: State = "offered"
    reason: Reason | None = None
    supersedes: str = ""
    superseded_by: str = ""
    shared: bool = False
    changes: int = 0
    offered_at: dt.datetime | None = None
    collected_at: dt.datetime | None = None
    changed_at: dt.datetime | None = None
    valid_until: dt.datetime | None = None

    @property
    def is_out(self) -> bool:
        """It was offered, and may be in somebody's hands."""
        return self.offered_at is not None

    @property
    def is_revoked(self) -> bool:
        """Its bit for revocation is set; what another takes the place of is no longer good, either."""
        return self.state in {"revoked", "superseded"} or (self.state == "cancelled" and self.is_out)

    @property
    def is_suspended(self) -> bool:
        """Its bit for suspension is set."""
        return self.state == "suspended"

    def standing(self, now: dt.datetime) -> Standing:
        """Where it stands at a moment; a date that has passed counts only for what would be good otherwise."""
        late = self.valid_until is not None and now >= self.valid_until
        match self.state:
            case "awaiting_review":
                return "prepared"
            case "offered" | "collected" | "suspended" if late:
                return "expired"
            case "collected":
                return "valid"
            case state:
                return state


def fold(taken: Iterable[Taken]) -> CredentialState | None:
    """A credential after what was done with it; a step that cannot be taken leaves it as it is. None before the first.

    >>> at, ada = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC), By("staff", "ada")
    >>> fold([Taken(step="prepared", by=ada, at=at), Taken(step="offered", by=ada, at=at)]).state
    'offered'
    """
    state: CredentialState | None = None
    for one in taken:
        state = after(state, one)
    return state


def after(state: CredentialState | None, taken: Taken) -> CredentialState | None:
    """A credential after one more step."""
    try:
        allowed(state, taken)
    except HumanelyError:
        return state
    if state is None:
        return CredentialState(
            state="prepared",
            prepared_at=taken.at,
            preparer=taken.by.id,
            review=taken.review,
            supersedes=taken.other,
        )
    match taken.step:
        case "offered":
            return msgspec.structs.replace(
                state, state="offered", issuer=taken.by.id, offered_at=taken.at, valid_until=taken.valid_until
            )
        case "collected":
            return msgspec.structs.replace(state, state="collected", collected_at=taken.at)
        case "shared" | "unshared":
            return msgspec.structs.replace(state, shared=taken.step == "shared")
        case "submitted" | "sent_back":
            return msgspec.structs.replace(state, state=MOVES[taken.step].target or state.state)
        case _:
            return _changed(state, taken)


def _changed(state: CredentialState, taken: Taken) -> CredentialState:
    """After its standing was changed."""
    leads = state.before if taken.step == "restored" else MOVES[taken.step].target or state.state
    return msgspec.structs.replace(
        state,
        state=leads,
        before=state.state if state.state in _OUT else state.before,
        reason=taken.reason if taken.step == "revoked" else None,
        superseded_by=taken.other if taken.step == "superseded" else "",
        acted=taken.by.id,
        changed_at=taken.at,
        changes=state.changes + 1,
    )


def allowed(state: CredentialState | None, taken: Taken) -> None:
    """Refuse a step that may not be taken.

    Raises:
        NotTheirs: it is not theirs to take.
        StepImpossible: not from where the credential stands; what was revoked is restored by an appeal only.
        ReviewMissing, FourEyes: nobody else has looked.
        ReasonMissing: a revocation without one.
    """
    move = MOVES[taken.step]
    if taken.by.kind not in move.by:
        raise NotTheirs(taken.step, move.by)
    stands = state.state if state else None
    if stands not in move.sources or (taken.step == "restored" and stands == "revoked" and not taken.appeal):
        raise StepImpossible(taken.step, stands)
    if taken.step == "offered" and state is not None and state.review:
        if state.state != "awaiting_review":
            raise ReviewMissing
        if taken.by.id == state.preparer:
            raise FourEyes
    if taken.step == "revoked" and taken.reason is None:
        raise ReasonMissing


def possible(state: CredentialState | None, by: By) -> tuple[Step, ...]:
    """The steps that somebody may take now, in the order of `MOVES`."""
    at = state.prepared_at if state else dt.datetime.min.replace(tzinfo=dt.UTC)
    return tuple(step for step in MOVES if _may(state, Taken(step=step, by=by, at=at, reason="holder_asked")))


def _may(state: CredentialState | None, taken: Taken) -> bool:
    try:
        allowed(state, taken)
    except HumanelyError:
        return False
    return True
