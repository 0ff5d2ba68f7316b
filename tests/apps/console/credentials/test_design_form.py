"""What was filled in and what is checked are the same, there and back."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.console.credentials.design_form import Filled, filled_of, plain, raw_of, slug
from humanely.credential.design.achievement import checked
from humanely.credential.design.spelling import ID

EXAMPLES = sorted((Path(__file__).parents[4] / "examples" / "achievements").iterdir())


def raw(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    return tomllib.loads(text) if path.suffix == ".toml" else msgspec.json.decode(text, type=dict[str, Any])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_design_goes_through_the_form_unchanged(path: Path) -> None:
    achievement = checked(raw(path))
    assert checked(raw_of(filled_of(raw(path)))) == achievement
    assert checked(raw_of(filled_of(plain(achievement)))) == achievement


def test_blank_rows_are_left_out_and_rows_keep_their_place() -> None:
    filled = Filled(step_name=("", "Read", ""), step_minutes=("", "", "20"), step_says=("", "", ""))
    assert raw_of(filled)["steps"] == [{"id": "read", "name": "Read"}, {"id": "step-2", "minutes": "20"}]


def test_steps_of_one_name_get_ids_of_their_own() -> None:
    filled = Filled(step_name=("Read", "Read", "Read"))
    assert [step["id"] for step in raw_of(filled)["steps"]] == ["read", "read-2", "read-3"]


def test_words_of_a_step_that_is_gone_go_with_it() -> None:
    kept = {"versions": {"de": {"steps": {"read": {"name": "Lesen"}, "gone": {"name": "Weg"}}}}}
    made = raw_of(Filled(step_name=("Read",), kept=msgspec.json.encode(kept).decode()))
    assert made["versions"]["de"]["steps"] == {"read": {"name": "Lesen"}}


@pytest.mark.parametrize("kept", ["", "{", "[1]", '"x"', "[" * 5000, '{"versions": 3}', '{"versions": {"de": 3}}'])
def test_whatever_a_browser_sends_as_kept_is_checked_and_no_fault_of_ours(kept: str) -> None:
    assert raw_of(Filled(name="First aid", kept=kept))["name"] == "First aid"


@given(st.text())
def test_a_short_name_can_be_an_id_or_is_empty(name: str) -> None:
    made = slug(name)
    assert not made or ID.fullmatch(made)


ODD = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5)
FIELDS = st.sampled_from(["name", "steps", "contact", "versions", "parts", "skills", "odd"])


@given(st.dictionaries(FIELDS, ODD))
def test_no_design_is_too_odd_for_the_form(odd: dict[str, Any]) -> None:
    assert isinstance(raw_of(filled_of(odd)), dict)
