"""The language of the reply is that of the person's last message."""

from collections.abc import Iterator

from humanely.affect.phrases import Span
from humanely.response.draft import Draft
from humanely.response.rules import Rules
from humanely.response.situation import Situation
from humanely.signal.tag import base_language

_CLOSE = ({"hr", "sr"}, {"no", "da"}, {"id", "ms"}, {"hi", "mr"}, {"cs", "sk"}, {"ru", "uk", "bg"})
"""Languages too near each other to tell on a few sentences."""

_SURE_LETTERS = 20
"""Fewest letters on which the draft's language is believed against the one expected."""


def find(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Span]:
    """The whole draft, where its language is told and another; a short one says nothing."""
    expected = base_language(situation.language)
    letters = sum(map(str.isalpha, draft.text))
    if not expected or not draft.language or draft.language == expected or letters < _SURE_LETTERS:
        return
    if not any({expected, draft.language} <= group for group in _CLOSE):
        yield Span("wrong_language", 0, len(draft.text), draft.text)
