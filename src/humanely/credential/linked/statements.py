"""A credential as statements (RDF): every word of it becomes part of one, or it is refused.

JSON-LD can say one thing in many ways, and drops what it does not know; a proof then covers less than people see,
or an expiry date hides behind another spelling. So only one spelling is read: properties by their term, ``id`` and
``type`` by those words, vocabularies by an address we hold. What is left is what credentials use.

Source: W3C, JSON-LD 1.1 Processing Algorithms and API (2020), sections 5.1.2, 5.3.2 and 8.1.2.
"""

from collections.abc import Iterator, Mapping, Sequence
from sys import float_info
from types import MappingProxyType
from typing import Any, NamedTuple

from humanely.credential.linked import literal
from humanely.credential.linked.contexts import NO_SCOPE, Row, table_number
from humanely.credential.linked.fault import NotCanonical
from humanely.credential.linked.scope import EMPTY, Scope, Term, entered

Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph as they stand in N-Quads; the graph may be empty; blank nodes begin ``_:``."""

TYPE = f"<{literal.RDF}type>"
FIRST, REST, NIL = f"<{literal.RDF}first>", f"<{literal.RDF}rest>", f"<{literal.RDF}nil>"
_NO_CHOICE: Mapping[str, str] = MappingProxyType({})
_UNTYPED = Row("")
_SPELLINGS = {"id": "@id", "type": "@type"}
_IRIS = ("@id", "@vocab")


def statements(document: Mapping[str, Any], pins: Mapping[str, str] = _NO_CHOICE) -> list[Quad]:
    """Read a document as statements, in no particular order.

    Args:
        document: a credential, or a proof's options with the credential's ``@context``.
        pins: the digest of the content to read an address as, where not the first (``contexts.choices``).

    Raises:
        NotCanonical: any part of it would be lost, or is written in another way than this one.

    >>> statements({"@context": "https://www.w3.org/ns/credentials/v2", "id": "urn:x:1", "name": "Teamwork"})
    [('<urn:x:1>', '<https://schema.org/name>', '"Teamwork"', '')]
    """
    reading = _Reading(pins)
    reading.node(document, _Place(EMPTY, ""))
    if not reading.quads:
        raise NotCanonical("malformed", "id")
    return reading.quads


class _Place(NamedTuple):
    """Where a node is read: the terms in force, and the graph it belongs to."""

    scope: Scope
    graph: str


class _Reading:
    """One document being read: the statements so far, and the blank nodes given out."""

    def __init__(self, pins: Mapping[str, str]) -> None:
        self.quads: list[Quad] = []
        self.pins = pins
        self.blanks = 0
        self.named: dict[str, str] = {}
        self.root: tuple[str, frozenset[str]] | None = None

    def blank(self) -> str:
        """A new blank node."""
        self.blanks += 1
        return f"_:b{self.blanks}"

    def node(self, element: Mapping[str, Any], place: _Place) -> str:
        """Read a node whose property's context is entered already, and say what stands for it."""
        scope, graph = place
        # 1. The contexts of the node, then those of its types, in the order of their names.
        if "@context" in element:
            scope = self.introduced(scope, element["@context"])
        typed, types = scope, _strings(element["type"], "type") if "type" in element else ()
        for name in sorted(types):
            if name in typed.terms and typed.terms[name].row.scope != NO_SCOPE:
                scope = entered(scope, typed.terms[name].row.scope, of_type=True)
        # 2. What it is.
        subject = self.reference(element["id"], scope) if "id" in element else self.blank()
        self.quads.extend((subject, TYPE, _class(name, typed), graph) for name in types)
        self.once(subject, frozenset(types))
        # 3. What is said of it.
        self.said(subject, element, _Place(scope, graph))
        return subject

    def said(self, subject: str, element: Mapping[str, Any], place: _Place) -> None:
        """Read what is said of a node."""
        for key, value in element.items():
            if key == "@context":
                continue
            term = place.scope.terms.get(key) or _in_vocabulary(place.scope, key)
            if term.is_property:
                self.property(subject, key, term, value, place)
            elif key not in _SPELLINGS or term.row.iri != _SPELLINGS[key]:
                raise NotCanonical("term_undefined", key)

    def introduced(self, scope: Scope, given: object) -> Scope:
        """Enter the contexts that a node names."""
        for url in _several(given):
            if not isinstance(url, str):
                raise NotCanonical("context_unknown", "@context")
            number = table_number(url, self.pins.get(url))
            if number is None:
                raise NotCanonical("context_unknown", url)
            scope = entered(scope, number)
        return scope

    def once(self, subject: str, types: frozenset[str]) -> None:
        """Hold that the document is not continued in a node inside, where nobody looks for its dates or status."""
        if self.root is None:
            self.root = subject, types
        elif subject == self.root[0] and types & self.root[1]:
            raise NotCanonical("malformed", "id")

    def reference(self, text: object, scope: Scope) -> str:
        """What stands for an ``id``."""
        if not isinstance(text, str):
            raise NotCanonical("malformed", "id")
        if text.startswith("_:"):
            self.named[text] = self.named.get(text) or self.blank()
            return self.named[text]
        return literal.iri(scope.spelled(text))

    def property(self, subject: str, key: str, term: Term, value: object, place: _Place) -> None:
        """Read what is said of a node by one term."""
        row = term.row
        if row.coercion == "@json":
            self.quads.append((subject, term.written, literal.verbatim(value), place.graph))
        elif value is None:
            pass
        elif row.container == "@list":
            self.quads.append((subject, term.written, self.sequence(key, row, _several(value), place), place.graph))
        elif row.container == "@graph":
            for item in _flat(value):
                self.quads.append((subject, term.written, self.graph(key, row, item, place), place.graph))
        else:
            for item in _flat(value) if isinstance(value, list) else (value,):
                self.quads.append((subject, term.written, self.value(key, row, item, place), place.graph))

    def sequence(self, key: str, row: Row, items: Sequence[object], place: _Place) -> str:
        """Read an ordered list, and say what stands for its beginning."""
        rest = NIL
        for item in reversed([item for item in items if item is not None]):
            if isinstance(item, list):
                first = self.sequence(key, row, item, place)
            else:
                first = self.value(key, row, item, place)
            cell = self.blank()
            self.quads += [(cell, FIRST, first, place.graph), (cell, REST, rest, place.graph)]
            rest = cell
        return rest

    def graph(self, key: str, row: Row, item: object, place: _Place) -> str:
        """Read what stands in a graph of its own, such as a proof, and say what stands for the graph."""
        name, before = self.blank(), len(self.quads)
        self.value(key, row, item, place._replace(graph=name))
        if len(self.quads) == before:
            raise NotCanonical("malformed", key)
        return name

    def value(self, key: str, row: Row, item: object, place: _Place) -> str:
        """Read one value, and say what stands for it."""
        scope = place.scope
        if not isinstance(item, dict):
            if row.scope != NO_SCOPE:
                scope = entered(scope, row.scope, own=True)
                row = scope.terms[key].row if key in scope.terms else _UNTYPED
            return self.scalar(item, row, scope)
        if "@value" not in item and item.keys() != {"id"}:
            scope = scope.outer
        if row.scope != NO_SCOPE:
            scope = entered(scope, row.scope, own=True)
        if "@value" in item:
            return _worded(item, key, row, scope)
        return self.node(item, _Place(scope, place.graph))

    def scalar(self, item: object, row: Row, scope: Scope) -> str:
        """Read a string, number or truth value as its term says."""
        coercion = row.coercion
        if not isinstance(item, str):
            return _native(item, "" if coercion in _IRIS else coercion)
        if coercion == "@id":
            return self.reference(item, scope)
        if coercion == "@vocab":
            return _class(item, scope) if ":" not in item else self.reference(item, scope)
        return literal.plain(item, coercion)


def _class(name: str, scope: Scope) -> str:
    """What stands for a type, or for a word of a vocabulary."""
    term = scope.terms.get(name)
    iri = scope.meant(name)
    if (term is None and ":" not in iri) or iri.startswith("@"):
        raise NotCanonical("term_undefined", name)
    if term is None and any(other.row.iri == iri for other in scope.terms.values()):
        raise NotCanonical("term_undefined", name)
    return literal.iri(iri)


def _worded(item: Mapping[str, object], key: str, row: Row, scope: Scope) -> str:
    """Read a value that says its own language, direction or datatype."""
    if stray := item.keys() - {"@value", "@language", "@direction", "@type"}:
        raise NotCanonical("term_undefined", min(stray))
    if "@type" not in item:
        return _spoken(item, key)
    # A datatype of its own is for terms without one: else there were two ways to write a date, and one to hide it.
    value, datatype = item["@value"], item["@type"]
    if row.coercion or not isinstance(datatype, str) or len(item) > 2:
        raise NotCanonical("malformed", key)
    if datatype == "@json":
        return literal.verbatim(value)
    datatype = _class(datatype, scope)[1:-1]
    if datatype == literal.STRING:
        raise NotCanonical("malformed", key)
    return literal.plain(value, datatype) if isinstance(value, str) else _native(value, datatype)


def _spoken(item: Mapping[str, object], key: str) -> str:
    """Read a text in a language, or written in a direction, or both."""
    value, language, direction = item["@value"], item.get("@language", ""), item.get("@direction", "")
    if not (isinstance(value, str) and isinstance(language, str) and isinstance(direction, str)) or len(item) == 1:
        raise NotCanonical("malformed", key)
    return literal.spoken(value, language, direction)


def _native(value: object, datatype: str) -> str:
    """Read a number or truth value."""
    if not isinstance(value, bool | int | float) or not abs(value) <= float_info.max:
        raise NotCanonical("malformed")
    return literal.native(value, datatype)


def _in_vocabulary(scope: Scope, key: str) -> Term:
    """A term that no context defines, in the vocabulary that takes all others, if there is one."""
    if scope.vocabulary is None or ":" in key or key.startswith("@"):
        raise NotCanonical("term_undefined", key)
    row = Row(scope.vocabulary + key)
    return Term(row, literal.iri(row.iri), protected=False, is_property=True)


def _strings(value: object, key: str) -> tuple[str, ...]:
    """One string, or several in a list."""
    items = tuple(_several(value))
    if not all(isinstance(item, str) for item in items):
        raise NotCanonical("malformed", key)
    return items


def _several(value: object) -> Sequence[Any]:
    """What a list holds, or the one value."""
    return value if isinstance(value, list) else (value,)


def _flat(value: object) -> Iterator[object]:
    """Values of a set: lists in lists are one, and nothing is no value."""
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif value is not None:
        yield value
