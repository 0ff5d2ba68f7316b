"""Instants of proofs."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.proof import instant


@given(st.datetimes(min_value=dt.datetime(1000, 1, 1), timezones=st.just(dt.UTC)))  # noqa: DTZ001
def test_what_is_written_is_read_back_to_the_second(moment: dt.datetime) -> None:
    assert instant.read(instant.write(moment)) == moment.replace(microsecond=0)


def test_another_zone_and_parts_of_a_second_are_read() -> None:
    assert instant.read("2026-11-22T07:00:00.250-05:00") == dt.datetime(2026, 11, 22, 12, 0, 0, 250_000, dt.UTC)


@pytest.mark.parametrize(
    "text",
    ["", "2026-11-22", "2026-11-22T12:00:00", "2026-11-22 12:00:00Z", "2026-13-22T12:00:00Z", "2026-11-22T12:00:00z",
     "2026-11-22T12:00:00Z\n", "٢026-11-22T12:00:00Z", "2026-11-22T12:00:00+99:00", None, 1763812800, ["2026"]],
)  # fmt: skip
def test_what_leaves_open_which_instant_is_none(text: object) -> None:
    assert instant.read(text) is None
