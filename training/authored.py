"""The authored examples: turns of customers, and answers to them, one file a language.

python -m training.authored training/authored          checks every file and counts what is in it
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from humanely.affect.labels import MARKS, GOEMOTIONS, SITUATIONS

Situation = Literal[SITUATIONS]  # type: ignore[valid-type]
Emotion = Literal[GOEMOTIONS]  # type: ignore[valid-type]
Against = Literal[MARKS]  # type: ignore[valid-type]
Degree = Literal[0, 1, 2]
Line = TypeVar("Line")


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

    text: str
    situation: tuple[Situation, ...]
    need: Literal[0, 1, 2, 3]
    sentiment: Literal["neg", "neu", "pos"]
    emotions: tuple[Emotion, ...]
    crisis: bool = False
    kind: str = "plain"
    pair: str = ""


class AuthoredAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to a message: four kinds of empathy, and what speaks against it."""

    text: str
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

    message: str
    answers: tuple[AuthoredAnswer, ...]


class Faulty(Exception):
    """A line of an authored file breaks the guidelines."""


def lines(path: Path, kind: type[Line]) -> Iterator[Line]:
    """Read one file, naming the line that cannot be read."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield msgspec.json.decode(line, type=kind)
        except msgspec.DecodeError as error:
            raise Faulty(f"{path.name}, line {number}: {error}") from error


def turns(folder: Path) -> dict[str, list[AuthoredTurn]]:
    """All turns, a list a language."""
    return {path.stem: list(lines(path, AuthoredTurn)) for path in sorted((folder / "turns").glob("*.jsonl"))}


def exchanges(folder: Path) -> dict[str, list[AuthoredExchange]]:
    """All exchanges, a list a language."""
    return {path.stem: list(lines(path, AuthoredExchange)) for path in sorted((folder / "answers").glob("*.jsonl"))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", help="only this one")
    arguments = parser.parse_args()
    for language, own in turns(arguments.folder).items():
        if arguments.language in (None, language):
            labels = Counter(label for turn in own for label in turn.situation)
            twice = [text for text, n in Counter(turn.text for turn in own).items() if n > 1]
            print(
                language,
                len(own),
                "turns, need",
                sorted(Counter(t.need for t in own).items()),
                "crisis",
                sum(t.crisis for t in own),
                dict(Counter(t.sentiment for t in own)),
            )
            print("   ", dict(labels.most_common()), "kinds", dict(Counter(t.kind for t in own)))
            if twice:
                print("    written twice:", twice)
    for language, exchanged in exchanges(arguments.folder).items():
        if arguments.language in (None, language):
            answers = [answer for one in exchanged for answer in one.answers]
            print(
                language,
                len(exchanged),
                "messages,",
                len(answers),
                "answers",
                dict(Counter(a.style for a in answers)),
                dict(Counter(x for a in answers for x in a.against)),
            )
            for name in ("feels_with", "understands", "asks", "acts", "politeness"):
                print("   ", name, sorted(Counter(getattr(a, name) for a in answers).items()))


if __name__ == "__main__":
    main()
