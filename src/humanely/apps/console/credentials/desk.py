"""The desk as the pages reach it: short work on the writing thread, long work beside it, in the name of a member."""

import asyncio
import base64
import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.design.achievement import Achievement
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials.carried import badge_view, drawn
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential
from humanely.store.team.deeds import Read

MADE_BY = "console"

_Value = TypeVar("_Value")


async def at_desk(services: Services, work: Callable[[Desk, dt.datetime], _Value]) -> _Value:
    """Have the writing thread do something at the desk."""
    return await services.written(lambda _, now: work(services.desk, now))


async def beside(services: Services, work: Callable[[Desk], _Value]) -> _Value:
    """Do something long at the desk, such as a class: whoever writes meanwhile is not kept waiting.

    The ledger takes its rounds one after the other, whichever thread they come from.
    """
    return await asyncio.to_thread(work, services.desk)


def asked(visit: Visit) -> Asked:
    """Who asks, for the record."""
    return Asked(MADE_BY, visit.now, agent=visit.member.id)


async def looked(services: Services, visit: Visit, deed: Read, held: Credential) -> None:
    """Record that a member looked at a credential, or at its newest appeal: whom it is about is told."""
    place = held.appeal_place if deed == "read_appeal" else held.history[0].place
    await asyncio.to_thread(services.deeds.read, deed, visit.member.id, held.person_id, place, visit.now)


async def names(services: Services) -> Mapping[str, str]:
    """The names of everybody in the team, by id."""
    return {one.id: one.name for one in await asyncio.to_thread(services.staff.all)}


class Picture(msgspec.Struct, frozen=True):
    """A badge as a page shows it: the address of its drawing, empty where none can be drawn, and what it shows."""

    address: str
    said: str


def picture_of(achievement: Achievement, issuer: str) -> Picture:
    """The picture of an achievement, drawn once."""
    try:
        svg = drawn(badge_view(achievement, issuer)).svg
    except HumanelyError:
        return Picture("", achievement.alternative_text)
    return Picture(f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}", achievement.alternative_text)
