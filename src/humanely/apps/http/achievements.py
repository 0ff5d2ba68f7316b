"""What can be achieved: read, written down in versions, and no longer issued."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec

from humanely.apps.http.member import MemberId, by, require_member
from humanely.apps.http.operation import operation
from humanely.apps.http.wire import Confirmed, In
from humanely.apps.serving.asked import Asked
from humanely.apps.serving.services import Services
from humanely.credential.design.achievement import Achievement
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs
from humanely.pipeline.credentials.desk import Desk
from humanely.store.achievements import Design
from humanely.store.api_key import Scope

AREA = "Credentials"


class AchievementTold(msgspec.Struct, frozen=True, kw_only=True):
    """An achievement in its newest version.

    Attributes:
        version: another each time its words change; credentials that were issued keep theirs.
        retired_at: nothing more is issued for it; null while it is.
    """

    achievement: Achievement
    version: int
    created_at: dt.datetime
    updated_at: dt.datetime
    retired_at: dt.datetime | None


class AchievementsTold(msgspec.Struct, frozen=True):
    """Every achievement, retired ones too, by id."""

    achievements: tuple[AchievementTold, ...]


class ArrivingAchievement(In, frozen=True, kw_only=True):
    """A design.

    Attributes:
        achievement: the fields that docs/credentials.md lists; every fault in them is told at once.
        member: id of who designs; empty for the API key itself.
    """

    achievement: dict[str, Any]
    member: MemberId = ""


@operation("GET", "/v1/achievements", title="What can be achieved", area=AREA, scope=Scope.CREDENTIALS)
async def read_achievements(services: Services) -> AchievementsTold:
    """Every achievement, by id."""
    found = await services.written(lambda _, now: designs.every(services.desk))
    return AchievementsTold(tuple(map(_told, found)))


@operation("GET", "/v1/achievements/{achievement_id}", title="Read an achievement", area=AREA, scope=Scope.CREDENTIALS)
async def read_achievement(services: Services, achievement_id: str) -> AchievementTold:
    """One achievement in its newest version."""
    return _told(await services.written(lambda _, now: designs.one(services.desk, achievement_id)))


@operation(
    "POST",
    "/v1/achievements",
    title="Design an achievement",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={
        "achievement": {
            "id": "first-aid",
            "name": "First aid",
            "description": "Helping until help comes.",
            "criteria": "The course of eight hours, and what was learned shown on a doll.",
            "meaning": "You can help until help comes, and you know when to call it.",
            "alternative_text": "A white cross on green.",
            "language": "en",
            "contact": {"name": "Course office", "email": "courses@example.org"},
        },
    },
)
async def design_achievement(services: Services, body: ArrivingAchievement, asked: Asked) -> AchievementTold:
    """A new achievement, or a new version of one where its words have changed; one that was retired is back."""

    await require_member(services, body.member, Permission.CREDENTIALS_ACT)

    def save(desk: Desk, now: dt.datetime) -> Design:
        return designs.save(desk, by(asked, now, body.member), body.achievement)

    return await _kept(services, asked, save)


@operation(
    "POST",
    "/v1/achievements/{achievement_id}/retire",
    title="Issue an achievement no more",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={},
)
async def retire_achievement(services: Services, achievement_id: str, body: Confirmed, asked: Asked) -> AchievementTold:
    """Nothing more is issued for it; what was issued stays."""
    del body
    return await _kept(services, asked, lambda desk, now: designs.retire(desk, by(asked, now), achievement_id))


async def _kept(services: Services, asked: Asked, work: Callable[[Desk, dt.datetime], Design]) -> AchievementTold:
    """What came of a change; an achievement is about nobody, so that its Idempotency-Key stands in no stream."""
    told = _told(await services.written(lambda _, now: work(services.desk, now)))
    services.repeats.keep(asked, told)
    return told


def _told(design: Design) -> AchievementTold:
    names = ("achievement", "version", "created_at", "updated_at", "retired_at")
    return AchievementTold(**{name: getattr(design, name) for name in names})
