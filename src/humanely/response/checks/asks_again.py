"""Never ask again what was said (WCAG 2.2, 3.3.7)."""

import re
from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation
from humanely.signal.masking import PLACEHOLDERS, mask

ORDER_NUMBER = re.compile(r"(?<![\w+])#?[A-Za-z]{0,4}-?\d{4,12}(?:-\d{1,8}){0,3}(?!\w)")
"""What may be the number of an order, a case or a customer."""
_ASKED = {"asks_email": "email", "asks_phone": "phone", "asks_name": "name"}


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """Questions for what the person wrote or the facts hold; a sentence that names it only confirms."""
    for asked in (*_ASKED, "asks_order"):
        for one in draft.said(asked):
            start, end = draft.sentence(one.start)
            confirms = any(mark.isdigit() or mark == "@" for mark in draft.text[start:end])
            if not confirms and _given(asked, situation.given):
                yield Span("asks_again", one.start, one.end, one.text)


def _given(asked: str, texts: tuple[str, ...]) -> bool:
    if asked == "asks_order":
        return any(ORDER_NUMBER.search(mask(text).text) for text in texts)
    kind = _ASKED[asked]
    return any(PLACEHOLDERS[kind] in text or any(one.kind == kind for one in mask(text).spans) for text in texts)
