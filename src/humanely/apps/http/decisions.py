"""Why something was decided, from the very terms that decided it."""

import asyncio
from typing import Literal

import msgspec

from humanely.apps.http.operation import operation
from humanely.apps.http.services import Services
from humanely.apps.http.wire import Decided, In, Locale, decided
from humanely.pipeline import afterwards
from humanely.store.api_key import Scope
from humanely.store.records import DecisionRecord

_LONGEST = 18


class WhyWanted(In, frozen=True, kw_only=True, rename={"for_": "for"}):
    """For whom, and in which language.

    Attributes:
        for_: `staff` get the terms with evidence and weight; a `person` gets plain words.
        locale: of the words for a person; that of the house, if left out.
    """

    for_: Literal["staff", "person"] = "staff"
    locale: Locale | None = None


class WhyTold(msgspec.Struct, frozen=True, kw_only=True):
    """Why something was decided.

    Attributes:
        sentences: in plain words, the leading reason first.
        decision: with every term; null where it is told to the person.
    """

    conversation_id: str
    sentences: tuple[str, ...]
    decision: Decided | None = None


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
    if not (decision_id.isascii() and decision_id.isdigit() and len(decision_id) <= _LONGEST):
        raise afterwards.NotThere("decision")
    companion = services.engine.companion
    found = afterwards.found_record(companion.conversations, int(decision_id), DecisionRecord, "decision")
    if query.for_ == "person":
        from humanely.response.why import for_person

        sentences = for_person(found.decision, query.locale or companion.house.locale)
        return WhyTold(conversation_id=found.conversation_id, sentences=sentences)
    return WhyTold(
        conversation_id=found.conversation_id,
        sentences=tuple(reason.says for reason in found.decision.reasons),
        decision=decided(int(decision_id), found.decision),
    )
