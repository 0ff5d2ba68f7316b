"""Places in status lists, on both engines: each once, in an order that nobody can foresee."""

import datetime as dt

import pytest

from humanely.credential.verify.status_list import ENTRIES, FIRST
from humanely.store import status_lists
from humanely.store.sql.database import Database
from humanely.store.status_lists import Place, StatusLists
from humanely.trust.root_key import RootKey
from tests.store.people import ROOT

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
ISSUER, OTHER = "did:web:a.example", "did:key:z6Mk"


def test_nobody_is_given_a_place_twice(database: Database) -> None:
    lists = StatusLists(database, ROOT)
    beside = StatusLists(database, ROOT)
    given = [*lists.reserve(ISSUER, 40, NOON), *beside.reserve(ISSUER, 40, NOON), *lists.reserve(ISSUER, 1, NOON)]
    assert len(set(given)) == 81
    assert all(FIRST <= place.position < ENTRIES and place.list == 1 for place in given)


def test_places_follow_no_order_and_depend_on_the_root_key(database: Database) -> None:
    given = [place.position for place in StatusLists(database, ROOT).reserve(ISSUER, 100, NOON)]
    assert given != sorted(given)
    other = StatusLists(database, RootKey(bytes(reversed(range(32))))).reserve(OTHER, 100, NOON)
    assert given != [place.position for place in other]


def test_each_issuer_has_lists_of_its_own(database: Database) -> None:
    lists = StatusLists(database, ROOT)
    found = [lists.reserve(one, 1, NOON)[0].list for one in (ISSUER, OTHER, ISSUER)]
    assert found == [1, 2, 1]
    second = lists.one(2)
    assert second is not None
    assert (second.issuer, second.changes, lists.one(3)) == (OTHER, 0, None)


def test_a_list_that_is_full_is_followed_by_another(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status_lists, "FULL", 3)
    given = StatusLists(database, ROOT).reserve(ISSUER, 7, NOON)
    assert [place.list for place in given] == [1, 1, 1, 2, 2, 2, 3]
    assert len(set(given)) == 7


def test_to_ask_for_none_takes_none(database: Database) -> None:
    lists = StatusLists(database, ROOT)
    assert lists.reserve(ISSUER, 0, NOON) == ()
    assert isinstance(lists.reserve(ISSUER, 1, NOON)[0], Place)
