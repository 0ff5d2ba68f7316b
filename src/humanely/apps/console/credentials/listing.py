"""Every credential there is, the newest first: by state, by achievement, or found by its code."""

from typing import ClassVar, Literal, get_args

import msgspec

from humanely.apps.console.credentials.desk import beside
from humanely.apps.console.credentials.shown import Row, row
from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.carrier.qr import ShortCodeSlip, normalised
from humanely.credential.life.lifecycle import State
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs
from humanely.pipeline.credentials.desk import Desk

AT_ONCE = 40
MOST = 1_000_000

STATES: tuple[State, ...] = get_args(State)


class Looked(msgspec.Struct, frozen=True):
    """What is asked for.

    Attributes:
        state: empty for any.
        achievement: its id; empty for any.
        code: of one credential, as somebody typed it.
        after: how many are skipped, of the newest.
    """

    state: State | Literal[""] = ""
    achievement: str = ""
    code: str = ""
    after: int = 0


class CredentialsPage(Page, frozen=True, kw_only=True):
    """Some credentials.

    Attributes:
        counts: how many stand where, of all.
        achievements: id and name of each, to choose from.
        more: how many are skipped for the next page; 0 where there is none.
        fault: what was wrong with a code; None where nothing was.
    """

    template: ClassVar[str] = "credentials.html.j2"
    area: ClassVar[str] = "credentials"

    looked: Looked
    rows: tuple[Row, ...]
    counts: dict[str, int]
    achievements: tuple[tuple[str, str], ...]
    states: tuple[str, ...] = STATES
    more: int = 0
    fault: Fault | None = None


@page("/credentials", permission=Permission.CREDENTIALS_READ)
async def credentials(services: Services, visit: Visit, query: Looked) -> Page | Answer | To:
    """Show some; one that is named is opened at once."""
    if not query.code.strip():
        return await beside(services, lambda desk: _page(desk, visit, query))
    try:
        return To(path=f"/credentials/{normalised(query.code)}")
    except ShortCodeSlip as slip:
        fault = fault_of(slip, visit)
        shown = await beside(services, lambda desk: _page(desk, visit, query))
        return Answer(page=msgspec.structs.replace(shown, fault=fault), status=422)


def _page(desk: Desk, visit: Visit, looked: Looked) -> CredentialsPage:
    rows, after = desk.ledger.credentials, min(max(looked.after, 0), MOST)
    called = {one.achievement.id: one.achievement.name for one in designs.every(desk)}
    found = rows.find(state=looked.state or None, achievement=looked.achievement, limit=AT_ONCE + 1, offset=after)
    counts = rows.counts()
    return CredentialsPage(
        looked=looked,
        rows=tuple(row(desk, one, called, visit.now) for one in found[:AT_ONCE]),
        counts={state: counts.get(state, 0) for state in STATES},
        achievements=tuple(sorted(called.items(), key=lambda one: one[1])),
        more=after + AT_ONCE if len(found) > AT_ONCE else 0,
    )
