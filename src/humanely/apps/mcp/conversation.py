"""A conversation as the tools are given it, and what is decided on it."""

import hashlib
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.mcp.desk import Desk
from humanely.apps.mcp.tool import In, LanguageTag, Text
from humanely.decision.decision import Evidence
from humanely.decision.decision import Reason as Term
from humanely.pipeline.advise import Said, advise
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.case import Case
from humanely.response.channel import ChannelKind
from humanely.signal.turn import Speaker

MOST_MESSAGES = 200

Tag = Annotated[str, Meta(min_length=1, max_length=100)]
Place = Annotated[str, Meta(pattern="^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]


class Message(In, frozen=True, kw_only=True):
    """One message."""

    speaker: Annotated[
        Speaker,
        Meta(
            description="customer: the person served; agent: a human of the team; assistant: a machine, you included."
        ),
    ]
    text: Annotated[Text, Meta(description="As it was written.")]


class Conversation(In, frozen=True, kw_only=True):
    """A conversation, up to the customer's message that waits for an answer."""

    messages: Annotated[
        tuple[Message, ...],
        Meta(min_length=1, max_length=MOST_MESSAGES, description="Oldest first; the last one is the customer's."),
    ]
    channel: Annotated[ChannelKind, Meta(description="By which the answer travels: decides how long it may be.")] = (
        "chat"
    )
    locale: Annotated[
        LanguageTag | None,
        Meta(description="Language of the channel, such as de-AT; the language of the messages comes first."),
    ] = None
    place: Annotated[
        Place | None,
        Meta(description="Where the person is, ISO 3166, if you know it: emergency numbers and the law depend on it."),
    ] = None
    tags: Annotated[
        tuple[Tag, ...],
        Meta(max_length=50, description="Journeys and marks, such as refund, appeal, vulnerable or minor."),
    ] = ()


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that speaks for the decision."""

    name: str
    says: str
    weight: Annotated[float, Meta(description="How much it counts, [0, 1].")]
    because: Annotated[tuple[str, ...], Meta(description="Words of the messages, estimates and facts behind it.")]


def case_of(desk: Desk, asked: Conversation, **about: object) -> Case:
    """Read and decide on a conversation; nothing is recorded.

    The caller has told the person that feelings may be estimated, as the instructions of the server ask.

    Raises:
        NothingToAnswer: the last message is not the customer's.
    """
    first = asked.messages[0].text.encode("utf-8", "replace")
    arrival = Arrival(
        # The same conversation is answered in the same words, another in others.
        conversation_id=hashlib.blake2b(first, digest_size=8).hexdigest(),
        person_id="",
        text="",
        channel=asked.channel,
        locale=asked.locale,
        place=asked.place,
        tags=frozenset(asked.tags),
        noticed=True,
        writer="caller",
    )
    said = [Said(one.speaker, one.text) for one in asked.messages]
    return advise(said, msgspec.structs.replace(arrival, **about), desk.house, desk.reader, desk.clock())


def reasons_of(terms: tuple[Term, ...]) -> tuple[Reason, ...]:
    """Reasons with their evidence in words."""
    return tuple(
        Reason(name=one.name, says=one.says, weight=one.weight, because=tuple(map(_in_words, one.evidence)))
        for one in terms
    )


def _in_words(evidence: Evidence) -> str:
    if evidence.kind == "words":
        return f"“{evidence.value}”"
    if evidence.kind == "estimate":
        return f"{evidence.value.replace('_', ' ')} (an estimate, {evidence.probability:.0%})"
    return evidence.value
