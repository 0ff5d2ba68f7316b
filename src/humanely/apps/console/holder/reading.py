"""What a credential of ours says, as it was signed, for pages to show."""

from typing import Any

import msgspec

Json = dict[str, Any]


class Skill(msgspec.Struct, frozen=True):
    """A skill; `where` names its framework and code, as far as it has them."""

    name: str
    where: str
    url: str


class Shown(msgspec.Struct, frozen=True):
    """Something that shows how it was earned, in its own words."""

    kind: str
    name: str
    says: str
    url: str


class Reading(msgspec.Struct, frozen=True):
    """The words of a credential.

    Attributes:
        language: of all of them.
        holder: empty where nobody is named.
        criteria: what had to be done, by paragraphs.
        story: how it was done; empty for nothing.
    """

    language: str
    name: str
    holder: str
    issuer: str
    description: str
    criteria: tuple[str, ...]
    story: str
    evidence: tuple[Shown, ...]
    skills: tuple[Skill, ...]


def reading(document: str) -> Reading:
    """Read a credential that we signed.

    >>> whole = '{"credentialSubject": {"name": "Ada", "achievement": {"name": "First aid", "tag": ["bandages"]}}}'
    >>> read = reading(whole)
    >>> read.name, read.holder, [one.name for one in read.skills]
    ('First aid', 'Ada', ['bandages'])
    """
    whole: Json = msgspec.json.decode(document)
    subject: Json = whole["credentialSubject"]
    achievement: Json = subject["achievement"]
    issuer = whole.get("issuer", {})
    return Reading(
        language=achievement.get("inLanguage", ""),
        name=achievement["name"],
        holder=subject.get("name", ""),
        issuer=issuer.get("name", "") if isinstance(issuer, dict) else str(issuer),
        description=achievement.get("description", ""),
        criteria=tuple(filter(None, achievement.get("criteria", {}).get("narrative", "").split("\n"))),
        story=subject.get("narrative", ""),
        evidence=tuple(_shown(one) for one in whole.get("evidence", ())),
        skills=_skills(achievement),
    )


def _shown(one: Json) -> Shown:
    kind = "project" if one.get("genre") == "project" else "mentor-note"
    return Shown(kind, one.get("name", ""), one.get("narrative", ""), _link(one.get("id", "")))


def _skills(achievement: Json) -> tuple[Skill, ...]:
    known = {one["targetName"]: one for one in achievement.get("alignment", ())}
    return tuple(_skill(name, known.get(name, {})) for name in achievement.get("tag", ()))


def _skill(name: str, one: Json) -> Skill:
    where = " ".join(str(one[key]) for key in ("targetFramework", "targetCode", "targetDescription") if key in one)
    return Skill(name, where, _link(one.get("targetUrl", "")))


def _link(url: str) -> str:
    """An address that a page may lead to; anything else is left out."""
    return url if url.startswith(("https://", "http://")) else ""
