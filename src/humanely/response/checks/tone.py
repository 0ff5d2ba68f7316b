"""Tone against feeling: no cheer in pain, no emoji at grief, no exclamation marks at anger."""

import re
from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation

EMOJI = re.compile(
    "[\U0001f300-\U0001faff\u2600-\u2712\u2728-\u27bf\u2b50\u2b55](?:[\ufe0f\u200d\U0001f3fb-\U0001f3ff]"
    "|(?<=\u200d)[\U0001f300-\U0001faff\u2600-\u27bf])*"
)
"""Pictures with their skin tones and joints; ticks and telephone signs of the old kind among them."""

EXCLAMATION = re.compile("[!！¡]+")


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """Nothing where nobody hurts."""
    if not situation.hurting:
        return
    pictures = [hit.span() for hit in EMOJI.finditer(draft.text)]
    yield from (Span("emoji_in_pain", start, end, draft.text[start:end]) for start, end in pictures)
    for one in (*draft.said("cheer"), *draft.known("cheer")):
        if not any(start <= one.start < end for start, end in pictures):
            yield Span("cheer_in_pain", one.start, one.end, one.text)
    for hit in EXCLAMATION.finditer(draft.text):
        yield Span("exclamation_in_pain", hit.start(), hit.end(), hit[0])
