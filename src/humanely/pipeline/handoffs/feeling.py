"""How a conversation feels, as far as that is known: what the person said, apart from what was estimated."""

from typing import Literal

import msgspec

from humanely.context.trajectory import DIP, TurnReading, ending
from humanely.store.conversation import ConversationState

Trend = Literal["worse", "better", "steady", "unknown"]

_LIKELY = 0.5
_EMOTIONS = 2


class Estimated(msgspec.Struct, frozen=True, kw_only=True):
    """How the newest message that can be told may feel; an estimate of the message, not of the person.

    Attributes:
        valence: [-1, 1].
        emotions: those that stand out, the likeliest first, each with its probability; none where the model abstains.
        sure: the model stands by it.
    """

    place: int
    valence: float
    emotions: tuple[tuple[str, float], ...] = ()
    sure: bool = False


class SaidFeeling(msgspec.Struct, frozen=True):
    """How the person says they feel, as a valence, [-1, 1]; it outranks every estimate."""

    place: int
    valence: float


class Feeling(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of how it feels, said and estimated apart.

    Attributes:
        said: None where they did not say.
        estimated: None where nothing may be estimated, or nothing can be told.
        trend: from their first message to the newest, over both.
        change: of valence over it, [-2, 2]; None where it is unknown.
    """

    said: SaidFeeling | None = None
    estimated: Estimated | None = None
    trend: Trend = "unknown"
    change: float | None = None


def feeling_of(state: ConversationState) -> Feeling:
    """What is known of how a conversation feels, said and estimated apart."""
    readings = [(place, one) for place, one in zip(state.places, state.readings, strict=True) if one.turn.is_customer]
    said = next(((place, one.said) for place, one in reversed(readings) if one.said is not None), None)
    told = next(((place, one) for place, one in reversed(readings) if one.said is None and one.felt is not None), None)
    moved = ending(state.readings)
    # One message alone has no trend.
    change = moved.last - moved.first if moved and sum(one.felt is not None for _, one in readings) > 1 else None
    return Feeling(
        said=SaidFeeling(*said) if said else None,
        estimated=_estimated(*told) if told else None,
        trend=_trend(change),
        change=change,
    )


def _estimated(place: int, reading: TurnReading) -> Estimated:
    likely = [(name, one) for name, one in (reading.emotions or {}).items() if one >= _LIKELY and name != "neutral"]
    shown = tuple(sorted(likely, key=lambda pair: -pair[1])[:_EMOTIONS]) if reading.confident else ()
    return Estimated(place=place, valence=reading.felt or 0.0, emotions=shown, sure=reading.confident)


def _trend(change: float | None) -> Trend:
    if change is None:
        return "unknown"
    return "worse" if change <= -DIP else "better" if change >= DIP else "steady"
