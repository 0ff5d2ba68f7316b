"""Erasing a person: what goes, what stays, and what a crash or a restore cannot undo."""

import datetime as dt
import os
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from humanely.store.log.act import Recorded
from humanely.store.log.erase import Eraser
from humanely.store.log.ledger import Ledger
from humanely.store.log.retire import retire
from humanely.store.log.verify import verify_database
from humanely.store.sql.database import Database, open_database, sqlite_url
from humanely.store.sql.tables import answers, conversations, entries
from humanely.trust.erasure import Beyond, Erasure, Part, Unreached
from humanely.trust.file_keys import FileKeys
from humanely.trust.keys import KeyDestroyed, MemoryKeys
from humanely.trust.retention import shipped
from tests.store.credentials_kept import listed, record
from tests.store.people import LATER, NOW, ROOT, answered, said, unit

ADA = ROOT.pseudonym("ada")


@pytest.fixture
def eraser(database: Database, keys: MemoryKeys) -> Eraser:
    return Eraser(database, keys, ROOT, os.urandom)


def test_what_an_erased_person_said_is_gone_and_the_ledger_still_verifies(
    ledger: Ledger, eraser: Eraser, database: Database
) -> None:
    ledger.commit([unit(b"My secret"), unit(b"Mine", person="bob", conversation="c-2")], NOW)
    eraser.erase("ada", LATER)
    assert [kept.payload for kept in ledger.conversation("c-1")] == [None]
    assert [kept.payload for kept in ledger.conversation("c-2")] == [b"Mine"]
    seen = verify_database(database, (), ())
    assert (seen.findings, seen.entries) == ((), 3)


def test_what_was_said_in_a_crisis_goes_with_the_rest(ledger: Ledger, eraser: Eraser) -> None:
    acts = unit(b"Hello").acts
    crisis = said(b"I cannot go on", in_crisis=True)
    ledger.commit([msgspec.structs.replace(unit(), acts=(*acts, crisis))], NOW)
    eraser.erase("ada", LATER)
    assert [kept.payload for kept in ledger.conversation("c-1")] == [None, None]


def test_what_was_kept_beside_the_ledger_is_deleted(ledger: Ledger, eraser: Eraser, database: Database) -> None:
    ledger.commit([answered(), unit(b"Mine", person="bob", conversation="c-2")], NOW)
    done = eraser.erase("ada", LATER)
    assert done.erased[Part.PROJECTIONS] == 1
    assert done.erased[Part.CACHES] == 1
    with database.reading() as connection:
        assert connection.execute(select(answers)).all() == []
        assert list(connection.scalars(select(conversations.c.subject))) == [ROOT.pseudonym("bob")]


def test_the_receipt_names_the_person_and_the_time(ledger: Ledger, eraser: Eraser) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    done = eraser.erase("ada", LATER)
    assert (done.pseudonym, done.at, done.erased[Part.KEY]) == (ADA, LATER, 1)
    assert done.unreached


def test_the_ledger_records_an_erasure_in_the_open_and_without_the_id(ledger: Ledger, eraser: Eraser) -> None:
    ledger.commit([unit(b"Hello", b"There")], NOW)
    eraser.erase("ada", LATER)
    *_, recorded = ledger.person("ada")
    assert (recorded.kind, recorded.at) == ("erasure", LATER)
    assert msgspec.json.decode(recorded.payload or b"") == {
        "type": "erased",
        "keys": [ADA, ROOT.pseudonym("ada\x1fcrisis")],
        "entries": 2,
        "conversations": 1,
        "answers": 0,
    }


def test_a_second_erasure_gives_the_time_of_the_first(ledger: Ledger, eraser: Eraser) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    eraser.erase("ada", NOW)
    again = eraser.erase("ada", LATER)
    assert (again.at, again.erased[Part.KEY]) == (NOW, 0)
    assert ledger.head().size == 2


def test_somebody_nobody_knew_can_be_erased(ledger: Ledger, eraser: Eraser) -> None:
    done = eraser.erase("zoe", NOW)
    assert set(done.erased.values()) == {0}
    assert isinstance(ledger.commit([unit(b"Hello", person="zoe")], LATER)[0], KeyDestroyed)


def test_an_erasure_that_was_cut_off_is_finished_at_the_next_start(
    ledger: Ledger, database: Database, eraser: Eraser
) -> None:
    ledger.commit([answered()], NOW)
    eraser.erase("ada", LATER)
    backup = MemoryKeys(ROOT, os.urandom)
    backup.key_of("ada"), backup.key_of("ada\x1fcrisis"), backup.key_of("bob")
    assert Eraser(database, backup, ROOT, os.urandom).finish() == 2
    assert backup.is_destroyed("ada")
    assert backup.is_destroyed("ada\x1fcrisis")
    assert not backup.is_destroyed("bob")


def test_a_restored_database_learns_whom_the_key_store_has_erased(
    ledger: Ledger, keys: MemoryKeys, eraser: Eraser, database: Database
) -> None:
    ledger.commit([answered(), unit(b"Mine", person="bob", conversation="c-2")], NOW)
    keys.destroy("ada", LATER)
    keys.destroy("ada\x1fcrisis", LATER)
    eraser.finish()
    assert [kept.kind for kept in ledger.person("ada")] == ["estimate", "erasure"]
    assert ledger.head().size == 3
    assert ledger.answered(["k-1"]) == {}
    with database.reading() as connection:
        assert list(connection.scalars(select(answers.c.key))) == []


def test_finishing_twice_changes_nothing(ledger: Ledger, eraser: Eraser) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    eraser.erase("ada", LATER)
    before = ledger.head()
    assert eraser.finish() == 0
    assert ledger.head() == before


def test_a_retention_run_is_nobodys_erasure(ledger: Ledger, eraser: Eraser, database: Database) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    retire(database, shipped(), NOW + dt.timedelta(days=180), os.urandom)
    assert eraser.finish() == 0
    assert isinstance(ledger.commit([unit(b"Hello again", known=0)], LATER)[0], Recorded)


def test_a_list_kept_elsewhere_is_applied(ledger: Ledger, eraser: Eraser, keys: MemoryKeys) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    assert eraser.apply([Erasure(ADA, LATER), Erasure(ROOT.pseudonym("nobody here"), LATER)]) == 1
    assert keys.is_destroyed("ada")
    assert [kept.kind for kept in ledger.person("ada")] == ["estimate", "erasure"]
    assert ledger.head().size == 2


def test_an_erasure_entry_that_somebody_changed_still_counts_for_its_person(
    ledger: Ledger, eraser: Eraser, database: Database
) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    eraser.erase("ada", LATER)
    with database.writing() as connection:
        connection.execute(entries.update().where(entries.c.kind == "erasure").values(payload=b"nothing"))
    backup = MemoryKeys(ROOT, os.urandom)
    backup.key_of("ada")
    assert Eraser(database, backup, ROOT, os.urandom).finish() == 1


def test_no_byte_of_what_was_said_is_on_the_disk(sqlite_file: Path) -> None:
    with closing(open_database(sqlite_url(sqlite_file), os.urandom)) as database:
        keys = FileKeys(sqlite_file.parent / "people", ROOT, os.urandom)
        ledger = Ledger(database, keys, ROOT, os.urandom)
        ledger.commit([unit(b"I lost my parcel", person="ada@example.org", conversation="from the clinic")], NOW)
        on_disk = b"".join(path.read_bytes() for path in sqlite_file.parent.rglob("*") if path.is_file())
        assert b"parcel" not in on_disk
        assert b"example.org" not in on_disk
        assert b"clinic" not in on_disk


def test_an_erasure_takes_its_time_from_the_ledger_where_a_clock_was_set_back(ledger: Ledger, eraser: Eraser) -> None:
    ledger.commit([unit(b"Hello")], LATER)
    assert eraser.erase("ada", NOW - dt.timedelta(days=1)).at == LATER


def test_what_stays_of_credentials_stands_on_the_receipt_a_second_time_too(ledger: Ledger, eraser: Eraser) -> None:
    assert not isinstance(record(ledger, listed()), Exception)
    assert Unreached(Beyond.CREDENTIALS) in eraser.erase("ada", LATER).unreached
    assert Unreached(Beyond.CREDENTIALS) in eraser.erase("ada", LATER).unreached


def test_who_never_had_a_credential_reads_nothing_of_them(ledger: Ledger, eraser: Eraser) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    assert not isinstance(record(ledger, listed(), person="bob"), Exception)
    assert Unreached(Beyond.CREDENTIALS) not in eraser.erase("ada", LATER).unreached
