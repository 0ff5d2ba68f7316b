"""The credential of an achievement: Open Badges 3.0 on Verifiable Credentials 2.0, as JSON, before anybody signs it.

Only terms that the two contexts define are written, so that the proof covers all that is shown. What has no term of
its own stands where a reader of plain Open Badges sees it: meaning, next steps and renewal in the credential's
description. Careers are advice to the holder, no claim, and stay out. A `refreshService` is for machines that fetch a
newer credential by themselves; renewal here takes a person, so it is told in words.

Source: W3C Verifiable Credentials Data Model v2.0; 1EdTech Open Badges 3.0, appendix "Data Models".
"""

import datetime as dt
from typing import Any, Literal

import msgspec

from humanely.credential.design.achievement import Achievement
from humanely.credential.design.recipient import Recipient, subject
from humanely.credential.design.skills import Skill

Json = dict[str, Any]
CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
Purpose = Literal["revocation", "suspension", "message"]


class Issuer(msgspec.Struct, frozen=True):
    """Who issues.

    Attributes:
        id: a DID or an https address, whose keys sign.
    """

    id: str
    name: str


class StatusEntry(msgspec.Struct, frozen=True):
    """A place in a status list.

    Attributes:
        statuses: the address of the list's credential.
        messages: for the purpose `message`, what each value means, in order from 0: a power of two of them, or none.
    """

    purpose: Purpose
    statuses: str
    index: int
    messages: tuple[str, ...] = ()


class Evidence(msgspec.Struct, frozen=True):
    """Part of the story: something made, or what a mentor says of it.

    Attributes:
        says: in plain sentences.
        name: its title.
        url: where it can be seen.
    """

    kind: Literal["project", "mentor_note"]
    says: str
    name: str | None = None
    url: str | None = None


class Issuance(msgspec.Struct, frozen=True, kw_only=True):
    """All that one credential says beyond its achievement.

    Attributes:
        id: its address or `urn:uuid:`, its own alone.
        achievement_id: the address of the achievement's page.
        valid_from: aware; when it runs out follows from the achievement.
        salt: see `recipient.subject`.
        picture: address of the drawn picture, where the designer gave none.
        story: what connects the evidence, in the holder's or the issuer's words.
        endorsements: whole endorsement credentials with their own proofs.
        schema: address of a JSON schema it keeps to.
    """

    id: str
    achievement_id: str
    issuer: Issuer
    recipient: Recipient
    valid_from: dt.datetime
    salt: str = ""
    statuses: tuple[StatusEntry, ...] = ()
    picture: str | None = None
    story: str | None = None
    evidence: tuple[Evidence, ...] = ()
    endorsements: tuple[Json, ...] = ()
    schema: str | None = None


def build(achievement: Achievement, issuance: Issuance) -> Json:
    """The credential, unsigned, in the recipient's language where the achievement is written in it.

    Raises:
        RecipientUnknown: nobody could show that it is theirs.
    """
    said = achievement.said_in(issuance.recipient.language or achievement.language)
    return _filled(
        {
            "@context": list(CONTEXTS),
            "id": issuance.id,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": said.name,
            "description": _told(said),
            "issuer": _issuer(issuance.issuer, said),
            "validFrom": written(issuance.valid_from),
            "validUntil": _until(said, issuance.valid_from),
            "credentialSubject": {
                **subject(issuance.recipient, issuance.salt),
                "type": ["AchievementSubject"],
                "achievement": _achievement(achievement, said, issuance),
                **_filled({"narrative": issuance.story}),
            },
            "evidence": [_evidence(one) for one in issuance.evidence],
            "endorsement": list(issuance.endorsements),
            "credentialStatus": [_status(entry) for entry in issuance.statuses],
            "credentialSchema": [{"id": issuance.schema, "type": "JsonSchema"}] if issuance.schema else None,
        }
    )


def written(moment: dt.datetime) -> str:
    """A moment as credentials write it, in UTC, to the second.

    >>> written(dt.datetime(2026, 3, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=2))))
    '2026-03-01T10:00:00Z'
    """
    return f"{moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _filled(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, [])}


def _told(said: Achievement) -> str:
    """What it means and what comes next, to the holder, a sentence a line."""
    renewal = (said.renewal,) if said.renewal else ()
    return "\n".join(
        [said.meaning, *(f"{one.says} ({one.url})" if one.url else one.says for one in said.next_steps + renewal)]
    )


def _issuer(issuer: Issuer, said: Achievement) -> Json:
    contact = said.contact
    return _filled(
        {
            "id": issuer.id,
            "type": ["Profile"],
            "name": issuer.name,
            "email": contact.email,
            "phone": contact.phone,
            "url": contact.url,
        }
    )


def _until(said: Achievement, start: dt.datetime) -> str | None:
    return written(start + dt.timedelta(days=said.valid_for_days)) if said.valid_for_days else None


def _achievement(achievement: Achievement, said: Achievement, issuance: Issuance) -> Json:
    languages = [tag for tag in (achievement.language, *achievement.versions) if tag != said.language]
    picture = said.picture or issuance.picture
    return _filled(
        {
            "id": issuance.achievement_id,
            "type": ["Achievement"],
            "name": said.name,
            "description": said.description,
            "criteria": {"narrative": said.criteria},
            "image": {"id": picture, "type": "Image", "caption": said.alternative_text} if picture else None,
            "inLanguage": said.language,
            "related": [
                {"id": f"{issuance.achievement_id}#{tag}", "type": ["Related"], "inLanguage": tag} for tag in languages
            ],
            "tag": [skill.name for skill in said.skills],
            "alignment": [_alignment(skill) for skill in said.skills if skill.url],
        }
    )


def _alignment(skill: Skill) -> Json:
    return _filled(
        {
            "type": ["Alignment"],
            "targetName": skill.name,
            "targetUrl": skill.url,
            "targetFramework": skill.framework,
            "targetCode": skill.code,
            "targetDescription": skill.level,
        }
    )


def _evidence(one: Evidence) -> Json:
    genre = {"project": "project", "mentor_note": "mentor note"}[one.kind]
    return _filled({"id": one.url, "type": ["Evidence"], "name": one.name, "narrative": one.says, "genre": genre})


def _status(entry: StatusEntry) -> Json:
    said: Json = {
        "id": f"{entry.statuses}#{entry.index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": entry.purpose,
        "statusListIndex": str(entry.index),
        "statusListCredential": entry.statuses,
    }
    if entry.messages:
        said["statusSize"] = max(1, (len(entry.messages) - 1).bit_length())
        said["statusMessage"] = [
            {"status": hex(value), "message": message} for value, message in enumerate(entry.messages)
        ]
    return said
