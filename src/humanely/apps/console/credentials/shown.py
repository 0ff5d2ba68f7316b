"""Credentials as pages name them: whose, of what, where they stand, and what the holder reads of it."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from humanely.credential.life.lifecycle import Reason, Step
from humanely.credential.wording import fitting, say
from humanely.errors import HumanelyError
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential
from humanely.store.credentials import Listed

TONES = {
    "awaiting_review": "warm",
    "collected": "good",
    "valid": "good",
    "suspended": "warm",
    "revoked": "warm",
}
"""The tone of a state; calm where none stands here."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One credential of a list.

    Attributes:
        achievement: what it is called; its id where it is gone.
        who: whose, as `whose` says; empty where that cannot be read any more.
        state: a word of `Standing`, or ``awaiting_review``.
        at: when it was offered, or prepared where it is not yet.
        until: when it runs out; None for never.
    """

    id: str
    achievement: str
    who: str
    state: str
    tone: str
    batch: str
    at: dt.datetime
    until: dt.datetime | None
    under_appeal: bool


class Told(msgspec.Struct, frozen=True):
    """What the holder reads, in their language.

    Attributes:
        locale: of the words.
    """

    text: str
    locale: str


def row(desk: Desk, listed: Listed, called: Mapping[str, str], now: dt.datetime) -> Row:
    """A row of the list; names are read from the credential itself, for rows hold none."""
    try:
        held: Credential | None = desk.at(listed.id)
    except HumanelyError:
        held = None
    state = standing(held, now) if held else listed.state
    return Row(
        id=listed.id,
        achievement=called.get(listed.achievement, listed.achievement),
        who=whose(held) if held else "",
        state=state,
        tone=TONES.get(state, "calm"),
        batch=listed.batch,
        at=listed.offered_at or listed.prepared_at,
        until=listed.valid_until,
        under_appeal=held.under_appeal if held else False,
    )


def standing(held: Credential, now: dt.datetime) -> str:
    """Where a credential stands now, with what waits for a second person apart."""
    if held.life is None:
        return "gone"
    return held.life.state if held.life.state == "awaiting_review" else held.life.standing(now)


def whose(held: Credential) -> str:
    """The name in it, else the address or the identifier it goes to."""
    if held.claim is None:
        return ""
    recipient = held.claim.recipient
    return recipient.name or recipient.email or recipient.did or ""


def language(desk: Desk, held: Credential) -> str:
    """The locale in which the holder is told."""
    if held.claim is None:
        return fitting("")
    if held.claim.recipient.language:
        return fitting(held.claim.recipient.language)
    try:
        return fitting(desk.achievements.one(held.claim.achievement_id).achievement.language)
    except HumanelyError:
        return fitting("")


def called(desk: Desk, held: Credential, locale: str) -> str:
    """What the achievement is called in a locale."""
    if held.claim is None:
        return ""
    try:
        return desk.achievements.one(held.claim.achievement_id).achievement.said_in(locale).name
    except HumanelyError:
        return held.claim.achievement_id


def told(desk: Desk, held: Credential, step: Step, reason: Reason | None = None) -> Told:
    """What the holder reads of a step."""
    locale = language(desk, held)
    values = {"achievement": called(desk, held, locale)}
    if reason:
        values["reason"] = say(locale, f"holder-reason-{reason.replace('_', '-')}")
    return Told(say(locale, f"holder-told-{step}", **values), locale)
