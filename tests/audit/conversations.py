"""Conversations for tests, read by the real rules; only what the model would say is given by hand."""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.cues import cues, pooled
from humanely.affect.labels import KINDS, MARKS
from humanely.affect.reading import AnswerEstimate
from humanely.context.exchange import exchanges
from humanely.context.trajectory import TurnReading
from humanely.estimate import ReadConversation
from humanely.signal.turn import Conversation, Speaker, Turn

START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
FEELINGS = {-1: "anger", 0: "neutral", 1: "joy"}

Said = tuple[str, str] | tuple[str, str, float]
"""Who, what, and for customers the valence the model would give (0 when left out)."""


class Asked(msgspec.Struct, frozen=True):
    """What the model would read in a customer's message: its need, [0, 1], and the situations it reports."""

    need: float
    situations: tuple[str, ...] = ()


def shows(feels_with: int = 0, understands: int = 0, asks: int = 0, acts: int = 0, **marks: float) -> AnswerEstimate:
    """What the model would read in an answer; marks from 0.5 on are reported, those left out are improbable."""
    degrees = dict(zip(KINDS, (feels_with, understands, asks, acts), strict=True))
    sure = {"promise": 0.05} | dict.fromkeys(MARKS, 0.05) | marks
    against = tuple(name for name in MARKS if sure[name] >= 0.5)
    return AnswerEstimate(degrees, {kind: float(degree) for kind, degree in degrees.items()}, sure, against)


Model = Mapping[int, Asked | AnswerEstimate]
"""What the model would say of the turns at these places; nothing of any other but the valence of customers."""


class Told:
    """Reads an answer by its place, which its vector tells; of several in a row the longest counts."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def estimate_answers(self, answers: NDArray[np.float64], messages: NDArray[np.float64]) -> list[AnswerEstimate]:
        """What was given for these places."""
        assert answers.shape == messages.shape
        found = [self.model[int(row.argmax())] for row in answers]
        return [one for one in found if isinstance(one, AnswerEstimate)]


def conversation(
    *said: Said,
    conversation_id: str = "c1",
    language: str | None = "en",
    answer_languages: Sequence[str | None] = (),
    hours_between: float | None = 0.1,
    model: Model | None = None,
    **about: str | float | bool | None,
) -> ReadConversation:
    """Read a conversation; every customer turn is confident."""
    own = iter(answer_languages)
    given = model or {}
    alone = tuple(
        _reading(index, one, language, language if one[0] == "customer" else next(own, language), hours_between)
        for index, one in enumerate(said)
    )
    readings = tuple(_with_model(reading, given.get(at), len(said)) for at, reading in enumerate(alone))
    whole = Conversation(conversation_id, tuple(r.turn for r in readings), language=language, **about)  # type: ignore[arg-type]
    return ReadConversation(whole, language, readings, exchanges(readings, Told(given)), {})


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


def _with_model(reading: TurnReading, given: Asked | AnswerEstimate | None, width: int) -> TurnReading:
    if given is None:
        return reading
    vector = np.eye(width, dtype=np.float16)[reading.turn.index].tobytes()
    if isinstance(given, AnswerEstimate):
        return msgspec.structs.replace(reading, vector=vector)
    found = pooled(reading.turn.text, reading.cues, dict.fromkeys(given.situations, 0.9), given.situations)
    return msgspec.structs.replace(reading, cues=found, called_for=given.need, vector=vector)


def polish() -> ReadConversation:
    """A language without phrases: a failed attempt and an ask for a human, met coldly, then left open."""
    return conversation(
        ("customer", "Próbowałam już trzy razy i dalej nic. Jestem załamana.", -0.8),
        ("assistant", "Prosimy zapoznać się z regulaminem."),
        ("customer", "Proszę mnie połączyć z człowiekiem.", -0.7),
        language="pl",
        model={
            0: Asked(0.9, ("attempt_failed", "frustrated")),
            1: shows(dismissal=0.9, promise=0.2),
            2: Asked(0.8, ("asks_for_human",)),
        },
    )


def japanese() -> ReadConversation:
    """A language without phrases: a strong moment met well."""
    return conversation(
        ("customer", "二回も料金を引かれて、誰も助けてくれません。とても不安です。", -0.8),
        ("agent", "二重に請求してしまい申し訳ありません。ご不安でしたね。本日返金しました。金曜日までに届きます。"),
        ("customer", "ありがとうございます。", 0.7),
        language="ja",
        model={
            0: Asked(0.9, ("complains", "frustrated")),
            1: shows(feels_with=2, understands=2, acts=2, promise=0.9),
            2: Asked(0.1, ("grateful",)),
        },
    )
