"""Dates of both data models, and clocks that differ."""

import datetime as dt

import pytest

from humanely.credential.verify.term import SKEW, checked
from tests.credential.verify.making import NOW


def said(**dates: dt.datetime) -> str:
    return checked({name: date.isoformat() for name, date in dates.items()}, NOW).cause


@pytest.mark.parametrize(("starts", "ends"), [("validFrom", "validUntil"), ("issuanceDate", "expirationDate")])
def test_a_credential_holds_between_its_dates(starts: str, ends: str) -> None:
    day = dt.timedelta(days=1)
    assert said(**{starts: NOW - day, ends: NOW + day}) == "within-its-time"
    assert said(**{starts: NOW - day}) == "without-end"
    assert said(**{starts: NOW + day}) == "not-yet-valid"
    assert said(**{starts: NOW - 2 * day, ends: NOW - day}) == "expired"


def test_clocks_may_differ_by_minutes() -> None:
    second = dt.timedelta(seconds=1)
    assert said(validFrom=NOW + SKEW) == "without-end"
    assert said(validFrom=NOW + SKEW + second) == "not-yet-valid"
    assert said(validUntil=NOW - SKEW) == "within-its-time"
    assert said(validUntil=NOW - SKEW - second) == "expired"


def test_of_two_ends_the_first_counts_and_of_two_starts_the_last() -> None:
    day = dt.timedelta(days=1)
    assert said(validUntil=NOW + day, expirationDate=NOW - day) == "expired"
    assert said(validFrom=NOW - day, issuanceDate=NOW + day) == "not-yet-valid"


@pytest.mark.parametrize("date", ["2026-11-22", "2026-11-22T12:00:00", "yesterday", 20261122, None, ["x"]])
def test_a_date_that_not_everybody_reads_alike_is_told(date: object) -> None:
    assert checked({"validUntil": date}, NOW).cause == "time-unreadable"


def test_where_it_can_be_renewed_is_told() -> None:
    ended = {"validUntil": "2020-01-01T00:00:00Z"}
    assert (
        checked({**ended, "refreshService": {"id": "https://a.example/b"}}, NOW).values["renewal"]
        == "https://a.example/b"
    )
    assert checked({**ended, "refreshService": {"id": "javascript:alert(1)"}}, NOW).values["renewal"] == ""
