"""The help at hand: which question of the FAQ a person asks, and how well its answer fits.

Questions are held against each other word by word (`humanely.affect.word_vectors`), so one asked in German finds an
entry written in English; where the FAQ has answers in the person's own language that fit, these come first.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from humanely.affect.text import readable
from humanely.affect.word_vectors import WordIndex, WordVectors
from humanely.response.faq import Entry, Match
from humanely.signal.language import identify

Read = Callable[[Sequence[str]], Sequence[WordVectors]]

ALIKE = 0.73
"""Similarity and margin together from which on an answer counts as fitting. Source: `python -m benchmarks.faq`, on one
half of the authored questions: the lowest at which at most one in ten that have no answer gets one."""
ALIKE_TRANSLATED = 0.61
"""The same where question and entry are in different languages: their words are never quite as near."""
SPREAD = 0.12
"""How far from these the fit is 0.73 or 0.27: the curve that suits best what was right and wrong there."""
FITS = 0.5
"""Fit from which an answer in the person's own language goes before a nearer one in another."""


class Help:
    """Entries of the FAQ, with the words of their questions read once.

    Args:
        entries: of one FAQ, in any languages; at least one.
        read: texts → their words; `humanely.affect.word_vectors.shipped_words()`.
    """

    def __init__(self, entries: Sequence[Entry], read: Read) -> None:
        self.entries = tuple(entries)
        self._read = read
        self._index = WordIndex(read([entry.question for entry in entries]))
        self._languages = np.array([identify(f"{entry.question} {entry.short}") or "" for entry in entries])

    def best(self, question: str, language: str | None = None) -> Match | None:
        """The entry nearest to what was asked, however far that is: `fit` says how well it answers.

        Args:
            question: masked.
            language: ISO 639-1, of the person; told from the question where it is not given.

        Returns:
            None where there is nothing to read.
        """
        if not readable(question):
            return None
        similarities = self._index.alike(self._read([question])[0])
        spoken = language or identify(question) or ""
        own = np.flatnonzero(self._languages == spoken)
        if len(own):
            match = self._match(similarities, int(own[similarities[own].argmax()]), spoken)
            if self.fit(match) >= FITS:
                return match
        return self._match(similarities, int(similarities.argmax()), spoken)

    def fit(self, match: Match) -> float:
        """How well the answer of an entry found fits what was asked, [0, 1]; `FITS` at the bar."""
        bar = ALIKE_TRANSLATED if match.translated else ALIKE
        return 1.0 / (1.0 + math.exp((bar - match.similarity - match.margin) / SPREAD))

    def _match(self, similarities: NDArray[np.float64], at: int, spoken: str) -> Match:
        """The entry at a place; its translations do not narrow the margin."""
        rivals = np.flatnonzero(self._languages == self._languages[at])
        others = similarities[rivals[rivals != at]]
        similarity = float(similarities[at])
        margin = max(similarity - float(others.max()), 0.0) if len(others) else 0.0
        return Match(self.entries[at], similarity, margin, translated=bool(spoken and self._languages[at] != spoken))
