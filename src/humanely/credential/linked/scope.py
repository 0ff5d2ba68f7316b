"""The terms in force at one place of a document.

Source: W3C, JSON-LD 1.1 Processing Algorithms and API (2020), sections 4.1 and 4.2, for what term tables can say.
"""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from humanely.credential.linked import literal
from humanely.credential.linked.contexts import EMPTIED, Row, pinned
from humanely.credential.linked.fault import NotCanonical


class Term(msgspec.Struct, frozen=True):
    """A term in force: a row whose compact IRIs are spelled out.

    Attributes:
        row: the IRI, and how values are read.
        written: the IRI as it stands in N-Quads; empty for a keyword.
        protected: whether later contexts must leave it as it is.
        is_property: whether something can be said with it; the names of classes begin with a capital.
    """

    row: Row
    written: str
    protected: bool
    is_property: bool


class Scope(msgspec.Struct, frozen=True, eq=False):
    """All terms in force, where undefined ones belong, and the scope that holds again one node further down."""

    terms: Mapping[str, Term]
    vocabulary: str | None = None
    before: "Scope | None" = None

    @property
    def outer(self) -> "Scope":
        """What holds for a node inside: terms that came with a type end with its node."""
        return self.before or self

    def spelled(self, text: str) -> str:
        """Spell a compact IRI out, where its prefix is a term."""
        prefix, colon, rest = text.partition(":")
        if not colon or rest.startswith("//"):
            return text
        term = self.terms.get(prefix)
        return term.row.iri + rest if term is not None and term.row.prefix else text

    def meant(self, text: str) -> str:
        """The IRI of a term, of a compact IRI, or of a word in the vocabulary for all others."""
        if not text or text.startswith("@"):
            return text
        if text in self.terms:
            return self.terms[text].row.iri
        if ":" not in text and self.vocabulary is not None:
            return self.vocabulary + text
        return self.spelled(text)


EMPTY = Scope(terms={})


@lru_cache(maxsize=1024)
def entered(scope: Scope, number: int, *, own: bool = False, of_type: bool = False) -> Scope:
    """Enter the context that a pinned table describes.

    Args:
        scope: what is in force.
        number: of the table, or ``EMPTIED``.
        own: it belongs to a term of ours, which may redefine protected terms; a document's own may not.
        of_type: it belongs to a type, and ends with the node.

    Raises:
        NotCanonical: ``context_changed``, it gives a protected term another meaning.
    """
    before = scope.before or (scope if of_type else None)
    if number == EMPTIED:
        return EMPTY
    table = pinned().tables[number]
    terms = dict(scope.terms)
    for name, row in table.terms.items():
        term = _term(scope, name, row, protected=table.protected)
        held = scope.terms.get(name)
        if held is not None and held.protected and not own:
            if held.row != term.row:
                raise NotCanonical("context_changed", name)
            continue
        terms[name] = term
    vocabulary = scope.vocabulary if table.vocabulary is None else table.vocabulary
    if before is scope.before and terms == scope.terms and vocabulary == scope.vocabulary:
        return scope
    return Scope(terms=terms, vocabulary=vocabulary, before=before)


def _term(scope: Scope, name: str, row: Row, *, protected: bool) -> Term:
    """Bring a row into force: what its own table left open, the contexts before may spell out."""
    row = msgspec.structs.replace(row, iri=scope.meant(row.iri), coercion=scope.meant(row.coercion))
    written = "" if row.iri.startswith("@") else literal.iri(row.iri)
    return Term(row, written, protected, is_property=bool(written) and not name[0].isupper())
