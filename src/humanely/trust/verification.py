"""Does the log still say what it said? Every payload hashed again, every root rebuilt, every checkpoint held to it.

Each check catches what the one before cannot:
1. A payload against the hash in its entry: the stored bytes were changed.
2. The order of the entries: some are gone, or moved.
3. The rebuilt root against the head the log keeps of itself: a row was changed together with its hash.
4. The rebuilt roots against signed checkpoints: the head was changed too.
5. Checkpoints inside the database against those kept outside: all of it was set back, or signed anew.

What no check can catch: a change after the newest checkpoint kept outside, by someone who rewrites the head and
holds the signing key; so write checkpoints outside often. And a payload said to be erased is taken to be: whether
an erasure accounts for it is for whoever answers for the payloads to know.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

import msgspec

from humanely.trust.checkpoint import Checkpoint, CheckpointMalformed, CheckpointUnproven, open_signed
from humanely.trust.entry import Entry, hash_payload
from humanely.trust.finding import Fault, Finding, about
from humanely.trust.merkle import Head, Tree, leaf_hash
from humanely.trust.signing_key import Verifier


class Absent(Enum):
    """Why there is no payload."""

    ERASED = "erased"
    """Removed on purpose, by an erasure or a retention rule; the entry's hash stays."""
    MISSING = "missing"
    """It should be there."""


Payloads = Callable[[Entry], bytes | Absent]
"""Gives the payload of an entry, byte for byte as stored, or says why there is none."""


class Checkpoints(msgspec.Struct, frozen=True):
    """Signed checkpoints, as the bytes of their notes, in any order.

    Attributes:
        inside: those in the database.
        outside: those kept where who writes to the database cannot.
    """

    inside: tuple[bytes, ...] = ()
    outside: tuple[bytes, ...] = ()


class Verification(msgspec.Struct, frozen=True):
    """What verification saw.

    No findings without checkpoints is no proof: only the first `proven` entries are held by a signature.

    Attributes:
        findings: what is wrong; empty when nothing is.
        entries: how many were read.
        erased: how many of them have no payload any more, on purpose.
        proven: size of the newest signed checkpoint the entries agree with, 0 without one.
    """

    findings: tuple[Finding, ...]
    entries: int
    erased: int
    proven: int


def verify(
    entries: Iterable[Entry],
    payloads: Payloads,
    stored: Head | None,
    checkpoints: Checkpoints,
    verifiers: Sequence[Verifier],
) -> Verification:
    """Verify the whole log in one pass over its entries; memory does not grow with them, only with what is wrong.

    Args:
        entries: in the order they are stored.
        payloads: asked once for each entry.
        stored: the head the log keeps of itself, written with its last entry; None when it keeps none.
        checkpoints: as many as there are; those outside prove the most.
        verifiers: every key the log has signed with.
    """
    # 1. Open the checkpoints; one that cannot be trusted is a finding and counts no further.
    inside, bad_inside = _open("inside", checkpoints.inside, verifiers)
    outside, bad_outside = _open("outside", checkpoints.outside, verifiers)
    signed = [checkpoint.head for checkpoint in (*inside, *outside)]
    heads = signed if stored is None else [*signed, stored]
    # 2. Walk the entries once, keeping the root at each size somebody has put down.
    walk = _Walk(payloads, {head.size for head in heads})
    for entry in entries:
        walk.take(entry)
    # 3. Hold the roots against all that was put down, signed or not.
    proven = max((head.size for head in signed if walk.roots.get(head.size) == head.root), default=0)
    findings = (
        *walk.findings(),
        *_tail(heads, walk.end),
        *_rewritten(heads, walk.roots, proven),
        *_head(stored, walk, proven),
        *_forked(signed, walk.roots, proven),
        *_rolled_back(inside, outside),
        *bad_inside,
        *bad_outside,
    )
    return Verification(findings, walk.read, walk.erased, proven)


class _Walk:
    """One pass over the entries: faults in payloads and order, and the roots on the way.

    Attributes:
        roots: size → root, for the sizes wanted, as far as the order holds.
        end: one past the highest index seen, as the log's length.
    """

    def __init__(self, payloads: Payloads, wanted: set[int]) -> None:
        self._payloads = payloads
        self._wanted = wanted
        self._tree = Tree()
        self._in_order = True
        self._gaps: list[range] = []
        self._faults: dict[Fault, list[range]] = {}
        self.roots = {0: self._tree.root}
        self.read = self.erased = self.end = 0

    def take(self, entry: Entry) -> None:
        self.read += 1
        self._check_payload(entry)
        self._check_order(entry.index)
        if self._in_order:
            self._tree = self._tree.append(leaf_hash(entry.leaf))
            if self._tree.size in self._wanted:
                self.roots[self._tree.size] = self._tree.root

    def _check_payload(self, entry: Entry) -> None:
        payload = self._payloads(entry)
        if payload is Absent.ERASED:
            self.erased += 1
        elif payload is Absent.MISSING:
            self._note(Fault.PAYLOAD_MISSING, entry.index)
        elif hash_payload(payload) != entry.payload_hash:
            self._note(Fault.PAYLOAD_CHANGED, entry.index)

    def _check_order(self, index: int) -> None:
        """An index above the next one opens a gap; one below it closes its part of a gap, or stands twice."""
        if index > self.end:
            self._gaps.append(range(self.end, index))
        elif index < self.end:
            self._note(Fault.REORDERED, index)
            self._gaps = [part for gap in self._gaps for part in _without(gap, index)]
        self._in_order = self._in_order and index == self.end
        self.end = max(self.end, index + 1)

    def _note(self, fault: Fault, index: int) -> None:
        """Keep a fault, as one with the entry before it where that has the same."""
        runs = self._faults.setdefault(fault, [])
        if runs and runs[-1].stop == index:
            runs[-1] = range(runs[-1].start, index + 1)
        else:
            runs.append(range(index, index + 1))

    def findings(self) -> Iterator[Finding]:
        for fault, runs in {**self._faults, Fault.ENTRIES_MISSING: self._gaps}.items():
            for run in runs:
                yield about(fault, run, _ON_THE_WAY[fault])


_ON_THE_WAY = {
    Fault.PAYLOAD_CHANGED: "the payload does not have the hash recorded for it",
    Fault.PAYLOAD_MISSING: "there is no payload, and it is not said to be erased",
    Fault.REORDERED: "found after an entry with a higher or the same index",
    Fault.ENTRIES_MISSING: "not there, though later ones are",
}


def _without(gap: range, index: int) -> Iterator[range]:
    """What is left of a gap once an index in it has turned up."""
    parts = (range(gap.start, index), range(index + 1, gap.stop)) if index in gap else (gap,)
    return (part for part in parts if part)


def _open(
    place: str, notes: tuple[bytes, ...], verifiers: Sequence[Verifier]
) -> tuple[list[Checkpoint], list[Finding]]:
    opened: list[Checkpoint] = []
    findings: list[Finding] = []
    for number, signed in enumerate(notes, start=1):
        named = f"Checkpoint {number} of {len(notes)} {place} the database"
        try:
            opened.append(open_signed(signed, verifiers))
        except CheckpointMalformed as malformed:
            findings.append(Finding(Fault.CHECKPOINT_MALFORMED, f"{named} cannot be read: {malformed.fault}."))
        except CheckpointUnproven as unproven:
            findings.append(Finding(Fault.SIGNATURE_BAD, f"{named} cannot be trusted: {unproven.fault}."))
    return opened, findings


def _tail(heads: Sequence[Head], end: int) -> Iterator[Finding]:
    longest = max((head.size for head in heads), default=0)
    if longest > end:
        yield about(Fault.TAIL_DROPPED, range(end, longest), "not there, though the log once had them")


def _rewritten(heads: Sequence[Head], roots: dict[int, bytes], proven: int) -> Iterator[Finding]:
    """The shortest stretch after the last proven entry in which something must have changed."""
    beyond = (head.size for head in heads if head.size > proven and roots.get(head.size, head.root) != head.root)
    first = min(beyond, default=None)
    if first is not None:
        yield about(Fault.ROW_REWRITTEN, range(proven, first), f"the root put down at size {first} does not come out")


def _head(stored: Head | None, walk: _Walk, proven: int) -> Iterator[Finding]:
    """The head the log keeps of itself, where it contradicts proven entries or ends before they do."""
    if stored is None:
        return
    if stored.size < walk.end:
        said = f"the head the log keeps of itself ends at size {stored.size}"
        yield about(Fault.HEAD_CHANGED, range(stored.size, walk.end), said)
    elif stored.size == proven and walk.roots[proven] != stored.root:
        yield Finding(Fault.HEAD_CHANGED, f"The log keeps a root of size {proven} that is not its root.")


def _forked(signed: Sequence[Head], roots: dict[int, bytes], proven: int) -> Iterator[Finding]:
    """Two roots signed for one size, or one signed on the way to a later root that leaves it out."""
    implied = {(size, root) for size, root in roots.items() if size <= proven}
    sizes = Counter(size for size, _ in implied | {(head.size, head.root) for head in signed})
    forks = sorted(size for size, different_roots in sizes.items() if different_roots > 1)
    if forks:
        more = f", and at {len(forks) - 1} more after it" if len(forks) > 1 else ""
        yield Finding(Fault.FORKED, f"Signed checkpoints lead to two roots at size {forks[0]}{more}.")


def _rolled_back(inside: Sequence[Checkpoint], outside: Sequence[Checkpoint]) -> Iterator[Finding]:
    newest_inside = max((checkpoint.size for checkpoint in inside), default=None)
    newest_outside = max((checkpoint.size for checkpoint in outside), default=None)
    if newest_outside is None or (newest_inside is not None and newest_inside >= newest_outside):
        return
    known = "there is none" if newest_inside is None else f"the newest is of size {newest_inside}"
    yield Finding(
        Fault.ROLLED_BACK, f"Inside the database {known}, outside there is a checkpoint of size {newest_outside}."
    )
