"""Who may do what: the API key of a request, looked up at most once in a few seconds."""

import asyncio
import datetime as dt
import time
from collections.abc import Callable, Mapping

import msgspec

from humanely.errors import HumanelyError
from humanely.store.api_key import ApiKey, ApiKeyRefused, Scope, Secret

HELD_S = 4.0
"""Seconds for which a key is not looked up again, so that a revoked one is refused within five."""

MOST_HELD = 1024


class KeyMissing(HumanelyError):
    """No API key came with a request that needs one."""

    code = "key_missing"
    status = 401

    def __init__(self, scope: Scope) -> None:
        super().__init__(
            "No API key came with the request.",
            fix=f"Make one with humanely key create --data DIR --name NAME --scope {scope.value}, and send it as "
            "Authorization: Bearer hum_…",
        )
        self.headers = {"www-authenticate": 'Bearer realm="humanely"'}


class ScopeMissing(HumanelyError):
    """The API key is good, but not for this."""

    code = "scope_missing"
    status = 403

    def __init__(self, scope: Scope) -> None:
        super().__init__(
            f"The API key has not the scope {scope.value!r}, which this operation needs.",
            fix=f"Use a key that has it, or make one: humanely key create --data DIR --name NAME --scope {scope.value}",
        )


class _Held(msgspec.Struct, frozen=True):
    sha256: bytes
    key: ApiKey
    until: float


class Doorkeeper:
    """Lets a request in by its key.

    Args:
        find: the key of a secret, from the store; raises `ApiKeyRefused` for one that opens nothing. It is called
            apart from the event loop.
        clock: seconds that only go up.
    """

    def __init__(self, find: Callable[[Secret], ApiKey], clock: Callable[[], float] = time.monotonic) -> None:
        self._find = find
        self._clock = clock
        self._held: dict[str, _Held] = {}

    async def admit(self, headers: Mapping[str, str], scope: Scope) -> ApiKey:
        """The key of a request.

        Raises:
            KeyMissing: there is none.
            ApiKeyRefused: it is unknown, revoked or expired.
            ScopeMissing: it is not for this.
        """
        shown = shown_in(headers)
        if not shown:
            raise KeyMissing(scope)
        key = await self._key(Secret.parse(shown))
        if not key.allows(scope):
            raise ScopeMissing(scope)
        return key

    async def _key(self, secret: Secret) -> ApiKey:
        held = self._held.get(secret.id)
        if held is not None and self._clock() < held.until and secret.fits(held.sha256):
            if refusal := held.key.refusal(dt.datetime.now(dt.UTC)):
                raise ApiKeyRefused(refusal)
            return held.key
        self._held.pop(secret.id, None)
        # Counted from before the look-up: what it finds may be as old as that.
        until = self._clock() + HELD_S
        key = await asyncio.to_thread(self._find, secret)
        while len(self._held) >= MOST_HELD:
            del self._held[next(iter(self._held))]
        self._held[secret.id] = _Held(secret.sha256, key, until)
        return key


def shown_in(headers: Mapping[str, str]) -> str:
    """The key as a client sends it, empty where it sends none.

    >>> shown_in({"authorization": "Bearer hum_x"}), shown_in({"x-api-key": "hum_y"}), shown_in({})
    ('hum_x', 'hum_y', '')
    """
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else headers.get("x-api-key", "").strip()
