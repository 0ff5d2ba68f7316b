"""Proof sets: whether each proof of a credential holds, and the proofs that ours get.

A proof counts only when its key stands, for this purpose, in the document of the credential's own issuer. A key that
the proof or the credential brings along is never used.

Source: W3C Verifiable Credential Data Integrity 1.0, sections 2.1.1 and 4.2 to 4.5.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias, cast

import msgspec
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from humanely.credential.proof import instant, multikey, suite
from humanely.credential.proof.controller import ASSERTION, Controller, VerificationMethod, of_did_key
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.strict_json import Json
from humanely.errors import HumanelyError

Verdict: TypeAlias = Literal[
    "holds",
    "does_not_match",
    "key_unknown",
    "wrong_controller",
    "wrong_purpose",
    "suite_unknown",
    "malformed",
    "terms_dropped",
    "context_unknown",
    "too_complex",
    "key_revoked",
]

_MOST_PROOFS = 16
_SIGNATURE_BYTES = 64
_OF_FAULT: dict[str, Verdict] = {
    "term_undefined": "terms_dropped",
    "term_relative": "terms_dropped",
    "context_unknown": "context_unknown",
    "context_changed": "context_unknown",
    "too_complex": "too_complex",
}
_RESOLVABLE = ("did:", "https://")


class NotSecurable(HumanelyError):
    """A credential cannot be given a proof by this key."""

    code = "credential_not_securable"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"The credential cannot be signed: {fault}.",
            fix="Build it anew, with the issuer whose key this is, and sign it once.",
        )


class ProofChecked(msgspec.Struct, frozen=True):
    """What came of one proof.

    Attributes:
        suite: as the proof names it; empty where it does not.
        method: id of the key as the proof names it; empty where it does not.
        created: aware; what the signer claims, to be held against the clock by whoever has one.
        verdict: "does_not_match" only if the key was there and the signature is not of what is shown.
        expires: aware; from when on the signer no longer stands by this proof.
        detail: the term or context that stood in the way, where one did.
    """

    suite: str
    method: str
    created: dt.datetime | None
    verdict: Verdict
    expires: dt.datetime | None = None
    detail: str | None = None


class _Refused(Exception):
    """Ends the check of one proof with a verdict; never leaves this module."""

    def __init__(self, verdict: Verdict, detail: str | None = None) -> None:
        self.verdict = verdict
        self.detail = detail


def issuer_of(credential: Json) -> str:
    """The id of who issued it, or nothing where it names nobody or several."""
    issuer = credential.get("issuer")
    said = issuer.get("id") if isinstance(issuer, dict) else issuer
    return said if isinstance(said, str) else ""


def needed(credential: Json) -> tuple[str, ...]:
    """Whose documents the proofs need: the issuer's, unless their identifier is the key itself.

    >>> needed({"issuer": "did:web:issuer.example"}), needed({"issuer": {"id": multikey.did_key(bytes(32))}})
    (('did:web:issuer.example',), ())
    """
    issuer = issuer_of(credential)
    return (issuer,) if issuer.startswith(_RESOLVABLE) and not issuer.startswith(multikey.DID_KEY) else ()


def check(credential: Json, controllers: Mapping[str, Controller]) -> tuple[ProofChecked, ...]:
    """Check every proof; the credential is as its issuer made it only if there is one and all of them hold.

    Args:
        credential: as read by `strict_json`.
        controllers: what is known of those `needed`, by id. A did:key needs no entry; one that is there counts, as
            for a key that was revoked.

    Returns:
        One for each proof, in their order; none where there is no proof.
    """
    if "proof" not in credential:
        return ()
    proofs = credential["proof"] if isinstance(credential["proof"], list) else [credential["proof"]]
    if not 0 < len(proofs) <= _MOST_PROOFS:
        return (ProofChecked("", "", None, "malformed"),)
    unsecured = suite.Unsecured(credential)
    return tuple(_checked(proof, unsecured, controllers) for proof in proofs)


def secure(credential: Json, key: IssuerKey, created: dt.datetime) -> Json:
    """The credential with two proofs, one over its bytes (JCS) and one over what it states (RDFC).

    Args:
        created: aware; written to the second.

    Raises:
        NotSecurable: the key is not its issuer's, it has a proof already, or no canonical form.
        NotCanonical: a term or context of it is not safe to sign over.
    """
    if "proof" in credential:
        raise NotSecurable("it has a proof already")
    if issuer_of(credential) != key.controller:
        raise NotSecurable("its issuer is not the one whose key this is")
    unsecured = suite.Unsecured(credential)
    common = {
        "type": "DataIntegrityProof",
        "created": instant.write(created),
        "verificationMethod": key.method,
        "proofPurpose": ASSERTION,
    }
    by_bytes = {**common, "cryptosuite": "eddsa-jcs-2022", "@context": credential.get("@context")}
    by_statements = {**common, "cryptosuite": "eddsa-rdfc-2022"}
    return {**credential, "proof": [_signed(options, unsecured, key) for options in (by_bytes, by_statements)]}


def _signed(options: Json, unsecured: suite.Unsecured, key: IssuerKey) -> Json:
    kind = cast(suite.Suite, options["cryptosuite"])
    try:
        signature = key.sign(unsecured.signed(kind, options))
    except rfc8785.CanonicalizationError as fault:
        raise NotSecurable("a number or text in it has no canonical form") from fault
    return {**options, "proofValue": "z" + multikey.encode_base58(signature)}


def _checked(proof: Any, unsecured: suite.Unsecured, controllers: Mapping[str, Controller]) -> ProofChecked:
    if not isinstance(proof, dict):
        return ProofChecked("", "", None, "malformed")
    said = proof.get("verificationMethod")
    verdict, detail = _verdict(proof, unsecured, controllers)
    return ProofChecked(
        suite=suite.name(proof),
        method=said if isinstance(said, str) else "",
        created=instant.read(proof.get("created")),
        verdict=verdict,
        expires=instant.read(proof.get("expires")),
        detail=detail,
    )


def _verdict(
    proof: Json, unsecured: suite.Unsecured, controllers: Mapping[str, Controller]
) -> tuple[Verdict, str | None]:
    try:
        # 1. What the proof says of itself: its suite, its form, its purpose.
        kind = _suite(proof)
        signature = _signature(proof, unsecured.document)
        if proof.get("proofPurpose") != ASSERTION:
            return "wrong_purpose", None
        # 2. The key: from the issuer's own document, for this purpose.
        method = method_of(str(proof["verificationMethod"]), issuer_of(unsecured.document), controllers)
        if method.kind != "Ed25519":
            return "key_unknown", None
        # 3. The signature over proof and document.
        _match(signature, _bytes_signed(kind, proof, unsecured), method)
        # 4. Whether the key still counted when the proof says it was made.
        return ("key_revoked" if _has_ended(method, instant.read(proof.get("created"))) else "holds"), None
    except _Refused as refused:
        return refused.verdict, refused.detail


def _suite(proof: Json) -> suite.Suite:
    kind = suite.known(proof)
    # A chain says that one proof covers another; we read sets, and never pass over what a chain meant.
    if kind is None or "previousProof" in proof:
        raise _Refused("suite_unknown")
    return kind


def _signature(proof: Json, document: Json) -> bytes:
    """The 64 bytes of the signature, once nothing in the proof is in the wrong form."""
    value = proof.get("proofValue")
    signature = multikey.decode_multibase(value) if isinstance(value, str) else None
    instants_read = all(instant.read(proof[name]) for name in ("created", "expires") if name in proof)
    if (
        signature is None
        or len(signature) != _SIGNATURE_BYTES
        or not isinstance(proof.get("verificationMethod"), str)
        or not instants_read
        or not _has_contexts_of(document, proof)
    ):
        raise _Refused("malformed")
    return signature


def _has_contexts_of(document: Json, proof: Json) -> bool:
    """Whether a proof that names contexts names the document's, all of them or the first few."""
    if "@context" not in proof:
        return True
    ours, theirs = _listed(document.get("@context")), _listed(proof["@context"])
    if proof.get("cryptosuite") != "eddsa-jcs-2022":
        return ours == theirs  # not signed over, so that nothing else may stand there
    return ours[: len(theirs)] == theirs


def method_of(url: str, issuer: str, controllers: Mapping[str, Controller]) -> VerificationMethod:
    """The issuer's key of that id, authorised to make statements.

    Raises:
        _Refused: there is none.
    """
    held_by = url.partition("#")[0] == issuer
    if not issuer:
        raise _Refused("malformed")
    known = _controller(issuer, controllers)
    if known is None:
        # Of somebody whose document nobody can obtain, only their own identifier could speak.
        raise _Refused("key_unknown" if held_by or issuer.startswith(_RESOLVABLE) else "wrong_controller")
    method = known.method(url)
    if method is None:
        raise _Refused("key_unknown" if held_by else "wrong_controller")
    if method.controller != issuer:
        raise _Refused("wrong_controller")
    if ASSERTION not in method.purposes:
        raise _Refused("wrong_purpose")
    return method


def _controller(issuer: str, controllers: Mapping[str, Controller]) -> Controller | None:
    if issuer in controllers or not issuer.startswith(multikey.DID_KEY):
        return controllers.get(issuer)
    try:
        return of_did_key(issuer)
    except multikey.MultikeyMalformed:
        return None


def _bytes_signed(kind: suite.Suite, proof: Json, unsecured: suite.Unsecured) -> bytes:
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    if kind == "eddsa-jcs-2022":
        try:
            return unsecured.signed(kind, options)
        except rfc8785.CanonicalizationError:
            raise _Refused("malformed") from None
    from humanely.credential.linked.canonical import NotCanonical

    options.pop("@context", None)
    try:
        return unsecured.signed(kind, options)
    except NotCanonical as fault:
        raise _Refused(_OF_FAULT.get(fault.fault, "malformed"), str(fault)) from None


def _match(signature: bytes, signed: bytes, method: VerificationMethod) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(method.public_key).verify(signature, signed)
    except InvalidSignature:
        raise _Refused("does_not_match") from None


def _has_ended(method: VerificationMethod, created: dt.datetime | None) -> bool:
    """Whether a key had ended by then; a proof without a date could have been made after."""
    return method.ended is not None and (created is None or method.ended <= created)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
