"""What verification of the log can find wrong, and what each finding means to the operator."""

from enum import StrEnum

import msgspec


class Fault(StrEnum):
    """A way in which the log is not what it was."""

    PAYLOAD_CHANGED = "payload_changed"
    PAYLOAD_MISSING = "payload_missing"
    ROW_REWRITTEN = "row_rewritten"
    ENTRIES_MISSING = "entries_missing"
    TAIL_DROPPED = "tail_dropped"
    REORDERED = "reordered"
    HEAD_CHANGED = "head_changed"
    FORKED = "forked"
    ROLLED_BACK = "rolled_back"
    SIGNATURE_BAD = "signature_bad"
    CHECKPOINT_MALFORMED = "checkpoint_malformed"
    TABLE_MISSING = "table_missing"


MEANING: dict[Fault, str] = {
    Fault.PAYLOAD_CHANGED: (
        "What is stored is not what was recorded. Take it from a backup: the one whose hash fits is the true one."
    ),
    Fault.PAYLOAD_MISSING: (
        "What was recorded is gone, and no erasure accounts for it. Take it from a backup, or find out who removed it."
    ),
    Fault.ROW_REWRITTEN: (
        "At least one of these entries was changed together with its hash, by someone who could write to the "
        "database. Compare these entries with a backup to see which."
    ),
    Fault.ENTRIES_MISSING: (
        "Entries were removed from the middle of the log. Roots after the gap cannot be rebuilt until they are put "
        "back from a backup."
    ),
    Fault.TAIL_DROPPED: (
        "The log once was longer than it is: its latest entries were removed, or an old backup was restored. Put "
        "them back from the newest backup."
    ),
    Fault.REORDERED: (
        "Entries do not stand in the order they were recorded in, or stand twice. Roots after this place cannot be "
        "rebuilt until the order is restored from a backup."
    ),
    Fault.HEAD_CHANGED: (
        "What the log keeps of its own size and root does not fit its entries: rows were added around the log, or "
        "the head was set back. Entries beyond the newest matching checkpoint are not proven."
    ),
    Fault.FORKED: (
        "Two histories were signed with this log's key: the log was rebuilt, or two copies went on from one backup. "
        "Find out who holds the key; the checkpoints kept outside show which history came first."
    ),
    Fault.ROLLED_BACK: (
        "The database knows less than was already signed and kept outside: an old backup was restored, or "
        "checkpoints were removed. Restore the newest backup and apply the erasure list before anything else."
    ),
    Fault.SIGNATURE_BAD: (
        "This checkpoint proves nothing: it was changed, is another log's, or was signed by a key that was not "
        "given. Give every verifier key this log has used; if it still fails, treat the checkpoint as forged."
    ),
    Fault.CHECKPOINT_MALFORMED: (
        "This checkpoint proves nothing: it cannot be read. Copy it again from where it was first written."
    ),
    Fault.TABLE_MISSING: (
        "Somebody took part of the database away, and the program cannot work without it. Restore the newest backup "
        "and apply the erasure list before anything else."
    ),
}


class Finding(msgspec.Struct, frozen=True):
    """One thing wrong with the log.

    Attributes:
        fault: what kind of thing.
        found: what was seen, one sentence, without any content of the log.
        first: index of the first entry it is about; None when it is about no entry.
        last: index of the last one.
    """

    fault: Fault
    found: str
    first: int | None = None
    last: int | None = None

    @property
    def means(self) -> str:
        """What follows from it, and what to do."""
        return MEANING[self.fault]


def about(fault: Fault, entries: range, found: str) -> Finding:
    """A finding about some entries, named at the head of its sentence; `entries` is not empty.

    >>> about(Fault.TAIL_DROPPED, range(3, 6), "gone").found
    'Entries 3 to 5: gone.'
    """
    first, last = entries.start, entries.stop - 1
    named = f"Entry {first}" if first == last else f"Entries {first} to {last}"
    return Finding(fault, f"{named}: {found}.", first, last)
