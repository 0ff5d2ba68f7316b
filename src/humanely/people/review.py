"""An answer that is held until humans have looked: who has judged it, and what stands.

    open → sent | rejected        by the verdict that stands
         ↘ lapsed                 a human came, a life may be at risk, or a newer answer is held: it is not sent

One verdict stands alone. Where two are wanted, neither reviewer sees the other's before giving theirs; if the two
differ, a third decides, who sees both. Nobody judges twice.
"""

import datetime as dt
from typing import Literal

import msgspec

from humanely.errors import HumanelyError

Verdict = Literal["accept", "edit", "reject"]
ReviewState = Literal["open", "sent", "rejected", "lapsed"]

ALONE, BLIND = 1, 2
"""Verdicts that are wanted."""


class ReviewOver(HumanelyError):
    """A held answer is no longer to be judged."""

    code = "review_over"
    status = 409

    def __init__(self, state: ReviewState) -> None:
        why = "a human came, or a newer message took its place" if state == "lapsed" else f"it is {state}"
        super().__init__(
            f"This answer is no longer to be judged: {why}; nothing was sent.",
            fix="Look at the conversation, and at what else waits for review.",
        )


class AlreadyJudged(HumanelyError):
    """Somebody would judge an answer a second time."""

    code = "already_judged"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "You have given your verdict on this answer; it counts once.",
            fix="Leave it to somebody else: the other verdict has to come from another person.",
        )


class ReviewerUnnamed(HumanelyError):
    """A verdict came from nobody in particular."""

    code = "reviewer_unnamed"
    status = 422

    def __init__(self) -> None:
        super().__init__("A verdict needs a reviewer.", fix="Name who looked at the answer: an id of your own will do.")


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One verdict.

    Attributes:
        place: of its act in the ledger.
        reviewer: id of who gave it.
        text: that is to be sent instead of the draft, where the verdict is `edit`.
        reason: for the others; empty where none was given.
    """

    place: int
    reviewer: str
    verdict: Verdict
    text: str = ""
    reason: str = ""

    def agrees_with(self, other: "Judged") -> bool:
        """Both would have the same thing happen."""
        return self.verdict == other.verdict and self.text.split() == other.text.split()


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A held answer as its review stands.

    Attributes:
        place: of the held answer in the ledger, its id.
        opened_at: aware, in UTC, as all times here.
        turn: place of the message it answers.
        decision: place of the decision to hold it.
        reason: name of that decision's leading reason.
        priority: [0, 1], that of the handoff if nobody looks.
        wanted: `ALONE` or `BLIND`.
        verdicts: in the order given; never two by one reviewer, never more than three.
        overdue: nobody looked in time, and a human was called.
    """

    place: int
    opened_at: dt.datetime
    turn: int
    decision: int
    reason: str = ""
    priority: float = 0.0
    wanted: int = ALONE
    verdicts: tuple[Judged, ...] = ()
    state: ReviewState = "open"
    ended_at: dt.datetime | None = None
    overdue: bool = False

    @property
    def is_open(self) -> bool:
        """It still waits for a verdict."""
        return self.state == "open"

    @property
    def differs(self) -> bool:
        """Two verdicts were given, and a third decides."""
        return self.is_open and len(self.verdicts) == BLIND

    @property
    def standing(self) -> Judged | None:
        """The verdict that stands; None where another is needed.

        >>> yes = Judged(place=1, reviewer="ada", verdict="accept")
        >>> no = Judged(place=2, reviewer="bo", verdict="reject")
        >>> held = Review(place=0, opened_at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC), turn=0, decision=0, wanted=BLIND)
        >>> msgspec.structs.replace(held, verdicts=(yes, no)).standing is None
        True
        """
        if len(self.verdicts) > BLIND or (self.wanted == ALONE and self.verdicts):
            return self.verdicts[-1]
        agreed = len(self.verdicts) == BLIND and self.verdicts[0].agrees_with(self.verdicts[1])
        return self.verdicts[0] if agreed else None

    def visible_to(self, reviewer: str) -> tuple[Judged, ...]:
        """The verdicts somebody may see: their own, and the others' once none of the two can be swayed by them."""
        if not self.is_open or len(self.verdicts) >= BLIND:
            return self.verdicts
        return tuple(one for one in self.verdicts if one.reviewer == reviewer)

    def require(self, reviewer: str) -> None:
        """Refuse a verdict that cannot be given.

        Raises:
            ReviewerUnnamed: by nobody.
            ReviewOver: it is settled, or has lapsed.
            AlreadyJudged: they gave theirs.
        """
        if not reviewer:
            raise ReviewerUnnamed
        if not self.is_open:
            raise ReviewOver(self.state)
        if any(one.reviewer == reviewer for one in self.verdicts):
            raise AlreadyJudged

    def judged(self, verdict: Judged, at: dt.datetime) -> "Review":
        """With one verdict more; where that settles it, it ends. One that cannot be given leaves it as it is."""
        if not self.is_open or any(one.reviewer == verdict.reviewer for one in self.verdicts):
            return self
        held = msgspec.structs.replace(self, verdicts=(*self.verdicts, verdict))
        if held.standing is None:
            return held
        state: ReviewState = "rejected" if held.standing.verdict == "reject" else "sent"
        return msgspec.structs.replace(held, state=state, ended_at=at)

    def lapsed(self, at: dt.datetime) -> "Review":
        """It can no longer be sent."""
        return msgspec.structs.replace(self, state="lapsed", ended_at=at) if self.is_open else self
