"""What strangers' credentials point to, fetched with care: https, public addresses, no redirects, small and soon.

Whoever shows a credential chooses the addresses in it; see `network` for what that could do without this.
"""

import asyncio
import datetime as dt
import ssl
from collections.abc import Iterable, Mapping
from types import TracebackType
from urllib.parse import urlsplit

import httpcore
import httpx
import msgspec

from humanely.apps.serving.network import AddressRefused, Guarded, Network
from humanely.credential.proof.did_web import DID_WEB, DidWebMalformed, did_web_url
from humanely.credential.verify.known import Absent, Fetched, Known, Needs, Obtained

CONTROLLER_BYTES = 256 * 1024
STATUS_LIST_BYTES = 1024 * 1024
WITHIN_S = 5.0
"""Seconds for one document, from the name to the last byte."""
RETRY = dt.timedelta(minutes=15)
MOST = 16
"""Documents that are fetched for one credential."""

_AT_ONCE = 4
_OK, _REFUSED = 200, range(300, 500)
_LATER = frozenset({408, 425, 429})
_LONGEST_URL = 2_000


class Fetching:
    """Fetches documents over connections of its own; an async context manager, which closes them.

    Args:
        allowed: networks that are not public, and allowed all the same.
        within_s: seconds for one document.
    """

    def __init__(self, allowed: Iterable[Network] = (), *, within_s: float = WITHIN_S) -> None:
        self._within_s = within_s
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._pool = httpcore.AsyncConnectionPool(
            httpx.create_ssl_context(), max_connections=_AT_ONCE, network_backend=Guarded(allowed)
        )

    async def __aenter__(self) -> "Fetching":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.aclose()

    async def known(self, needs: Needs, known: Known, now: dt.datetime) -> Known:
        """What is known, with what was missing fetched; what could not be had says why.

        Args:
            known: documents in it are not fetched again; keep what comes back, with its dates, for the next time.
            now: aware.
        """
        missing = [(id_, CONTROLLER_BYTES) for id_ in needs.controllers if id_ not in known.controllers]
        missing += [(url, STATUS_LIST_BYTES) for url in needs.status_lists if url not in known.status_lists]
        wanted = missing[:MOST]
        came = await asyncio.gather(*(self.document(asked, most, now) for asked, most in wanted))
        found = dict(zip((asked for asked, _ in wanted), came, strict=True))
        return msgspec.structs.replace(
            known,
            controllers=_joined(known.controllers, needs.controllers, found),
            status_lists=_joined(known.status_lists, needs.status_lists, found),
        )

    async def document(self, asked: str, most_bytes: int, now: dt.datetime, *, any_kind: bool = False) -> Fetched:
        """One document, of a did:web or an https address; whatever goes wrong is why it is absent.

        Args:
            any_kind: pictures and everything else, too; otherwise only JSON is taken.
        """
        try:
            url = _address(asked)
            # The clock of a document runs from its turn on: slow ones take nothing from those behind them.
            async with self._turn, asyncio.timeout(self._within_s):
                return Obtained(await self._got(url, most_bytes, any_kind), now)
        except (_Refused, AddressRefused, DidWebMalformed):
            return Absent("refused", at=now)
        except _Bad:
            return Absent("bad", at=now)
        except _UNREACHABLE:
            return Absent("unreachable", at=now, next_try=now + RETRY)

    async def _got(self, url: str, most_bytes: int, any_kind: bool) -> bytes:
        headers = {"accept": "application/json, */*;q=0.1", "accept-encoding": "identity", "user-agent": "Humanely"}
        async with self._pool.stream("GET", url, headers=[*headers.items()]) as answer:
            told = {name.lower(): value.decode("latin-1") for name, value in answer.headers}
            _must_be_fine(answer.status, told, any_kind)
            came = bytearray()
            async for part in answer.aiter_stream():
                came += part
                if len(came) > most_bytes:
                    raise _Bad
        return bytes(came)


class _Refused(Exception):
    """We may not or will not go there, or it is not there."""


class _Bad(Exception):
    """What came is not what was asked for."""


class _Later(Exception):
    """Whoever was asked says to come back later."""


_UNREACHABLE = (
    *(_Later, TimeoutError, OSError, UnicodeError, ssl.SSLError),
    *(httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError),
)


def _address(asked: str) -> str:
    """Where a document lies: plain https, with a host and nobody's password.

    >>> _address("did:web:issuer.example"), _address("https://issuer.example/keys#key-1")
    ('https://issuer.example/.well-known/did.json', 'https://issuer.example/keys')
    """
    if asked.startswith(DID_WEB):
        return did_web_url(asked)
    url = asked.partition("#")[0]
    try:
        parts = urlsplit(url)
        is_plain = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        raise _Refused from None
    if not is_plain or not url.isascii() or not url.isprintable() or " " in url or len(url) > _LONGEST_URL:
        raise _Refused
    return url


_FIT = frozenset({"application/json", "application/vc", "application/vc+jwt", "application/jwt"})


def _must_be_fine(status: int, told: Mapping[bytes, str], any_kind: bool) -> None:
    if status in _LATER or status >= _REFUSED.stop:
        raise _Later
    if status in _REFUSED:
        raise _Refused
    kind = told.get(b"content-type", "").partition(";")[0].strip().lower()
    is_fit = any_kind or kind in _FIT or kind.endswith("+json")
    if status != _OK or not is_fit or told.get(b"content-encoding", "identity") != "identity":
        raise _Bad


def _joined(had: Mapping[str, Fetched], asked: Iterable[str], found: Mapping[str, Fetched]) -> dict[str, Fetched]:
    return {**had, **{one: found[one] for one in asked if one in found}}
