"""`find_helpline` over real pipes."""

import pytest

from tests.apps.mcp.conftest import PRIVATE, Started
from tests.apps.mcp.talking import Talking


def test_lines_of_the_directory_come_with_the_emergency_number(started: Started) -> None:
    found = started.tools.told("find_helpline", country="nz", language="en")
    assert found["emergency_numbers"] == {"general": "111"}
    (line,) = found["lines"]
    assert (line["dial"], line["now"], line["free"], line["verified_at"]) == (
        "0800 000 000",
        "open",
        True,
        "2026-06-01",
    )
    assert "0800 000 000" in found["card"]


def test_without_a_directory_there_is_still_a_number_and_a_finder(plain: Talking) -> None:
    found = plain.told("find_helpline", country="JP", language="ja")
    assert found["emergency_numbers"] == {"ambulance": "119", "police": "110"}
    assert (found["lines"], found["finder"], found["card_locale"]) == ([], "findahelpline.com", "ja")


def test_where_we_are_not_sure_no_number_is_made_up(plain: Talking) -> None:
    found = plain.told("find_helpline", country="ZZ")
    assert (found["emergency_numbers"], found["lines"]) == ({}, [])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "missing required field `country`"),
        ({"country": PRIVATE}, "$.country"),
        ({"country": "DE", "language": "?"}, "$.language"),
    ],
)
def test_bad_arguments_are_told_without_being_quoted(plain: Talking, arguments: dict[str, object], words: str) -> None:
    told = plain.refused("find_helpline", **arguments)
    assert words in told
    assert PRIVATE not in told
