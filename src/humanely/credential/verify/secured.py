"""A credential with what secures it: proofs inside, or the JWT that it came as."""

import re
from datetime import datetime
from typing import Any

import msgspec

from humanely.credential.proof import jwt, proof_set, strict_json
from humanely.credential.proof.proof_set import issuer_of
from humanely.credential.proof.strict_json import Json
from humanely.credential.verify import signature
from humanely.credential.verify.claims import is_typed
from humanely.credential.verify.known import Known
from humanely.credential.verify.signature import Signature

_COMPACT = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_ENVELOPED = ("EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation")
_ENVELOPES = ("data:application/vc+jwt,", "data:application/vc-ld+jwt,", "data:application/vp+jwt,")


class Secured(msgspec.Struct, frozen=True):
    """A credential, nothing of it believed yet.

    Attributes:
        jwt: the compact JWT; empty where its proofs are inside.
    """

    credential: Json
    jwt: str = ""

    @property
    def needed(self) -> tuple[str, ...]:
        """Whose documents its signature needs."""
        return jwt.needed_jwt(self.jwt) if self.jwt else proof_set.needed(self.credential)


def of_bytes(data: bytes) -> Secured:
    """A credential as JSON, or as a JWT.

    Raises:
        CredentialUnreadable: it is neither.
    """
    if _COMPACT.fullmatch(data.strip()):
        text = data.strip().decode("ascii")
        return Secured(jwt.check_jwt(text, {}).credential, text)
    return Secured(strict_json.read(data))


def of_value(value: Any) -> Secured | None:
    """A credential as it stands in another document: an object, a JWT, or an envelope around one; None for no such.

    Raises:
        CredentialUnreadable: it is a JWT that cannot be read.

    Source: W3C Verifiable Credentials Data Model 2.0, sections 4.13.1 and 4.13.2 (enveloped credentials).
    """
    if isinstance(value, dict) and not any(is_typed(value, one) for one in _ENVELOPED):
        return Secured(value)
    text = value.get("id") if isinstance(value, dict) else value
    if not isinstance(text, str):
        return None
    inside = text.partition(",")[2] if text.startswith(_ENVELOPES) else text
    return of_bytes(inside.encode()) if _COMPACT.fullmatch(inside.encode()) else None


def checked(one: Secured, known: Known, now: datetime) -> Signature:
    """Check what secures a credential; as `signature.of_credential`."""
    if not one.jwt:
        return signature.of_credential(one.credential, known, now)
    proof = jwt.check_jwt(one.jwt, signature.controllers(issuer_of(one.credential), known)).proof
    # The end that a JWT names is the credential's, which the check of its term tells.
    return signature.of_proofs([msgspec.structs.replace(proof, expires=None)], one.credential, known, now)
