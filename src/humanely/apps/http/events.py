"""Everything that is recorded, as it happens: server-sent events from the ledger's tail.

The id of an event is its place in the ledger, so a listener that was cut off goes on where it was.
Source: HTML Living Standard, 9.2 Server-sent events.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from litestar.response import Stream
from msgspec import Meta

from humanely.apps.http.operation import operation
from humanely.apps.http.told import told
from humanely.apps.http.wire import LARGEST_PLACE, In
from humanely.apps.serving.asked import Asked
from humanely.apps.serving.faults import RequestUnreadable
from humanely.apps.serving.services import Services
from humanely.store.api_key import Scope

MEDIA_TYPE = "text/event-stream"
LOOK_S = 0.25
HEARTBEAT_S = 15.0
AT_ONCE = 100
_LONGEST = 18


class EventsWanted(In, frozen=True, kw_only=True):
    """From where on.

    Attributes:
        after: id of an act; those that follow are sent. -1 is in front of the first; left out, only what is new. The
            header Last-Event-ID comes first.
    """

    after: Annotated[int, Meta(ge=-1, le=LARGEST_PLACE)] | None = None


@operation(
    "GET",
    "/v1/events",
    title="Listen",
    area="Conversations",
    scope=Scope.READ,
    media_type=MEDIA_TYPE,
    example={"after": -1},
)
async def listen(services: Services, query: EventsWanted, asked: Asked) -> Stream:
    """Every act as it is recorded, as server-sent events: `event` is its type, `id` its place in the ledger, `data` the
    act as JSON. A client that reconnects with `Last-Event-ID`, as browsers do, misses nothing.
    """
    place = last_event(asked.last_event) if asked.last_event else query.after
    if place is None:
        place = (await asyncio.to_thread(services.ledger.head)).size - 1
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return Stream(tail(services, place), media_type=MEDIA_TYPE, headers=headers)


def last_event(header: str) -> int:
    """The place a listener has come to.

    Raises:
        RequestUnreadable: it is no place.
    """
    if not (header.isascii() and header.isdigit() and len(header) <= _LONGEST):
        raise RequestUnreadable(
            "The header Last-Event-ID is no id of ours.", field="Last-Event-ID", allowed="the id of an event, as sent"
        )
    return int(header)


async def tail(services: Services, place: int) -> AsyncIterator[bytes]:
    """Events behind a place, and a comment now and then so that nobody gives up; ends when the server does."""
    clock = asyncio.get_running_loop().time
    yield b": humanely\n\n"
    silent_since = clock()
    while not services.stopping.is_set():
        acts = await asyncio.to_thread(services.ledger.after, place, AT_ONCE)
        for act in acts:
            yield event(told(act))
            place, silent_since = act.index, clock()
        if clock() - silent_since >= HEARTBEAT_S:
            yield b": still here\n\n"
            silent_since = clock()
        if len(acts) < AT_ONCE:
            await _pause(services.stopping, LOOK_S)


def event(act: Any) -> bytes:
    """One act on the wire; JSON has no line breaks of its own, so it is one line of data."""
    kind = act.__struct_config__.tag
    return f"event: {kind}\nid: {act.id}\ndata: ".encode() + msgspec.json.encode(act) + b"\n\n"


async def _pause(stopping: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return
