"""What is recorded: acts, grouped into units that are kept whole or not at all, and acts as they are read back."""

import datetime as dt

import msgspec

from humanely.store.credentials import Rows
from humanely.store.handoffs import Standing
from humanely.store.reviews import Held
from humanely.trust.entry import Kind
from humanely.trust.retention import Kind as Keep


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act, before it has its place in the ledger.

    Attributes:
        kind: of the act.
        payload: JSON, sealed under the person's key when it is written; open where it is about nobody.
        keep: which retention rule holds for the payload; None where it stays as long as the ledger.
        person: whose payload it is, the id as the channel gives it; None where it is about nobody.
        conversation: the id as the channel gives it; None where it belongs to none.
        in_crisis: a life may be at risk: sealed under a key of its own.
        credential: id of the credential in whose stream it stands; None where it stands in none.
    """

    kind: Kind
    payload: bytes
    keep: Keep | None
    person: str | None = None
    conversation: str | None = None
    in_crisis: bool = False
    credential: str | None = None


class Answered(msgspec.Struct, frozen=True):
    """What was answered to a request that may come again.

    Attributes:
        key: the idempotency key of the request, with whatever makes it unique to one client.
        fingerprint: SHA-256 of the request, so that another request under the same key is noticed.
        person: under whose key the body is sealed; None where it is about nobody.
        body: what to rebuild the answer from, byte for byte.
    """

    key: str
    fingerprint: bytes
    person: str | None
    body: bytes


class Earlier(msgspec.Struct, frozen=True):
    """What was answered to a request before.

    Attributes:
        fingerprint: of that request.
        body: as `Answered.body`.
        first: index of the first act recorded with it.
    """

    fingerprint: bytes
    body: bytes
    first: int


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """Acts that are recorded together or not at all.

    Attributes:
        acts: in the order they take in the ledger; their indexes follow each other without a gap.
        conversation: the conversation the acts were decided on; None where they hang on none.
        known: index of the newest entry of that conversation the caller had read, -1 where there was none. If the
            conversation has moved on since, nothing of the unit is recorded.
        handoff: as it stands after these acts; None where none of them moves one.
        held: answers held for review, as they stand after these acts; none where none of them moves one.
        credentials: the rows of the credentials the acts were decided on, as they stand after them.
        answered: kept with the acts, so that a repeated request is answered the same and decided once.
    """

    acts: tuple[Act, ...]
    conversation: str | None = None
    known: int = -1
    handoff: Standing | None = None
    held: tuple[Held, ...] = ()
    credentials: tuple[Rows, ...] = ()
    answered: Answered | None = None


class Recorded(msgspec.Struct, frozen=True):
    """A unit is in the ledger, on disk.

    Attributes:
        first: index of its first act.
        at: aware, UTC; of all its acts.
    """

    first: int
    at: dt.datetime


class Moved(msgspec.Struct, frozen=True):
    """A unit was not recorded: its conversation, or its credential, has newer entries than the caller knew."""


class Kept(msgspec.Struct, frozen=True):
    """An act as it is read back.

    Attributes:
        index: place in the ledger.
        at: aware, UTC.
        kind: of the act.
        subject: pseudonym of the person, empty where it is about nobody.
        payload: opened; None where it was erased or its time has passed.
    """

    index: int
    at: dt.datetime
    kind: Kind
    subject: str
    payload: bytes | None


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before a round of turns.

    Attributes:
        newest: index of the newest entry of each conversation, -1 where there is none.
        consents: the acts about each person's consent, in order.
        answered: what was answered to requests that came before, by idempotency key.
    """

    newest: dict[str, int]
    consents: dict[str, tuple[Kept, ...]]
    answered: dict[str, Earlier]
