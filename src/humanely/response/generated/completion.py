"""What a model server is asked and what it answers: chat messages in, a completion with its usage out."""

from typing import Literal

import msgspec


class ChatMessage(msgspec.Struct, frozen=True):
    """One message of a chat, in the form every OpenAI-compatible server takes."""

    role: Literal["system", "user", "assistant"]
    content: str


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """What one call took; numbers and names alone, so that it may be logged.

    Attributes:
        model: as the server names it.
        tokens_in, tokens_out: >= 0; None where the server does not count.
        cost: in `currency`, >= 0; None where no price is set or nothing was counted.
        latency_s: from the call to its last byte, with every retry, >= 0.
        attempts: requests sent, >= 1.
    """

    model: str
    tokens_in: int | None
    tokens_out: int | None
    cost: float | None
    currency: str
    latency_s: float
    attempts: int


class Completion(msgspec.Struct, frozen=True):
    """What a model wrote.

    Attributes:
        cut: it ran out of room in the middle.
    """

    text: str
    usage: Usage
    cut: bool = False
