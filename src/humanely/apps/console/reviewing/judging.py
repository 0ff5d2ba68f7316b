"""One held answer: the conversation, the draft with what the check says of it, and the form to judge it with."""

import asyncio
from typing import ClassVar, Literal

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, number, page
from humanely.apps.console.visit import Visit
from humanely.apps.console.words import words
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.review import ReviewState, Verdict
from humanely.people.roles import Permission
from humanely.pipeline.acting import Asked, Gone, NotThere
from humanely.pipeline.handoffs.hours import ClockUsed
from humanely.pipeline.reviews import review as held
from humanely.pipeline.reviews.review_sheet import Estimates, Sheet, sheet
from humanely.pipeline.talk import Line
from humanely.response.finding import Finding
from humanely.response.packet_words import reason
from humanely.store.records import Rated

KINDS = ("feels_with", "understands", "asks", "acts")
_NEEDS, _DEGREES = ("0", "1", "2", "3"), ("0", "1", "2")

Degree = Literal["", "0", "1", "2"]


class RatingIncomplete(HumanelyError):
    """Some of a rating was filled in, and some was not."""

    code = "rating_incomplete"
    status = 422

    def __init__(self) -> None:
        super().__init__("The rating is not complete; nothing was recorded.", fix="Rate all five, or none of them.")


class VerdictMissing(HumanelyError):
    """A form was sent without a verdict."""

    code = "verdict_missing"
    status = 422

    def __init__(self) -> None:
        super().__init__("No verdict was chosen; nothing was recorded.", fix="Choose what is to happen.")


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """The form.

    Attributes:
        verdict: empty until one is chosen; none is proposed, for what is proposed is soon taken.
        need, feels_with, understands, asks, acts: as `humanely.store.records.Rated`, each empty where it was not rated.
    """

    verdict: Verdict | Literal[""] = ""
    text: str = ""
    reason: str = ""
    need: Literal["", "0", "1", "2", "3"] = ""
    feels_with: Degree = ""
    understands: Degree = ""
    asks: Degree = ""
    acts: Degree = ""
    still_fits: bool = False
    overrules: bool = False

    @property
    def rated(self) -> Rated | None:
        """The rating; None where there is none.

        Raises:
            RatingIncomplete: some of it is missing.
        """
        given = (self.need, self.feels_with, self.understands, self.asks, self.acts)
        if not any(given):
            return None
        if not all(given):
            raise RatingIncomplete
        need, feels_with, understands, asks, acts = map(int, given)
        return Rated(need=need, feels_with=feels_with, understands=understands, asks=asks, acts=acts)


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict that whoever looks may see.

    Attributes:
        who: name of a member, or the id another system gave.
    """

    who: str
    verdict: Verdict
    text: str
    reason: str


class Hours(msgspec.Struct, frozen=True):
    """What was used of one clock, in words; over: more than it may take."""

    clock: str
    used: str
    runs: bool
    over: bool


class Rating(msgspec.Struct, frozen=True):
    """One thing to rate: its name and degrees, what is chosen; and what was estimated, once it may be seen."""

    name: str
    degrees: tuple[str, ...]
    chosen: str
    estimated: int | None = None


class Review(Page, frozen=True, kw_only=True):
    """A held answer.

    Attributes:
        why: it is held, in words.
        ratings: what may be rated, before any estimate is shown.
        shown: the estimates may be seen.
        fault: why a verdict was not taken; None where none was given, or it was.
    """

    template: ClassVar[str] = "review.html.j2"
    area: ClassVar[str] = "review"

    place: int
    why: str
    state: ReviewState
    wanted: int
    given: int
    differs: bool
    stale: bool
    may_judge: bool
    draft: str
    locale: str
    lines: tuple[Line, ...]
    hours: tuple[Hours, ...]
    blocked: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    verdicts: tuple[Given, ...]
    ratings: tuple[Rating, ...]
    shown: bool
    filled: Filled
    fault: Fault | None = None


@page("/review/{review}", permission=Permission.REVIEW)
async def review(services: Services, visit: Visit, review: str) -> Review:
    """One held answer."""
    return await _page(services, visit, number(review))


@action("/review/{review}", permission=Permission.REVIEW)
async def judge(services: Services, visit: Visit, review: str, form: Filled) -> Answer | To:
    """Give a verdict; what was filled in stays where it cannot be taken."""
    place = number(review)
    try:
        if not form.verdict:
            raise VerdictMissing
        looked = held.Looked(
            verdict=form.verdict,
            text=form.text if form.verdict == "edit" else "",
            reason=form.reason,
            rated=form.rated,
            still_fits=form.still_fits,
            overrules=form.overrules,
        )
        await services.written(
            lambda companion, now: held.judge(companion, Asked("", now, agent=visit.member.id), place, looked)
        )
    except (NotThere, Gone):
        raise
    except HumanelyError as error:
        page = await _page(services, visit, place, filled=form, fault=fault_of(error, visit))
        return Answer(page=page, status=error.status)
    return To(path=f"/review/{place}", flash="review-taken")


async def _page(
    services: Services, visit: Visit, place: int, *, filled: Filled | None = None, fault: Fault | None = None
) -> Review:
    found = await asyncio.to_thread(sheet, services.engine.companion, place, visit.member.id, visit.now)
    names = await asyncio.to_thread(lambda: {one.id: one.name for one in services.staff.all()})
    read = services.deeds.read
    await asyncio.to_thread(read, "read_review", visit.member.id, found.person_id, place, visit.now)
    return _drawn(found, names, visit, filled or Filled(text=found.draft), fault)


def _drawn(found: Sheet, names: dict[str, str], visit: Visit, filled: Filled, fault: Fault | None) -> Review:
    waiting = found.waiting
    return Review(
        place=waiting.place,
        why=reason(waiting.reason, waiting.says, visit.locale),
        state=found.state,
        wanted=waiting.wanted,
        given=waiting.given,
        differs=found.differs,
        stale=found.stale,
        may_judge=found.may_judge,
        draft=found.draft,
        locale=found.locale,
        lines=found.lines,
        hours=tuple(_hours(one, visit.locale) for one in found.hours),
        blocked=found.blocked,
        doubts=found.doubts,
        verdicts=tuple(
            Given(who=names.get(one.reviewer, one.reviewer), verdict=one.verdict, text=one.text, reason=one.reason)
            for one in found.verdicts
        ),
        ratings=_ratings(filled, found.estimates),
        shown=found.estimates is not None,
        filled=filled,
        fault=fault,
    )


def _hours(used: ClockUsed, locale: str) -> Hours:
    say = words(locale).say
    taken, of = _clock(used.used_minutes), _clock(used.allowed_minutes)
    return Hours(
        clock=say(f"review-clock-{used.clock}"),
        used=say(f"review-used-{used.time}", used=taken, of=of),
        runs=used.runs,
        over=used.used_minutes > used.allowed_minutes,
    )


def _clock(minutes: float) -> str:
    """Minutes as hours and minutes.

    >>> _clock(94.6), _clock(480)
    ('1:34', '8:00')
    """
    return f"{int(minutes) // 60}:{int(minutes) % 60:02d}"


def _ratings(filled: Filled, estimates: Estimates | None) -> tuple[Rating, ...]:
    return (
        Rating("need", _NEEDS, filled.need, estimates.need if estimates else None),
        *(
            Rating(kind, _DEGREES, getattr(filled, kind), getattr(estimates, kind) if estimates else None)
            for kind in KINDS
        ),
    )
