"""Proofs about the log, made from its kept subtrees and held to its head before they are given out.

Should a kept subtree be missing or wrong, the proof is made again from the entries themselves, which takes time linear
in the log.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, and_, false, or_, select

from humanely.errors import HumanelyError
from humanely.store.log.stored_log import BATCH, entry_at, rows, stored_tree
from humanely.store.sql.tables import nodes as nodes_table
from humanely.trust.entry import Entry
from humanely.trust.merkle import (
    Head,
    Nodes,
    OutsideTree,
    Place,
    Tree,
    consistency_from_nodes,
    inclusion_from_nodes,
    leaf_hash,
    root_from_nodes,
    verify_consistency,
    verify_inclusion,
)

_Proof = TypeVar("_Proof")


class LogUnproven(HumanelyError):
    """The entries do not lead to the head the log keeps, so nothing can be proven about them."""

    code = "log_unproven"
    status = 500

    def __init__(self) -> None:
        super().__init__(
            "The entries of the ledger do not lead to the head it keeps of itself; no proof was made.",
            fix="Run humanely ledger verify --data DIR: it says what was changed and what to do.",
        )


class InclusionProof(msgspec.Struct, frozen=True):
    """That an entry stands in the log, for whoever holds a checkpoint of this head.

    Attributes:
        head: of the size that was asked for.
        hashes: 32 bytes each, from the leaf up.
    """

    entry: Entry
    head: Head
    hashes: tuple[bytes, ...]

    @property
    def holds(self) -> bool:
        """Whether the entry, at its index, leads to the root."""
        return bool(verify_inclusion(leaf_hash(self.entry.leaf), self.entry.index, self.head, self.hashes))


class ConsistencyProof(msgspec.Struct, frozen=True):
    """That the log of the new head is the log of the old one, with entries added at its end.

    Attributes:
        hashes: 32 bytes each; none between equal sizes.
    """

    old: Head
    new: Head
    hashes: tuple[bytes, ...]

    @property
    def holds(self) -> bool:
        """Whether both roots come out."""
        return bool(verify_consistency(self.old, self.new, self.hashes))


def inclusion(connection: Connection, index: int, size: int) -> InclusionProof:
    """Prove that entry `index` stands in the log of its first `size` entries.

    Raises:
        OutsideTree: not 0 <= `index` < `size` <= the log's size.
        LogUnproven: the entries do not lead to the log's head.
    """
    log = _head(connection)
    if not 0 <= index < size <= log.size:
        raise OutsideTree(f"for index {index}", size)
    entry = entry_at(connection, index)
    if entry is None:
        raise LogUnproven

    def made_from(nodes: Nodes) -> InclusionProof | None:
        proof = InclusionProof(
            entry, Head(size, root_from_nodes(nodes, size)), inclusion_from_nodes(nodes, index, size)
        )
        return proof if proof.holds and _between(nodes, proof.head, log).holds else None

    return _made(connection, made_from)


def consistency(connection: Connection, old: int, new: int) -> ConsistencyProof:
    """Prove that the log's first `old` entries stand unchanged in front of its first `new`.

    Raises:
        OutsideTree: not 1 <= `old` <= `new` <= the log's size.
        LogUnproven: the entries do not lead to the log's head.
    """
    log = _head(connection)
    if not 1 <= old <= new <= log.size:
        raise OutsideTree(f"from size {old}", new)

    def made_from(nodes: Nodes) -> ConsistencyProof | None:
        first, second = (Head(size, root_from_nodes(nodes, size)) for size in (old, new))
        proof = _between(nodes, first, second)
        return proof if proof.holds and _between(nodes, second, log).holds else None

    return _made(connection, made_from)


def _made(connection: Connection, made_from: Callable[[Nodes], _Proof | None]) -> _Proof:
    """What comes of the kept subtrees, or else of the entries."""
    for nodes in (_kept(connection), _from_entries(connection)):
        with suppress(KeyError):
            proof = made_from(nodes)
            if proof is not None:
                return proof
    raise LogUnproven


def _between(nodes: Nodes, old: Head, new: Head) -> ConsistencyProof:
    return ConsistencyProof(old, new, consistency_from_nodes(nodes, old.size, new.size))


def _head(connection: Connection) -> Head:
    stored = stored_tree(connection)
    if stored is None:
        raise LogUnproven
    return stored[0]


def _kept(connection: Connection) -> Nodes:
    """The subtrees as they were kept when entries completed them."""
    kept = nodes_table.c

    def nodes(places: Sequence[Place]) -> Mapping[Place, bytes]:
        # Each place by itself: SQLite does not look up pairs in an index, but reads the whole table for them.
        wanted = (and_(kept.level == level, kept.position == position) for level, position in places)
        found = select(nodes_table).where(or_(false(), *wanted))
        return {(level, position): made for level, position, made in connection.execute(found)}

    return nodes


def _from_entries(connection: Connection) -> Nodes:
    """The subtrees made anew, each time they are asked for."""

    def nodes(places: Sequence[Place]) -> Mapping[Place, bytes]:
        wanted, made, tree = set(places), dict[Place, bytes](), Tree()
        for leaves in _batches(leaf_hash(entry.leaf) for entry, _ in rows(connection)):
            tree, completed = tree.extend(leaves)
            made |= {place: completed[place] for place in wanted & completed.keys()}
        return made

    return nodes


def _batches(leaves: Iterable[bytes]) -> Iterator[list[bytes]]:
    left = iter(leaves)
    while batch := list(islice(left, BATCH)):
        yield batch
