"""Whom a credential is for: no more of them than it takes to show that it is theirs."""

import hashlib
from typing import Any

import msgspec

from humanely.errors import HumanelyError

SALT_CHARACTERS = 16
"""The least of a salt; 32 hexadecimal digits of randomness are good."""


class RecipientUnknown(HumanelyError):
    """Nothing is said by which a holder could show that a credential is theirs."""

    code = "recipient_unknown"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            "The credential names nobody.", fix="Give an e-mail address with a salt, or a decentralised identifier."
        )


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """Who receives.

    Attributes:
        email: never written into the credential, only its salted hash.
        did: a decentralised identifier, in place of the address or beside it.
        name: as it shall stand in the credential; None to leave it out.
        language: in which the credential speaks, a BCP 47 tag; None for the achievement's own.
    """

    email: str | None = None
    did: str | None = None
    name: str | None = None
    language: str | None = None


def subject(recipient: Recipient, salt: str) -> dict[str, Any]:
    """The part of the credential's subject that says who it is.

    Whoever holds the credential can try addresses they guess against the hash, since the salt stands beside it: it
    hides the address from readers and lists, not from somebody who already suspects it.

    Args:
        salt: new for each credential, so that two credentials of one holder cannot be matched by their hashes.

    Raises:
        RecipientUnknown: neither an address with a salt of at least `SALT_CHARACTERS` nor a DID.

    >>> subject(Recipient(did="did:key:z6Mk"), "")
    {'id': 'did:key:z6Mk'}
    """
    if (recipient.email and len(salt) < SALT_CHARACTERS) or not (recipient.email or recipient.did):
        raise RecipientUnknown
    said: dict[str, Any] = {"id": recipient.did} if recipient.did else {}
    if recipient.email:
        said["identifier"] = [_identity(recipient.email, salt)]
    if recipient.name:
        said["name"] = recipient.name
    return said


def identity_hash(email: str, salt: str) -> str:
    """The hash of an address, spelled in small letters, followed by the salt.

    Source: Open Badges 3.0, section "IdentityHash".

    >>> identity_hash("Ada@example.org", "s") == identity_hash(" ada@example.org", "s")
    True
    """
    return f"sha256${hashlib.sha256((spelled(email) + salt).encode()).hexdigest()}"


def spelled(email: str) -> str:
    """An address as it is compared.

    >>> spelled(" Ada@Example.org ")
    'ada@example.org'
    """
    return email.strip().lower()


def _identity(email: str, salt: str) -> dict[str, Any]:
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": identity_hash(email, salt),
        "identityType": "emailAddress",
        "salt": salt,
    }
