"""Who speaks: a machine passes for no human, a human for no machine, and a machine is silent once a human speaks."""

from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """A draft that a human sends may say that a human sends it (EU AI Act Art. 50(1) for the machine's side)."""
    if situation.author == "ai":
        yield from (Span("pretends_human", one.start, one.end, one.text) for one in draft.said("claims_human"))
        if situation.human_speaking:
            yield Span("speaks_over_human", 0, 0, "")
    else:
        yield from (Span("pretends_machine", one.start, one.end, one.text) for one in draft.said("claims_machine"))
