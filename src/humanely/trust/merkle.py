"""The Merkle tree of the log: one root stands for every entry, short proofs stand for the rest.

A leaf is hashed with 0x00 in front and a node with 0x01, so that neither can pass for the other. Hashes are
SHA-256, 32 bytes. A tree of `size` leaves splits at the largest power of two below `size`.

Source: RFC 9162, section 2.1.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import reduce
from hashlib import sha256

import msgspec

from humanely.errors import HumanelyError

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()

Place = tuple[int, int]
"""A complete subtree, by level and position: over the leaves from position * 2**level, 2**level of them."""

Nodes = Callable[[Sequence[Place]], Mapping[Place, bytes]]
"""Gives the hashes kept for some places, all of them in one call."""


class OutsideTree(HumanelyError):
    """A proof was asked for that no tree of this size can give."""

    code = "outside_tree"

    def __init__(self, asked: str, size: int) -> None:
        super().__init__(
            f"There is no proof {asked} in a tree of size {size}.",
            fix="Ask for an index below the size, and for an old size from 1 up to the new one.",
        )


class ProofOutcome(Enum):
    """What came of checking a proof; only `PROVEN` is true.

    >>> bool(ProofOutcome.PROVEN), bool(ProofOutcome.OTHER_ROOT)
    (True, False)
    """

    PROVEN = "proven"
    OUTSIDE_TREE = "the index or the sizes do not fit each other"
    NOT_A_HASH = "something in the proof is not 32 bytes long"
    TOO_SHORT = "the proof ends before the root is reached"
    TOO_LONG = "the proof goes on after the root is reached"
    OTHER_ROOT = "the proof leads to another root"

    def __bool__(self) -> bool:
        return self is ProofOutcome.PROVEN


class Head(msgspec.Struct, frozen=True):
    """A tree in short: how many leaves, and the root over them."""

    size: int
    root: bytes


class Tree(msgspec.Struct, frozen=True):
    """What must be kept to append to a tree and know its root, in memory that grows with log2(size).

    `edge` holds the roots of the complete subtrees the leaves fall into, largest first: one for each bit set in
    `size`.

    >>> Tree().append(leaf_hash(b"a")).append(leaf_hash(b"b")).root == node_hash(leaf_hash(b"a"), leaf_hash(b"b"))
    True
    """

    size: int = 0
    edge: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> "Tree":
        """The tree with one more leaf hash at its end; this one stays as it is."""
        return self.extend([leaf])[0]

    def extend(self, leaves: Iterable[bytes]) -> tuple["Tree", dict[Place, bytes]]:
        """The tree with more leaf hashes at its end, and the complete subtrees that end in one of them.

        Over a tree's whole life each complete subtree comes out once, the leaves among them as level 0: who keeps
        them all can make any proof without reading the leaves again.

        >>> _, completed = Tree().append(leaf_hash(b"a")).extend([leaf_hash(b"b"), leaf_hash(b"c")])
        >>> sorted(completed)
        [(0, 1), (0, 2), (1, 0)]
        """
        edge, size = list(self.edge), self.size
        completed: dict[Place, bytes] = {}
        for leaf in leaves:
            edge.append(leaf)
            completed[0, size] = leaf
            level, position = 0, size
            while position & 1:
                right = edge.pop()
                edge[-1] = node_hash(edge[-1], right)
                level, position = level + 1, position >> 1
                completed[level, position] = edge[-1]
            size += 1
        return Tree(size, tuple(edge)), completed

    @property
    def root(self) -> bytes:
        """The hash over all leaves; of no leaves, the hash of nothing."""
        if not self.edge:
            return EMPTY_ROOT
        return reduce(lambda right, left: node_hash(left, right), reversed(self.edge))

    @property
    def head(self) -> Head:
        """Size and root."""
        return Head(self.size, self.root)


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of one entry's bytes (RFC 9162, section 2.1.1)."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees (RFC 9162, section 2.1.1)."""
    return sha256(b"\x01" + left + right).digest()


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over leaf hashes in order, in one pass.

    >>> root_of([]).hex()[:16]
    'e3b0c44298fc1c14'
    """
    return reduce(Tree.append, leaf_hashes, Tree()).root


def inclusion_proof(leaf_hashes: Sequence[bytes], index: int, size: int) -> tuple[bytes, ...]:
    """The hashes that, with the leaf at `index`, make the root over the first `size` leaves.

    Takes time linear in `size`. Source: RFC 9162, section 2.1.3.1.

    Raises:
        OutsideTree: `index` is not below `size`, or there are fewer than `size` leaf hashes.
    """
    if not 0 <= index < size <= len(leaf_hashes):
        raise OutsideTree(f"for index {index}", size)
    return tuple(root_of(leaf_hashes[part.start : part.stop]) for part in _path(index, range(size)))


def consistency_proof(leaf_hashes: Sequence[bytes], old: int, new: int) -> tuple[bytes, ...]:
    """The hashes that show the first `old` leaves stand unchanged in front of the first `new`.

    Takes time linear in `new`; between equal sizes the proof is empty. Source: RFC 9162, section 2.1.4.1.

    Raises:
        OutsideTree: not 1 <= `old` <= `new` <= the number of leaf hashes.
    """
    if not 1 <= old <= new <= len(leaf_hashes):
        raise OutsideTree(f"from size {old}", new)
    return tuple(root_of(leaf_hashes[part.start : part.stop]) for part in _subproof(old, range(new), known=True))


def root_from_nodes(nodes: Nodes, size: int) -> bytes:
    """The root over the first `size` leaves, from kept subtrees: one for each bit set in `size`, asked for at once."""
    return _roots(nodes, [range(size)])[0]


def inclusion_from_nodes(nodes: Nodes, index: int, size: int) -> tuple[bytes, ...]:
    """As `inclusion_proof`, from kept subtrees: asks for at most about 2 * log2(size) of them, at once.

    Raises:
        OutsideTree: `index` is not below `size`.
    """
    if not 0 <= index < size:
        raise OutsideTree(f"for index {index}", size)
    return _roots(nodes, _path(index, range(size)))


def consistency_from_nodes(nodes: Nodes, old: int, new: int) -> tuple[bytes, ...]:
    """As `consistency_proof`, from kept subtrees: asks for at most about 2 * log2(new) of them, at once.

    Raises:
        OutsideTree: not 1 <= `old` <= `new`.
    """
    if not 1 <= old <= new:
        raise OutsideTree(f"from size {old}", new)
    return _roots(nodes, _subproof(old, range(new), known=True))


def verify_inclusion(leaf: bytes, index: int, head: Head, proof: Sequence[bytes]) -> ProofOutcome:
    """Check that the leaf hash `leaf` stands at `index` in the tree of `head`.

    Size and root must come from one checkpoint: some proofs fit two sizes, and only the signature ties a root to
    its size. Source: RFC 9162, section 2.1.3.2, with its step numbers.
    """
    # 1. The index must be below the size.
    if not 0 <= index < head.size:
        return ProofOutcome.OUTSIDE_TREE
    if not _all_hashes(leaf, *proof):
        return ProofOutcome.NOT_A_HASH
    # 2, 3. fn climbs from the leaf, sn from the last leaf, r is the hash so far.
    fn, sn, r = index, head.size - 1, leaf
    # 4. Each hash of the proof is the neighbour on the left or on the right.
    for p in proof:
        if sn == 0:
            return ProofOutcome.TOO_LONG
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            fn, sn = _to_next_left_neighbour(fn, sn)
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    # 5. Both have arrived, at this very root.
    return _arrived(sn, r == head.root)


def verify_consistency(old: Head, new: Head, proof: Sequence[bytes]) -> ProofOutcome:
    """Check that the tree of `new` is the tree of `old` with leaves added at its end.

    Between equal sizes the roots must be equal and the proof empty. Nothing can be said from an old size of 0:
    every tree begins with the empty one.

    Source: RFC 9162, section 2.1.4.2, with its step numbers.
    """
    if not 1 <= old.size <= new.size:
        return ProofOutcome.OUTSIDE_TREE
    if not _all_hashes(old.root, new.root, *proof):
        return ProofOutcome.NOT_A_HASH
    if old.size == new.size:
        return ProofOutcome.TOO_LONG if proof else _arrived(0, old.root == new.root)
    # 1. Something must be proven.
    if not proof:
        return ProofOutcome.TOO_SHORT
    # 2. A complete old tree is a subtree of the new one, and begins the path.
    path = [old.root, *proof] if old.size.bit_count() == 1 else proof
    return _follow(old, new, path)


def _follow(old: Head, new: Head, path: Sequence[bytes]) -> ProofOutcome:
    """Steps 3 to 7 of RFC 9162, section 2.1.4.2."""
    # 3, 4. fn and sn climb from the last leaves of the two trees, first to the subtree that begins the path.
    fn, sn = old.size - 1, new.size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    # 5. fr is the old root so far, sr the new one.
    fr = sr = path[0]
    # 6. What stands on the left belongs to both, what stands on the right to the new tree only.
    for c in path[1:]:
        if sn == 0:
            return ProofOutcome.TOO_LONG
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            fn, sn = _to_next_left_neighbour(fn, sn)
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    # 7. Both roots come out of the same hashes.
    return _arrived(sn, fr == old.root and sr == new.root)


def _to_next_left_neighbour(fn: int, sn: int) -> tuple[int, int]:
    """Skip the levels at which a subtree on the right edge has no neighbour and rises as it is."""
    while fn and not fn & 1:
        fn, sn = fn >> 1, sn >> 1
    return fn, sn


def _arrived(sn: int, same_root: bool) -> ProofOutcome:
    if sn:
        return ProofOutcome.TOO_SHORT
    return ProofOutcome.PROVEN if same_root else ProofOutcome.OTHER_ROOT


def _all_hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_BYTES for value in values)


def _split(size: int) -> int:
    """The largest power of two below `size`, which is at least 2."""
    return 1 << ((size - 1).bit_length() - 1)


def _path(index: int, leaves: range) -> list[range]:
    """PATH of RFC 9162, section 2.1.3.1, as the leaves under each hash."""
    if len(leaves) == 1:
        return []
    k = _split(len(leaves))
    if index < k:
        return [*_path(index, leaves[:k]), leaves[k:]]
    return [*_path(index - k, leaves[k:]), leaves[:k]]


def _subproof(old: int, leaves: range, *, known: bool) -> list[range]:
    """SUBPROOF of RFC 9162, section 2.1.4.1, as the leaves under each hash; `known`: the verifier holds this one."""
    if old == len(leaves):
        return [] if known else [leaves]
    k = _split(len(leaves))
    if old <= k:
        return [*_subproof(old, leaves[:k], known=known), leaves[k:]]
    return [*_subproof(old - k, leaves[k:], known=False), leaves[:k]]


def _roots(nodes: Nodes, parts: Sequence[range]) -> tuple[bytes, ...]:
    """The roots over parts of a tree, each part one that a proof names."""
    places = [_places(part) for part in parts]
    kept = nodes([place for part in places for place in part])
    return tuple(
        Tree(len(part), tuple(kept[place] for place in inside)).root for part, inside in zip(parts, places, strict=True)
    )


def _places(part: range) -> list[Place]:
    """The complete subtrees that make up a part, largest first.

    >>> _places(range(8, 13))
    [(2, 2), (0, 12)]
    """
    places, start = [], part.start
    for level in reversed(range(len(part).bit_length())):
        if len(part) >> level & 1:
            places.append((level, start >> level))
            start += 1 << level
    return places
