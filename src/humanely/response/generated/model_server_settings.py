"""Where a model server is and how it is used, checked before anything is sent."""

from contextlib import suppress
from ipaddress import ip_address
from typing import Any

import httpx
import msgspec

from humanely.response.generated.model_server_faults import ModelServerInvalid

_OURS = ("model", "messages", "stream", "stream_options")


class ServerSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a model server is, and how it is used.

    Attributes:
        base_url: up to and without ``/chat/completions``, such as ``http://127.0.0.1:8080/v1``.
        model: as the server names it.
        key_env: name of the environment variable that holds the key; empty where the server asks for none.
        timeout_s: longest wait for the next byte, > 0. A server that does not stream is silent until all is written.
        deadline_s: longest time for one answer with all its attempts, > 0.
        retries: further attempts when it cannot be reached, is busy (429) or fails (5xx), >= 0.
        send: further fields of the request, as this server knows them.
        price_per_million_in, price_per_million_out: for a million tokens, in `currency`; None where unknown.
    """

    base_url: str
    model: str
    key_env: str = ""
    timeout_s: float = 20.0
    deadline_s: float = 30.0
    retries: int = 2
    send: dict[str, Any] = msgspec.field(default_factory=lambda: {"max_tokens": 400, "temperature": 0.3})
    price_per_million_in: float | None = None
    price_per_million_out: float | None = None
    currency: str = "EUR"


def checked(settings: ServerSettings) -> httpx.URL:
    """The address of a server, once all settings are found to be usable.

    Raises:
        ModelServerInvalid: an address, a time or a field that cannot be.
    """
    try:
        url = httpx.URL(settings.base_url)
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.scheme not in ("http", "https") or not url.host or url.userinfo or url.query or url.fragment:
        raise ModelServerInvalid(
            "base_url is no plain address", fix="Write it like https://host/v1, without a user, '?' or '#'."
        )
    if not settings.model.strip():
        raise ModelServerInvalid("model is empty", fix="Name the model as the server does.")
    for name in ("timeout_s", "deadline_s"):
        if not getattr(settings, name) > 0:
            raise ModelServerInvalid(f"{name} is {getattr(settings, name)!r}", fix="Give seconds above 0.")
    if settings.retries < 0:
        raise ModelServerInvalid(f"retries is {settings.retries!r}", fix="Give 0 or more.")
    for name in _OURS:
        if name in settings.send:
            raise ModelServerInvalid(f"'send' sets {name!r}", fix="Leave it out: it is set by the call.")
    return url


def elsewhere(settings: ServerSettings | None) -> str:
    """Host of a server that is not on this machine; empty where there is none.

    >>> elsewhere(ServerSettings(base_url="https://models.example.org/v1", model="one"))
    'models.example.org'
    """
    host = httpx.URL(settings.base_url).host if settings is not None else ""
    return "" if on_this_machine(host) else host


def on_this_machine(host: str) -> bool:
    """Whether a host is a loopback address.

    >>> on_this_machine("127.0.0.1"), on_this_machine("example.org")
    (True, False)
    """
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"
