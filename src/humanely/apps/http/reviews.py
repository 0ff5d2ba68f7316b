"""Reviews: the answers that wait until humans have looked, what it takes to judge one, and the verdicts."""

import asyncio
import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.http.member import require_not_barred
from humanely.apps.http.operation import operation
from humanely.apps.http.wire import Done, In, LedgerId, Note, Text, done
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.services import Services
from humanely.people.review import ReviewState, Verdict
from humanely.people.roles import Permission
from humanely.pipeline import acting, afterwards
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs.hours import ClockUsed
from humanely.pipeline.reviews import review
from humanely.pipeline.reviews.review_sheet import Estimates, Sheet, Waiting, sheet, waiting
from humanely.response.finding import Finding
from humanely.store.api_key import Scope
from humanely.store.records import Rated

AREA = "Reviews"

ReviewerId = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^\S+$")]
Degree = Annotated[int, Meta(ge=0, le=2)]


class HeldTold(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that waits until humans have looked.

    Attributes:
        id: of the held answer.
        reason: name of why it is held.
        says: the same for staff, as the policy words it.
        priority: [0, 1]; with this one a human is called if nobody looks.
        wanted: verdicts it takes: 1, or 2 that are given blind.
        given: verdicts there are.
        since: when it was held.
        due: when a human is called if nobody has looked; null where one was.
    """

    id: LedgerId
    conversation_id: str
    language: str | None
    reason: str
    says: str
    priority: float
    wanted: int
    given: int
    since: dt.datetime
    due: dt.datetime | None


class ReviewsTold(msgspec.Struct, frozen=True):
    """The answers that wait, the longest waiting first."""

    waiting: tuple[HeldTold, ...]


class AsReviewer(In, frozen=True, kw_only=True):
    """Who looks.

    Attributes:
        reviewer: id of a member who may review, or, for somebody who is not of the team, one of your own, always the
            same for the same person; verdicts of others are shown once they cannot sway this one.
    """

    reviewer: ReviewerId


class VerdictTold(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict that whoever looks may see."""

    id: LedgerId
    reviewer: str
    verdict: Verdict
    text: str
    reason: str


class ReviewSheet(msgspec.Struct, frozen=True, kw_only=True):
    """What it takes to judge a held answer; the conversation is read at its own address.

    Attributes:
        draft: what would be sent.
        locale: of the person, a language tag.
        blocked: findings of the check over which nobody sends.
        doubts: those over which a human may send, with `overrules`.
        stale: the person has written again; an answer that goes out all the same takes `still_fits`.
        differs: two verdicts differ, and the next one decides.
        verdicts: that may be seen by now.
        may_judge: this reviewer has given none, and it still waits.
        estimates: what was estimated; null until this reviewer has given their verdict.
        hours: how much of each clock was used: until somebody looks, and of the handoff of the conversation.
    """

    held: HeldTold
    state: ReviewState
    draft: str
    locale: str
    blocked: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    stale: bool
    differs: bool
    verdicts: tuple[VerdictTold, ...]
    may_judge: bool
    estimates: Estimates | None
    hours: tuple[ClockUsed, ...]


class RatedIn(In, frozen=True, kw_only=True):
    """What a reviewer reads in the moment and in the draft.

    Attributes:
        need: empathy called for, 0 none to 3 strong.
        feels_with: how far the draft meets the feeling, 0 to 2.
        understands: how far it reflects what it is about, 0 to 2.
        asks: how far it asks what matters, 0 to 2.
        acts: how far it moves anything, 0 to 2.
    """

    need: Annotated[int, Meta(ge=0, le=3)]
    feels_with: Degree
    understands: Degree
    asks: Degree
    acts: Degree


class VerdictIn(In, frozen=True, kw_only=True):
    """What a reviewer makes of a held answer.

    Attributes:
        reviewer: as in reading it; nobody judges the same answer twice.
        text: what to send instead, with `edit`.
        reason: with `reject`, for whoever takes over.
        rated: before any estimate was shown; left out where they do not rate.
        still_fits: the person has written again, and the answer fits all the same.
        overrules: findings of the check are known, and it is sent over them.
    """

    reviewer: ReviewerId
    verdict: Verdict
    text: Text | None = None
    reason: Note = ""
    rated: RatedIn | None = None
    still_fits: bool = False
    overrules: bool = False


@operation("GET", "/v1/reviews", title="Which answers wait for a human", area=AREA, scope=Scope.READ)
async def read_reviews(services: Services) -> ReviewsTold:
    """Answers that are held until humans have looked. Where nobody looks in time, a human is called."""
    found = await asyncio.to_thread(waiting, services.engine.companion, "")
    return ReviewsTold(tuple(map(_told, found)))


@operation(
    "GET",
    "/v1/reviews/{review_id}",
    title="Read a held answer",
    area=AREA,
    scope=Scope.HANDOFFS,
    example={"reviewer": "mia"},
)
async def read_review(services: Services, review_id: str, query: AsReviewer) -> ReviewSheet:
    """The draft and what the check says of it now; verdicts and estimates once they no longer sway this reviewer."""
    await require_not_barred(services, query.reviewer, Permission.REVIEW)
    place = _place(review_id)
    found = await asyncio.to_thread(sheet, services.engine.companion, place, query.reviewer, dt.datetime.now(dt.UTC))
    return _sheet(found)


@operation(
    "POST",
    "/v1/reviews/{review_id}/verdict",
    title="Judge a held answer",
    area=AREA,
    scope=Scope.HANDOFFS,
    example={"reviewer": "mia", "verdict": "reject", "reason": "It passes over the second charge."},
)
async def judge_review(services: Services, review_id: str, body: VerdictIn, asked: Asked) -> Done | Replayed:
    """Accepted or edited it is sent, marked as a machine's draft that a human sent; rejected, the person is told and a
    human is called. Where two verdicts are wanted and differ, a third decides.
    """
    await require_not_barred(services, body.reviewer, Permission.REVIEW)
    place = _place(review_id)
    looked = review.Looked(
        verdict=body.verdict,
        text=body.text or "",
        reason=body.reason,
        rated=Rated(**msgspec.structs.asdict(body.rated)) if body.rated else None,
        still_fits=body.still_fits,
        overrules=body.overrules,
    )

    def judge(companion: Companion, now: dt.datetime) -> acting.Placed:
        by = msgspec.structs.replace(asked.by(now), agent=body.reviewer)
        return review.judge(companion, by, place, looked)

    return done(await services.written(judge))


def _place(review_id: str) -> int:
    return afterwards.place_of(review_id, "review")


def _told(one: Waiting) -> HeldTold:
    return HeldTold(
        id=str(one.place),
        conversation_id=one.conversation_id,
        language=one.language,
        reason=one.reason,
        says=one.says,
        priority=one.priority,
        wanted=one.wanted,
        given=one.given,
        since=one.opened_at,
        due=one.due,
    )


def _sheet(found: Sheet) -> ReviewSheet:
    return ReviewSheet(
        held=_told(found.waiting),
        state=found.state,
        draft=found.draft,
        locale=found.locale,
        blocked=found.blocked,
        doubts=found.doubts,
        stale=found.stale,
        differs=found.differs,
        verdicts=tuple(
            VerdictTold(id=str(one.place), reviewer=one.reviewer, verdict=one.verdict, text=one.text, reason=one.reason)
            for one in found.verdicts
        ),
        may_judge=found.may_judge,
        estimates=found.estimates,
        hours=found.hours,
    )
