"""What messages are about: words of everyday service, as data in ``topics.toml``.

Of several topics the most specific one is meant ("the refund for my order" is about the refund), of equally specific
ones the last.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import msgspec

from humanely.affect.phrases import Category, LanguageFile, Phrases
from humanely.response.plan import Topic
from humanely.signal.tag import base_language

SPECIFIC: tuple[tuple[Topic, ...], ...] = (
    ("refund",),
    ("certificate", "appointment", "access"),
    ("delivery",),
    ("payment", "fault"),
    ("course", "order"),
    ("account",),
)
"""Topics by how much they say, most first; those in a row say as much as each other."""

TOPICS: tuple[Topic, ...] = tuple(topic for row in SPECIFIC for topic in row)
"""Everything that has a name; the rest is ``other``."""

_RANK = {topic: rank for rank, row in enumerate(SPECIFIC) for topic in row}


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    apostrophe: str
    topics: dict[Topic, Category]
    spell: dict[str, str] = {}


def topic_of(texts: Sequence[str], language: str | None) -> Topic:
    """What messages that belong together are about.

    Args:
        texts: oldest first.
        language: of the texts; a region after the code is ignored.

    Returns:
        One of `TOPICS`; ``other`` where no word says it, and in languages without words.

    >>> topic_of(["Where is the refund for my order?"], "en"), topic_of(["Of course, in order to help"], "en")
    ('refund', 'other')
    """
    lists = _lists(language)
    if lists is None:
        return "other"
    named = [one for at, text in enumerate(texts) for one in _named(at, text, lists)]
    return max(named, default=(0, 0, 0, "other"))[-1]


@cache
def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with words for topics."""
    return frozenset(_files())


def _named(at: int, text: str, lists: Phrases) -> Iterator[tuple[int, int, int, Topic]]:
    """Each topic a text names: the more specific, then the later, the greater."""
    for found in lists.find(lists.tokens(text)).values():
        for span in found:
            topic: Topic = msgspec.convert(span.name, Topic)
            yield -_RANK[topic], at, span.start, topic


def _lists(language: str | None) -> Phrases | None:
    code = base_language(language)
    return _load(code) if code in languages() else None


@cache
def _files() -> dict[str, _Words]:
    source = (resources.files("humanely.response") / "topics.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(source), dict[str, _Words])


@cache
def _load(code: str) -> Phrases:
    file = _files()[code]
    cues: dict[str, Category] = {str(topic): lists for topic, lists in file.topics.items()}
    words = LanguageFile(apostrophe=file.apostrophe, negators="", common="", cue=cues, answer={}, spell=file.spell)
    return Phrases(words)
