"""A reply that recites what the model was told, or that hands the person's own words back, is not for sending."""

import re
from collections.abc import Iterable, Iterator, Sequence

from humanely.response.finding import Finding
from humanely.response.generated.completion import ChatMessage
from humanely.response.generated.prompt import TITLES, Prompt, pieces
from humanely.response.situation import Situation

RUN = 8
"""Words in a row that no two texts share by chance."""

ECHO_RUN, ECHO_SHARE = 4, 0.6
"""A reply echoes where so many of its words stand in runs of so many words of the person's."""

_WORD = re.compile(r"\w+")


def recited(draft: str, asked: Sequence[ChatMessage], prompt: Prompt, situation: Situation) -> Iterator[Finding]:
    """The first words taken from what a model was told; what the facts, the person or we said is free to use.

    Args:
        draft: what it wrote.
        asked: all it was told, `prompt.messages` first.
        prompt: whose fence and titles no reply holds.
        situation: with the facts that were given.
    """
    hidden = prompt.hidden
    told = (one.content for one in asked if one.role != "assistant")
    ours = (*situation.previous_answers, *hidden.messages, *hidden.earlier, *hidden.answers, *hidden.facts)
    yield from leaks(draft, told, (*situation.given, *ours), (prompt.fence,))


def leaks(draft: str, told: Iterable[str], free: Iterable[str], marks: Iterable[str] = ()) -> Iterator[Finding]:
    """The first words of a draft that stand in what only its writer was told.

    Args:
        told: to the writer.
        free: what may be said all the same.
        marks: words that no draft holds, beside the titles of a prompt.
    """
    found = next(_taken(draft, _runs(RUN, told) - _runs(RUN, free), RUN), None)
    signs = (*marks, *(pieces().frame[title] for title in TITLES))
    found = found or next(((at, at + len(mark)) for mark in signs if (at := draft.find(mark)) >= 0), None)
    if found:
        yield Finding(
            name="recites_instructions",
            severity="stop",
            span=found,
            reason="This recites what the assistant was told.",
            fix="Answer the person in words of your own.",
        )


def echoed(draft: str, situation: Situation) -> Iterator[Finding]:
    """The whole draft, where most of it is what the person wrote.

    >>> asked = Situation(messages=("Where on earth is my blue parcel?",))
    >>> [one.name for one in echoed("Where on earth is my blue parcel? Hm.", asked)]
    ['echoes_person']
    >>> [*echoed("You ask where your blue parcel is. It left today.", asked)]
    []
    """
    words = list(_WORD.finditer(draft))
    taken = list(_taken(draft, _runs(ECHO_RUN, situation.messages), ECHO_RUN))
    inside = [one for one in words if any(start <= one.start() < end for start, end in taken)]
    if inside and len(inside) >= ECHO_SHARE * len(words):
        yield Finding(
            name="echoes_person",
            severity="stop",
            span=(0, len(draft)),
            reason="This says back what the person wrote.",
            fix="Say what it means for them and what comes next, in words of your own.",
        )


def _taken(draft: str, told: set[str], length: int) -> Iterator[tuple[int, int]]:
    words = list(_WORD.finditer(draft))
    for first, last in zip(words, words[length - 1 :], strict=False):
        if _folded(draft[first.start() : last.end()]) in told:
            yield first.start(), last.end()


def _runs(length: int, texts: Iterable[str]) -> set[str]:
    found = [_folded(text).split() for text in texts]
    return {" ".join(words[at : at + length]) for words in found for at in range(len(words) - length + 1)}


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
