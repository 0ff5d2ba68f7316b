"""Proofs from the database hold for whoever has a checkpoint, and come out right or not at all."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humanely.store.log.proofs import LogUnproven
from humanely.store.log.stored_log import rows
from humanely.trust.checkpoint import open_signed
from humanely.trust.merkle import OutsideTree, consistency_proof, inclusion_proof, leaf_hash, root_of
from tests.store.kept_ledger import KeptLedger, kept_ledger

SIZE = 21
sizes = st.integers(1, SIZE)
on_one_log = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def log(url: str) -> Iterator[KeptLedger]:
    kept = kept_ledger(url)
    with closing(kept.database):
        kept.grow(SIZE)
        yield kept


def leaves_of(log: KeptLedger) -> list[bytes]:
    with log.database.reading() as connection:
        return [leaf_hash(entry.leaf) for entry, _ in rows(connection)]


@on_one_log
@given(sizes, st.data())
def test_an_inclusion_proof_is_the_one_from_the_entries(log: KeptLedger, size: int, data: st.DataObject) -> None:
    index, leaves = data.draw(st.integers(0, size - 1)), leaves_of(log)
    proof = log.ledger.inclusion(index, size)
    assert proof.hashes == inclusion_proof(leaves, index, size)
    assert (proof.entry.index, proof.head.size, proof.head.root) == (index, size, root_of(leaves[:size]))
    assert proof.holds


@on_one_log
@given(sizes, st.data())
def test_a_consistency_proof_is_the_one_from_the_entries(log: KeptLedger, new: int, data: st.DataObject) -> None:
    old, leaves = data.draw(st.integers(1, new)), leaves_of(log)
    proof = log.ledger.consistency(old, new)
    assert proof.hashes == consistency_proof(leaves, old, new)
    assert (proof.old.root, proof.new.root) == (root_of(leaves[:old]), root_of(leaves[:new]))
    assert proof.holds


def test_a_proof_holds_under_a_signed_checkpoint(log: KeptLedger) -> None:
    signed = open_signed(log.checkpoint(), [log.signer.verifier])
    log.grow(4)
    assert log.ledger.inclusion(7, signed.size).head == signed.head
    assert log.ledger.consistency(signed.size, SIZE + 4).old == signed.head


@pytest.mark.parametrize(("index", "size"), [(-1, 5), (5, 5), (0, SIZE + 1), (0, 0)])
def test_there_is_no_inclusion_proof_outside_the_log(log: KeptLedger, index: int, size: int) -> None:
    with pytest.raises(OutsideTree, match=f"for index {index} in a tree of size {size}"):
        log.ledger.inclusion(index, size)


@pytest.mark.parametrize(("old", "new"), [(0, 5), (6, 5), (5, SIZE + 1)])
def test_there_is_no_consistency_proof_outside_the_log(log: KeptLedger, old: int, new: int) -> None:
    with pytest.raises(OutsideTree, match=f"from size {old} in a tree of size {new}"):
        log.ledger.consistency(old, new)


@pytest.mark.parametrize("damage", ["DELETE FROM nodes", "UPDATE nodes SET hash = :zeros WHERE level = 1"])
def test_damaged_subtrees_are_made_again_from_the_entries(log: KeptLedger, damage: str) -> None:
    inclusion, consistency = log.ledger.inclusion(3, 13), log.ledger.consistency(6, 13)
    log.attack(damage, zeros=bytes(32))
    assert (log.ledger.inclusion(3, 13), log.ledger.consistency(6, 13)) == (inclusion, consistency)


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE entries SET subject = 'somebody else' WHERE \"index\" = 3",
        'DELETE FROM entries WHERE "index" = 3',
        "UPDATE head SET root = :zeros",
        "DELETE FROM head",
    ],
)
def test_no_proof_is_made_of_an_entry_that_does_not_lead_to_the_head(log: KeptLedger, attack: str) -> None:
    log.attack(attack, zeros=bytes(32))
    with pytest.raises(LogUnproven, match="do not lead to the head"):
        log.ledger.inclusion(3, 13)


def test_no_consistency_is_claimed_with_a_head_that_was_changed(log: KeptLedger) -> None:
    log.attack("UPDATE head SET root = :zeros", zeros=bytes(32))
    with pytest.raises(LogUnproven, match="humanely ledger verify"):
        log.ledger.consistency(6, 13)
