"""A draft taken apart once, for all checks to look at."""

import re
from collections.abc import Iterable, Iterator, Sequence

from humanely.affect.phrases import Phrases, Span, phrases
from humanely.response.wording import Wording, wording
from humanely.signal.language import identify

_SENTENCE = re.compile(r"(?:[^.!?…。！？؟\n]|\.(?=\w))+[.!?…。！？؟]*[\"»”’)]*")
_CLAUSE_EDGE = re.compile(r"(?:[,;:，、]|\s[–—-])\s+|[，、]")

Place = tuple[int, int]


class Draft:
    """A draft, its language, its sentences, and what the word lists find in it.

    Attributes:
        text: as it would be sent.
        language: as estimated from the text, None where it is too short to tell.
        wordings: of the languages looked for: the draft's own, and the one expected.
        sentences: places, in order; their marks are inside.
    """

    def __init__(self, text: str, expected: str | None) -> None:
        self.text = text
        self.language = identify(text)
        codes = tuple(dict.fromkeys(code for code in (expected, self.language) if code))
        self.wordings: tuple[Wording, ...] = tuple(one for code in codes if (one := wording(code)))
        self.sentences: tuple[Place, ...] = tuple(_places(text))
        self._own = _find(text, [one.phrases for one in self.wordings])
        self._shared = _find(text, [known for code in codes if (known := phrases(code))])

    def said(self, *names: str) -> tuple[Span, ...]:
        """Where the draft says something of these lists of ``words/``, in order."""
        return _in_order(span for name in names for span in self._own.get(name, ()))

    def known(self, *names: str) -> tuple[Span, ...]:
        """Where it says something of these lists of `humanely.affect` about answers, in order."""
        return _in_order(span for name in names for span in self._shared.get(name, ()))

    def sentence(self, position: int) -> Place:
        """The sentence around a character; the whole draft where it stands in none."""
        return next((place for place in self.sentences if place[0] <= position < place[1]), (0, len(self.text)))

    def clauses(self, place: Place) -> list[Place]:
        """A sentence cut at its commas, colons and dashes; each clause holds the mark after it."""
        edges = [found.end() for found in _CLAUSE_EDGE.finditer(self.text, *place)]
        return [pair for pair in zip([place[0], *edges], [*edges, place[1]], strict=True) if pair[0] < pair[1]]

    def is_question(self, position: int) -> bool:
        """Whether the sentence around a character asks.

        >>> draft = Draft("Shall I pass you on? It takes a minute.", "en")
        >>> draft.is_question(3), draft.is_question(25)
        (True, False)
        """
        start, end = self.sentence(position)
        return any(mark in "?？؟" for mark in self.text[start:end][-4:])


def _places(text: str) -> Iterator[Place]:
    for found in _SENTENCE.finditer(text):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        if start < found.end():
            yield start, found.end()


def _find(text: str, lists: Sequence[Phrases]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for one in lists:
        for name, spans in one.find(one.tokens(text)).items():
            side, _, short = name.partition(".")
            if side == "answer":
                found.setdefault(short, []).extend(spans)
    return found


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans by place; of those that overlap the first and longest stays."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
