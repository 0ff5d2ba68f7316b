"""The authored achievements, and one that says all that can be said, for the tests of this room."""

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

from humanely.credential.design.achievement import Achievement, checked
from humanely.credential.design.build import Evidence, Issuance, Issuer, StatusEntry
from humanely.credential.design.recipient import Recipient

EXAMPLES = Path(__file__).parents[3] / "examples" / "achievements"
FILES = sorted(EXAMPLES.glob("*.toml")) + sorted(EXAMPLES.glob("*.json"))
ISSUED = dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC)
SALT = "6f0d" * 8


def raw(file: Path) -> dict[str, Any]:
    """An authored achievement as its designer wrote it."""
    text = file.read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    return found


def forklift() -> dict[str, Any]:
    """The one with licence stakes, to be changed at will."""
    return raw(EXAMPLES / "forklift-safety.toml")


def achievement(name: str = "forklift-safety.toml") -> Achievement:
    return checked(raw(EXAMPLES / name))


def issuance(**changes: Any) -> Issuance:
    """Everything a credential can say."""
    fields: dict[str, Any] = {
        "id": "urn:uuid:0d0ef2ec-5a59-4d44-9d06-3c0e8b1d7f00",
        "achievement_id": "https://school.example.org/achievements/forklift-safety",
        "issuer": Issuer("did:web:school.example.org", "Harbour Logistics School"),
        "recipient": Recipient(email="Ada@example.org", did="did:example:ada", name="Ada Bauer"),
        "salt": SALT,
        "valid_from": ISSUED,
        "statuses": (
            StatusEntry("revocation", "https://school.example.org/status/1", 94_567),
            StatusEntry("suspension", "https://school.example.org/status/2", 94_567),
            StatusEntry("message", "https://school.example.org/status/3", 7, ("fine", "corrected", "asked", "other")),
        ),
        "picture": "https://school.example.org/achievements/forklift-safety.png",
        "story": "Ada drove the night shift of the spring fair.",
        "evidence": (
            Evidence("project", "A plan of safe ways through the hall.", "Hall plan", "https://ada.example.org/plan"),
            Evidence("mentor_note", "Calm, and looks twice."),
        ),
        "schema": "https://school.example.org/schema.json",
    }
    return Issuance(**{**fields, **changes})
