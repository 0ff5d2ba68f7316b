"""Tells open pages that something has moved, as server-sent events; what it was, they fetch.

An event names kinds of acts only: no words, nobody's name.
Source: HTML Living Standard, 9.2 Server-sent events.
"""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Iterable
from typing import Any

from litestar import Response
from litestar.response import Stream

from humanely.apps.console.route import page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.store.log.act import Kept


@page("/live")
async def live(services: Services, visit: Visit) -> Response[Any]:
    """Events for one browser, until it goes, its session ends or the server stops."""
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return Stream(events(services, visit.token), media_type="text/event-stream", headers=headers)


async def events(services: Services, token: str) -> AsyncIterator[bytes]:
    """What a browser hears that shows this token."""
    yield b"retry: 3000\n\n"
    async for acts in services.watch.acts(services.ledger, services.stopping):
        # Whoever has a page open is there, which is noted with the session; whoever was signed out hears nothing more.
        if await asyncio.to_thread(services.staff.session, token, dt.datetime.now(dt.UTC)) is None:
            return
        yield event(acts)


def event(acts: Iterable[Kept]) -> bytes:
    r"""What is told of acts; a comment where there are none.

    >>> event([])
    b': still here\n\n'
    """
    kinds = " ".join(dict.fromkeys(act.kind for act in acts))
    return f"event: moved\ndata: {kinds}\n\n".encode() if kinds else b": still here\n\n"
