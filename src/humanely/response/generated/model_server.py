"""A thin client of any OpenAI-compatible model server: one request, retried with patience, within one deadline."""

import email.utils
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, Self

import httpx
import msgspec

from humanely.response.generated.completion import ChatMessage, Completion, Usage
from humanely.response.generated.event_stream import DONE, LineTooLong, data
from humanely.response.generated.model_server_faults import (
    ModelKeyMissing,
    ModelServerFault,
    ModelServerInvalid,
    ModelServerRefused,
    ModelServerTimedOut,
    ModelServerUnreachable,
    ModelServerUnreadable,
)
from humanely.response.generated.model_server_settings import ServerSettings, checked, on_this_machine

FIRST_PAUSE_S = 0.25
"""Before the second attempt; each further pause is twice as long, unless the server asks for more."""

LONGEST_ANSWER = 4 << 20
"""Bytes."""

_STREAMED = frozenset(("stream", "stream_options"))
_TOO_MANY = 429
_OK = 200
_SERVER_ERROR = 500


class _Content(msgspec.Struct):
    content: str | None = None
    tool_calls: list[msgspec.Raw] | None = None


class _Choice(msgspec.Struct):
    """Of a whole answer (`message`) or of a piece of a stream (`delta`)."""

    message: _Content | None = None
    delta: _Content | None = None
    finish_reason: str | None = None


class _Tokens(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Answer(msgspec.Struct):
    choices: list[_Choice]
    usage: _Tokens | None = None
    model: str = ""


class _Opened(msgspec.Struct):
    """A response whose body is still to be read."""

    response: httpx.Response
    attempts: int
    started: float
    until: float


class Relayed(msgspec.Struct, frozen=True):
    """The answer to somebody else's request.

    Attributes:
        raw: as the server sent it.
        text: of the message; empty where it has none.
        calls_tools: the bot is asked to find something out first.
    """

    raw: Mapping[str, Any]
    text: str
    calls_tools: bool
    usage: Usage


class ModelServer:
    """A model server and the connections to it, for use by many threads at once.

    Proxies are taken from the environment, as httpx does; a server on this very machine is never asked through one.
    """

    def __init__(self, settings: ServerSettings, key: str = "") -> None:
        """Nothing is sent before the first call.

        Raises:
            ModelServerInvalid: an address, a time or a field that cannot be.
        """
        url = checked(settings)
        self.settings = settings
        self.host = url.netloc.decode("ascii")
        self._path = f"{settings.base_url.rstrip('/')}/chat/completions"
        try:
            self._client = httpx.Client(
                headers={"Authorization": f"Bearer {key}"} if key else {},
                trust_env=not on_this_machine(url.host),
            )
        except (ImportError, ValueError, httpx.InvalidURL):
            # The cause may quote a proxy's password.
            raise ModelServerInvalid(
                "the proxy that the environment names cannot be used", fix="Correct HTTPS_PROXY, or set NO_PROXY."
            ) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def complete(self, messages: Sequence[ChatMessage], *, within_s: float | None = None) -> Completion:
        """Have the next message written, as a whole.

        Args:
            messages: personal data masked.
            within_s: longest time, where it is less than the deadline of the settings.

        Raises:
            ModelServerFault: no answer came; which of its kinds says why. It may come up to `timeout_s` late.
        """
        opened = self._open(self._body(messages, stream=False), within_s)
        answer = self._parsed(b"".join(self._bytes(opened)))
        if not answer.choices or answer.choices[0].message is None:
            raise ModelServerUnreadable(self.host, "it holds no message")
        chosen = answer.choices[0]
        text = chosen.message.content if chosen.message else None
        return Completion(text or "", self._usage(opened, answer), cut=chosen.finish_reason == "length")

    def stream(self, messages: Sequence[ChatMessage], *, within_s: float | None = None) -> Iterator[str | Completion]:
        """Have the next message written, piece by piece; the last thing given is the whole.

        Raises:
            ModelServerFault: as `complete`; once a piece was given, nothing is tried again.
        """
        opened = self._open(self._body(messages, stream=True), within_s)
        pieces: list[str] = []
        last, finish = _Answer([]), None
        for answer in self._events(opened):
            last = _Answer([], answer.usage or last.usage, answer.model or last.model)
            for choice in answer.choices[:1]:
                finish = choice.finish_reason or finish
                if choice.delta and choice.delta.content:
                    pieces.append(choice.delta.content)
                    yield choice.delta.content
        if finish is None:
            raise ModelServerUnreachable(self.host)
        yield Completion("".join(pieces), self._usage(opened, last), cut=finish == "length")

    def _events(self, opened: _Opened) -> Iterator[_Answer]:
        try:
            for event in data(self._bytes(opened)):
                if event == DONE:
                    return
                yield self._parsed(event)
        except LineTooLong:
            raise ModelServerUnreadable(self.host, "a line does not end") from None

    def relay(self, request: Mapping[str, Any], *, within_s: float | None = None) -> Relayed:
        """Pass a bot's own request on as it is, and give back the whole answer.

        Args:
            request: in the server's form; never streamed.
            within_s: as in `complete`.

        Raises:
            ModelServerFault: as `complete`.
        """
        unstreamed = {name: value for name, value in request.items() if name not in _STREAMED} | {"stream": False}
        opened = self._open(msgspec.json.encode(unstreamed), within_s)
        body = b"".join(self._bytes(opened))
        answer = self._parsed(body)
        if not answer.choices or answer.choices[0].message is None:
            raise ModelServerUnreadable(self.host, "it holds no message")
        message = answer.choices[0].message
        raw = msgspec.json.decode(body)
        return Relayed(raw, message.content or "", bool(message.tool_calls), self._usage(opened, answer))

    def _open(self, body: bytes, within_s: float | None) -> _Opened:
        """Send the request until it is taken.

        1. Ask; a server that takes the request ends the matter.
        2. What another attempt would not change is raised at once.
        3. Wait as long as the server asks, else twice as long each time; never past the deadline.
        """
        started = time.monotonic()
        allowed_s = self.settings.deadline_s if within_s is None else min(within_s, self.settings.deadline_s)
        attempt = 0
        while True:
            left_s = started + allowed_s - time.monotonic()
            if left_s <= 0:
                raise ModelServerTimedOut(self.host, allowed_s)
            came = self._ask(body, min(self.settings.timeout_s, left_s))
            attempt += 1
            if isinstance(came, httpx.Response):
                return _Opened(came, attempt, started, started + allowed_s)
            pause_s = _pause_s(came, attempt)
            late = time.monotonic() + pause_s >= started + allowed_s
            if attempt > self.settings.retries or late or not _passing(came):
                raise came
            time.sleep(pause_s)

    def _ask(self, body: bytes, timeout_s: float) -> httpx.Response | ModelServerFault:
        headers = {"Content-Type": "application/json"}
        request = self._client.build_request("POST", self._path, content=body, headers=headers, timeout=timeout_s)
        try:
            response = self._client.send(request, stream=True)
        except httpx.ConnectTimeout:
            return ModelServerUnreachable(self.host)
        except httpx.TimeoutException:
            return ModelServerTimedOut(self.host, timeout_s)
        except httpx.HTTPError:
            return ModelServerUnreachable(self.host)
        if response.status_code == _OK:
            return response
        response.close()
        return ModelServerRefused(self.host, response.status_code, _retry_after_s(response.headers))

    def _body(self, messages: Sequence[ChatMessage], *, stream: bool) -> bytes:
        asked = {"model": self.settings.model, "messages": messages, "stream": stream}
        counted = {"stream_options": {"include_usage": True}} if stream else {}
        return msgspec.json.encode(self.settings.send | asked | counted)

    def _bytes(self, opened: _Opened) -> Iterator[bytes]:
        """The body, bounded in size and time; the connection goes back to the pool at its end."""
        size = 0
        with closing(opened.response):
            try:
                for piece in opened.response.iter_bytes():
                    size += len(piece)
                    if size > LONGEST_ANSWER:
                        raise ModelServerUnreadable(self.host, "it does not end")
                    if time.monotonic() > opened.until:
                        raise ModelServerTimedOut(self.host, opened.until - opened.started)
                    yield piece
            except httpx.TimeoutException:
                raise ModelServerTimedOut(self.host, time.monotonic() - opened.started) from None
            except httpx.DecodingError:
                raise ModelServerUnreadable(self.host, "its compression is broken") from None
            except httpx.HTTPError:
                raise ModelServerUnreachable(self.host) from None

    def _parsed(self, source: bytes) -> _Answer:
        try:
            return msgspec.json.decode(source, type=_Answer)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise ModelServerUnreadable(self.host, "it is no chat completion") from None

    def _usage(self, opened: _Opened, answer: _Answer) -> Usage:
        counted = answer.usage or _Tokens()
        return Usage(
            model=answer.model or self.settings.model,
            tokens_in=counted.prompt_tokens,
            tokens_out=counted.completion_tokens,
            cost=_cost(counted, self.settings),
            currency=self.settings.currency,
            latency_s=time.monotonic() - opened.started,
            attempts=opened.attempts,
        )


def connect(settings: ServerSettings, environment: Mapping[str, str] = os.environ) -> ModelServer:
    """A model server with the key that the environment holds for it; nothing is sent yet.

    Raises:
        ModelKeyMissing: the variable is not set, or what it holds cannot be sent.
        ModelServerInvalid: see `ModelServer`.
    """
    key = environment.get(settings.key_env, "").strip() if settings.key_env else ""
    if settings.key_env and not (key.isascii() and key.isprintable() and key):
        raise ModelKeyMissing(settings.key_env)
    return ModelServer(settings, key)


def _passing(fault: ModelServerFault) -> bool:
    """Another attempt may fare better."""
    if isinstance(fault, ModelServerRefused):
        return fault.answered == _TOO_MANY or fault.answered >= _SERVER_ERROR
    return isinstance(fault, ModelServerUnreachable)


def _pause_s(fault: ModelServerFault, attempt: int) -> float:
    asked_s = fault.retry_after_s if isinstance(fault, ModelServerRefused) else None
    pause_s: float = FIRST_PAUSE_S * 2 ** (attempt - 1)
    return pause_s if asked_s is None else max(asked_s, pause_s)


def _retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds, or a date. Source: RFC 9110, section 10.2.3."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None


def _cost(counted: _Tokens, settings: ServerSettings) -> float | None:
    prices = (settings.price_per_million_in, settings.price_per_million_out)
    tokens = (counted.prompt_tokens, counted.completion_tokens)
    if None in prices or None in tokens:
        return None
    return sum((price or 0) * (count or 0) for price, count in zip(prices, tokens, strict=True)) / 1e6
