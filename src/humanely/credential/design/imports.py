"""Badges from elsewhere, of Open Badges 2.0 and 3.0, seen in one way: what they say, as they say it.

Nothing here is checked, and nothing is ever called verified: a badge of 2.0 that is not hosted cannot be checked at
all, a hosted one only by asking its issuer's server, and one of 3.0 by `verify`. Whatever could not be taken over is
named, so that nobody believes it was.

Source: Open Badges 2.0, sections "Assertion" and "Baking"; Open Badges 3.0, appendix "Data Models".
"""

import base64
import binascii
import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from humanely.credential.carrier.presented import Presented, presented
from humanely.credential.design.skills import Skill
from humanely.credential.design.spelling import HIDDEN
from humanely.credential.proof.strict_json import CredentialUnreadable, Json, read
from humanely.credential.wording import say
from humanely.errors import HumanelyError

MOST_CHARACTERS = 4_000
MOST_SKILLS = 50

Source = Literal["open_badges_2", "open_badges_3"]
Left = Literal["achievement_elsewhere", "issuer_elsewhere", "criteria_elsewhere", "date", "identity", "evidence",
               "endorsements", "picture", "results", "proof"]  # fmt: skip
"""What could not be taken over; its words stand under `design-left-*` in `design.ftl`."""


class NotABadge(HumanelyError):
    """What was given is JSON, but says nothing that an Open Badge of 2.0 or 3.0 says."""

    code = "not_a_badge"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            "This is no Open Badge of version 2.0 or 3.0.",
            fix="Give the badge as its issuer made it: a JSON file, a JWT, or the picture it is baked into.",
        )


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What a badge from elsewhere says.

    Attributes:
        name, description, criteria: of the achievement, up to `MOST_CHARACTERS` of each; empty where unsaid.
        issuer: its name, or its address where it says no name.
        when, until: aware, in UTC; None where unsaid.
        hosted_at: for 2.0: where its issuer's server may say whether it still holds.
        left: what could not be taken over.
    """

    source: Source
    name: str
    description: str
    criteria: str
    issuer: str
    when: dt.datetime | None
    until: dt.datetime | None
    skills: tuple[Skill, ...]
    hosted_at: str | None
    left: tuple[Left, ...]

    def leaves(self, locale: str) -> tuple[str, ...]:
        """What could not be taken over, in words."""
        return tuple(say(locale, f"design-left-{one.replace('_', '-')}") for one in self.left)


def imported(data: bytes) -> Imported:
    """What a badge says: JSON, a JWT, or a picture with one of them in it.

    Raises:
        CarrierUnreadable: nothing can be taken out of the file, or it holds only an address.
        CredentialUnreadable: what is in it is no JSON object that everybody reads alike.
        NotABadge: it is some other JSON.

    >>> imported(b'{"type": "Assertion", "badge": {"name": "Teamwork"}}').name
    'Teamwork'
    """
    shown = presented(data)
    document = _document(shown)
    if isinstance(document.get("credentialSubject"), dict | list):
        return _of_3(document, signed=shown.jwt is not None)
    if "badge" in document:
        return _of_2(document)
    raise NotABadge


def _document(shown: Presented) -> Json:
    if shown.document is not None:
        return read(shown.document)
    payload = str(shown.jwt).split(".")[1]
    try:
        claims = read(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except binascii.Error:
        raise CredentialUnreadable("not_json") from None
    return _node(claims.get("vc")) or claims


def _of_3(document: Json, *, signed: bool) -> Imported:
    subject = _node(document["credentialSubject"])
    achievement, issuer = _node(subject.get("achievement")), document.get("issuer")
    criteria = _node(achievement.get("criteria"))
    when, until = _moments(document, ("validFrom", "issuanceDate"), ("validUntil", "expirationDate"))
    left: dict[Left, bool] = {
        "achievement_elsewhere": not achievement,
        "issuer_elsewhere": not _text(_node(issuer).get("name")),
        "criteria_elsewhere": not _text(criteria.get("narrative")),
        "date": when is None,
        "identity": bool(subject.get("identifier") or subject.get("id")),
        "evidence": bool(document.get("evidence")),
        "endorsements": any(node.get(term) for node in (document, achievement) for term in _ENDORSED),
        "picture": bool(achievement.get("image")),
        "results": bool(subject.get("result")),
        "proof": signed or bool(document.get("proof")),
    }
    return Imported(
        source="open_badges_3",
        name=_text(achievement.get("name")) or _text(document.get("name")),
        description=_text(achievement.get("description")),
        criteria=_text(criteria.get("narrative")) or _address(criteria),
        issuer=_text(_node(issuer).get("name")) or _address(issuer),
        when=when,
        until=until,
        skills=tuple(_skills(achievement.get("alignment")))[:MOST_SKILLS],
        hosted_at=None,
        left=tuple(one for one, missing in left.items() if missing),
    )


_ENDORSED = ("endorsement", "endorsementJwt")


def _of_2(assertion: Json) -> Imported:
    badge = _node(assertion["badge"])
    issuer, criteria = badge.get("issuer"), badge.get("criteria")
    narrative = _text(_node(criteria).get("narrative"))
    when, until = _moments(assertion, ("issuedOn",), ("expires",))
    left: dict[Left, bool] = {
        "achievement_elsewhere": not badge,
        "issuer_elsewhere": not _text(_node(issuer).get("name")),
        "criteria_elsewhere": not narrative,
        "date": when is None,
        "identity": bool(assertion.get("recipient")),
        "evidence": bool(assertion.get("evidence") or assertion.get("narrative")),
        "endorsements": bool(assertion.get("endorsement") or badge.get("endorsement")),
        "picture": bool(assertion.get("image") or badge.get("image")),
        "proof": _hosted_at(assertion) is None,
    }
    return Imported(
        source="open_badges_2",
        name=_text(badge.get("name")),
        description=_text(badge.get("description")),
        criteria=narrative or _address(criteria),
        issuer=_text(_node(issuer).get("name")) or _address(issuer),
        when=when,
        until=until,
        skills=tuple(_skills(badge.get("alignment")))[:MOST_SKILLS],
        hosted_at=_hosted_at(assertion),
        left=tuple(one for one, missing in left.items() if missing),
    )


def _hosted_at(assertion: Json) -> str | None:
    how = _node(assertion.get("verification") or assertion.get("verify"))
    said = how.get("type")
    if "hosted" not in str(said).lower():
        return None
    return _address(how.get("url") or assertion.get("id")) or None


def _skills(alignments: Any) -> Iterator[Skill]:
    for one in alignments if isinstance(alignments, list) else [alignments]:
        node = _node(one)
        # Version 1.1 wrote `name` and `url`, and many badges of 2.0 still do.
        name = _text(node.get("targetName") or node.get("name"))
        if name:
            yield Skill(
                name=name,
                framework=_text(node.get("targetFramework")) or None,
                code=_text(node.get("targetCode")) or None,
                url=_address(node.get("targetUrl") or node.get("url")) or None,
            )


def _moments(node: Json, *terms: tuple[str, ...]) -> Iterator[dt.datetime | None]:
    for names in terms:
        yield next((_moment(node[name]) for name in names if node.get(name)), None)


def _moment(value: Any) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(str(value))
        return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def _node(value: Any) -> Json:
    """An object, or the first of several; empty for anything else."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _text(value: Any) -> str:
    """A text, in whichever way JSON-LD writes it; empty for anything else."""
    first = value[0] if isinstance(value, list) and value else value
    said = first.get("@value") if isinstance(first, dict) else first
    return HIDDEN.sub("", said).strip()[:MOST_CHARACTERS] if isinstance(said, str) else ""


def _address(value: Any) -> str:
    """Where something is, given bare or as the id of an object; nothing but the web and DIDs."""
    said = _text(_node(value).get("id") or value)
    return said if said.startswith(("https://", "http://", "did:")) else ""
