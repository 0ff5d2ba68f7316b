"""The keys of the API: made with a secret that is shown once, and revoked for good."""

import asyncio
import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.store.api_key import ApiKey
from humanely.store.scope import Scope

MOST_DAYS = 36_500
_DIGITS = len(str(MOST_DAYS))


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One key.

    Attributes:
        refusal: why it opens nothing any more; empty where it holds.
    """

    id: str
    name: str
    scopes: tuple[str, ...]
    created_at: dt.datetime
    expires_at: dt.datetime | None
    refusal: str


class Keys(Page, frozen=True, kw_only=True):
    """Every key there ever was, newest first.

    Attributes:
        secret: of the key just made, this once; empty at any other time.
        name, chosen, days: as they were filled in, where a key could not be made.
        fault: what was wrong; None where nothing was.
    """

    template: ClassVar[str] = "keys.html.j2"
    area: ClassVar[str] = "keys"

    rows: tuple[Row, ...]
    scopes: tuple[str, ...] = tuple(one.value for one in Scope)
    secret: str = ""
    name: str = ""
    chosen: tuple[str, ...] = ()
    days: str = ""
    fault: Fault | None = None


class Made(msgspec.Struct, frozen=True):
    """A key to make.

    Attributes:
        days: for which it holds; empty for good.
    """

    name: str = ""
    scope: tuple[str, ...] = ()
    days: str = ""


class DaysUnfit(HumanelyError):
    """A key was to hold for a time that is none."""

    code = "days_unfit"
    status = 422

    def __init__(self) -> None:
        super().__init__("The days are no number that can be.", fix=f"Give 1 to {MOST_DAYS}, or leave it empty.")


@page("/keys", permission=Permission.KEYS)
async def keys(services: Services, visit: Visit) -> Keys:
    """The keys."""
    return Keys(rows=await asyncio.to_thread(_rows, services, visit.now))


@action("/keys", permission=Permission.KEYS)
async def make_key(services: Services, visit: Visit, form: Made) -> Answer | Page:
    """Make one. Its secret stands on the page that answers, and nowhere else."""
    scopes = [scope for scope in Scope if scope.value in form.scope]
    try:
        expires_at = _end(form.days, visit.now)
        _, secret = await asyncio.to_thread(
            lambda: services.api_keys.create(form.name, scopes, visit.now, expires_at=expires_at, by=visit.member.id)
        )
    except HumanelyError as error:
        shown = Keys(
            rows=await asyncio.to_thread(_rows, services, visit.now),
            name=form.name,
            chosen=form.scope,
            days=form.days,
            fault=fault_of(error, visit),
        )
        return Answer(page=shown, status=422)
    return Keys(rows=await asyncio.to_thread(_rows, services, visit.now), secret=secret.text)


@action("/keys/{key}/revoke", permission=Permission.KEYS)
async def revoke_key(services: Services, visit: Visit, key: str) -> To:
    """Revoke one; it opens nothing within seconds."""
    await asyncio.to_thread(lambda: services.api_keys.revoke(key, visit.now, by=visit.member.id))
    return To(path="/keys", flash="keys-gone")


def _end(days: str, now: dt.datetime) -> dt.datetime | None:
    if not (days := days.strip()):
        return None
    if not days.isdecimal() or len(days) > _DIGITS or not 1 <= int(days) <= MOST_DAYS:
        raise DaysUnfit
    return now + dt.timedelta(days=int(days))


def _rows(services: Services, now: dt.datetime) -> tuple[Row, ...]:
    return tuple(_row(key, now) for key in reversed(services.api_keys.all()))


def _row(key: ApiKey, now: dt.datetime) -> Row:
    return Row(
        id=key.id,
        name=key.name,
        scopes=tuple(scope.value for scope in key.scopes),
        created_at=key.created_at,
        expires_at=key.expires_at,
        refusal=key.refusal(now) or "",
    )
