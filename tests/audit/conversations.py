"""Conversations for tests, read by the real rules; only what the model would say is given by hand."""

import datetime as dt
from collections.abc import Sequence

from humanely.affect.cues import cues
from humanely.context.exchange import exchanges
from humanely.context.trajectory import TurnReading
from humanely.pipeline import ReadConversation
from humanely.signal.turn import Conversation, Speaker, Turn

START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
FEELINGS = {-1: "anger", 0: "neutral", 1: "joy"}

Said = tuple[str, str] | tuple[str, str, float]
"""Who, what, and for customers the valence the model would give (0 when left out)."""


def conversation(
    *said: Said,
    conversation_id: str = "c1",
    language: str | None = "en",
    answer_languages: Sequence[str | None] = (),
    hours_between: float | None = 0.1,
    **about: str | float | bool | None,
) -> ReadConversation:
    """Read a conversation; every customer turn is confident."""
    own = iter(answer_languages)
    readings = tuple(
        _reading(index, one, language, language if one[0] == "customer" else next(own, language), hours_between)
        for index, one in enumerate(said)
    )
    whole = Conversation(conversation_id, tuple(r.turn for r in readings), language=language, **about)  # type: ignore[arg-type]
    return ReadConversation(whole, language, readings, exchanges(readings), {})


def _reading(
    index: int, said: Said, customer: str | None, language: str | None, hours_between: float | None
) -> TurnReading:
    speaker, text = Speaker(said[0]), said[1]
    time = None if hours_between is None else START + dt.timedelta(hours=hours_between * index)
    turn = Turn(index, speaker, text, time)
    if speaker is not Speaker.CUSTOMER:
        return TurnReading(turn, language)
    valence = said[2] if len(said) == 3 else 0.0
    feeling = FEELINGS[(valence > 0.2) - (valence < -0.2)]
    emotions = {"anger": 0.02, "joy": 0.02, "neutral": 0.1} | {feeling: 0.9}
    return TurnReading(turn, customer, cues(text, customer), emotions, valence, 0.5, confident=True, settled=True)
