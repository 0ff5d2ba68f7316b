"""Proof sets: whether each proof of a credential holds, and the proofs that ours get.

Source: W3C Verifiable Credential Data Integrity 1.0, sections 2.1.1 and 4.2 to 4.5.
"""

import copy
import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import rfc8785

from humanely.credential.linked.contexts import choices, digests
from humanely.credential.linked.fault import NotCanonical
from humanely.credential.proof import authority, instant, multikey, suite
from humanely.credential.proof.authority import issuer_of
from humanely.credential.proof.controller import ASSERTION, Controller, VerificationMethod
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.strict_json import Json
from humanely.credential.proof.verdict import ProofChecked, Refused, Verdict
from humanely.errors import HumanelyError

__all__ = ["NotSecurable", "ProofChecked", "Verdict", "check", "issuer_of", "needed", "secure"]

_MOST_PROOFS = 16
_SIGNATURE_BYTES = 64
_OF_FAULT: dict[str, Verdict] = {
    "term_undefined": "terms_dropped",
    "term_relative": "terms_dropped",
    "context_unknown": "context_unknown",
    "context_changed": "context_unknown",
    "too_complex": "too_complex",
}


class NotSecurable(HumanelyError):
    """A credential cannot be given a proof by this key."""

    code = "credential_not_securable"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"The credential cannot be signed: {fault}.",
            fix="Build it anew, with the issuer whose key this is, and sign it once.",
        )


def needed(credential: Json) -> tuple[str, ...]:
    """Whose documents the proofs need: the issuer's, unless their identifier is the key itself.

    >>> needed({"issuer": "did:web:issuer.example"}), needed({"issuer": {"id": multikey.did_key(bytes(32))}})
    (('did:web:issuer.example',), ())
    """
    return authority.needed_of(issuer_of(credential))


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
    proofs = listed(credential["proof"])
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
    by_bytes = {**common, "cryptosuite": "eddsa-jcs-2022", "@context": copy.deepcopy(credential.get("@context"))}
    by_statements = {**common, "cryptosuite": "eddsa-rdfc-2022"}
    return {**credential, "proof": [_signed(options, unsecured, key) for options in (by_bytes, by_statements)]}


def _signed(options: Json, unsecured: suite.Unsecured, key: IssuerKey) -> Json:
    try:
        signed = (
            unsecured.over_bytes(options)
            if options["cryptosuite"] == "eddsa-jcs-2022"
            else unsecured.over_statements(options)
        )
    except rfc8785.CanonicalizationError as fault:
        raise NotSecurable("a number or text in it has no canonical form") from fault
    return {**options, "proofValue": "z" + multikey.encode_base58(key.sign(signed))}


def _checked(proof: Any, unsecured: suite.Unsecured, controllers: Mapping[str, Controller]) -> ProofChecked:
    if not isinstance(proof, dict):
        return ProofChecked("", "", None, "malformed")
    verdict: Verdict = "holds"
    try:
        detail = _require(proof, unsecured, controllers)
    except Refused as refused:
        verdict, detail = refused.verdict, refused.detail
    said = proof.get("verificationMethod")
    return ProofChecked(
        suite=suite.name(proof),
        method=said if isinstance(said, str) else "",
        created=instant.read(proof.get("created")),
        verdict=verdict,
        expires=instant.read(proof.get("expires")),
        detail=detail,
    )


def _require(proof: Json, unsecured: suite.Unsecured, controllers: Mapping[str, Controller]) -> str | None:
    """Let a proof pass that holds, else raise the first of its faults; say which vocabulary was another's, if any."""
    # 1. What the proof says of itself: its suite, its form, its purpose.
    kind = suite.known(proof)
    # A chain says that one proof covers another; we read sets, and never pass over what a chain meant.
    if kind is None or "previousProof" in proof:
        raise Refused("suite_unknown")
    signature = _signature(proof)
    if proof.get("proofPurpose") != ASSERTION:
        raise Refused("wrong_purpose")
    # 2. The key: from the issuer's own document, for this purpose.
    issuer = issuer_of(unsecured.document)
    if not issuer:
        raise Refused("malformed")
    method = authority.method_of(proof["verificationMethod"], issuer, controllers)
    if method.kind != "Ed25519":
        raise Refused("malformed")
    # 3. The signature, over the proof's other members and the document.
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    match = _match_bytes if kind == "eddsa-jcs-2022" else _match_statements
    vocabulary = match(signature, unsecured, options, method)
    # 4. Whether the key still counted when the proof says it was made.
    authority.require_lasting(method, instant.read(proof.get("created")))
    return vocabulary


def _signature(proof: Json) -> bytes:
    """The 64 bytes of the signature, once nothing in the proof has the wrong form."""
    value = proof.get("proofValue")
    signature = multikey.decode_multibase(value) if isinstance(value, str) else None
    if (
        signature is None
        or len(signature) != _SIGNATURE_BYTES
        or not isinstance(proof.get("verificationMethod"), str)
        or not all(instant.read(proof[name]) for name in ("created", "expires") if name in proof)
    ):
        raise Refused("malformed")
    return signature


def _match_bytes(signature: bytes, unsecured: suite.Unsecured, options: Json, method: VerificationMethod) -> str | None:
    try:
        signed = unsecured.over_bytes(options)
    except rfc8785.CanonicalizationError:
        raise Refused("malformed") from None
    authority.match(signature, signed, method)
    contexts = listed(options.get("@context", []))
    if contexts != listed(unsecured.document.get("@context"))[: len(contexts)]:
        raise Refused("malformed")
    return None


def _match_statements(
    signature: bytes, unsecured: suite.Unsecured, options: Json, method: VerificationMethod
) -> str | None:
    """Let a signature pass over the statements, as today's vocabularies or an earlier content of them say them.

    Returns:
        The first vocabulary that had to be read in another content than today's, or None.
    """
    contexts = listed(unsecured.document.get("@context"))
    # Nobody signs over what such a proof itself names as contexts: it is the document's, or may not stand there.
    if listed(options.get("@context", contexts)) != contexts:
        raise Refused("malformed")
    try:
        return _match_as(None, signature, unsecured, options, method)
    except Refused as refused:
        for pins in choices(unsecured.document):
            with suppress(Refused):
                return _match_as(pins, signature, unsecured, options, method)
        raise refused from None


def _match_as(
    pins: Mapping[str, str] | None,
    signature: bytes,
    unsecured: suite.Unsecured,
    options: Json,
    method: VerificationMethod,
) -> str | None:
    try:
        signed = unsecured.over_statements(options, pins)
    except NotCanonical as fault:
        raise Refused(_OF_FAULT.get(fault.fault, "malformed"), fault.term) from None
    authority.match(signature, signed, method)
    return next((url for url, digest in (pins or {}).items() if digest != digests(url)[0]), None)


def listed(value: Any) -> list[Any]:
    """A value as JSON-LD means it: one alone is a list of one."""
    return value if isinstance(value, list) else [value]
