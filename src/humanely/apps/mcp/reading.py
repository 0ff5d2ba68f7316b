"""`read_feeling`: what one message may feel like."""

from typing import Annotated

import msgspec
from msgspec import Meta

from humanely import estimate
from humanely.affect.reading import LanguageStatus
from humanely.apps.mcp.desk import Desk
from humanely.apps.mcp.tool import In, LanguageTag, Text, Tool
from humanely.signal.tag import base_language

CAVEAT = (
    "An estimate of this message, not of the person who wrote it: it may be wrong, it is no diagnosis, and what people "
    "say of themselves counts more."
)


class ReadFeeling(In, frozen=True, kw_only=True):
    """One message."""

    text: Annotated[Text, Meta(description="The message, as it was written.")]
    language: Annotated[
        LanguageTag | None, Meta(description="Its language, such as en or pt-BR, if you know it; else its words tell.")
    ] = None


class Feeling(msgspec.Struct, frozen=True, kw_only=True):
    """What the message may feel like and call for."""

    feelings: Annotated[
        dict[str, float],
        Meta(description="Emotions the message may carry: probability each, [0, 1], most probable first; may be none."),
    ]
    sentiment: Annotated[dict[str, float], Meta(description="neg, neu and pos: probabilities that add up to 1.")]
    valence: Annotated[float, Meta(description="Unpleasant to pleasant, [-1, 1].")]
    arousal: Annotated[float | None, Meta(description="Calm to excited, [0, 1]; null where it cannot be told.")]
    situations: Annotated[
        dict[str, float], Meta(description="What the message may say of its situation: probability each, [0, 1].")
    ]
    need: Annotated[
        float | None, Meta(description="Empathy called for: 0 none, 1 light, 2 clear, 3 strong; null if unreadable.")
    ]
    life_may_be_at_risk: Annotated[
        bool,
        Meta(description="The message may speak of suicide or self-harm: bring in a human and call find_helpline."),
    ]
    because: Annotated[tuple[str, ...], Meta(description="Words of the message that speak for an emotion.")]
    confident: Annotated[
        bool, Meta(description="False where the estimate of the emotions abstains; `reason` says why.")
    ]
    reason: str | None
    language: Annotated[str | None, Meta(description="ISO 639-1; null where the words do not tell it.")]
    language_status: Annotated[
        LanguageStatus,
        Meta(description="measured: figures are in the model card; transferred: not measured; off: none."),
    ]
    model: str
    caveat: str = CAVEAT


def read_feeling(desk: Desk, asked: ReadFeeling) -> Feeling:
    """Read one message."""
    language = base_language(asked.language) or None
    (read,) = estimate.read([asked.text], languages=[language])
    return Feeling(
        feelings={label: read.emotions[label] for label in read.labels},
        sentiment=read.sentiment,
        valence=read.valence,
        arousal=read.arousal,
        situations={name: read.situation[name] for name in read.situations},
        need=read.need,
        life_may_be_at_risk=read.crisis.fired,
        because=tuple(f"“{span.text}” → {span.label}" for span in read.evidence),
        confident=read.confident,
        reason=read.reason,
        language=read.language,
        language_status=read.language_status,
        model=f"{read.model.name} {read.model.version}",
    )


TOOL = Tool(
    name="read_feeling",
    title="Estimate what a message may feel like",
    says="Estimate what one message may feel like: emotions, sentiment, situation, how much empathy it calls for, and "
    "whether a life may be at risk. An estimate of a message, never of a person. Personal data are masked first; "
    "nothing is recorded.",
    takes=ReadFeeling,
    gives=Feeling,
    run=read_feeling,
)
