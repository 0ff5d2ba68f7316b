"""Personal data that neither this person nor the facts gave: it may be somebody else's."""

import re
from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation
from humanely.signal.masking import mask

_KINDS = frozenset({"email", "card", "iban", "ip", "url_token", "name"})
"""Phone numbers and links are looked for among what may be invented."""

_WORD = re.compile(r"\w+")
_NOT_SHOWN = re.compile(r"[\W_]+")


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """What masking would hide and nobody gave; a name is given word by word, all else as a whole."""
    masks = [one for one in mask(draft.text).spans if one.kind in _KINDS]
    if not masks:
        return
    given = " ".join((*situation.given, situation.persona, *rules.own_words)).casefold()
    words, plain = set(_WORD.findall(given)), _NOT_SHOWN.sub("", given)
    for one in masks:
        text = draft.text[one.original_start : one.original_end]
        parts = _WORD.findall(text.casefold())
        known = set(parts) <= words if one.kind == "name" else "".join(parts).replace("_", "") in plain
        if not known:
            yield Span("personal_data", one.original_start, one.original_end, text)
