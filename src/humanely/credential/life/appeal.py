"""An appeal against what was done with a credential: filed by whom it is about, decided by two people, in time.

filed ↔ evidence wanted → proposed → decided, or sent back to whoever looks at it first
withdrawn by the person, at any time before it is decided
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from humanely.credential.life.lifecycle import NotTheirs
from humanely.credential.life.party import By, Kind
from humanely.errors import HumanelyError

State = Literal["filed", "evidence_wanted", "proposed", "decided", "withdrawn"]
Step = Literal["filed", "evidence_wanted", "evidence_given", "proposed", "sent_back", "decided", "withdrawn", "overdue"]
Decision = Literal["upheld", "overturned", "partly"]
"""``upheld``: what was done stands; ``overturned``: it is undone; ``partly``: something of it is put right."""

OPEN: frozenset[State] = frozenset({"filed", "evidence_wanted", "proposed"})


class _Move(msgspec.Struct, frozen=True):
    sources: frozenset[State | None]
    target: State | None
    by: Kind


def _move(sources: Iterable[State | None], target: State | None, by: Kind) -> _Move:
    return _Move(frozenset(sources), target, by)


MOVES: Mapping[Step, _Move] = {
    "filed": _move([None, "decided", "withdrawn"], "filed", "holder"),
    "evidence_wanted": _move(["filed"], "evidence_wanted", "staff"),
    "evidence_given": _move(["filed", "evidence_wanted"], "filed", "holder"),
    "proposed": _move(["filed", "evidence_wanted"], "proposed", "staff"),
    "sent_back": _move(["proposed"], "filed", "staff"),
    "decided": _move(["proposed"], "decided", "staff"),
    "withdrawn": _move(OPEN, "withdrawn", "holder"),
    "overdue": _move(OPEN, None, "clock"),
}


class AppealStepImpossible(HumanelyError):
    """An appeal cannot take this step from where it stands."""

    code = "appeal_step_impossible"
    status = 409

    def __init__(self, step: Step, state: State | None) -> None:
        stands = f"the appeal is {state.replace('_', ' ')}" if state else "nobody has filed an appeal"
        super().__init__(
            f"The step {step!r} is not possible: {stands}.", fix="Look at it again: somebody may have acted meanwhile."
        )


class SecondReviewer(HumanelyError):
    """Somebody would judge their own work."""

    code = "second_reviewer"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "An appeal is decided by a second person: not by whoever proposed the decision. Nor does whoever issued or "
            "changed the credential propose or decide.",
            fix="Ask another member of the team to look at it.",
        )


class ReasonsMissing(HumanelyError):
    """A decision on an appeal lacks its reasons, or the name of who answers for it."""

    code = "appeal_reasons_missing"
    status = 422

    def __init__(self, what: str) -> None:
        super().__init__(f"A decision on an appeal needs {what}; nothing was recorded.", fix=f"Give {what}.")


class DecidedBefore(HumanelyError):
    """The same change of a credential was appealed and decided before."""

    code = "appeal_decided_before"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "An appeal against this has been decided already; the decision and its reasons are on record.",
            fix="Write to the issuer if something new has come up.",
        )


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A step that was taken in an appeal.

    Attributes:
        at: aware, in UTC.
        due: with ``filed``: by when it is decided; with ``evidence_given``, where waiting for it has moved that.
        change: with ``filed``: how often the standing of the credential had been changed, see `CredentialState`.
        decision: with ``proposed``.
        reasons: in words to the person, with ``proposed``; what is missing, with ``evidence_wanted``; why, with
            ``sent_back``.
        name: of the human who answers for it, as the person reads it, with ``decided``.
    """

    step: Step
    by: By
    at: dt.datetime
    due: dt.datetime | None = None
    change: int = 0
    decision: Decision | None = None
    reasons: str = ""
    name: str = ""


class AppealState(msgspec.Struct, frozen=True, kw_only=True):
    """An appeal as it stands.

    Attributes:
        due: by when it is to be decided.
        change: which change of the credential it is against.
        proposer, decider: ids of members of the team; empty while nobody has.
        decision: proposed, and once it is decided, decided.
        reasons: of the decision, in words to the person.
        wanted: what is still to be shown; empty for nothing.
        name: of the human who answers for the decision.
        overdue: its time passed before it was decided.
    """

    state: State
    filed_at: dt.datetime
    due: dt.datetime
    change: int = 0
    proposer: str = ""
    decider: str = ""
    decision: Decision | None = None
    reasons: str = ""
    wanted: str = ""
    name: str = ""
    overdue: bool = False
    ended_at: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        """It waits for somebody."""
        return self.state in OPEN

    @property
    def in_time(self) -> bool | None:
        """Whether it was decided in time; None while it is not decided."""
        return None if self.state != "decided" or self.ended_at is None else self.ended_at <= self.due


def fold(taken: Iterable[Taken], involved: frozenset[str] = frozenset()) -> AppealState | None:
    """The newest appeal after what was done in it; a step that cannot be taken leaves it as it is. None for none.

    >>> at = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    >>> fold([Taken(step="filed", by=By("holder"), at=at, due=at + dt.timedelta(days=14))]).state
    'filed'
    """
    state: AppealState | None = None
    for one in taken:
        state = after(state, one, involved)
    return state


def after(state: AppealState | None, taken: Taken, involved: frozenset[str] = frozenset()) -> AppealState | None:
    """An appeal after one more step."""
    try:
        allowed(state, taken, involved)
    except HumanelyError:
        return state
    if state is None or taken.step == "filed":
        return AppealState(state="filed", filed_at=taken.at, due=taken.due or taken.at, change=taken.change)
    moved = msgspec.structs.replace(state, state=MOVES[taken.step].target or state.state)
    return _told(moved, taken)


def _told(state: AppealState, taken: Taken) -> AppealState:
    match taken.step:
        case "evidence_wanted":
            return msgspec.structs.replace(state, wanted=taken.reasons)
        case "evidence_given":
            return msgspec.structs.replace(state, wanted="", due=taken.due or state.due)
        case "proposed":
            return msgspec.structs.replace(
                state, proposer=taken.by.id, decision=taken.decision, reasons=taken.reasons, wanted=""
            )
        case "sent_back":
            return msgspec.structs.replace(state, proposer="", decision=None, reasons="")
        case "decided":
            return msgspec.structs.replace(state, decider=taken.by.id, name=taken.name, ended_at=taken.at)
        case "withdrawn":
            return msgspec.structs.replace(state, decision=None, reasons="", wanted="", ended_at=taken.at)
        case _:
            return msgspec.structs.replace(state, overdue=True)


def allowed(state: AppealState | None, taken: Taken, involved: frozenset[str] = frozenset()) -> None:
    """Refuse a step that may not be taken.

    Args:
        involved: ids of who issued the credential, or changed its standing.

    Raises:
        NotTheirs: only whom the credential is about, or their agent, files, shows evidence and withdraws.
        AppealStepImpossible: not from where the appeal stands.
        DecidedBefore: the same change was decided on.
        SecondReviewer: the proposer would decide, or somebody involved would propose or decide.
        ReasonsMissing: a decision without reasons, or without a name.
    """
    move = MOVES[taken.step]
    if taken.by.kind != move.by:
        raise NotTheirs(taken.step, [move.by])
    if (state.state if state else None) not in move.sources or (taken.step == "overdue" and _told_before(state)):
        raise AppealStepImpossible(taken.step, state.state if state else None)
    if taken.step == "filed" and state is not None and state.state == "decided" and state.change == taken.change:
        raise DecidedBefore
    if taken.step in {"proposed", "decided", "sent_back"} and state is not None:
        _fresh_eyes(state, taken, involved)
    _require_words(taken)


def _told_before(state: AppealState | None) -> bool:
    return state is not None and state.overdue


def _fresh_eyes(state: AppealState, taken: Taken, involved: frozenset[str]) -> None:
    proposed_it = taken.step != "proposed" and taken.by.id == state.proposer
    if not taken.by.id or proposed_it or taken.by.id in involved:
        raise SecondReviewer


def _require_words(taken: Taken) -> None:
    if taken.step == "proposed" and taken.decision is None:
        raise ReasonsMissing("a decision")
    if taken.step in {"proposed", "evidence_wanted", "sent_back"} and not taken.reasons.strip():
        raise ReasonsMissing("reasons in words that the person reads")
    if taken.step == "decided" and not taken.name.strip():
        raise ReasonsMissing("the name of the human who answers for it")
