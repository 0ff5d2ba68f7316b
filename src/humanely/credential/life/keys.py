"""The keys of an issuer over time: to retire one is not to say that somebody else has it.

What a retired key signed stays good. Of what a compromised key signed only that stays good which the ledger saw before
the moment from which somebody else may have had it: the date in a proof is written by whoever signs.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from humanely.errors import HumanelyError

Standing = Literal["active", "retired", "compromised"]


class NoActiveKey(HumanelyError):
    """There is no key that may sign."""

    code = "issuer_key_missing"
    status = 503

    def __init__(self) -> None:
        super().__init__("The issuer has no key that may sign.", fix="Make a new one, then issue again.")


class KeyRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A key of the issuer, without its private part.

    Attributes:
        public: Ed25519 as Multikey, beginning with ``z6Mk``.
        method: id of its verification method.
        made_at, retired_at: aware, UTC; None while it is not retired.
        compromised_since: from when somebody else may have had it; None where nobody has.
    """

    public: str
    method: str
    made_at: dt.datetime
    retired_at: dt.datetime | None = None
    compromised_since: dt.datetime | None = None

    @property
    def standing(self) -> Standing:
        """As it is today."""
        if self.compromised_since is not None:
            return "compromised"
        return "active" if self.retired_at is None else "retired"

    def vouches(self, seen_at: dt.datetime | None) -> bool | None:
        """Whether what it signed stays good.

        Args:
            seen_at: when the ledger saw it; None where that is not known.

        Returns:
            None where it cannot be told.

        >>> T = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
        >>> key = KeyRecord(public="z6Mk…", method="did:key:z6Mk…#z6Mk…", made_at=T, compromised_since=T)
        >>> key.vouches(T - dt.timedelta(1)), key.vouches(T), key.vouches(None)
        (True, False, None)
        """
        if self.compromised_since is None:
            return True
        return None if seen_at is None else seen_at < self.compromised_since


def active(keys: Iterable[KeyRecord]) -> KeyRecord:
    """The key that signs: the newest that is active.

    Raises:
        NoActiveKey: there is none.
    """
    found = [key for key in keys if key.standing == "active"]
    if not found:
        raise NoActiveKey
    return max(found, key=lambda key: key.made_at)
