"""What a verifier knows beside the credential itself: everything that would have to be fetched, and what was not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from humanely.credential.verify.outcome import Contact
from humanely.trust.signing_key import Verifier

Absence = Literal["unreachable", "refused", "bad", "not_asked"]
"""Why something could not be had: nobody answered (or said to come back later); we may not or will not go there, or it
is not there; what came is not what it should be; nobody has asked yet."""


class Obtained(msgspec.Struct, frozen=True):
    """A document as it came.

    Attributes:
        at: aware; when it was fetched, or for a copy that came with the credential, what it says of its date itself.
    """

    document: bytes
    at: datetime


class Absent(msgspec.Struct, frozen=True):
    """A document that could not be had.

    Attributes:
        at: aware; when it was tried; None where it was not.
        next_try: aware; when to try again.
        last_good: aware; when it was last had.
    """

    why: Absence = "not_asked"
    at: datetime | None = None
    next_try: datetime | None = None
    last_good: datetime | None = None


Fetched = Obtained | Absent


class Appeal(msgspec.Struct, frozen=True):
    """An appeal against what an issuer decided about a credential.

    Attributes:
        under_way: whether it was filed and is not decided; otherwise it can be filed.
        until: aware; by when it is decided, or can be filed.
        url: where.
    """

    under_way: bool
    until: datetime | None = None
    url: str = ""


class Known(msgspec.Struct, frozen=True):
    """What is known.

    Attributes:
        controllers: the documents that say which keys are whose, by the id of the controller (a did:web, or an https
            address); did:key needs none.
        status_lists: credentials of status lists, by their address; their proofs are checked here.
        issuers: names of the issuers that the verifier knows, by id. Whoever is not among them is unknown, not bad.
        contacts: where issuers can be asked, by id, as the verifier's own records have it.
        appeals: by the id of the credential.
        compromised: since when somebody else may have had a key, by the id of its method.
        witnessed: when a ledger of the issuer's saw a credential, by `witness.content`.
        logs: keys of ledgers, by which the proofs in stapled packages are checked.
    """

    controllers: Mapping[str, Fetched] = {}
    status_lists: Mapping[str, Fetched] = {}
    issuers: Mapping[str, str] = {}
    contacts: Mapping[str, Contact] = {}
    appeals: Mapping[str, Appeal] = {}
    compromised: Mapping[str, datetime] = {}
    witnessed: Mapping[str, datetime] = {}
    logs: tuple[Verifier, ...] = ()


class Needs(msgspec.Struct, frozen=True):
    """What would have to be fetched, or looked up by whoever keeps a ledger, to verify a credential.

    Attributes:
        controllers: ids whose documents the proofs need; `proof.controller` knows the address of a did:web.
        status_lists: addresses.
        id: of the credential itself; empty where it has none.
        content: what it says, see `witness.content`.
    """

    controllers: tuple[str, ...] = ()
    status_lists: tuple[str, ...] = ()
    id: str = ""
    content: str = ""
