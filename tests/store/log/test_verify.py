"""Whoever writes to the database around the program is found out; each way of doing so has its own finding."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from humanely.store.log.retired import Retired, Rule, stretches
from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.log.verify import verify_database
from humanely.store.sql.database import Database, open_read_only, sqlite_url
from humanely.trust.entry import hash_payload
from humanely.trust.finding import Fault
from humanely.trust.retention import Kind as Keep
from humanely.trust.signing_key import Signer
from tests.store.kept_ledger import NOON, KeptLedger, kept_ledger

FORGED = b"forged"


@pytest.fixture
def log(url: str) -> Iterator[KeptLedger]:
    """Ten entries, checkpoints at four and nine."""
    kept = kept_ledger(url)
    with closing(kept.database):
        yield grown(kept)


@pytest.fixture
def file_log(sqlite_file: Path) -> Iterator[KeptLedger]:
    """The same in a SQLite file."""
    kept = kept_ledger(sqlite_url(sqlite_file))
    with closing(kept.database):
        yield grown(kept)


def grown(kept: KeptLedger) -> KeptLedger:
    kept.grow(4)
    kept.checkpoint()
    kept.grow(5)
    kept.checkpoint()
    kept.grow(1)
    return kept


def retire(kept: KeptLedger, indexes: list[int], *, recorded: list[int]) -> None:
    """Take payloads away, and record a run that says which went."""
    run = Retired((Rule(Keep.RESPONSE, 365, stretches(recorded)),))
    with kept.database.writing() as connection:
        sequencer = Sequencer(connection, kept.database.origin, os.urandom, NOON)
        sequencer.take(Draft(kind="erasure", payload=run.payload))
        sequencer.write()
    for index in indexes:
        kept.attack('UPDATE entries SET payload = NULL WHERE "index" = :at', at=index)


# An honest log


def test_an_honest_log_has_no_findings(log: KeptLedger) -> None:
    seen = log.verify([log.checkpoint()])
    assert (seen.findings, seen.entries, seen.erased, seen.proven) == ((), 10, 0, 10)


def test_an_empty_log_has_no_findings(database: Database) -> None:
    seen = verify_database(database, [], [])
    assert (seen.findings, seen.entries, seen.proven) == ((), 0, 0)


def test_an_honest_log_may_be_read_while_it_grows(log: KeptLedger) -> None:
    outside = log.checkpoint()
    with closing(open_read_only(log.url)) as reader:
        log.grow(3)
        assert verify_database(reader, [outside], [log.signer.verifier]).findings == ()


def test_an_erased_person_is_no_fault(log: KeptLedger) -> None:
    log.keys.destroy("p-2", NOON)
    seen = log.verify()
    assert (seen.findings, seen.erased) == ((), 0)


# Payloads


def test_an_edited_byte_is_a_changed_payload(log: KeptLedger) -> None:
    log.attack('UPDATE entries SET payload = :forged WHERE "index" = 3', forged=FORGED)
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.PAYLOAD_CHANGED, 3, 3)


def test_a_byte_edited_in_the_file_is_a_changed_payload(file_log: KeptLedger, sqlite_file: Path) -> None:
    with sqlite3.connect(sqlite_file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (payload,) = connection.execute('SELECT payload FROM entries WHERE "index" = 5').fetchone()
    connection.close()
    file_log.database.close()
    whole = sqlite_file.read_bytes()
    assert whole.count(payload) == 1
    sqlite_file.write_bytes(whole.replace(payload, payload[:-1] + bytes([payload[-1] ^ 1])))
    (finding,) = file_log.verify().findings
    assert (finding.fault, finding.first) == (Fault.PAYLOAD_CHANGED, 5)


def test_a_payload_that_nobody_accounts_for_is_missing(log: KeptLedger) -> None:
    log.attack('UPDATE entries SET payload = NULL WHERE "index" IN (1, 2)')
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.PAYLOAD_MISSING, 1, 2)


def test_a_payload_that_a_retention_run_accounts_for_is_erased(log: KeptLedger) -> None:
    retire(log, [1, 2, 5], recorded=[1, 2, 5])
    seen = log.verify()
    assert (seen.findings, seen.erased) == ((), 3)


def test_a_retention_run_accounts_for_what_it_names_only(log: KeptLedger) -> None:
    retire(log, [1, 2, 5], recorded=[1, 2])
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.PAYLOAD_MISSING, 5, 5)


def test_a_retention_run_accounts_for_nothing_after_it(log: KeptLedger) -> None:
    retire(log, [1], recorded=[1, 10, 11, 12])
    log.grow(2)
    log.attack('UPDATE entries SET payload = NULL WHERE "index" = 12')
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.PAYLOAD_MISSING, 12, 12)


def test_a_retention_run_that_was_edited_accounts_for_nothing(log: KeptLedger) -> None:
    retire(log, [1, 2], recorded=[1])
    longer = Retired((Rule(Keep.RESPONSE, 365, ((1, 2),)),))
    log.attack('UPDATE entries SET payload = :longer WHERE "index" = 10', longer=longer.payload)
    assert log.faults == [Fault.PAYLOAD_MISSING, Fault.PAYLOAD_CHANGED]


# Rows


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE entries SET payload = :forged, payload_hash = :hash WHERE "index" = 6',
        "UPDATE entries SET subject = 'somebody else' WHERE \"index\" = 6",
        "UPDATE entries SET kind = 'erasure' WHERE \"index\" = 6",
        'UPDATE entries SET at = at + 1 WHERE "index" = 6',
    ],
)
def test_a_row_rewritten_to_fit_itself_does_not_fit_the_checkpoints(log: KeptLedger, statement: str) -> None:
    log.attack(statement, forged=FORGED, hash=hash_payload(FORGED))
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.ROW_REWRITTEN, 4, 8)


def test_a_row_rewritten_after_the_last_checkpoint_does_not_fit_the_head(log: KeptLedger) -> None:
    log.attack("UPDATE entries SET subject = 'somebody else' WHERE \"index\" = 9")
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.ROW_REWRITTEN, 9, 9)


def test_two_rows_that_change_places_are_found(log: KeptLedger) -> None:
    log.attack('UPDATE entries SET "index" = -1 WHERE "index" = 5')
    log.attack('UPDATE entries SET "index" = 5 WHERE "index" = 7')
    log.attack('UPDATE entries SET "index" = 7 WHERE "index" = -1')
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.ROW_REWRITTEN, 4, 8)


def test_a_row_put_in_front_of_the_first_is_found(log: KeptLedger) -> None:
    log.attack('UPDATE entries SET "index" = -1 WHERE "index" = 5')
    assert log.faults == [Fault.REORDERED, Fault.ENTRIES_MISSING]


def test_a_row_taken_from_the_middle_is_missing(log: KeptLedger) -> None:
    log.attack('DELETE FROM entries WHERE "index" IN (2, 3)')
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.ENTRIES_MISSING, 2, 3)


def test_a_row_added_around_the_program_is_beyond_the_head(log: KeptLedger) -> None:
    log.attack(
        'INSERT INTO entries ("index", at, kind, subject, payload, payload_hash) '
        "VALUES (10, 0, 'law', '', :forged, :hash)",
        forged=FORGED,
        hash=hash_payload(FORGED),
    )
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.HEAD_CHANGED, 10, 10)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET at = 'yesterday' WHERE \"index\" = 6",
        'UPDATE entries SET at = 9e18 WHERE "index" = 6',
        "UPDATE entries SET subject = CAST(x'ff' AS TEXT) WHERE \"index\" = 6",
        "UPDATE entries SET subject = x'00' WHERE \"index\" = 6",
        'UPDATE entries SET kind = 7 WHERE "index" = 6',
    ],
)
def test_a_row_of_nonsense_is_a_finding_and_no_crash(file_log: KeptLedger, statement: str) -> None:
    file_log.attack(statement)
    (finding,) = file_log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.ROW_REWRITTEN, 4, 8)


def test_payloads_of_nonsense_are_findings_and_no_crash(file_log: KeptLedger) -> None:
    file_log.attack("UPDATE entries SET payload = 1000000000000, payload_hash = 'none' WHERE \"index\" = 6")
    assert file_log.faults == [Fault.PAYLOAD_CHANGED, Fault.ROW_REWRITTEN]


def test_a_table_made_anew_without_its_order_is_found(file_log: KeptLedger) -> None:
    file_log.attack("CREATE TABLE loose AS SELECT * FROM entries")
    file_log.attack("DROP TABLE entries")
    file_log.attack("ALTER TABLE loose RENAME TO entries")
    file_log.attack('INSERT INTO entries SELECT * FROM entries WHERE "index" = 3')
    file_log.attack('UPDATE entries SET "index" = \'five\' WHERE "index" = 5')
    assert file_log.faults == [Fault.REORDERED, Fault.ENTRIES_MISSING]


# The end of the log


def test_a_dropped_tail_is_found_by_the_head(log: KeptLedger) -> None:
    log.attack('DELETE FROM entries WHERE "index" >= 7')
    (finding,) = log.verify().findings
    assert (finding.fault, finding.first, finding.last) == (Fault.TAIL_DROPPED, 7, 9)


def test_a_dropped_tail_with_a_head_set_back_is_found_by_the_checkpoints(log: KeptLedger) -> None:
    shorter = log.ledger.inclusion(0, 7).head.root
    log.attack('DELETE FROM entries WHERE "index" >= 7')
    log.attack("UPDATE head SET size = 7, root = :root", root=shorter)
    assert Fault.TAIL_DROPPED in log.faults


def test_a_head_that_is_gone_is_a_finding(log: KeptLedger) -> None:
    log.attack("DELETE FROM head")
    (finding,) = log.verify().findings
    assert finding.found == "The log keeps no head of itself beside its 10 entries."


@pytest.mark.parametrize("edge", [b"", b"\0" * 32, b"\0" * 64])
def test_an_edge_that_does_not_lead_to_the_root_is_a_finding(log: KeptLedger, edge: bytes) -> None:
    log.attack("UPDATE head SET edge = :edge", edge=edge)
    (finding,) = log.verify().findings
    assert (finding.fault, "go on from" in finding.found) == (Fault.HEAD_CHANGED, True)


# Tables


@pytest.mark.parametrize("table", ["nodes", "answers", "conversations", "api_keys", "meta"])
def test_a_dropped_table_is_named(log: KeptLedger, table: str) -> None:
    log.attack(f"DROP TABLE {table}")
    (finding,) = log.verify().findings
    assert (finding.fault, finding.found) == (Fault.TABLE_MISSING, f"The table {table!r} is not in the database.")


def test_dropped_entries_are_a_dropped_tail_from_the_first(log: KeptLedger) -> None:
    log.attack("DROP TABLE entries")
    tail, table = log.verify().findings
    assert (tail.fault, tail.first, tail.last) == (Fault.TAIL_DROPPED, 0, 9)
    assert table.fault is Fault.TABLE_MISSING


def test_a_dropped_head_is_a_finding(log: KeptLedger) -> None:
    log.attack("DROP TABLE head")
    assert log.faults == [Fault.HEAD_CHANGED, Fault.TABLE_MISSING]


def test_dropped_checkpoints_are_missed_by_those_outside(log: KeptLedger) -> None:
    outside = log.checkpoint()
    log.attack("DROP TABLE checkpoints")
    found = [finding.fault for finding in log.verify([outside]).findings]
    assert found == [Fault.ROLLED_BACK, Fault.TABLE_MISSING]


# Checkpoints


def test_a_checkpoint_taken_back_is_missed_by_the_one_outside(log: KeptLedger) -> None:
    outside = log.checkpoint()
    log.attack("DELETE FROM checkpoints WHERE size = 10")
    (finding,) = log.verify([outside]).findings
    assert finding.fault is Fault.ROLLED_BACK


def test_a_checkpoint_edited_inside_is_a_bad_signature(log: KeptLedger) -> None:
    edited = log.checkpoint().replace(b"\n10\n", b"\n11\n")
    log.attack("UPDATE checkpoints SET note = :edited WHERE size = 10", edited=edited)
    (finding,) = log.verify().findings
    assert finding.fault is Fault.SIGNATURE_BAD


def test_a_checkpoint_outside_signed_by_another_key_is_a_bad_signature(log: KeptLedger) -> None:
    other = Signer(log.signer.name, b"\1" * 32)
    log.attack("DELETE FROM checkpoints")
    (finding,) = log.verify([log.ledger.checkpoint(other, NOON)]).findings[:1]
    assert finding.fault is Fault.SIGNATURE_BAD


def test_what_is_no_checkpoint_is_malformed(log: KeptLedger) -> None:
    (finding,) = log.verify([b"nothing of the kind"]).findings
    assert finding.fault is Fault.CHECKPOINT_MALFORMED


# Copies


def copy(source: Path, target: Path) -> None:
    """Copy a SQLite database as its backup command does, over what may be there."""
    for name in (target, target.with_name(f"{target.name}-wal"), target.with_name(f"{target.name}-shm")):
        name.unlink(missing_ok=True)
    one, other = sqlite3.connect(source), sqlite3.connect(target)
    one.backup(other)
    one.close()
    other.close()


def test_a_restored_old_backup_is_found_by_the_checkpoint_outside(
    file_log: KeptLedger, sqlite_file: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    copy(sqlite_file, backup)
    file_log.grow(3)
    outside = file_log.checkpoint()
    file_log.database.close()
    copy(backup, sqlite_file)
    found = [finding.fault for finding in file_log.verify([outside]).findings]
    assert found == [Fault.TAIL_DROPPED, Fault.ROLLED_BACK]


def test_two_copies_that_went_on_apart_are_a_fork(file_log: KeptLedger, sqlite_file: Path, tmp_path: Path) -> None:
    fork = tmp_path / "fork.db"
    copy(sqlite_file, fork)
    file_log.grow(2)
    outside = file_log.checkpoint()
    forked = kept_ledger(sqlite_url(fork))
    with closing(forked.database):
        forked.grow(2)
        forked.checkpoint()
        found = [finding.fault for finding in forked.verify([outside]).findings]
    assert Fault.FORKED in found


def test_a_copy_in_a_folder_that_cannot_be_written_is_verified(
    file_log: KeptLedger, sqlite_file: Path, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    copy(sqlite_file, closed / "humanely.db")
    closed.chmod(0o500)
    with closing(open_read_only(sqlite_url(closed / "humanely.db"))) as reader:
        seen = verify_database(reader, [file_log.checkpoint()], [file_log.signer.verifier])
    assert (seen.findings[0].fault, seen.entries) == (Fault.ROLLED_BACK, 10)
