"""The conversation as a visitor has it: begun, gone on with, seen as it happens."""

import asyncio
import datetime as dt
import re
from collections import Counter
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from litestar import Response
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream
from msgspec import Meta

from humanely.apps.http import turns
from humanely.apps.http.events import MEDIA_TYPE, last_event
from humanely.apps.http.wire import ArrivingTurn, In, Locale
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.widget.door import AnyRequest, Door
from humanely.apps.widget.visitor import Visitor
from humanely.errors import HumanelyError
from humanely.people.crisis_card import FINDER
from humanely.people.emergency import Emergency, emergency
from humanely.people.handoff import State, state_of
from humanely.pipeline import consent
from humanely.pipeline.arrival import Feeling
from humanely.pipeline.companion import Companion, Superseded
from humanely.pipeline.consent import Held
from humanely.pipeline.house import House
from humanely.pipeline.talk import Line, LineKind, Voice, talk
from humanely.response.notices import NoticeKind, notice
from humanely.response.response import Message
from humanely.response.situation import Author
from humanely.trust.consent import Sense

MOST_STREAMS = 4
"""Open pages of one visitor that are told what happens."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One line, as the person sees it.

    Attributes:
        place: of its act; several lines of one answer have the same.
        number: among the lines of its act, from 0.
        author: who is to be named as its author.
        name: of the human who wrote it, where the house tells names; otherwise empty.
        feeling: valence of what the person said they felt with it, [-1, 1].
        reach: numbers and a site in the card for a life at risk, word for word, each with the address that calls it.
    """

    place: int
    number: int
    at: dt.datetime
    voice: Voice
    author: Author
    kind: LineKind
    text: str
    locale: str
    name: str = ""
    feeling: float | None = None
    reach: dict[str, str] = {}


class Stands(msgspec.Struct, frozen=True, kw_only=True):
    """How a conversation stands.

    Attributes:
        lines: those that are new, in order.
        handoff: where the way to a human stands; empty where none is due.
        place: of its newest act, -1 before the first.
    """

    lines: tuple[Shown, ...]
    handoff: State | str
    place: int


class Starting(In, frozen=True, kw_only=True):
    """Who opens the widget.

    Attributes:
        locale: of the page.
        shown: the pass of the page, where it has signed somebody in.
        token: that the visitor had.
    """

    locale: Locale | None = None
    shown: Annotated[str, Meta(max_length=4096)] = msgspec.field(default="", name="pass")
    token: Annotated[str, Meta(max_length=4096)] = ""


class Started(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation that is open.

    Attributes:
        token: to show from now on, as ``Authorization: Bearer``.
        again: the same person goes on with the same conversation.
        notices: what has to be said before anybody writes; none once somebody has.
        consents: what holds, and what may be asked.
    """

    token: str
    again: bool
    notices: tuple[Message, ...]
    lines: tuple[Shown, ...]
    handoff: State | str
    place: int
    consents: tuple[Held, ...]


async def start(door: Door, body: Starting) -> Started:
    """Open the widget: nothing is recorded before somebody writes."""
    visitor = door.visitors.arrived(body.token, body.shown, door.now())
    door.take(visitor)

    def read() -> Started:
        stand = stands(door, visitor, -1)
        return Started(
            token=door.visitors.token(visitor, door.now()),
            again=door.visitors.is_of(body.token, visitor, door.now()),
            notices=() if stand.lines else tuple(_notices(door, body.locale)),
            consents=consents(door, visitor, body.locale),
            **msgspec.structs.asdict(stand),
        )

    return await asyncio.to_thread(read)


def _notices(door: Door, locale: str | None) -> list[Message]:
    house = door.services.engine.companion.house
    kinds: list[NoticeKind] = ["ai", "estimates"] if door.services.widget.notice else ["ai"]
    told = [notice(kind, locale or house.locale, familiar=house.address == "familiar") for kind in kinds]
    return [Message("notice", one.text, "ai", one.locale) for one in told]


class Saying(In, frozen=True, kw_only=True):
    """What the person writes.

    Attributes:
        feeling: what they say they feel.
    """

    text: Annotated[str, Meta(min_length=1, max_length=4_000)]
    locale: Locale | None = None
    feeling: Feeling | None = None


async def say(door: Door, visitor: Visitor, body: Saying, asked: Asked) -> Stands:
    """Take a turn of the person; the answer, where there is one, comes with it."""
    turn = ArrivingTurn(
        conversation_id=visitor.conversation,
        person_id=visitor.person,
        text=body.text,
        locale=body.locale,
        feeling=body.feeling,
        noticed=door.services.widget.notice,
    )
    try:
        came = await turns.take_turn.handle(door.services, body=turn, asked=asked)
    except Superseded:
        # It is recorded; a human spoke while the answer was written, and has the word.
        return await asyncio.to_thread(stands, door, visitor, -1)
    taken = came.answer if isinstance(came, Replayed) else came
    return await asyncio.to_thread(stands, door, visitor, int(taken.id) - 1)


def stands(door: Door, visitor: Visitor, after: int) -> Stands:
    """How a conversation stands, with the lines that follow a place."""
    companion = door.services.engine.companion
    acts = companion.conversations.ledger.conversation(visitor.conversation, after=after)
    state = companion.conversations.standing([visitor.conversation])[0]
    return Stands(
        lines=tuple(_shown(companion, line) for line in talk(acts)),
        handoff=state_of(state.handoff) or "",
        place=acts[-1].index if acts else after,
    )


def _shown(companion: Companion, line: Line) -> Shown:
    """A line without the ids of the house."""
    fields = {name: getattr(line, name) for name in Shown.__struct_fields__ if name not in {"name", "reach"}}
    name = companion.team.name(line.agent) if companion.house.names and line.agent else ""
    return Shown(**fields, name=name, reach=reach(line.text, companion.house) if line.kind == "card" else {})


def reach(text: str, house: House) -> dict[str, str]:
    """What can be called in the text of a card: only numbers that are known, never figures that look like one."""
    here = emergency(house.place) or Emergency(checked="")
    dials = [one.dial for one in house.directory.lines if one.method == "phone"]
    known = {one for one in (here.general, here.ambulance, here.police, *dials) if one}
    found = {dial: f"tel:{re.sub('[^0-9+*#]', '', dial)}" for dial in sorted(known, key=len) if dial in text}
    return found | ({FINDER: f"https://{FINDER}"} if FINDER in text else {})


def consents(door: Door, visitor: Visitor, locale: str | None) -> tuple[Held, ...]:
    """What a person has allowed, and what they may be asked: about their words first."""
    companion = door.services.engine.companion
    held = consent.held(visitor.person, companion.conversations, companion.house, locale)
    return tuple(sorted(held, key=lambda one: one.sense is not Sense.TEXT))


def events(door: Door) -> list[HTTPRouteHandler]:
    """The routes of what happens, as server-sent events; taken up behind the header Last-Event-ID."""
    open_pages: Counter[str] = Counter()

    async def endpoint(request: AnyRequest) -> Response[Any]:
        async def answered() -> Response[Any]:
            visitor = door.visitor(request)
            after = request.headers.get("last-event-id", "-1")
            place = -1 if after == "-1" else last_event(after)
            if open_pages[visitor.person] >= MOST_STREAMS:
                raise PagesTooMany
            headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
            return Stream(_counted(door, visitor, place, open_pages), media_type=MEDIA_TYPE, headers=headers)

        return await door.through(request, answered)

    made = HTTPRouteHandler("/widget/events", http_method="GET", status_code=200, opt={"operation": "widget_events"})
    return [door.lets("/widget/events"), made(endpoint)]


class PagesTooMany(HumanelyError):
    """A visitor has the widget open on more pages than are told what happens."""

    code = "pages_too_many"
    status = 429

    def __init__(self) -> None:
        super().__init__("This conversation is open on too many pages.", fix="Close the widget on some of them.")


async def _counted(door: Door, visitor: Visitor, place: int, pages: Counter[str]) -> AsyncIterator[bytes]:
    pages[visitor.person] += 1
    try:
        async for event in _events(door, visitor, place):
            yield event
    finally:
        pages[visitor.person] -= 1
        if not pages[visitor.person]:
            del pages[visitor.person]


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
