"""Credentials: issued, read, paused, taken back, put right; and the link by which a holder reaches theirs."""

import datetime as dt
from collections.abc import Callable
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.http.achievements import AREA
from humanely.apps.http.credential_told import CredentialsTold, CredentialTold, listed, told
from humanely.apps.http.member import MemberId, MemberNeeded, acted, by, require_member, require_named
from humanely.apps.http.operation import operation
from humanely.apps.http.wire import Id, In, Note
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.recipient_form import wanted
from humanely.apps.serving.services import Services
from humanely.credential.life import lifecycle
from humanely.people.roles import Permission
from humanely.pipeline import acting
from humanely.pipeline.credentials import holder, issuing, statuses
from humanely.pipeline.credentials.desk import Desk
from humanely.store.api_key import Scope
from humanely.store.credential import Credential

Words = Annotated[str, Meta(max_length=4_000)]


class Whom(In, frozen=True, kw_only=True):
    """Whom a credential is for: an e-mail address or a DID is needed, the rest may be left out.

    Attributes:
        email: not written into the credential, only its salted hash.
        did: a decentralised identifier.
        name: as it shall stand in the credential.
        language: in which the credential speaks, a BCP 47 tag.
        story: what connects the evidence.
        project, project_url: something that was made, in a sentence, and its https address.
        mentor_note: what somebody says who saw it.
    """

    email: Words = ""
    did: Words = ""
    name: Words = ""
    language: Words = ""
    story: Words = ""
    project: Words = ""
    project_url: Words = ""
    mentor_note: Words = ""


class ArrivingCredential(In, frozen=True, kw_only=True):
    """A credential to issue.

    Attributes:
        member: id of who issues; where a second person has to look it is needed, and says who prepared it.
    """

    achievement_id: Id
    recipient: Whom
    member: MemberId = ""


class CorrectedCredential(In, frozen=True, kw_only=True):
    """What is right, in whole.

    Attributes:
        member: id of who puts it right; needed where a second person has to look.
    """

    recipient: Whom
    member: MemberId = ""


class ArrivingChange(In, frozen=True, kw_only=True):
    """A change of where a credential stands.

    Attributes:
        note: for the team; the holder reads it in the export of their data only.
        member: id of who does it; needed to approve, and else empty for the API key itself.
    """

    note: Note = ""
    member: MemberId = ""


class ArrivingEnd(ArrivingChange, frozen=True, kw_only=True):
    """A change after which a credential counts for nothing.

    Attributes:
        told: to the holder, who reads it on their page and in the mail; nobody else does. What is missing, what would
            help, and by when it is looked at.
    """

    told: Annotated[str, Meta(max_length=statuses.LONGEST_TOLD)] = ""


class ArrivingRevocation(ArrivingEnd, frozen=True, kw_only=True):
    """Taking a credential back.

    Attributes:
        reason: one of a few classes, for each of which what the holder reads is written beforehand.
    """

    reason: lifecycle.Reason


class WhichCredentials(In, frozen=True, kw_only=True):
    """Which are asked for.

    Attributes:
        state: of one state; all but those of erased people where it is left out.
        after: how many of the newest to pass over.
    """

    state: lifecycle.State | None = None
    achievement_id: Annotated[str, Meta(max_length=200)] = ""
    batch: Annotated[str, Meta(max_length=64)] = ""
    limit: Annotated[int, Meta(ge=1, le=500)] = 100
    after: Annotated[int, Meta(ge=0, le=10**9)] = 0


class LinkWanted(In, frozen=True, kw_only=True):
    """A link for the holder.

    Attributes:
        days: for which it is good.
    """

    days: Annotated[int, Meta(ge=1, le=365)] = 365


class LinkMade(msgspec.Struct, frozen=True):
    """The holder's link: whoever has it acts as they do, so it goes to them alone.

    Attributes:
        path: below the root of this server.
    """

    url: str
    path: str


@operation(
    "GET",
    "/v1/credentials",
    title="List credentials",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"state": "offered"},
)
async def read_credentials(services: Services, query: WhichCredentials) -> CredentialsTold:
    """Credentials by state, achievement or batch, without names."""

    def read(desk: Desk) -> CredentialsTold:
        rows = desk.ledger.credentials
        found = rows.find(
            state=query.state,
            achievement=query.achievement_id,
            batch=query.batch,
            limit=query.limit,
            offset=query.after,
        )
        return CredentialsTold(tuple(map(listed, found)), dict(rows.counts()))

    return await services.written(lambda _, now: read(services.desk))


@operation(
    "POST",
    "/v1/credentials",
    title="Issue a credential",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"achievement_id": "first-aid", "recipient": {"email": "ada@example.org", "name": "Ada"}},
)
async def issue_credential(services: Services, body: ArrivingCredential, asked: Asked) -> CredentialTold | Replayed:
    """It is signed and offered at once; where the achievement asks for a second person it waits in `awaiting_review`
    until another `member` approves it.
    """
    await require_member(services, body.member, Permission.CREDENTIALS_ACT)
    whom = wanted(msgspec.structs.asdict(body.recipient))

    def issue(desk: Desk, now: dt.datetime) -> CredentialTold | Replayed:
        _require_preparer(desk, body.achievement_id, body.member)
        who = by(asked, now, body.member)
        repeated = desk.earlier(who) is not None
        made = issuing.prepare(desk, who, body.achievement_id, whom)
        if made.life is not None and made.life.state == "prepared" and not made.life.review:
            made = issuing.issue(desk, msgspec.structs.replace(who, repeat_key=""), made.id)
        answer = told(desk, made, now)
        return Replayed(answer) if repeated else answer

    return await services.written(lambda _, now: issue(services.desk, now))


@operation("GET", "/v1/credentials/{credential_id}", title="Read a credential", area=AREA, scope=Scope.CREDENTIALS)
async def read_credential(services: Services, credential_id: str) -> CredentialTold:
    """One credential as it stands, with what was signed."""
    return await services.written(lambda _, now: told(services.desk, services.desk.at(credential_id), now))


@operation(
    "POST",
    "/v1/credentials/{credential_id}/approve",
    title="Approve a credential",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"member": "5f0c3a9d21b7e648"},
)
async def approve_credential(
    services: Services, credential_id: str, body: ArrivingChange, asked: Asked
) -> CredentialTold | Replayed:
    """The second pair of eyes, those of a member who may issue: it is signed and offered. Whoever prepared it cannot
    approve it.
    """
    await require_named(services, body.member, Permission.CREDENTIALS_ACT)
    return await _changed(services, asked, body, lambda desk, who: issuing.issue(desk, who, credential_id))


@operation(
    "POST",
    "/v1/credentials/{credential_id}/suspend",
    title="Pause a credential",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"note": "The list of attendance is looked into.", "told": "Day two has no signature. Have you a copy?"},
)
async def suspend_credential(
    services: Services, credential_id: str, body: ArrivingEnd, asked: Asked
) -> CredentialTold | Replayed:
    """It counts for nothing until it is restored; the holder is told, and may appeal."""
    return await _changed(
        services,
        asked,
        body,
        lambda desk, who: statuses.suspend(desk, who, credential_id, body.note, told=body.told),
    )


@operation(
    "POST",
    "/v1/credentials/{credential_id}/restore",
    title="Restore a credential",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={},
)
async def restore_credential(
    services: Services, credential_id: str, body: ArrivingChange, asked: Asked
) -> CredentialTold | Replayed:
    """One that was paused counts again; one that was revoked is restored by an appeal only."""
    return await _changed(
        services, asked, body, lambda desk, who: statuses.restore(desk, who, credential_id, body.note)
    )


@operation(
    "POST",
    "/v1/credentials/{credential_id}/revoke",
    title="Revoke a credential",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"reason": "issued_in_error", "note": "Another Ada was meant."},
)
async def revoke_credential(
    services: Services, credential_id: str, body: ArrivingRevocation, asked: Asked
) -> CredentialTold | Replayed:
    """It is taken back for a reason of one of a few classes; the holder reads which, and may appeal."""
    return await _changed(
        services,
        asked,
        body,
        lambda desk, who: statuses.revoke(desk, who, credential_id, body.reason, body.note, told=body.told),
    )


@operation(
    "POST",
    "/v1/credentials/{credential_id}/cancel",
    title="Cancel a credential",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={},
)
async def cancel_credential(
    services: Services, credential_id: str, body: ArrivingEnd, asked: Asked
) -> CredentialTold | Replayed:
    """It is called off before it is collected."""
    return await _changed(
        services,
        asked,
        body,
        lambda desk, who: statuses.cancel(desk, who, credential_id, body.note, told=body.told),
    )


@operation(
    "POST",
    "/v1/credentials/{credential_id}/correct",
    title="Correct a credential",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"recipient": {"email": "ada@example.org", "name": "Ada Lovelace"}},
)
async def correct_credential(
    services: Services, credential_id: str, body: CorrectedCredential, asked: Asked
) -> CredentialTold | Replayed:
    """Another credential takes its place, and each names the other. What comes back is the new one."""
    whom = wanted(msgspec.structs.asdict(body.recipient))

    def correct(desk: Desk, who: acting.Asked) -> Credential:
        held = desk.at(credential_id)
        if held.claim is not None:
            _require_preparer(desk, held.claim.achievement_id, body.member)
        return statuses.correct(desk, who, credential_id, whom)

    return await _changed(services, asked, body, correct)


@operation(
    "POST",
    "/v1/credentials/{credential_id}/link",
    title="Make a holder's link",
    area=AREA,
    scope=Scope.CREDENTIALS,
    example={"days": 30},
)
async def make_holders_link(services: Services, credential_id: str, body: LinkWanted) -> LinkMade:
    """By it the holder collects, shows and appeals. It is shown here and nowhere else."""

    def made(desk: Desk, now: dt.datetime) -> LinkMade:
        path = f"/mine/{holder.link(desk, credential_id, now, body.days)}"
        return LinkMade(f"{desk.address}{path}", path)

    return await services.written(lambda _, now: made(services.desk, now))


async def _changed(
    services: Services,
    asked: Asked,
    body: ArrivingChange | CorrectedCredential,
    change: Callable[[Desk, acting.Asked], Credential],
) -> CredentialTold | Replayed:
    await require_member(services, body.member, Permission.CREDENTIALS_ACT)
    return await acted(services, asked, body.member, change, lambda held, now: told(services.desk, held, now))


def _require_preparer(desk: Desk, achievement_id: str, member: str) -> None:
    """Refuse to prepare for nobody what another has to approve: they could be one and the same."""
    if not member and desk.achievements.one(achievement_id).achievement.review:
        raise MemberNeeded(Permission.CREDENTIALS_ACT)
