"""A museum of credentials, each named for its one fault, with everything that a verifier knows beside them.

Run `python -m tests.credential.verify.making` to write it anew; nothing in it is random. The keys are for tests alone.
"""

import base64
import datetime as dt
import gzip
import json
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from humanely.credential.carrier import png, svg
from humanely.credential.proof import proof_set
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.jwt import secure_jwt
from humanely.credential.proof.strict_json import Json
from humanely.credential.verify import endorsements, status_list, witness
from humanely.credential.verify.known import Absent, Appeal, Known, Obtained
from tests.credential.proof.making import (
    CREATED,
    KEY,
    OTHER_KEY,
    REVOKED_KEY,
    WEB,
    WEB_KEY,
    badge,
    changed,
    only,
    proved,
    secured,
    web_document,
)

MUSEUM = Path(__file__).parent / "assets"
TABLE = MUSEUM / "museum.toml"
NOW = CREATED + dt.timedelta(days=1)
FETCHED = NOW - dt.timedelta(hours=1)
LISTS = "https://issuer.example/status/"
GONE = "did:web:gone.example"
GONE_KEY = IssuerKey(bytes(range(6, 38)), f"{GONE}#key-1")
PEER_KEY = IssuerKey(bytes(range(7, 39)), "did:web:peer.example#key-1")
LOST_KEY = IssuerKey.of_did_key(bytes(range(8, 40)))
"""That somebody else may have had since the moment at which the museum was signed."""
PLACE = 40_000
"""Where the credentials of the museum stand in their lists."""
SCHOOL = {
    "id": KEY.controller,
    "type": ["Profile"],
    "name": "School of Listening",
    "email": "registry@school.example",
    "url": "https://school.example",
}


def ours(**more: Any) -> Json:
    """An Open Badge of an issuer who can be asked, unsigned."""
    return {**badge(**more), "issuer": SCHOOL}


def signed(**more: Any) -> Json:
    """The same with its two proofs."""
    return proof_set.secure(ours(**more), KEY, CREATED)


def known() -> Known:
    """What a verifier knows who has fetched everything that there is to fetch, an hour before `NOW`."""
    listed = {LISTS + name: Obtained(_json(document), FETCHED) for name, document in lists().items()}
    return Known(
        controllers={
            WEB: Obtained(_json(web_document()), FETCHED),
            GONE: Absent("unreachable", at=FETCHED, next_try=NOW + dt.timedelta(minutes=15), last_good=CREATED),
        },
        status_lists={
            **listed,
            LISTS + "copy-of-last-week": Obtained(_json(_signed_list("copy-of-last-week")), NOW - dt.timedelta(days=7)),
            LISTS + "unreachable": Absent("unreachable", at=FETCHED, next_try=NOW + dt.timedelta(minutes=15)),
        },
        issuers={KEY.controller: "School of Listening"},
        appeals={"urn:uuid:appealed": Appeal(under_way=True, until=NOW + dt.timedelta(days=10))},
        compromised={LOST_KEY.method: CREATED},
        witnessed={witness.content(badge(LOST_KEY.controller)): CREATED - dt.timedelta(days=1)},
    )


def lists() -> dict[str, Json]:
    """Status lists, each with its one fault."""
    raised = status_list.bits_of([PLACE])
    bytewise = bytearray(status_list.ENTRIES)
    bytewise[PLACE] = 1
    flipped = _signed_list("unproven")
    flipped["credentialSubject"]["encodedList"] = status_list.encode(raised)
    bomb = "u" + base64.urlsafe_b64encode(gzip.compress(bytes(64 << 20), mtime=0)).decode().rstrip("=")
    return {
        "good": _signed_list("good"),
        "neighbours": _signed_list("neighbours", bits=status_list.bits_of([PLACE - 1, PLACE + 1])),
        "revoked": _signed_list("revoked", bits=raised),
        "suspended": _signed_list("suspended", "suspension", raised),
        "bytewise": _signed_list("bytewise", bits=bytes(bytewise)),
        "too-short": _signed_list("too-short", bits=bytes(16)),
        "bomb": _signed_list("bomb", encoded=bomb),
        "unproven": flipped,
        "of-another": _signed_list("of-another", key=OTHER_KEY),
        "outdated": _signed_list("outdated", validUntil="2026-11-22T12:00:00Z"),
        "swapped": _signed_list("good"),
        "messages": _signed_list("messages", "message", raised),
        "of-a-peer": _signed_list("of-a-peer", bits=raised, key=PEER),
    }


PEER = OTHER_KEY
"""Somebody who endorses."""


def _signed_list(
    name: str,
    purpose: str = "revocation",
    bits: bytes = bytes(16_384),
    key: IssuerKey = KEY,
    *,
    encoded: str = "",
    **more: str,
) -> Json:
    url = LISTS + name
    document = {**status_list.list_credential(url, key.controller, purpose, bits, CREATED), **more}
    document["credentialSubject"]["encodedList"] = encoded or document["credentialSubject"]["encodedList"]
    return proved({"@context": document["@context"], **document}, key)


def listing(
    name: str, purpose: Any, bits: bytes, *, change: Callable[[Json], Json] = lambda document: document
) -> bytes:
    """A list of the school, as it would be served, signed after a change to it."""
    made = status_list.list_credential(LISTS + name, KEY.controller, purpose, bits, CREATED)
    return _json(proved(change(made)))


def listed(name: str, purpose: str = "revocation", place: int = PLACE, **more: Any) -> Json:
    """A badge with a place in a list."""
    return signed(credentialStatus=status_list.entry(LISTS + name, purpose, place), **more)


def museum() -> dict[str, bytes]:
    """Every exhibit by its name, which is that of its fault."""
    credentials = {**_sound(), **_changed(), **_keys(), **_times(), **_statuses(), **_structures(), **_endorsed()}
    return {**{name: _json(one) for name, one in credentials.items()}, **_files()}


def _sound() -> dict[str, Json]:
    return {
        "sound.json": signed(),
        "sound-by-somebody-unknown.json": secured(OTHER_KEY.controller, OTHER_KEY),
        "sound-by-a-web-address.json": secured(WEB, WEB_KEY),
    }


def _changed() -> dict[str, Json]:
    whole, another = signed(), signed(id="urn:uuid:another")
    first, second = whole["proof"]
    clique = [f"_:n{number}" for number in range(10)]
    knot = [
        {"id": one, "type": ["AchievementSubject", "Achievement"], "achievement": [{"id": other} for other in clique]}
        for one in clique
    ]
    tangled = {**ours(), "credentialSubject": knot}
    return {
        "one-letter-changed.json": {**whole, "name": "Listens furst"},
        "honours-added.json": {**whole, "honours": "summa cum laude"},
        "undefined-term.json": {**only(whole, 1), "honours": "summa cum laude"},
        "swapped-context.json": changed(
            whole, lambda one: one.update({"@context": [one["@context"][0], _OTHER_BADGES]})
        ),
        "unknown-context.json": changed(
            only(whole, 1), lambda one: one["@context"].append("https://issuer.example/newer-words")
        ),
        "poison-graph.json": {**tangled, "proof": second},
        "proof-swapped.json": {**whole, "proof": another["proof"]},
        "one-proof-swapped.json": {**whole, "proof": [first, another["proof"][1]]},
        "one-proof-missing.json": {**whole, "proof": [second]},
        "proof-cut-short.json": changed(whole, lambda one: one["proof"][0].update(proofValue=first["proofValue"][:40])),
        "no-proof.json": ours(),
    }


_OTHER_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"


def _keys() -> dict[str, Json]:
    return {
        "wrong-controller.json": proved(badge(), OTHER_KEY),
        "issuer-unreachable.json": secured(GONE, GONE_KEY),
        "issuer-not-asked.json": secured("did:web:peer.example", PEER_KEY),
        "key-not-listed.json": proved(badge(WEB), WEB_KEY, verificationMethod=f"{WEB}#key-9"),
        "key-revoked-before.json": proved(badge(WEB), REVOKED_KEY),
        "key-compromised.json": secured(LOST_KEY.controller, LOST_KEY, name="Never seen"),
        "key-compromised-seen-before.json": secured(LOST_KEY.controller, LOST_KEY),
        "issuer-nobody-can-ask.json": proved(badge("urn:uuid:nobody")),
        "suite-unknown.json": changed(
            only(signed(), 0), lambda one: one["proof"].update(cryptosuite="ecdsa-rdfc-2019")
        ),
    }


def _times() -> dict[str, Json]:
    refresh = {"type": "ManualRefreshService", "id": "https://school.example/renew"}
    return {
        "future-clock.json": signed(validFrom="2026-11-23T13:00:00Z"),
        "clock-three-minutes-ahead.json": signed(validFrom="2026-11-23T12:03:00Z"),
        "expired.json": signed(validUntil="2026-11-22T12:00:00Z"),
        "expired-renewable.json": proved(ours(validUntil="2026-11-22T12:00:00Z", refreshService=refresh)),
        "expired-and-revoked.json": listed("revoked", validUntil="2026-11-22T12:00:00Z"),
        "expired-and-status-unknown.json": listed("unreachable", validUntil="2026-11-22T12:00:00Z"),
        "expired-by-its-own-words.json": secured(GONE, GONE_KEY, validUntil="2026-11-22T12:00:00Z"),
        "date-without-zone.json": proved(ours(validUntil="2027-01-01T00:00:00")),
    }


def _statuses() -> dict[str, Json]:
    message = {
        **status_list.entry(LISTS + "messages", "message", PLACE),
        "statusMessage": [{"status": "0x0", "message": "ok"}, {"status": "0x1", "message": "A new edition is coming."}],
    }
    return {
        "status-good.json": listed("good"),
        "neighbours-revoked.json": listed("neighbours"),
        "revoked.json": listed("revoked"),
        "revoked-under-appeal.json": listed("revoked", id="urn:uuid:appealed"),
        "suspended.json": listed("suspended", "suspension"),
        "status-index-off-by-one.json": listed("good", place=status_list.ENTRIES),
        "status-index-below-zero.json": listed("good", place=-1),
        "list-for-another-purpose.json": listed("suspended"),
        "list-one-byte-each.json": listed("bytewise"),
        "list-too-short.json": listed("too-short"),
        "list-deflate-bomb.json": listed("bomb"),
        "list-unproven.json": listed("unproven"),
        "list-of-another-issuer.json": listed("of-another"),
        "list-swapped.json": listed("swapped"),
        "list-outdated.json": listed("outdated"),
        "list-unreachable.json": listed("unreachable"),
        "list-not-asked.json": listed("nobody-has-asked"),
        "list-copy-of-last-week.json": listed("copy-of-last-week"),
        "status-message.json": signed(credentialStatus=message),
        "status-kind-unknown.json": proved(
            ours(credentialStatus={"id": "https://issuer.example/1", "type": "1EdTechRevocationList"})
        ),
    }


def _structures() -> dict[str, Json]:
    nameless = changed(ours(), lambda one: one["credentialSubject"]["achievement"].pop("criteria"))
    return {
        "badge-without-criteria.json": proved(nameless),
        "without-subject.json": proved({**ours(), "credentialSubject": []}),
        "not-a-credential.json": {"name": "humanely", "version": "1.0"},
        "badge-of-version-2.json": {
            "@context": "https://w3id.org/openbadges/v2",
            "type": "Assertion",
            "id": "https://old.example.org/a/7",
            "badge": {"type": "BadgeClass", "name": "Listens well"},
            "verification": {"type": "hosted"},
        },
    }


def _endorsed() -> dict[str, Json]:
    plain = ours()
    good = endorsement(plain)
    withdrawn = endorsement(plain, credentialStatus=status_list.entry(LISTS + "of-a-peer", "revocation", PLACE))
    other = endorsement({**plain, "name": "Listens always"})
    return {
        "endorsed.json": _carrying(plain, good),
        "endorsement-withdrawn.json": _carrying(plain, good, withdrawn),
        "endorsement-of-other-words.json": _carrying(plain, other),
        "endorsement-changed.json": _carrying(plain, {**good, "name": "The very best"}),
    }


def endorsement(credential: Json, **more: Any) -> Json:
    said = {
        "@context": credential["@context"],
        "id": "urn:uuid:endorsement",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": PEER.controller, "type": ["Profile"], "name": "A peer"},
        "name": "Endorsement",
        "validFrom": "2026-11-22T00:00:00Z",
        "credentialSubject": {
            "id": credential["id"],
            "type": ["EndorsementSubject"],
            "endorsementComment": "She let me finish.",
        },
        "relatedResource": [{"id": credential["id"], "digestSRI": endorsements.digest(credential)}],
        **more,
    }
    return proved(said, PEER)


def _carrying(credential: Json, *given: Json) -> Json:
    return proof_set.secure({**credential, "endorsement": [*given]}, KEY, CREATED)


def _files() -> dict[str, bytes]:
    text = _json(signed())
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>Badge</title></svg>'
    entities = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    return {
        "whitespace-changed.json": json.dumps(json.loads(text), indent=7).encode() + b"\n\n",
        "duplicate-keys.json": text.replace(b'"name": "Listens first"', b'"name": "Leads", "name": "Listens first"', 1),
        "broken-off.json": text[: len(text) // 2],
        "too-deep.json": text.replace(b'"name"', b'"a": ' + b"[" * 64 + b"]" * 64 + b', "name"', 1),
        "baked.png": png.bake(_pixel(), text),
        "baked.svg": svg.bake(drawing, text),
        "picture-without-badge.png": _pixel(),
        "deflate-bomb.png": _with_chunk(_pixel(), _bomb()),
        "svg-with-entities.svg": entities + svg.bake(drawing, text),
        "svg-with-script.svg": svg.bake(drawing.replace(b"<title>", b"<script>alert(1)</script><title>"), text),
        "sound.jwt": secure_jwt(ours(), KEY).encode(),
        "unsigned.jwt": b"eyJhbGciOiJub25lIn0." + secure_jwt(ours(), KEY).split(".")[1].encode() + b".",
        "empty.json": b"",
    }


def _pixel() -> bytes:
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    data = zlib.compress(b"\0\0", 9)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    return png.SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _bomb() -> bytes:
    """A packed text that unpacks to 64 MiB."""
    return _chunk(b"iTXt", b"openbadgecredential\0\1\0\0\0" + zlib.compress(b" " * (64 << 20), 9))


def _with_chunk(picture: bytes, chunk: bytes) -> bytes:
    return picture[:-12] + chunk + picture[-12:]


def _json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def write() -> None:
    """Put the museum on the disk, as it is made here."""
    MUSEUM.mkdir(exist_ok=True)
    for name, data in museum().items():
        (MUSEUM / name).write_bytes(data)


if __name__ == "__main__":
    write()
