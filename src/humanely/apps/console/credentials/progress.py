"""A learner on their way to an achievement: the steps, each noted as done, passed over or open again."""

from typing import ClassVar, Literal
from urllib.parse import quote

import msgspec

from humanely.apps.console.credentials.desk import at_desk
from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.design.achievement import Achievement
from humanely.credential.design.progress import Progress, Told, duration, told
from humanely.credential.design.recipient import spelled
from humanely.credential.life.party import staff
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs, progress
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential_records import ProgressRecord


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One step.

    Attributes:
        stands: ``done``, ``skipped`` or ``open``.
        takes: how long, in words.
    """

    id: str
    name: str
    says: str
    takes: str
    optional: bool
    stands: str


class ProgressPage(Page, frozen=True, kw_only=True):
    """Where a learner stands.

    Attributes:
        person: their id or address; empty until somebody is named.
        told: where they stand, in words; None until somebody is named.
    """

    template: ClassVar[str] = "credential_progress.html.j2"
    area: ClassVar[str] = "credentials"

    of: str
    name: str
    person: str = ""
    path: str = ""
    lines: tuple[Line, ...] = ()
    told: Told | None = None
    complete: bool = False
    fault: Fault | None = None


class Named(msgspec.Struct, frozen=True):
    """Who is looked for."""

    person: str = ""


class Noted(msgspec.Struct, frozen=True):
    """A step, and what became of it."""

    step: str
    do: Literal["done", "open", "skipped"]
    note: str = ""


@page("/credentials/achievements/{achievement}/progress", permission=Permission.CREDENTIALS_READ)
async def learners(services: Services, visit: Visit, achievement: str) -> Page:
    """Ask whom."""
    del visit
    found = await at_desk(services, lambda desk, _: designs.one(desk, achievement).achievement)
    return ProgressPage(of=achievement, name=found.name)


@action("/credentials/achievements/{achievement}/progress", permission=Permission.CREDENTIALS_READ)
async def find_learner(services: Services, visit: Visit, achievement: str, form: Named) -> To:
    """Go to one."""
    del services, visit
    named = form.person.strip()
    whom = spelled(named) if "@" in named else named
    return To(path=path_of(achievement, whom) if whom else f"/credentials/achievements/{achievement}/progress")


@page("/credentials/achievements/{achievement}/progress/{person}", permission=Permission.CREDENTIALS_READ)
async def learner(services: Services, visit: Visit, achievement: str, person: str) -> Page:
    """Show where they stand."""
    return await at_desk(services, lambda desk, _: _page(desk, visit, achievement, person))


@action("/credentials/achievements/{achievement}/progress/{person}", permission=Permission.CREDENTIALS_ACT)
async def note_step(services: Services, visit: Visit, achievement: str, person: str, form: Noted) -> Answer | To:
    """Note a step."""
    record = ProgressRecord(
        person_id=person,
        achievement_id=achievement,
        step=form.step,
        by=staff(visit.member.id),
        done=form.do != "open",
        skipped=form.do == "skipped",
        note=form.note.strip(),
    )

    def work(desk: Desk, _: object) -> Answer | To:
        try:
            progress.note(desk, record, visit.now)
        except HumanelyError as error:
            shown = _page(desk, visit, achievement, person)
            return Answer(page=msgspec.structs.replace(shown, fault=fault_of(error, visit)), status=error.status)
        return To(path=path_of(achievement, person), flash="cred-step-noted")

    return await at_desk(services, work)


def path_of(achievement: str, person: str) -> str:
    """Where a learner's page is.

    >>> path_of("first-aid", "ada@example.org")
    '/credentials/achievements/first-aid/progress/ada%40example.org'
    """
    return f"/credentials/achievements/{quote(achievement, safe='')}/progress/{quote(person, safe='')}"


def _page(desk: Desk, visit: Visit, achievement: str, person: str) -> ProgressPage:
    found = designs.one(desk, achievement).achievement
    stand = progress.stands(desk, person, achievement, visit.now)
    return ProgressPage(
        of=achievement,
        name=found.name,
        person=person,
        path=path_of(achievement, person),
        lines=tuple(_lines(found, stand, visit.locale)),
        told=told(stand, visit.locale),
        complete=bool(found.steps) and not any(not step.optional for step in stand.open),
    )


def _lines(found: Achievement, stand: Progress, locale: str) -> list[Line]:
    done, skipped = {step.id for step in stand.done}, {step.id for step in stand.skipped}
    return [
        Line(
            id=step.id,
            name=step.name,
            says=step.says,
            takes=duration(step.minutes, locale),
            optional=step.optional,
            stands="done" if step.id in done else "skipped" if step.id in skipped else "open",
        )
        for step in found.steps
    ]
