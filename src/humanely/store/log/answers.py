"""Answers kept for requests that come again: the same request is answered the same, and decided once."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, insert, select

from humanely.store.log.act import Answered
from humanely.store.log.sequencer import Lock
from humanely.store.sql.tables import answers
from humanely.trust.seal import Entropy, open_, seal

_GIVEN = select(answers.c.key).where(answers.c.key.in_(bindparam("keys", expanding=True)))
_ADD = insert(answers)


class Answers:
    """The answers a round gives, held to those that others gave meanwhile."""

    def __init__(self, connection: Connection, origin: str, entropy: Entropy, names: Iterable[str]) -> None:
        """Read which requests were answered already.

        Args:
            names: pseudonyms of the idempotency keys.
        """
        wanted = list(set(names))
        found = connection.scalars(_GIVEN, {"keys": wanted}) if wanted else ()
        self._connection = connection
        self._origin = origin
        self._entropy = entropy
        self._taken = set(found)
        self._rows: list[dict[str, object]] = []

    def has(self, name: str) -> bool:
        """Whether the request was answered, before or in this round."""
        return name in self._taken

    def take(self, name: str, answered: Answered, lock: Lock | None, first: int, at: dt.datetime) -> None:
        """Keep an answer, sealed for its place."""
        body = answered.body
        if lock is not None:
            log = log_of(self._origin)
            body = seal(lock.key, body, log=log, index=first, person=name, entropy=self._entropy)
        self._taken.add(name)
        self._rows.append({
            "key": name,
            "at": at,
            "first": first,
            "fingerprint": answered.fingerprint,
            "subject": lock and lock.name,
            "body": body,
        })  # fmt: skip

    def write(self) -> None:
        """Write what was taken."""
        if self._rows:
            self._connection.execute(_ADD, self._rows)


def log_of(origin: str) -> str:
    """The log answers are sealed for, so that an answer and an entry never open in each other's place."""
    return f"{origin}/answers"


def opened(body: bytes, key: bytes, *, origin: str, name: str, first: int) -> bytes:
    """The body of an answer that was sealed.

    Raises:
        SealBroken: under another key or for another request, or changed.
    """
    return open_(key, body, log=log_of(origin), index=first, person=name)
