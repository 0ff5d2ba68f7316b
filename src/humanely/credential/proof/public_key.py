"""Public keys as controller documents write them: Multikey, Ed25519VerificationKey2020 and JSON Web Keys.

Source: W3C Controlled Identifiers 1.0, section 2.2; RFC 7517, RFC 8037.
"""

import base64
from typing import Any, Literal

import msgspec
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicNumbers
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

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
    if kind in ("Multikey", "Ed25519VerificationKey2020"):
        return _of_multikey(method.get("publicKeyMultibase"))
    if kind in ("JsonWebKey", "JsonWebKey2020"):
        return of_jwk(method.get("publicKeyJwk"))
    return None


def of_jwk(jwk: Any) -> PublicKey | None:
    """The key in a JSON Web Key, or None; never one that was published with its private half."""
    if not isinstance(jwk, dict) or _PRIVATE & jwk.keys():
        return None
    kind, curve = jwk.get("kty"), jwk.get("crv")
    try:
        if (kind, curve) == ("OKP", "Ed25519"):
            return _of_okp(jwk)
        if (kind, curve) == ("EC", "P-256"):
            return PublicKey("P-256", _der(EllipticCurvePublicNumbers(_int(jwk, "x"), _int(jwk, "y"), SECP256R1())))
        if kind == "RSA" and (modulus := _int(jwk, "n")).bit_length() >= _LEAST_RSA_BITS:
            return PublicKey("RSA", _der(RSAPublicNumbers(_int(jwk, "e"), modulus)))
    except (ValueError, TypeError):
        return None
    return None


def _of_multikey(text: Any) -> PublicKey | None:
    try:
        return PublicKey("Ed25519", multikey.decode(text)) if isinstance(text, str) else None
    except multikey.MultikeyMalformed:
        return None


def _of_okp(jwk: Json) -> PublicKey | None:
    raw = _bytes(jwk, "x")
    return PublicKey("Ed25519", raw) if len(raw) == multikey.KEY_BYTES else None


def _der(numbers: EllipticCurvePublicNumbers | RSAPublicNumbers) -> bytes:
    return numbers.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _int(jwk: Json, name: str) -> int:
    return int.from_bytes(_bytes(jwk, name), "big")


def _bytes(jwk: Json, name: str) -> bytes:
    """The bytes of a member; ValueError or TypeError where it is no base64url."""
    encoded = jwk.get(name, "")
    return base64.b64decode(encoded + "=" * (-len(encoded) % 4), altchars=b"-_", validate=True)
