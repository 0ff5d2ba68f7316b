"""Is a credential built as it should be? Plain rules, each with a sentence under ``verify-rule-<name>``.

Source: W3C Verifiable Credentials Data Model 1.1 and 2.0, section 4; 1EdTech Open Badges 3.0, appendix B.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from humanely.credential.proof import instant
from humanely.credential.verify.claims import Json, is_typed, listed, objects
from humanely.credential.verify.outcome import Check, check_of

V1 = "https://www.w3.org/2018/credentials/v1"
V2 = "https://www.w3.org/ns/credentials/v2"

_BADGE = ("OpenBadgeCredential", "AchievementCredential")
_BADGE_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context"
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+")

Rule = Callable[[Json], bool]


def is_credential(document: Json) -> bool:
    """Whether a document means to be a credential at all; whether it is built well is another question."""
    return is_typed(document, "VerifiableCredential") or ("credentialSubject" in document and "issuer" in document)


def is_older_badge(document: Json) -> bool:
    """Whether a document is a badge of Open Badges 2.0, which was no verifiable credential yet."""
    return is_typed(document, "Assertion") and "badge" in document


def is_badge(credential: Json) -> bool:
    """Whether a credential means to be an Open Badge."""
    return any(is_typed(credential, name) for name in _BADGE)


def checked(credential: Json) -> Check:
    """The check of the structure.

    What every credential must have comes first: nobody could have issued one without. What only Open Badges must have
    leaves the credential as good as its signature.
    """
    if broken := _broken(RULES, credential):
        return _with(check_of("structure-broken"), broken)
    if is_badge(credential) and (missing := _broken(BADGE_RULES, credential)):
        return _with(check_of("badge-incomplete"), missing)
    return check_of("structure-good")


def _with(check: Check, rules: tuple[str, ...]) -> Check:
    return msgspec.structs.replace(check, rules=rules)


def _broken(rules: Mapping[str, Rule], credential: Json) -> tuple[str, ...]:
    return tuple(name for name, holds in rules.items() if not holds(credential))


def _has_context(credential: Json) -> bool:
    return listed(credential.get("@context"))[:1] in ([V1], [V2])


def _has_issuer(credential: Json) -> bool:
    issuer = credential.get("issuer")
    return _is_uri(issuer.get("id") if isinstance(issuer, dict) else issuer)


def _has_subject(credential: Json) -> bool:
    subjects = listed(credential.get("credentialSubject"))
    return bool(subjects) and all(isinstance(one, dict) and one for one in subjects)


def _has_id(credential: Json) -> bool:
    return "id" not in credential or _is_uri(credential["id"])


def _has_start(credential: Json) -> bool:
    """The first data model demands a date of issue; the second leaves the start open."""
    return listed(credential.get("@context"))[:1] != [V1] or instant.read(credential.get("issuanceDate")) is not None


def _has_status_form(credential: Json) -> bool:
    entries = listed(credential.get("credentialStatus"))
    return all(
        isinstance(one, dict) and any(isinstance(kind, str) for kind in listed(one.get("type"))) for one in entries
    )


def _achievements(credential: Json) -> list[Json]:
    subjects = objects(credential.get("credentialSubject"))
    return [one for subject in subjects for one in objects(subject.get("achievement"))]


def _of_each_achievement(holds: Rule) -> Rule:
    return lambda credential: all(map(holds, _achievements(credential)))


def _has_criteria(achievement: Json) -> bool:
    criteria = achievement.get("criteria")
    return isinstance(criteria, dict) and bool(criteria.get("narrative") or criteria.get("id"))


def _names_holder(credential: Json) -> bool:
    return all(one.get("id") or one.get("identifier") for one in objects(credential.get("credentialSubject")))


def _starts_somewhere(credential: Json) -> bool:
    return any(instant.read(credential.get(name)) for name in ("validFrom", "issuanceDate"))


def _is_uri(value: Any) -> bool:
    return isinstance(value, str) and _URI.fullmatch(value) is not None


RULES: Mapping[str, Rule] = {
    "context": _has_context,
    "type": lambda one: is_typed(one, "VerifiableCredential"),
    "issuer": _has_issuer,
    "subject": _has_subject,
    "id": _has_id,
    "issued-on": _has_start,
    "status-form": _has_status_form,
}
"""What every credential must have."""

BADGE_RULES: Mapping[str, Rule] = {
    "badge-context": lambda one: any(str(url).startswith(_BADGE_CONTEXT) for url in listed(one.get("@context"))),
    "badge-id": lambda one: "id" in one,
    "badge-start": _starts_somewhere,
    "badge-issuer": lambda one: isinstance(one["issuer"], dict) and is_typed(one["issuer"], "Profile"),
    "badge-subject": lambda one: all(is_typed(s, "AchievementSubject") for s in objects(one["credentialSubject"])),
    "badge-holder": _names_holder,
    "badge-achievement": lambda one: bool(_achievements(one)),
    "achievement-id": _of_each_achievement(lambda one: _is_uri(one.get("id"))),
    "achievement-type": _of_each_achievement(lambda one: is_typed(one, "Achievement")),
    "achievement-name": _of_each_achievement(lambda one: bool(one.get("name"))),
    "achievement-description": _of_each_achievement(lambda one: bool(one.get("description"))),
    "achievement-criteria": _of_each_achievement(_has_criteria),
}
"""What an Open Badge must have besides."""
