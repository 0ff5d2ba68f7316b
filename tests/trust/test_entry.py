"""An entry has one form, the same on every machine, in which nothing can be changed unseen."""

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.entry import Entry, EntryWithoutZone, hash_payload

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ENTRY = Entry(7, AT, "consent", "p-1", hash_payload(b"sealed"))

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.timedeltas(timedelta(days=-10_000), timedelta(days=300_000)).map(lambda elapsed: AT + elapsed)
entries = st.builds(
    Entry,
    st.integers(0, 2**53),
    moments,
    st.sampled_from(["consent", "law", "estimate", "erasure", "key"]),
    st.text(st.characters(codec="utf-8")),
    st.binary(min_size=32, max_size=32),
)


def test_the_leaf_is_written_as_documented() -> None:
    """Checkpoints kept outside must fit for ever, so no change of the form may go unnoticed."""
    assert ENTRY.leaf == (
        b'{"at":"2026-01-02T03:04:05Z","index":7,"kind":"consent",'
        b'"payload_hash":"ydADa+1nRLzfaS/JgNhxfX5fWk9Ogma0qEmCYC+xzQk=","subject":"p-1"}'
    )


def test_parts_of_a_second_are_written_with_six_digits() -> None:
    late = msgspec.structs.replace(ENTRY, at=AT.replace(microsecond=120_000))
    assert b'"at":"2026-01-02T03:04:05.120000Z"' in late.leaf


def test_the_leaf_is_in_the_form_of_rfc_8785() -> None:
    """Section 3.2.2.2: the shortest escapes, hexadecimal in small letters, everything else as UTF-8."""
    odd = msgspec.structs.replace(ENTRY, subject='\x00\x1f\n"\\/\x7fé\u2028')
    assert rb'"subject":"\u0000\u001f\n\"\\/' + '\x7fé\u2028"}'.encode() in odd.leaf


@given(entries)
def test_a_leaf_holds_the_whole_entry(entry: Entry) -> None:
    assert msgspec.json.decode(entry.leaf, type=Entry) == entry


@given(entries, entries)
def test_different_entries_have_different_leaves(one: Entry, other: Entry) -> None:
    assert (one.leaf == other.leaf) == (one == other)


@given(entries, zones)
def test_the_zone_a_time_is_told_in_does_not_matter(entry: Entry, zone: timezone) -> None:
    assert msgspec.structs.replace(entry, at=entry.at.astimezone(zone)).leaf == entry.leaf


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(EntryWithoutZone, match="The time of entry 7 has no time zone"):
        Entry(7, datetime(2026, 1, 2), "consent", "p-1", bytes(32))  # noqa: DTZ001


def test_a_row_that_was_tampered_with_can_still_be_read() -> None:
    spoiled = msgspec.structs.replace(ENTRY, kind="no such kind", payload_hash=b"short")
    assert spoiled.leaf != ENTRY.leaf
