"""The conversation as a visitor has it: begun, and gone on with."""

import asyncio
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.http import turns
from humanely.apps.http.wire import ArrivingTurn, In, Locale
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.widget.door import Door
from humanely.apps.widget.shown import Shown, Stands, stands
from humanely.apps.widget.visitor import Visitor
from humanely.decision.permission import Measured, may_be_asked
from humanely.people.handoff import State
from humanely.pipeline.arrival import Arrival, Feeling
from humanely.pipeline.companion import Superseded
from humanely.pipeline.person import consent
from humanely.pipeline.person.consent import Held
from humanely.response.channel import Way
from humanely.response.notices import NoticeKind, notice
from humanely.response.response import Message
from humanely.trust.consent import Sense, Standing

_SENSED: tuple[Measured, ...] = ("behaviour", "typing")
"""What is measured in the browser, and so asked about here."""


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
        ways: how whoever does not want to wait can be reached.
    """

    token: str
    again: bool
    notices: tuple[Message, ...]
    lines: tuple[Shown, ...]
    handoff: State | str
    place: int
    consents: tuple[Held, ...]
    ways: tuple[Way, ...]


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
            ways=door.services.engine.companion.house.ways,
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


def consents(door: Door, visitor: Visitor, locale: str | None) -> tuple[Held, ...]:
    """What a person has allowed, and what they may be asked: about their words first, and nothing a yes to which would
    not count here.
    """
    companion = door.services.engine.companion
    house = companion.house
    held = consent.held(visitor.person, companion.conversations, house, locale)
    here = house.circumstances(Arrival(conversation_id="", person_id=visitor.person, text=""))
    barred = {Sense(one) for one in _SENSED if not may_be_asked(house.law, here, one)}
    shown = (one for one in held if one.sense not in barred or one.standing is not Standing.NOT_ASKED)
    asked = (msgspec.structs.replace(one, text="") if one.sense in barred else one for one in shown)
    return tuple(sorted(asked, key=lambda one: one.sense is not Sense.TEXT))
