"""The tree keeps what RFC 9162 promises: every true proof holds, and no other does."""

import base64
from collections.abc import Mapping, Sequence
from functools import reduce
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.merkle import (
    EMPTY_ROOT,
    Head,
    OutsideTree,
    Place,
    ProofOutcome,
    Tree,
    consistency_from_nodes,
    consistency_proof,
    inclusion_from_nodes,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_from_nodes,
    root_of,
    verify_consistency,
    verify_inclusion,
)

VECTORS = Path(__file__).parents[2].parent / "shared" / "data" / "merkle" / "inclusion"
LARGEST = 40
LEAVES = [leaf_hash(bytes([i])) for i in range(LARGEST)]
ROOTS = [root_of(LEAVES[:size]) for size in range(LARGEST + 1)]


def head(size: int) -> Head:
    return Head(size, ROOTS[size])


def root_by_definition(leaves: list[bytes]) -> bytes:
    """RFC 9162, section 2.1.1, word for word, as an oracle for the tree that grows."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = max(1 << power for power in range(len(leaves).bit_length()) if 1 << power < len(leaves))
    return node_hash(root_by_definition(leaves[:k]), root_by_definition(leaves[k:]))


def flipped(value: bytes, bit: int) -> bytes:
    changed = bytearray(value)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


class Kept:
    """Subtrees kept in memory, which count how often they are asked and for how many."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.hashes = Tree().extend(leaves)[1]
        self.asked: list[int] = []

    def __call__(self, places: Sequence[Place]) -> Mapping[Place, bytes]:
        self.asked.append(len(places))
        return {place: self.hashes[place] for place in places}


KEPT = Kept(LEAVES)

sizes = st.integers(1, LARGEST)
bits = st.integers(0, 255)


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int]:
    """An index and a size it lies below."""
    size = draw(sizes)
    return draw(st.integers(0, size - 1)), size


@st.composite
def growths(draw: st.DrawFn) -> tuple[int, int]:
    """An old size and a new one above it."""
    old = draw(st.integers(1, LARGEST - 1))
    return old, draw(st.integers(old + 1, LARGEST))


@pytest.mark.parametrize("size", range(LARGEST + 1))
def test_the_tree_that_grows_has_the_root_of_the_definition(size: int) -> None:
    tree = reduce(Tree.append, LEAVES[:size], Tree())
    assert tree.head == Head(size, root_by_definition(LEAVES[:size]))
    assert len(tree.edge) == size.bit_count()


def test_appending_leaves_the_tree_before_as_it_was() -> None:
    before = Tree().append(LEAVES[0])
    before.append(LEAVES[1])
    assert before.head == head(1)


def test_a_leaf_cannot_pass_for_a_node() -> None:
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])


@pytest.mark.parametrize("size", range(1, LARGEST + 1))
def test_every_leaf_of_every_tree_is_proven(size: int) -> None:
    outcomes = {verify_inclusion(LEAVES[i], i, head(size), inclusion_proof(LEAVES, i, size)) for i in range(size)}
    assert outcomes == {ProofOutcome.PROVEN}


@pytest.mark.parametrize("new", range(1, LARGEST + 1))
def test_every_tree_is_consistent_with_every_tree_before_it(new: int) -> None:
    outcomes = {
        verify_consistency(head(old), head(new), consistency_proof(LEAVES, old, new)) for old in range(1, new + 1)
    }
    assert outcomes == {ProofOutcome.PROVEN}


@given(places(), st.data(), bits)
def test_a_flipped_bit_anywhere_spoils_an_inclusion_proof(
    place: tuple[int, int], data: st.DataObject, bit: int
) -> None:
    index, size = place
    parts = [LEAVES[index], ROOTS[size], *inclusion_proof(LEAVES, index, size)]
    spoiled = data.draw(st.integers(0, len(parts) - 1))
    parts[spoiled] = flipped(parts[spoiled], bit)
    leaf, root, *proof = parts
    assert verify_inclusion(leaf, index, Head(size, root), proof) is ProofOutcome.OTHER_ROOT


@given(growths(), st.data(), bits)
def test_a_flipped_bit_anywhere_spoils_a_consistency_proof(
    growth: tuple[int, int], data: st.DataObject, bit: int
) -> None:
    old, new = growth
    parts = [ROOTS[old], ROOTS[new], *consistency_proof(LEAVES, old, new)]
    spoiled = data.draw(st.integers(0, len(parts) - 1))
    parts[spoiled] = flipped(parts[spoiled], bit)
    old_root, new_root, *proof = parts
    assert verify_consistency(Head(old, old_root), Head(new, new_root), proof) is ProofOutcome.OTHER_ROOT


@given(places(), st.data())
def test_an_inclusion_proof_with_a_hash_dropped_or_added_fails(place: tuple[int, int], data: st.DataObject) -> None:
    index, size = place
    proof = list(inclusion_proof(LEAVES, index, size))
    at = data.draw(st.integers(0, len(proof)))
    added = [*proof[:at], LEAVES[0], *proof[at:]]
    assert verify_inclusion(LEAVES[index], index, head(size), added) is ProofOutcome.TOO_LONG
    dropped = [*proof[:at], *proof[at + 1 :]]
    assert dropped == proof or verify_inclusion(LEAVES[index], index, head(size), dropped) is ProofOutcome.TOO_SHORT


@given(growths(), st.data())
def test_a_consistency_proof_with_a_hash_dropped_or_added_fails(growth: tuple[int, int], data: st.DataObject) -> None:
    old, new = growth
    proof = list(consistency_proof(LEAVES, old, new))
    at = data.draw(st.integers(0, len(proof) - 1))
    added = [*proof[:at], LEAVES[0], *proof[at:]]
    assert verify_consistency(head(old), head(new), added) is ProofOutcome.TOO_LONG
    dropped = [*proof[:at], *proof[at + 1 :]]
    assert verify_consistency(head(old), head(new), dropped) is ProofOutcome.TOO_SHORT


@given(places(), st.integers(-1, LARGEST))
def test_a_leaf_is_proven_at_its_own_index_only(place: tuple[int, int], claimed: int) -> None:
    index, size = place
    outcome = verify_inclusion(LEAVES[index], claimed, head(size), inclusion_proof(LEAVES, index, size))
    assert bool(outcome) == (claimed == index)


@given(places(), sizes)
def test_an_inclusion_proof_fits_no_tree_of_another_height_above_the_leaf(place: tuple[int, int], claimed: int) -> None:
    """Where two sizes ask for as many hashes, RFC 9162 cannot tell them apart; the signed size does."""
    index, size = place
    proof = inclusion_proof(LEAVES, index, size)
    outcome = verify_inclusion(LEAVES[index], index, Head(claimed, ROOTS[size]), proof)
    same_height = index < claimed and len(inclusion_proof(LEAVES, index, claimed)) == len(proof)
    assert not outcome or same_height


@given(growths(), st.data())
def test_a_fork_is_never_consistent(growth: tuple[int, int], data: st.DataObject) -> None:
    old, new = growth
    changed = data.draw(st.integers(0, old - 1))
    fork = [*LEAVES[:changed], leaf_hash(b"another act"), *LEAVES[changed + 1 :]]
    forked = Head(new, root_of(fork[:new]))
    assert not verify_consistency(head(old), forked, consistency_proof(fork, old, new))
    assert not verify_consistency(head(old), forked, consistency_proof(LEAVES, old, new))


@given(sizes)
def test_two_roots_of_one_size_are_not_consistent(size: int) -> None:
    assert verify_consistency(head(size), Head(size, LEAVES[-1]), []) is ProofOutcome.OTHER_ROOT
    assert verify_consistency(head(size), head(size), [LEAVES[0]]) is ProofOutcome.TOO_LONG


@pytest.mark.parametrize(
    ("old", "new", "proof", "outcome"),
    [
        pytest.param(Head(0, EMPTY_ROOT), head(3), [], ProofOutcome.OUTSIDE_TREE, id="from nothing"),
        pytest.param(head(4), head(3), [], ProofOutcome.OUTSIDE_TREE, id="back in time"),
        pytest.param(head(3), head(4), [], ProofOutcome.TOO_SHORT, id="no proof"),
        pytest.param(head(3), head(4), [b"short"], ProofOutcome.NOT_A_HASH, id="a hash too short"),
        pytest.param(head(3), Head(4, b""), [LEAVES[0]], ProofOutcome.NOT_A_HASH, id="no root"),
    ],
)
def test_a_consistency_proof_that_is_none(old: Head, new: Head, proof: list[bytes], outcome: ProofOutcome) -> None:
    assert verify_consistency(old, new, proof) is outcome


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3), (0, LARGEST + 1)])
def test_no_inclusion_proof_is_made_outside_the_tree(index: int, size: int) -> None:
    with pytest.raises(OutsideTree, match=f"no proof for index {index} in a tree of size {size}"):
        inclusion_proof(LEAVES, index, size)


@pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3), (3, LARGEST + 1)])
def test_no_consistency_proof_is_made_outside_the_tree(old: int, new: int) -> None:
    with pytest.raises(OutsideTree, match=f"no proof from size {old} in a tree of size {new}"):
        consistency_proof(LEAVES, old, new)


# Subtrees that are kept


@given(st.lists(st.integers(0, 9), max_size=8))
def test_a_tree_may_be_extended_in_any_steps(steps: list[int]) -> None:
    tree, completed = Tree(), dict[Place, bytes]()
    for step in steps:
        tree, more = tree.extend(LEAVES[tree.size % 7 :][:step])
        assert not completed.keys() & more.keys()
        completed |= more
    leaves = [completed[0, position] for position in range(tree.size)]
    assert (tree, completed) == Tree().extend(leaves)
    assert tree.root == root_by_definition(leaves)


@given(sizes)
def test_each_complete_subtree_comes_out_with_its_root(size: int) -> None:
    completed = Tree().extend(LEAVES[:size])[1]
    whole = [(level, at) for level in range(size.bit_length()) for at in range(size >> level)]
    assert sorted(completed) == whole
    assert all(
        completed[level, at] == root_by_definition(LEAVES[at << level : (at + 1) << level]) for level, at in whole
    )


@given(st.integers(0, LARGEST))
def test_the_root_at_any_size_comes_from_kept_subtrees(size: int) -> None:
    assert root_from_nodes(KEPT, size) == ROOTS[size]


@given(places())
def test_an_inclusion_proof_from_kept_subtrees_is_the_one_from_the_leaves(place: tuple[int, int]) -> None:
    index, size = place
    assert inclusion_from_nodes(KEPT, index, size) == inclusion_proof(LEAVES, index, size)


@given(sizes, st.data())
def test_a_consistency_proof_from_kept_subtrees_is_the_one_from_the_leaves(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new))
    assert consistency_from_nodes(KEPT, old, new) == consistency_proof(LEAVES, old, new)


@given(st.integers(2, 5000), st.data())
def test_a_proof_from_kept_subtrees_asks_once_for_few(size: int, data: st.DataObject) -> None:
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    kept = Kept([])
    kept.hashes = dict.fromkeys(MANY, b"")
    inclusion_from_nodes(kept, index, size)
    consistency_from_nodes(kept, old, size)
    assert len(kept.asked) == 2
    assert max(kept.asked) <= 2 * size.bit_length()


MANY = [(level, at) for level in range(13) for at in range(5000 >> level)]


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_no_inclusion_proof_is_made_from_subtrees_outside_the_tree(index: int, size: int) -> None:
    with pytest.raises(OutsideTree, match=f"no proof for index {index} in a tree of size {size}"):
        inclusion_from_nodes(KEPT, index, size)


@pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3)])
def test_no_consistency_proof_is_made_from_subtrees_outside_the_tree(old: int, new: int) -> None:
    with pytest.raises(OutsideTree, match=f"no proof from size {old} in a tree of size {new}"):
        consistency_from_nodes(KEPT, old, new)


# The public vectors of transparency-dev/merkle

PUBLIC_LEAVES = [
    leaf_hash(bytes.fromhex(text))
    for text in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip


@pytest.mark.public_data
@pytest.mark.skipif(not VECTORS.is_dir(), reason="the public Merkle vectors are not beside the project")
@pytest.mark.parametrize("number", range(5))
def test_proofs_made_here_are_the_public_ones(number: int) -> None:
    vector: dict[str, Any] = msgspec.json.decode((VECTORS / str(number) / "happy-path.json").read_bytes())
    index, size = vector["leafIdx"], vector["treeSize"]
    public = tuple(base64.b64decode(value) for value in vector["proof"] or ())
    assert root_of(PUBLIC_LEAVES[:size]) == base64.b64decode(vector["root"])
    assert inclusion_proof(PUBLIC_LEAVES, index, size) == public
    assert inclusion_from_nodes(Kept(PUBLIC_LEAVES), index, size) == public


@pytest.mark.public_data
@pytest.mark.skipif(not VECTORS.is_dir(), reason="the public Merkle vectors are not beside the project")
def test_every_public_inclusion_vector_comes_out_as_it_says() -> None:
    vectors: dict[str, Any] = {
        str(path.relative_to(VECTORS)): msgspec.json.decode(path.read_bytes()) for path in VECTORS.rglob("*.json")
    }
    wrong = [name for name, vector in vectors.items() if bool(verify_vector(vector)) is vector["wantErr"]]
    assert len(vectors) > 90
    assert wrong == []


def verify_vector(vector: dict[str, Any]) -> ProofOutcome:
    return verify_inclusion(
        base64.b64decode(vector["leafHash"]),
        vector["leafIdx"],
        Head(vector["treeSize"], base64.b64decode(vector["root"])),
        [base64.b64decode(value) for value in vector["proof"] or ()],
    )
