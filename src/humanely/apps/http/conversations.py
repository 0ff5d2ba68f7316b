"""Conversations: how one stands, and a human who hands one back."""

import asyncio

import msgspec

from humanely.apps.http.operation import operation
from humanely.apps.http.told import AnyTold, told
from humanely.apps.http.wire import Confirmed, Done, done
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.services import Services
from humanely.pipeline import acting
from humanely.pipeline.handoffs import handoff
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
