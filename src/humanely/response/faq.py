"""Layered help: an operator's questions and answers in Markdown, told in up to three tiers.

The file is plain Markdown::

    # refund

    ## How long does a refund take?

    Three working days after we have the parcel.

    ### more

    Where it stands is shown under "My orders". ...

    ### person

    Somebody from accounts can look at the booking with you.

The short answer comes first. Who asks the same again gets the fuller one, then a person: a third time the same
words would help nobody.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from humanely.errors import HumanelyError

Tier = Literal["short", "more", "person"]

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_GOES_ON = re.compile(r"[^\W\d_]|[(\"'“„«¿¡&€$£]")
"""How a line begins that goes on with the one before: lists, quotes, tables and code begin otherwise."""
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_TIERS: frozenset[str] = frozenset({"more", "person"})
_TOPIC, _QUESTION, _TIER = 1, 2, 3


class Entry(msgspec.Struct, frozen=True):
    """A question with its answers.

    Attributes:
        topic: the heading it stands under.
        question: as an operator would expect it asked.
        short: the first answer, never empty.
        more: the fuller one; empty where there is none.
        person: what is said when a person takes over; empty where there is nothing to say beyond it.
        line: of the question in the file, from 1.
    """

    topic: str
    question: str
    short: str
    more: str
    person: str
    line: int


class Match(msgspec.Struct, frozen=True):
    """An entry found.

    Attributes:
        similarity: how far it is about what was asked, [-1, 1].
        margin: how much further than the next entry of its language, >= 0; 0 where there is no other.
        translated: asked in another language than the entry is written in, as far as that can be told.
    """

    entry: Entry
    similarity: float
    margin: float
    translated: bool = False


class Help(msgspec.Struct, frozen=True):
    """What to tell now; at tier ``person`` a person is due, whatever the text."""

    tier: Tier
    text: str


class FaqInvalid(HumanelyError):
    """The file of questions and answers cannot be read as it stands."""

    code = "faq_invalid"

    def __init__(self, line: int, happened: str, *, fix: str) -> None:
        super().__init__(f"Line {line} of the FAQ: {happened}.", fix=fix)
        self.line = line


def parse(text: str) -> tuple[Entry, ...]:
    """Read a file of questions and answers, in its order.

    Raises:
        FaqInvalid: a heading or an answer is missing, doubled or unknown; the line is named.

    >>> [entry.question for entry in parse("# refund\\n## How long?\\nThree days.")]
    ['How long?']
    """
    entries: list[Entry] = []
    topic = ""
    for section in _sections(text):
        if section.level == _TOPIC:
            topic = _titled(section, "topic")
            _without_text(section)
        elif section.level == _QUESTION:
            entries.append(_entry(section, topic, entries))
        else:
            entries.append(_with_tier(section, topic, entries))
    return tuple(entries)


def layered(entry: Entry, told: int) -> Help:
    """What to tell somebody who was told this entry before.

    Args:
        entry: what was found.
        told: times this person got an answer of this entry in this conversation, >= 0.

    >>> entry = Entry("refund", "How long?", "Three days.", "From the day it arrives.", "", line=2)
    >>> [layered(entry, told).tier for told in range(4)]
    ['short', 'more', 'person', 'person']
    """
    tiers: list[Help] = [Help("short", entry.short)]
    if entry.more:
        tiers.append(Help("more", entry.more))
    return tiers[told] if told < len(tiers) else Help("person", entry.person)


class _Section(msgspec.Struct):
    """A heading and the lines under it."""

    level: int
    title: str
    line: int
    body: list[str]

    @property
    def text(self) -> str:
        """What it says, with the lines of a paragraph joined: where a file breaks them is for whoever edits it."""
        return "\n".join(_paragraphs(self.body)).strip()


def _sections(text: str) -> Iterator[_Section]:
    section: _Section | None = None
    fenced = False
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        if heading:
            if section:
                yield section
            section = _Section(_level(heading, number), heading[2], number, [])
        elif section:
            section.body.append(line)
        elif line.strip():
            raise FaqInvalid(number, "text stands before the first topic", fix="Begin with a line '# topic'.")
    if section:
        yield section


def _paragraphs(body: Sequence[str]) -> list[str]:
    """Lines, those of one paragraph in one; code as it stands."""
    lines: list[str] = []
    fenced = False
    for line in map(str.rstrip, body):
        mark = bool(_FENCE.match(line))
        if lines and lines[-1] and not (fenced or mark or _FENCE.match(lines[-1])) and _GOES_ON.match(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        fenced ^= mark
    return lines


def _level(heading: re.Match[str], line: int) -> int:
    level = len(heading[1])
    if level > _TIER:
        raise FaqInvalid(line, f"a heading has {level} marks", fix="Use '#', '##' or '###'.")
    return level


def _titled(section: _Section, what: str) -> str:
    if not section.title:
        raise FaqInvalid(section.line, f"the {what} is empty", fix=f"Write the {what} after the marks.")
    return section.title


def _without_text(section: _Section) -> None:
    if section.text:
        raise FaqInvalid(section.line, "text stands under a topic", fix="Put it under a question, '## question'.")


def _entry(section: _Section, topic: str, before: Sequence[Entry]) -> Entry:
    question = _titled(section, "question")
    if not topic:
        raise FaqInvalid(section.line, "a question has no topic", fix="Put a line '# topic' above it.")
    if not section.text:
        raise FaqInvalid(section.line, "a question has no answer", fix="Write the short answer under the question.")
    for other in before:
        if other.question.casefold() == question.casefold():
            raise FaqInvalid(section.line, f"the question of line {other.line} is asked again", fix="Join the two.")
    return Entry(topic, question, short=section.text, more="", person="", line=section.line)


def _with_tier(section: _Section, topic: str, entries: list[Entry]) -> Entry:
    """The last entry, with one tier more; it is taken off the list."""
    tier = section.title.casefold()
    if tier not in _TIERS:
        raise FaqInvalid(section.line, "a tier is not known", fix="Use '### more' or '### person'.")
    if not entries or entries[-1].topic != topic:
        raise FaqInvalid(section.line, "a tier belongs to no question", fix="Put a line '## question' above it.")
    if not section.text:
        raise FaqInvalid(section.line, f"the tier {tier!r} is empty", fix="Write its answer, or remove the heading.")
    if getattr(entries[-1], tier):
        raise FaqInvalid(section.line, f"the tier {tier!r} is there twice", fix="Join the two.")
    return msgspec.structs.replace(entries.pop(), **{tier: section.text})
