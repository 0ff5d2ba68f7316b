"""A member of the team in whose name another system acts: there, enabled, and allowed what is done.

Whoever has the key vouches for who it was; what is done by two is worth nothing where any word passes for a second one.
"""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.roles import Permission, needed
from humanely.pipeline import acting
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential
from humanely.store.team.member import MemberMissing

_Told = TypeVar("_Told", bound=msgspec.Struct)

MemberId = Annotated[str, Meta(max_length=64, pattern=r"^\S*$")]
"""Who acts: id of a member of the team who may; empty for the API key itself, where no second person has to look."""


class MemberCannotAct(HumanelyError):
    """Somebody was named who is of the team, and may not do this."""

    code = "member_cannot_act"
    status = 422

    def __init__(self, member_id: str, permission: Permission) -> None:
        super().__init__(
            f"The member {member_id!r} may not do this: disabled, or without a role for it. Nothing was done.",
            fix=f"Name another member; it takes the role {_roles(permission)}: humanely staff change --help",
        )


class MemberNeeded(HumanelyError):
    """Nobody was named where it counts that two people look."""

    code = "member_needed"
    status = 422

    def __init__(self, permission: Permission) -> None:
        super().__init__(
            "Two people have to look at this, and nobody was named. Nothing was done.",
            fix=f"Name in 'member' the id of the member who acts, with the role {_roles(permission)}; "
            "ids are listed by: humanely staff list --data DIR",
        )


async def require_member(services: Services, member_id: str, permission: Permission) -> None:
    """Refuse to act in the name of somebody who may not; nobody may be named.

    Raises:
        MemberMissing, MemberCannotAct: they may not.
    """
    if member_id and permission not in (await asyncio.to_thread(services.staff.member, member_id)).permissions:
        raise MemberCannotAct(member_id, permission)


async def require_named(services: Services, member_id: str, permission: Permission) -> None:
    """The same where somebody has to be named.

    Raises:
        MemberNeeded: nobody is.
        MemberMissing, MemberCannotAct: they may not.
    """
    if not member_id:
        raise MemberNeeded(permission)
    await require_member(services, member_id, permission)


async def require_not_barred(services: Services, their_id: str, permission: Permission) -> None:
    """The same where people from outside the team act, too, under ids that the system which asks gives them.

    Raises:
        MemberCannotAct: it is the id of a member who may not.
    """
    try:
        await require_member(services, their_id, permission)
    except MemberMissing:
        return


def by(asked: Asked, now: dt.datetime, member_id: str = "") -> acting.Asked:
    """Who asks, for the record, with the member they act for."""
    return msgspec.structs.replace(asked.by(now), agent=member_id)


async def acted(
    services: Services,
    asked: Asked,
    member_id: str,
    act: Callable[[Desk, acting.Asked], Credential],
    told: Callable[[Credential, dt.datetime], _Told],
) -> _Told | Replayed:
    """Have something done at the desk of credentials in the name of a member; one that came before is told again."""

    def work(desk: Desk, now: dt.datetime) -> _Told | Replayed:
        who = by(asked, now, member_id)
        repeated = desk.earlier(who) is not None
        answer = told(act(desk, who), now)
        return Replayed(answer) if repeated else answer

    return await services.written(lambda _, now: work(services.desk, now))


def _roles(permission: Permission) -> str:
    return " or ".join(needed(permission))
