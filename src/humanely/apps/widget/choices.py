"""What a visitor decides about themselves: what they feel, what they allow; why, what is held, and that it goes."""

import asyncio
import datetime as dt
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from humanely.apps.http import people
from humanely.apps.http.wire import LARGEST_PLACE, In, Locale
from humanely.apps.serving.asked import Asked
from humanely.apps.widget.conversation import consents
from humanely.apps.widget.door import Door
from humanely.apps.widget.human import NAME
from humanely.apps.widget.visitor import Visitor
from humanely.errors import HumanelyError
from humanely.pipeline import acting, afterwards
from humanely.pipeline.acting import NotThere
from humanely.pipeline.arrival import Arrival, Feeling
from humanely.pipeline.companion import Companion
from humanely.pipeline.person import behaviour, consent
from humanely.pipeline.person.behaviour import Counts, Rhythm
from humanely.pipeline.person.consent import Held
from humanely.pipeline.person.export import PersonUnknown, export
from humanely.response.why import for_person
from humanely.store.conversation import ConversationState
from humanely.store.records import DecisionRecord, decode
from humanely.trust.consent import Act, How, Purpose, Sense


class Felt(In, frozen=True, kw_only=True):
    """What the person says they feel, by name."""

    feeling: Feeling


class Recorded(msgspec.Struct, frozen=True):
    """Whether it is recorded."""

    recorded: bool


async def feel(door: Door, visitor: Visitor, body: Felt, asked: Asked) -> Recorded:
    """Say what the newest message felt like; it outranks what was estimated of it."""

    def felt(companion: Companion, now: dt.datetime) -> Recorded:
        conversations = companion.conversations
        turn = _newest_turn(conversations.standing([visitor.conversation])[0])
        by = acting.Asked(NAME, now, asked.repeat_key, asked.fingerprint)
        afterwards.correction(conversations, by, visitor.person, turn, body.feeling, "")
        return Recorded(True)

    return await door.services.written(felt)


def _newest_turn(state: ConversationState) -> int:
    """Place of the person's newest turn.

    Raises:
        NotThere: they have not written yet.
    """
    for place, reading in zip(reversed(state.places), reversed(state.readings), strict=True):
        if reading.turn.is_customer:
            return place
    raise NotThere("turn")


class Locally(In, frozen=True, kw_only=True):
    """In which language."""

    locale: Locale | None = None


class Standing(msgspec.Struct, frozen=True):
    """What holds for each purpose and sense."""

    consents: tuple[Held, ...]


async def read_consents(door: Door, visitor: Visitor, body: Locally) -> Standing:
    """What the person has allowed, and with which words they were or may be asked."""
    return Standing(await asyncio.to_thread(consents, door, visitor, body.locale))


class Answer(In, frozen=True, kw_only=True):
    """What the person answered to one question; whoever closes it has refused.

    Attributes:
        version, locale: of the text they were shown; empty where they said no without one.
    """

    act: Literal["granted", "refused", "withdrawn"]
    purpose: Purpose
    sense: Sense = Sense.TEXT
    version: Annotated[str, Meta(max_length=100)] = ""
    locale: Annotated[str, Meta(max_length=35)] = ""


async def answer_consent(door: Door, visitor: Visitor, body: Answer) -> Standing:
    """Record a yes or a no; it holds from now on."""
    given = consent.Answered(**{**msgspec.structs.asdict(body), "act": Act(body.act)}, how=How.WIDGET)

    def answered(companion: Companion, now: dt.datetime) -> None:
        placed = consent.answer(given, visitor.person, companion.conversations, companion.house, now)
        if isinstance(placed, HumanelyError):
            raise placed

    await door.services.written(answered)
    return Standing(await asyncio.to_thread(consents, door, visitor, body.locale or None))


async def count(door: Door, visitor: Visitor, body: Counts, private: bool) -> Recorded:
    """Take counts of how the page was used, where consent and law allow it; never from a browser that asks for
    privacy (Global Privacy Control).
    """
    return await _measured(door, visitor, body, private)


async def take_rhythm(door: Door, visitor: Visitor, body: Rhythm, private: bool) -> Recorded:
    """Take how somebody typed, likewise."""
    return await _measured(door, visitor, body, private)


async def _measured(door: Door, visitor: Visitor, figures: Counts | Rhythm, private: bool) -> Recorded:
    if private:
        return Recorded(False)
    about = Arrival(conversation_id=visitor.conversation, person_id=visitor.person, text="")
    return Recorded(
        await door.services.written(lambda companion, now: behaviour.counted(companion, about, figures, now))
    )


class Asking(In, frozen=True, kw_only=True):
    """About which line.

    Attributes:
        place: of the line.
    """

    place: Annotated[int, Meta(ge=0, le=LARGEST_PLACE)]
    locale: Locale | None = None


class Because(msgspec.Struct, frozen=True):
    """Why, in words for the person."""

    text: str


async def why(door: Door, visitor: Visitor, body: Asking) -> Because:
    """Why the person got an answer, from the decision that led to it."""
    return Because(await asyncio.to_thread(_why, door, visitor, body))


def _why(door: Door, visitor: Visitor, body: Asking) -> str:
    companion = door.services.engine.companion
    acts = companion.conversations.ledger.conversation(visitor.conversation)
    led = [act for act in acts if act.kind == "decision" and act.index <= body.place and act.payload is not None]
    record = decode(led[-1].payload) if led and led[-1].payload is not None else None
    if not isinstance(record, DecisionRecord):
        raise NotThere("decision")
    house = companion.house
    return for_person(record.decision, body.locale or house.locale, familiar=house.address == "familiar").text


async def export_own(door: Door, visitor: Visitor, body: Locally) -> Any:
    """Everything that is recorded of the person (GDPR Art. 15 and 20)."""
    companion = door.services.engine.companion
    try:
        return await asyncio.to_thread(
            export, visitor.person, companion.conversations, companion.house, door.now(), body.locale
        )
    except PersonUnknown:
        return {"person_id": visitor.person, "conversations": []}


class Sure(In, frozen=True, kw_only=True):
    """That the person was asked twice."""

    sure: Literal[True]


async def erase_own(door: Door, visitor: Visitor, body: Sure) -> Any:
    """Destroy the key of everything that is recorded of the person (GDPR Art. 17); the receipt says what went."""
    del body
    return await people.erase_person.handle(door.services, visitor.person, people.ErasePerson())
