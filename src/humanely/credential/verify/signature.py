"""Are these the words that the issuer signed? What the checks of its proofs mean for a person."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from humanely.credential.proof import proof_set, strict_json
from humanely.credential.proof.controller import Controller, ControllerRefused, of_document
from humanely.credential.proof.proof_set import ProofChecked, issuer_of
from humanely.credential.verify import witness
from humanely.credential.verify.claims import plain
from humanely.credential.verify.known import Absence, Absent, Fetched, Known, Obtained
from humanely.credential.verify.outcome import Check, check_of

Json = dict[str, Any]

_CAUSES: Mapping[str, str] = {
    # Proof of a change before doubt: one proof that does not match is enough, whatever the others say.
    "does_not_match": "signature-does-not-match",
    "wrong_controller": "signature-of-another",
    "malformed": "signature-malformed",
    "terms_dropped": "words-not-covered",
    "too_complex": "too-tangled",
    "key_revoked": "key-revoked",
    "wrong_purpose": "key-for-another-purpose",
    "key_unknown": "key-not-listed",
    "context_unknown": "vocabulary-unknown",
    "suite_unknown": "suite-unknown",
}
_ABSENT: Mapping[Absence, str] = {
    "unreachable": "key-unreachable",
    "refused": "key-refused",
    "bad": "key-document-bad",
    "not_asked": "key-not-asked",
}
_HAVE_DOCUMENTS = ("did:web:", "https://")
_SAY_WHO_THEY_ARE = ("did:", "https://")


class Signature(msgspec.Struct, frozen=True):
    """The check of the proofs, and when the issuer says to have signed."""

    check: Check
    created: datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether every word is the issuer's."""
        return self.check.answer == "yes"


def of_credential(credential: Json, known: Known, now: datetime) -> Signature:
    """Check every proof of a credential.

    Args:
        credential: as read by `strict_json`.
        now: aware.
    """
    proofs = proof_set.check(credential, controllers(issuer_of(credential), known))
    return of_proofs(proofs, credential, known, now)


def of_proofs(proofs: Iterable[ProofChecked], credential: Json, known: Known, now: datetime) -> Signature:
    """What proofs that were checked mean together: they hold if there is one, all of them do, and no key that somebody
    else may have had is the only witness."""
    found, issuer = tuple(proofs), issuer_of(credential)
    if not found:
        return Signature(check_of("signature-missing"))
    for verdict in _CAUSES:
        failed = next((proof for proof in found if proof.verdict == verdict), None)
        if failed is not None:
            return Signature(_failed(failed, issuer, known))
    ended = next((proof.expires for proof in found if proof.expires and proof.expires <= now), None)
    if ended is not None:
        return Signature(check_of("signature-ended", ended=ended), found[0].created)
    since = witness.unvouched(found, credential, known)
    if since is not None:
        return Signature(check_of("key-compromised", since=since), found[0].created)
    had = known.controllers.get(issuer)
    held = msgspec.structs.replace(check_of("signature-holds"), last_good=had.at if isinstance(had, Obtained) else now)
    return Signature(held, min((proof.created for proof in found if proof.created), default=None))


def controllers(issuer: str, known: Known) -> dict[str, Controller]:
    """The issuer's keys, where their document is there and can be read."""
    document = known.controllers.get(issuer)
    controller = _controller(issuer, document) if isinstance(document, Obtained) else None
    return {issuer: controller} if controller else {}


def _controller(issuer: str, document: Obtained) -> Controller | None:
    try:
        return of_document(strict_json.read(document.document), issuer)
    except (strict_json.CredentialUnreadable, ControllerRefused):
        return None


def _failed(proof: ProofChecked, issuer: str, known: Known) -> Check:
    if proof.verdict == "key_unknown":
        return _without_key(issuer, known)
    if proof.verdict == "key_revoked" and proof.method in known.compromised:
        return check_of("key-compromised", since=known.compromised[proof.method])
    if proof.verdict == "wrong_controller" and not issuer.startswith(_SAY_WHO_THEY_ARE):
        # Nobody can look up whose keys are whose for such a name: that proves nothing against anybody.
        return check_of("key-kind-unknown", issuer=plain(issuer))
    return check_of(_CAUSES[proof.verdict], detail=plain(proof.detail), suite=plain(proof.suite))


def _without_key(issuer: str, known: Known) -> Check:
    """Why the key is not there. Who names themselves by a key of Ed25519 has no other; of other names than addresses
    we know no documents."""
    if issuer.startswith("did:key:z6Mk"):
        return check_of("key-not-listed", issuer=plain(issuer))
    if not issuer.startswith(_HAVE_DOCUMENTS):
        return check_of("key-kind-unknown", issuer=plain(issuer))
    document: Fetched = known.controllers.get(issuer, Absent())
    if isinstance(document, Absent):
        check = check_of(_ABSENT[document.why], issuer=plain(issuer))
        return msgspec.structs.replace(check, until=document.next_try, last_good=document.last_good)
    is_read = _controller(issuer, document) is not None
    return check_of("key-not-listed" if is_read else "key-document-bad", issuer=plain(issuer))
