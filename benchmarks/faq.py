"""Which questions the FAQ answers, and which it answers that it should not: by bar, with intervals.

python -m benchmarks.faq            # the table
python -m benchmarks.faq --write    # also put it into docs/benchmarks.md

The questions are authored (`benchmarks/questions/README.md`): asked plainly, asked freely, near misses, chit-chat; in
six languages, of an FAQ in the same language and of one in English. The bar is chosen on the questions of every second
entry and reported on the others.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.text import shipped
from humanely.affect.word_vectors import shipped_words
from humanely.response.faq import Entry
from humanely.response.help import ALIKE, ALIKE_TRANSLATED, SPREAD, Help

QUESTIONS = Path(__file__).parent / "questions"
PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
MARKS = ("<!-- faq -->", "<!-- /faq -->")
LANGUAGES = ("en", "de", "es", "fr", "it", "pt")
ANSWERED, UNANSWERED = ("plain", "free"), ("near", "chat")
FALSE_AT_MOST = 0.1
"""Share of the questions without an answer that may get one; two in three of them were made to look like an entry."""
BARS = (0.5, 0.6, 0.7, 0.8, 0.9)
HEAD = "| bar | plainly, answered | freely, answered | near misses answered | chit-chat answered | another's answer |"


class Asked(msgspec.Struct, frozen=True):
    """A question: asked plainly or freely of an entry, a near miss of it, or chit-chat, which has none."""

    language: str
    kind: str
    entry: str
    text: str
    chosen_on: bool


class Found(msgspec.Struct, frozen=True):
    """What was found for a question in an FAQ of one language."""

    asked: Asked
    faq: str
    entry: str
    score: float

    @property
    def right(self) -> bool:
        return self.asked.kind in ANSWERED and self.entry == self.asked.entry


def rows(name: str) -> list[list[str]]:
    lines = (QUESTIONS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def entries(language: str) -> list[Entry]:
    """The FAQ in one language; the topic holds the name of an entry."""
    column = 1 + LANGUAGES.index(language)
    return [Entry(row[0], row[column], row[column], "", "", line) for line, row in enumerate(rows("faq"), start=2)]


def asked(language: str) -> Iterator[Asked]:
    place = {row[0]: at for at, row in enumerate(rows("faq"))}
    for at, (kind, entry, text) in enumerate(rows(language)):
        yield Asked(language, kind, entry, text, chosen_on=place.get(entry, at) % 2 == 0)


def settings() -> Iterator[tuple[str, str]]:
    """Language asked in, language of the FAQ: the same, and English."""
    yield from ((language, language) for language in LANGUAGES)
    yield from ((language, "en") for language in LANGUAGES if language != "en")


def found() -> list[Found]:
    helps = {language: Help(entries(language), shipped_words()) for language in LANGUAGES}
    every = []
    for language, faq in settings():
        for one in asked(language):
            match = helps[faq].best(one.text)
            if match is not None:
                every.append(Found(one, faq, match.entry.topic, match.similarity + match.margin))
    return every


def by_text_vector() -> float:
    """Share of the answered questions for which the whole text's vector, made for feelings, finds the entry first."""
    hits = []
    for language, faq in settings():
        questions = [one for one in asked(language) if one.kind in ANSWERED]
        known = entries(faq)
        cosines = _units([one.text for one in questions]) @ _units([entry.question for entry in known]).T
        hits += [known[at].topic == one.entry for at, one in zip(cosines.argmax(axis=1), questions, strict=True)]
    return float(np.mean(hits))


def _units(texts: Sequence[str]) -> NDArray[np.float64]:
    vectors = shipped().estimate_columns(texts).vectors
    unit: NDArray[np.float64] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def bar_of(every: Sequence[Found]) -> float:
    """The lowest bar, to a hundredth, at which few enough of the unanswered questions get an answer."""
    scores = np.array([one.score for one in every if one.asked.kind in UNANSWERED])
    bars = np.arange(0, 2, 0.01)
    return float(next(bar for bar in bars if np.mean(scores >= bar) <= FALSE_AT_MOST))


def spread_of(every: Sequence[Found], bar: float) -> float:
    """The spread of the curve from score to chance of being right, by maximum likelihood, to a hundredth."""
    scores = np.array([one.score for one in every])
    right = np.array([one.right for one in every])
    signs = np.where(right, 1.0, -1.0)
    spreads = np.arange(0.02, 0.4, 0.01)
    return float(min(spreads, key=lambda spread: float(np.logaddexp(0, -signs * (scores - bar) / spread).sum())))


def share(hits: Sequence[bool]) -> str:
    """A share with its 95 % interval (Wilson)."""
    n, p, z = len(hits), sum(hits) / len(hits), 1.96
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return f"{100 * p:.0f} % ({100 * max(middle - half, 0):.0f}–{100 * min(middle + half, 1):.0f})"


def row(every: Sequence[Found], bar: float) -> list[str]:
    """Of each kind: answered rightly, or answered though there is no answer; last, answered with another entry."""
    cells = [share([one.right and one.score >= bar for one in every if one.asked.kind == kind]) for kind in ANSWERED]
    cells += [share([one.score >= bar for one in every if one.asked.kind == kind]) for kind in UNANSWERED]
    wrong = [one.score >= bar and not one.right for one in every if one.asked.kind in ANSWERED]
    return [*cells, share(wrong)]


def table(every: Sequence[Found]) -> list[str]:
    lines = [f"{len(every)} questions asked; 95 % intervals by Wilson."]
    lines += [f"The vector of the whole text, made for feelings, finds {100 * by_text_vector():.0f} % first."]
    for same, in_use in ((True, ALIKE), (False, ALIKE_TRANSLATED)):
        group = [one for one in every if (one.faq == one.asked.language) == same]
        lines += [
            "",
            *part("FAQ in the language asked in" if same else "FAQ in English, asked in another", group, in_use),
        ]
    return lines


def part(name: str, group: Sequence[Found], in_use: float) -> list[str]:
    """The figures of one setting."""
    chosen = [one for one in group if one.asked.chosen_on]
    other = [one for one in group if not one.asked.chosen_on]
    bar = bar_of(chosen)
    spread = spread_of(chosen, bar)
    plain, free = (share([one.right for one in other if one.asked.kind == kind]) for kind in ANSWERED)
    return [
        f"**{name}.** Bar chosen on one half {bar:.2f} (in use {in_use}), spread {spread:.2f} (in use {SPREAD}).",
        f"The right entry comes first, whatever the bar: {plain} of those asked plainly, {free} of those asked freely.",
        "",
        HEAD,
        "|---|---|---|---|---|---|",
        *(f"| {at:.2f} | {' | '.join(row(other, at))} |" for at in BARS),
        f"| **{bar:.2f}** | {' | '.join(row(other, bar))} |",
        f"| {bar:.2f}, half chosen on | {' | '.join(row(chosen, bar))} |",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    arguments = parser.parse_args()
    text = "\n".join(table(found()))
    print(text)
    if arguments.write:
        page = PAGE.read_text(encoding="utf-8")
        before, rest = page.split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        said = "Measured by `python -m benchmarks.faq --write`."
        PAGE.write_text(f"{before}{MARKS[0]}\n{said} {text}\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
