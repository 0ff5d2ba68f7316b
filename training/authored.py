"""The authored examples: turns of customers, plain, hard, of trouble beside risk, judged for risk alone; answers.

One file a language. Check every file, and count what is in it:

    python -m training.authored training/authored
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec

from humanely.affect.labels import GOEMOTIONS, MARKS, SITUATIONS

Situation = Literal[SITUATIONS]  # type: ignore[valid-type]
Emotion = Literal[GOEMOTIONS]  # type: ignore[valid-type]
Against = Literal[MARKS]  # type: ignore[valid-type]
Degree = Literal[0, 1, 2]
Text = Annotated[str, msgspec.Meta(min_length=1)]
Line = TypeVar("Line")
PARTS = ("turns", "hard", "trouble")
"""Folders of turns. The test folder has another half of ``trouble``, nothing of ``hard``, and ``asking`` besides."""

RISKS = ("risk", "scenes", "elsewhere")
"""Folders of turns that are judged for risk alone."""


class AuthoredTurn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One turn of a customer, judged on its own words.

    Attributes:
        text: as it would arrive.
        situation: what it says of its situation; several or none.
        need: empathy called for: 0 none, 1 light, 2 clear, 3 strong.
        sentiment: the side of its feeling.
        emotions: one to three GoEmotions labels, the plainest first.
        crisis: whether a life may be at risk.
        kind: why it was written, e.g. ``plain``, ``sarcasm``, ``crisis_indirect``, ``trap_idiom``.
        pair: the same word on the two or three lines of a minimal pair, else empty.
    """

    text: Text
    situation: tuple[Situation, ...]
    need: Literal[0, 1, 2, 3]
    sentiment: Literal["neg", "neu", "pos"]
    emotions: tuple[Emotion, ...]
    crisis: bool = False
    kind: str = "plain"
    pair: str = ""


class AuthoredRisk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One turn of a customer, judged for risk alone.

    Attributes:
        text: as it would arrive.
        kind: as of a turn, e.g. ``crisis_explicit``, ``trap_trouble``; of the tests also ``crisis_plan`` and the like.
        crisis: whether a life may be at risk.
    """

    text: Text
    kind: str
    crisis: bool = False


class AuthoredAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to a message: four kinds of empathy, and what speaks against it."""

    text: Text
    style: Literal["cold", "kind", "gushing", "plain"]
    feels_with: Degree
    understands: Degree
    asks: Degree
    acts: Degree
    politeness: Degree
    promise: bool
    against: tuple[Against, ...]


class AuthoredExchange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A message with several answers to it."""

    message: Text
    answers: tuple[AuthoredAnswer, ...]


class Faulty(Exception):
    """A line of an authored file breaks the guidelines."""


def lines(path: Path, kind: type[Line]) -> Iterator[Line]:
    """Read one file of JSON lines.

    Raises:
        Faulty: a line does not fit; the error names the file and the line.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield msgspec.json.decode(line, type=kind)
        except msgspec.DecodeError as error:
            raise Faulty(f"{path.name}, line {number}: {error}") from error


def turns(folder: Path, part: str = "turns") -> dict[str, list[AuthoredTurn]]:
    """All turns of a part, one of `PARTS`, a list a language."""
    return {path.stem: list(lines(path, AuthoredTurn)) for path in sorted((folder / part).glob("*.jsonl"))}


def risks(folder: Path, part: str = "risk") -> dict[str, list[AuthoredRisk]]:
    """All turns of a part that are judged for risk alone, one of `RISKS`, a list a language."""
    return {path.stem: list(lines(path, AuthoredRisk)) for path in sorted((folder / part).glob("*.jsonl"))}


def exchanges(folder: Path) -> dict[str, list[AuthoredExchange]]:
    """All exchanges, a list a language."""
    return {path.stem: list(lines(path, AuthoredExchange)) for path in sorted((folder / "answers").glob("*.jsonl"))}


def tally(values: Iterable[object]) -> dict[object, int]:
    """How often each value occurs, in the order of their first occurrence."""
    return dict(Counter(values))


def summary_of_turns(name: str, own: Sequence[AuthoredTurn]) -> Iterator[str]:
    """Yield lines that count the turns of one file, and name those written twice."""
    need = sorted(Counter(turn.need for turn in own).items())
    crisis = sum(turn.crisis for turn in own)
    situations = dict(Counter(label for turn in own for label in turn.situation).most_common())
    twice = [text for text, count in Counter(turn.text for turn in own).items() if count > 1]
    yield f"{name} {len(own)}, need {need} crisis {crisis} {tally(turn.sentiment for turn in own)}"
    yield f"    {situations} kinds {tally(turn.kind for turn in own)}"
    if twice:
        yield f"    written twice: {twice}"


def summary_of_exchanges(language: str, own: Sequence[AuthoredExchange]) -> Iterator[str]:
    """Yield lines that count the messages of a language, their answers, and the degrees of these."""
    answers = [answer for one in own for answer in one.answers]
    styles, against = tally(a.style for a in answers), tally(mark for a in answers for mark in a.against)
    yield f"{language} {len(own)} messages, {len(answers)} answers {styles} {against}"
    for name in ("feels_with", "understands", "asks", "acts", "politeness"):
        yield f"    {name} {sorted(Counter(getattr(answer, name) for answer in answers).items())}"


def summary(folder: Path, only: str | None = None) -> Iterator[str]:
    """Yield lines that say what a folder holds.

    Args:
        folder: with ``turns``, ``answers`` and ``risk``, and with the other parts if it likes.
        only: this language; None stands for all.

    Raises:
        Faulty: a line of a file does not fit.
    """
    for part in PARTS:
        for language, own in turns(folder, part).items():
            if only in (None, language):
                yield from summary_of_turns(f"{language} {part}", own)
    for part in RISKS:
        for language, told in risks(folder, part).items():
            if only in (None, language):
                yield f"{language} {part} {len(told)}, kinds {tally(one.kind for one in told)}"
    for language, exchanged in exchanges(folder).items():
        if only in (None, language):
            yield from summary_of_exchanges(language, exchanged)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", help="only this one")
    arguments = parser.parse_args()
    for line in summary(arguments.folder, arguments.language):
        print(line)


if __name__ == "__main__":
    main()
