"""What travels in the form of OpenAI's chat completions: read leniently, because bots send what their servers take."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from humanely.apps.http.wire import MOST_TEXT
from humanely.apps.serving.faults import RequestUnreadable

MOST_MESSAGES = 2_000
_MOST_ID = 200
_CONVERSATION = "metadata.conversation_id"
_PIECE = 24
"""Characters of one piece of a stream; words are kept whole."""


class ChatTurn(msgspec.Struct, frozen=True):
    """One message of a chat, as far as it is read.

    Attributes:
        text: all its text parts; empty where it has none, such as a call of a tool.
    """

    role: str
    text: str


class Chat(msgspec.Struct, frozen=True, kw_only=True):
    """A request, as far as it is read; `body` goes on to the model server as it came.

    Attributes:
        user: as the bot names the person; empty where it does not.
        conversation: as the bot names it in ``metadata.conversation_id``; empty where it does not.
    """

    body: Mapping[str, Any]
    turns: tuple[ChatTurn, ...]
    stream: bool = False
    counts: bool = False
    model: str = ""
    user: str = ""
    conversation: str = ""

    @property
    def new(self) -> tuple[ChatTurn, ...]:
        """What the person wrote since the last answer."""
        found: list[ChatTurn] = []
        for turn in reversed(self.turns):
            if turn.role == "assistant" or turn.role == "tool":
                break
            if turn.role == "user" and turn.text.strip():
                found.append(turn)
        return tuple(reversed(found))

    @property
    def before(self) -> tuple[ChatTurn, ...]:
        """What was said before that, by the person and the bot."""
        said = [turn for turn in self.turns if turn.role in {"user", "assistant"} and turn.text.strip()]
        return tuple(said[: len(said) - len(self.new)])

    @property
    def knows(self) -> tuple[str, ...]:
        """What the bot's machine was told by others than the person."""
        return tuple(turn.text for turn in self.turns if turn.role in {"system", "developer", "tool"} and turn.text)


def chat_of(body: Any) -> Chat:
    """Read a request.

    Raises:
        RequestUnreadable: it is none, or asks for what is not given here.
    """
    if not isinstance(body, dict):
        raise RequestUnreadable("The body is no JSON object.", field="", allowed="a chat completion request")
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages or len(messages) > MOST_MESSAGES:
        raise _wrong("messages", f"1 to {MOST_MESSAGES} messages")
    if body.get("n", 1) not in (1, None):
        raise _wrong("n", "1: each turn gets one answer")
    options = body.get("stream_options") or {}
    metadata = body.get("metadata") or {}
    return Chat(
        body=body,
        turns=tuple(_turn(message) for message in messages),
        stream=body.get("stream") is True,
        counts=isinstance(options, dict) and options.get("include_usage") is True,
        model=_text(body.get("model")),
        user=_id(body.get("user"), "user"),
        conversation=_id(metadata.get("conversation_id"), _CONVERSATION) if isinstance(metadata, dict) else "",
    )


def _turn(message: Any) -> ChatTurn:
    if not isinstance(message, dict) or not isinstance(message.get("role"), str):
        raise _wrong("messages", "objects with a role and content")
    content = message.get("content")
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text"]
        content = "\n".join(part for part in parts if isinstance(part, str))
    if content is not None and not isinstance(content, str):
        raise _wrong("messages", "content that is text, or a list of parts")
    if content and len(content) > MOST_TEXT and message["role"] in {"user", "assistant"}:
        raise _wrong("messages", f"at most {MOST_TEXT} characters of each message")
    return ChatTurn(message["role"], content or "")


def _text(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= _MOST_ID else ""


def _id(value: Any, field: str) -> str:
    """A name of somebody, or of a conversation: taken for none, it would be everybody's who has no name."""
    if value is not None and (not isinstance(value, str) or len(value) > _MOST_ID):
        raise _wrong(field, f"text of at most {_MOST_ID} characters")
    return value or ""


def _wrong(field: str, allowed: str) -> RequestUnreadable:
    return RequestUnreadable(f"The field {field!r} of the body cannot be used.", field=field, allowed=allowed)


def completion(
    answer_id: str, created: int, model: str, text: str, usage: Mapping[str, int] | None, empathy: Any
) -> dict[str, Any]:
    """A whole answer, with the decision beside it."""
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": text, "refusal": None},
        "finish_reason": "stop",
        "logprobs": None,
    }
    return {
        "id": answer_id,
        "object": "chat.completion",
        "created": created,
        "model": model,
        "choices": [choice],
        "usage": usage or {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
        "empathy": empathy,
    }


def chunks(whole: Mapping[str, Any], *, counts: bool) -> Iterator[bytes]:
    """A whole answer as the stream a client expects; the decision stands in the last chunk with a choice."""
    base = {key: whole[key] for key in ("id", "created", "model")} | {"object": "chat.completion.chunk"}
    text = whole["choices"][0]["message"]["content"]
    yield _event(base, {"role": "assistant", "content": ""}, None)
    for piece in pieces(text):
        yield _event(base, {"content": piece}, None)
    yield _event(base | {"empathy": whole["empathy"]}, {}, "stop")
    if counts:
        yield b"data: " + msgspec.json.encode({**base, "choices": [], "usage": whole["usage"]}) + b"\n\n"
    yield b"data: [DONE]\n\n"


def pieces(text: str) -> Sequence[str]:
    """A text cut between words.

    >>> pieces("A new one leaves today, on us.")
    ['A new one leaves today, ', 'on us.']
    """
    found: list[str] = []
    held = ""
    for word in text.split(" "):
        if len(held) + len(word) > _PIECE and held:
            found.append(held)
            held = ""
        held += f"{word} "
    return [*found, held[:-1]] if held else found


def _event(base: Mapping[str, Any], delta: Mapping[str, Any], finish: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
    return b"data: " + msgspec.json.encode({**base, "choices": [choice]}) + b"\n\n"
