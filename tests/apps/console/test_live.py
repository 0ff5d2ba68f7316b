"""Open pages are told that something moved, for as long as whoever looks is signed in."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import msgspec

from humanely.apps.console.live import events
from humanely.apps.serving.services import Services
from humanely.apps.serving.watch import Watch
from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.console.conftest import session_of


def listening(started: Started, token: str) -> AsyncIterator[bytes]:
    """What a browser hears, on a loop of its own."""
    own: Services = msgspec.structs.replace(started.services, watch=Watch(), stopping=asyncio.Event())
    return events(own, token)


async def moved(started: Started) -> None:
    """Something is recorded, once the ledger is looked at."""
    await asyncio.sleep(0.2)
    now = dt.datetime.now(dt.UTC)
    await asyncio.to_thread(started.services.staff.change, *_anybody(started), now)


def _anybody(started: Started) -> tuple[Any, Any]:
    member = started.services.staff.all()[-1]
    return member.id, msgspec.structs.replace(member.profile, capacity=member.capacity % 9 + 1)


def test_what_moved_is_told_by_its_kind_alone(started: Started) -> None:
    token = session_of(started, Role.AGENT)

    async def hear() -> bytes:
        heard = listening(started, token)
        assert await anext(heard) == b"retry: 3000\n\n"
        _, event = await asyncio.gather(moved(started), anext(heard))
        return event

    assert asyncio.run(hear()) == b"event: moved\ndata: staff\n\n"


def test_whoever_is_signed_out_hears_nothing_more(started: Started) -> None:
    token = session_of(started, Role.AGENT)

    async def hear() -> bytes | None:
        heard = listening(started, token)
        await anext(heard)
        await asyncio.to_thread(started.services.staff.sessions.end, token, dt.datetime.now(dt.UTC))
        _, event = await asyncio.gather(moved(started), anext(heard, None))
        return event

    assert asyncio.run(hear()) is None
