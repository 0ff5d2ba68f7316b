"""A class, a course, a crew from one table: looked at row by row, then issued, or only the good rows."""

import base64
import binascii
from typing import Any, ClassVar, Literal

import msgspec
from litestar import Response

from humanely.apps.console.credentials.batches import come_of
from humanely.apps.console.credentials.desk import asked, at_desk, beside
from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.upload import Upload
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.design.batch import BatchNotClean, Preview, corrections
from humanely.credential.design.table import MOST_BYTES, TableUnreadable
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs, issuing
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.issuing import Wanted

SHOWN_BAD, SHOWN_GOOD = 100, 20
"""Rows a page shows; all of the bad ones can be had as a file."""
_BODY = 2 * MOST_BYTES


class Bad(msgspec.Struct, frozen=True):
    """A row that cannot be issued: its number, its cells, and each fault with its column."""

    number: int
    cells: str
    faults: tuple[tuple[str, str], ...]


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What came of looking at a table.

    Attributes:
        good, bad: how many rows.
        first: of the good ones, each with its number, name and where it goes.
        columns: what was read, as the table calls it.
    """

    good: int
    bad: int
    first: tuple[tuple[int, str, str], ...]
    faulty: tuple[Bad, ...]
    columns: tuple[str, ...]
    notes: tuple[str, ...]


class ClassPage(Page, frozen=True, kw_only=True):
    """The table, and what would come of it.

    Attributes:
        table: it, in base64, so that it need not be chosen again; empty while there is none.
        seen: None while there is none.
    """

    template: ClassVar[str] = "credential_class.html.j2"
    area: ClassVar[str] = "credentials"

    of: str
    name: str
    review: bool
    table: str = ""
    seen: Seen | None = None
    fault: Fault | None = None


class Brought(msgspec.Struct, frozen=True):
    """A table, and what is to be done with it.

    Attributes:
        do: ``look`` at it; ``all`` of it, or the ``good`` rows, are issued; the ``bad`` ones are wanted as a file.
    """

    do: Literal["look", "all", "good", "bad"] = "look"
    file: tuple[Upload, ...] = ()
    table: str = ""

    @property
    def data(self) -> bytes:
        """The table; empty where there is none."""
        if self.file:
            return self.file[0].data
        try:
            return base64.b64decode(self.table, validate=True)
        except binascii.Error:
            return b""


@page("/credentials/achievements/{achievement}/class", permission=Permission.CREDENTIALS_ACT)
async def issue_class(services: Services, visit: Visit, achievement: str) -> Page:
    """Ask for the table."""
    del visit
    return await at_desk(services, lambda desk, _: _page(desk, achievement))


@action("/credentials/achievements/{achievement}/class", permission=Permission.CREDENTIALS_ACT, most_bytes=_BODY)
async def take_class(
    services: Services, visit: Visit, achievement: str, form: Brought
) -> Page | Answer | To | Response[Any]:
    """Look at the table, give back its bad rows, or issue."""
    return await beside(services, lambda desk: _done(desk, visit, achievement, form))


def _done(desk: Desk, visit: Visit, achievement: str, form: Brought) -> Page | Answer | To | Response[Any]:
    data = form.data
    shown = _page(desk, achievement)
    try:
        seen = issuing.preview(desk, achievement, data)
    except TableUnreadable as error:
        fault = Fault(fault_of(error, visit).happened, error.says(visit.locale), visit.locale)
        return Answer(page=msgspec.structs.replace(shown, fault=fault), status=422)
    if form.do == "bad":
        headers = {"content-disposition": f'attachment; filename="{achievement}-to-mend.csv"'}
        return Response(corrections(seen, visit.locale), media_type="text/csv; charset=utf-8", headers=headers)
    table = base64.b64encode(data).decode()
    looked = msgspec.structs.replace(shown, table=table, seen=_seen(seen, visit.locale))
    if form.do == "look":
        return looked
    try:
        rows = seen.issuable(good_ones=form.do == "good")
    except BatchNotClean as error:
        return Answer(page=msgspec.structs.replace(looked, fault=fault_of(error, visit)), status=409)
    wanted = [Wanted(recipient=row.recipient, evidence=row.evidence) for row in rows]
    return come_of(desk, visit, issuing.issue_batch(desk, asked(visit), achievement, wanted), wanted)


def _page(desk: Desk, achievement: str) -> ClassPage:
    found = designs.one(desk, achievement).achievement
    return ClassPage(of=achievement, name=found.name, review=found.review)


def _seen(seen: Preview, locale: str) -> Seen:
    return Seen(
        good=len(seen.rows),
        bad=len(seen.bad),
        first=tuple(
            (row.number, row.recipient.name or "", row.recipient.email or row.recipient.did or "")
            for row in seen.rows[:SHOWN_GOOD]
        ),
        faulty=tuple(
            Bad(
                row.number,
                " · ".join(cell for cell in row.cells if cell.strip()),
                tuple((seen.columns.get(fault.field, ""), fault.says(locale)) for fault in row.faults),
            )
            for row in seen.bad[:SHOWN_BAD]
        ),
        columns=tuple(seen.columns.values()),
        notes=seen.notes(locale),
    )
