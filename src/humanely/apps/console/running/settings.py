"""The operator's files: each with what it is for, edited as text, taken up at once where that is safe."""

import asyncio
import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.problem import Unknown
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.operator_files import NAMES, InEffect, shipped, waits_for_start
from humanely.apps.serving.services import Services
from humanely.apps.settings import Settings
from humanely.errors import HumanelyError
from humanely.people.helplines import Directory
from humanely.people.roles import Permission
from humanely.pipeline.companion import Companion
from humanely.store.team.deeds import digest


class FileRow(msgspec.Struct, frozen=True):
    """One file.

    Attributes:
        key: of the words that say what it is for.
        there: the operator has one; otherwise what comes with Humanely holds.
    """

    name: str
    key: str
    there: bool


class SettingsList(Page, frozen=True, kw_only=True):
    """Every file an operator may have."""

    template: ClassVar[str] = "settings.html.j2"
    area: ClassVar[str] = "settings"

    rows: tuple[FileRow, ...]


class Helpline(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the directory, with how long ago it was verified."""

    name: str
    country: str
    dial: str
    verified_at: dt.date
    age: str


class OneFile(Page, frozen=True, kw_only=True):
    """One file, to be read and changed.

    Attributes:
        text: as it was filled in, where it was; otherwise as it is saved.
        seen: hash of what is saved, as of when the page was drawn.
        fault: what is wrong with the text; None where nothing is.
        saved: what is saved now, where somebody else changed it meanwhile; empty otherwise.
        helplines: in effect, for the file that holds them.
        shipped: what the file is laid over; empty where nothing comes with Humanely.
    """

    template: ClassVar[str] = "setting.html.j2"
    area: ClassVar[str] = "settings"

    name: str
    key: str
    text: str
    rows: int
    seen: str
    there: bool
    fault: Fault | None = None
    saved: str = ""
    helplines: tuple[Helpline, ...] = ()
    shipped: str = ""


class Saved(msgspec.Struct, frozen=True):
    """A text to save."""

    text: str
    seen: str


@page("/settings", permission=Permission.SETTINGS_READ)
async def settings(services: Services, visit: Visit) -> SettingsList:
    """Every file."""
    del visit

    def read() -> SettingsList:
        rows = tuple(FileRow(name, key_of(name), services.files.text(name) is not None) for name in NAMES)
        return SettingsList(rows=rows)

    return await asyncio.to_thread(read)


@page("/settings/{name}", permission=Permission.SETTINGS_READ)
async def setting(services: Services, visit: Visit, name: str) -> OneFile:
    """One file."""
    return await asyncio.to_thread(_file, services, visit, _known(name))


@action("/settings/{name}", permission=Permission.SETTINGS_ACT)
async def save_setting(services: Services, visit: Visit, name: str, form: Saved) -> To | Answer:
    """Check the text with all other files, save it, and go by it; where anything is wrong, nothing is lost."""
    _known(name)
    try:
        before = await asyncio.to_thread(services.files.checked, name, services.files.text(name) or "")
    except HumanelyError:
        before = None  # what is saved is faulty itself: every change is one for the better
    try:
        after = await asyncio.to_thread(services.files.checked, name, form.text)
        held = await asyncio.to_thread(services.files.save, name, form.text, form.seen, visit.now)
    except HumanelyError as error:
        return Answer(page=await asyncio.to_thread(_refused, services, visit, name, form, error), status=422)
    await asyncio.to_thread(services.deeds.setting_changed, name, form.text, held, visit.member.id, visit.now)
    await services.written(lambda companion, _: take_up(services, companion, after))
    waits = waits_for_start(before.settings if before else Settings(), after.settings)
    return To(path=f"/settings/{name}", flash="settings-saved-start" if waits else "settings-saved")


def take_up(services: Services, companion: Companion, after: InEffect) -> None:
    """Go by the files from the next turn on; who writes answers stays as it was at the start."""
    generates = after.house.generates and services.writing.server is not None
    house = msgspec.structs.replace(after.house, generates=generates)
    companion.house = house
    services.writing.adopt(house, after.persona)


def key_of(name: str) -> str:
    """What the words about a file are found under.

    >>> key_of("faq.md")
    'settings-faq-md'
    """
    return f"settings-{name.replace('.', '-')}"


def _known(name: str) -> str:
    if name not in NAMES:
        raise Unknown
    return name


def _file(services: Services, visit: Visit, name: str) -> OneFile:
    text = services.files.text(name)
    directory = services.engine.companion.house.directory if name == "helplines.json" else Directory()
    return OneFile(
        name=name,
        key=key_of(name),
        text=text or "",
        rows=min(32, max(12, (text or "").count("\n") + 3)),
        seen=digest(text or ""),
        there=text is not None,
        helplines=_helplines(directory, visit.now),
        shipped=shipped(name),
    )


def _refused(services: Services, visit: Visit, name: str, form: Saved, error: HumanelyError) -> OneFile:
    stands = _file(services, visit, name)
    return msgspec.structs.replace(
        stands,
        text=form.text,
        fault=fault_of(error, visit),
        saved=stands.text if stands.seen != form.seen else "",
    )


def _helplines(directory: Directory, now: dt.datetime) -> tuple[Helpline, ...]:
    return tuple(
        Helpline(
            name=line.name,
            country=line.country,
            dial=line.dial or line.website or "",
            verified_at=line.verified_at,
            age=line.age(now),
        )
        for line in directory.lines
    )
