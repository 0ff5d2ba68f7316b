"""What is known of a request besides its content, and an answer that was given before."""

import datetime as dt
from typing import Any

import msgspec

from humanely.pipeline import acting
from humanely.store.api_key import ApiKey


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a request besides its path, query and body.

    Attributes:
        key: the API key shown; None where the operation needs none.
        repeat_key: unique to this client, operation and Idempotency-Key; empty where none was sent.
        fingerprint: SHA-256 of what was asked.
        last_event: the header Last-Event-ID; empty where there is none.
        conversation: the header x-humanely-conversation; empty where there is none.
        address: of whoever asks, as limits count it; empty where it is not known.
        root: the path this server lies under as people see it, such as ``/humanely``; empty at the top.
    """

    key: ApiKey | None = None
    repeat_key: str = ""
    fingerprint: bytes = b""
    last_event: str = ""
    conversation: str = ""
    address: str = ""
    root: str = ""

    def by(self, now: dt.datetime) -> acting.Asked:
        """The same for whoever records."""
        return acting.Asked(self.key.name if self.key else "", now, self.repeat_key, self.fingerprint)


class Replayed(msgspec.Struct, frozen=True):
    """An answer that was given before to the same request, and nothing was done again."""

    answer: Any
