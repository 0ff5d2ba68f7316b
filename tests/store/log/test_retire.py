"""Retention runs: what goes when, what stays, and that the ledger accounts for it."""

import datetime as dt
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from humanely.store.handoffs import Standing, opened_by
from humanely.store.log.act import Unit
from humanely.store.log.ledger import Ledger
from humanely.store.log.retire import due, retire
from humanely.store.log.retired import Retired, Rule, retired_of
from humanely.store.log.verify import verify_database
from humanely.store.reviews import Held
from humanely.store.sql.database import Database, open_database, sqlite_url
from humanely.store.team.deeds import Deeds
from humanely.trust.keys import MemoryKeys
from humanely.trust.retention import Kind as Keep
from humanely.trust.retention import shipped
from tests.store.people import NOW, ROOT, answered, unit

DAY = dt.timedelta(days=1)
MESSAGES_GO = NOW + 180 * DAY


def payloads(ledger: Ledger) -> list[bytes | None]:
    return [kept.payload for kept in ledger.after(-1, 100)]


def test_a_payload_goes_at_the_end_of_its_time_and_not_before(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    just_before = MESSAGES_GO - dt.timedelta(microseconds=1)
    assert retire(database, shipped(), just_before, os.urandom) == {}
    assert retire(database, shipped(), MESSAGES_GO, os.urandom) == {Keep.MESSAGE: 1}
    assert payloads(ledger)[0] is None


def test_a_run_with_nothing_to_do_records_nothing(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(b"Hello")], NOW)
    retire(database, shipped(), NOW + DAY, os.urandom)
    assert ledger.head().size == 1


def test_each_kind_has_its_own_time(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(b"1", keep=Keep.CRISIS), unit(b"2", conversation="c-2", keep=Keep.ESTIMATE)], NOW)
    retire(database, shipped(), NOW + 30 * DAY, os.urandom)
    assert payloads(ledger)[:2] == [None, b"2"]


def test_a_payload_without_a_rule_stays(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(b"For good", keep=None)], NOW)
    assert retire(database, shipped(), NOW + 36_500 * DAY, os.urandom) == {}
    assert payloads(ledger) == [b"For good"]


@pytest.mark.parametrize("keep", [Keep.CONSENT, Keep.PROFILE])
def test_what_is_of_use_while_a_person_comes_back_is_counted_from_their_newest_act(
    ledger: Ledger, database: Database, keep: Keep
) -> None:
    time = dt.timedelta(days=shipped().rules[keep].days)
    ledger.commit([unit(b"Yes", keep=keep)], NOW)
    ledger.commit([unit(b"Hello again", known=0, keep=None)], NOW + DAY)
    assert retire(database, shipped(), NOW + time, os.urandom) == {}
    assert retire(database, shipped(), NOW + DAY + time, os.urandom) == {keep: 1}
    assert payloads(ledger)[:2] == [None, b"Hello again"]


def test_that_the_team_looked_makes_nothing_stay_longer(ledger: Ledger, database: Database) -> None:
    time = dt.timedelta(days=shipped().rules[Keep.PROFILE].days)
    ledger.commit([unit(b"Hello", keep=Keep.PROFILE)], NOW)
    Deeds(database, ROOT, os.urandom).about_person("looked_at", "00" * 8, "ada", NOW + DAY)
    assert retire(database, shipped(), NOW + time, os.urandom)[Keep.PROFILE] == 1


def test_the_ledger_says_which_went_and_by_which_rule_and_verifies(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(b"1", b"2"), unit(b"3", conversation="c-2", keep=None), unit(b"4", conversation="c-3")], NOW)
    retire(database, shipped(), MESSAGES_GO, os.urandom)
    recorded = ledger.entry(4)
    assert recorded is not None
    assert (recorded.kind, recorded.subject) == ("erasure", "")
    assert retired_of(recorded.payload or b"") == Retired((Rule(Keep.MESSAGE, 180, ((0, 1), (3, 3))),))
    seen = verify_database(database, (), ())
    assert (seen.findings, seen.entries, seen.erased) == ((), 5, 3)


def test_a_long_run_goes_in_pieces(ledger: Ledger, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("humanely.store.log.retire.PIECE", 2)
    ledger.commit([unit(*(b"%d" % number for number in range(5)))], NOW)
    assert retire(database, shipped(), MESSAGES_GO, os.urandom) == {Keep.MESSAGE: 5}
    assert [kept.kind for kept in ledger.after(4, 10)] == ["erasure"] * 3
    assert verify_database(database, (), ()).findings == ()


def test_old_answers_go(ledger: Ledger, database: Database) -> None:
    ledger.commit([answered()], NOW)
    assert retire(database, shipped(), NOW + DAY, os.urandom) == {Keep.CACHE: 1}
    assert ledger.answered(["k-1"]) == {}


def test_a_trial_run_tells_and_takes_nothing(ledger: Ledger, database: Database) -> None:
    ledger.commit([unit(b"1", b"2"), answered(known=1)], NOW)
    assert due(database, shipped(), MESSAGES_GO) == {Keep.MESSAGE: 3, Keep.CACHE: 1}
    assert payloads(ledger) == [b"1", b"2", b"Where is it?"]
    assert due(database, shipped(), NOW) == {}


def test_what_went_is_not_left_in_the_file(sqlite_file: Path) -> None:
    with closing(open_database(sqlite_url(sqlite_file), os.urandom)) as database:
        ledger = Ledger(database, MemoryKeys(ROOT, os.urandom), ROOT, os.urandom)
        ledger.commit([unit(b"Hello " * 100)], NOW)
        database.settle()
        with closing(sqlite3.connect(sqlite_file)) as plain:
            (sealed,) = plain.execute("SELECT payload FROM entries").fetchone()
        assert sealed in sqlite_file.read_bytes()
        retire(database, shipped(), MESSAGES_GO, os.urandom)
        assert sealed[-50:] not in b"".join(path.read_bytes() for path in sqlite_file.parent.glob("humanely.db*"))


def opens(keep: Keep, conversation: str = "c-1", known: int = -1) -> Unit:
    """A message with which a handoff opens and an answer is held."""
    called = Standing(place=opened_by(0), state="queued", priority=0.7, agent="mia", opened_at=NOW, next_due=NOW)
    held = Held(place=opened_by(0), state="sent", wanted=1, given=1, reviewers=("mia",), opened_at=NOW, ended_at=NOW)
    made = unit(b"A human, please", conversation=conversation, known=known, keep=keep)
    return msgspec.structs.replace(made, handoff=called, held=(held,))


def test_the_rows_of_handoffs_and_held_answers_go_with_what_opened_them(ledger: Ledger, database: Database) -> None:
    ledger.commit([opens(Keep.CRISIS), opens(Keep.HANDOFF, "c-2")], NOW)
    retire(database, shipped(), NOW + 30 * DAY, os.urandom)
    assert [row.place for row in ledger.handoffs.open()] == [1]
    assert (ledger.reviews.at(0), ledger.reviews.at(1) is None) == (None, False)
    retire(database, shipped(), NOW + 365 * DAY, os.urandom)
    assert ledger.handoffs.open() == ()
    assert ledger.reviews.at(1) is None


def test_a_handoff_that_was_never_ended_keeps_nobody_from_a_new_one(ledger: Ledger, database: Database) -> None:
    ledger.commit([opens(Keep.CRISIS)], NOW)
    retire(database, shipped(), NOW + 30 * DAY, os.urandom)
    ledger.commit([opens(Keep.HANDOFF, known=0)], NOW + 31 * DAY)
    assert [row.place for row in ledger.handoffs.open()] == [2]
