"""Laws of the erasure list, and what a receipt says."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.erasure import (
    ALWAYS,
    Beyond,
    Erasure,
    ErasureListDamaged,
    Part,
    Pseudonym,
    Unreached,
    erasures_of,
    in_words,
    joined,
    lines_of,
    receipt,
)

MUSEUM = Path(__file__).parent / "assets" / "erasures"
AT = dt.datetime(2026, 11, 22, 4, 3, 8, 15, dt.UTC)
ADA = Pseudonym("9f" * 32)
BOB = Pseudonym("0b" * 32)

zones = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=5, minutes=45)), dt.timezone(dt.timedelta(hours=-8))])
times = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001
people = st.sampled_from([ADA, BOB]) | st.binary(min_size=32, max_size=32).map(lambda b: Pseudonym(b.hex()))
lists = st.lists(st.builds(Erasure, people, times), max_size=8)


@given(erasures=lists)
def test_a_list_reads_back_as_it_was_written(erasures: list[Erasure]) -> None:
    assert erasures_of(lines_of(erasures)) == joined(erasures)


@given(one=lists, other=lists)
def test_lists_are_joined_by_putting_one_after_the_other(one: list[Erasure], other: list[Erasure]) -> None:
    assert erasures_of(lines_of(one) + lines_of(other)) == joined([*one, *other])


@given(erasures=lists, data=st.data())
def test_the_order_of_lines_does_not_matter(erasures: list[Erasure], data: st.DataObject) -> None:
    assert joined(data.draw(st.permutations(erasures))) == joined(erasures)


@given(erasures=lists)
def test_everybody_stays_on_the_list_with_their_first_time(erasures: list[Erasure]) -> None:
    first = {e.pseudonym: min(o.at for o in erasures if o.pseudonym == e.pseudonym) for e in erasures}
    assert {e.pseudonym: e.at for e in joined(erasures)} == first


def test_blank_lines_remarks_and_other_line_ends_are_passed_over() -> None:
    text = f"\r\n# kept in the safe\r\n  {ADA} 2026-11-22T05:03:08+01:00  \r\n\r\n"
    assert erasures_of(text) == (Erasure(ADA, dt.datetime(2026, 11, 22, 4, 3, 8, tzinfo=dt.UTC)),)


def test_an_empty_list_erases_nobody() -> None:
    assert erasures_of("") == ()


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ("time_missing", 2),
        ("zone_missing", 2),
        ("no_such_day", 2),
        ("pseudonym_cut_short", 2),
        ("pseudonym_in_capitals", 2),
        ("id_instead_of_pseudonym", 2),
        ("two_on_one_line", 2),
        ("json", 1),
    ],
)
def test_a_damaged_list_is_refused_as_a_whole(fault: str, line: int) -> None:
    text = (MUSEUM / f"{fault}.txt").read_text(encoding="utf-8")
    with pytest.raises(ErasureListDamaged, match=rf"^Line {line} of the erasure list .* nothing on the list") as raised:
        erasures_of(text)
    assert "example.org" not in str(raised.value)


def test_every_fault_of_the_museum_is_shown() -> None:
    assert len(list(MUSEUM.iterdir())) == 8


@given(
    erased=st.dictionaries(st.sampled_from(Part), st.integers(0, 99)),
    unreached=st.lists(st.builds(Unreached, st.sampled_from(Beyond), st.text(max_size=9)), max_size=4),
)
def test_a_receipt_names_every_part_and_always_the_backups(erased: dict[Part, int], unreached: list[Unreached]) -> None:
    made = receipt(Erasure(ADA, AT), erased, unreached)
    assert {part: made.erased[part] for part in erased} == erased
    assert set(made.erased) == set(Part)
    assert {Unreached(what) for what in ALWAYS} | set(unreached) == set(made.unreached)
    assert len(set(made.unreached)) == len(made.unreached)


@given(where=st.sampled_from(["the helpdesk", "{where}", "100 % {} of it"]))
def test_the_other_system_is_named(where: str) -> None:
    assert f"sent to {where} are kept there" in Unreached(Beyond.SENT, where).why


def test_a_receipt_in_words() -> None:
    made = receipt(
        Erasure(ADA, AT),
        {Part.KEY: 1, Part.PROJECTIONS: 12, Part.CACHES: 0},
        [Unreached(Beyond.SENT, "the helpdesk"), Unreached(Beyond.DOWNLOADED)],
    )
    assert in_words(made) == (
        "Erased on 2026-11-22 at 04:03 UTC, for 9f9f9f9f9f9f:\n"
        "- the key, without which nothing that was said can be read again\n"
        "- what was worked out from it: conversations, profile, estimates (12)\n"
        "What we could not reach:\n"
        "- Backups of the database still hold the sealed words. Nobody can read them without the key, and they go when "
        "the backups go.\n"
        "- A backup of the keys may still hold the key. It is not used: whoever restores it has the erasure list "
        "applied first, which destroys the key again.\n"
        "- Messages already sent to the helpdesk are kept there, out of our reach. Ask those who run it to erase "
        "them.\n"
        "- Files already downloaded to another system stay there, out of our reach. Ask for them to be deleted."
    )


def test_a_receipt_for_somebody_of_whom_nothing_was_held_says_so() -> None:
    assert "- nothing was held" in in_words(receipt(Erasure(ADA, AT), {}))


def test_what_stays_of_credentials_is_told_without_the_name_of_a_system() -> None:
    assert Unreached(Beyond.CREDENTIALS).why == (
        "Of each credential that was issued, its bits in the status lists and its code in one row stay, so that nobody "
        "else is given them; they name nobody. Copies that people hold still verify, and mails already sent are with "
        "whoever got them, both out of our reach."
    )
