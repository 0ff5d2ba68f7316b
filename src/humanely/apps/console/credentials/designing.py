"""Designing an achievement: one form, every fault at once beside its field, nothing that was typed lost."""

from collections.abc import Mapping
from typing import Any, ClassVar, get_args

import msgspec

from humanely.apps.console.credentials.achievements import Face, face_of
from humanely.apps.console.credentials.design_form import SPARE, Filled, filled_of, kept_of, plain, raw_of
from humanely.apps.console.credentials.desk import asked, at_desk, beside
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.problem import Unknown
from humanely.apps.console.route import action, page
from humanely.apps.console.upload import Upload
from humanely.apps.console.visit import Visit
from humanely.apps.serving.design_file import DesignUnreadable, read_design
from humanely.apps.serving.services import Services
from humanely.credential.design.achievement import Achievement, AchievementFaulty, Part, Stakes, checked
from humanely.credential.design.form import Fault
from humanely.credential.design.hints import hints
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs
from humanely.pipeline.credentials.desk import Desk

ROWS_MORE = 4


class DesignPage(Page, frozen=True, kw_only=True):
    """The form.

    Attributes:
        existing: id of the achievement that is changed; empty for a new one.
        faults: what is wrong, by field as ``steps.2.minutes``.
        elsewhere: faults of what has no input here, each with its field.
        hints: what could be plainer or kinder, by field.
        face: how holders would see it; None while there are faults, or nobody asked.
        rows: the rows that each list shows, counted from 0.
    """

    template: ClassVar[str] = "design.html.j2"
    area: ClassVar[str] = "credentials"

    existing: str
    filled: Filled
    rows: dict[str, tuple[int, ...]]
    faults: dict[str, str] = msgspec.field(default_factory=dict)
    elsewhere: tuple[tuple[str, str], ...] = ()
    hints: dict[str, str] = msgspec.field(default_factory=dict)
    face: Face | None = None
    stakes: tuple[str, ...] = get_args(Stakes)
    shares: tuple[str, ...] = get_args(Part)
    languages: tuple[str, ...] = ()


class ImportPage(Page, frozen=True, kw_only=True):
    """A design to be taken over.

    Attributes:
        text: as it was pasted.
        wrong: a key of the words about what is wrong with it; empty where nothing is.
    """

    template: ClassVar[str] = "design_import.html.j2"
    area: ClassVar[str] = "credentials"

    text: str = ""
    wrong: str = ""


class Brought(msgspec.Struct, frozen=True):
    """A design as a file, or as text."""

    text: str = ""
    file: tuple[Upload, ...] = ()


@page("/credentials/achievements/new", permission=Permission.CREDENTIALS_ACT)
async def new_design(services: Services, visit: Visit) -> Page:
    """An empty form, in the language of whoever looks."""
    del services
    return _form("", Filled(language=visit.locale, stakes="everyday"))


@action("/credentials/achievements/new", permission=Permission.CREDENTIALS_ACT)
async def save_new(services: Services, visit: Visit, form: Filled) -> Answer | To:
    """Save a new achievement, or show what is wrong, or how it would look."""
    return await _save(services, visit, "", form)


@page("/credentials/achievements/{achievement}/edit", permission=Permission.CREDENTIALS_ACT)
async def edit_design(services: Services, visit: Visit, achievement: str) -> Page:
    """The form as it was filled in last."""
    found = await at_desk(services, lambda desk, _: designs.one(desk, achievement).achievement)
    return _form(achievement, filled_of(plain(found)), said=_hints(found, visit))


@action("/credentials/achievements/{achievement}/edit", permission=Permission.CREDENTIALS_ACT)
async def save_edit(services: Services, visit: Visit, achievement: str, form: Filled) -> Answer | To:
    """Save a new version; credentials that were issued keep theirs."""
    return await _save(services, visit, achievement, msgspec.structs.replace(form, id=achievement))


@page("/credentials/achievements/import", permission=Permission.CREDENTIALS_ACT)
async def import_design(services: Services, visit: Visit) -> Page:
    """Where a design is pasted, or a file chosen."""
    del services, visit
    return ImportPage()


@action("/credentials/achievements/import", permission=Permission.CREDENTIALS_ACT)
async def take_import(services: Services, visit: Visit, form: Brought) -> Page | Answer:
    """Fill in the form with it; nothing is saved yet."""
    data = form.file[0].data if form.file else form.text.encode()
    if not data.strip():
        return Answer(page=ImportPage(wrong="cred-import-nothing"), status=422)
    try:
        raw = read_design(data)
    except DesignUnreadable:
        return Answer(page=ImportPage(text=form.text, wrong="cred-import-unreadable"), status=422)
    shown = await beside(services, lambda desk: _looked(desk, visit, "", filled_of(raw), raw))
    return Answer(page=shown, status=422 if shown.faults or shown.elsewhere else 200)


async def _save(services: Services, visit: Visit, existing: str, form: Filled) -> Answer | To:
    if form.do == "rows":
        return Answer(page=_form(existing, filled_of(raw_of(form)), more=ROWS_MORE))
    raw = raw_of(form)
    if form.do == "look":
        shown = await beside(services, lambda desk: _looked(desk, visit, existing, form, raw))
        return Answer(page=shown, status=422 if shown.faults or shown.elsewhere else 200)
    try:
        saved = await at_desk(services, lambda desk, _: _put(desk, visit, existing, raw))
    except AchievementFaulty as error:
        return Answer(page=_faulty(existing, filled_of(raw), error.faults, visit), status=422)
    return To(path=f"/credentials/achievements/{saved}", flash="cred-design-saved")


def _put(desk: Desk, visit: Visit, existing: str, raw: Mapping[str, Any]) -> str:
    """Save it; a new one does not write over another of the same id."""
    if existing and existing not in _ids(desk):
        raise Unknown
    if not existing and raw.get("id") in _ids(desk):
        raise AchievementFaulty((*_faults(raw), Fault("id", "id_taken")))
    return designs.save(desk, asked(visit), raw).achievement.id


def _ids(desk: Desk) -> set[str]:
    return {one.achievement.id for one in designs.every(desk)}


def _faults(raw: Mapping[str, Any]) -> tuple[Fault, ...]:
    try:
        checked(raw)
    except AchievementFaulty as error:
        return error.faults
    return ()


def _looked(desk: Desk, visit: Visit, existing: str, filled: Filled, raw: Mapping[str, Any]) -> DesignPage:
    try:
        found = checked(raw)
    except AchievementFaulty as error:
        return _faulty(existing, filled_of(raw), error.faults, visit)
    face = face_of(found, desk.name, visit.locale)
    return msgspec.structs.replace(_form(existing, filled_of(raw), said=_hints(found, visit)), face=face)


def _faulty(existing: str, filled: Filled, faults: tuple[Fault, ...], visit: Visit) -> DesignPage:
    by_field: dict[str, str] = {}
    for one in faults:
        by_field.setdefault(one.field, one.says(visit.locale))
    shown = _form(existing, filled)
    inputs = _inputs(shown)
    return msgspec.structs.replace(
        shown,
        faults={field: says for field, says in by_field.items() if field in inputs},
        elsewhere=tuple((field, says) for field, says in by_field.items() if field not in inputs),
    )


def _inputs(shown: DesignPage) -> set[str]:
    """Every field that has an input of its own on the page."""
    parts = {"contact": ("name", "email", "url", "phone"), "renewal": ("says", "url")}
    rows = {
        "next_steps": ("says", "url"),
        "skills": ("name", "framework", "code", "url", "level"),
        "careers": ("name", "code", "note"),
        "steps": ("name", "says", "minutes"),
    }
    single = {"id", "name", "description", "criteria", "meaning", "alternative_text", "review", "language", "colour",
              "level", "picture", "valid_for_days", "renewal", "contact", "steps"}  # fmt: skip
    single |= {f"{form}.{field}" for form, fields in parts.items() for field in fields}
    return single | {
        f"{name}.{at}.{field}"
        for name, fields in rows.items()
        for at in range(1, len(shown.rows[name]) + 1)
        for field in fields
    }


def _form(existing: str, filled: Filled, *, more: int = SPARE, said: Mapping[str, str] | None = None) -> DesignPage:
    counts = {
        "next_steps": len(filled.next_says),
        "skills": len(filled.skill_name),
        "careers": len(filled.career_name),
        "steps": len(filled.step_name),
    }
    versions = kept_of(filled).get("versions")
    return DesignPage(
        existing=existing,
        filled=filled,
        rows={name: tuple(range(count + more)) for name, count in counts.items()},
        hints=dict(said or {}),
        languages=tuple(versions) if isinstance(versions, dict) else (),
    )


def _hints(found: Achievement, visit: Visit) -> dict[str, str]:
    return {one.field: one.says(visit.locale) for one in hints(found)}
