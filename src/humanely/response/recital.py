"""A reply that recites its instructions, or the marks around the person's words, is not for sending."""

import re
from collections.abc import Iterator

from humanely.response.finding import Finding
from humanely.response.prompt import Prompt
from humanely.response.situation import Situation

RUN = 8
"""Words in a row that no two texts share by chance."""

_WORD = re.compile(r"\w+")


def recited(draft: str, prompt: Prompt, situation: Situation) -> Iterator[Finding]:
    """The first run of words taken from the instructions; what the facts or the person say as well is free to use."""
    told, free = _runs(prompt.instructions), set[str]()
    for text in situation.given:
        free |= _runs(text)
    words = list(_WORD.finditer(draft))
    for first, last in zip(words, words[RUN - 1 :], strict=False):
        run = _folded(draft[first.start() : last.end()])
        if run in told and run not in free:
            yield _finding(first.start(), last.end())
            return
    at = draft.find(prompt.fence)
    if at >= 0:
        yield _finding(at, at + len(prompt.fence))


def _runs(text: str) -> set[str]:
    words = _folded(text).split()
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _finding(start: int, end: int) -> Finding:
    return Finding(
        name="recites_instructions",
        severity="stop",
        span=(start, end),
        reason="This recites the instructions instead of answering.",
        fix="Answer the person in words of your own.",
    )
