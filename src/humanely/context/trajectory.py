"""How a customer's valence moves through a conversation."""

from collections.abc import Mapping

import msgspec

from humanely.affect.cues import Cue
from humanely.signal.turn import Turn


class TurnReading(msgspec.Struct, frozen=True):
    """A masked turn with what was estimated of it.

    Attributes:
        language: ISO 639-1 code, None when unknown.
        cues: of a customer's turn; empty for answers.
        emotions: 28 GoEmotions labels, probability each, [0, 1]; None without a model or for answers.
        valence: [-1, 1]; None without a model.
        arousal: [0, 1] or None.
        confident: False where the model abstains.
    """

    turn: Turn
    language: str | None = None
    cues: tuple[Cue, ...] = ()
    emotions: Mapping[str, float] | None = None
    valence: float | None = None
    arousal: float | None = None
    confident: bool = False
