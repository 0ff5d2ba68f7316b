"""The words of the room: all of them in every language."""

from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast

from humanely.credential.wording import LOCALES, WordingMissing, fitting, has, say

_FILES = files("humanely.credential") / "locales"


def books(locale: str) -> dict[str, dict[str, set[str]]]:
    """Each book of a locale: its keys, with the values that each needs."""
    return {file.name: _keys(file.read_text(encoding="utf-8")) for file in (_FILES / locale).iterdir()}


def _keys(text: str) -> dict[str, set[str]]:
    entries = FluentParser().parse(text).body
    assert [entry.content for entry in entries if isinstance(entry, ast.Junk)] == []
    messages = [entry for entry in entries if isinstance(entry, ast.Message)]
    found = {entry.id.name: set(_named(entry.value)) for entry in messages}
    assert len(found) == len(messages), "a key stands twice"
    return found


def _named(node: object) -> list[str]:
    if isinstance(node, ast.VariableReference):
        return [node.id.name]
    inner = node if isinstance(node, list) else vars(node).values() if isinstance(node, ast.BaseNode) else ()
    return [name for one in inner for name in _named(one)]


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_language_has_the_same_books_with_the_same_keys_and_values(locale: str) -> None:
    assert books(locale) == books(LOCALES[0])


def test_no_key_stands_in_two_books() -> None:
    keys = [key for book in books(LOCALES[0]).values() for key in book]
    assert len(keys) == len(set(keys))


def test_words_come_in_the_nearest_language() -> None:
    assert say("de-AT", "verify-verdict-valid") == "Dieser Nachweis ist gültig."
    assert say("pt", "verify-verdict-valid") == "This credential is valid."
    assert fitting("DE_ch") == "de"


def test_words_that_are_not_written_are_a_fault_of_ours() -> None:
    assert not has("en", "nobody-wrote-this")
    with pytest.raises(WordingMissing, match="nobody-wrote-this"):
        say("en", "nobody-wrote-this")
    with pytest.raises(WordingMissing, match="verify-cause-expired"):
        say("en", "verify-cause-expired")


@pytest.mark.parametrize("length", [1, 2_000, 2_001, 2_501, 20_000])
def test_however_long_a_value_is_it_is_said_in_full(length: int) -> None:
    assert say("en", "holder-appeal-reasons", reasons="x" * length) == f"The reasons: {'x' * length}"
