"""Erasing a person: what goes and what stays is said first, it is confirmed by their id, and a receipt is shown."""

import asyncio
import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.page import Answer, Page
from humanely.apps.console.records.people import path_of
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.erasing import erased
from humanely.apps.serving.services import Services
from humanely.people.roles import Permission
from humanely.pipeline.person.export import PersonUnknown
from humanely.trust.erasure import in_words

_LONGEST = 100
_MOST = 20


class Erase(Page, frozen=True, kw_only=True):
    """Before somebody is erased.

    Attributes:
        acts: how many are recorded of them.
        typed: what was typed to confirm.
        differs: it was not their id.
        sent_to: other systems their words were sent to, separated by commas.
    """

    template: ClassVar[str] = "erase.html.j2"
    area: ClassVar[str] = "people"

    id: str
    path: str
    acts: int
    typed: str = ""
    differs: bool = False
    sent_to: str = ""


class Erased(Page, frozen=True, kw_only=True):
    """After somebody was erased.

    Attributes:
        parts: what went: the key of its words, and how many.
        unreached: what could not be reached, each in a sentence (English).
        receipt: the same as text for the person (English).
    """

    template: ClassVar[str] = "erased.html.j2"
    area: ClassVar[str] = "people"

    pseudonym: str
    at: dt.datetime
    parts: tuple[tuple[str, int], ...]
    unreached: tuple[str, ...]
    receipt: str


class Confirmed(msgspec.Struct, frozen=True):
    """That it is meant."""

    typed: str = ""
    sent_to: str = ""


@page("/people/{person}/erase", permission=Permission.PEOPLE_ACT)
async def erase(services: Services, visit: Visit, person: str) -> Erase:
    """Say what goes and what stays."""
    del visit
    return Erase(id=person, path=path_of(person), acts=await asyncio.to_thread(_acts, services, person))


@action("/people/{person}/erase", permission=Permission.PEOPLE_ACT)
async def erase_person(services: Services, visit: Visit, person: str, form: Confirmed) -> Page | Answer:
    """Destroy their key. The receipt is shown at once: afterwards nothing here knows them any more."""
    acts = await asyncio.to_thread(_acts, services, person)
    if form.typed.strip() != person.strip():
        shown = Erase(id=person, path=path_of(person), acts=acts, typed=form.typed, differs=True, sent_to=form.sent_to)
        return Answer(page=shown, status=422)
    names = [name.strip()[:_LONGEST] for name in form.sent_to.split(",") if name.strip()][:_MOST]

    done = await erased(services, person, names)
    await asyncio.to_thread(services.deeds.about_person, "erased", visit.member.id, person, visit.now)
    return Erased(
        pseudonym=done.pseudonym,
        at=done.at,
        parts=tuple((part.value, count) for part, count in done.erased.items() if count),
        unreached=tuple(one.why for one in done.unreached),
        receipt=in_words(done),
    )


def _acts(services: Services, person_id: str) -> int:
    acts = services.ledger.person(person_id)
    if not acts:
        raise PersonUnknown
    return len(acts)
