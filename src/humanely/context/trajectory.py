"""How a customer's valence moves through a conversation."""

from collections.abc import Mapping, Sequence

import msgspec

from humanely.affect.cues import Cue
from humanely.affect.fuse import fuse
from humanely.affect.small_talk import only_greets
from humanely.signal.turn import Turn


class TurnReading(msgspec.Struct, frozen=True):
    """A masked turn with what was estimated of it.

    Attributes:
        language: ISO 639-1 code, None when unknown.
        cues: of a customer's turn; empty for answers.
        emotions: 28 GoEmotions labels, probability each, [0, 1]; None without a model or for answers.
        valence: the model's, [-1, 1]; None without a model.
        arousal: [0, 1] or None.
        confident: False where the model abstains from naming an emotion.
        settled: whether the model stands by the side of its valence, pleasant or unpleasant.
        called_for: the need the model reads in the message alone, [0, 1]; None without a model or for answers.
        said: how the person says they feel, as a valence, [-1, 1]; outranks every estimate. None where they did not.
        vector: of the text, packed as in `humanely.affect.memory.Felt`; empty where the model cannot read it.
        parts: vectors of the sentences of an answer, packed alike, where it has more than one.
        estimated: False where no feeling may be estimated: thanks are heard then, and say nothing of how it feels.
    """

    turn: Turn
    language: str | None = None
    cues: tuple[Cue, ...] = ()
    emotions: Mapping[str, float] | None = None
    valence: float | None = None
    arousal: float | None = None
    confident: bool = False
    settled: bool = False
    called_for: float | None = None
    vector: bytes = b""
    parts: tuple[bytes, ...] = ()
    said: float | None = None
    estimated: bool = True

    @property
    def felt(self) -> float | None:
        """Valence of a customer's turn, [-1, 1]: as they said it, else model and cues pooled; None where neither is
        sure, or may be asked.

        >>> from humanely.signal.turn import Speaker
        >>> TurnReading(Turn(0, Speaker.CUSTOMER, "fine"), valence=0.8, settled=True, said=-1.0).felt
        -1.0
        """
        if not self.turn.is_customer:
            return None
        if self.said is not None:
            return self.said
        return fuse(self.valence, self.cues, sure=self.settled) if self.estimated else None


DIP = 0.4
"""A fall of valence of at least this, right after an answer, is a dip; valence runs over [-1, 1]."""

UNSURE = 0.5
"""What a valence nobody stands by counts for."""

LOW = -0.3
"""A conversation whose last customer turn lies at or below this ends low."""


class Change(msgspec.Struct, frozen=True):
    """From one customer turn to the next.

    Attributes:
        before, after: places of the two turns in the readings.
        answers: places of the answers between them; empty where the customer wrote on.
        amount: valence after minus before, [-2, 2].
    """

    before: int
    after: int
    answers: tuple[int, ...]
    amount: float


def changes(readings: Sequence[TurnReading]) -> tuple[Change, ...]:
    """Changes of valence between neighbouring customer turns, of which the later one can be told.

    Where the earlier one cannot be told, the model's valence counts half: unsure means near the middle. A greeting is
    passed over, unless the person said with it how they feel: who then tells their trouble has not fallen from it.
    """
    found = []
    before: int | None = None
    answers: list[int] = []
    for at, reading in enumerate(readings):
        if not reading.turn.is_customer:
            answers.append(at)
            continue
        if reading.said is None and only_greets(reading.turn.text):
            continue
        if before is not None and (valence := reading.felt) is not None:
            found.append(Change(before, at, tuple(answers), valence - _about(readings[before])))
        before, answers = at, []
    return tuple(found)


def _about(reading: TurnReading) -> float:
    return reading.felt if reading.felt is not None else UNSURE * (reading.valence or 0.0)


def dips(readings: Sequence[TurnReading], *, fall: float = DIP) -> tuple[Change, ...]:
    """Changes for the worse by at least `fall`, with an answer in between."""
    return tuple(change for change in changes(readings) if change.answers and change.amount <= -fall)


class Ending(msgspec.Struct, frozen=True):
    """How a conversation ended for the customer.

    Attributes:
        first, last, worst: valence of those customer turns, [-1, 1].
        place: of the last one in the readings.
    """

    first: float
    last: float
    worst: float
    place: int

    @property
    def is_low(self) -> bool:
        """The last message was clearly unpleasant."""
        return self.last <= LOW


def ending(readings: Sequence[TurnReading]) -> Ending | None:
    """First, last and worst valence of the customer's turns; None where none can be told."""
    read = [(at, valence) for at, reading in enumerate(readings) if (valence := reading.felt) is not None]
    if not read:
        return None
    return Ending(first=read[0][1], last=read[-1][1], worst=min(valence for _, valence in read), place=read[-1][0])
