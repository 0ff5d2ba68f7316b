"""Controllers: who holds a key, what they may do with it, and until when.

A key counts only in the document of whoever it speaks for. A document about another is refused.

Source: W3C Controlled Identifiers 1.0, sections 2 and 3.3; did:key method 0.9; did:web method.
"""

import datetime as dt
from functools import lru_cache
from typing import Any

import msgspec

from humanely.credential.proof import instant, multikey, public_key
from humanely.credential.proof.did_web import did_web_url
from humanely.credential.proof.public_key import Kind
from humanely.credential.proof.strict_json import Json
from humanely.errors import HumanelyError

__all__ = ["Controller", "ControllerRefused", "VerificationMethod", "did_web_url", "of_did_key", "of_document"]

ASSERTION = "assertionMethod"
PURPOSES = (ASSERTION, "authentication")

_MOST_METHODS = 200


class ControllerRefused(HumanelyError):
    """A document does not say, beyond doubt, which keys its subject holds."""

    code = "controller_refused"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"The issuer's key record cannot be used: {fault}.",
            fix="Tell the issuer; until it is put right, what they issued can be read but not checked.",
        )


class VerificationMethod(msgspec.Struct, frozen=True):
    """One key and what it is for.

    Attributes:
        id: absolute URL with fragment.
        controller: who it speaks for.
        public_key: see `PublicKey.raw`.
        purposes: relationships the document lists it under.
        revoked: aware; nothing made with it from then on counts.
        expires: aware; the same, foreseen.
        kind: of the key; proofs need Ed25519, the others are read in JWTs.
    """

    id: str
    controller: str
    public_key: bytes
    purposes: frozenset[str]
    revoked: dt.datetime | None = None
    expires: dt.datetime | None = None
    kind: Kind = "Ed25519"

    @property
    def ended(self) -> dt.datetime | None:
        """When it stopped counting, or will."""
        return min((end for end in (self.revoked, self.expires) if end), default=None)


class Controller(msgspec.Struct, frozen=True):
    """Somebody and the keys they hold."""

    id: str
    methods: tuple[VerificationMethod, ...]

    def method(self, url: str) -> VerificationMethod | None:
        """The key of that id, or None."""
        return next((method for method in self.methods if method.id == url), None)


@lru_cache(maxsize=1024)
def of_did_key(did: str) -> Controller:
    """The controller that a did:key is in itself.

    Raises:
        MultikeyMalformed: it is no did:key of an Ed25519 key.

    >>> of_did_key(multikey.did_key(bytes(32))).methods[0].id
    'did:key:z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP#z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP'
    """
    encoded = did.removeprefix(multikey.DID_KEY)
    if encoded == did:
        raise multikey.MultikeyMalformed(f"it does not begin with {multikey.DID_KEY}")
    key = multikey.decode(encoded)
    return Controller(did, (VerificationMethod(f"{did}#{encoded}", did, key, frozenset(PURPOSES)),))


def of_document(document: Json, asked: str) -> Controller:
    """The controller that a document describes; keys of kinds we do not know are left out.

    Args:
        document: as read by `strict_json`, from a did:web or an https address.
        asked: whose document was asked for.

    Raises:
        ControllerRefused: it is about another, or names the same key twice.
    """
    if document.get("id") != asked:
        raise ControllerRefused("the document is about another issuer than the one asked for")
    entries = [entry for name in ("verificationMethod", *PURPOSES) for entry in _objects(document, name)]
    if len(entries) > _MOST_METHODS:
        raise ControllerRefused(f"it names more than {_MOST_METHODS} keys")
    ids = [_absolute(entry.get("id"), asked) for entry in entries]
    if len(set(ids)) < len(ids):
        raise ControllerRefused("two keys in it have the same name")
    purposes = {purpose: _named(document, purpose, asked) for purpose in PURPOSES}
    methods = (
        _method(entry, url, frozenset(purpose for purpose, named in purposes.items() if url in named))
        for entry, url in zip(entries, ids, strict=True)
    )
    return Controller(asked, tuple(method for method in methods if method))


def _method(entry: Json, url: str, purposes: frozenset[str]) -> VerificationMethod | None:
    controller, key = entry.get("controller"), public_key.of_method(entry)
    ends = [(instant.read(entry[name]) if name in entry else None) for name in ("revoked", "expires")]
    # An end that cannot be read might be any: such a key is not used at all.
    unclear = any(end is None for name, end in zip(("revoked", "expires"), ends, strict=True) if name in entry)
    if key is None or unclear or not isinstance(controller, str):
        return None
    return VerificationMethod(url, controller, key.raw, purposes, ends[0], ends[1], key.kind)


def _objects(document: Json, name: str) -> list[Json]:
    return [entry for entry in _listed(document.get(name)) if isinstance(entry, dict)]


def _named(document: Json, purpose: str, asked: str) -> set[str]:
    """Ids of the keys that a relationship lists, by reference or whole."""
    return {
        _absolute(entry.get("id") if isinstance(entry, dict) else entry, asked)
        for entry in _listed(document.get(purpose))
    }


def _absolute(url: Any, asked: str) -> str:
    if not isinstance(url, str):
        raise ControllerRefused("a key in it has no name")
    return asked + url if url.startswith("#") else url


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
