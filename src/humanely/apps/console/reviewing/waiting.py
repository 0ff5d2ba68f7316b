"""The answers that wait for a reviewer, and how far two agree who judged the same without seeing each other."""

import asyncio
import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.page import Page
from humanely.apps.console.route import page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.people.agreement import LEAST, Agreement
from humanely.people.roles import Permission
from humanely.pipeline.reviews.review_sheet import Waiting, agreed, waiting
from humanely.response.packet_words import reason


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One answer that waits.

    Attributes:
        why: it is held, in words.
        mine: whoever looks has given their verdict.
        due: when a human is called if nobody looks; None where one was.
    """

    place: int
    why: str
    language: str
    wanted: int
    given: int
    mine: bool
    opened_at: dt.datetime
    due: dt.datetime | None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of agreement, per cent and kappa, each with its interval; None below the least number of pairs.

    Attributes:
        name: of what was judged: ``verdict``, ``need``, or ``estimate`` for people against estimates.
        pairs: how many were judged by two, or by one and estimated.
        drift: of the estimates; None where it is not told.
    """

    name: str
    pairs: int
    found: Agreement | None
    drift: float | None = None


class Reviews(Page, frozen=True, kw_only=True):
    """What waits for this reviewer, and what waits for somebody else.

    Attributes:
        least: pairs below which no figure is given.
    """

    template: ClassVar[str] = "reviews.html.j2"
    area: ClassVar[str] = "review"

    rows: tuple[Row, ...]
    figures: tuple[Figure, ...]
    least: int = LEAST


@page("/review", permission=Permission.REVIEW)
async def reviews(services: Services, visit: Visit) -> Reviews:
    """The answers that wait."""

    def read() -> Reviews:
        companion = services.engine.companion
        found = agreed(companion)
        return Reviews(
            rows=tuple(_row(one, visit.locale) for one in waiting(companion, visit.member.id)),
            figures=(
                Figure(name="verdict", pairs=found.pairs, found=found.verdict),
                Figure(name="need", pairs=found.rated, found=found.need),
                Figure(name="estimate", pairs=found.compared, found=found.estimate, drift=found.drift),
            ),
        )

    return await asyncio.to_thread(read)


def _row(one: Waiting, locale: str) -> Row:
    return Row(
        place=one.place,
        why=reason(one.reason, one.says, locale),
        language=one.language or "",
        wanted=one.wanted,
        given=one.given,
        mine=one.mine,
        opened_at=one.opened_at,
        due=one.due,
    )
