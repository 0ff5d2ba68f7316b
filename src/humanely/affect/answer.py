"""How much empathy an answer shows, of which kind, and what speaks against it."""

from collections.abc import Sequence

import msgspec

from humanely.affect.phrases import Span, phrases

AGAINST: tuple[str, ...] = (
    "blame", "dismissal", "stock_phrase", "second_apology", "ignored_question", "empty_promise",
    "cheer_in_pain", "gush",
)  # fmt: skip
"""What may speak against an answer."""


class Against(msgspec.Struct, frozen=True):
    """Something that speaks against an answer.

    Attributes:
        name: one of `AGAINST`.
        start, end: characters of the answer; both 0 where it is something missing.
        text: ``answer[start:end]``.
    """

    name: str
    start: int
    end: int
    text: str


class Shown(msgspec.Struct, frozen=True):
    """The empathy an answer shows: an estimate of the words, not of who wrote them.

    Attributes:
        value: [0, 1], lowered by `against`.
        feels_with, understands, asks, acts: each 0, 1 or 2.
        evidence: spans of the answer; ``name`` says for which part.

    Source: Sharma et al. (2020), EPITOME, for the first three; acting is our addition for service.
    """

    value: float
    feels_with: int
    understands: int
    asks: int
    acts: int
    against: tuple[Against, ...]
    evidence: tuple[Span, ...]


def shown(
    answer: str, *, message: str, language: str | None, previous_answers: Sequence[str] = ()
) -> Shown | None:
    """Estimate the empathy an answer shows to a message; None where the language has no phrases.

    Args:
        answer: the words of the answer; several in a row joined by line breaks.
        message: what it answers.
        language: of the answer.
        previous_answers: earlier answers of the conversation, last one last.
    """
    if phrases(language) is None:
        return None
    return Shown(0.0, 0, 0, 0, 0, (), ())
