"""What others say of credentials and a moderator looks at first: held by the triage, or reported by a reader."""

import datetime as dt
from typing import ClassVar, Literal

import msgspec

from humanely.apps.console.credentials.desk import asked, at_desk
from humanely.apps.console.credentials.shown import called, whose
from humanely.apps.console.page import Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline.credentials import endorsing
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credentials import Endorsed

_REPORTED = frozenset({"reported", "reported-again"})


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One that waits.

    Attributes:
        who: the holder.
        name, text: of whoever endorses, as it would be shown.
        doubts: why it waits; ``reported-again`` where it is still shown, as a moderator cleared it before.
    """

    id: str
    credential: str
    achievement: str
    who: str
    relation: str
    name: str
    text: str
    doubts: tuple[str, ...]
    given_at: dt.datetime | None


class EndorsementsPage(Page, frozen=True, kw_only=True):
    """Those that wait, the longest waiting first; what readers reported stands apart."""

    template: ClassVar[str] = "endorsements.html.j2"
    area: ClassVar[str] = "credentials"

    held: tuple[Held, ...]
    reported: tuple[Held, ...]


class Judged(msgspec.Struct, frozen=True):
    """What becomes of one."""

    do: Literal["clear", "remove"]
    note: str = ""


@page("/credentials/endorsements", permission=Permission.ENDORSEMENTS_ACT)
async def endorsements(services: Services, visit: Visit) -> Page:
    """Show those that wait."""

    def work(desk: Desk, _: object) -> EndorsementsPage:
        rows = desk.ledger.credentials.endorsements_held()
        found = [one for one in (_held(desk, row, visit.locale) for row in rows) if one is not None]
        return EndorsementsPage(
            held=tuple(one for one in found if not _REPORTED & {*one.doubts}),
            reported=tuple(one for one in found if _REPORTED & {*one.doubts}),
        )

    return await at_desk(services, work)


@action("/credentials/endorsements/{credential}/{endorsement}", permission=Permission.ENDORSEMENTS_ACT)
async def judge_endorsement(services: Services, visit: Visit, credential: str, endorsement: str, form: Judged) -> To:
    """Let it pass to its holder, or remove it for good."""

    def work(desk: Desk, _: object) -> None:
        if form.do == "clear":
            endorsing.clear(desk, asked(visit), credential, endorsement)
        else:
            endorsing.remove(desk, asked(visit), credential, endorsement, form.note.strip())

    await at_desk(services, work)
    return To(path="/credentials/endorsements", flash=f"cred-endorsement-{form.do}")


def _held(desk: Desk, listed: Endorsed, locale: str) -> Held | None:
    try:
        credential = desk.at(listed.credential)
    except HumanelyError:
        return None
    found = credential.endorsements.get(listed.id)
    if found is None:
        return None
    return Held(
        id=listed.id,
        credential=credential.id,
        achievement=called(desk, credential, locale),
        who=whose(credential),
        relation=found.relation,
        name=found.name,
        text=found.text,
        doubts=("reported-again",) if found.is_public else found.doubts,
        given_at=found.given_at,
    )
