"""Promises that neither the policy nor a fact makes, and deadlines that no fact gives."""

from collections.abc import Iterator

from humanely.affect.phrases import Phrases, Span
from humanely.response.draft import Draft
from humanely.response.rules import PROMISES, Rules
from humanely.response.situation import Situation

_SHORTEST = 4
"""Letters from which a word of a deadline has to stand in a fact; shorter ones are prepositions."""


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """Promises in statements; a question ("shall I …?") promises nothing."""
    for kind in PROMISES:
        if kind in rules.promises:
            continue
        for span in draft.said("deadline" if kind == "deadline" else f"promise_{kind}"):
            if draft.is_question(span.start) or _backed(kind, span, draft, situation):
                continue
            name = "invented_deadline" if kind == "deadline" else f"promise_{kind}"
            yield Span(name, span.start, span.end, span.text)


def _backed(kind: str, span: Span, draft: Draft, situation: Situation) -> bool:
    """Some fact makes the same promise, or gives the same time."""
    lists = [one.phrases for one in draft.wordings]
    if kind == "deadline":
        return any(_words(span.text, one) <= _words(fact, one) for one in lists for fact in situation.facts)
    return any(f"answer.promise_{kind}" in one.find(one.tokens(fact)) for one in lists for fact in situation.facts)


def _words(text: str, lists: Phrases) -> set[str]:
    """The words that say when: numbers, and names of days and units."""
    return {word for word in lists.tokens(text).words if word[0].isdigit() or len(word) >= _SHORTEST}
