"""Whether a draft can go out at all: something to say, nothing left over, short enough for the channel."""

import re
from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation

_LEFT_OVER = re.compile(
    r"\[[^\W\d][\w &'-]{1,40}\](?!\()|\{\{?[^{}\n]{0,60}\}?\}|<[A-Za-z_ ]{2,40}>|\bX{3,}\b|%\(\w+\)s|\bTODO\b"
)


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """``[name]``, ``{{order}}``, ``<date>``, XXX; a link in Markdown is none."""
    if not draft.text.strip():
        yield Span("empty", 0, 0, "")
    for hit in _LEFT_OVER.finditer(draft.text):
        yield Span("left_over", hit.start(), hit.end(), hit[0])
    limit = situation.max_characters or rules.channels.get(situation.channel)
    if limit is not None and len(draft.text) > limit:
        yield Span("too_long", limit, len(draft.text), draft.text[limit:])
