"""What a holder is to be told of a credential: what was done, what comes, and what of it they were not told yet."""

import datetime as dt
import re
from typing import Literal

import msgspec

from humanely.credential.life import lifecycle
from humanely.store.credential import Credential
from humanely.store.credential_records import AppealRecord, CredentialRecord

Told = Literal[
    "offered", "suspended", "restored", "revoked", "superseded", "cancelled", "expiring", "expired", "appeal_filed",
    "appeal_evidence_wanted", "appeal_decided", "appeal_withdrawn", "appeal_overdue",
]  # fmt: skip

_TOLD = frozenset({"offered", "suspended", "restored", "revoked", "superseded", "cancelled"})
_TOLD_OF_APPEALS = frozenset({"filed", "evidence_wanted", "decided", "withdrawn", "overdue"})

NEAR = dt.timedelta(days=30)
"""How long before it runs out somebody is told."""

MAILED = _TOLD | {"expiring", "appeal_filed", "appeal_evidence_wanted", "appeal_overdue", "appeal_decided"}
"""What goes by mail; of the rest, the holder did it themselves or a mail has told them before."""

Why = Literal["not_sent", "no_address", "refused", "late"]
"""Why the holder was not told: no mail went out, or not yet; no address to send it to; their server takes no mail for
it; it was too late when mail could go out."""

_LIVE = frozenset({"offered", "collected", "suspended"})
_ADDRESS = re.compile(r"[^@\s<>()\[\],;:\"\\]{1,64}@[^@\s<>()\[\],;:\"\\]{1,190}")
_DATE = -1


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Something the holder is to be told.

    Attributes:
        place: of the act; -1 for a date.
        reason: of a revocation.
        words: what the team says to the holder beside it; empty for nothing.
    """

    kind: Told
    at: dt.datetime
    place: int = -1
    reason: lifecycle.Reason | None = None
    words: str = ""


def notices(credential: Credential, now: dt.datetime) -> tuple[Notice, ...]:
    """What the holder is to be told, the newest first."""
    told = [_notice(one.place, one.at, one.record) for one in credential.history]
    found = [one for one in told if one is not None]
    life = credential.life
    if life is not None and life.valid_until is not None and life.standing(now) == "expired":
        found.append(Notice(kind="expired", at=life.valid_until))
    return tuple(sorted(found, key=lambda one: (one.at, one.place), reverse=True))


def waiting(state: Credential) -> tuple[Notice, ...]:
    """What the holder was not told yet, oldest first; a date that is near some day has its moment ahead of it."""
    life = state.life
    if life is None or not life.is_out:
        return ()
    found = [one for one in notices(state, dt.datetime.min.replace(tzinfo=dt.UTC)) if one.kind in MAILED]
    # What a decision restores is told with the decision.
    decided = {one.at for one in found if one.kind == "appeal_decided"}
    found = [one for one in found if one.kind != "restored" or one.at not in decided]
    if life.valid_until is not None and life.state in _LIVE and life.offered_at is not None:
        near = life.valid_until - NEAR
        found += [Notice(kind="expiring", at=near, place=_DATE)] if near > life.offered_at else []
    return tuple(sorted((one for one in found if _key(one) not in state.told), key=lambda one: (one.at, one.place)))


def moments(state: Credential) -> tuple[dt.datetime | None, dt.datetime | None]:
    """From when something is to be told by mail, and from when by a human; None for nothing."""
    found = waiting(state)
    by_mail = (one.at for one in found if why(state, one) == "not_sent")
    by_hand = (one.at for one in found if why(state, one) != "not_sent")
    return min(by_mail, default=None), min(by_hand, default=None)


def why(state: Credential, one: Notice) -> Why:
    """Why the holder was not told something yet."""
    if not address(state):
        return "no_address"
    if state.mail_refused:
        return "refused"
    return "late" if _key(one) in state.by_hand else "not_sent"


def address(state: Credential) -> str:
    """Where mail to the holder goes; empty where none can."""
    given = (state.claim.recipient.email or "").strip() if state.claim else ""
    return given if _ADDRESS.fullmatch(given) else ""


def _key(one: Notice) -> tuple[str, int]:
    return one.kind, one.place


def _notice(place: int, at: dt.datetime, record: object) -> Notice | None:
    match record:
        case CredentialRecord(step=taken) if taken in _TOLD:
            return Notice(kind=taken, at=at, place=place, reason=record.reason, words=record.told)  # type: ignore[arg-type]
        case AppealRecord(step=taken) if taken in _TOLD_OF_APPEALS:
            return Notice(kind=f"appeal_{taken}", at=at, place=place)  # type: ignore[arg-type]
        case _:
            return None
