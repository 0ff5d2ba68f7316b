"""What a credential says of itself: who, what, from when to when. Nothing here is proven."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from humanely.credential.proof import instant
from humanely.credential.verify.known import Known
from humanely.credential.verify.outcome import About, Contact

Json = dict[str, Any]

_LONGEST = 160
_EMAIL = re.compile(r"[^\s@<>\"']{1,64}@[^\s@<>\"']{1,190}\.[^\s@<>\"'.]{2,63}")
_URL = re.compile(r"https?://[^\s<>\"']{1,400}")
_PHONE = re.compile(r"\+?[\d ()./-]{4,30}")


def listed(value: Any) -> list[Any]:
    """A value that may stand alone or in a list, as a list.

    >>> listed("a"), listed(["a", "b"]), listed(None)
    (['a'], ['a', 'b'], [])
    """
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def objects(value: Any) -> Iterator[Json]:
    """The objects of a value that may stand alone or in a list."""
    return (one for one in listed(value) if isinstance(one, dict))


def is_typed(thing: Json, name: str) -> bool:
    """Whether a thing is of a type."""
    return name in listed(thing.get("type"))


def plain(value: Any) -> str:
    """A text of a stranger, fit to stand in a sentence: one line, no controls, not longer than a name may be.

    >>> plain("Example\\u202e\\nCorp"), plain(["no text"])
    ('Example Corp', '')
    """
    if not isinstance(value, str):
        return ""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in value[: 4 * _LONGEST]).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def about(credential: Json, signed_at: datetime | None = None) -> About:
    """What a credential says of itself."""
    issuer, subject = _issuer(credential), next(objects(credential.get("credentialSubject")), {})
    achievement = next(objects(subject.get("achievement")), {})
    return About(
        id=plain(credential.get("id")),
        title=_text(credential.get("name")) or _text(achievement.get("name")),
        issuer_id=plain(issuer.get("id")),
        issuer_name=_text(issuer.get("name")),
        holder_name=_text(subject.get("name")),
        valid_from=_first(credential, "validFrom", "issuanceDate"),
        valid_until=_first(credential, "validUntil", "expirationDate"),
        signed_at=signed_at,
    )


def contact(credential: Json, known: Known, *, is_signed: bool) -> Contact | None:
    """Where the issuer can be asked: as the verifier knows it, or else as the credential says; never guessed."""
    issuer = _issuer(credential)
    held = known.contacts.get(str(issuer.get("id")))
    if held is not None:
        return held
    found = Contact(
        name=_text(issuer.get("name")),
        email=_matching(_EMAIL, str(issuer.get("email", "")).removeprefix("mailto:")),
        url=_matching(_URL, issuer.get("url")),
        phone=_matching(_PHONE, issuer.get("phone")),
        source="signed" if is_signed else "unproven",
    )
    return found if found.email or found.url or found.phone else None


def renewal(credential: Json) -> str:
    """Where the credential can be renewed, or nothing."""
    return next((url for one in objects(credential.get("refreshService")) if (url := _service_url(one))), "")


def _service_url(service: Json) -> str:
    return _matching(_URL, service.get("url")) or _matching(_URL, service.get("id"))


def _issuer(credential: Json) -> Json:
    issuer = credential.get("issuer")
    return issuer if isinstance(issuer, dict) else {"id": issuer}


def _first(credential: Json, *names: str) -> datetime | None:
    return next((read for name in names if (read := instant.read(credential.get(name)))), None)


def _text(value: Any) -> str:
    """A text, or the first of its languages, as VC 2.0 (section 11.1) writes them."""
    for one in listed(value):
        if text := plain(one.get("@value") if isinstance(one, dict) else one):
            return text
    return ""


def _matching(form: re.Pattern[str], value: Any) -> str:
    return value if isinstance(value, str) and form.fullmatch(value) and value.isprintable() else ""
