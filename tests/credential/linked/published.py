"""The published context documents and samples beside the project, and PyLD as an independent reader of them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from humanely.credential.linked import literal
from humanely.credential.linked.statements import Quad
from training.contexts import PUBLISHED

DATA = Path(__file__).parents[4] / "shared" / "data" / "credentials"
ABSENT = pytest.mark.skipif(not DATA.is_dir(), reason="the public credentials are not beside the project")
CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
RECORD = "https://purl.imsglobal.org/spec/clr/v2p0/context.json"
NOT_HELD = "https://w3id.org/citizenship/v4rc1"
"""A context that some vectors use, and whose document is not among the public data."""


def sample() -> dict[str, Any]:
    """A credential of ours with most of what an Open Badge can hold."""
    return {
        "@context": [CREDENTIALS, BADGES],
        "id": "urn:uuid:91537dba-56cb-11ec-bf63-0242ac130002",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "https://school.example/", "type": ["Profile"], "name": "Riverside School"},
        "validFrom": "2026-01-01T00:00:00Z",
        "validUntil": "2029-01-01T00:00:00Z",
        "name": {"@value": "Teamarbeit", "@language": "de"},
        "credentialStatus": {
            "id": "https://school.example/status/1#7",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "7",
            "statusListCredential": "https://school.example/status/1",
        },
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{"type": "IdentityObject", "hashed": True, "identityHash": "x", "identityType": "name"}],
            "creditsEarned": 2.5,
            "result": [{"type": ["Result"], "value": "good"}, {"type": ["Result"], "value": "very good"}],
            "achievement": {
                "id": "https://school.example/achievements/1",
                "type": ["Achievement"],
                "criteria": {"narrative": 'Work with others,\n and say "thank you".'},
                "description": "Works well with others.",
                "name": "Teamwork",
                "tag": ["work", "others"],
                "resultDescription": [
                    {
                        "id": "urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c",
                        "type": ["ResultDescription"],
                        "allowedValue": ["good", "very good"],
                        "name": "Mark",
                        "resultType": "Status",
                    }
                ],
            },
        },
        "proof": {
            "type": "DataIntegrityProof",
            "created": "2026-01-01T19:23:24Z",
            "verificationMethod": "https://school.example/#key",
            "cryptosuite": "eddsa-rdfc-2022",
            "proofPurpose": "assertionMethod",
            "proofValue": "z1",
        },
    }


def samples() -> dict[str, dict[str, Any]]:
    """Every public document that names only contexts whose documents are there, by its path."""
    found = {str(path.relative_to(DATA)): msgspec.json.decode(path.read_bytes()) for path in sorted(_documents())}
    return {name: value for name, value in found.items() if "@context" in value and NOT_HELD not in value["@context"]}


def _documents() -> Iterator[Path]:
    yield from (DATA / "1edtech-public-validator" / "ob30").glob("*.json")
    yield from (DATA / "dcc-verifier-core").glob("*.json")
    yield from (DATA / "w3c-vc-di-eddsa" / "TestVectors").rglob("*.json")


@cache
def context_document(url: str, number: int = 0) -> Any:
    """What was published at an address: its content today, or an older one."""
    return msgspec.json.decode((DATA / PUBLISHED[url][number]).read_bytes())["@context"]


def spelled_out(value: Any, numbers: Mapping[str, int]) -> Any:
    """A document with its contexts written into it, in place of their addresses."""
    if isinstance(value, list):
        return [spelled_out(item, numbers) for item in value]
    if not isinstance(value, dict):
        return value
    given = value.get("@context", [])
    urls = given if isinstance(given, list) else [given]
    rest = {key: spelled_out(item, numbers) for key, item in value.items() if key != "@context"}
    return {"@context": [context_document(url, numbers.get(url, 0)) for url in urls], **rest} if urls else rest


def oracle(document: Mapping[str, Any], numbers: Mapping[str, int] | None = None) -> bytes:
    """PyLD's canonical form of a document, with the published contexts in it."""
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "rdfDirection": "i18n-datatype"}
    return str(jsonld.normalize(spelled_out(document, numbers or {}), options)).encode()


VECTORS = DATA / "w3c-rdf-canon" / "tests"
_PART = re.compile(r'<[^>]*>|_:[^\s]+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[A-Za-z0-9-]+)?')
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def quads_of(text: str) -> list[Quad]:
    """Statements read from N-Quads."""
    lines = [_PART.findall(line) for line in text.split("\n") if line.strip()]
    rows = [[_value(part) for part in (*line, "")[:4]] for line in lines]
    return [(subject, predicate, value, graph) for subject, predicate, value, graph in rows]


def _value(part: str) -> str:
    body, quote, datatype = part[1:].rpartition('"')
    plain = _ESCAPE.sub(_unescaped, datatype)
    return literal.plain(_ESCAPE.sub(_unescaped, body)) + plain if quote else _ESCAPE.sub(_unescaped, part)


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1] or found[2], 16)) if found[1] or found[2] else _SHORT.get(found[3], found[3])
