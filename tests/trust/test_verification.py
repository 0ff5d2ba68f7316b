"""An honest log has no findings; each way of tampering with one has its own."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.finding import Fault
from humanely.trust.merkle import Head
from humanely.trust.signing_key import Signer
from humanely.trust.verification import Absent
from tests.trust.small_log import SIGNER, SmallLog, head_of, honest_log

LOG = honest_log(10, inside=[3, 6, 9], outside=[3, 9])
sizes = st.integers(0, 12)
replace = msgspec.structs.replace


# An honest log


@given(sizes, st.data())
def test_an_honest_log_has_no_findings(size: int, data: st.DataObject) -> None:
    taken = data.draw(st.lists(st.integers(0, size)))
    log = honest_log(size, inside=range(size + 1), outside=taken)
    seen = log.verify()
    assert (seen.findings, seen.entries, seen.proven) == ((), size, size)


def test_without_checkpoints_nothing_is_proven() -> None:
    seen = honest_log(5).verify()
    assert (seen.findings, seen.proven) == ((), 0)


def test_the_order_of_checkpoints_does_not_matter() -> None:
    shuffled = replace(LOG, inside=LOG.inside[::-1], outside=LOG.outside[::-1])
    assert shuffled.verify() == LOG.verify()


def test_a_log_that_keeps_no_head_is_verified_by_its_checkpoints() -> None:
    seen = replace(LOG, stored=None).verify()
    assert (seen.findings, seen.proven) == ((), 9)


def test_an_erased_payload_is_no_fault() -> None:
    seen = replace(LOG, payloads=LOG.payloads | {2: Absent.ERASED, 5: Absent.ERASED}).verify()
    assert (seen.findings, seen.erased, seen.proven) == ((), 2, 9)


# Payloads


@given(st.integers(0, 9), st.data())
def test_an_edited_byte_is_a_changed_payload(index: int, data: st.DataObject) -> None:
    payload = bytearray(f"sealed words {index}".encode())
    payload[data.draw(st.integers(0, len(payload) - 1))] ^= data.draw(st.integers(1, 255))
    edited = replace(LOG, payloads=LOG.payloads | {index: bytes(payload)})
    assert edited.faults == [Fault.PAYLOAD_CHANGED]
    assert edited.about(Fault.PAYLOAD_CHANGED) == (index, index)


def test_a_dropped_table_of_payloads_is_one_finding() -> None:
    dropped = replace(LOG, payloads={})
    assert dropped.faults == [Fault.PAYLOAD_MISSING]
    assert dropped.about(Fault.PAYLOAD_MISSING) == (0, 9)


def test_faults_apart_from_each_other_are_told_apart() -> None:
    edited = replace(LOG, payloads=LOG.payloads | {1: b"x", 2: b"x", 5: b"x"})
    found = [(finding.first, finding.last) for finding in edited.verify().findings]
    assert found == [(1, 2), (5, 5)]


# Rows changed together with their hashes


@given(st.integers(0, 8))
def test_a_row_edited_and_hashed_again_does_not_fit_the_checkpoints(index: int) -> None:
    edited = LOG.with_row(index, b"other words").with_head_made_anew()
    start = index // 3 * 3
    assert edited.faults == [Fault.ROW_REWRITTEN]
    assert edited.about(Fault.ROW_REWRITTEN) == (start, start + 2)
    assert edited.verify().proven == start


@given(st.integers(0, 9))
def test_a_row_edited_and_hashed_again_does_not_fit_the_head_of_the_log(index: int) -> None:
    edited = replace(LOG.with_row(index, b"other words"), inside=(), outside=())
    assert edited.faults == [Fault.ROW_REWRITTEN]
    assert edited.about(Fault.ROW_REWRITTEN) == (0, 9)


def test_a_row_after_the_newest_checkpoint_is_found_by_the_head() -> None:
    edited = LOG.with_row(9, b"other words")
    assert edited.faults == [Fault.ROW_REWRITTEN]
    assert edited.about(Fault.ROW_REWRITTEN) == (9, 9)


@pytest.mark.parametrize(
    "changed", [{"kind": "law"}, {"subject": "p-9"}, {"at": LOG.entries[0].at}], ids=["kind", "subject", "time"]
)
def test_every_column_of_a_row_is_held(changed: dict[str, object]) -> None:
    row = replace(LOG.entries[4], **changed)
    edited = replace(LOG, entries=(*LOG.entries[:4], row, *LOG.entries[5:])).with_head_made_anew()
    assert edited.faults == [Fault.ROW_REWRITTEN]
    assert edited.about(Fault.ROW_REWRITTEN) == (3, 5)


# Entries gone, moved or added


@given(st.integers(0, 8))
def test_a_dropped_tail_is_found_by_any_checkpoint_beyond_it(left: int) -> None:
    dropped = replace(LOG, entries=LOG.entries[:left]).with_head_made_anew()
    assert dropped.faults == [Fault.TAIL_DROPPED]
    assert dropped.about(Fault.TAIL_DROPPED) == (left, 8)


def test_a_dropped_tail_is_found_by_the_head_without_any_checkpoint() -> None:
    dropped = replace(LOG, entries=LOG.entries[:7], inside=(), outside=())
    assert dropped.faults == [Fault.TAIL_DROPPED]
    assert dropped.about(Fault.TAIL_DROPPED) == (7, 9)


def test_a_dropped_table_of_entries_is_all_of_the_log() -> None:
    dropped = replace(LOG, entries=(), payloads={}, stored=None)
    assert dropped.faults == [Fault.TAIL_DROPPED]
    assert dropped.about(Fault.TAIL_DROPPED) == (0, 8)


def test_a_dropped_database_is_found_by_a_checkpoint_outside() -> None:
    dropped = SmallLog((), {}, head_of([]), outside=LOG.outside)
    assert dropped.faults == [Fault.ROLLED_BACK, Fault.TAIL_DROPPED]
    assert dropped.about(Fault.TAIL_DROPPED) == (0, 8)


@given(st.integers(0, 6), st.integers(1, 3))
def test_removed_entries_leave_a_gap(first: int, count: int) -> None:
    removed = replace(LOG, entries=LOG.entries[:first] + LOG.entries[first + count :])
    assert removed.faults == [Fault.ENTRIES_MISSING]
    assert removed.about(Fault.ENTRIES_MISSING) == (first, first + count - 1)


def test_after_a_gap_only_what_comes_before_it_is_proven() -> None:
    removed = replace(LOG, entries=LOG.entries[:7] + LOG.entries[8:])
    assert removed.verify().proven == 6


def test_closing_a_gap_by_counting_anew_rewrites_every_row_after_it() -> None:
    left = LOG.entries[:4] + tuple(replace(entry, index=entry.index - 1) for entry in LOG.entries[5:])
    payloads = {i: LOG.payloads[i if i < 4 else i + 1] for i in range(9)}
    closed = replace(LOG, entries=left, payloads=payloads).with_head_made_anew()
    assert closed.faults == [Fault.ROW_REWRITTEN]
    assert closed.about(Fault.ROW_REWRITTEN) == (3, 5)


@given(st.integers(0, 8))
def test_entries_that_change_places_are_reordered_and_none_is_missing(index: int) -> None:
    one, other = LOG.entries[index : index + 2]
    moved = replace(LOG, entries=(*LOG.entries[:index], other, one, *LOG.entries[index + 2 :]))
    assert moved.faults == [Fault.REORDERED]
    assert moved.about(Fault.REORDERED) == (index, index)


def test_entries_that_change_places_and_numbers_are_rewritten() -> None:
    one, other = replace(LOG.entries[4], index=5), replace(LOG.entries[5], index=4)
    payloads = LOG.payloads | {4: LOG.payloads[5], 5: LOG.payloads[4]}
    moved = replace(LOG, entries=(*LOG.entries[:4], other, one, *LOG.entries[6:]), payloads=payloads)
    assert moved.with_head_made_anew().faults == [Fault.ROW_REWRITTEN]


def test_an_entry_moved_far_fills_its_own_place_only() -> None:
    moved = replace(LOG, entries=(*LOG.entries[:2], *LOG.entries[5:], LOG.entries[3]))
    found = [(finding.fault, finding.first, finding.last) for finding in moved.verify().findings]
    assert found == [(Fault.REORDERED, 3, 3), (Fault.ENTRIES_MISSING, 2, 2), (Fault.ENTRIES_MISSING, 4, 4)]


def test_an_entry_that_stands_twice_is_reordered() -> None:
    doubled = replace(LOG, entries=(*LOG.entries, LOG.entries[9]))
    assert doubled.faults == [Fault.REORDERED]


def test_a_row_added_around_the_log_is_beyond_its_head() -> None:
    added = replace(LOG.extended("forged"), stored=LOG.stored)
    assert added.faults == [Fault.HEAD_CHANGED]
    assert added.about(Fault.HEAD_CHANGED) == (10, 10)


def test_a_head_that_contradicts_proven_entries_is_itself_changed() -> None:
    log = honest_log(9, inside=[9])
    assert replace(log, stored=Head(9, bytes(32))).faults == [Fault.HEAD_CHANGED]


# Checkpoints


def test_checkpoints_taken_out_of_the_database_are_rolled_back() -> None:
    assert replace(LOG, inside=LOG.inside[:2]).faults == [Fault.ROLLED_BACK]
    assert replace(LOG, inside=()).faults == [Fault.ROLLED_BACK]


def test_a_restored_backup_is_rolled_back_and_short() -> None:
    backup = honest_log(6, inside=[3, 6])
    restored = replace(backup, outside=LOG.outside)
    assert restored.faults == [Fault.ROLLED_BACK, Fault.TAIL_DROPPED]
    assert restored.about(Fault.TAIL_DROPPED) == (6, 8)


def test_a_restored_backup_that_went_on_is_a_fork() -> None:
    went_on = honest_log(6, inside=[3, 6]).extended(*(f"after the restore {i}" for i in range(6)))
    forked = replace(went_on, inside=(*went_on.inside, went_on.checkpoint()), outside=LOG.outside)
    assert forked.faults == [Fault.FORKED]


def test_a_log_built_and_signed_anew_is_a_fork() -> None:
    anew = LOG.with_row(1, b"other words").with_head_made_anew()
    forked = replace(anew, inside=tuple(anew.checkpoint(size) for size in (3, 6, 9)))
    assert forked.faults == [Fault.FORKED]
    (finding,) = forked.verify().findings
    assert finding.found == "Signed checkpoints lead to two roots at size 3, and at 1 more after it."


def test_two_signed_roots_of_one_size_are_a_fork_even_beyond_the_entries() -> None:
    one, other = honest_log(12), LOG.extended("another", "history")
    split = replace(LOG, inside=(*LOG.inside, one.checkpoint()), outside=(other.checkpoint(),))
    assert split.faults == [Fault.FORKED, Fault.TAIL_DROPPED]


def test_a_checkpoint_signed_by_another_key_is_not_believed() -> None:
    forger = Signer(SIGNER.name, bytes([1]) * 32)
    forged = honest_log(10).with_row(1, b"other words").checkpoint(9, forger)
    seen = replace(LOG, outside=(*LOG.outside, forged)).verify()
    assert [finding.fault for finding in seen.findings] == [Fault.SIGNATURE_BAD]
    assert seen.findings[0].found == (
        "Checkpoint 3 of 3 outside the database cannot be trusted: none of the known keys signed it."
    )


def test_an_edited_checkpoint_is_not_believed() -> None:
    edited = LOG.inside[2].replace(b"\n9\n", b"\n8\n")
    assert replace(LOG, inside=(*LOG.inside, edited)).faults == [Fault.SIGNATURE_BAD]


def test_a_checkpoint_that_cannot_be_read_is_malformed() -> None:
    torn = LOG.inside[0][:-1]
    seen = replace(LOG, inside=(torn, *LOG.inside[1:])).verify()
    assert [finding.fault for finding in seen.findings] == [Fault.CHECKPOINT_MALFORMED]
    assert seen.findings[0].found.startswith("Checkpoint 1 of 3 inside the database cannot be read")


# Every attack, by any number of checkpoints


@given(st.integers(1, 12), st.data())
def test_no_edit_before_a_checkpoint_outside_goes_unseen(size: int, data: st.DataObject) -> None:
    log = honest_log(size, outside=[size])
    edited = log.with_row(data.draw(st.integers(0, size - 1)), b"other words").with_head_made_anew()
    assert Fault.ROW_REWRITTEN in edited.faults


@given(st.permutations(range(6)))
def test_no_order_but_the_true_one_goes_unseen(order: list[int]) -> None:
    log = honest_log(6, inside=[6], outside=[6])
    moved = replace(log, entries=tuple(log.entries[i] for i in order))
    assert (moved.faults == []) == (order == sorted(order))


def test_findings_never_show_what_was_stored() -> None:
    attacked = replace(LOG.with_row(1, b"a secret"), payloads=LOG.payloads | {3: b"another secret"})
    assert "secret" not in str(attacked.verify())
