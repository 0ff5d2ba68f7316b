"""The inbox of whoever looks: the queue, what is theirs, all that is open; taking the next one; their own break."""

import asyncio
import datetime as dt
from collections.abc import Iterable
from typing import ClassVar, Literal

import msgspec

from humanely.apps.console.inbox.shown import Shown, language, shown
from humanely.apps.console.page import Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.people.handoff import MoveImpossible
from humanely.people.load import readiness
from humanely.people.roles import Permission
from humanely.people.routing import Helper
from humanely.pipeline.acting import Asked
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs.handoff import claim
from humanely.pipeline.handoffs.inbox import inbox, next_for

View = Literal["queue", "mine", "all"]
VIEWS: tuple[View, ...] = ("queue", "mine", "all")
BREAK = dt.timedelta(minutes=10)


class Looked(msgspec.Struct, frozen=True):
    """What somebody wants to see.

    Attributes:
        language: ISO 639-1; empty for all. skill: empty for all.
    """

    view: View = "queue"
    language: str = ""
    skill: str = ""


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """What whoever looks carries; shown to nobody else.

    Attributes:
        load: in ordinary conversations, >= 0. standing: ``free``, ``full``, ``resting`` or ``away``.
        rests_until: None where no break is on.
    """

    load: float
    capacity: int
    standing: str
    rests_until: dt.datetime | None


class Inbox(Page, frozen=True, kw_only=True):
    """What waits, what is mine, what is open.

    Attributes:
        counts: how many each view holds. own: None for whoever only reads.
        languages, skills: that can be chosen, with their names.
        held: answers that wait for a reviewer; 0 for whoever reviews none.
    """

    template: ClassVar[str] = "inbox.html.j2"
    area: ClassVar[str] = "inbox"

    looked: Looked
    views: tuple[View, ...] = VIEWS
    counts: dict[str, int]
    items: tuple[Shown, ...]
    own: Own | None
    languages: tuple[tuple[str, str], ...]
    skills: tuple[tuple[str, str], ...]
    held: int


class OwnSaid(msgspec.Struct, frozen=True):
    """What somebody says of themselves."""

    do: Literal["away", "back", "rest", "end_rest"]


@page("/inbox", permission=Permission.INBOX_READ)
async def inbox_page(services: Services, visit: Visit, query: Looked) -> Inbox:
    """Show what is open."""
    found = await services.written(lambda companion, now: inbox(companion, visit.member, now))
    names = {one.id: one.name for one in await asyncio.to_thread(services.staff.all)}
    everything = [shown(one, names, visit.member.id, visit.locale, visit.now) for one in found.items]
    views: dict[str, list[Shown]] = {
        "queue": [one for one in everything if one.awaited],
        "mine": [one for one in everything if one.mine],
        "all": everything,
    }
    held = await asyncio.to_thread(services.ledger.reviews.count_open) if visit.may(Permission.REVIEW) else 0
    codes = {one.standing.language for one in found.items if one.standing.language} | {query.language} - {""}
    wanted = language(query.language, visit.locale)
    return Inbox(
        looked=query,
        counts={view: len(items) for view, items in views.items()},
        items=tuple(one for one in views[query.view] if _wanted(one, wanted, query.skill)),
        own=_own(found.me, visit.now) if visit.may(Permission.INBOX_ACT) else None,
        languages=_choices((code, language(code, visit.locale)) for code in codes),
        skills=_choices((one, one) for one in {item.skill for item in everything} | {query.skill} - {""} if one),
        held=held,
    )


@action("/inbox/next", permission=Permission.INBOX_ACT)
async def take_next(services: Services, visit: Visit) -> To:
    """Take what they should take next; where somebody else is quicker, what comes after it."""

    def take(companion: Companion, now: dt.datetime) -> int | None:
        for place in next_for(companion, visit.member, now):
            try:
                claim(companion, Asked("", now, agent=visit.member.id), place)
            except MoveImpossible:
                continue
            return place
        return None

    taken = await services.written(take)
    return To(path="/inbox", flash="inbox-none-fits") if taken is None else To(path=f"/inbox/{taken}#text")


@action("/inbox/me", permission=Permission.INBOX_ACT)
async def change_me(services: Services, visit: Visit, form: OwnSaid) -> To:
    """Come and go; begin, prolong and end a break."""
    member = visit.member
    if form.do in {"rest", "end_rest"}:
        from_ = max(visit.now, member.rests_until or visit.now)
        until = from_ + BREAK if form.do == "rest" else None
        await asyncio.to_thread(services.staff.rest, member.id, until)
    else:
        profile = msgspec.structs.replace(member.profile, available=form.do == "back")
        await asyncio.to_thread(services.staff.change, member.id, profile, visit.now, by=member.id)
    return To(path="/inbox")


def _wanted(item: Shown, language_name: str, skill: str) -> bool:
    return (not language_name or item.language == language_name) and (not skill or item.skill == skill)


def _choices(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(set(found), key=lambda one: one[1]))


def _own(me: Helper, now: dt.datetime) -> Own:
    resting = me.rests_until if me.rests_until is not None and me.rests_until > now else None
    standing = readiness(me.load, me.capacity, me.rests_until, now) if me.available else "away"
    return Own(load=round(me.load, 1), capacity=me.capacity, standing=standing, rests_until=resting)
