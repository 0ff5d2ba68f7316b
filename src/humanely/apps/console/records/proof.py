"""Proofs about the ledger as people hand them on: JSON, as `GET /v1/ledger/proof` gives it, checked check by check."""

import binascii
import datetime as dt
from typing import Any

import msgspec

from humanely.errors import HumanelyError
from humanely.store.log.ledger import Ledger
from humanely.trust.entry import Entry
from humanely.trust.merkle import Head, OutsideTree, leaf_hash, verify_consistency, verify_inclusion


class ProofUnreadable(HumanelyError):
    """A text is no proof."""

    code = "proof_unreadable"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            "This is no proof that can be read.", fix="Paste the whole of what GET /v1/ledger/proof gave, as it is."
        )


class RecordMissing(HumanelyError):
    """There is no record at a place."""

    code = "record_missing"
    status = 404

    def __init__(self) -> None:
        super().__init__("There is no record at this place.", fix="Give a whole number below the size of the ledger.")


class HeadGiven(msgspec.Struct, frozen=True):
    """The log in short: how many entries, and SHA-256 over them."""

    size: int
    root: bytes

    @property
    def head(self) -> Head:
        """As the tree knows it."""
        return Head(self.size, self.root)


class EntryGiven(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as it stands in the tree."""

    index: int
    at: dt.datetime
    kind: str
    subject: str
    payload_hash: bytes

    @property
    def entry(self) -> Entry:
        """As the tree knows it; a kind nobody knows has a hash like any other."""
        kind: Any = self.kind
        return Entry(self.index, self.at, kind, self.subject, self.payload_hash)


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A proof as it is handed on."""

    kind: str
    entry: EntryGiven | None = None
    old: HeadGiven | None = None
    head: HeadGiven
    hashes: tuple[bytes, ...]


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The proof of one record, ready to be shown.

    Attributes:
        holds: the record leads to the head.
        text: to be handed on, JSON.
    """

    place: int
    at: dt.datetime
    kind: str
    subject: str
    hash: str
    size: int
    holds: bool
    text: str


def shown(ledger: Ledger, place: str) -> Proof:
    """Prove one record against the ledger as it is.

    Raises:
        RecordMissing: there is none.
        LogUnproven: the ledger does not lead to its own head.
    """
    if not (place.isascii() and place.isdigit() and len(place) <= 18):
        raise RecordMissing
    try:
        found = ledger.inclusion(int(place), ledger.head().size)
    except OutsideTree:
        raise RecordMissing from None
    entry = found.entry
    given = Given(
        kind="inclusion",
        entry=EntryGiven(
            index=entry.index, at=entry.at, kind=entry.kind, subject=entry.subject, payload_hash=entry.payload_hash
        ),
        head=HeadGiven(found.head.size, found.head.root),
        hashes=found.hashes,
    )
    return Proof(
        place=entry.index,
        at=entry.at,
        kind=entry.kind,
        subject=entry.subject,
        hash=entry.payload_hash.hex(),
        size=found.head.size,
        holds=found.holds,
        text=msgspec.json.format(msgspec.json.encode(given), indent=2).decode(),
    )


def checked(ledger: Ledger, text: str) -> tuple[tuple[str, bool], ...]:
    """Check a proof somebody gave: a key of words for each check, and whether it holds.

    1. Its hashes lead from what it proves to the head it names.
    2. That head is one this ledger had.
    3. For a record: the one at that place here is the same.

    Raises:
        ProofUnreadable: it is none.
        LogUnproven: the ledger does not lead to its own head.
    """
    try:
        given = msgspec.json.decode(text, type=Given)
        leads = _leads(given)
    except (msgspec.DecodeError, binascii.Error, HumanelyError, RecursionError, OverflowError):
        raise ProofUnreadable from None
    checks = [("ledger-leads", leads), ("ledger-head-ours", _was(ledger, given.head.head))]
    if given.old is not None:
        checks.append(("ledger-old-ours", _was(ledger, given.old.head)))
    if given.entry is not None:
        checks.append(("ledger-record-ours", _stands(ledger, given.entry)))
    return tuple(checks)


def _leads(given: Given) -> bool:
    if given.kind == "inclusion" and given.entry is not None:
        leaf = leaf_hash(given.entry.entry.leaf)
        return bool(verify_inclusion(leaf, given.entry.index, given.head.head, given.hashes))
    if given.kind == "consistency" and given.old is not None:
        return bool(verify_consistency(given.old.head, given.head.head, given.hashes))
    raise ProofUnreadable


def _was(ledger: Ledger, head: Head) -> bool:
    """Whether the ledger had this head once."""
    try:
        return ledger.consistency(head.size, ledger.head().size).old == head
    except OutsideTree:
        return False


def _stands(ledger: Ledger, given: EntryGiven) -> bool:
    try:
        return ledger.inclusion(given.index, ledger.head().size).entry.leaf == given.entry.leaf
    except OutsideTree:
        return False
