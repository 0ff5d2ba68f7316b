"""Does the database still hold what was recorded? The stored log, read as it lies there and put to verification.

A payload that is gone counts as erased only where a retention run, recorded in the log after it, accounts for it. A
person's erasure takes their keys and leaves the sealed bytes, so those are verified like all others.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from sqlalchemy import Connection

from humanely.store.log.retired import covers, joined, retired_of
from humanely.store.log.stored_log import missing_tables, rows, stored_checkpoints, stored_tree
from humanely.store.sql.database import Database
from humanely.trust.entry import Entry, hash_payload
from humanely.trust.finding import Fault, Finding
from humanely.trust.merkle import Head, Tree
from humanely.trust.signing_key import Verifier
from humanely.trust.verification import Absent, Checkpoints, Verification, verify


def verify_database(database: Database, outside: Sequence[bytes], verifiers: Sequence[Verifier]) -> Verification:
    """Verify the whole ledger as the database holds it at this moment, also while others write to it.

    Args:
        outside: checkpoints kept outside the database. Read them before this call: one that is signed while the
            verification runs would look as if the database had been set back.
        verifiers: every key the log has signed with.

    Raises:
        HumanelyError: one of `database_faults`, where the database cannot be read at all.
    """
    with database.reading() as connection:
        missing = missing_tables(connection)
        kept = stored_tree(connection) if "head" not in missing else None
        inside = stored_checkpoints(connection) if "checkpoints" not in missing else ()
        log = _StoredLog(connection, there="entries" not in missing)
        seen = verify(log.entries(), log.payload, kept and kept[0], Checkpoints(inside, tuple(outside)), verifiers)
    return replace(seen, findings=(*seen.findings, *_head(kept, seen), *_tables(missing)))


class _StoredLog:
    """The entries one after the other, and the payload of the one that was handed out last."""

    def __init__(self, connection: Connection, *, there: bool) -> None:
        self._connection = connection
        self._there = there
        self._accounted = _accounted(connection) if there else ()
        self._payload: bytes | None = None

    def entries(self) -> Iterator[Entry]:
        if self._there:
            for entry, payload in rows(self._connection):
                self._payload = payload
                yield entry

    def payload(self, entry: Entry) -> bytes | Absent:
        if self._payload is not None:
            return self._payload
        return Absent.ERASED if covers(self._accounted, entry.index) else Absent.MISSING


def _accounted(connection: Connection) -> tuple[tuple[int, int], ...]:
    """Ranges of entries whose payloads went by retention runs; a run counts only as it was recorded, and for the past.

    That the run's own row is as it was recorded is then shown by the roots, like that of any other.
    """
    return joined(
        (first, min(last, entry.index - 1))
        for entry, payload in rows(connection, kind="erasure")
        if payload is not None and hash_payload(payload) == entry.payload_hash
        for run in (retired_of(payload),)
        if run is not None
        for rule in run.rules
        for first, last in rule.ranges
    )


def _head(kept: tuple[Head, Tree] | None, seen: Verification) -> Iterator[Finding]:
    """What verification does not look at: a log that keeps no head, or could not go on from the one it keeps."""
    if kept is None:
        yield Finding(Fault.HEAD_CHANGED, f"The log keeps no head of itself beside its {seen.entries} entries.")
        return
    head, tree = kept
    if len(tree.edge) != head.size.bit_count() or tree.root != head.root:
        yield Finding(Fault.HEAD_CHANGED, "What the log keeps to go on from does not lead to the root it keeps.")


def _tables(missing: Sequence[str]) -> Iterator[Finding]:
    for name in missing:
        yield Finding(Fault.TABLE_MISSING, f"The table {name!r} is not in the database.")
