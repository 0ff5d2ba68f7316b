"""An endorsement: what a peer, mentor or employer says of a credential, looked at before anybody reads it.

asked → given → cleared where nothing is in doubt, or held for a moderator who clears or removes it
cleared → it awaits its holder, and is published by nobody else
withdrawn by whoever gave it, at any time; reported by anybody, and then held again, but for what a moderator cleared:
that stays until a moderator looks again, or anybody could take it away for good
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from humanely.credential.life.lifecycle import NotTheirs
from humanely.credential.life.party import By, Kind
from humanely.errors import HumanelyError

Relation = Literal["peer", "mentor", "employer"]
State = Literal["asked", "given", "held", "awaits_holder", "published", "withdrawn", "removed"]
Step = Literal["asked", "given", "held", "cleared", "published", "withdrawn", "reported", "removed"]
Doubt = Literal["abuse", "crisis", "private", "personal_data", "unread", "reported"]
"""Why a moderator looks first; ``private`` is health or hardship, ``unread`` where nothing here can read it."""

_LIVE: frozenset[State] = frozenset({"asked", "given", "held", "awaits_holder", "published"})


class _Move(msgspec.Struct, frozen=True):
    sources: frozenset[State | None]
    target: State
    by: frozenset[Kind]


def _move(sources: Iterable[State | None], target: State, *by: Kind) -> _Move:
    return _Move(frozenset(sources), target, frozenset(by))


MOVES: Mapping[Step, _Move] = {
    "asked": _move([None], "asked", "holder", "staff"),
    "given": _move(["asked"], "given", "endorser"),
    "held": _move(["given"], "held", "clock"),
    "cleared": _move(["given", "held", "published"], "awaits_holder", "clock", "staff"),
    "published": _move(["awaits_holder"], "published", "holder"),
    "withdrawn": _move(_LIVE, "withdrawn", "endorser", "holder"),
    "reported": _move(["published"], "held", "holder", "endorser", "staff", "clock"),
    "removed": _move(["given", "held", "awaits_holder", "published"], "removed", "staff"),
}


class EndorsementStepImpossible(HumanelyError):
    """An endorsement cannot take this step from where it stands."""

    code = "endorsement_step_impossible"
    status = 409

    def __init__(self, step: Step, state: State | None) -> None:
        stands = f"the endorsement is {state}" if state else "nobody was asked for one"
        super().__init__(f"The step {step!r} is not possible: {stands}.", fix="Look at it again.")


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A step that was taken.

    Attributes:
        at: aware, in UTC.
        relation, name, text, digest: with ``given``: who says what, of exactly which credential, as the hash of what it
            says.
        doubts: with ``held``.
    """

    step: Step
    by: By
    at: dt.datetime
    relation: Relation = "peer"
    name: str = ""
    text: str = ""
    digest: str = ""
    doubts: tuple[Doubt, ...] = ()


class EndorsementState(msgspec.Struct, frozen=True, kw_only=True):
    """An endorsement as it stands; what it says is gone once it is withdrawn or removed.

    Attributes:
        doubts: why a moderator is to look; of one that is published, that it was reported since.
        looked: a moderator cleared it.
    """

    state: State
    asked_at: dt.datetime
    relation: Relation = "peer"
    name: str = ""
    text: str = ""
    digest: str = ""
    doubts: tuple[Doubt, ...] = ()
    looked: bool = False
    given_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None

    @property
    def is_public(self) -> bool:
        """Whoever may see the credential may read it."""
        return self.state == "published"

    @property
    def waits(self) -> bool:
        """A moderator is to look."""
        return self.state == "held" or (self.is_public and bool(self.doubts))

    @property
    def is_told(self) -> bool:
        """Its holder reads who says what: nothing is in doubt, or a moderator has looked."""
        return self.state in {"awaits_holder", "published"} and not self.waits


def fold(taken: Iterable[Taken]) -> EndorsementState | None:
    """An endorsement after what was done with it; a step that cannot be taken leaves it as it is.

    >>> at = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    >>> fold([Taken(step="asked", by=By("holder"), at=at)]).state
    'asked'
    """
    state: EndorsementState | None = None
    for one in taken:
        state = after(state, one)
    return state


def after(state: EndorsementState | None, taken: Taken) -> EndorsementState | None:
    """An endorsement after one more step."""
    try:
        allowed(state, taken)
    except HumanelyError:
        return state
    target = MOVES[taken.step].target
    if state is None:
        return EndorsementState(state=target, asked_at=taken.at, relation=taken.relation)
    moved = msgspec.structs.replace(state, state=target)
    match taken.step:
        case "given":
            said = {name: getattr(taken, name) for name in ("relation", "name", "text", "digest")}
            return msgspec.structs.replace(moved, **said, given_at=taken.at)
        case "held":
            return msgspec.structs.replace(moved, doubts=taken.doubts)
        case "reported":
            return msgspec.structs.replace(moved, state="published" if state.looked else "held", doubts=("reported",))
        case "withdrawn" | "removed":
            return msgspec.structs.replace(moved, name="", text="", doubts=(), ended_at=taken.at)
        case "cleared":
            stands: State = "published" if state.is_public else target
            looked = state.looked or taken.by.kind == "staff"
            return msgspec.structs.replace(moved, state=stands, doubts=(), looked=looked)
        case _:
            return moved


def allowed(state: EndorsementState | None, taken: Taken) -> None:
    """Refuse a step that may not be taken.

    Raises:
        NotTheirs: it is not theirs to take.
        EndorsementStepImpossible: not from where it stands.
    """
    move = MOVES[taken.step]
    if taken.by.kind not in move.by:
        raise NotTheirs(taken.step, move.by)
    stands = state.state if state else None
    if stands not in move.sources or _is_done(state, taken.step):
        raise EndorsementStepImpossible(taken.step, stands)


def _is_done(state: EndorsementState | None, step: Step) -> bool:
    """It is shown, and was cleared, or reported, already."""
    return state is not None and state.is_public and step == ("reported" if state.waits else "cleared")
