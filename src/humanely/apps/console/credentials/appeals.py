"""Appeals: those that wait, the first due first, and those that ended last; and what came of them in figures."""

import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.credentials.desk import at_desk, beside, names
from humanely.apps.console.page import Page
from humanely.apps.console.route import page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.people.agreement import LEAST
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs, figures
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.figures import Line
from humanely.store.credentials import Filed

ENDED = 30
DAYS = 365
"""So far back figures reach."""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """One appeal of the list.

    Attributes:
        turn: whose turn it is: ``first`` to propose, ``second`` to decide, ``person`` to show something.
        proposer: name of who proposed; empty while nobody has.
        mine: the member who looks proposed it.
    """

    credential: str
    achievement: str
    language: str
    state: str
    decision: str
    turn: str
    proposer: str
    mine: bool
    filed_at: dt.datetime
    due: dt.datetime
    late: bool
    ended_at: dt.datetime | None


class AppealsPage(Page, frozen=True, kw_only=True):
    """The appeals."""

    template: ClassVar[str] = "appeals.html.j2"
    area: ClassVar[str] = "credentials"

    waiting: tuple[Waiting, ...]
    ended: tuple[Waiting, ...]


class Group(msgspec.Struct, frozen=True):
    """The figures of one group: an achievement, or a language."""

    name: str
    line: Line


class FiguresPage(Page, frozen=True, kw_only=True):
    """What came of appeals.

    Attributes:
        since: from when they count.
        least: decided appeals below which no share is given.
    """

    template: ClassVar[str] = "appeal_figures.html.j2"
    area: ClassVar[str] = "credentials"

    since: dt.datetime
    total: Line
    by_achievement: tuple[Group, ...]
    by_language: tuple[Group, ...]
    least: int = LEAST


@page("/credentials/appeals", permission=Permission.APPEALS_ACT)
async def appeals(services: Services, visit: Visit) -> Page:
    """Show those that wait, and the last that ended."""
    team = await names(services)

    def work(desk: Desk, now: dt.datetime) -> AppealsPage:
        called = {one.achievement.id: one.achievement.name for one in designs.every(desk)}
        rows = desk.ledger.credentials

        def shown(one: Filed) -> Waiting:
            return Waiting(
                credential=one.credential,
                achievement=called.get(one.achievement, one.achievement),
                language=one.language,
                state=one.state,
                decision=one.decision,
                turn={"proposed": "second", "evidence_wanted": "person"}.get(one.state, "first"),
                proposer=team.get(one.agent, one.agent),
                mine=one.agent == visit.member.id,
                filed_at=one.filed_at,
                due=one.due,
                late=(one.ended_at or now) > one.due,
                ended_at=one.ended_at,
            )

        return AppealsPage(
            waiting=tuple(map(shown, rows.appeals_open())), ended=tuple(map(shown, rows.appeals_ended(ENDED)))
        )

    return await at_desk(services, work)


@page("/credentials/appeals/figures", permission=Permission.CREDENTIALS_READ)
async def appeal_figures(services: Services, visit: Visit) -> Page:
    """Show the figures of a year."""
    since = visit.now - dt.timedelta(days=DAYS)

    def work(desk: Desk) -> FiguresPage:
        found = figures.figures(desk, since, visit.now)
        called = {one.achievement.id: one.achievement.name for one in designs.every(desk)}
        return FiguresPage(
            since=since,
            total=found.all,
            by_achievement=tuple(Group(called.get(name, name), one) for name, one in found.by_achievement.items()),
            by_language=tuple(Group(name, one) for name, one in found.by_language.items()),
        )

    return await beside(services, work)
