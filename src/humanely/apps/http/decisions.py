"""Why something was decided, from the very terms that decided it."""

import asyncio
from typing import Literal

import msgspec

from humanely.apps.http.operation import operation
from humanely.apps.http.wire import In, Locale
from humanely.apps.serving.services import Services
from humanely.pipeline import afterwards
from humanely.response.why import PersonWhy, StaffWhy, for_person, for_staff
from humanely.store.api_key import Scope
from humanely.store.records import DecisionRecord


class WhyWanted(In, frozen=True, kw_only=True, rename={"for_": "for"}):
    """For whom, and in which language.

    Attributes:
        for_: `staff` get the terms with evidence and weight; a `person` gets plain words.
        locale: of the words for a person; that of the house, if left out.
    """

    for_: Literal["staff", "person"] = "staff"
    locale: Locale | None = None


class WhyTold(msgspec.Struct, frozen=True, kw_only=True):
    """Why something was decided; one of the two, as it was asked for.

    Attributes:
        person: in plain words, for whom it is about.
        staff: every term with its evidence and weight, and what came second.
        text: the same, to be shown as it is.
    """

    conversation_id: str
    text: str
    person: PersonWhy | None = None
    staff: StaffWhy | None = None


@operation(
    "GET",
    "/v1/decisions/{decision_id}/why",
    title="Why",
    area="Conversations",
    scope=Scope.READ,
    example={"for": "staff"},
)
async def why(services: Services, decision_id: str, query: WhyWanted) -> WhyTold:
    """Why a decision was made. For staff: the terms that made it, with evidence, weight and what came second. For the
    person it is about: the same in plain words, and what they can do.
    """
    return await asyncio.to_thread(_why, services, decision_id, query)


def _why(services: Services, decision_id: str, query: WhyWanted) -> WhyTold:
    place = afterwards.place_of(decision_id, "decision")
    companion = services.engine.companion
    found = afterwards.found_record(companion.conversations, place, DecisionRecord, "decision")
    if query.for_ == "person":
        house = companion.house
        told = for_person(found.decision, query.locale or house.locale, familiar=house.address == "familiar")
        return WhyTold(conversation_id=found.conversation_id, text=told.text, person=told)
    terms = for_staff(found.decision)
    return WhyTold(conversation_id=found.conversation_id, text=terms.text, staff=terms)
