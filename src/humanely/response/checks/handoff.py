"""A handoff is decided, never only spoken."""

from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """Words that say a human takes over; an offer ("shall I …?", "if you like …") says no such thing."""
    if situation.handoff_decided:
        return
    offers = {draft.sentence(one.start) for one in draft.said("offer")}
    for one in draft.said("handoff"):
        if not draft.is_question(one.start) and draft.sentence(one.start) not in offers:
            yield Span("spoken_handoff", one.start, one.end, one.text)
