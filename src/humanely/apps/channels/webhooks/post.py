"""One message posted, and what came of it. Nothing of the answer is kept but its status and Retry-After."""

import asyncio
import datetime as dt
import ssl
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import TracebackType

import httpcore
import httpx
from standardwebhooks import Webhook as Signer

from humanely.apps.channels.webhooks.schedule import Tried
from humanely.apps.serving.network import AddressRefused, Guarded, NameUnknown, Network

ANSWERS_WITHIN_S = 20.0
"""Seconds for one try, from the name to the status of the answer."""

_CONNECTIONS = 200
_LONGEST_WAIT = 9
_REDIRECTS = range(300, 400)


def signed(message_id: str, body: bytes, secrets: Iterable[str], now: dt.datetime) -> dict[str, str]:
    """The headers of a message: signed by every secret that holds, so that the receiver may change over.

    >>> at = dt.datetime.fromtimestamp(1614265330, dt.UTC)
    >>> secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    >>> signed("msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', [secret], at)["webhook-signature"]
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    """
    signatures = (Signer(secret).sign(message_id, now, body.decode()) for secret in secrets)
    return {
        "content-type": "application/json",
        "user-agent": "Humanely",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


class Post:
    """Posts messages over connections of its own; a context manager, which closes them.

    Args:
        allowed: networks that are not public, and allowed all the same.
        within_s: seconds for one try.
    """

    def __init__(self, allowed: Iterable[Network] = (), *, within_s: float = ANSWERS_WITHIN_S) -> None:
        networks = tuple(allowed)
        self._within_s = within_s
        self._safe = httpcore.AsyncConnectionPool(
            httpx.create_ssl_context(), max_connections=_CONNECTIONS, network_backend=Guarded(networks)
        )
        self._plain = httpcore.AsyncConnectionPool(
            max_connections=_CONNECTIONS, network_backend=Guarded(networks, only_loopback=True)
        )

    async def __aenter__(self) -> "Post":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._safe.aclose()
        await self._plain.aclose()

    async def post(self, url: str, headers: dict[str, str], body: bytes, now: dt.datetime) -> Tried:
        """Post one message; whatever goes wrong is an outcome."""
        try:
            async with asyncio.timeout(self._within_s):
                return await self._posted(url, headers, body, now)
        except (TimeoutError, httpcore.TimeoutException):
            return Tried(fault="timeout")
        except AddressRefused:
            return Tried(fault="address refused")
        except NameUnknown:
            return Tried(fault="name unknown")
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, ssl.SSLError, OSError):
            return Tried(fault="no connection")

    async def _posted(self, url: str, headers: dict[str, str], body: bytes, now: dt.datetime) -> Tried:
        pool = self._plain if url.startswith("http:") else self._safe
        async with pool.stream("POST", url, headers=[*headers.items()], content=body) as answer:
            told = {name.lower(): value for name, value in answer.headers}
            wait_s = retry_after_s(told.get(b"retry-after", b"").decode("latin-1"), now)
            return Tried(status=answer.status, fault=_fault(answer.status), retry_after_s=wait_s)


def retry_after_s(header: str, now: dt.datetime) -> float:
    """Seconds that a receiver asks to be left alone, >= 0; 0 where it says nothing that can be read.

    >>> at = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    >>> retry_after_s("120", at), retry_after_s("Sun, 22 Nov 2026 12:01:00 GMT", at), retry_after_s("soon", at)
    (120.0, 60.0, 0.0)
    """
    if header.isascii() and header.isdigit() and len(header) <= _LONGEST_WAIT:
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except (ValueError, OverflowError):
        return 0.0
    aware = until if until.tzinfo is not None else until.replace(tzinfo=dt.UTC)
    return max(0.0, (aware - now).total_seconds())


def _fault(status: int) -> str:
    if HTTPStatus(200) <= status < _REDIRECTS.start:
        return ""
    return "redirected" if status in _REDIRECTS else f"answered {status}"
