"""Who issues: their identifier, the document that says which keys are theirs, and what becomes of a key."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

from humanely.credential.design.build import Issuer, written
from humanely.credential.life.keys import KeyRecord
from humanely.credential.proof.controller import ASSERTION
from humanely.credential.proof.did_web import DID_WEB, DidWebMalformed, did_web_url
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials.desk import Desk, member

Json = dict[str, Any]
CONTEXT = "https://www.w3.org/ns/cid/v1"


def did_web(address: str) -> str:
    """The did:web of a public address; empty where it can have none, as on a machine of one's own.

    >>> did_web("https://care.example.org/humanely"), did_web("http://127.0.0.1:8080")
    ('did:web:care.example.org:humanely', '')
    """
    parts = urlsplit(address)
    if parts.scheme != "https" or ":" in parts.netloc:
        # In a did:web a colon leads to a path, so a port would name another place.
        return ""
    did = DID_WEB + ":".join([parts.netloc.lower(), *(one for one in parts.path.split("/") if one)])
    try:
        did_web_url(did)
    except DidWebMalformed:
        return ""
    return did


def key(desk: Desk, now: dt.datetime, did: str = "") -> IssuerKey:
    """The key that signs, made at first use.

    Args:
        did: of which identifier; empty for the one credentials are issued under now.
    """
    return desk.keys.signing(did or did_web(desk.address), now)


def identity(desk: Desk, now: dt.datetime) -> Issuer:
    """Who issues now: a did:web where the address is public, else the key itself as did:key."""
    return Issuer(key(desk, now).controller, desk.name)


def document(desk: Desk, now: dt.datetime, did: str = "") -> Json:
    """The document of an identifier: every key there ever was, with the date from which a compromised one counts for
    nothing.

    Args:
        did: empty for the one credentials are issued under now.
    """
    did = did or identity(desk, now).id
    theirs = [one for one in desk.keys.all() if one.method.startswith(f"{did}#")]
    return {
        "@context": [CONTEXT],
        "id": did,
        "verificationMethod": [_method(one, did) for one in theirs],
        ASSERTION: [one.method for one in theirs],
    }


def keys(desk: Desk) -> tuple[KeyRecord, ...]:
    """Every key of the issuer, oldest first."""
    return desk.keys.all()


def renew(desk: Desk, asked: Asked) -> KeyRecord:
    """Make a new key, which signs from now on."""
    return desk.keys.make(did_web(desk.address), member(asked).id, asked.now)


def retire(desk: Desk, asked: Asked, public: str) -> KeyRecord:
    """Let a key sign nothing more; what it signed stays good.

    Raises:
        IssuerKeyMissing: there is none.
    """
    return desk.keys.retire(public, member(asked).id, asked.now)


def compromised(desk: Desk, asked: Asked, public: str, since: dt.datetime) -> KeyRecord:
    """Somebody else may have a key since then: only what the ledger saw before stays good.

    Args:
        since: aware.

    Raises:
        IssuerKeyMissing: there is none.
    """
    return desk.keys.compromised(public, since, member(asked).id, asked.now)


def _method(one: KeyRecord, did: str) -> Json:
    said: Json = {"id": one.method, "type": "Multikey", "controller": did, "publicKeyMultibase": one.public}
    return said | ({"revoked": written(one.compromised_since)} if one.compromised_since else {})
