"""A list of issuers that a verifier knows: ours, or the registry of the Digital Credentials Consortium."""

from collections.abc import Mapping
from typing import Any

import msgspec

from humanely.credential.proof.strict_json import CredentialUnreadable, read
from humanely.credential.verify.claims import plain
from humanely.credential.verify.outcome import Contact
from humanely.errors import HumanelyError


class RegistryUnreadable(HumanelyError):
    """A list of issuers is none."""

    code = "registry_unreadable"
    exit_status = 2

    def __init__(self) -> None:
        super().__init__(
            "The list of issuers cannot be read.",
            fix='Write it as {"did:web:issuer.example": "Example University"}, or take a registry of the DCC.',
        )


class Registry(msgspec.Struct, frozen=True):
    """Names of issuers, and where they can be asked, by id."""

    issuers: Mapping[str, str]
    contacts: Mapping[str, Contact]


def of_json(data: bytes) -> Registry:
    """Read a list of issuers.

    Args:
        data: an object from ids to names, or to objects with `name` and perhaps `url`; the DCC has it in `registry`.

    Raises:
        RegistryUnreadable: it is of another form.

    >>> of_json(b'{"did:web:issuer.example": "Example University"}').issuers
    {'did:web:issuer.example': 'Example University'}
    """
    try:
        document = read(data)
    except CredentialUnreadable:
        raise RegistryUnreadable from None
    listed = document.get("registry", document)
    entries = {id_: _entry(said) for id_, said in listed.items()} if isinstance(listed, dict) else {}
    if not entries or not all(entries.values()):
        raise RegistryUnreadable
    contacts = {id_: contact for id_, contact in entries.items() if contact and contact.url}
    return Registry({id_: contact.name for id_, contact in entries.items() if contact}, contacts)


def _entry(said: Any) -> Contact | None:
    name, url = (said.get("name"), said.get("url")) if isinstance(said, dict) else (said, "")
    return Contact(name=plain(name), url=plain(url), source="record") if plain(name) else None
