"""Public keys as controller documents write them: Multikey, Ed25519VerificationKey2020 and JSON Web Keys.

Source: W3C Controlled Identifiers 1.0, section 2.2; RFC 7517, RFC 8037.
"""

import base64
import binascii
from typing import Any, Literal

import msgspec

from humanely.credential.proof import multikey
from humanely.credential.proof.strict_json import Json

Kind = Literal["Ed25519", "P-256", "RSA"]

_LEAST_RSA_BITS = 2048
_PRIVATE = {"d", "p", "q", "dp", "dq", "qi", "k"}
"""Members of a JSON Web Key that nobody may publish; a key with one of them is everybody's."""


class PublicKey(msgspec.Struct, frozen=True):
    """One public key.

    Attributes:
        raw: 32 bytes where the kind is Ed25519, else SubjectPublicKeyInfo in DER.
    """

    kind: Kind
    raw: bytes


def of_method(method: Json) -> PublicKey | None:
    """The key of a verification method, or None where it is of another kind or cannot be read."""
    kind = method.get("type")
    if kind in {"Multikey", "Ed25519VerificationKey2020"}:
        return _of_multikey(method.get("publicKeyMultibase"))
    if kind in {"JsonWebKey", "JsonWebKey2020"}:
        return of_jwk(method.get("publicKeyJwk"))
    return None


def of_jwk(jwk: Any) -> PublicKey | None:
    """The key in a JSON Web Key, or None; never one that was published with its private half."""
    if not isinstance(jwk, dict) or _PRIVATE & jwk.keys():
        return None
    if jwk.get("kty") == "OKP":
        return _of_okp(jwk)
    if jwk.get("kty") in {"EC", "RSA"}:
        return _of_other(jwk)
    return None


def _of_multikey(text: Any) -> PublicKey | None:
    try:
        return PublicKey("Ed25519", multikey.decode(text)) if isinstance(text, str) else None
    except multikey.MultikeyMalformed:
        return None


def _of_okp(jwk: Json) -> PublicKey | None:
    encoded = jwk.get("x")
    if jwk.get("crv") != "Ed25519" or not isinstance(encoded, str) or len(encoded) != 43:
        return None
    try:
        raw = base64.b64decode(encoded + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return PublicKey("Ed25519", raw)


def _of_other(jwk: Json) -> PublicKey | None:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from joserfc.errors import JoseError
    from joserfc.jwk import import_key

    try:
        key: Any = import_key(jwk)
        public = key.public_key
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    if isinstance(public, EllipticCurvePublicKey) and isinstance(public.curve, SECP256R1):
        return PublicKey("P-256", key.as_der(private=False))
    if isinstance(public, RSAPublicKey) and public.key_size >= _LEAST_RSA_BITS:
        return PublicKey("RSA", key.as_der(private=False))
    return None
