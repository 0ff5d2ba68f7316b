"""Why a check came out as it did: one table, from which whose turn it is, what helps and the verdict follow.

Each cause stands in the words of ``locales/*/verify.ftl``, too, as ``verify-cause-<name>``.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

Name = Literal["readable", "signature", "issuer", "time", "status", "schema", "endorsements"]
Answer = Literal["yes", "no", "not_known", "not_applicable"]
Turn = Literal["nobody", "holder", "issuer", "verifier", "us"]
Verdict = Literal["valid", "invalid", "revoked", "suspended", "expired", "not_yet_valid", "cannot_tell"]
Evidence = Literal[
    "original_file", "issuer_confirmation", "issuer_records", "new_credential", "appeal", "newer_list", "later_try"
]
"""What would settle it: the file as it was issued; a letter or message from the issuer at an address found
independently; the issuer's own records of the achievement; a credential issued anew; an appeal to the issuer; a newer
status list; the same check again later."""

VCDM = "https://www.w3.org/TR/vc-data-model#"
SECURITY = "https://w3id.org/security#"
STATUS = "https://www.w3.org/ns/credentials/status-list#"
OWN = "urn:humanely:problem:"
"""What no standard has a name for."""


class Cause(msgspec.Struct, frozen=True):
    """What follows from a cause.

    Attributes:
        check: the check it answers.
        answer: what that check says.
        leads_to: the verdict it asks for; None where it asks for none.
        turn: who can do something about it.
        evidence: what would settle it, best first.
        retry: whether the same check may come out otherwise a little later, with nobody doing anything.
        problem: the type URL for machines (RFC 9457); empty where there is no problem.
    """

    check: Name
    answer: Answer
    leads_to: Verdict | None = None
    turn: Turn = "nobody"
    evidence: tuple[Evidence, ...] = ()
    retry: bool = False
    problem: str = ""


def _unread(problem: str = VCDM + "PARSING_ERROR") -> Cause:
    return Cause("readable", "not_known", "cannot_tell", "holder", ("original_file",), problem=problem)


def _unchecked(turn: Turn, problem: str, *, retry: bool = False) -> Cause:
    evidence: tuple[Evidence, ...] = ("later_try", "issuer_confirmation") if retry else ("issuer_confirmation",)
    return Cause("signature", "not_known", "cannot_tell", turn, evidence, retry, problem)


def _unlisted(turn: Turn, problem: str, *, retry: bool = False) -> Cause:
    evidence: tuple[Evidence, ...] = ("later_try", "issuer_confirmation") if retry else ("issuer_confirmation",)
    return Cause("status", "not_known", "cannot_tell", turn, evidence, retry, problem)


_RETRIEVAL, _LIST = STATUS + "STATUS_RETRIEVAL_ERROR", STATUS + "STATUS_VERIFICATION_ERROR"
_PROOF, _METHOD = SECURITY + "PROOF_VERIFICATION_ERROR", SECURITY + "INVALID_VERIFICATION_METHOD"
_DOCUMENT = SECURITY + "INVALID_CONTROLLED_IDENTIFIER_DOCUMENT"

CAUSES: Mapping[str, Cause] = {
    # Can it be read?
    "readable": Cause("readable", "yes"),
    "file-unreadable": _unread(),
    "too-large": _unread(),
    "not-json": _unread(),
    "not-a-credential": _unread(),
    "older-badge": Cause(
        "readable",
        "not_known",
        "cannot_tell",
        "verifier",
        ("issuer_confirmation", "new_credential"),
        problem=VCDM + "PARSING_ERROR",
    ),
    "duplicate-key": Cause(
        "readable", "no", "invalid", "holder", ("original_file", "new_credential"), problem=VCDM + "PARSING_ERROR"
    ),
    # Are these the words that were signed?
    "signature-holds": Cause("signature", "yes"),
    "signature-does-not-match": Cause(
        "signature",
        "no",
        "invalid",
        "holder",
        ("original_file", "issuer_confirmation"),
        problem=VCDM + "CRYPTOGRAPHIC_SECURITY_ERROR",
    ),
    "signature-malformed": Cause("signature", "no", "invalid", "holder", ("original_file",), problem=_PROOF),
    "signature-of-another": Cause(
        "signature", "no", "invalid", "holder", ("original_file", "issuer_confirmation"), problem=_METHOD
    ),
    "signature-missing": Cause(
        "signature", "no", "cannot_tell", "holder", ("original_file", "issuer_confirmation"), problem=_PROOF
    ),
    "signature-ended": Cause(
        "signature", "no", "expired", "holder", ("new_credential", "issuer_confirmation"), problem=_PROOF
    ),
    "signature-not-reached": _unchecked("holder", _PROOF),
    "key-unreachable": _unchecked("nobody", _METHOD, retry=True),
    "key-not-asked": _unchecked("verifier", _METHOD, retry=True),
    "key-refused": _unchecked("issuer", _METHOD),
    "key-document-bad": _unchecked("issuer", _DOCUMENT),
    "key-not-listed": _unchecked("issuer", _METHOD),
    "key-kind-unknown": _unchecked("us", _METHOD),
    "key-revoked": _unchecked("issuer", _METHOD),
    "key-compromised": Cause(
        "signature", "no", "cannot_tell", "issuer", ("issuer_records", "new_credential"), problem=_METHOD
    ),
    "key-for-another-purpose": _unchecked("issuer", SECURITY + "INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD"),
    "suite-unknown": _unchecked("us", _PROOF),
    "words-not-covered": _unchecked("issuer", SECURITY + "PROOF_TRANSFORMATION_ERROR"),
    "vocabulary-unknown": _unchecked("us", SECURITY + "PROOF_TRANSFORMATION_ERROR"),
    "too-tangled": _unchecked("issuer", SECURITY + "PROOF_TRANSFORMATION_ERROR"),
    # Who is behind the key?
    "issuer-listed": Cause("issuer", "yes"),
    "issuer-not-listed": Cause("issuer", "not_known", None, "verifier", ("issuer_confirmation",)),
    "issuer-by-address": Cause("issuer", "not_known", None, "verifier", ("issuer_confirmation",)),
    "issuer-unproven": Cause("issuer", "not_known", None, "verifier", ("issuer_confirmation",)),
    "issuer-not-reached": Cause("issuer", "not_applicable"),
    # Does it hold at this time?
    "within-its-time": Cause("time", "yes"),
    "without-end": Cause("time", "yes"),
    "expired": Cause(
        "time", "no", "expired", "holder", ("new_credential", "issuer_confirmation"), problem=OWN + "credential_expired"
    ),
    "not-yet-valid": Cause(
        "time", "no", "not_yet_valid", "nobody", ("later_try",), problem=OWN + "credential_not_yet_valid"
    ),
    "time-unreadable": Cause(
        "time", "not_known", "cannot_tell", "issuer", ("new_credential",), problem=VCDM + "MALFORMED_VALUE_ERROR"
    ),
    "time-not-reached": Cause("time", "not_applicable"),
    # Does the issuer still stand by it?
    "status-none": Cause("status", "not_applicable"),
    "status-good": Cause("status", "yes"),
    "status-message": Cause("status", "yes"),
    "newer-version": Cause("status", "yes", None, "holder", ("new_credential",)),
    "revoked": Cause(
        "status", "no", "revoked", "holder", ("appeal", "issuer_records"), problem=OWN + "credential_revoked"
    ),
    "revoked-under-appeal": Cause(
        "status", "no", "revoked", "issuer", ("issuer_records",), problem=OWN + "credential_revoked"
    ),
    "suspended": Cause(
        "status", "no", "suspended", "issuer", ("issuer_confirmation", "appeal"), problem=OWN + "credential_suspended"
    ),
    "suspended-under-appeal": Cause(
        "status", "no", "suspended", "issuer", ("issuer_records",), problem=OWN + "credential_suspended"
    ),
    "list-unreachable": _unlisted("nobody", _RETRIEVAL, retry=True),
    "list-not-asked": _unlisted("verifier", _RETRIEVAL, retry=True),
    "list-refused": _unlisted("issuer", _RETRIEVAL),
    "list-bad": _unlisted("issuer", _LIST),
    "list-unproven": _unlisted("issuer", _LIST),
    "list-of-another": _unlisted("issuer", _LIST),
    "list-for-another-purpose": _unlisted("issuer", _LIST),
    "list-too-short": _unlisted("issuer", STATUS + "STATUS_LIST_LENGTH_ERROR"),
    "list-bytewise": _unlisted("issuer", _LIST),
    "list-too-large": _unlisted("issuer", _LIST),
    "list-outdated": _unlisted("issuer", _LIST, retry=True),
    "list-copy-old": Cause(
        "status", "not_known", "cannot_tell", "verifier", ("newer_list", "issuer_confirmation"), True, _RETRIEVAL
    ),
    "index-outside": _unlisted("issuer", VCDM + "RANGE_ERROR"),
    "index-unreadable": _unlisted("issuer", VCDM + "MALFORMED_VALUE_ERROR"),
    "status-kind-unknown": _unlisted("us", _LIST),
    "status-not-reached": Cause("status", "not_applicable"),
    # Is it built as it should be?
    "structure-good": Cause("schema", "yes"),
    "structure-broken": Cause(
        "schema", "no", "invalid", "issuer", ("new_credential",), problem=VCDM + "MALFORMED_VALUE_ERROR"
    ),
    "badge-incomplete": Cause(
        "schema", "no", None, "issuer", ("new_credential",), problem=VCDM + "MALFORMED_VALUE_ERROR"
    ),
    "structure-not-reached": Cause("schema", "not_applicable"),
    # Do the endorsements hold?
    "endorsements-none": Cause("endorsements", "not_applicable"),
    "endorsements-hold": Cause("endorsements", "yes"),
    "endorsements-unchecked": Cause("endorsements", "not_known", None, "verifier", ("later_try",), True),
    "endorsements-withdrawn": Cause("endorsements", "no"),
    "endorsements-of-other-words": Cause("endorsements", "no", None, "holder", ("original_file",)),
    "endorsements-do-not-match": Cause("endorsements", "no", None, "holder", ("original_file",)),
    "endorsements-not-reached": Cause("endorsements", "not_applicable"),
}
"""Every cause there is, in the order of the checks."""
