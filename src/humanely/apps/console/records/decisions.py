"""Decisions: the newest, and why one of them was made, for staff and in the words for the person."""

import asyncio
import datetime as dt
from typing import ClassVar

import msgspec

from humanely.apps.console.page import Page
from humanely.apps.console.route import Place, number, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.people.roles import Permission
from humanely.pipeline import afterwards
from humanely.response.record_words import word
from humanely.response.why import StaffReason, for_person, for_staff
from humanely.store.records import DecisionRecord, decode
from humanely.trust.entry import Entry

A_PAGE = 25


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One decision.

    Attributes:
        action, because: empty where it was erased.
        sure: how sure its evidence is, per cent.
    """

    place: int
    at: dt.datetime
    action: str = ""
    because: str = ""
    sure: int = 0
    human: bool = False
    crisis: bool = False


class Decisions(Page, frozen=True, kw_only=True):
    """The newest decisions.

    Attributes:
        older: place in front of which the next page is; None where there is none.
    """

    template: ClassVar[str] = "decisions.html.j2"
    area: ClassVar[str] = "decisions"

    rows: tuple[Row, ...]
    older: int | None


class Other(msgspec.Struct, frozen=True):
    """What else was called for."""

    action: str
    because: tuple[StaffReason, ...]


class Decision(Page, frozen=True, kw_only=True):
    """Why one decision was made.

    Attributes:
        because: reasons, the leading one first.
        sure: how sure its evidence is, per cent.
        urgency: of the handoff it led to, per cent; None where it led to none.
        told: what the person reads, a sentence each.
        told_in: locale of these words.
    """

    template: ClassVar[str] = "decision.html.j2"
    area: ClassVar[str] = "decisions"

    place: int
    at: dt.datetime
    conversation: str
    action: str
    approach: str
    because: tuple[StaffReason, ...]
    instead: tuple[Other, ...]
    sure: int
    policy: str
    urgency: int | None
    crisis: bool
    told: tuple[str, ...]
    told_in: str


class Wanted(msgspec.Struct, frozen=True):
    """From where on.

    Attributes:
        before: place; None for the newest.
    """

    before: Place | None = None


class InWhich(msgspec.Struct, frozen=True):
    """The language of the words for the person; empty for that of whoever looks."""

    locale: str = ""


@page("/decisions", permission=Permission.DECISIONS)
async def decisions(services: Services, visit: Visit, query: Wanted) -> Decisions:
    """The newest decisions."""

    def read() -> Decisions:
        entries = services.recent.entries(A_PAGE, before=query.before, kind="decision")
        rows = tuple(_row(services, visit, entry) for entry in entries)
        return Decisions(rows=rows, older=rows[-1].place if len(rows) == A_PAGE else None)

    return await asyncio.to_thread(read)


@page("/decisions/{decision}", permission=Permission.DECISIONS)
async def decision(services: Services, visit: Visit, decision: str, query: InWhich) -> Decision:
    """One decision."""
    return await asyncio.to_thread(_decision, services, visit, number(decision), query.locale or visit.locale)


def _row(services: Services, visit: Visit, entry: Entry) -> Row:
    kept = services.ledger.entry(entry.index)
    record = decode(kept.payload) if kept is not None and kept.payload is not None else None
    if not isinstance(record, DecisionRecord):
        return Row(place=entry.index, at=entry.at)
    made = record.decision
    return Row(
        place=entry.index,
        at=entry.at,
        action=word("action", made.action, visit.locale),
        because=made.reasons[0].says,
        sure=round(100 * made.confidence),
        human=made.needs_human,
        crisis=made.crisis is not None,
    )


def _decision(services: Services, visit: Visit, place: int, told_in: str) -> Decision:
    companion = services.engine.companion
    found = afterwards.found_record(companion.conversations, place, DecisionRecord, "decision")
    kept = services.ledger.entry(place)
    why = for_staff(found.decision)
    told = for_person(found.decision, told_in, familiar=companion.house.address == "familiar")
    handoff = found.decision.handoff
    return Decision(
        place=place,
        at=kept.at if kept else visit.now,
        conversation=found.conversation_id,
        action=word("action", why.action, visit.locale),
        approach=word("approach", why.approach, visit.locale),
        because=why.because,
        instead=tuple(Other(word("action", one.action, visit.locale), one.because) for one in why.instead),
        sure=round(100 * why.confidence),
        policy=why.policy_version,
        urgency=None if handoff is None else round(100 * handoff.priority),
        crisis=found.decision.crisis is not None,
        told=tuple(told.text.splitlines()),
        told_in=told.locale,
    )
