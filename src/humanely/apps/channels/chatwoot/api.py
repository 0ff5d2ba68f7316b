"""Chatwoot's REST interface, as far as a bot needs it: in the bot's name where it speaks, in a user's where it reads.

Whatever may be mended by waiting (429, 5xx, no connection) is tried again; whatever may not says what to do.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Literal, TypeVar

import httpx
import msgspec

from humanely.apps.channel_settings import ChatwootSettings
from humanely.apps.channels.chatwoot.faults import ChatwootRefuses, ChatwootUnreachable, ConversationGone
from humanely.apps.channels.chatwoot.secrets import Secrets
from humanely.apps.channels.chatwoot.wire import Conversation, Listing, Made, Message, Page

TIMEOUT_S = 10.0
WAITS_S = (0.5, 2.0, 8.0)
"""Seconds before each further attempt."""
LONGEST_WAIT_S = 60.0
MOST_PAGES = 20
"""Pages of a list or a history that are read at once; 20 to 25 to a page."""
_NOT_TAKEN = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)

_Shape = TypeVar("_Shape")
_Whose = Literal["the agent bot", "the reader"]


class Chatwoot:
    """One account of a Chatwoot.

    Args:
        sleep: waits for some seconds.
    """

    def __init__(
        self,
        settings: ChatwootSettings,
        secrets: Secrets,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._base = f"{settings.url.rstrip('/')}/api/v1/accounts/{settings.account}/conversations"
        self._tokens: Mapping[_Whose, str] = {"the agent bot": secrets.bot_token, "the reader": secrets.reader_token}
        self._client = httpx.AsyncClient(timeout=TIMEOUT_S)
        self._sleep = sleep

    async def close(self) -> None:
        """Let go of all connections."""
        await self._client.aclose()

    async def conversation(self, number: int) -> Conversation:
        """A conversation as it stands now.

        Raises:
            ConversationGone: there is none.
            ChatwootUnreachable, ChatwootRefuses: as in every method.
        """
        return _read(await self._ask("GET", f"/{number}", "read a conversation", number=number), Conversation)

    async def with_status(self, status: str) -> AsyncIterator[Conversation]:
        """The conversations of a status, the newest first."""
        for page in range(1, MOST_PAGES + 1):
            asked = {"status": status, "assignee_type": "all", "page": page}
            found = _read(await self._ask("GET", "", "list conversations", params=asked), Listing).data.payload
            for one in found:
                yield one
            if not found:
                return

    async def messages(self, number: int, *, before: int | None = None) -> tuple[Message, ...]:
        """The newest messages, or those before one, oldest of them first; at most 20."""
        params = {"before": before} if before is not None else {}
        answer = await self._ask("GET", f"/{number}/messages", "read messages", number=number, params=params)
        return tuple(sorted(_read(answer, Page).payload, key=lambda one: one.id))

    async def say(self, number: int, text: str) -> int:
        """Send a message to the person; its id."""
        return await self._message(number, text, private=False)

    async def note(self, number: int, text: str) -> int:
        """Leave a note for the team; its id."""
        return await self._message(number, text, private=True)

    async def open(self, number: int) -> None:
        """Give a pending conversation to humans."""
        await self._tell(number, "toggle_status", {"status": "open"}, "open a conversation")

    async def describe(self, number: int, attributes: Mapping[str, Any]) -> None:
        """Set the custom attributes of a conversation, all of them."""
        body = {"custom_attributes": attributes}
        await self._tell(number, "custom_attributes", body, "set attributes")

    async def prioritise(self, number: int, priority: str) -> None:
        """Set the priority that Chatwoot shows: ``urgent``, ``high``, ``medium`` or ``low``."""
        await self._tell(number, "toggle_priority", {"priority": priority}, "set a priority")

    async def label(self, number: int, labels: Sequence[str]) -> None:
        """Set the labels of a conversation, all of them."""
        body = {"labels": list(labels)}
        await self._ask("POST", f"/{number}/labels", "label a conversation", number=number, json=body)

    async def _message(self, number: int, text: str, *, private: bool) -> int:
        body = {"content": text, "message_type": "outgoing", "private": private, "content_type": "text"}
        return _read(await self._tell(number, "messages", body, "send a message"), Made).id

    async def _tell(self, number: int, what: str, body: Mapping[str, Any], doing: str) -> httpx.Response:
        return await self._ask("POST", f"/{number}/{what}", doing, whose="the agent bot", number=number, json=body)

    async def _ask(
        self, method: str, path: str, doing: str, *, whose: _Whose = "the reader", number: int = 0, **more: Any
    ) -> httpx.Response:
        headers = {"api_access_token": self._tokens[whose]}
        # A message that was taken, and whose answer was lost, is looked for before it is said again.
        repeatable = not (method == "POST" and path.endswith("/messages"))
        for wait in (*WAITS_S, None):
            try:
                answer = await self._client.request(method, self._base + path, headers=headers, **more)
            except httpx.HTTPError as error:
                why, asked_to_wait = type(error).__name__, 0.0
                again = repeatable or isinstance(error, httpx.ConnectError)
            else:
                if answer.is_success:
                    return answer
                if answer.status_code == HTTPStatus.NOT_FOUND and number:
                    raise ConversationGone(number)
                if answer.status_code != HTTPStatus.TOO_MANY_REQUESTS and not answer.is_server_error:
                    raise ChatwootRefuses(answer.status_code, doing, whose)
                why, asked_to_wait = f"it says {answer.status_code}", _asked_to_wait(answer)
                again = repeatable or answer.status_code in _NOT_TAKEN
            if wait is None or not again:
                break
            await self._sleep(max(wait, asked_to_wait))
        raise ChatwootUnreachable(why)


def _read(answer: httpx.Response, shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.json.decode(answer.content, type=shape, strict=False)
    except msgspec.DecodeError:
        raise ChatwootUnreachable("its answer is not what its documentation says") from None


def _asked_to_wait(answer: httpx.Response) -> float:
    said = answer.headers.get("retry-after", "")
    return min(float(said), LONGEST_WAIT_S) if said.isdigit() else 0.0
