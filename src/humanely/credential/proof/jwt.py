"""Credentials as JWTs: the form of VC 2.0 (`vc+jwt`, the claims are the credential) and that of VC 1.1 and Open Badges
(`JWT`, the credential in `vc` or among the claims).

Which key signed is never for the JWT to say: `kid` and `jwk` only choose among the keys that the issuer's own
document lists. A `jwk` that is not one of them is another's; addresses of keys (`jku`, `x5u`) are not followed.

Source: W3C Securing Verifiable Credentials using JOSE and COSE, section 3.1; Open Badges 3.0, section 8.2; VC Data
Model 1.1, section 6.3.1.
"""

import base64
import binascii
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc import jws
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey

from humanely.credential.proof import authority, instant, public_key
from humanely.credential.proof.authority import issuer_of
from humanely.credential.proof.controller import Controller, VerificationMethod
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.proof_set import NotSecurable
from humanely.credential.proof.public_key import Kind
from humanely.credential.proof.strict_json import MOST_BYTES, CredentialUnreadable, Json, read
from humanely.credential.proof.verdict import ProofChecked, Refused, Verdict

TYPE = "vc+jwt"

_TYPES = {None, "JWT", TYPE, "vc+ld+jwt", "vc-ld+jwt"}
_KINDS: dict[str, Kind] = {"EdDSA": "Ed25519", "Ed25519": "Ed25519", "ES256": "P-256", "RS256": "RSA"}
_CLAIMS = {"iss", "sub", "jti", "nbf", "iat", "exp", "aud", "vc"}
_TWICE = {"credentialStatus", "credentialSubject", "validFrom", "validUntil", "issuanceDate", "expirationDate"}
"""Members of a credential that count for nothing beside `vc`, and may not say anything else there."""
_MOST_CHARACTERS = 2 << 20
_NEVER, _ALWAYS = dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC)


class _Algorithms(jws.JWSRegistry):
    """What joserfc may do here: as large as a credential with pictures, and EdDSA, which it warns of.

    RFC 9864 renames EdDSA to Ed25519; readers of credentials know the old name today, and we read both.
    """

    max_header_length = 1 << 14
    max_payload_length = MOST_BYTES

    def get_alg(self, name: str) -> Any:
        return self.algorithms[name]


class JwtChecked(msgspec.Struct, frozen=True):
    """The credential that a JWT carries, and what came of its one signature."""

    credential: Json
    proof: ProofChecked


class _Jwt(msgspec.Struct, frozen=True):
    """A JWT taken apart; nothing in it is believed yet."""

    text: str
    header: Json
    claims: Json

    @property
    def issuer(self) -> str:
        """Who it says issued it; nothing where it says two things."""
        inner = _inner(self.claims)
        said = [issuer_of(inner)] if "issuer" in inner else []
        said += [part["iss"] for part in (self.claims, self.header) if "iss" in part]
        return said[0] if said and all(isinstance(one, str) and one == said[0] for one in said) else ""


def needed_jwt(text: str) -> tuple[str, ...]:
    """Whose documents the signature needs, as `proof_set.needed`.

    Raises:
        CredentialUnreadable: it is no JWT with JSON objects in it.
    """
    return authority.needed_of(_parsed(text).issuer)


def check_jwt(text: str, controllers: Mapping[str, Controller]) -> JwtChecked:
    """Check the signature of a credential; `created` is when it says that it was signed, `method` the key it holds by.

    Args:
        text: compact serialisation.
        controllers: what is known of those `needed_jwt`, by id; a did:key needs no entry.

    Raises:
        CredentialUnreadable: it is no JWT with JSON objects in it.
    """
    jwt = _parsed(text)
    verdict: Verdict = "holds"
    named = _said(jwt.header, "kid")
    try:
        named = _require(jwt, controllers).id
    except Refused as refused:
        verdict = refused.verdict
    proof = ProofChecked(
        suite=_said(jwt.header, "alg"),
        method=named,
        created=_signed_at(jwt),
        verdict=verdict,
        expires=_instant(jwt.claims.get("exp")),
    )
    return JwtChecked(_credential(jwt), proof)


def secure_jwt(credential: Json, key: IssuerKey) -> str:
    """The credential as a JWT that readers of VC 2.0 and of Open Badges 3.0 both take.

    Raises:
        NotSecurable: the key is not its issuer's, it has a proof, or the name of a claim, or no canonical form.
    """
    if issuer_of(credential) != key.controller:
        raise NotSecurable("its issuer is not the one whose key this is")
    if "proof" in credential or _CLAIMS & credential.keys():
        raise NotSecurable("it has a proof already, or a member with the name of a claim")
    claims = {**credential, "iss": key.controller, **_open_badges_claims(credential)}
    try:
        payload = rfc8785.dumps(claims)
    except rfc8785.CanonicalizationError as fault:
        raise NotSecurable("a number or text in it has no canonical form") from fault
    private = OKPKey.import_key(Ed25519PrivateKey.from_private_bytes(key.private))
    return jws.serialize_compact(
        {"alg": "EdDSA", "typ": TYPE, "kid": key.method}, payload, private, registry=_Algorithms()
    )


def _open_badges_claims(credential: Json) -> Json:
    begins = instant.read(credential.get("validFrom"))
    claims = {
        "jti": credential.get("id"),
        "sub": _subject_id(credential),
        "nbf": int(begins.timestamp()) if begins else None,
    }
    return {name: claim for name, claim in claims.items() if claim is not None}


def _parsed(text: str) -> _Jwt:
    parts = text.split(".")
    if len(text) > _MOST_CHARACTERS:
        raise CredentialUnreadable("too_large")
    if len(parts) != 3:
        raise CredentialUnreadable("not_json")
    header, claims, _ = (_decoded(part) for part in parts)
    return _Jwt(text, read(header), read(claims))


def _decoded(part: str) -> bytes:
    """Bytes in the one form of base64url that stands for them, so that no two texts are the same JWT."""
    try:
        raw = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise CredentialUnreadable("not_json") from None
    if base64.urlsafe_b64encode(raw).rstrip(b"=").decode() != part:
        raise CredentialUnreadable("not_json")
    return raw


def _require(jwt: _Jwt, controllers: Mapping[str, Controller]) -> VerificationMethod:
    """Let a JWT pass whose signature holds, and say by which key; else the first of its faults is raised."""
    algorithm = _said(jwt.header, "alg")
    kind = _KINDS.get(algorithm)
    if kind is None or jwt.header.get("typ") not in _TYPES or {"crit", "b64"} & jwt.header.keys():
        raise Refused("suite_unknown")
    if not jwt.issuer or not _agrees(jwt):
        raise Refused("malformed")
    method = _method(jwt, kind, controllers)
    try:
        jws.deserialize_compact(jwt.text, _key(method), registry=_Algorithms())
    except BadSignatureError:
        raise Refused("does_not_match") from None
    except JoseError:
        raise Refused("malformed") from None
    authority.require_lasting(method, _signed_at(jwt))
    return method


def _method(jwt: _Jwt, kind: Kind, controllers: Mapping[str, Controller]) -> VerificationMethod:
    """The issuer's one key that the header chooses; where it leaves open which, we do not guess."""
    named = _said(jwt.header, "kid")
    if named.startswith("#"):
        named = jwt.issuer + named
    if "#" in named:
        found = [authority.method_of(named, jwt.issuer, controllers)]
    else:
        found = list(_fragments(jwt.issuer, named, controllers))
    if "jwk" in jwt.header:
        brought = public_key.of_jwk(jwt.header["jwk"])
        found = [method for method in found if brought and method.public_key == brought.raw]
        if not found:
            raise Refused("wrong_controller")
    usable = [method for method in found if method.kind == kind]
    if len(usable) != 1:
        raise Refused("key_unknown")
    return authority.speaks(usable[0], jwt.issuer)


def _fragments(issuer: str, named: str, controllers: Mapping[str, Controller]) -> Iterator[VerificationMethod]:
    """The issuer's keys of that short name, or all where there is none."""
    known = authority.controller_of(issuer, controllers)
    if known is None:
        raise Refused("key_unknown")
    for method in known.methods:
        if not named or method.id == f"{issuer}#{named}":
            yield method


def _key(method: VerificationMethod) -> Key:
    if method.kind == "Ed25519":
        return OKPKey.import_key(Ed25519PublicKey.from_public_bytes(method.public_key))
    return (ECKey if method.kind == "P-256" else RSAKey).import_key(method.public_key)


def _agrees(jwt: _Jwt) -> bool:
    """Whether the claims say what the credential says, wherever both say it."""
    credential = _inner(jwt.claims)
    pairs = ((jwt.claims.get("jti"), credential.get("id")), (jwt.claims.get("sub"), _subject_id(credential)))
    alike = all(jwt.claims[name] == credential.get(name) for name in _TWICE & jwt.claims.keys())
    return alike and all(None in pair or pair[0] == pair[1] for pair in pairs)


def _credential(jwt: _Jwt) -> Json:
    """The credential, with what VC 1.1 leaves to the claims put back where it belongs."""
    inner = {name: value for name, value in _inner(jwt.claims).items() if name not in _CLAIMS}
    told = {"id": "jti", "issuer": "iss"} if _inner(jwt.claims) is not jwt.claims else {}
    given = {name: jwt.claims[claim] for name, claim in told.items() if jwt.claims.get(claim) is not None}
    return {**given, **inner, **_term(jwt.claims, inner)}


def _term(claims: Json, inner: Json) -> Json:
    """The dates of the claims where they are stricter than those of the credential; one that cannot be read, as it is.

    Whoever signed both stands by the credential in no time but that of both.
    """
    begins, ends = (_instant(claims.get(name)) for name in ("nbf", "exp"))
    starts = [date for name in ("validFrom", "issuanceDate") if (date := instant.read(inner.get(name)))]
    stops = [date for name in ("validUntil", "expirationDate") if (date := instant.read(inner.get(name)))]
    found: Json = {}
    if claims.get("nbf") is not None and (begins is None or begins > max(starts, default=_NEVER)):
        found["issuanceDate"] = instant.write(begins) if begins else claims["nbf"]
    if claims.get("exp") is not None and (ends is None or ends < min(stops, default=_ALWAYS)):
        found["expirationDate"] = instant.write(ends) if ends else claims["exp"]
    return found


def _inner(claims: Json) -> Json:
    inner = claims.get("vc")
    return inner if isinstance(inner, dict) else claims


def _subject_id(credential: Json) -> Any:
    subject = credential.get("credentialSubject")
    return subject.get("id") if isinstance(subject, dict) else None


def _signed_at(jwt: _Jwt) -> dt.datetime | None:
    return _instant(jwt.claims.get("iat", jwt.claims.get("nbf")))


def _instant(seconds: Any) -> dt.datetime | None:
    """The aware instant of a NumericDate, or None."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _said(header: Json, name: str) -> str:
    """A text in a header, or nothing."""
    value = header.get(name)
    return value if isinstance(value, str) else ""
