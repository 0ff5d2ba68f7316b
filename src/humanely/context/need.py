"""How much empathy a person's turn calls for: an estimate with the terms that made it."""

from collections.abc import Mapping, Sequence

import msgspec

from humanely.affect.cues import Cue


class History(msgspec.Struct, frozen=True):
    """What came before a turn in its conversation.

    Attributes:
        failed: earlier messages of the customer that said an attempt failed or that they repeat themselves.
        unanswered: earlier questions or messages that no answer met, >= 0.
        human_refused: earlier asks for a human after which no human spoke.
        said_before: this message says nearly the same words as an earlier one.
    """

    failed: int = 0
    unanswered: int = 0
    human_refused: int = 0
    said_before: bool = False


class Term(msgspec.Struct, frozen=True):
    """One reason for a need.

    Attributes:
        name: a cue, an emotion or a fact of the history.
        amount: what it adds alone, (0, 1]; negative for what lowers: -0.4 leaves 60 % of the need.
        words: of the message, that made it; empty for history and for emotions.
    """

    name: str
    amount: float
    words: tuple[str, ...] = ()


class Need(msgspec.Struct, frozen=True):
    """The empathy called for: about 0 none, 0.33 light, 0.67 clear, 1 strong.

    Attributes:
        value: [0, 1].
        terms: largest first.
    """

    value: float
    terms: tuple[Term, ...]
