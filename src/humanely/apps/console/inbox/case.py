"""One case: the conversation, what stands beside it, who has it, and what can be done."""

import asyncio
import secrets
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

import msgspec

from humanely.apps.console.fault import Fault
from humanely.apps.console.inbox.beside import Beside, beside
from humanely.apps.console.inbox.chart import Chart, chart
from humanely.apps.console.inbox.shown import TONES, Deadline, deadline, language, reason, short
from humanely.apps.console.inbox.transcript import Line, transcript
from humanely.apps.console.page import Page, To
from humanely.apps.console.problem import Unknown
from humanely.apps.console.route import number, page
from humanely.apps.console.visit import Visit
from humanely.apps.console.words import words
from humanely.apps.serving.services import Services
from humanely.people.handoff import Handoff
from humanely.people.load import forgotten_after, readiness
from humanely.people.roles import Permission
from humanely.pipeline.handoffs.inbox import leading
from humanely.pipeline.handoffs.members import helper
from humanely.pipeline.handoffs.packet import Packet, packet
from humanely.pipeline.house import House
from humanely.pipeline.person.withheld import as_allowed
from humanely.response.finding import Finding
from humanely.store.conversation import ConversationState, folded
from humanely.store.log.act import Kept
from humanely.store.team.member import Member

ONCE_BYTES = 12


class Found(msgspec.Struct, frozen=True):
    """One thing that was found in words; quoted: those it was found in."""

    says: str
    fix: str
    quoted: str


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """The box for an answer.

    Attributes:
        text: in it.
        once: makes that what is sent twice is sent once.
        found: in the words, before they are sent. blocked: they cannot be sent as they are.
        draft: that was asked for; None where it was not.
        draft_from: where it comes from, in words. draft_found: what the check found in it.
        no_draft: it was asked for, and there is none. used: the draft that was put into the box; empty for none.
        seen: place of the person's newest words when it was opened; -1 where it is opened now.
        asks: they have written since, and whether to send all the same is asked.
    """

    text: str = ""
    once: str = msgspec.field(default_factory=lambda: secrets.token_urlsafe(ONCE_BYTES))
    found: tuple[Found, ...] = ()
    blocked: bool = False
    draft: str | None = None
    draft_from: str = ""
    draft_found: tuple[Found, ...] = ()
    no_draft: bool = False
    used: str = ""
    seen: int = -1
    asks: bool = False


class Seen(msgspec.Struct, frozen=True):
    """What whoever is writing has seen: the place of the person's newest words; -1 where they have just come."""

    seen: int = -1


class Case(Page, frozen=True, kw_only=True):
    """A case.

    Attributes:
        path: of this page, below the root.
        person_path: of the person's page. language: the person's, in words.
        holder: name of who has it; empty for nobody, or where that is not known.
        mine: whoever looks has it. free: nobody has it, and it is open.
        deadlines: the next one first; none once it has ended.
        lines: of the conversation, in order.
        beside: the packet in words; None where the case has ended.
        newest: place of the person's newest words, -1 before the first. again: they wrote while the box was open.
        others: to whom it can be passed on: key, name, how they stand. skills: likewise.
    """

    template: ClassVar[str] = "case.html.j2"
    area: ClassVar[str] = "inbox"

    path: str
    person: str
    person_path: str
    language: str
    tone: str
    level: str
    reason: str
    state: str
    holder: str
    mine: bool
    free: bool
    deadlines: tuple[Deadline, ...]
    lines: tuple[Line, ...]
    chart: Chart | None
    beside: Beside | None
    others: tuple[tuple[str, str], ...]
    skills: tuple[str, ...]
    newest: int
    again: bool
    box: Box
    fault: Fault | None = None


@page("/inbox/{handoff}", permission=Permission.INBOX_READ)
async def case(services: Services, visit: Visit, handoff: str, query: Seen) -> Case | To:
    """Show a case; where the conversation has a newer one, that."""
    place = number(handoff)
    shown = await case_page(services, visit, place, Box(seen=query.seen))
    return shown if shown.path == path_of(place) else To(path=shown.path)


def path_of(place: int) -> str:
    """Where a case is, below the root."""
    return f"/inbox/{place}"


async def case_page(
    services: Services, visit: Visit, place: int, box: Box | None = None, fault: Fault | None = None
) -> Case:
    """The newest case of the conversation that an id belongs to; reading what one does not have leaves a trace.

    Raises:
        Unknown: there is none, it is erased, or it has ended and is no longer theirs to see.
    """
    held = await services.written(lambda companion, _: companion.conversations.of_handoffs([place]))
    if place not in held:
        raise Unknown
    house, state = services.engine.companion.house, held[place]
    shown = await asyncio.to_thread(_case, services, visit, state.conversation_id, house, box or Box(), fault)
    if state.handoff is not None and not _is_mine(state.handoff, visit):
        read, place = services.deeds.read, state.handoff.place
        await asyncio.to_thread(read, "read_case", visit.member.id, state.person_id, place, visit.now)
    return shown


def _is_mine(handoff: Handoff, visit: Visit) -> bool:
    """They have it, or had it to its end, as its steps tell; that it is left for somebody is not that yet."""
    return handoff.agent == visit.member.id and not handoff.is_awaited


def _case(services: Services, visit: Visit, conversation_id: str, house: House, box: Box, fault: Fault | None) -> Case:
    acts = services.ledger.conversation(conversation_id)
    (state,) = as_allowed([folded(conversation_id, acts)], services.engine.companion.conversations)
    told = packet(state, acts, house)
    if told is None or state.handoff is None or not _may_see(state.handoff, visit):
        raise Unknown
    return _drawn(services, visit, _Known(acts, state, state.handoff, told, services.staff.all()), box, fault)


def _may_see(handoff: Handoff, visit: Visit) -> bool:
    """What has ended is read by who had it, and by who looks after what people are owed."""
    return handoff.is_open or handoff.agent == visit.member.id or visit.may(Permission.PEOPLE_READ)


class _Known(msgspec.Struct, frozen=True):
    """All that a page is drawn from."""

    acts: tuple[Kept, ...]
    state: ConversationState
    handoff: Handoff
    packet: Packet
    team: tuple[Member, ...]


def _drawn(services: Services, visit: Visit, known: _Known, box: Box, fault: Fault | None) -> Case:
    handoff, told, locale = known.handoff, known.packet, visit.locale
    names = {one.id: one.name for one in known.team}
    crisis = told.care == "crisis"
    readings = {} if crisis else dict(zip(known.state.places, known.state.readings, strict=True))
    joined, newest = handoff.state == "joined", newest_of(known.state)
    why = leading(told.why.code, [(one.name, one.says) for one in told.why.grounds])
    return Case(
        path=path_of(handoff.place),
        person=short(known.state.person_id),
        person_path=f"/people/{quote(known.state.person_id, safe='')}",
        language=language(told.language, locale),
        tone=TONES[told.urgency.level],
        level=words(locale).say(f"inbox-level-{told.urgency.level}"),
        reason=reason(*why, locale),
        state=_stands(handoff, names, visit),
        holder=names.get(handoff.agent, "") or (words(locale).say("case-human") if joined else ""),
        mine=joined and handoff.agent == visit.member.id,
        free=handoff.is_open and not joined,
        deadlines=tuple(filter(None, (deadline(one, locale, visit.now) for one in told.deadlines))),
        lines=transcript(known.acts, readings, names, locale),
        chart=None if crisis else chart(known.state, locale),
        beside=beside(told, locale, visit.now, begun=handoff.answered) if handoff.is_open else None,
        others=_others(services, visit, known.team),
        skills=tuple(sorted({skill for one in known.team for skill in one.skills})),
        newest=newest,
        again=0 <= box.seen < newest,
        box=box,
        fault=fault,
    )


def newest_of(state: ConversationState) -> int:
    """Place of what the person wrote last, -1 where they have not."""
    theirs = (place for place, one in zip(state.places, state.readings, strict=True) if one.turn.is_customer)
    return max(theirs, default=-1)


def _stands(handoff: Handoff, names: Mapping[str, str], visit: Visit) -> str:
    say = words(visit.locale).say
    if handoff.state != "joined":
        return say(f"case-{handoff.state.replace('_', '-')}")
    if handoff.agent == visit.member.id:
        return say("case-yours")
    return say("case-with", who=names.get(handoff.agent, "") or say("case-human"))


def _others(services: Services, visit: Visit, team: tuple[Member, ...]) -> tuple[tuple[str, str], ...]:
    """Whom it can be passed on to; of what they carry no more is shown than whether they are free."""
    say = words(visit.locale).say
    helping = [
        one for one in team
        if one.id != visit.member.id and one.standing == "active" and Permission.INBOX_ACT in one.permissions
    ]  # fmt: skip
    held = services.ledger.handoffs.held_since(visit.now - forgotten_after()) if helping else ()
    found = []
    for one in helping:
        sees = helper(one, held, visit.now)
        ready = readiness(sees.load, sees.capacity, sees.rests_until, visit.now)
        standing = ready if sees.available and sees.present else "away"
        found.append((one.id, f"{one.name} ({say(f'inbox-{standing}')})"))
    return tuple(found)


def found_in(text: str, findings: tuple[Finding, ...], visit: Visit) -> tuple[Found, ...]:
    """What was found in words, in words."""
    said = words(visit.locale)
    return tuple(
        Found(
            said.say(f"finding-{key}") if said.has(f"finding-{key}") else one.reason,
            said.say(f"finding-{key}-fix") if said.has(f"finding-{key}-fix") else one.fix,
            text[slice(*one.span)],
        )
        for one in findings
        for key in [one.name.replace("_", "-")]
    )
