"""Appeals against what was done with credentials: read, answered by two people, and counted."""

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote

import msgspec
from litestar import Response
from msgspec import Meta

from humanely.apps.http.member import MemberId, acted, require_member, require_named
from humanely.apps.http.operation import operation
from humanely.apps.http.wire import In, LedgerId, Text
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.services import Services
from humanely.credential.life import appeal
from humanely.people.roles import Permission
from humanely.pipeline import acting
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import appeals, figures
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.figures import Figures
from humanely.store.api_key import Scope
from humanely.store.credential import Credential
from humanely.store.credential_records import AppealRecord, Media
from humanely.store.credentials import Filed

AREA = "Appeals"
_ENDED = 50


class AppealListed(msgspec.Struct, frozen=True, kw_only=True):
    """An appeal of the list.

    Attributes:
        proposer: who proposed a decision; empty while nobody has.
        ended_at: when it was decided or withdrawn; null while it waits.
    """

    credential_id: str
    achievement_id: str
    language: str
    state: appeal.State
    decision: str
    proposer: str
    filed_at: dt.datetime
    due: dt.datetime
    ended_at: dt.datetime | None


class AppealsTold(msgspec.Struct, frozen=True):
    """Those that wait, the first due first, and those that ended last."""

    waiting: tuple[AppealListed, ...]
    ended: tuple[AppealListed, ...]


class SaidTold(msgspec.Struct, frozen=True, kw_only=True):
    """What the person said at one step, as it was typed.

    Attributes:
        wish: what they ask for.
        agent: who wrote it for them; empty where they did.
    """

    at: dt.datetime
    statement: str
    wish: str
    agent: str


class FileTold(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was shown.

    Attributes:
        size: in bytes.
    """

    id: LedgerId
    name: str
    media: Media
    size: int
    sha256: str


class AppealTold(msgspec.Struct, frozen=True, kw_only=True):
    """The newest appeal against what was done with a credential.

    Attributes:
        wanted: what the person was asked to show; empty for nothing.
        decision: proposed, and once it is decided, decided; null before.
        reasons: in words to the person.
        proposer, decider: who; empty while nobody has.
        name: of the human who answers for it.
        overdue: its time passed before it was decided.
    """

    credential_id: str
    state: appeal.State
    filed_at: dt.datetime
    due: dt.datetime
    said: tuple[SaidTold, ...]
    files: tuple[FileTold, ...]
    wanted: str
    decision: appeal.Decision | None
    reasons: str
    proposer: str
    decider: str
    name: str
    overdue: bool
    ended_at: dt.datetime | None


class ArrivingWish(In, frozen=True, kw_only=True):
    """What the person is asked to show, in words that they read.

    Attributes:
        member: id of who asks; empty for the API key itself.
    """

    what: Text
    member: MemberId = ""


class ArrivingProposal(In, frozen=True, kw_only=True):
    """A decision that is proposed.

    Attributes:
        reasons: in words that the person reads.
        member: id of who proposes it; needed.
    """

    decision: appeal.Decision
    reasons: Text
    member: MemberId = ""


class ArrivingDecision(In, frozen=True, kw_only=True):
    """The decision, by a second person.

    Attributes:
        name: of the human who answers for it, as the person reads it.
        member: id of who decides; needed: another than whoever proposed it, and none who issued or changed the
            credential.
    """

    name: Annotated[str, Meta(min_length=1, max_length=120)]
    member: MemberId = ""


class ArrivingReturn(In, frozen=True, kw_only=True):
    """Why a proposal is sent back.

    Attributes:
        member: id of who sends it back; needed: another than whoever proposed it.
    """

    why: Text
    member: MemberId = ""


class SinceWhen(In, frozen=True, kw_only=True):
    """How far back.

    Attributes:
        days: from now.
    """

    days: Annotated[int, Meta(ge=1, le=36_500)] = 365


@operation("GET", "/v1/appeals", title="Which appeals wait", area=AREA, scope=Scope.CREDENTIALS)
async def read_appeals(services: Services) -> AppealsTold:
    """Appeals that wait for a decision, and those that ended last."""

    def read(desk: Desk) -> AppealsTold:
        rows = desk.ledger.credentials
        return AppealsTold(tuple(map(_listed, rows.appeals_open())), tuple(map(_listed, rows.appeals_ended(_ENDED))))

    return await services.written(lambda _, now: read(services.desk))


@operation(
    "GET", "/v1/appeals/figures", title="Figures on appeals", area=AREA, scope=Scope.CREDENTIALS, example={"days": 90}
)
async def read_appeal_figures(services: Services, query: SinceWhen) -> Figures:
    """How many were filed, decided in time and overturned, in all, by achievement and by language; a share with its
    interval of 95 %, and null where there are too few to say.
    """
    return await services.written(
        lambda _, now: figures.figures(services.desk, now - dt.timedelta(days=query.days), now)
    )


@operation("GET", "/v1/appeals/{credential_id}", title="Read an appeal", area=AREA, scope=Scope.CREDENTIALS)
async def read_appeal(services: Services, credential_id: str) -> AppealTold:
    """The newest appeal of a credential: what was said and shown, and how far it is."""
    return await services.written(lambda _, now: _told(services.desk.at(credential_id)))


@operation(
    "GET",
    "/v1/appeals/{credential_id}/files/{file_id}",
    title="Save a file that was shown",
    area=AREA,
    scope=Scope.CREDENTIALS,
    media_type="application/octet-stream",
)
async def read_appeal_file(services: Services, credential_id: str, file_id: str) -> Response[Any]:
    """A file as it came, to be saved: it comes from outside, whatever its name says."""
    place = int(file_id) if file_id.isascii() and file_id.isdigit() and len(file_id) <= 18 else -1
    found = await services.written(lambda _, now: appeals.shown(services.desk, credential_id, place))
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "no-store",
    }
    return Response(found.data, media_type="application/octet-stream", headers=headers)


@operation(
    "POST",
    "/v1/appeals/{credential_id}/ask",
    title="Ask to see something",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"what": "The list of attendance, if you have a copy."},
)
async def want_evidence(
    services: Services, credential_id: str, body: ArrivingWish, asked: Asked
) -> AppealTold | Replayed:
    """Ask the person for something; the time that they take is added to the time the team has."""
    await require_member(services, body.member, Permission.APPEALS_ACT)
    return await _taken(
        services, asked, body.member, lambda desk, who: appeals.want_evidence(desk, who, credential_id, body.what)
    )


@operation(
    "POST",
    "/v1/appeals/{credential_id}/propose",
    title="Propose a decision",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={
        "decision": "overturned",
        "reasons": "Your name is on the list. The mistake was ours.",
        "member": "5f0c3a9d21b7e648",
    },
)
async def propose_decision(
    services: Services, credential_id: str, body: ArrivingProposal, asked: Asked
) -> AppealTold | Replayed:
    """Propose a decision with its reasons; a second person looks at it before anything happens."""
    await require_named(services, body.member, Permission.APPEALS_ACT)
    return await _taken(
        services,
        asked,
        body.member,
        lambda desk, who: appeals.propose(desk, who, credential_id, body.decision, body.reasons),
    )


@operation(
    "POST",
    "/v1/appeals/{credential_id}/decide",
    title="Decide an appeal",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"name": "Joan Clarke, examinations office", "member": "c41e8b07d95a2f36"},
)
async def decide_appeal(
    services: Services, credential_id: str, body: ArrivingDecision, asked: Asked
) -> AppealTold | Replayed:
    """Decide as was proposed; what is overturned is undone with it, and the person is told."""
    await require_named(services, body.member, Permission.APPEALS_ACT)
    return await _taken(
        services, asked, body.member, lambda desk, who: appeals.decide(desk, who, credential_id, body.name)
    )


@operation(
    "POST",
    "/v1/appeals/{credential_id}/return",
    title="Send a proposal back",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"why": "Was the second list looked at, too?", "member": "c41e8b07d95a2f36"},
)
async def return_proposal(
    services: Services, credential_id: str, body: ArrivingReturn, asked: Asked
) -> AppealTold | Replayed:
    """Send a proposal back to whoever looks first, with why."""
    await require_named(services, body.member, Permission.APPEALS_ACT)
    return await _taken(
        services, asked, body.member, lambda desk, who: appeals.send_back(desk, who, credential_id, body.why)
    )


async def _taken(
    services: Services, asked: Asked, member: str, step: Callable[[Desk, acting.Asked], Credential]
) -> AppealTold | Replayed:
    return await acted(services, asked, member, step, lambda held, _: _told(held))


def _told(held: Credential) -> AppealTold:
    if held.appeal is None:
        raise NotThere("appeal")
    steps = [one for one in held.history if one.place >= held.appeal_place and isinstance(one.record, AppealRecord)]
    names = (
        "state",
        "filed_at",
        "due",
        "wanted",
        "decision",
        "reasons",
        "proposer",
        "decider",
        "name",
        "overdue",
        "ended_at",
    )
    return AppealTold(
        credential_id=held.id,
        said=tuple(
            SaidTold(at=one.at, statement=one.record.statement, wish=one.record.wish, agent=one.record.agent)
            for one in steps
            if isinstance(one.record, AppealRecord) and one.record.statement
        ),
        files=tuple(
            FileTold(id=str(place), name=file.name, media=file.media, size=file.size, sha256=file.sha256)
            for place, file in appeals.shown_in(held)
        ),
        **{name: getattr(held.appeal, name) for name in names},
    )


def _listed(one: Filed) -> AppealListed:
    names = ("language", "state", "decision", "filed_at", "due", "ended_at")
    return AppealListed(
        credential_id=one.credential,
        achievement_id=one.achievement,
        proposer=one.agent,
        **{name: getattr(one, name) for name in names},
    )
