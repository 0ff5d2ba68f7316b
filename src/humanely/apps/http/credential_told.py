"""Credentials as they are told: one with what was signed, and many without names."""

import datetime as dt
from typing import Any

import msgspec

from humanely.credential.life import lifecycle
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential
from humanely.store.credentials import Listed


class CredentialTold(msgspec.Struct, frozen=True, kw_only=True):
    """A credential as it stands.

    Attributes:
        id: its code, three groups of four.
        url: its public page, which is its id in the credential itself.
        person_id: whose record it is in.
        state: but for its date; standing: with it.
        reason: why it was taken back; null where it was not.
        supersedes, superseded_by: codes of others; empty for none.
        shared: the holder shows it to whoever has its address.
        under_appeal: nobody reads a reason meanwhile.
        batch: id of the batch it came with; empty for none.
        credential: as it was signed, Open Badges 3.0; null until it was.
    """

    id: str
    url: str
    achievement_id: str
    version: int
    person_id: str
    state: lifecycle.State
    standing: lifecycle.Standing
    reason: lifecycle.Reason | None
    supersedes: str
    superseded_by: str
    shared: bool
    under_appeal: bool
    batch: str
    prepared_at: dt.datetime
    offered_at: dt.datetime | None
    collected_at: dt.datetime | None
    valid_until: dt.datetime | None
    credential: dict[str, Any] | None


class ListedTold(msgspec.Struct, frozen=True, kw_only=True):
    """A credential of the list; whose it is stands with it alone."""

    id: str
    state: str
    achievement_id: str
    version: int
    batch: str
    language: str
    prepared_at: dt.datetime
    offered_at: dt.datetime | None
    valid_until: dt.datetime | None


class CredentialsTold(msgspec.Struct, frozen=True):
    """Some credentials, the newest first.

    Attributes:
        counts: how many stand where, of all.
    """

    credentials: tuple[ListedTold, ...]
    counts: dict[str, int]


def told(desk: Desk, held: Credential, now: dt.datetime) -> CredentialTold:
    """A credential as it is told."""
    life, claim = held.life, held.claim
    assert life is not None  # noqa: S101 - `Desk.at` gives none without
    assert claim is not None  # noqa: S101 - it begins with one
    names = (
        "reason",
        "supersedes",
        "superseded_by",
        "shared",
        "prepared_at",
        "offered_at",
        "collected_at",
        "valid_until",
    )
    return CredentialTold(
        id=held.id,
        url=desk.url(held.id),
        achievement_id=claim.achievement_id,
        version=claim.version,
        person_id=held.person_id,
        state=life.state,
        standing=life.standing(now),
        under_appeal=held.under_appeal,
        batch=claim.batch,
        credential=msgspec.json.decode(held.document) if held.document else None,
        **{name: getattr(life, name) for name in names},
    )


def listed(one: Listed) -> ListedTold:
    """A credential of the list as it is told."""
    names = ("id", "state", "version", "batch", "language", "prepared_at", "offered_at", "valid_until")
    return ListedTold(achievement_id=one.achievement, **{name: getattr(one, name) for name in names})
