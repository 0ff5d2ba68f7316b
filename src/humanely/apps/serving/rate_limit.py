"""How much one key may ask for: a bucket of tokens that fills steadily; a request takes one.

Source: the header fields of draft-ietf-httpapi-ratelimit-headers, in the form in which clients know them.
"""

import math
import time
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address

import msgspec

from humanely.errors import HumanelyError

MOST_BUCKETS = 4096


class RateLimited(HumanelyError):
    """A key has asked for more than it may."""

    code = "rate_limited"
    status = 429

    def __init__(self, wait_s: int, headers: dict[str, str]) -> None:
        super().__init__(
            "This API key has sent more requests than it may for now.",
            fix=f"Wait {wait_s} s, as the header Retry-After says; the limits stand in settings.toml under [limits].",
        )
        self.headers = {"retry-after": str(wait_s), **headers}


class TooOften(HumanelyError):
    """Somebody of the public, or their address, has asked for more than it may."""

    code = "too_often"
    status = 429

    def __init__(self, error: RateLimited) -> None:
        super().__init__(
            "More came from this visitor or this address than may for now.", fix="Wait as Retry-After says, then go on."
        )
        self.headers = error.headers


def network_of(address: str) -> str:
    """What is counted as one client: an IPv4 address, or the IPv6 network of one connection, which has 2⁶⁴ addresses.

    Source: RFC 6177, for what a site is given.

    >>> network_of("203.0.113.7"), network_of("2001:db8:1:2:3:4:5:6"), network_of("::ffff:203.0.113.7"), network_of("")
    ('203.0.113.7', '2001:db8:1:2::', '203.0.113.7', '')
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, IPv4Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))


class Bucket(msgspec.Struct, frozen=True):
    """What one key has left.

    Attributes:
        tokens: requests that may come now, >= 0.
        at: seconds on the clock when it was counted.
    """

    tokens: float
    at: float


def filled(bucket: Bucket, now: float, *, rate_per_s: float, burst: int) -> Bucket:
    """The bucket some time later: never more than `burst`.

    >>> filled(Bucket(1.0, 10.0), 12.0, rate_per_s=3.0, burst=5)
    Bucket(tokens=5.0, at=12.0)
    """
    return Bucket(min(float(burst), bucket.tokens + max(0.0, now - bucket.at) * rate_per_s), now)


class RateLimit:
    """Buckets of all keys.

    Args:
        rate_per_s: requests a second in the long run, > 0.
        burst: requests at once, >= 1.
        clock: seconds that only go up.
    """

    def __init__(self, rate_per_s: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate_per_s = rate_per_s
        self._burst = burst
        self._clock = clock
        self._buckets: dict[str, Bucket] = {}

    def take(self, key: str) -> dict[str, str]:
        """Take one token of a key, and say in headers what is left.

        Raises:
            RateLimited: there is none.
        """
        now = self._clock()
        kept = self._buckets.pop(key, Bucket(float(self._burst), now))
        bucket = filled(kept, now, rate_per_s=self._rate_per_s, burst=self._burst)
        granted = bucket.tokens >= 1.0
        # Put back last, so that the first in order is the one longest unused; full ones need no place.
        self._buckets[key] = left = Bucket(bucket.tokens - granted, now)
        if len(self._buckets) > MOST_BUCKETS:
            del self._buckets[next(iter(self._buckets))]
        headers = self._headers(left)
        if not granted:
            raise RateLimited(max(1, math.ceil((1.0 - left.tokens) / self._rate_per_s)), headers)
        return headers

    def _headers(self, left: Bucket) -> dict[str, str]:
        full_in = math.ceil((self._burst - left.tokens) / self._rate_per_s)
        return {
            "ratelimit-limit": str(self._burst),
            "ratelimit-remaining": str(math.floor(left.tokens)),
            "ratelimit-reset": str(full_in),
        }


def take_public(limit: RateLimit, name: str) -> None:
    """Count one request of somebody who has no key.

    Raises:
        TooOften: they have asked too much.
    """
    try:
        limit.take(name)
    except RateLimited as error:
        raise TooOften(error) from None
