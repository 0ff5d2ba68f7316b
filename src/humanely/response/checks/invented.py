"""Particulars that nobody gave: numbers, amounts, dates, phone numbers, links."""

from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.checks.figures import bare_link, digits, figures
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """Each figure of the draft that stands in neither the facts nor what the person wrote."""
    months = {word: at for one in draft.wordings for word, at in one.months.items()}
    shown = figures(draft.text, months)
    if not shown:
        return
    given = [one for text in situation.given for one in figures(text, months)]
    known = {(_family(one.kind), value) for one in given for value in one.values}
    known |= {("number", value) for kind, value in known if kind == "phone"}
    runs = {digits(word) for text in situation.given for word in text.split()}
    for one in shown:
        family = _family(one.kind)
        backed = any((family, value) in known or (family == "number" and value in runs) for value in one.values)
        if not backed and not (one.kind == "link" and _within(one.values, situation.given)):
            yield Span(f"invented_{one.kind}", one.start, one.end, draft.text[one.start : one.end])


def _family(kind: str) -> str:
    return "number" if kind in {"amount", "number", "phone"} else kind


def _within(values: frozenset[str], given: tuple[str, ...]) -> bool:
    """The page stands in a text given, as a whole or as the beginning of a link."""
    return any(bare_link(value) in text.casefold() for value in values for text in given)
