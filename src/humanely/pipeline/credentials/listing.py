"""Where a credential stands after some acts: the rows by which lists, clocks and the public find it."""

import datetime as dt
from collections.abc import Sequence

from humanely.pipeline.credentials.notice import moments
from humanely.store.credential import Credential
from humanely.store.credential_records import StreamRecord
from humanely.store.credentials import Endorsed, Filed, Listed, Rows
from humanely.store.handoffs import opened_by


def rows_after(state: Credential, records: Sequence[StreamRecord], now: dt.datetime, first: int = 0) -> Rows:
    """The rows after acts that are about to be recorded.

    Args:
        records: at least one.
        first: how many acts stand in front of them in their unit.
    """
    known = state.newest
    for offset, record in enumerate(records, start=first):
        state = state.after(opened_by(offset), now, record)
    return Rows(known=known, listed=_listed(state), filed=_filed(state), endorsed=tuple(_endorsed(state)))


def _listed(state: Credential) -> Listed:
    life, claim = state.life, state.claim
    if life is None or claim is None:
        raise ValueError(f"credential {state.id} has no beginning")
    mail_at, hand_at = moments(state)
    return Listed(
        id=state.id,
        place=state.first,
        state=life.state,
        achievement=claim.achievement_id,
        version=claim.version,
        batch=claim.batch,
        language=claim.recipient.language or "",
        revoked=life.is_revoked,
        suspended=life.is_suspended,
        list=state.list if life.is_out else None,
        position=state.position if life.is_out else None,
        prepared_at=life.prepared_at,
        offered_at=life.offered_at,
        collected_at=life.collected_at,
        valid_until=life.valid_until,
        mail_at=mail_at,
        hand_at=hand_at,
    )


def _filed(state: Credential) -> Filed | None:
    held, claim = state.appeal, state.claim
    if held is None or claim is None:
        return None
    return Filed(
        place=state.appeal_place,
        credential=state.id,
        achievement=claim.achievement_id,
        language=claim.recipient.language or "",
        state=held.state,
        decision=held.decision or "",
        agent=held.proposer,
        filed_at=held.filed_at,
        due=held.due,
        # While the person is asked for something, no clock of the team runs.
        next_due=held.due if held.state in {"filed", "proposed"} and not held.overdue else None,
        ended_at=held.ended_at,
    )


def _endorsed(state: Credential) -> list[Endorsed]:
    return [
        Endorsed(
            id=name,
            credential=state.id,
            state="reported" if one.is_public and one.waits else one.state,
            asked_at=one.asked_at,
            given_at=one.given_at,
        )
        for name, one in state.endorsements.items()
    ]
