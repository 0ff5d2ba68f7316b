"""An outcome as pages show it: a sentence, a tone, and every question with its answer in words."""

import msgspec

from humanely.credential.verify.cause import Answer, Verdict
from humanely.credential.verify.outcome import Outcome
from humanely.credential.verify.told import Told, told

TONES: dict[Verdict, str] = {
    "valid": "good",
    "invalid": "grave",
    "revoked": "warm",
    "suspended": "warm",
    "expired": "calm",
    "not_yet_valid": "calm",
    "cannot_tell": "calm",
}
"""Only what was proven to be otherwise is grave; what could not be found out is calm."""

_MARKS: dict[Answer, str] = {"yes": "good", "no": "warm", "not_known": "open", "not_applicable": "none"}


class Line(msgspec.Struct, frozen=True):
    """One question with its answer.

    Attributes:
        mark: tone and shape of the answer.
    """

    question: str
    answer: str
    mark: str
    sentences: tuple[str, ...]


class Shown(msgspec.Struct, frozen=True):
    """An outcome in the words of whoever looks.

    Attributes:
        tone: goes with the words, and says nothing beyond them.
        said: all of its words.
    """

    verdict: Verdict
    tone: str
    said: Told
    lines: tuple[Line, ...]


def shown(outcome: Outcome, locale: str) -> Shown:
    """An outcome as a page shows it."""
    said = told(outcome, locale)
    lines = tuple(
        Line(words.question, words.answer, _MARKS[check.answer], words.sentences)
        for check, words in zip(outcome.checks, said.checks, strict=True)
    )
    return Shown(outcome.verdict, _tone(outcome), said, lines)


def _tone(outcome: Outcome) -> str:
    """Of what is valid, but from somebody unknown, only that it is intact is sure."""
    is_known = outcome.check("issuer").answer == "yes"
    return "plain" if outcome.verdict == "valid" and not is_known else TONES[outcome.verdict]
