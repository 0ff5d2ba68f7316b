"""Do the endorsements hold that a credential carries? None of them can harm it: they only add to it, or do not.

An endorsement is a credential of its own, whose subject is what it endorses. It may carry the digest of what it
endorses, as a ``relatedResource`` (VC 2.0, section 5.3): then it is for exactly those words.
"""

import base64
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from itertools import islice

import rfc8785

from humanely.credential.proof.strict_json import CredentialUnreadable
from humanely.credential.verify import secured, status, term
from humanely.credential.verify.claims import Json, is_typed, listed, objects
from humanely.credential.verify.known import Known
from humanely.credential.verify.outcome import Check, cause_of, check_of
from humanely.credential.verify.secured import Secured

MOST = 8
"""Endorsements that are looked at."""

_BESIDE = ("proof", "endorsement", "endorsementJwt", "credentialStatus")
"""What may be added to a credential, or change, without it saying anything else."""
_WORST_FIRST = (
    "endorsements-do-not-match",
    "endorsements-of-other-words",
    "endorsements-unchecked",
    "endorsements-withdrawn",
    "endorsements-hold",
)


def digest(credential: Json) -> str:
    """What an endorsement is tied to: ``sha256-`` and the hash, in base64, of the canonical JSON of what is said.

    Proofs, endorsements and places in status lists are left out: they come later, or change.

    >>> digest({"name": "Teamwork", "proof": {}}) == digest({"name": "Teamwork"})
    True
    """
    said = {name: value for name, value in credential.items() if name not in _BESIDE}
    return "sha256-" + base64.b64encode(sha256(rfc8785.dumps(said)).digest()).decode("ascii")


def embedded(credential: Json) -> list[Secured]:
    """The endorsements that a credential carries: of itself, of its issuer, and of what was achieved."""
    subjects = objects(credential.get("credentialSubject"))
    achievements = [one for subject in subjects for one in objects(subject.get("achievement"))]
    places = [credential, *objects(credential.get("issuer")), *achievements]
    found = (one for place in places for one in _standing_in(place))
    return list(islice((one for one in found if is_typed(one.credential, "EndorsementCredential")), MOST))


def needed(credential: Json) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The controllers and status lists that the endorsements need."""
    found = embedded(credential)
    return (
        tuple(id_ for one in found for id_ in one.needed),
        tuple(url for one in found for url in status.needed(one.credential)),
    )


def checked(credential: Json, known: Known, now: datetime) -> Check:
    """The check of all endorsements: the worst that was found, and how many hold."""
    causes = Counter(_cause(one, credential, known, now) for one in embedded(credential))
    if not causes:
        return check_of("endorsements-none")
    worst = next(cause for cause in _WORST_FIRST if causes[cause])
    return check_of(worst, count=causes.total(), good=causes["endorsements-hold"])


def _cause(given: Secured, credential: Json, known: Known, now: datetime) -> str:
    proof, endorsement = secured.checked(given, known, now).check, given.credential
    if proof.answer != "yes":
        leads_to = cause_of(proof).leads_to
        return {"invalid": "endorsements-do-not-match", "expired": "endorsements-withdrawn"}.get(
            leads_to or "", "endorsements-unchecked"
        )
    if not _is_about(endorsement, credential):
        return "endorsements-of-other-words"
    stands = status.checked(endorsement, known, now)
    if stands.answer == "no" or term.checked(endorsement, now).cause == "expired":
        return "endorsements-withdrawn"
    return "endorsements-unchecked" if stands.answer == "not_known" else "endorsements-hold"


def _is_about(endorsement: Json, credential: Json) -> bool:
    """Whether it endorses something of this credential, and if it carries a digest, exactly these words."""
    endorsed = [one.get("id") for one in objects(endorsement.get("credentialSubject"))]
    of_credential = credential.get("id")
    if not endorsed or not all(one in _things(credential) for one in endorsed):
        return False
    tied = [one for one in objects(endorsement.get("relatedResource")) if one.get("id") == of_credential]
    return all(digest(credential) in listed(one.get("digestSRI")) for one in tied)


def _things(credential: Json) -> list[str]:
    """The ids of what can be endorsed: the credential, its issuer, its subjects, and what they achieved."""
    subjects = list(objects(credential.get("credentialSubject")))
    achievements = [one for subject in subjects for one in objects(subject.get("achievement"))]
    things = (credential, *objects(credential.get("issuer")), *subjects, *achievements)
    return [one["id"] for one in things if isinstance(one.get("id"), str)]


def _standing_in(place: Json) -> Iterator[Secured]:
    """The endorsements of one part: objects, or JWTs under a name of their own (Open Badges 3.0)."""
    for one in objects(place.get("endorsement")):
        yield Secured(one)
    for text in listed(place.get("endorsementJwt")):
        if isinstance(text, str):
            with suppress(CredentialUnreadable):
                yield secured.of_bytes(text.encode())
