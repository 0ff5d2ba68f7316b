"""A document as the bytes that linked-data proofs are made over."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from humanely.credential.linked.fault import NotCanonical
from humanely.credential.linked.labels import ordered
from humanely.credential.linked.statements import Quad, statements

_NO_CHOICE: Mapping[str, str] = MappingProxyType({})


def canonical(document: Mapping[str, Any], pins: Mapping[str, str] = _NO_CHOICE) -> bytes:
    r"""Say a document in canonical N-Quads (RDFC-1.0): UTF-8, one statement a line, sorted.

    Neither the order of keys nor whitespace changes the result; any other word does, or is refused.

    Args:
        document: a credential, or a proof's options with the credential's ``@context``.
        pins: the digest of the content to read an address as, where not the first (``contexts.choices``).

    Raises:
        NotCanonical: a part of the document would be lost, its vocabulary is not held here, or putting it in order
            is more work than an honest document makes.

    >>> canonical({"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:x:1", "name": "Teamwork"})
    b'<urn:x:1> <https://schema.org/name> "Teamwork" .\n'
    """
    try:
        quads = statements(document, pins)
    except RecursionError as wrong:
        raise NotCanonical("too_complex") from wrong
    return canonical_nquads(quads)


def canonical_nquads(dataset: Iterable[Quad], algorithm: str = "sha256") -> bytes:
    r"""Put statements into canonical N-Quads (RDFC-1.0).

    Args:
        dataset: statements; blank nodes begin with ``_:`` and may be called anything.
        algorithm: what to hash with, by its name in `hashlib`.

    Raises:
        NotCanonical: ``too_complex``, or ``malformed`` where a text is not Unicode.

    >>> canonical_nquads([("_:anything", "<urn:x:says>", '"yes"', "")])
    b'_:c14n0 <urn:x:says> "yes" .\n'
    """
    try:
        return ordered(dataset, algorithm).encode()
    except RecursionError as wrong:
        raise NotCanonical("too_complex") from wrong
    except UnicodeEncodeError as wrong:
        raise NotCanonical("malformed") from wrong
