"""What somebody does in a case: takes it, answers, notes, passes it on, gives it back, settles it."""

import asyncio
import datetime as dt
from collections.abc import Callable
from hashlib import sha256
from typing import Annotated, Literal

import msgspec

from humanely.apps.console.fault import fault_of
from humanely.apps.console.inbox.case import Box, case_page, found_in, newest_of, path_of
from humanely.apps.console.page import Answer, To
from humanely.apps.console.problem import Unknown
from humanely.apps.console.route import action, number
from humanely.apps.console.visit import Visit
from humanely.apps.console.words import words
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.load import rests_until
from humanely.people.roles import Permission
from humanely.pipeline.acting import Asked, Gone, NotThere
from humanely.pipeline.case import Case as Asking
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs import handoff as steps
from humanely.pipeline.handoffs.answering import Draft, case_for, drafted, is_drafted, looked_over, may_send
from humanely.pipeline.person.contact import opened, reached

Step = Callable[[Companion, Asked, int], object]


class Answered(msgspec.Struct, frozen=True):
    """The box for an answer, and which button was pressed.

    Attributes:
        do: ``send``; ``anyway``, over what was found and shown; ``draft`` asks for one; ``use`` and ``first`` put the
            draft, or the first line, into the box.
        once: of the box.
        draft, first: what these buttons put into it. used: the draft that was put into it before.
        seen: place of the person's newest words when the box was opened; -1 where that is not known.
    """

    text: str = ""
    do: Literal["send", "anyway", "draft", "use", "first"] = "send"
    once: str = ""
    draft: str = ""
    first: str = ""
    used: str = ""
    seen: int = -1


class Called(msgspec.Struct, frozen=True):
    """That somebody called; of: place of the act by which the number was left."""

    of: int


class Noted(msgspec.Struct, frozen=True):
    """A note for the team."""

    text: str


class PassedOn(msgspec.Struct, frozen=True):
    """To whom: ``member:ID`` or ``skill:NAME``."""

    to: Annotated[str, msgspec.Meta(max_length=80)]


@action("/inbox/{handoff}/claim", permission=Permission.INBOX_ACT)
async def claim(services: Services, visit: Visit, handoff: str) -> Answer | To:
    """Take it."""
    place = number(handoff)
    return await _done(services, visit, place, steps.claim, To(path=f"{path_of(place)}#text"))


@action("/inbox/{handoff}/release", permission=Permission.INBOX_ACT)
async def release(services: Services, visit: Visit, handoff: str) -> Answer | To:
    """Put it back into the queue."""
    return await _left(services, visit, number(handoff), steps.release, "case-flash-released")


@action("/inbox/{handoff}/return", permission=Permission.INBOX_ACT)
async def give_back(services: Services, visit: Visit, handoff: str) -> Answer | To:
    """Give the conversation back to the assistant."""
    return await _left(services, visit, number(handoff), steps.give_back, "case-flash-returned")


@action("/inbox/{handoff}/resolve", permission=Permission.INBOX_ACT)
async def resolve(services: Services, visit: Visit, handoff: str) -> Answer | To:
    """It is settled."""
    return await _left(services, visit, number(handoff), steps.resolve, "case-flash-resolved")


@action("/inbox/{handoff}/transfer", permission=Permission.INBOX_ACT)
async def transfer(services: Services, visit: Visit, handoff: str, form: PassedOn) -> Answer | To:
    """Pass it on to a member, or to whoever has a skill."""
    kind, _, name = form.to.partition(":")
    if kind == "member":
        found = await asyncio.to_thread(services.staff.member, name)
        if Permission.INBOX_ACT not in found.permissions:
            raise Unknown  # left for somebody who may not come, a person would wait for nobody
    elif kind != "skill" or not name:
        raise Unknown

    def step(companion: Companion, asked: Asked, place: int) -> object:
        to, skill = (name, "") if kind == "member" else ("", name)
        return steps.transfer(companion, asked, place, to=to, skill=skill)

    return await _left(services, visit, number(handoff), step, "case-flash-transferred")


@action("/inbox/{handoff}/note", permission=Permission.INBOX_ACT)
async def note(services: Services, visit: Visit, handoff: str, form: Noted) -> Answer | To:
    """Note something for the team."""
    place = number(handoff)
    if not form.text.strip():
        return To(path=path_of(place))

    def step(companion: Companion, asked: Asked, at: int) -> object:
        return steps.note(companion, asked, at, form.text.strip())

    return await _done(services, visit, place, step, To(path=path_of(place), flash="case-flash-noted"))


@action("/inbox/{handoff}/called", permission=Permission.INBOX_ACT)
async def called(services: Services, visit: Visit, handoff: str, form: Called) -> Answer | To:
    """Note that the number they left was called; whether anybody was reached, a note of their own says."""
    place, text = number(handoff), words(visit.locale).say("case-called-note")

    def step(companion: Companion, asked: Asked, at: int) -> object:
        acts = companion.conversations.ledger.conversation(steps.conversation_of(companion, at))
        if all((one.kind, one.place) != ("phone", form.of) for one in reached(opened(acts))):
            raise Unknown  # they took it back meanwhile, or left another
        return steps.note(companion, asked, at, text, called=form.of)

    return await _done(services, visit, place, step, To(path=path_of(place), flash="case-flash-noted"))


@action("/inbox/{handoff}", permission=Permission.INBOX_ACT)
async def answer(services: Services, visit: Visit, handoff: str, form: Answered) -> Answer | To:
    """Answer the person, once the words were looked over; or help with the words."""
    place, box = number(handoff), Box(text=form.text, once=form.once or Box().once, used=form.used, seen=form.seen)
    asking, newest = await _asking(services, visit, place)
    if form.do in {"use", "first"}:
        taken, used = (form.draft, form.draft) if form.do == "use" else (form.first, form.used)
        filled = msgspec.structs.replace(box, text=_joined(form.text, taken), used=used)
        return await _again(services, visit, place, filled)
    if form.do == "draft":
        return await _again(services, visit, place, await _drafted(services, visit, asking, box))
    if 0 <= form.seen < newest:
        # Asked once: what they wrote is on the page now, and sent again it goes.
        return await _again(services, visit, place, msgspec.structs.replace(box, seen=newest, asks=True), status=409)
    house = services.engine.companion.house
    findings = await asyncio.to_thread(looked_over, form.text, asking, house, name=visit.member.name)
    if not may_send(findings, shown=form.do == "anyway"):
        blocked = not may_send(findings, shown=True)
        shown = msgspec.structs.replace(box, found=found_in(form.text, findings, visit), blocked=blocked)
        return await _again(services, visit, place, shown, status=422)
    return await _sent(services, visit, place, box)


async def _sent(services: Services, visit: Visit, place: int, box: Box) -> Answer | To:
    """Send it; where that fails, the box keeps what was written."""

    def step(companion: Companion, asked: Asked, at: int) -> object:
        key = f"console:{visit.member.id}:{box.once}"
        once = msgspec.structs.replace(asked, repeat_key=key, fingerprint=sha256(box.text.encode()).digest())
        return steps.answer(companion, once, at, box.text.strip(), drafted=is_drafted(box.text, box.used))

    return await _done(services, visit, place, step, To(path=f"{path_of(place)}#text", flash="case-flash-sent"), box)


async def _asking(services: Services, visit: Visit, place: int) -> tuple[Asking | None, int]:
    """What is to be answered, and the place of the person's newest words; -1 where somebody else is to answer them.

    Raises:
        Unknown: there is no such case.
    """

    def look(companion: Companion, now: dt.datetime) -> tuple[Asking | None, int]:
        state = companion.conversations.of_handoffs([place]).get(place)
        if state is None or state.handoff is None:
            raise Unknown
        mine = state.human_present and state.handoff.agent == visit.member.id
        return case_for(companion, state.conversation_id, now), newest_of(state) if mine else -1

    return await services.written(look)


async def _drafted(services: Services, visit: Visit, asking: Asking | None, box: Box) -> Box:
    """The box with a draft beside it: by the model server where there is one, else by the FAQ and authored lines."""
    made = await asyncio.to_thread(_draft, services, asking) if asking is not None else None
    if made is None:
        return msgspec.structs.replace(box, no_draft=True)
    return msgspec.structs.replace(
        box,
        draft=made.text,
        draft_from=words(visit.locale).say(f"case-draft-{made.source}"),
        draft_found=found_in(made.text, made.findings, visit),
    )


def _draft(services: Services, asking: Asking) -> Draft | None:
    house = services.engine.companion.house
    plain = drafted(asking, house)
    if plain is None or plain.source == "faq":
        return plain
    written = services.writing.written(asking)
    if written is None or written.text is None:
        return plain
    return Draft(written.text, "model", looked_over(written.text, asking, house, author="ai_draft_human_sent"))


async def _again(services: Services, visit: Visit, place: int, box: Box, *, status: int = 200) -> Answer:
    return Answer(page=await case_page(services, visit, place, box), status=status)


async def _done(
    services: Services, visit: Visit, place: int, step: Step, to: To, box: Box | None = None
) -> Answer | To:
    """Take a step; what keeps it from being taken is told on the case as it stands now."""
    agent = visit.member.id
    try:
        await services.written(lambda companion, now: step(companion, Asked("", now, agent=agent), place))
    except (NotThere, Gone):
        raise Unknown from None
    except HumanelyError as error:
        fault = fault_of(error, visit)
        return Answer(page=await case_page(services, visit, place, box, fault), status=error.status)
    return to


async def _left(services: Services, visit: Visit, place: int, step: Step, flash: str) -> Answer | To:
    """Let go of a case; after a heavy one a break begins."""
    answered = await _done(services, visit, place, step, To(path="/inbox", flash=flash))
    if isinstance(answered, To):
        row = await asyncio.to_thread(services.ledger.handoffs.at, place)
        until = rests_until(row.priority, visit.now) if row is not None else None
        if until is not None and until > (visit.member.rests_until or visit.now):
            await asyncio.to_thread(services.staff.rest, visit.member.id, until)
    return answered


def _joined(text: str, taken: str) -> str:
    """What was put into the box comes before what stands in it.

    >>> _joined("Your parcel is here.", "Hello.")
    'Hello. Your parcel is here.'
    """
    return " ".join(filter(None, (taken.strip(), text.strip())))
