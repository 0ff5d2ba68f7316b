"""A log small enough to hold in the hand, and to be attacked in tests."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from humanely.trust import checkpoint
from humanely.trust.checkpoint import Checkpoint
from humanely.trust.entry import Entry, hash_payload
from humanely.trust.finding import Fault
from humanely.trust.merkle import Head, leaf_hash, root_of
from humanely.trust.signing_key import Signer
from humanely.trust.verification import Absent, Checkpoints, Verification, verify

SIGNER = Signer("example.org/log", bytes(32))
START = datetime(2026, 1, 2, tzinfo=UTC)


class SmallLog(msgspec.Struct, frozen=True):
    """Everything verification looks at; `msgspec.structs.replace` makes an attacked copy."""

    entries: tuple[Entry, ...]
    payloads: dict[int, bytes | Absent]
    stored: Head | None
    inside: tuple[bytes, ...] = ()
    outside: tuple[bytes, ...] = ()

    def verify(self) -> Verification:
        return verify(
            self.entries,
            lambda entry: self.payloads.get(entry.index, Absent.MISSING),
            self.stored,
            Checkpoints(self.inside, self.outside),
            [SIGNER.verifier],
        )

    @property
    def faults(self) -> list[Fault]:
        return sorted(finding.fault for finding in self.verify().findings)

    def about(self, fault: Fault) -> tuple[int | None, int | None]:
        """First and last entry of the one finding of this fault."""
        (finding,) = (finding for finding in self.verify().findings if finding.fault is fault)
        return finding.first, finding.last

    def extended(self, *words: str) -> "SmallLog":
        """The log with more entries, written as the log itself writes them."""
        entries, payloads = list(self.entries), dict(self.payloads)
        for word in words:
            index = len(entries)
            payloads[index] = word.encode()
            at = START + timedelta(minutes=index)
            entries.append(Entry(index, at, "response", f"p-{index % 3}", hash_payload(word.encode())))
        return msgspec.structs.replace(self, entries=tuple(entries), payloads=payloads, stored=head_of(entries))

    def with_row(self, index: int, payload: bytes) -> "SmallLog":
        """One payload exchanged together with the hash in its row; the head and the checkpoints as they were."""
        row = msgspec.structs.replace(self.entries[index], payload_hash=hash_payload(payload))
        entries = (*self.entries[:index], row, *self.entries[index + 1 :])
        return msgspec.structs.replace(self, entries=entries, payloads=self.payloads | {index: payload})

    def with_head_made_anew(self) -> "SmallLog":
        """The head the log keeps of itself rewritten to fit whatever the entries are now."""
        return msgspec.structs.replace(self, stored=head_of(self.entries))

    def checkpoint(self, size: int | None = None, signer: Signer = SIGNER) -> bytes:
        """The signed checkpoint the log gives out at a size, by default now."""
        head = head_of(self.entries[:size])
        return checkpoint.sign(Checkpoint(signer.name, head.size, head.root), signer)


def head_of(entries: Sequence[Entry]) -> Head:
    return Head(len(entries), root_of(leaf_hash(entry.leaf) for entry in entries))


def honest_log(size: int, *, inside: Sequence[int] = (), outside: Sequence[int] = ()) -> SmallLog:
    """A log of `size` entries nobody has touched, with checkpoints at these sizes."""
    log = SmallLog((), {}, head_of([])).extended(*(f"sealed words {i}" for i in range(size)))
    return msgspec.structs.replace(
        log,
        inside=tuple(log.checkpoint(at) for at in inside),
        outside=tuple(log.checkpoint(at) for at in outside),
    )
