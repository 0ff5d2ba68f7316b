"""What happens in a visitor's conversation, told to their open pages as it happens.

The id of an event is a place in the ledger, so a page that was cut off goes on where it was.
Source: HTML Living Standard, 9.2 Server-sent events.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Collection
from typing import Any

import msgspec
from litestar import Response
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from humanely.apps.http.events import MEDIA_TYPE, last_event
from humanely.apps.widget.door import NEIGHBOURS, AnyRequest, Door
from humanely.apps.widget.shown import stands
from humanely.apps.widget.visitor import Visitor
from humanely.errors import HumanelyError

_Whose = tuple[str, str]

MOST_STREAMS = 4
"""Open pages of one visitor that are told what happens."""


def routes(door: Door) -> list[HTTPRouteHandler]:
    """The routes of what happens, as server-sent events; taken up behind the header Last-Event-ID."""
    open_pages: Counter[_Whose] = Counter()

    async def endpoint(request: AnyRequest) -> Response[Any]:
        async def answered() -> Response[Any]:
            visitor = door.visitor(request)
            after = request.headers.get("last-event-id", "-1")
            place = -1 if after == "-1" else last_event(after)
            # A visitor costs nothing to become, so pages are counted of their address, too.
            whose = ("visitor", visitor.person), ("address", door.address(request))
            if open_pages[whose[0]] >= MOST_STREAMS or open_pages[whose[1]] >= MOST_STREAMS * NEIGHBOURS:
                raise PagesTooMany
            headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
            events = _counted(_events(door, visitor, place), whose, open_pages)
            return Stream(events, media_type=MEDIA_TYPE, headers=headers)

        return await door.through(request, answered)

    made = HTTPRouteHandler("/widget/events", http_method="GET", status_code=200, opt={"operation": "widget_events"})
    return [door.lets("/widget/events"), made(endpoint)]


class PagesTooMany(HumanelyError):
    """A visitor, or their address, has the widget open on more pages than are told what happens."""

    code = "pages_too_many"
    status = 429

    def __init__(self) -> None:
        super().__init__("This conversation is open on too many pages.", fix="Close the widget on some of them.")


async def _counted(
    events: AsyncIterator[bytes], whose: Collection[_Whose], pages: Counter[_Whose]
) -> AsyncIterator[bytes]:
    pages.update(whose)
    try:
        async for event in events:
            yield event
    finally:
        pages.subtract(whose)
        for one in whose:
            if not pages[one]:
                del pages[one]


async def _events(door: Door, visitor: Visitor, place: int) -> AsyncIterator[bytes]:
    """What happens in a conversation, behind a place; a comment now and then, until the server stops."""
    services, name = door.services, door.services.root_key.pseudonym(visitor.person)
    first, place = await _news(door, visitor, place)
    yield first
    async for acts in services.watch.acts(services.ledger, services.stopping):
        # A sign of life is also the moment to look for what came between two looks.
        if not acts or any(act.subject == name for act in acts):
            event, place = await _news(door, visitor, place)
            yield event


async def _news(door: Door, visitor: Visitor, place: int) -> tuple[bytes, int]:
    stand = await asyncio.to_thread(stands, door, visitor, place)
    if stand.place <= place:
        return b": still here\n\n", place
    return b"id: %d\ndata: %b\n\n" % (stand.place, msgspec.json.encode(stand)), stand.place
