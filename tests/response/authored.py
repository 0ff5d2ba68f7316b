"""Authored lines as the tests see them: messages, attributes and variables of a file, and every line rendered."""

import re
from importlib import resources
from importlib.resources.abc import Traversable

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from humanely.response.phrasebook import Book, phrasebook

SIX = ("de", "en", "es", "fr", "it", "pt")
FAMILIAR = [(locale, familiar) for locale in SIX for familiar in (False, True)]
DIGIT = re.compile(r"\d")
FORMAL = {
    "de": re.compile(r"\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b(?<!^Sie)(?<!\. Sie)(?<!^Ihr)"),
    "fr": re.compile(r"\b(vous|votre|vos)\b", re.IGNORECASE),
    "es": re.compile(r"\b([Uu]sted|[Dd]íga\w+|Escriba|[Ee]scríba\w+|Use)\b"),
    "it": re.compile(r"\b(scriva|dica|usi)\b", re.IGNORECASE),
}
"""Words of formal address, by which a familiar line that was forgotten is found."""


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - named by the library
        self.found.add(node.id.name)


def folder(locale: str) -> Traversable:
    return resources.files("humanely.response") / "locales" / locale


def shape(locale: str, file: str) -> dict[str, dict[str, frozenset[str]]]:
    """Message → attribute → variables; familiar twins left out, but for their variables being those of their line."""
    body = FluentParser().parse((folder(locale) / file).read_text(encoding="utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    found = {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}
    return {
        name: {each.id.name: variables(each) for each in message.attributes if "-" not in each.id.name}
        for name, message in found.items()
    }


def twins(locale: str, file: str) -> dict[tuple[str, str], frozenset[str]]:
    """Familiar lines with their variables, by message and the variant they stand beside."""
    body = FluentParser().parse((folder(locale) / file).read_text(encoding="utf-8")).body
    return {
        (entry.id.name, each.id.name.removesuffix("-familiar")): variables(each)
        for entry in body
        if isinstance(entry, ast.Message)
        for each in entry.attributes
        if each.id.name.endswith("-familiar")
    }


def variables(attribute: ast.Attribute) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(attribute)
    return frozenset(visitor.found)


def lines(locale: str, book: Book, file: str, *, familiar: bool = False) -> dict[tuple[str, str], str]:
    """Every line of a file, by message and variant; a value that is asked for reads "value"."""
    held = phrasebook(locale, book)
    return {
        (name, variant): held.render(name, variant, dict.fromkeys(needed, "value"), familiar=familiar)
        for name, variants in shape(locale, file).items()
        for variant, needed in variants.items()
    }
