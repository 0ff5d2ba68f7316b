"""Words that do harm whoever hears them: blame, dismissal, verdicts, stock phrases, what the operator forbids."""

import re
from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """What the lists say outright; what `humanely.affect` only suspects is a note."""
    yield from _named("blame", (*draft.said("blame"), *draft.known("blame")))
    yield from _named("dismissal", draft.said("dismissal"))
    yield from _named("verdict", draft.said("verdict"))
    yield from _named("stock_phrase", draft.said("stock"))
    yield from _beyond("brush_off", draft.known("dismissal"), draft.said("dismissal"))
    yield from _beyond("worn_phrase", draft.known("stock"), draft.said("stock"))
    for phrase in rules.banned:
        words = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
        yield from (Span("banned_phrase", hit.start(), hit.end(), hit[0]) for hit in words.finditer(draft.text))


def _named(name: str, spans: tuple[Span, ...]) -> Iterator[Span]:
    return (Span(name, span.start, span.end, span.text) for span in spans)


def _beyond(name: str, spans: tuple[Span, ...], outright: tuple[Span, ...]) -> Iterator[Span]:
    """Those that overlap none said outright."""
    return _named(name, tuple(a for a in spans if not any(a.start < b.end and b.start < a.end for b in outright)))
