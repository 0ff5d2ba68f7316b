"""One credential: what it says, where it stands, what was done with it, and what can be done now."""

import asyncio
import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

import msgspec
from litestar import Response

from humanely.apps.console.credentials.desk import asked, at_desk, looked, names
from humanely.apps.console.credentials.shown import TONES, called, standing, whose
from humanely.apps.console.credentials.telling import words_for
from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.life import lifecycle
from humanely.credential.life.party import staff
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline.credentials import carried, holder, issuer, issuing, stapling
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.notice import waiting, why
from humanely.store.credential import Credential, Happened
from humanely.store.credential_records import AppealRecord, Claim, CredentialRecord, EndorsementRecord

CHANGES: tuple[lifecycle.Step, ...] = ("suspended", "restored", "revoked", "cancelled")
"""Steps that are shown before they are taken."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A step of its history.

    Attributes:
        what: ``credential``, ``appeal`` or ``endorsement``.
        who: name of the member; empty where it was none.
        reason: of a revocation; empty for any other step.
        note: for the team.
        told: to the holder, beside the reason.
    """

    place: int
    at: dt.datetime
    what: str
    step: str
    who: str
    party: str
    reason: str = ""
    note: str = ""
    told: str = ""


class CredentialPage(Page, frozen=True, kw_only=True):
    """One credential.

    Attributes:
        may: steps that this member may take now.
        second: it waits for a second person, and this member prepared it.
        public: path of its public page; empty until it was offered.
        untold: what the holder was not told yet: a key of the words for it, and why.
        link: the holder's, this once; empty at any other time.
        endorsements: how many stand where.
        other: id of the credential that it takes the place of, or that takes its place; empty for none.
    """

    template: ClassVar[str] = "credential.html.j2"
    area: ClassVar[str] = "credentials"

    id: str
    achievement: str
    achievement_id: str
    who: str
    state: str
    tone: str
    claim: Claim
    life: lifecycle.CredentialState
    events: tuple[Event, ...]
    may: tuple[str, ...]
    second: bool
    under_appeal: bool
    appeal_due: dt.datetime | None
    endorsements: dict[str, int]
    other: str
    public: str
    untold: tuple[tuple[str, str], ...]
    changes: tuple[str, ...] = CHANGES
    link: str = ""
    why: str = ""
    fault: Fault | None = None


class Why(msgspec.Struct, frozen=True):
    """Why something is sent back."""

    why: str = ""


@page("/credentials/{credential}", permission=Permission.CREDENTIALS_READ)
async def credential(services: Services, visit: Visit, credential: str) -> Page:
    """Show one."""
    return await _page(services, visit, credential)


@action("/credentials/{credential}/issue", permission=Permission.CREDENTIALS_ACT)
async def offer(services: Services, visit: Visit, credential: str) -> Answer | To:
    """Sign it and offer it; where a second person has to look, this is their yes."""
    try:
        await at_desk(services, lambda desk, _: issuing.issue(desk, asked(visit), credential))
    except HumanelyError as error:
        return await _refused(services, visit, credential, error)
    return To(path=f"/credentials/{credential}", flash="cred-issued")


@action("/credentials/{credential}/submit", permission=Permission.CREDENTIALS_ACT)
async def submit(services: Services, visit: Visit, credential: str) -> Answer | To:
    """Send it for review again."""
    try:
        await at_desk(services, lambda desk, _: issuing.submit(desk, asked(visit), credential))
    except HumanelyError as error:
        return await _refused(services, visit, credential, error)
    return To(path=f"/credentials/{credential}", flash="cred-submitted")


@action("/credentials/{credential}/send-back", permission=Permission.CREDENTIALS_ACT)
async def send_back(services: Services, visit: Visit, credential: str, form: Why) -> Answer | To:
    """Send it back to whoever prepared it, with why."""
    try:
        await at_desk(services, lambda desk, _: issuing.send_back(desk, asked(visit), credential, form.why.strip()))
    except HumanelyError as error:
        return await _refused(services, visit, credential, error, form.why)
    return To(path=f"/credentials/{credential}", flash="cred-sent-back")


@action("/credentials/{credential}/link", permission=Permission.CREDENTIALS_ACT)
async def link(services: Services, visit: Visit, credential: str) -> Page:
    """Make a link for the holder; it stands on the page that answers, and nowhere else."""
    ticket, address = await at_desk(services, lambda desk, now: (holder.link(desk, credential, now), _public(desk)))
    shown = await _page(services, visit, credential)
    return msgspec.structs.replace(shown, link=f"{address or visit.origin + visit.root}/mine/{ticket}")


@action("/credentials/{credential}/void-links", permission=Permission.CREDENTIALS_ACT)
async def void_links(services: Services, visit: Visit, credential: str) -> To:
    """Let every link that the holder was given lead nowhere, as they asked for."""
    await at_desk(services, lambda desk, _: holder.void_links_of(desk, asked(visit), credential))
    return To(path=f"/credentials/{credential}", flash="cred-links-void")


@action("/credentials/{credential}/package", permission=Permission.CREDENTIALS_ACT)
async def package(services: Services, visit: Visit, credential: str) -> Response[bytes]:
    """All that is needed to check it when this server is gone, as a file."""
    witness = stapling.Witness(checkpoint=services.checkpoint, verifier=services.verifier)
    one = await at_desk(services, lambda desk, _: carried.printable(desk, desk.at(credential)))
    picture = (await asyncio.to_thread(carried.as_png, one)).content
    printed = (await asyncio.to_thread(carried.as_pdf, one)).content if one.recipient else None
    layers = stapling.Layers(locale=visit.locale, picture=picture, certificate=printed)
    made = await at_desk(services, lambda desk, now: stapling.package(desk, credential, now, witness, layers))
    headers = {"content-disposition": f'attachment; filename="{credential}.zip"'}
    return Response(made, media_type="application/zip", headers=headers)


def _public(desk: Desk) -> str:
    """The address under which holders see this server; empty where none but this machine's own is set."""
    return desk.address if issuer.did_web(desk.address) else ""


async def _refused(services: Services, visit: Visit, credential: str, error: HumanelyError, why: str = "") -> Answer:
    shown = await _page(services, visit, credential)
    return Answer(page=msgspec.structs.replace(shown, fault=fault_of(error, visit), why=why), status=error.status)


async def _page(services: Services, visit: Visit, credential: str) -> CredentialPage:
    team = await names(services)

    def work(desk: Desk, now: dt.datetime) -> tuple[Credential, CredentialPage]:
        held = desk.at(credential)
        return held, _shown(desk, held, visit, team, now)

    held, shown = await at_desk(services, work)
    await looked(services, visit, "read_credential", held)
    return shown


def _shown(desk: Desk, held: Credential, visit: Visit, team: Mapping[str, str], now: dt.datetime) -> CredentialPage:
    life, claim = held.life, held.claim
    assert life is not None  # noqa: S101 - `Desk.at` gives none without
    assert claim is not None  # noqa: S101 - it begins with one
    me = staff(visit.member.id)
    state = standing(held, now)
    said = [one.state for one in held.endorsements.values()]
    return CredentialPage(
        id=held.id,
        achievement=called(desk, held, visit.locale),
        achievement_id=claim.achievement_id,
        who=whose(held),
        state=state,
        tone=TONES.get(state, "calm"),
        claim=claim,
        life=life,
        events=tuple(event(one, team) for one in reversed(held.history)),
        may=lifecycle.possible(life, me) if visit.may(Permission.CREDENTIALS_ACT) else (),
        second=life.state == "awaiting_review" and life.preparer == me.id,
        under_appeal=held.under_appeal,
        appeal_due=held.appeal.due if held.under_appeal and held.appeal else None,
        endorsements={one: said.count(one) for one in dict.fromkeys(said)},
        other=life.superseded_by or life.supersedes,
        public=f"/c/{held.id}" if life.is_out else "",
        untold=tuple((words_for(one.kind), why(held, one)) for one in waiting(held) if one.at <= now),
    )


def event(one: Happened, team: Mapping[str, str]) -> Event:
    """A step as a page tells of it.

    Args:
        team: names of its members, by id.
    """
    kinds = {CredentialRecord: "credential", AppealRecord: "appeal", EndorsementRecord: "endorsement"}
    by = one.record.by
    return Event(
        place=one.place,
        at=one.at,
        what=kinds[type(one.record)],
        step=one.record.step,
        who=team.get(by.id, by.id),
        party=by.kind,
        reason=getattr(one.record, "reason", None) or "",
        note=getattr(one.record, "note", ""),
        told=getattr(one.record, "told", ""),
    )
