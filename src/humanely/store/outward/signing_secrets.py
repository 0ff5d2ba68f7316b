"""Secrets that sign messages between systems: new ones, and old ones that still hold while both sides change over.

Source: Standard Webhooks, signature scheme v1: ``whsec_`` and 24 to 64 random bytes in base64.
"""

import base64
import datetime as dt

import msgspec

from humanely.trust.seal import Entropy, EntropyWrongLength

SECRET_BYTES = 32
OVERLAP = dt.timedelta(hours=24)
"""How long an old secret goes on holding beside its successor."""


class _Signing(msgspec.Struct, frozen=True):
    text: str
    until: dt.datetime | None = None


class Secrets(msgspec.Struct, frozen=True):
    """The secrets of one webhook or hook, newest first.

    >>> noon = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    >>> first = Secrets().rotated(noon, bytes)
    >>> both = first.rotated(noon, lambda count: b"1" * count)
    >>> [len(both.holding(noon + age)) for age in (dt.timedelta(), OVERLAP)]
    [2, 1]
    """

    all: tuple[_Signing, ...] = ()

    def __repr__(self) -> str:
        return f"Secrets({len(self.all)})"

    @property
    def newest(self) -> str:
        """The one to give out."""
        return self.all[0].text

    def rotated(self, now: dt.datetime, entropy: Entropy) -> "Secrets":
        """With a new secret; the one before it holds for 24 hours more, older ones as long as they were to.

        Raises:
            EntropyWrongLength: the source of randomness gave too little or too much.
        """
        drawn = entropy(SECRET_BYTES)
        if len(drawn) != SECRET_BYTES:
            raise EntropyWrongLength(SECRET_BYTES, len(drawn))
        made = _Signing(f"whsec_{base64.b64encode(drawn).decode()}")
        kept = (_Signing(one.text, one.until or now + OVERLAP) for one in self.all if _holds(one, now))
        return Secrets((made, *kept))

    def holding(self, now: dt.datetime) -> tuple[str, ...]:
        """Those that hold, newest first."""
        return tuple(one.text for one in self.all if _holds(one, now))

    def encode(self) -> bytes:
        """As bytes, to be sealed."""
        return msgspec.json.encode(self)

    @classmethod
    def decode(cls, encoded: bytes) -> "Secrets":
        """Back from `encode`."""
        return msgspec.json.decode(encoded, type=cls)


def _holds(one: _Signing, now: dt.datetime) -> bool:
    return one.until is None or now < one.until
