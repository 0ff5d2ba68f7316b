"""The words of the console: all of them in every language."""

from importlib.resources import files
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast

from humanely.apps.console.areas import AREAS
from humanely.apps.console.running.settings import key_of
from humanely.apps.console.words import LOCALES, WordMissing, fitting, words
from humanely.apps.operator_files import NAMES
from humanely.people.helplines import Age
from humanely.people.roles import Role
from humanely.store.scope import Scope
from humanely.trust.entry import Kind
from humanely.trust.erasure import Part

_FILES = files("humanely.apps.console") / "locales"


def variables(locale: str) -> dict[str, set[str]]:
    """Each key of a locale, with the values it needs."""
    found: dict[str, set[str]] = {}
    for file in (_FILES / locale).iterdir():
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{locale}/{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, entry.id.name
                found[entry.id.name] = set(_named(entry.value))
    return found


def _named(node: object) -> list[str]:
    if isinstance(node, ast.VariableReference):
        return [node.id.name]
    inner = node if isinstance(node, list) else vars(node).values() if isinstance(node, ast.BaseNode) else ()
    return [name for one in inner for name in _named(one)]


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_language_says_everything_with_the_same_values(locale: str) -> None:
    assert variables(locale) == variables(LOCALES[0])


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_the_same_files(locale: str) -> None:
    assert {one.name for one in (_FILES / locale).iterdir()} == {one.name for one in (_FILES / "en").iterdir()}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_name_that_a_page_may_show_has_words(locale: str) -> None:
    named = {
        *(f"role-{one}" for one in Role),
        *(f"scope-{one}" for one in Scope),
        *(f"scope-{one}-hint" for one in Scope),
        *(f"kind-{one}" for one in get_args(Kind)),
        *(f"nav-{one.name}" for one in AREAS),
        *(key_of(one) for one in NAMES),
        *(f"{key_of(one)}-means" for one in NAMES),
        *(f"settings-age-{one}" for one in get_args(Age)),
        *(f"erased-{one}" for one in Part),
    }
    assert {one for one in named if not words(locale).has(one)} == set()


def test_words_that_are_not_written_are_a_fault_of_ours() -> None:
    with pytest.raises(WordMissing, match="no-such-word"):
        words("en").say("no-such-word")


def test_a_value_that_is_missing_is_a_fault_of_ours() -> None:
    with pytest.raises(WordMissing, match="per-cent"):
        words("en").say("per-cent")


@pytest.mark.parametrize("header", ["", ";;;", "xx;q=abc", "*", "," * 1000])
def test_a_header_that_says_nothing_gets_the_first_language(header: str) -> None:
    assert fitting("", header) == "en"
