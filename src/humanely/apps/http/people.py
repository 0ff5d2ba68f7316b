"""What a person may ask for: to see, to correct, to allow and refuse, to be forgotten."""

import asyncio
import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.http.operation import operation
from humanely.apps.http.told import AnyTold, told
from humanely.apps.http.wire import ArrivingConsent, ArrivingCorrection, Done, In, Locale, done
from humanely.apps.serving.asked import Asked, Replayed
from humanely.apps.serving.erasing import erased
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.pipeline import afterwards
from humanely.pipeline.companion import Companion
from humanely.pipeline.person import consent
from humanely.pipeline.person.consent import Held
from humanely.pipeline.person.export import export
from humanely.pipeline.person.exported import Export
from humanely.store.api_key import Scope
from humanely.store.log.act import Recorded
from humanely.trust.erasure import in_words


class ExportWanted(In, frozen=True, kw_only=True):
    """In whose words.

    Attributes:
        locale: of the person; that of the house, if left out.
    """

    locale: Locale | None = None


@operation(
    "GET",
    "/v1/people/{person_id}/export",
    title="Export a person",
    area="People",
    scope=Scope.PEOPLE,
    example={"locale": "en"},
)
async def export_person(services: Services, person_id: str, query: ExportWanted) -> Export:
    """Everything that is recorded of one person, as one JSON file in words they understand (GDPR Art. 15 and 20): what
    was said, what was estimated of it, what was decided and why, what was answered, what they allowed.
    """
    companion, now = services.engine.companion, dt.datetime.now(dt.UTC)
    house = companion.house
    return await asyncio.to_thread(export, person_id, companion.conversations, house, now, query.locale)


class ErasePerson(In, frozen=True, kw_only=True):
    """Who else holds what was said.

    Attributes:
        sent_to: names of other systems it was sent to, for the receipt, beside those that the record names.
    """

    sent_to: Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=100)], ...], Meta(max_length=20)] = ()


class ErasedTold(msgspec.Struct, frozen=True, kw_only=True):
    """The receipt of an erasure.

    Attributes:
        pseudonym: under which the ledger still says that something was recorded.
        at: when the key was destroyed.
        erased: how many things of each part.
        unreached: what could not be reached, each in a sentence.
        words: the receipt as text, for the person.
    """

    pseudonym: str
    at: dt.datetime
    erased: dict[str, int]
    unreached: tuple[str, ...]
    words: str


@operation(
    "POST",
    "/v1/people/{person_id}/erase",
    title="Erase a person",
    area="People",
    scope=Scope.PEOPLE,
    example={"sent_to": ["the helpdesk"]},
)
async def erase_person(services: Services, person_id: str, body: ErasePerson) -> ErasedTold:
    """Destroy the key of a person, without which nothing of what they said can be read again (GDPR Art. 17). The ledger
    still verifies. Other systems it went to are named, as far as the record says which; a second time finds nothing
    more. Someone who returns needs a new id.
    """
    receipt = await erased(services, person_id, body.sent_to)
    return ErasedTold(
        pseudonym=receipt.pseudonym,
        at=receipt.at,
        erased={part.value: count for part, count in receipt.erased.items()},
        unreached=tuple(one.why for one in receipt.unreached),
        words=in_words(receipt),
    )


class ConsentsWanted(In, frozen=True, kw_only=True):
    """In whose words.

    Attributes:
        locale: of the person.
    """

    locale: Locale | None = None


class ConsentsTold(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has allowed.

    Attributes:
        consents: for every purpose there is a text for, and everything they ever answered; only `granted` allows
            anything. Ask for what is `not_asked` or `outdated`, once, with the text word for word.
        history: all they were asked and answered, in order.
    """

    consents: tuple[Held, ...]
    history: tuple[AnyTold, ...]


@operation(
    "GET",
    "/v1/people/{person_id}/consents",
    title="What a person has allowed",
    area="People",
    scope=Scope.PEOPLE,
    example={"locale": "de"},
)
async def read_consents(services: Services, person_id: str, query: ConsentsWanted) -> ConsentsTold:
    """What holds now, with the texts in use. Nothing is allowed before it is asked; a later no beats an earlier yes."""

    def read() -> ConsentsTold:
        companion = services.engine.companion
        stands = consent.held(person_id, companion.conversations, companion.house, query.locale)
        acts = services.ledger.person(person_id)
        return ConsentsTold(consents=stands, history=tuple(told(act) for act in acts if act.kind == "consent"))

    return await asyncio.to_thread(read)


@operation(
    "POST",
    "/v1/people/{person_id}/consents",
    title="Record a consent",
    area="People",
    scope=Scope.PEOPLE,
    example={"act": "withdrawn", "purpose": "estimate", "version": "2026-11", "locale": "en"},
)
async def record_consent(services: Services, person_id: str, body: ArrivingConsent) -> Done:
    """What a person answered, or that they were asked. A yes counts for the text in use; a no always counts, from the
    next turn on.
    """
    given = consent.Answered(**{name: getattr(body, name) for name in body.__struct_fields__})

    def record(companion: Companion, now: dt.datetime) -> Recorded:
        placed = consent.answer(given, person_id, companion.conversations, companion.house, now)
        if isinstance(placed, HumanelyError):
            raise placed
        return placed

    placed = await services.written(record)
    return Done(str(placed.first), placed.at)


@operation(
    "POST",
    "/v1/people/{person_id}/corrections",
    title="Correct an estimate",
    area="People",
    scope=Scope.PEOPLE,
    example={"turn": "40", "feeling": "neutral", "note": "I was joking."},
)
async def record_correction(
    services: Services, person_id: str, body: ArrivingCorrection, asked: Asked
) -> Done | Replayed:
    """What the person says outranks what was estimated, from the next decision on."""
    placed = await services.written(
        lambda companion, now: afterwards.correction(
            companion.conversations, asked.by(now), person_id, int(body.turn), body.feeling, body.note
        )
    )
    return done(placed)
