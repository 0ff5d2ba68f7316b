"""Suites: what exactly is signed. Each makes two hashes, of the proof without its value and of the document.

Source: W3C Data Integrity EdDSA Cryptosuites 1.0, sections 3.2, 3.3 and 4.1.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Literal, TypeAlias, cast, get_args

import rfc8785

from humanely.credential.linked.canonical import canonical
from humanely.credential.linked.fault import NotCanonical
from humanely.credential.proof.strict_json import Json

Suite: TypeAlias = Literal["eddsa-jcs-2022", "eddsa-rdfc-2022", "Ed25519Signature2020"]

_KNOWN = set(get_args(Suite))


def name(proof: Json) -> str:
    """What a proof says its suite is, known or not; empty where it says nothing."""
    said = proof.get("cryptosuite" if proof.get("type") == "DataIntegrityProof" else "type")
    return said if isinstance(said, str) else ""


def known(proof: Json) -> Suite | None:
    """Its suite, or None where we know none by that name; `Ed25519Signature2020` is a type, never a cryptosuite."""
    said = name(proof)
    legacy = proof.get("type") != "DataIntegrityProof"
    return cast(Suite, said) if said in _KNOWN and legacy == (said == "Ed25519Signature2020") else None


class Unsecured:
    """A document without its proofs, canonised at most once for each way of doing it."""

    def __init__(self, document: Json) -> None:
        self.document = {key: value for key, value in document.items() if key != "proof"}
        self._hashes: dict[object, bytes | NotCanonical | rfc8785.CanonicalizationError] = {}

    def over_bytes(self, options: Json) -> bytes:
        """The 64 bytes that a signature of `eddsa-jcs-2022` is over.

        Everything shown is covered: the document is hashed with all its contexts, also where the proof repeats only
        the first of them, so that a context added later is a change.

        Args:
            options: the proof without `proofValue`.

        Raises:
            rfc8785.CanonicalizationError: numbers or texts without canonical form.
        """
        return sha256(rfc8785.dumps(options)).digest() + self._hash("bytes", rfc8785.dumps)

    def over_statements(self, options: Json, pins: Mapping[str, str] | None = None) -> bytes:
        """The 64 bytes that a signature of the other two suites is over.

        Args:
            options: the proof without `proofValue`; its context is always the document's.
            pins: which content of a context to read, where not the usual one (`linked.contexts.choices`).

        Raises:
            NotCanonical: terms or contexts that are not safe to sign over.
        """
        told, pinned = {**options, "@context": self.document.get("@context")}, pins or {}
        way = tuple(sorted(pinned.items()))
        return sha256(canonical(told, pinned)).digest() + self._hash(way, lambda one: canonical(one, pinned))

    def _hash(self, way: object, form: Callable[[Json], bytes]) -> bytes:
        """The hash of the document in a form, or what keeps it from having one: worked out once for all its proofs."""
        if way not in self._hashes:
            try:
                self._hashes[way] = sha256(form(self.document)).digest()
            except (NotCanonical, rfc8785.CanonicalizationError) as fault:
                self._hashes[way] = fault
        found = self._hashes[way]
        if isinstance(found, Exception):
            raise found
        return found
