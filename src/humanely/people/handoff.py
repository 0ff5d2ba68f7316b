"""A handoff: a conversation on its way to a human, with them, and back. A state machine, never a sentence.

    offered → queued → joined → returned | resolved
                 ↘ timed_out ↗            declined, wherever nobody has come yet

`timed_out` is no end: the person is told the truth and another way, and whoever comes later takes the handoff up.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from humanely.errors import HumanelyError

State = Literal["offered", "queued", "joined", "timed_out", "returned", "resolved", "declined"]
Step = Literal[
    "offered", "queued", "joined", "left", "transferred", "timed_out", "declined", "returned", "resolved",
    "alerted", "overdue",
]  # fmt: skip
"""`left` and `transferred` queue again; `alerted`: the human who has the conversation is told that a life may be at
risk; `overdue`: a deadline has passed, and the team is told."""
Clock = Literal["answer", "update", "resolve"]

PLAIN_PRIORITY = 0.3
"""Of a conversation whose person waits for a human, though nothing presses."""
ENDS: frozenset[State] = frozenset(("returned", "resolved", "declined"))
AWAITED: frozenset[State] = frozenset(("queued", "timed_out"))


class _Move(msgspec.Struct, frozen=True):
    """From which states a step leads, and to which; None in front stands for a conversation that no human is due in."""

    sources: frozenset[State | None]
    target: State | None


def _move(target: State | None, *sources: State | None) -> _Move:
    return _Move(frozenset(sources), target)


MOVES: Mapping[Step, _Move] = {
    "offered": _move("offered", None, "offered"),
    "queued": _move("queued", None, "offered", "queued", "timed_out"),
    "joined": _move("joined", None, "offered", "queued", "timed_out"),
    "left": _move("queued", "joined"),
    "transferred": _move("queued", "joined", "queued", "timed_out"),
    "timed_out": _move("timed_out", "queued"),
    "declined": _move("declined", "offered", "queued", "timed_out"),
    "returned": _move("returned", "queued", "joined", "timed_out"),
    "resolved": _move("resolved", "queued", "joined", "timed_out"),
    "alerted": _move(None, "joined"),
    "overdue": _move(None, "queued", "joined", "timed_out"),
}
"""Each step; one without a target leaves the state as it is."""


class MoveImpossible(HumanelyError):
    """A handoff cannot take this step from where it stands; somebody else was quicker, as a rule."""

    code = "move_impossible"
    status = 409

    def __init__(self, step: Step, state: State | None) -> None:
        stands = f"the handoff is {state.replace('_', ' ')}" if state else "no human is due in this conversation"
        super().__init__(
            f"The step {step!r} is not possible: {stands}.",
            fix="Look at the conversation again: somebody else may have taken it meanwhile.",
        )


class NotYours(HumanelyError):
    """Somebody acts in a handoff that another member of the team has, or that nobody has claimed."""

    code = "not_yours"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Somebody else has this conversation, or nobody has claimed it; nothing was done.",
            fix="Claim it first, or ask whoever has it to transfer it: two voices at once help nobody.",
        )


class Handoff(msgspec.Struct, frozen=True, kw_only=True):
    """A handoff as it stands.

    Attributes:
        place: of the entry that opened it, its id; -1 until it has its place.
        reason: name of the leading reason; empty where an agent spoke unasked.
        priority: [0, 1]; 1 is for a life that may be at risk.
        opened_at: when a human was called, or while none is, offered; aware, in UTC, as all times here.
        skill: what the team needs to know for it; empty for anybody.
        agent: id of who has it, or for whom it was left in the queue; empty for anybody.
        queued_at: since when nobody has it; None while only offered, and where somebody came at once.
        answered: a human has answered since it was opened.
        waiting_since: what the person wrote then has no human's answer yet; None where nothing waits. After an offer
            they have not gone past it as long as there is none.
        overdue: clocks whose present deadline has passed, and of which the team was told.
    """

    place: int
    state: State
    opened_at: dt.datetime
    reason: str = ""
    priority: float = 0.0
    skill: str = ""
    agent: str = ""
    queued_at: dt.datetime | None = None
    joined_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    answered: bool = False
    waiting_since: dt.datetime | None = None
    overdue: frozenset[Clock] = frozenset()

    @property
    def is_open(self) -> bool:
        """It has not come to its end."""
        return self.state not in ENDS

    @property
    def is_awaited(self) -> bool:
        """A human was called, and none has come."""
        return self.state in AWAITED

    @property
    def is_called(self) -> bool:
        """A human was called, or has come; more than an offer."""
        return self.is_open and self.state != "offered"

    @property
    def offer_stands(self) -> bool:
        """A human was offered in the words before these: a plain yes or no means that."""
        return self.state == "offered" and self.waiting_since is None

    def spoken_in_by(self, agent: str) -> bool:
        """Whether somebody may speak here: whoever has it, and where nobody is named, anybody.

        Args:
            agent: id of who speaks; empty where that is not known.
        """
        return not agent or self.state != "joined" or self.agent in {"", agent}

    def wrote(self, at: dt.datetime) -> "Handoff":
        """The person has written."""
        return msgspec.structs.replace(self, waiting_since=self.waiting_since or at) if self.is_open else self

    def answered_by(self, agent: str) -> "Handoff":
        """A human has answered; whoever speaks has it."""
        if not self.is_open:
            return self
        settled = self.overdue - {"answer", "update"}
        return msgspec.structs.replace(
            self, agent=agent or self.agent, answered=True, waiting_since=None, overdue=settled
        )


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A step that is taken, with what it says of the handoff.

    Attributes:
        agent: id of who takes it, or for whom it is left; empty where nobody is named.
        skill: that is needed from now on; empty for the same as before.
        clock: whose deadline has passed.
    """

    step: Step
    reason: str = ""
    priority: float = 0.0
    agent: str = ""
    skill: str = ""
    clock: Clock | None = None


def state_of(handoff: Handoff | None) -> State | None:
    """Where an open handoff stands; None where there is none."""
    return handoff.state if handoff is not None and handoff.is_open else None


def possible(handoff: Handoff | None, step: Step) -> bool:
    """Whether a handoff can take a step.

    >>> possible(None, "joined"), possible(None, "returned")
    (True, False)
    """
    return state_of(handoff) in MOVES[step].sources


def require(handoff: Handoff | None, step: Step) -> None:
    """Refuse a step that cannot be taken.

    Raises:
        MoveImpossible: it cannot.
    """
    if not possible(handoff, step):
        raise MoveImpossible(step, state_of(handoff))


def moved(handoff: Handoff | None, taken: Taken, place: int, at: dt.datetime) -> Handoff | None:
    """A handoff after a step; a step that cannot be taken leaves it as it is.

    Args:
        handoff: the newest of the conversation; None where there was none.
        place: of the step in the ledger.
        at: when it was recorded.

    >>> now = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
    >>> called = moved(None, Taken(step="queued", reason="asked", priority=0.7), 12, now)
    >>> called.state, called.place, moved(called, Taken(step="joined", agent="ada"), 13, now).agent
    ('queued', 12, 'ada')
    """
    if not possible(handoff, taken.step):
        return handoff
    if handoff is None or not handoff.is_open:
        handoff = Handoff(place=place, state="offered", opened_at=at, reason=taken.reason)
    elif handoff.state == "offered":
        # Until now it was an offer; the clocks run from here.
        handoff = msgspec.structs.replace(handoff, opened_at=at)
    return _STEPS.get(taken.step, _kept)(_at(handoff, taken.step), taken, at)


def _at(handoff: Handoff, step: Step) -> Handoff:
    """Where a step leads; called again, whoever was told that nobody has come is not told so once more."""
    stays = step == "queued" and handoff.state == "timed_out"
    return msgspec.structs.replace(handoff, state=handoff.state if stays else MOVES[step].target or handoff.state)


def _kept(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    return handoff


def _offered(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    """Offered anew, it is this offer that a yes means."""
    return msgspec.structs.replace(handoff, reason=taken.reason or handoff.reason, waiting_since=None)


def _queued(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    """More pressing than it was, it keeps its place in time."""
    return msgspec.structs.replace(
        handoff,
        reason=taken.reason or handoff.reason,
        priority=max(taken.priority, handoff.priority),
        skill=taken.skill or handoff.skill,
        queued_at=handoff.queued_at or at,
        waiting_since=handoff.waiting_since or at,
    )


def _joined(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    return msgspec.structs.replace(handoff, agent=taken.agent, joined_at=at)


def _queued_again(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    """For somebody else, or for anybody; a promise to answer that was kept once is made again."""
    return msgspec.structs.replace(
        handoff,
        priority=max(PLAIN_PRIORITY, handoff.priority),
        agent=taken.agent,
        skill=taken.skill or handoff.skill,
        queued_at=at,
        joined_at=None,
        answered=False,
        waiting_since=handoff.waiting_since or at,
        overdue=frozenset(),
    )


def _timed_out(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    """Whoever it was left for has not come: it is anybody's."""
    return msgspec.structs.replace(handoff, agent="")


def _ended(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    return msgspec.structs.replace(handoff, ended_at=at, waiting_since=None, overdue=frozenset())


def _alerted(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    return msgspec.structs.replace(handoff, priority=max(taken.priority, handoff.priority))


def _overdue(handoff: Handoff, taken: Taken, at: dt.datetime) -> Handoff:
    return handoff if taken.clock is None else msgspec.structs.replace(handoff, overdue=handoff.overdue | {taken.clock})


_STEPS = {
    "offered": _offered,
    "queued": _queued,
    "joined": _joined,
    "left": _queued_again,
    "transferred": _queued_again,
    "timed_out": _timed_out,
    "returned": _ended,
    "resolved": _ended,
    "declined": _ended,
    "alerted": _alerted,
    "overdue": _overdue,
}
