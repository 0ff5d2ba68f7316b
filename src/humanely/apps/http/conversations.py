"""Conversations: how one stands, a human who hands one back, and where the person is reached who has gone."""

import asyncio
import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.http.operation import operation
from humanely.apps.http.told import AnyTold, told
from humanely.apps.http.wire import Confirmed, Done, In, LedgerId, Place, done
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.services import Services
from humanely.pipeline import acting
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import LONGEST_ADDRESS, LONGEST_WISH, Where
from humanely.response.channel import Way
from humanely.store.api_key import Scope
from humanely.store.conversation import folded


class ConversationTold(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation from its first act to its newest.

    Attributes:
        language: of the person, as far as their words tell it.
        human_present: an agent has it; the assistant is silent until it is handed back.
        human_awaited: a human was asked for, and none has come.
    """

    conversation_id: str
    person_id: str
    language: str | None
    human_present: bool
    human_awaited: bool
    acts: tuple[AnyTold, ...]


class Contact(In, frozen=True, kw_only=True):
    """Where a person is reached when they are no longer there.

    Attributes:
        kind: by e-mail or telephone.
        address: for mail, or a telephone number; empty for nowhere any more.
        wish: what they ask for with it, such as when to call.
        place: where they are, by which a number without its country is read.
    """

    kind: Way
    address: Annotated[str, Meta(max_length=LONGEST_ADDRESS)]
    wish: Annotated[str, Meta(max_length=LONGEST_WISH)] = ""
    place: Place | None = None


class ContactLeft(msgspec.Struct, frozen=True):
    """It is recorded.

    Attributes:
        id: of the act.
    """

    id: LedgerId


@operation(
    "GET",
    "/v1/conversations/{conversation_id}",
    title="Read a conversation",
    area="Conversations",
    scope=Scope.READ,
)
async def read_conversation(services: Services, conversation_id: str) -> ConversationTold:
    """All that was said, read, decided and answered, in order."""
    return await asyncio.to_thread(_conversation, services, conversation_id)


def _conversation(services: Services, conversation_id: str) -> ConversationTold:
    acts = services.ledger.conversation(conversation_id)
    if not acts:
        raise acting.NotThere("conversation")
    state = folded(conversation_id, acts)
    return ConversationTold(
        conversation_id=conversation_id,
        person_id=state.person_id,
        language=state.language,
        human_present=state.human_present,
        human_awaited=state.human_awaited,
        acts=tuple(map(told, acts)),
    )


@operation(
    "POST",
    "/v1/conversations/{conversation_id}/return",
    title="Hand a conversation back",
    area="Conversations",
    scope=Scope.TURNS,
    example={},
)
async def hand_back(services: Services, conversation_id: str, body: Confirmed, asked: Asked) -> Done | Replayed:
    """A human has finished: the assistant answers again, and says again what it is. What was asked for and what failed
    before is settled.
    """
    placed = await services.written(lambda companion, now: handoff.returned(companion, asked.by(now), conversation_id))
    return done(placed)


@operation(
    "POST",
    "/v1/conversations/{conversation_id}/contact",
    title="Leave where somebody is reached",
    area="Conversations",
    scope=Scope.TURNS,
    example={"kind": "phone", "address": "+44 20 7946 0958", "wish": "After five, please."},
)
async def leave_contact(services: Services, conversation_id: str, body: Contact) -> ContactLeft:
    """The person may go: they are called back, or written to. The newest of each kind holds; what the house has not set
    up is refused, so that nobody waits for a call that never comes.
    """
    contact.require_offered(services.engine.companion.house, body.kind, body.address)
    where = Where(kind=body.kind, address=body.address, wish=body.wish, place=body.place)

    def left(companion: Companion, now: dt.datetime) -> int:
        return contact.left(companion, conversation_id, where, now)

    return ContactLeft(str(await services.written(left)))
