"""Handoffs: who waits for a human, with the whole story, and the steps that those who help take."""

import asyncio
import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.http.operation import operation
from humanely.apps.http.told import AnyTold, told
from humanely.apps.http.wire import Done, In, Note, TakenTurn, Text, done, taken
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.services import Services
from humanely.people.handoff import State
from humanely.pipeline import acting, afterwards
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.handoffs.members import require_helps
from humanely.pipeline.handoffs.packet import Packet, packet
from humanely.pipeline.person.withheld import as_allowed
from humanely.store.api_key import Scope
from humanely.store.conversation import folded
from humanely.store.handoffs import Standing
from humanely.store.log.act import Kept

AREA = "Handoffs"

MemberId = Annotated[str, Meta(max_length=32)]
Skill = Annotated[str, Meta(max_length=64)]


class Deadlines(msgspec.Struct, frozen=True, kw_only=True):
    """By when, in each respect; null where that clock does not run.

    Attributes:
        answer: a human has to have answered for the first time.
        update: a human has to have answered what the person wrote since.
        resolve: it has to have come to its end.
        timeout: the person is told that nobody has come yet, and another way.
    """

    answer: dt.datetime | None
    update: dt.datetime | None
    resolve: dt.datetime | None
    timeout: dt.datetime | None


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation that a human was called into.

    Attributes:
        conversation_id: empty where all of it is erased.
        id: of the handoff.
        priority: [0, 1]; 1 is for a life that may be at risk.
        since: when the human was called.
        agent: id of the member who has it, or for whom it was left; empty for anybody.
        skill: what the team needs to know for it; empty for anybody's.
        language: of the person; null where it is not known.
        newest: its newest acts, oldest of them first.
    """

    conversation_id: str
    id: str
    state: State
    priority: float
    since: dt.datetime
    agent: str
    skill: str
    language: str | None
    deadlines: Deadlines
    newest: tuple[AnyTold, ...]


class Inbox(msgspec.Struct, frozen=True):
    """The conversations that wait, and those a human has: highest priority first, then the longest."""

    waiting: tuple[Called, ...]
    joined: tuple[Called, ...]


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A handoff with all that goes with it.

    Attributes:
        packet: reasons, feeling, summary, what not to ask again; null where the conversation has had another since.
    """

    handoff: Called
    packet: Packet | None


class Step(In, frozen=True, kw_only=True):
    """A step somebody takes.

    Attributes:
        agent: id of the member of the team who takes it; empty where the team works in another system.
    """

    agent: MemberId = ""


class HumanAnswer(Step, frozen=True, kw_only=True):
    """What a human writes to the person.

    Attributes:
        text: as the person gets it.
    """

    text: Text


class TeamNote(Step, frozen=True, kw_only=True):
    """A note for the team.

    Attributes:
        text: the person is not shown it unasked; it is in their export.
    """

    text: Annotated[Note, Meta(min_length=1)]


class Transfer(Step, frozen=True, kw_only=True):
    """To whom it is passed on.

    Attributes:
        to: id of a member; empty for anybody.
        skill: that is needed from now on; empty for the same as before.
    """

    to: MemberId = ""
    skill: Skill = ""


@operation("GET", "/v1/handoffs", title="Who waits for a human", area=AREA, scope=Scope.READ)
async def read_handoffs(services: Services) -> Inbox:
    """The inbox of those who help: each with its newest acts and deadlines, so that nothing has to be asked again."""
    return await asyncio.to_thread(_inbox, services)


def _inbox(services: Services) -> Inbox:
    rows = services.ledger.handoffs.open()
    newest = services.ledger.newest_acts([row.conversation for row in rows])
    found = [_called(row, newest.get(row.conversation, ())) for row in rows]
    return Inbox(
        waiting=tuple(one for one in found if one.state != "joined"),
        joined=tuple(one for one in found if one.state == "joined"),
    )


def _called(row: Standing, acts: tuple[Kept, ...]) -> Called:
    newest = tuple(map(told, acts))
    return Called(
        id=str(row.place),
        conversation_id=next((act.conversation_id for act in newest if act.conversation_id), ""),
        state=row.state,
        priority=row.priority,
        since=row.opened_at,
        agent=row.agent,
        skill=row.skill,
        language=row.language,
        deadlines=Deadlines(
            answer=row.answer_due, update=row.update_due, resolve=row.resolve_due, timeout=row.timeout_due
        ),
        newest=newest,
    )


@operation("GET", "/v1/handoffs/{handoff_id}", title="Read a handoff", area=AREA, scope=Scope.READ)
async def read_handoff(services: Services, handoff_id: str) -> Story:
    """The packet: why a human is called, how it feels, what was tried and promised, what not to ask again."""
    return await asyncio.to_thread(_story, services, _place(handoff_id))


def _story(services: Services, place: int) -> Story:
    companion = services.engine.companion
    conversation_id = handoff.conversation_of(companion, place)
    row = services.ledger.handoffs.at(place)
    if row is None:
        raise acting.NotThere("handoff")
    acts = services.ledger.conversation(conversation_id)
    (state,) = as_allowed([folded(conversation_id, acts)], companion.conversations)
    newest = services.ledger.newest_acts([row.conversation]).get(row.conversation, ())
    found = packet(state, acts, companion.house)
    return Story(handoff=_called(row, newest), packet=found if found and found.handoff == place else None)


@operation(
    "POST", "/v1/handoffs/{handoff_id}/claim", title="Claim a handoff", area=AREA, scope=Scope.HANDOFFS, example={}
)
async def claim_handoff(services: Services, handoff_id: str, body: Step, asked: Asked) -> Done | Replayed:
    """A human takes it: the person is told, and the assistant is silent from now on. Claimed by two, one gets 409."""
    place = await _known(services, handoff_id, body)
    return done(await services.written(lambda companion, now: handoff.claim(companion, _by(asked, now, body), place)))


@operation(
    "POST",
    "/v1/handoffs/{handoff_id}/answer",
    title="Answer as a human",
    area=AREA,
    scope=Scope.HANDOFFS,
    example={"text": "Hello, I am Mia. Your refund leaves today."},
)
async def answer_handoff(services: Services, handoff_id: str, body: HumanAnswer, asked: Asked) -> TakenTurn | Replayed:
    """What the human who has it writes to the person. Whoever does not have it is refused: never two voices."""
    place = await _known(services, handoff_id, body)
    outcome = await services.written(
        lambda companion, now: handoff.answer(companion, _by(asked, now, body), place, body.text)
    )
    written = taken(outcome.turn[1].conversation_id, outcome)
    return Replayed(written) if outcome.repeated else written


@operation(
    "POST",
    "/v1/handoffs/{handoff_id}/note",
    title="Note something for the team",
    area=AREA,
    scope=Scope.HANDOFFS,
    example={"text": "The parcel is with the neighbour."},
)
async def note_handoff(services: Services, handoff_id: str, body: TeamNote, asked: Asked) -> Done | Replayed:
    """The person is not shown it unasked, but it is in their export."""
    place = await _known(services, handoff_id, body)
    return done(
        await services.written(lambda companion, now: handoff.note(companion, _by(asked, now, body), place, body.text))
    )


@operation(
    "POST", "/v1/handoffs/{handoff_id}/release", title="Release a handoff", area=AREA, scope=Scope.HANDOFFS, example={}
)
async def release_handoff(services: Services, handoff_id: str, body: Step, asked: Asked) -> Done | Replayed:
    """Back into the queue, for anybody; the person is told that the human has left."""
    place = await _known(services, handoff_id, body)
    return done(await services.written(lambda companion, now: handoff.release(companion, _by(asked, now, body), place)))


@operation(
    "POST",
    "/v1/handoffs/{handoff_id}/transfer",
    title="Transfer a handoff",
    area=AREA,
    scope=Scope.HANDOFFS,
    example={"skill": "billing"},
)
async def transfer_handoff(services: Services, handoff_id: str, body: Transfer, asked: Asked) -> Done | Replayed:
    """To a member of the team who may act, or to whoever has a skill; the person is told."""
    place = await _known(services, handoff_id, body)
    await asyncio.to_thread(_require_helps, services, body.to)
    return done(
        await services.written(
            lambda companion, now: handoff.transfer(
                companion, _by(asked, now, body), place, to=body.to, skill=body.skill
            )
        )
    )


@operation(
    "POST", "/v1/handoffs/{handoff_id}/return", title="Return a handoff", area=AREA, scope=Scope.HANDOFFS, example={}
)
async def return_handoff(services: Services, handoff_id: str, body: Step, asked: Asked) -> Done | Replayed:
    """Back to the assistant, which says again what it is. What was asked for and what failed before is settled."""
    place = await _known(services, handoff_id, body)
    return done(
        await services.written(lambda companion, now: handoff.give_back(companion, _by(asked, now, body), place))
    )


@operation(
    "POST", "/v1/handoffs/{handoff_id}/resolve", title="Resolve a handoff", area=AREA, scope=Scope.HANDOFFS, example={}
)
async def resolve_handoff(services: Services, handoff_id: str, body: Step, asked: Asked) -> Done | Replayed:
    """The matter is settled; the person is told, and if they write again the assistant answers."""
    place = await _known(services, handoff_id, body)
    return done(await services.written(lambda companion, now: handoff.resolve(companion, _by(asked, now, body), place)))


@operation(
    "POST", "/v1/handoffs/{handoff_id}/decline", title="Decline a handoff", area=AREA, scope=Scope.HANDOFFS, example={}
)
async def decline_handoff(services: Services, handoff_id: str, body: Step, asked: Asked) -> Done | Replayed:
    """The person no longer wants a human, and nobody has come yet."""
    place = await _known(services, handoff_id, body)
    return done(
        await services.written(lambda companion, now: handoff.declined(companion, _by(asked, now, body), place))
    )


def _place(handoff_id: str) -> int:
    return afterwards.place_of(handoff_id, "handoff")


async def _known(services: Services, handoff_id: str, step: Step) -> int:
    """The place of a handoff, once whoever takes the step is known to be of the team, and to be allowed to."""
    await asyncio.to_thread(_require_helps, services, step.agent)
    return _place(handoff_id)


def _require_helps(services: Services, member_id: str) -> None:
    """Raises, where somebody is named: `MemberMissing`, `CannotHelp`."""
    if member_id:
        require_helps(services.staff.member(member_id))


def _by(asked: Asked, now: dt.datetime, step: Step) -> acting.Asked:
    return msgspec.structs.replace(asked.by(now), agent=step.agent)
