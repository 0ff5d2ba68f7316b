"""Wording about suicide that may do harm.

Source: WHO (2023), "Preventing suicide: a resource for media professionals", section on language and methods.
"""

from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """Harmful phrases always; methods only where the talk is of suicide, for a pharmacy may speak of pills."""
    spans = draft.said("unsafe")
    if situation.crisis or draft.said("suicide"):
        spans = (*spans, *draft.said("method"))
    return (Span("unsafe_wording", span.start, span.end, span.text) for span in spans)
