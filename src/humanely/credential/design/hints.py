"""What could be plainer or kinder in an achievement. A hint never stands in the way of anybody."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from humanely.credential.design.achievement import Achievement
from humanely.credential.wording import say

LONG_SENTENCE = 60
"""Words; nobody follows a longer one in one reading."""

_YOU = {
    "en": "you your yours yourself",
    "de": "du dich dir dein deine deinem deinen deiner deines sie ihnen ihr ihre ihrem ihren ihrer ihres",
    "es": "tú te ti tu tus contigo tuyo tuya usted ustedes su sus le les se",
    "fr": "tu te toi ton ta tes vous votre vos",
}
_WORD = re.compile(r"\w+")


class Hint(msgspec.Struct, frozen=True):
    """What could be better in one field."""

    field: str
    code: str
    values: dict[str, Any] = {}

    def says(self, locale: str) -> str:
        """What could be better, and how, in words."""
        return say(locale, f"design-hint-{self.code.replace('_', '-')}", **self.values)


def hints(achievement: Achievement) -> tuple[Hint, ...]:
    """All that could be plainer or kinder, in the order of the form."""
    return tuple(_hints(achievement))


def _hints(achievement: Achievement) -> Iterator[Hint]:
    longest = max(len(_WORD.findall(one)) for one in re.split(r"[.!?;:]\s|\n", achievement.criteria))
    if longest > LONG_SENTENCE:
        yield Hint("criteria", "sentence_long", {"words": longest, "most": LONG_SENTENCE})
    you = _YOU.get(achievement.language.split("-")[0])
    if you and not set(you.split()) & set(_WORD.findall(achievement.meaning.lower())):
        yield Hint("meaning", "meaning_without_you")
    if _WORD.findall(achievement.alternative_text.lower()) == _WORD.findall(achievement.name.lower()):
        yield Hint("alternative_text", "alternative_text_is_name")
    if not achievement.next_steps:
        yield Hint("next_steps", "next_steps_empty")
    if not achievement.steps:
        yield Hint("steps", "steps_empty")
