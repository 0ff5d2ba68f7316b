"""What anybody may see of a credential by its code, and what our own checks know without asking anybody."""

import datetime as dt
from typing import Any, Literal

import msgspec

from humanely.credential.life import lifecycle
from humanely.credential.life.endorsement import EndorsementState
from humanely.credential.proof.proof_set import listed
from humanely.credential.verify.known import Appeal, Fetched, Known, Needs, Obtained
from humanely.credential.verify.witness import content
from humanely.errors import HumanelyError
from humanely.people.calendar import NeverOpens
from humanely.pipeline.credentials import appeals, issuer
from humanely.pipeline.credentials.desk import CredentialGone, CredentialMissing, Desk
from humanely.pipeline.credentials.statuses import Purpose, status_list
from humanely.store.credential import Credential

Json = dict[str, Any]


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A credential as the public sees it.

    Attributes:
        code: as it was asked for.
        visible: its holder shows it.
        credential: None unless it is visible.
        reason: why it was revoked; None while an appeal is under way, and where it was not.
        appeal_due: by when the appeal is decided.
        answer_by: by when one would be that is filed now; None where there is nothing to contest, or it was contested.
        superseded_by: code of the one that took its place; empty for none.
        endorsements: those that are published, where the credential is visible.
    """

    code: str
    standing: lifecycle.Standing | Literal["gone"]
    visible: bool = False
    credential: Credential | None = None
    reason: lifecycle.Reason | None = None
    under_appeal: bool = False
    appeal_due: dt.datetime | None = None
    answer_by: dt.datetime | None = None
    superseded_by: str = ""
    endorsements: tuple[EndorsementState, ...] = ()


def seen(desk: Desk, code: str, now: dt.datetime) -> Seen:
    """What the public sees by a code; of what was never offered as little as of what never was.

    Raises:
        CredentialMissing: there is nothing to see.
    """
    try:
        found = desk.at(code)
    except CredentialGone:
        return Seen(code=code, standing="gone")
    life = found.life
    if life is None or not life.is_out:
        raise CredentialMissing
    open_ = found.appeal if found.under_appeal else None
    shown = tuple(one for one in found.endorsements.values() if one.is_public)
    return Seen(
        code=code,
        standing=life.standing(now),
        visible=life.shared,
        credential=found if life.shared else None,
        reason=None if open_ else life.reason,
        under_appeal=open_ is not None,
        appeal_due=open_.due if open_ else None,
        answer_by=_answer_by(desk, found, now),
        superseded_by=life.superseded_by if life.shared else "",
        endorsements=shown if life.shared else (),
    )


def seen_at(desk: Desk, url: str, issuer_id: str, now: dt.datetime) -> Seen | None:
    """The same of a credential by what it says of itself, once its signature was found to hold; None if not ours."""
    start = desk.url("")
    if not url.startswith(start) or issuer_id not in {one.method.split("#")[0] for one in issuer.keys(desk)}:
        return None
    try:
        return seen(desk, url.removeprefix(start), now)
    except CredentialMissing:
        return None


def known(desk: Desk, needs: Needs, now: dt.datetime, credential_id: str = "") -> Known:
    """What this server knows itself: its own keys and status lists, and the appeal against one credential.

    Args:
        needs: of the credential that is checked; what is not ours is left out, for others to fetch.
        credential_id: of the credential, as it stands in it: an address of ours.
    """
    ours = {one.method.split("#")[0] for one in issuer.keys(desk)}
    documents = {one: issuer.document(desk, now, one) for one in ours}
    return Known(
        controllers={one: Obtained(msgspec.json.encode(document), now) for one, document in documents.items()},
        status_lists=_lists(desk, needs, now),
        issuers=dict.fromkeys(ours, desk.name),
        appeals=_appeals(desk, credential_id),
        compromised={one.method: one.compromised_since for one in issuer.keys(desk) if one.compromised_since},
        witnessed=_witnessed(desk, needs),
    )


def _answer_by(desk: Desk, found: Credential, now: dt.datetime) -> dt.datetime | None:
    life, before = found.life, found.appeal
    if life is None or life.standing(now) not in {"suspended", "revoked"}:
        return None
    if before is not None and (before.is_open or (before.state == "decided" and before.change == life.changes)):
        return None
    try:
        return appeals.deadline(desk, now)
    except NeverOpens:
        return None


def _lists(desk: Desk, needs: Needs, now: dt.datetime) -> dict[str, Fetched]:
    start, found = f"{desk.address}/status/", dict[str, Fetched]()
    purposes: dict[str, Purpose] = {"revocation": "revocation", "suspension": "suspension"}
    for url in needs.status_lists:
        number, _, purpose = url.removeprefix(start).partition("/")
        if url.startswith(start) and number.isdecimal() and len(number) < 10 and purpose in purposes:
            try:
                found[url] = Obtained(status_list(desk, int(number), purposes[purpose], now), now)
            except HumanelyError:
                continue
    return found


def _appeals(desk: Desk, credential_id: str) -> dict[str, Appeal]:
    start = desk.url("")
    if not credential_id.startswith(start):
        return {}
    try:
        state = desk.at(credential_id.removeprefix(start))
    except HumanelyError:
        return {}
    if not state.under_appeal or state.appeal is None:
        return {}
    return {credential_id: Appeal(under_way=True, until=state.appeal.due)}


def vouched(desk: Desk, credential: Json) -> bool | None:
    """Whether a credential of ours stays good whatever became of the key that signed it, by what the ledger saw when.

    The date in a proof is written by whoever signs, so of a key that somebody else may have it proves nothing. Whoever
    verifies need not ask: `known` brings it.

    Returns:
        None where no key of ours signed it.
    """
    methods = {proof.get("verificationMethod") for proof in listed(credential.get("proof")) if isinstance(proof, dict)}
    signed_by = [one for one in issuer.keys(desk) if one.method in methods]
    at = _saw(desk, str(credential.get("id")), content(credential))
    return all(one.vouches(at) for one in signed_by) if signed_by else None


def _witnessed(desk: Desk, needs: Needs) -> dict[str, dt.datetime]:
    at = _saw(desk, needs.id, needs.content)
    return {needs.content: at} if at is not None else {}


def _saw(desk: Desk, url: str, said: str) -> dt.datetime | None:
    """When the ledger saw exactly these words; None where it never did, or they are gone."""
    start = desk.url("")
    if not said or not url.startswith(start):
        return None
    try:
        state = desk.at(url.removeprefix(start))
    except HumanelyError:
        return None
    if not state.document or content(msgspec.json.decode(state.document)) != said:
        return None
    return next(one.at for one in state.history if one.place == state.signed_place)
