"""An existing bot changes its `base_url` only: OpenAI's chat completions, with every turn read, decided and checked.

1. Who and where: the person and the conversation, as the bot names them.
2. What was said before this server was asked is read, so that a conversation is known from its first word.
3. The new message is handled like any turn. Where a human, a card or silence answers, no model is asked.
4. Else the model server writes, with what the moment calls for beside the bot's own instructions.
5. What it wrote is checked whole, written anew once, and sent; or somebody else answers.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from hashlib import sha256
from typing import Any
from uuid import uuid4

import msgspec
from litestar import Response
from litestar.response import Stream

from humanely.apps import relay
from humanely.apps.http.chat import Chat, ChatTurn, chat_of, chunks, completion
from humanely.apps.http.operation import operation
from humanely.apps.http.turns import finished
from humanely.apps.http.wire import taken
from humanely.apps.serving.asked import Asked
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.house import House
from humanely.pipeline.outcome import Outcome
from humanely.response.generated.model_server import ModelServer
from humanely.signal.turn import Speaker
from humanely.store.api_key import Scope

AREA = "For existing bots"
REMEMBERED = 20
"""Messages of the past that are read when a conversation is met for the first time."""
NAME = "humanely"
"""The model, where no server writes and authored lines answer."""
_STILL_WRITING_S = 5.0


class NothingSaid(HumanelyError):
    """A chat came without a message of a person."""

    code = "nothing_said"
    status = 422

    def __init__(self) -> None:
        super().__init__("The chat does not end with a message of the person.", fix="Send what the person wrote last.")


@operation(
    "POST",
    "/v1/chat/completions",
    title="Answer a chat",
    area=AREA,
    scope=Scope.TURNS,
    example={
        "model": "humanely",
        "user": "person-12",
        "messages": [{"role": "user", "content": "Where is my parcel?"}],
    },
)
async def complete_chat(services: Services, body: dict[str, Any], asked: Asked) -> Any:
    """OpenAI's chat completions, streaming or not. The answer has an object `empathy` beside the usual fields: the turn
    as `POST /v1/turns` gives it. Name the person in `user`, and the conversation in the header
    `x-humanely-conversation` or in `metadata.conversation_id`; without any of them, each request is a conversation of
    its own.
    """
    chat = chat_of(body)
    outcome = await _outcome(services, chat, asked)
    headers = _headers(outcome)
    answer = asyncio.ensure_future(_answer(services, chat, outcome))
    if chat.stream:
        return Stream(_streamed(answer, chat), media_type="text/event-stream", headers=headers)
    whole = await answer
    return Response(msgspec.json.encode(whole), media_type="application/json", headers=headers)


@operation("GET", "/v1/models", title="Name the models", area=AREA, scope=Scope.TURNS)
async def list_models(services: Services) -> dict[str, Any]:
    """The model that writes here, as OpenAI lists models."""
    model = {"id": _model(services), "object": "model", "created": 0, "owned_by": "humanely"}
    return {"object": "list", "data": [model]}


async def _outcome(services: Services, chat: Chat, asked: Asked) -> Outcome:
    """The person's turn, recorded; the one that waits for what a tool found, where no new one came."""
    conversation, person = _names(chat, asked)
    if not chat.new:
        pending = await services.written(lambda companion, now: companion.pending(conversation, now))
        if pending is None or pending.case is None:
            raise NothingSaid
        arrival = msgspec.structs.replace(pending.case.arrival, writer="caller", knows=chat.knows)
        return msgspec.structs.replace(pending, case=msgspec.structs.replace(pending.case, arrival=arrival))
    *earlier, newest = chat.new
    known = await services.written(lambda companion, _: companion.conversations.standing([conversation])[0].newest >= 0)
    for turn in (*(() if known else chat.before[-REMEMBERED:]), *earlier):
        await asyncio.wrap_future(services.engine.submit(_past(turn, conversation, person)))
    arrival = Arrival(
        conversation_id=conversation,
        person_id=person,
        text=newest.text,
        writer="caller" if services.writing.server else "house",
        knows=chat.knows,
        repeat_key=asked.repeat_key,
        fingerprint=asked.fingerprint,
    )
    return await asyncio.wrap_future(services.engine.submit(arrival))


def _past(turn: ChatTurn, conversation: str, person: str) -> Arrival:
    speaker = Speaker.CUSTOMER if turn.role == "user" else Speaker.ASSISTANT
    return Arrival(conversation_id=conversation, person_id=person, text=turn.text, speaker=speaker, writer="past")


def _names(chat: Chat, asked: Asked) -> tuple[str, str]:
    """Conversation and person. A person's chats differ in how they begin; who is not named is always met anew."""
    begun = next((turn.text for turn in chat.turns if turn.role == "user"), "")
    given = asked.conversation or chat.conversation
    if given:
        return given, chat.user or given
    if chat.user:
        return f"{chat.user} {sha256(begun.encode()).hexdigest()[:16]}", chat.user
    # A key of their own each: strangers must not be exported, erased or asked for consent as one person.
    alone = f"chat {uuid4().hex}"
    return alone, alone


async def _answer(services: Services, chat: Chat, outcome: Outcome) -> Mapping[str, Any]:
    """The whole answer, recorded: what a tool is to find out goes back as the server sent it."""
    raw: Mapping[str, Any] = {}
    case, server, house = outcome.case, services.writing.server, services.writing.house
    if case is not None and isinstance(server, ModelServer):
        wanted = {**chat.body, "model": _model(services)}
        came = await asyncio.to_thread(relay.relay, server, case, house, wanted)
        services.metrics.drafted(came.drafted)
        if came.drafted is None and came.raw is not None:
            return {**came.raw, "empathy": _empathy(outcome, house)}
        raw, drafted, pending = came.raw or {}, came.drafted, outcome
        outcome = await services.written(lambda companion, now: finished(companion, pending, drafted, now))
    services.metrics.took(outcome)
    text = outcome.response[1].response.text if outcome.response else ""
    return completion(
        f"chatcmpl-{outcome.turn[0]}",
        int(time.time()),
        _model(services),
        text,
        raw.get("usage"),
        _empathy(outcome, house),
    )


async def _streamed(answer: "asyncio.Future[Mapping[str, Any]]", chat: Chat) -> AsyncIterator[bytes]:
    """The answer in pieces, once it is whole; comments keep the connection open until then."""
    while not answer.done():
        yield b": writing\n\n"
        await asyncio.wait({answer}, timeout=_STILL_WRITING_S)
    try:
        whole = answer.result()
    except HumanelyError as error:
        # The answer has begun, so that the fault travels as the servers of this form send it.
        yield b"data: " + msgspec.json.encode({"error": {"message": str(error), "code": error.code}}) + b"\n\n"
        return
    for chunk in chunks(whole, counts=chat.counts):
        yield chunk


def _empathy(outcome: Outcome, house: House) -> Any:
    return msgspec.to_builtins(taken(outcome.turn[1].conversation_id, outcome, house.consent_texts))


def _headers(outcome: Outcome) -> dict[str, str]:
    """What was decided, before a word was written."""
    headers = {"cache-control": "no-store", "x-humanely-turn": str(outcome.turn[0])}
    if outcome.decision is not None:
        place, record = outcome.decision
        headers["x-humanely-decision"] = str(place)
        headers["x-humanely-action"] = record.decision.action
        headers["x-humanely-reason"] = record.decision.leading
    return headers


def _model(services: Services) -> str:
    server = services.writing.server
    return server.settings.model if server else NAME
