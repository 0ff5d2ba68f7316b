"""A question is answered, however shortly."""

from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """Nothing is left of the draft once greetings, apologies and scripted lines are taken away: "Yes." is left."""
    if not draft.wordings or not any(mark in text for text in situation.messages for mark in "?？؟"):
        return
    scripted = (*draft.said("apology", "stock", "filler"), *draft.known("stock", "stock_question", "empty_promise"))
    clauses = [clause for place in draft.sentences for clause in draft.clauses(place)]
    words = [clause for clause in clauses if any(map(str.isalnum, draft.text[slice(*clause)]))]
    if words and all(any(start <= one.start < end for one in scripted) for start, end in words):
        yield Span("unanswered_question", 0, 0, "")
