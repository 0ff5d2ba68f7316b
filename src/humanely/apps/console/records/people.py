"""A person: all that is recorded of them, beside what was only estimated, and what they are owed."""

import asyncio
from typing import Any, ClassVar, Literal
from urllib.parse import quote

import msgspec
from litestar import Response

from humanely.apps.console.page import Page, To
from humanely.apps.console.records.person_told import Talk, talk
from humanely.apps.console.route import Place, action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline import acting, afterwards
from humanely.pipeline.arrival import VALENCE, Feeling
from humanely.pipeline.companion import Companion
from humanely.pipeline.person import consent
from humanely.pipeline.person.export import export
from humanely.pipeline.person.exported import ConsentGiven, Export, StaffDeed
from humanely.response.record_words import word
from humanely.store.log.act import Recorded
from humanely.trust.consent import Act, How, Purpose, Sense, Standing

SHOWN = 10
"""Conversations on the page, the newest; the file has all."""

MADE_BY = "console"
_NO = (Act.REFUSED, Act.WITHDRAWN)


class People(Page, frozen=True, kw_only=True):
    """Where somebody is looked for."""

    template: ClassVar[str] = "people.html.j2"
    area: ClassVar[str] = "people"


class ConsentShown(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for one purpose.

    Attributes:
        key: purpose and sense, as a form names them.
        text: they are asked with; empty where none is in use.
        may: what they can be noted to have said.
    """

    purpose: str
    sense: str
    key: tuple[str, str]
    standing: str
    allowed: bool
    text: str
    may: tuple[str, ...]


class Person(Page, frozen=True, kw_only=True):
    """What is recorded of one person, in the words they would read themselves.

    Attributes:
        path: of this page, below the root.
        more: conversations that are not shown.
        looked: when somebody of the team did something with it, and what.
        deleted: acts of which only that they happened is left.
        feelings: that may be said instead of an estimate.
    """

    template: ClassVar[str] = "person.html.j2"
    area: ClassVar[str] = "people"

    id: str
    path: str
    about: tuple[str, ...]
    talks: tuple[Talk, ...]
    more: int
    consents: tuple[ConsentShown, ...]
    history: tuple[ConsentGiven, ...]
    looked: tuple[StaffDeed, ...]
    deleted: int
    feelings: tuple[tuple[str, str], ...]


class Sought(msgspec.Struct, frozen=True):
    """Whom somebody looks for."""

    id: str


class Corrected(msgspec.Struct, frozen=True):
    """What a person says of an estimate.

    Attributes:
        feeling: empty to take the estimate away without another.
    """

    turn: Place
    feeling: Feeling | Literal[""] = ""
    note: str = ""


class ConsentSaid(msgspec.Struct, frozen=True):
    """What a person said about a consent, told to somebody of the team."""

    purpose: Purpose
    sense: Sense
    act: Act


@page("/people", permission=Permission.PEOPLE_READ)
async def people(services: Services, visit: Visit) -> People:
    """Look for somebody by their exact id."""
    del services, visit
    return People()


@action("/people", permission=Permission.PEOPLE_READ)
async def find_person(services: Services, visit: Visit, form: Sought) -> To:
    """Go to them."""
    del services, visit
    return To(path=path_of(form.id.strip()) if form.id.strip() else "/people")


@page("/people/{person}", permission=Permission.PEOPLE_READ)
async def person(services: Services, visit: Visit, person: str) -> Person:
    """All that is recorded of somebody; that it was looked at is recorded, too."""
    found = await asyncio.to_thread(_export, services, visit, person)
    await asyncio.to_thread(services.deeds.about_person, "looked_at", visit.member.id, person, visit.now)
    talks = [talk(one, visit.locale) for one in reversed(found.conversations)]
    return Person(
        id=person,
        path=path_of(person),
        about=found.about,
        talks=tuple(talks[:SHOWN]),
        more=max(0, len(talks) - SHOWN),
        consents=await asyncio.to_thread(_consents, services, visit, person),
        history=found.consent_history,
        looked=found.looked,
        deleted=len(found.deleted),
        feelings=tuple((name, word("feeling", name, visit.locale)) for name in VALENCE),
    )


@action("/people/{person}/export", permission=Permission.PEOPLE_ACT)
async def export_person(services: Services, visit: Visit, person: str) -> Response[Any]:
    """The whole of it as a file."""
    found = await asyncio.to_thread(_export, services, visit, person)
    await asyncio.to_thread(services.deeds.about_person, "exported", visit.member.id, person, visit.now)
    told = msgspec.json.format(msgspec.json.encode(found), indent=2)
    headers = {"content-disposition": f'attachment; filename="export-{visit.now:%Y-%m-%d}.json"'}
    return Response(told, media_type="application/json", headers=headers)


@action("/people/{person}/correct", permission=Permission.PEOPLE_ACT)
async def correct(services: Services, visit: Visit, person: str, form: Corrected) -> To:
    """Note what the person says they felt; it outranks the estimate from the next decision on."""
    asked = acting.Asked(MADE_BY, visit.now, agent=visit.member.id)
    await services.written(
        lambda companion, _: afterwards.correction(
            companion.conversations, asked, person, form.turn, form.feeling or None, form.note.strip()
        )
    )
    await asyncio.to_thread(services.deeds.about_person, "corrected", visit.member.id, person, visit.now)
    return To(path=path_of(person), flash="people-corrected")


@action("/people/{person}/consent", permission=Permission.PEOPLE_ACT)
async def note_consent(services: Services, visit: Visit, person: str, form: ConsentSaid) -> To:
    """Note what the person told somebody of the team; a no counts from the next turn on."""

    def record(companion: Companion, _: object) -> Recorded:
        held = consent.held(person, companion.conversations, companion.house, visit.locale)
        shown = next((one for one in held if (one.purpose, one.sense) == (form.purpose, form.sense)), None)
        given = consent.Answered(
            act=form.act,
            purpose=form.purpose,
            sense=form.sense,
            version=shown.version if shown else "",
            locale=shown.locale if shown else "",
            how=How.STAFF,
        )
        placed = consent.answer(given, person, companion.conversations, companion.house, visit.now)
        if isinstance(placed, HumanelyError):
            raise placed
        return placed

    await asyncio.to_thread(_export, services, visit, person)  # somebody nobody knows gets no consent by a slip
    await services.written(record)
    await asyncio.to_thread(services.deeds.about_person, "consent_noted", visit.member.id, person, visit.now)
    return To(path=path_of(person), flash="people-consent-noted")


def path_of(person_id: str) -> str:
    """Where somebody's page is.

    >>> path_of("a/b")
    '/people/a%2Fb'
    """
    return f"/people/{quote(person_id, safe='')}"


def _export(services: Services, visit: Visit, person_id: str) -> Export:
    companion = services.engine.companion
    return export(person_id, companion.conversations, companion.house, visit.now, visit.locale)


def _consents(services: Services, visit: Visit, person_id: str) -> tuple[ConsentShown, ...]:
    companion = services.engine.companion
    held = consent.held(person_id, companion.conversations, companion.house, visit.locale)
    return tuple(
        ConsentShown(
            purpose=word("purpose", one.purpose, visit.locale),
            sense=word("sense", one.sense, visit.locale),
            key=(one.purpose.value, one.sense.value),
            standing=word("standing", one.standing, visit.locale),
            allowed=one.standing is Standing.GRANTED,
            text=one.text,
            may=tuple(act.value for act in (*((Act.GRANTED,) if one.text else ()), *_NO)),
        )
        for one in held
    )
