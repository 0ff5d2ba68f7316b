"""One entry of the log: which act, when, about whom, and the hash of what was stored of it.

The payload itself is not in the log. It is hashed as it is stored, that is sealed under the person's key: once
the key is destroyed, the hash left behind says nothing about the words. `subject` stays in the log for good and
is therefore a pseudonym, never a name or an address.

An entry's leaf is JSON in the one form of RFC 8785 (keys sorted, no spaces, UTF-8, shortest escapes):

    {"at":"2026-01-02T03:04:05Z","index":0,"kind":"consent","payload_hash":"<base64>","subject":"<id>"}

`at` is RFC 3339 in UTC with six digits of a second, or none when they are all zero; `index` counts from 0.
"""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal

import msgspec

from humanely.errors import HumanelyError

Kind = Literal[
    "consent", "law", "estimate", "decision", "response", "handoff", "note", "review", "contact", "correction",
    "erasure", "outcome", "behaviour", "key", "staff", "setting", "webhook", "achievement", "credential", "appeal",
    "endorsement",
]  # fmt: skip

_CANONICAL = msgspec.json.Encoder(order="sorted")


class EntryWithoutZone(HumanelyError):
    """The time of an entry has no time zone, so it would mean another moment on another machine."""

    code = "entry_without_zone"

    def __init__(self, index: int) -> None:
        super().__init__(
            f"The time of entry {index} has no time zone.",
            fix="Pass a datetime with a time zone, such as datetime.now(UTC).",
        )


class Entry(msgspec.Struct, frozen=True):
    """A row of the log.

    What a database gives back is taken as it is, unknown kinds and hashes of the wrong length too: a row that was
    tampered with must reach verification.

    Attributes:
        index: place in the log, from 0.
        at: when it was recorded; aware, counted in UTC.
        kind: of the act.
        subject: pseudonym of the person it is about; empty when it is about none.
        payload_hash: SHA-256 of the payload as stored, 32 bytes.

    Raises:
        EntryWithoutZone: `at` is naive.
    """

    index: int
    at: datetime
    kind: Kind
    subject: str
    payload_hash: bytes

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise EntryWithoutZone(self.index)

    @property
    def leaf(self) -> bytes:
        """The bytes that stand for this entry in the tree, the same on every machine."""
        return _CANONICAL.encode(msgspec.structs.replace(self, at=self.at.astimezone(UTC)))


def hash_payload(payload: bytes) -> bytes:
    """SHA-256 of a payload as it is stored.

    >>> len(hash_payload(b""))
    32
    """
    return sha256(payload).digest()
