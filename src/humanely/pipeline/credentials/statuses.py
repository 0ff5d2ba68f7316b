"""What is done to a credential once it was issued: suspended, restored, taken back, cancelled, put right.

And the lists in which anybody can look it up.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from humanely.credential.life import lifecycle
from humanely.credential.proof.proof_set import secure
from humanely.credential.verify.status_list import bits_of, list_credential
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked, NotThere
from humanely.pipeline.credentials import issuer
from humanely.pipeline.credentials.desk import Change, Desk, member
from humanely.pipeline.credentials.issuing import Wanted, fresh_ids, offered, prepared, reserve, signing_of, step
from humanely.store.credential import Credential

Purpose = Literal["revocation", "suspension"]
_AT_ONCE = 250

LONGEST_TOLD = 500
"""Characters that the team can say to the holder beside the reason: what is missing, what would help, by when."""

_UNDOES: tuple[lifecycle.Step, ...] = ("cancelled", "revoked")


class ToldTooLong(HumanelyError):
    """More was to be said to the holder than stands in a mail and on their page."""

    code = "credential_told_too_long"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            f"What is said to the holder is longer than {LONGEST_TOLD} characters; nothing was done.",
            fix="Say what is missing, what would help, and by when, and leave out the rest.",
        )


class Undone(msgspec.Struct, frozen=True, kw_only=True):
    """What came of undoing a batch: ids.

    Attributes:
        left: as they were: taken back before, replaced, or gone.
    """

    revoked: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def suspend(desk: Desk, asked: Asked, credential_id: str, note: str = "", *, told: str = "") -> Credential:
    """Let a credential count for nothing until it is looked into.

    Args:
        note: for the team.
        told: for the holder, on their page and in the mail; nobody else reads it. At most `LONGEST_TOLD` characters.

    Raises:
        StepImpossible: not from where it stands.
        ToldTooLong: too much for the holder.
        CredentialMissing, CredentialGone, KeyReused, Overtaken: nothing was recorded.
    """
    return _taken(desk, asked, credential_id, "suspended", note=note, told=_told(told))


def restore(desk: Desk, asked: Asked, credential_id: str, note: str = "") -> Credential:
    """Let a suspended credential count again; one that was revoked only an appeal restores. Raises as `suspend`."""
    return _taken(desk, asked, credential_id, "restored", note=note)


def cancel(desk: Desk, asked: Asked, credential_id: str, note: str = "", *, told: str = "") -> Credential:
    """Call a credential off before it is collected; takes and raises as `suspend`."""
    return _taken(desk, asked, credential_id, "cancelled", note=note, told=_told(told))


def revoke(
    desk: Desk, asked: Asked, credential_id: str, reason: lifecycle.Reason, note: str = "", *, told: str = ""
) -> Credential:
    """Take a credential back for a reason of one of a few classes; takes and raises as `suspend`."""
    return _taken(desk, asked, credential_id, "revoked", note=note, reason=reason, told=_told(told))


def correct(desk: Desk, asked: Asked, credential_id: str, wanted: Wanted) -> Credential:
    """Put a credential right: another takes its place, at once, or where it is looked at first, once it is issued.

    Args:
        wanted: what is right; `person_id` is that of the one it replaces.

    Returns:
        The new one.

    Raises:
        StepImpossible: what is no longer out cannot be put right.
        CredentialMissing, CredentialGone, AchievementMissing, KeyReused, Overtaken: nothing was recorded.
    """
    return desk.together(asked, lambda: _corrected(desk, asked, desk.at(credential_id), wanted))


def undo_batch(
    desk: Desk, asked: Asked, batch: str, reason: lifecycle.Reason = "issued_in_error", note: str = ""
) -> Undone:
    """Take back a whole batch: what was collected is revoked, what was not is cancelled."""
    rows = desk.ledger.credentials.find(batch=batch, limit=None)
    done = Undone()
    for start in range(0, len(rows), _AT_ONCE):
        done = _undone(desk, asked, [desk.at(row.id) for row in rows[start : start + _AT_ONCE]], reason, note, done)
    return done


def status_list(desk: Desk, list_id: int, purpose: Purpose, now: dt.datetime) -> bytes:
    """A status list as a signed credential, JSON; the same bytes until something in the list changes.

    Raises:
        NotThere: there is no such list.
    """
    found = desk.lists.one(list_id)
    if found is None or purpose not in {"revocation", "suspension"}:
        raise NotThere("status list")
    key = issuer.key(desk, now, found.issuer)
    stamp = (found.changes, key.method)
    held = desk.signed.get((list_id, purpose))
    if held is not None and held[0] == stamp:
        return held[1]
    bits = bits_of(desk.ledger.credentials.raised(list_id, purpose))
    url = f"{desk.address}/status/{list_id}/{purpose}"
    signed = msgspec.json.encode(secure(list_credential(url, key.controller, purpose, bits, now), key, now))
    desk.signed[list_id, purpose] = (stamp, signed)
    return signed


def _taken(desk: Desk, asked: Asked, credential_id: str, taken: lifecycle.Step, **values: Any) -> Credential:
    return desk.recorded(asked, credential_id, lambda state: (step(state, asked, taken, **values),))


def _told(words: str) -> str:
    """What is said to the holder, in one line."""
    said = " ".join(words.split())
    if len(said) > LONGEST_TOLD:
        raise ToldTooLong
    return said


def _corrected(desk: Desk, asked: Asked, old: Credential, wanted: Wanted) -> list[Change]:
    made = step(old, asked, "superseded", other=fresh_ids(desk, 1)[0])
    if old.claim is None:
        raise lifecycle.StepImpossible("superseded", None)
    design = desk.achievements.one(old.claim.achievement_id)
    theirs = msgspec.structs.replace(wanted, person_id=old.person_id)
    fresh = Credential(id=made.other)
    begun = prepared(asked, design, fresh.id, theirs, supersedes=old.id)
    if design.achievement.review:
        return [(fresh, begun)]
    signing, state = signing_of(desk, asked.now), fresh
    for record in begun:
        state = state.after(-1, asked.now, record)
    issued = offered(signing, asked, state, reserve(signing, 1)[0])
    return [(fresh, (*begun, issued)), (old, (made,))]


def _undone(
    desk: Desk, asked: Asked, states: Sequence[Credential], reason: lifecycle.Reason, note: str, done: Undone
) -> Undone:
    made, left = [], list(done.left)
    for state in states:
        steps = lifecycle.possible(state.life, member(asked))
        taken = next((one for one in _UNDOES if one in steps), None)
        if taken is None:
            left.append(state.id)
        else:
            why = reason if taken == "revoked" else None
            made.append((state, (step(state, asked, taken, note=note, reason=why),)))
    came = desk.commit_each(made, asked)
    ended = [one for one in came if not isinstance(one, HumanelyError) and one.life is not None]
    left += [state.id for (state, _), one in zip(made, came, strict=True) if isinstance(one, HumanelyError)]
    return Undone(
        revoked=(*done.revoked, *(one.id for one in ended if one.life and one.life.state == "revoked")),
        cancelled=(*done.cancelled, *(one.id for one in ended if one.life and one.life.state == "cancelled")),
        left=tuple(left),
    )
