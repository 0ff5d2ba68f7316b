"""Rows of held answers on both engines: written with the acts, found by what is due, and gone with the person."""

import datetime as dt
import os

import msgspec

from humanely.store.log.act import Act, Unit
from humanely.store.log.erase import Eraser
from humanely.store.log.ledger import Ledger
from humanely.store.reviews import Held
from humanely.store.sql.database import Database
from humanely.trust.keys import MemoryKeys
from humanely.trust.retention import Kind
from tests.store.people import ROOT

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(minutes=10)
FIRST_ACT = -1
"""The place of the first act of a unit, before it has one."""


def row(**given: object) -> Held:
    plain = Held(place=FIRST_ACT, state="open", wanted=1, given=0, opened_at=NOON, due=LATER)
    return msgspec.structs.replace(plain, **given)


def record(ledger: Ledger, held: Held, known: int = -1) -> int:
    """Record one act that moves a held answer; its place."""
    act = Act(kind="response", payload=b"{}", keep=Kind.RESPONSE, person="ada", conversation="c-1")
    ledger.commit([Unit(acts=(act,), conversation="c-1", known=known, held=(held,))], NOON)
    return ledger.newest(["c-1"])["c-1"]


def test_a_held_answer_takes_the_place_of_its_act(ledger: Ledger) -> None:
    place = record(ledger, row())
    (found,) = ledger.reviews.open()
    assert (found.place, found.state, found.due, ledger.reviews.count_open()) == (place, "open", LATER, 1)
    assert found.conversation
    assert found.subject


def test_what_was_judged_keeps_its_reviewers_and_is_no_longer_open(ledger: Ledger) -> None:
    place = record(ledger, row())
    record(ledger, row(place=place, state="sent", given=2, reviewers=("ada", "bo"), ended_at=NOON, due=None), place)
    assert (ledger.reviews.open(), ledger.reviews.due(LATER, 9)) == ((), ())
    (ended,) = ledger.reviews.newest_ended(9)
    assert (ended.reviewers, ended.given, ended.state) == (("ada", "bo"), 2, "sent")


def test_it_is_due_from_its_time_on(ledger: Ledger) -> None:
    place = record(ledger, row())
    assert ledger.reviews.due(LATER - dt.timedelta(seconds=1), 9) == ()
    assert [one.place for one in ledger.reviews.due(LATER, 9)] == [place]


def test_one_whose_words_are_gone_lapses_and_nothing_stays_due(ledger: Ledger) -> None:
    place = record(ledger, row())
    ledger.reviews.rest(place, LATER)
    found = ledger.reviews.at(place)
    assert found is not None
    assert (found.state, found.ended_at, found.due) == ("lapsed", LATER, None)


def test_a_unit_that_was_overtaken_moves_no_row(ledger: Ledger) -> None:
    place = record(ledger, row())
    record(ledger, row(place=place, state="sent", ended_at=NOON), known=-1)
    assert [one.state for one in ledger.reviews.open()] == ["open"]


def test_an_erased_person_leaves_no_row(database: Database, ledger: Ledger, keys: MemoryKeys) -> None:
    place = record(ledger, row())
    Eraser(database, keys, ROOT, os.urandom).erase("ada", NOON)
    assert ledger.reviews.at(place) is None
