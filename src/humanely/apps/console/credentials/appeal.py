"""One appeal: what was said and shown, what was done that it is against, and the steps that two people take."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import ClassVar, Literal, get_args
from urllib.parse import quote

import msgspec
from litestar import Response

from humanely.apps.console.credentials.desk import asked, at_desk, looked, names
from humanely.apps.console.credentials.one import Event, event
from humanely.apps.console.credentials.shown import TONES, called, language, standing, whose
from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.render import moment
from humanely.apps.console.route import action, number, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.life.appeal import AppealState, Decision
from humanely.credential.wording import say
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import appeals
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential
from humanely.store.credential_records import AppealRecord, CredentialRecord, EvidenceRecord, Shown

DECISIONS: tuple[Decision, ...] = get_args(Decision)
_AGAINST = frozenset({"offered", "suspended", "revoked", "superseded", "cancelled"})


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What the person said at one step, as it was typed."""

    at: dt.datetime
    text: str
    wish: str
    agent: str


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """The forms of an appeal.

    Attributes:
        what: that is asked for.
        decision, reasons: that are proposed.
        name: of who answers for it.
        why: it is sent back.
    """

    what: str = ""
    decision: Decision | Literal[""] = ""
    reasons: str = ""
    name: str = ""
    why: str = ""


class AppealPage(Page, frozen=True, kw_only=True):
    """One appeal.

    Attributes:
        against: the step it is against; None where nothing of it can be read.
        files: that were shown, each with the place it is kept at.
        outcome: what the person reads of the decision, in their language; empty while none is proposed.
        may_decide: the member who looks had no part in it.
        named: name of whoever looks, proposed as the one who answers for it.
    """

    template: ClassVar[str] = "appeal.html.j2"
    area: ClassVar[str] = "credentials"

    id: str
    achievement: str
    who: str
    state: str
    tone: str
    appeal: AppealState
    against: Event | None
    said: tuple[Said, ...]
    files: tuple[tuple[int, Shown], ...]
    steps: tuple[Event, ...]
    outcome: tuple[str, ...]
    locale: str
    proposer: str
    may_decide: bool
    named: str
    filled: Filled
    decisions: tuple[str, ...] = DECISIONS
    fault: Fault | None = None


@page("/credentials/appeals/{credential}", permission=Permission.APPEALS_ACT)
async def appeal(services: Services, visit: Visit, credential: str) -> Page:
    """Show the newest appeal of a credential."""
    return await _page(services, visit, credential)


@page("/credentials/appeals/{credential}/files/{file}", permission=Permission.APPEALS_ACT)
async def appeal_file(services: Services, visit: Visit, credential: str, file: str) -> Response[bytes]:
    """A file that was shown, to be saved: a browser neither opens it here nor guesses what it is."""

    def work(desk: Desk, _: dt.datetime) -> tuple[Credential, EvidenceRecord]:
        return desk.at(credential), appeals.shown(desk, credential, number(file))

    held, found = await at_desk(services, work)
    await looked(services, visit, "read_appeal", held)
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "no-store",
    }
    return Response(found.data, media_type=found.media, headers=headers)


@action("/credentials/appeals/{credential}/ask", permission=Permission.APPEALS_ACT)
async def want_evidence(services: Services, visit: Visit, credential: str, form: Filled) -> Answer | To:
    """Ask the person to show something; the time they take is not theirs to lose."""
    return await _taken(
        services, visit, credential, form, "cred-done-asked",
        lambda desk: appeals.want_evidence(desk, asked(visit), credential, form.what.strip()),
    )  # fmt: skip


@action("/credentials/appeals/{credential}/propose", permission=Permission.APPEALS_ACT)
async def propose(services: Services, visit: Visit, credential: str, form: Filled) -> Answer | To:
    """Propose a decision, which a second person looks at."""
    return await _taken(
        services, visit, credential, form, "cred-done-proposed",
        lambda desk: appeals.propose(desk, asked(visit), credential, form.decision or None, form.reasons.strip()),
    )  # fmt: skip


@action("/credentials/appeals/{credential}/decide", permission=Permission.APPEALS_ACT)
async def decide(services: Services, visit: Visit, credential: str, form: Filled) -> Answer | To:
    """Decide as was proposed."""
    return await _taken(
        services, visit, credential, form, "cred-done-decided",
        lambda desk: appeals.decide(desk, asked(visit), credential, form.name.strip()),
    )  # fmt: skip


@action("/credentials/appeals/{credential}/send-back", permission=Permission.APPEALS_ACT)
async def send_back_appeal(services: Services, visit: Visit, credential: str, form: Filled) -> Answer | To:
    """Send the proposal back to whoever looks first."""
    return await _taken(
        services, visit, credential, form, "cred-done-back",
        lambda desk: appeals.send_back(desk, asked(visit), credential, form.why.strip()),
    )  # fmt: skip


async def _taken(
    services: Services, visit: Visit, credential: str, form: Filled, flash: str, work: Callable[[Desk], object]
) -> Answer | To:
    try:
        await at_desk(services, lambda desk, _: work(desk))
    except HumanelyError as error:
        shown = msgspec.structs.replace(await _page(services, visit, credential, form), fault=fault_of(error, visit))
        return Answer(page=shown, status=error.status)
    return To(path=f"/credentials/appeals/{credential}", flash=flash)


async def _page(services: Services, visit: Visit, credential: str, filled: Filled | None = None) -> AppealPage:
    team = await names(services)

    def work(desk: Desk, now: dt.datetime) -> tuple[Credential, AppealPage]:
        held = desk.at(credential)
        return held, _shown(desk, held, visit, team, now, filled or Filled())

    held, shown = await at_desk(services, work)
    await looked(services, visit, "read_appeal", held)
    return shown


def _shown(
    desk: Desk, held: Credential, visit: Visit, team: Mapping[str, str], now: dt.datetime, filled: Filled
) -> AppealPage:
    if held.appeal is None:
        raise NotThere("appeal")
    state, locale = standing(held, now), language(desk, held)
    steps = [one for one in held.history if isinstance(one.record, AppealRecord) and one.place >= held.appeal_place]
    me = visit.member
    return AppealPage(
        id=held.id,
        achievement=called(desk, held, visit.locale),
        who=whose(held),
        state=state,
        tone=TONES.get(state, "calm"),
        appeal=held.appeal,
        against=_against(held, team),
        said=tuple(
            Said(at=one.at, text=one.record.statement, wish=one.record.wish, agent=one.record.agent)
            for one in steps
            if isinstance(one.record, AppealRecord) and one.record.statement
        ),
        files=appeals.shown_in(held),
        steps=tuple(event(one, team) for one in reversed(steps)),
        outcome=outcome(held, called(desk, held, locale), locale, held.appeal.name or filled.name or me.name),
        locale=locale,
        proposer=team.get(held.appeal.proposer, held.appeal.proposer),
        may_decide=me.id not in {held.appeal.proposer, *held.involved},
        named=me.name,
        filled=filled,
    )


def outcome(held: Credential, achievement: str, locale: str, name: str) -> tuple[str, ...]:
    """What the person reads of a decision, a paragraph each."""
    if held.appeal is None or held.appeal.decision is None:
        return ()
    ended = held.appeal.ended_at
    return (
        say(locale, f"holder-appeal-{held.appeal.decision}", achievement=achievement),
        say(locale, "holder-appeal-reasons", reasons=held.appeal.reasons),
        say(locale, "holder-appeal-name", name=name) + (f" {moment(ended, locale)}" if ended else ""),
    )


def _against(held: Credential, team: Mapping[str, str]) -> Event | None:
    """The last change before the appeal was filed."""
    changes = (
        one
        for one in reversed(held.history)
        if one.place < held.appeal_place and isinstance(one.record, CredentialRecord) and one.record.step in _AGAINST
    )
    found = next(changes, None)
    return event(found, team) if found else None
