"""A human: asked for, no longer needed, and where to write to when none is there."""

import asyncio
import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.http.wire import In, Locale
from humanely.apps.serving.asked import Asked
from humanely.apps.widget.door import Door
from humanely.apps.widget.shown import Stands, stands
from humanely.apps.widget.visitor import Visitor
from humanely.pipeline.acting import Asked as By
from humanely.pipeline.acting import Placed
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import LONGEST_ADDRESS, LONGEST_WISH, Where
from humanely.response.channel import Way

NAME = "widget"
"""Who does it, in the record."""


class Wish(In, frozen=True, kw_only=True):
    """In which language the person is told of it."""

    locale: Locale | None = None


async def ask(door: Door, visitor: Visitor, body: Wish, asked: Asked) -> Stands:
    """Ask for a human, without a word of why."""
    about = Arrival(conversation_id=visitor.conversation, person_id=visitor.person, text="", locale=body.locale)
    placed = await door.services.written(lambda companion, now: handoff.ask(companion, _by(asked, now), about))
    return await _since(door, visitor, placed)


async def decline(door: Door, visitor: Visitor, body: Wish, asked: Asked) -> Stands:
    """Say that no human is needed any more."""
    del body  # what is told is told in the language of the conversation
    placed = await door.services.written(
        lambda companion, now: handoff.decline(companion, _by(asked, now), visitor.conversation)
    )
    return await _since(door, visitor, placed)


class Contact(In, frozen=True, kw_only=True):
    """Where the person is reached when they are no longer there.

    Attributes:
        address: for mail, or a telephone number; empty for nowhere any more.
        wish: what they ask for with it, such as when to call.
    """

    kind: Way = "email"
    address: Annotated[str, Meta(max_length=LONGEST_ADDRESS)]
    wish: Annotated[str, Meta(max_length=LONGEST_WISH)] = ""


class Left(msgspec.Struct, frozen=True):
    """It is recorded."""

    place: int


async def leave(door: Door, visitor: Visitor, body: Contact) -> Left:
    """Leave an e-mail address or a telephone number, for the answer and for nothing else."""
    contact.require_offered(door.services.engine.companion.house, body.kind, body.address)
    where = Where(kind=body.kind, address=body.address, wish=body.wish)

    def left(companion: Companion, now: dt.datetime) -> int:
        return contact.left(companion, visitor.conversation, where, now)

    return Left(await door.services.written(left))


def _by(asked: Asked, now: dt.datetime) -> By:
    return By(NAME, now, asked.repeat_key, asked.fingerprint)


async def _since(door: Door, visitor: Visitor, placed: Placed) -> Stands:
    return await asyncio.to_thread(stands, door, visitor, placed.index - 1)
