import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.audit.exports.values import flag_of, id_of, label_of, language_of, number_of, time_of

AT = dt.datetime(2024, 3, 5, 14, 7, 9, tzinfo=dt.UTC)
moments = st.datetimes(dt.datetime(1990, 1, 2), dt.datetime(2099, 12, 30))  # noqa: DTZ001
cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.lists(st.text()),
    st.dictionaries(st.text(), st.text()),
)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-05T14:07:09Z",
        "2024-03-05 14:07:09",
        "2024-03-05 14:07:09 UTC",
        "2024-03-05T15:07:09+01:00",
        "20240305T140709",
        1709647629,
        1709647629.0,
        1709647629000,
        "1709647629000000",
        "Tue, 05 Mar 2024 14:07:09 +0000",
        "Tue Mar 05 14:07:09 +0000 2024",
        "05.03.2024 14:07:09",
        "5.3.24, 14:07:09",
    ],
)
def test_a_moment_is_read_however_it_is_written(cell: object) -> None:
    assert time_of(cell) == AT


@pytest.mark.parametrize(
    ("cell", "day_first", "month"),
    [("03/04/2024", True, 4), ("03/04/2024", False, 3), ("13/04/2024", None, 4), ("04/13/2024 2:07 PM", None, 4)],
)
def test_numeric_dates_go_the_way_that_is_known(cell: str, day_first: bool | None, month: int) -> None:
    time = time_of(cell, day_first=day_first)
    assert time is not None
    assert time.month == month


@pytest.mark.parametrize("cell", ["yesterday", "03/04/2024", "31.02.2024", "0", -5, True, [], "9" * 30, float("inf")])
def test_what_is_no_moment_is_refused(cell: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (an inner signal, turned into a reject with words)
        time_of(cell)


@pytest.mark.parametrize("cell", [None, "", "  ", float("nan")])
def test_an_empty_cell_is_no_time(cell: object) -> None:
    assert time_of(cell) is None


@given(moments)
def test_iso_and_epoch_agree(moment: dt.datetime) -> None:
    aware = moment.replace(tzinfo=dt.UTC, microsecond=0)
    assert time_of(aware.isoformat()) == time_of(int(aware.timestamp())) == time_of(int(aware.timestamp()) * 1000)


@given(cells)
def test_no_cell_breaks_a_reader(cell: object) -> None:
    number_of(cell), flag_of(cell), label_of(cell), language_of(cell)
    read = id_of(cell)
    assert read is None or read.strip()


@given(st.one_of(st.text(), st.floats(), st.integers()))
def test_a_time_is_read_in_utc_or_refused(cell: object) -> None:
    try:
        time = time_of(cell)
    except ValueError:
        return
    assert time is None or time.tzinfo is dt.UTC


@pytest.mark.parametrize(
    ("cell", "language"),
    [("en_US", "en"), ("DE", "de"), ("français", "fr"), ("Klingon", None), (3, None), ("zho", "zh")],
)
def test_languages_are_read_by_code_or_name(cell: object, language: str | None) -> None:
    assert language_of(cell) == language


@pytest.mark.parametrize(
    ("cell", "flag"),
    [
        (True, True),
        ("nein", False),
        ("Unresolved", False),
        ("closed", True),
        ("open", None),
        (1, True),
        (7, None),
        ("", None),
    ],
)
def test_yes_and_no_are_read_and_what_is_not_over_stays_open(cell: object, flag: bool | None) -> None:
    assert flag_of(cell) is flag
