"""The vocabularies we hold, as term tables: nothing is ever fetched.

A table is facts about one published context document: which IRI a term stands for, and how its values are read.
``python -m training.contexts`` makes the tables; tests hold that they mean what the documents mean.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice, product
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

FILE = Path(__file__).with_name("contexts.json")
NO_SCOPE, EMPTIED = -1, -2
"""In place of a table's number: no context of its own; a context that forgets all terms."""
MOST_CHOICES = 16
"""How many combinations of other versions are worth trying."""


class Row(msgspec.Struct, frozen=True, array_like=True):
    """One term.

    Attributes:
        iri: what it stands for; a keyword such as ``@id``; or a compact IRI that earlier contexts may spell out.
        coercion: how its strings are read: ``@id``, ``@vocab``, ``@json``, a datatype, or empty.
        container: ``@set``, ``@list``, ``@graph``, or empty.
        scope: the number of the table that holds below it, ``NO_SCOPE`` or ``EMPTIED``.
    """

    iri: str
    coercion: str = ""
    container: str = ""
    scope: int = NO_SCOPE

    @property
    def prefix(self) -> bool:
        """Whether compact IRIs may begin with it."""
        return self.iri.endswith((":", "/", "?", "#", "[", "]", "@"))


class Table(msgspec.Struct, frozen=True):
    """The terms of one context, whether others may redefine them, and where undefined terms belong, if anywhere."""

    terms: dict[str, Row]
    protected: bool = False
    vocabulary: str | None = None


class Version(msgspec.Struct, frozen=True, array_like=True):
    """One content an address has had: the SHA-256 digest of that document, in hex, and its table's number."""

    digest: str
    table: int


class Pinned(msgspec.Struct, frozen=True):
    """Every address we know, with all contents it has had, and the tables."""

    addresses: dict[str, tuple[Version, ...]]
    tables: tuple[Table, ...]


@cache
def pinned() -> Pinned:
    """Read the tables of the package."""
    return msgspec.json.decode(FILE.read_bytes(), type=Pinned)


def known(url: str) -> bool:
    """Tell whether we hold the vocabulary at an address.

    >>> known("https://www.w3.org/ns/credentials/v2"), known("https://example.org/context")
    (True, False)
    """
    return url in pinned().addresses


def digests(url: str) -> tuple[str, ...]:
    """The SHA-256 digests, in hex, of every content an address has had; the one read unless told otherwise first."""
    return tuple(version.digest for version in pinned().addresses.get(url, ()))


def table_number(url: str, digest: str | None = None) -> int | None:
    """Which table an address is read by: the first, or the one with this digest; None where we do not hold it."""
    versions = pinned().addresses.get(url, ())
    return next((version.table for version in versions if digest in {None, version.digest}), None)


def choices(document: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    """Other versions of the vocabularies a document names, as digest by address: at most ``MOST_CHOICES``.

    Where a proof does not match, one of these may explain it: the credential was made with an older or newer
    content of the same address.
    """
    several = {url: found for url in named(document) if len(found := digests(url)) > 1}
    combined = (MappingProxyType(dict(zip(several, chosen, strict=True))) for chosen in product(*several.values()))
    return islice(combined, 1, 1 + MOST_CHOICES)


def named(value: Any) -> list[str]:
    """Every address named as a context anywhere in a document, each once, in order of appearance."""
    found: dict[str, None] = {}
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part, dict):
            given = part.get("@context", [])
            found.update((url, None) for url in (given if isinstance(given, list) else [given]) if isinstance(url, str))
            waiting.extend(reversed(part.values()))
    return list(found)
