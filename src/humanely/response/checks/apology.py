"""No two apologies in a row."""

from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """Every apology, where our last answer had one; what the customer is sorry for is not ours."""
    apologies = draft.said("apology")
    if apologies and situation.previous_answers and _apologises(situation.previous_answers[-1], draft):
        yield from (Span("second_apology", one.start, one.end, one.text) for one in apologies)


def _apologises(answer: str, draft: Draft) -> bool:
    lists = [one.phrases for one in draft.wordings]
    return any("answer.apology" in one.find(one.tokens(answer)) for one in lists)
