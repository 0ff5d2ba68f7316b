"""Whose key may speak for an issuer: one that the issuer's own document lists for making statements.

A key that a proof or a credential brings along is never enough, nor a document in which somebody else claims to hold
a key of the issuer's.

Source: W3C Controlled Identifiers 1.0, section 3.3 (Retrieve Verification Method).
"""

import datetime as dt
from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from humanely.credential.proof import multikey
from humanely.credential.proof.controller import ASSERTION, Controller, VerificationMethod, of_did_key
from humanely.credential.proof.strict_json import Json
from humanely.credential.proof.verdict import Refused

_RESOLVABLE = ("did:web:", "https://")


def issuer_of(credential: Json) -> str:
    """The id of who issued it, or nothing where it names nobody or several."""
    issuer = credential.get("issuer")
    said = issuer.get("id") if isinstance(issuer, dict) else issuer
    return said if isinstance(said, str) else ""


def needed_of(issuer: str) -> tuple[str, ...]:
    """Whose documents have to be obtained: the issuer's, unless nobody could obtain one or needs to."""
    return (issuer,) if issuer.startswith(_RESOLVABLE) else ()


def controller_of(issuer: str, controllers: Mapping[str, Controller]) -> Controller | None:
    """What is known of an issuer; a did:key says all of itself, unless more is known."""
    if issuer in controllers or not issuer.startswith(multikey.DID_KEY):
        return controllers.get(issuer)
    try:
        return of_did_key(issuer)
    except multikey.MultikeyMalformed:
        return None


def method_of(url: str, issuer: str, controllers: Mapping[str, Controller]) -> VerificationMethod:
    """The key of that id, when the issuer makes statements with it.

    Raises:
        Refused: it is another's, for something else, or not known.
    """
    theirs = url.partition("#")[0] == issuer
    known = controller_of(issuer, controllers)
    if known is None:
        # Nobody can speak for an issuer who has no document, and whose identifier is no key.
        raise Refused("key_unknown" if theirs or issuer.startswith(("did:", "https://")) else "wrong_controller")
    method = known.method(url)
    if method is None:
        raise Refused("key_unknown" if theirs else "wrong_controller")
    return speaks(method, issuer)


def speaks(method: VerificationMethod, issuer: str) -> VerificationMethod:
    """The key again, once it is the issuer's and for making statements.

    Raises:
        Refused: it is another's, or for something else.
    """
    if method.controller != issuer:
        raise Refused("wrong_controller")
    if ASSERTION not in method.purposes:
        raise Refused("wrong_purpose")
    return method


def match(signature: bytes, signed: bytes, method: VerificationMethod) -> None:
    """Let a signature of Ed25519 pass.

    Raises:
        Refused: it is not this key's over these bytes.
    """
    try:
        Ed25519PublicKey.from_public_bytes(method.public_key).verify(signature, signed)
    except InvalidSignature:
        raise Refused("does_not_match") from None


def require_lasting(method: VerificationMethod, created: dt.datetime | None) -> None:
    """Let a key pass that still counted when the proof says it was made; one without a date may be of any.

    Raises:
        Refused: it had ended.
    """
    if method.ended is not None and (created is None or method.ended <= created):
        raise Refused("key_revoked")
