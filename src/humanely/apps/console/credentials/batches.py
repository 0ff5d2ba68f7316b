"""A batch: what came of it, the approval of what waits, and how all of it is undone."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Literal

import msgspec

from humanely.apps.console.credentials.changing import REASONS
from humanely.apps.console.credentials.desk import asked, beside
from humanely.apps.console.credentials.shown import Row, Told, row, told
from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.life.lifecycle import Reason, ReasonMissing
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import designs, issuing, statuses
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.issuing import Batch, Wanted
from humanely.store.credentials import Listed

SHOWN = 100
_CANCELLED, _REVOKED = {"prepared", "awaiting_review", "offered"}, {"collected", "suspended"}


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """How a batch is undone.

    Attributes:
        sure: what will happen was looked at.
    """

    reason: Reason | Literal[""] = ""
    note: str = ""
    sure: bool = False


class BatchPage(Page, frozen=True, kw_only=True):
    """A batch.

    Attributes:
        rows: some of it, the newest first.
        counts: how many stand where, of all.
        revokes, cancels: how many would be, were it undone.
        refused: those that could not be issued, this once: who, and why.
        told: what those read who have collected theirs; None until a reason is chosen.
    """

    template: ClassVar[str] = "credential_batch.html.j2"
    area: ClassVar[str] = "credentials"

    id: str
    of: str
    name: str
    rows: tuple[Row, ...]
    counts: dict[str, int]
    total: int
    revokes: int
    cancels: int
    filled: Filled
    reasons: tuple[str, ...] = REASONS
    told: Told | None = None
    refused: tuple[tuple[str, str], ...] = ()
    fault: Fault | None = None


@page("/credentials/batches/{batch}", permission=Permission.CREDENTIALS_READ)
async def batch(services: Services, visit: Visit, batch: str) -> Page:
    """Show one."""
    return await beside(services, lambda desk: _page(desk, visit, batch))


@action("/credentials/batches/{batch}/approve", permission=Permission.CREDENTIALS_ACT)
async def approve_batch(services: Services, visit: Visit, batch: str) -> Answer | Page | To:
    """Approve all of it that waits; whoever prepared it cannot."""

    def work(desk: Desk) -> Answer | Page | To:
        came = issuing.approve_batch(desk, asked(visit), batch)
        if came.refused and not came.issued:
            error = came.refused[0].error
            shown = msgspec.structs.replace(_page(desk, visit, batch), fault=fault_of(error, visit))
            return Answer(page=shown, status=error.status)
        return To(path=f"/credentials/batches/{batch}", flash="cred-batch-approved")

    return await beside(services, work)


@action("/credentials/batches/{batch}/undo", permission=Permission.CREDENTIALS_ACT)
async def undo_batch(services: Services, visit: Visit, batch: str, form: Filled) -> Answer | Page | To:
    """Take all of it back, once it was shown what those read who have it."""

    def work(desk: Desk) -> Answer | Page | To:
        try:
            if not form.reason:
                raise ReasonMissing
            if not form.sure:
                return _page(desk, visit, batch, form)
            statuses.undo_batch(desk, asked(visit), batch, form.reason, form.note.strip())
        except HumanelyError as error:
            shown = msgspec.structs.replace(_page(desk, visit, batch, form), fault=fault_of(error, visit))
            return Answer(page=shown, status=error.status)
        return To(path=f"/credentials/batches/{batch}", flash="cred-batch-undone")

    return await beside(services, work)


def come_of(desk: Desk, visit: Visit, came: Batch, wanted: Sequence[Wanted]) -> Page | To:
    """Where a batch leads that was just made: to its page; where some were refused, that says who."""
    flash = "cred-batch-waits" if came.waiting else "cred-batch-issued"
    if not came.refused:
        return To(path=f"/credentials/batches/{came.id}", flash=flash)
    refused = tuple((_who(wanted[one.number]), fault_of(one.error, visit).happened) for one in came.refused)
    return _page(desk, visit, came.id, refused=refused)


def _who(one: Wanted) -> str:
    return one.recipient.name or one.recipient.email or one.recipient.did or ""


def _page(
    desk: Desk, visit: Visit, batch: str, filled: Filled | None = None, *, refused: tuple[tuple[str, str], ...] = ()
) -> BatchPage:
    rows = desk.ledger.credentials.find(batch=batch, limit=None) if batch else ()
    if not rows and not refused:
        raise NotThere("batch")
    counts = Counter[str](one.state for one in rows)
    called = {one.achievement.id: one.achievement.name for one in designs.every(desk)}
    filled = filled or Filled()
    of = rows[0].achievement if rows else ""
    return BatchPage(
        id=batch,
        of=of,
        name=called.get(of, of),
        rows=tuple(row(desk, one, called, visit.now) for one in rows[:SHOWN]),
        counts=dict(counts),
        total=len(rows),
        revokes=sum(count for state, count in counts.items() if state in _REVOKED),
        cancels=sum(count for state, count in counts.items() if state in _CANCELLED),
        filled=filled,
        told=_told(desk, rows, filled),
        refused=refused,
    )


def _told(desk: Desk, rows: Sequence[Listed], filled: Filled) -> Told | None:
    """What is read of it, in the words for the first of them."""
    taken = next((one for one in rows if one.state in _REVOKED), None) if filled.reason else None
    if taken is None or not filled.reason:
        return None
    return told(desk, desk.at(taken.id), "revoked", filled.reason)
