"""What it brings to read alone the sentence of a phrase in doubt: recall and precision on messages put together.

python -m benchmarks.sentences

Of the authored dev lines in the languages with phrases, each that holds a phrase of a situation is put beside one or
two lines that have nothing of it: six times before, after and between. A message has the situation where that line
has it. Test lines are not read.
"""

import random
from collections.abc import Iterator

import msgspec

from humanely.affect.cues import LIKELY, SAID_ALONE, SHORT, Alone, Cue, cues, in_doubt, pooled
from humanely.affect.memory import Felt, felt
from humanely.affect.phrases import languages
from humanely.affect.text import shipped
from training.authored import AuthoredTurn, turns
from training.data import AUTHORED, AUTHORED_DEV, place

DRAWS = 6
NEITHER: Alone = {}


class Made(msgspec.Struct, frozen=True):
    """A message put together, and whether it has the situation."""

    text: str
    found: tuple[Cue, ...]
    has: bool


def dev(language: str) -> list[AuthoredTurn]:
    """The dev lines of a language, plain and hard."""
    own = [turn for part in ("turns", "hard") for turn in turns(AUTHORED, part)[language]]
    return [turn for turn in own if place(turn.pair or turn.text) < AUTHORED_DEV and not turn.crisis]


def made(name: str, language: str, rng: random.Random) -> Iterator[Made]:
    """Messages of several lines, one of which holds a phrase of the situation."""
    lines = dev(language)
    holds = {turn.text: any(cue.name == name for cue in cues(turn.text, language)) for turn in lines}
    others = [turn.text for turn in lines if name not in turn.situation and not holds[turn.text]]
    for turn in lines:
        for _ in range(DRAWS if holds[turn.text] else 0):
            before, after = rng.sample(others, 2)
            for parts in ((before, turn.text), (turn.text, after), (before, turn.text, after)):
                text = " ".join(part if part[-1] in ".!?…" else f"{part}." for part in parts)
                if len(text) <= SHORT:
                    yield Made(text, cues(text, language), name in turn.situation)


def share(said: list[bool], has: list[bool]) -> str:
    """Recall and precision."""
    right = sum(a and b for a, b in zip(said, has, strict=True))
    return f"{right / max(sum(has), 1):.2f} | {right / max(sum(said), 1):.2f}"


def row(name: str) -> str:
    """One line of the table: the whole alone, then with the sentence."""
    rng = random.Random(name)
    messages = [one for language in sorted(languages()) for one in made(name, language, rng)]
    wholes = felt([one.text for one in messages], shipped())
    doubtful = [
        sentence
        for one, whole in zip(messages, wholes, strict=True)
        for sentence in in_doubt(one.text, one.found, whole.situation)
    ]
    alone = {s: read.situation for s, read in zip(doubtful, felt(doubtful, shipped()), strict=True)}
    has = [one.has for one in messages]
    cells = [
        share([said(name, one, whole, read) for one, whole in zip(messages, wholes, strict=True)], has)
        for read in (NEITHER, alone)
    ]
    return f"| {name} | {len(messages)} | {' | '.join(cells)} | {len(set(doubtful))} |"


def said(name: str, one: Made, whole: Felt, alone: Alone) -> bool:
    """Whether the product reads the situation in a message."""
    return name in {cue.name for cue in pooled(one.text, one.found, whole.situation, whole.situations, alone)}


def main() -> None:
    print(f"A sentence bears a phrase out from {LIKELY}.\n")
    print("| situation | messages | recall, whole | precision | recall, and sentence | precision | sentences read |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name in sorted(SAID_ALONE):
        print(row(name))


if __name__ == "__main__":
    main()
