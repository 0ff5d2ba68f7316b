"""What can be achieved: the list, and one of it as holders will see it, with what it takes to issue or change it."""

import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.credentials.desk import Picture, asked, at_desk, beside, picture_of
from humanely.apps.console.page import Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.design.achievement import Achievement
from humanely.credential.design.progress import duration
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs
from humanely.pipeline.credentials.desk import Desk
from humanely.store.achievements import Design


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One achievement of the list.

    Attributes:
        issued: how many credentials of it were offered.
    """

    id: str
    name: str
    stakes: str
    review: bool
    version: int
    updated_at: dt.datetime
    retired: bool
    picture: Picture
    issued: int


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """An achievement as its holders will see it.

    Attributes:
        way: steps, each with how long it takes, in words.
        until: days for which it holds; 0 for ever.
    """

    said: Achievement
    picture: Picture
    way: tuple[tuple[str, str, bool], ...]
    until: int


class AchievementsPage(Page, frozen=True, kw_only=True):
    """Every achievement, those that are issued first."""

    template: ClassVar[str] = "achievements.html.j2"
    area: ClassVar[str] = "credentials"

    rows: tuple[Row, ...]


class AchievementPage(Page, frozen=True, kw_only=True):
    """One achievement.

    Attributes:
        languages: tags it can be had in, its own first.
        shown: the one that is looked at.
        steps: it has a way, on which learners can be.
    """

    template: ClassVar[str] = "achievement.html.j2"
    area: ClassVar[str] = "credentials"

    id: str
    name: str
    version: int
    updated_at: dt.datetime
    retired: bool
    review: bool
    face: Face
    languages: tuple[str, ...]
    shown: str
    issued: int
    steps: bool


class Tongue(msgspec.Struct, frozen=True):
    """In which language an achievement is looked at."""

    language: str = ""


@page("/credentials/achievements", permission=Permission.CREDENTIALS_READ)
async def achievements(services: Services, visit: Visit) -> Page:
    """Show all."""
    del visit
    return await beside(services, _list)


@page("/credentials/achievements/{achievement}", permission=Permission.CREDENTIALS_READ)
async def achievement_page(services: Services, visit: Visit, achievement: str, query: Tongue) -> Page:
    """Show one."""
    return await beside(services, lambda desk: _page(desk, visit, achievement, query.language))


@action("/credentials/achievements/{achievement}/retire", permission=Permission.CREDENTIALS_ACT)
async def retire(services: Services, visit: Visit, achievement: str) -> To:
    """Issue nothing more for it; what was issued stays."""
    await at_desk(services, lambda desk, _: designs.retire(desk, asked(visit), achievement))
    return To(path=f"/credentials/achievements/{achievement}", flash="cred-retired-now")


def face_of(achievement: Achievement, issuer: str, locale: str) -> Face:
    """An achievement as its holders will see it.

    Args:
        locale: for words around those of the achievement.
    """
    way = tuple((step.name, duration(step.minutes, locale), step.optional) for step in achievement.steps)
    picture = picture_of(achievement, issuer)
    return Face(said=achievement, picture=picture, way=way, until=achievement.valid_for_days or 0)


def _list(desk: Desk) -> AchievementsPage:
    ordered = sorted(designs.every(desk), key=lambda one: (one.retired_at is not None, one.achievement.name))
    return AchievementsPage(rows=tuple(_row(desk, one) for one in ordered))


def _row(desk: Desk, one: Design) -> Row:
    said = one.achievement
    return Row(
        id=said.id,
        name=said.name,
        stakes=said.stakes,
        review=said.review,
        version=one.version,
        updated_at=one.updated_at,
        retired=one.retired_at is not None,
        picture=picture_of(said, desk.name),
        issued=_issued(desk, said.id),
    )


def _page(desk: Desk, visit: Visit, achievement: str, language: str) -> AchievementPage:
    one = designs.one(desk, achievement)
    said = one.achievement.said_in(language or one.achievement.language)
    return AchievementPage(
        id=achievement,
        name=one.achievement.name,
        version=one.version,
        updated_at=one.updated_at,
        retired=one.retired_at is not None,
        review=one.achievement.review,
        face=face_of(said, desk.name, visit.locale),
        languages=(one.achievement.language, *one.achievement.versions),
        shown=said.language,
        issued=_issued(desk, achievement),
        steps=bool(said.steps),
    )


def _issued(desk: Desk, achievement: str) -> int:
    return desk.ledger.credentials.offered_since(dt.datetime.min.replace(tzinfo=dt.UTC)).get(achievement, 0)
