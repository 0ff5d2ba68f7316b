"""The walk through the Companion: walked anew, it answers as the page says."""

import json
import re
from typing import Any

import pytest

from benchmarks.walkthrough import PAGE, laid_out, page, picked

BLOCK = re.compile(r"^```(http|json|text)\n(.*?)\n^```$", re.MULTILINE | re.DOTALL)
MEANT = frozenset({"action", "status", "kind", "author", "name", "type", "standing", "title"})
"""Fields whose words mean something to a program; of all others only the kind counts here."""

Blocks = list[tuple[str, str]]


def blocks(text: str) -> Blocks:
    return BLOCK.findall(text)


def shape(value: Any, name: str = "") -> Any:
    """A value without its figures and its words."""
    if isinstance(value, dict):
        return {key: shape(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value]
    return value if name in MEANT or value is None else type(value).__name__


@pytest.fixture(scope="module")
def written() -> Blocks:
    return blocks(PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def walked() -> Blocks:
    return blocks(page())


def answers(found: Blocks) -> list[Any]:
    return [json.loads(text) for kind, text in found if kind == "json"]


def test_the_page_makes_the_calls_that_are_made(written: Blocks, walked: Blocks) -> None:
    assert len(walked) > 30
    assert [text for kind, text in written if kind == "http"] == [text for kind, text in walked if kind == "http"]


def test_the_calls_still_answer_in_this_way(written: Blocks, walked: Blocks) -> None:
    assert shape(answers(walked)) == shape(answers(written)), "Make it anew: python -m benchmarks.walkthrough --write"


def test_she_is_heard_and_the_matter_is_answered(walked: Blocks) -> None:
    first = next(one for one in answers(walked) if "decision" in one)
    assert first["decision"]["action"] == "comfort"
    assert "Correct name" in first["response"]["messages"][-1]["text"]


def test_after_her_consent_is_withdrawn_nothing_is_estimated(walked: Blocks) -> None:
    last = [one for one in answers(walked) if "emotions" in one.get("affect", {})][-1]
    assert last["affect"] == {"senses": [], "emotions": None, "valence": None}
    assert last["response"]["status"] == "sent"


def test_once_erased_nothing_can_be_read_and_the_ledger_verifies(walked: Blocks) -> None:
    assert [one["status"] for one in answers(walked) if "fix" in one] == [410, 410]
    texts = [text for kind, text in walked if kind == "text"]
    assert any(text.startswith("Erased on ") for text in texts)
    assert texts[-2].splitlines()[-1] == "nowhere"
    assert "Nothing is wrong: the ledger holds what was recorded." in texts[-1]


def test_an_answer_is_laid_out_as_the_json_it_is() -> None:
    value: dict[str, Any] = {"a": [1.234, {"b": "é" * 60, "c": [None, True]}], "d": {}, "e": "x" * 100}
    assert json.loads(laid_out(value)) == {**value, "a": [1.23, value["a"][1]]}
    assert laid_out({"a": -0.0001}) == '{"a": 0.0}'


def test_of_an_answer_only_what_is_shown_is_kept() -> None:
    answer = {"a": [{"b": 1, "c": 2}], "d": {"e": 3}, "f": 4}
    assert picked(answer, {"a": ["b"], "d": "e", "g": None}) == {"a": [{"b": 1}], "d": 3}
