"""Issuing to one person: only what the credential needs is asked; and putting right what was issued."""

from collections.abc import Mapping
from typing import ClassVar

import msgspec

from humanely.apps.console.credentials.desk import asked, at_desk
from humanely.apps.console.credentials.shown import Told, called, told, whose
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.recipient_form import RecipientFaulty, wanted
from humanely.apps.serving.services import Services
from humanely.credential.design.achievement import Achievement
from humanely.credential.design.onboarding import Question, questions
from humanely.credential.life import lifecycle
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs, issuing, statuses
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.issuing import Wanted


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """Whom it is for, and what is shown of their work."""

    email: str = ""
    did: str = ""
    name: str = ""
    language: str = ""
    story: str = ""
    project: str = ""
    project_url: str = ""
    mentor_note: str = ""


class Whom(msgspec.Struct, frozen=True):
    """Whose way led here, by address or id; empty for nobody's."""

    whom: str = ""

    @property
    def filled(self) -> Filled:
        """The form as it begins: their address where it is one, their identifier where it is that."""
        if self.whom.startswith("did:"):
            return Filled(did=self.whom)
        return Filled(email=self.whom if "@" in self.whom else "")


class IssuePage(Page, frozen=True, kw_only=True):
    """The form.

    Attributes:
        of: id of the achievement.
        review: a second person looks before it is issued.
        replaces: id of the credential that is put right; empty for a new one.
        who: whose that is.
        told: what its holder reads; None for a new one.
        asks: what the person may be asked, with why and what happens when it is skipped.
        faults: what is wrong, by field.
    """

    template: ClassVar[str] = "credential_issue.html.j2"
    area: ClassVar[str] = "credentials"

    of: str
    name: str
    review: bool
    languages: tuple[str, ...]
    parts: tuple[str, ...]
    asks: tuple[Question, ...]
    filled: Filled
    faults: dict[str, str] = msgspec.field(default_factory=dict)
    replaces: str = ""
    who: str = ""
    told: Told | None = None


@page("/credentials/achievements/{achievement}/issue", permission=Permission.CREDENTIALS_ACT)
async def issue_one(services: Services, visit: Visit, achievement: str, query: Whom) -> Page:
    """Ask whom it is for."""
    found = await at_desk(services, lambda desk, _: designs.one(desk, achievement).achievement)
    return _page(found, query.filled, visit)


@action("/credentials/achievements/{achievement}/issue", permission=Permission.CREDENTIALS_ACT)
async def take_issue(services: Services, visit: Visit, achievement: str, form: Filled) -> Answer | To:
    """Issue it; or have it wait for a second person."""

    def work(desk: Desk, _: object) -> Answer | To:
        found = designs.one(desk, achievement).achievement
        try:
            made = issuing.prepare(desk, asked(visit), achievement, _wanted(form))
        except RecipientFaulty as error:
            return Answer(page=_page(found, form, visit, _said(error, visit)), status=422)
        if found.review:
            return To(path=f"/credentials/{made.id}", flash="cred-waits")
        issuing.issue(desk, asked(visit), made.id)
        return To(path=f"/credentials/{made.id}", flash="cred-issued")

    return await at_desk(services, work)


@page("/credentials/{credential}/correct", permission=Permission.CREDENTIALS_ACT)
async def correct_credential(services: Services, visit: Visit, credential: str) -> Page:
    """Ask what is right, beginning with what it says now."""
    return await at_desk(services, lambda desk, _: _correcting(desk, visit, credential, None, {}))


@action("/credentials/{credential}/correct", permission=Permission.CREDENTIALS_ACT)
async def take_correction(services: Services, visit: Visit, credential: str, form: Filled) -> Answer | To:
    """Issue the right one in its place."""

    def work(desk: Desk, _: object) -> Answer | To:
        try:
            made = statuses.correct(desk, asked(visit), credential, _wanted(form))
        except RecipientFaulty as error:
            return Answer(page=_correcting(desk, visit, credential, form, _said(error, visit)), status=422)
        waits = made.life is not None and not made.life.is_out
        return To(path=f"/credentials/{made.id}", flash="cred-waits" if waits else "cred-corrected")

    return await at_desk(services, work)


def _correcting(desk: Desk, visit: Visit, credential: str, form: Filled | None, faults: Mapping[str, str]) -> IssuePage:
    held = desk.at(credential)
    if held.claim is None:
        raise lifecycle.StepImpossible("superseded", None)
    issuing.step(held, asked(visit), "superseded", other=credential)
    found = designs.one(desk, held.claim.achievement_id).achievement
    before = Wanted(recipient=held.claim.recipient, evidence=held.claim.evidence, story=held.claim.story)
    shown = _page(found, form or _filled(before), visit, faults)
    values = {"name": called(desk, held, visit.locale), "replaces": credential, "who": whose(held)}
    return msgspec.structs.replace(shown, **values, told=told(desk, held, "superseded"))


def _page(found: Achievement, filled: Filled, visit: Visit, faults: Mapping[str, str] | None = None) -> IssuePage:
    return IssuePage(
        of=found.id,
        name=found.said_in(visit.locale).name,
        review=found.review,
        languages=tuple(dict.fromkeys((found.language, *found.versions, filled.language or found.language))),
        parts=found.parts,
        asks=questions(found, (), visit.locale),
        filled=filled,
        faults=dict(faults or {}),
    )


def _wanted(form: Filled) -> Wanted:
    return wanted(msgspec.structs.asdict(form))


def _filled(before: Wanted) -> Filled:
    project = next((one for one in before.evidence if one.kind == "project"), None)
    note = next((one for one in before.evidence if one.kind == "mentor_note"), None)
    said = before.recipient
    return Filled(
        email=said.email or "",
        did=said.did or "",
        name=said.name or "",
        language=said.language or "",
        story=before.story or "",
        project=project.says if project else "",
        project_url=(project.url or "") if project else "",
        mentor_note=note.says if note else "",
    )


def _said(error: RecipientFaulty, visit: Visit) -> dict[str, str]:
    return {one.field: one.says(visit.locale) for one in reversed(error.faults)}
