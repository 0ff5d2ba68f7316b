"""What a recipient is asked: only what the credential needs, each with why, and what happens when it is skipped."""

from collections.abc import Collection
from typing import Literal

import msgspec

from humanely.credential.design.achievement import Achievement
from humanely.credential.wording import say

Topic = Literal["language", "email", "name", "project", "mentor_note"]


class Question(msgspec.Struct, frozen=True):
    """One question. None of them has to be answered."""

    topic: Topic
    asks: str
    why: str
    if_skipped: str


def questions(achievement: Achievement, known: Collection[Topic], locale: str) -> tuple[Question, ...]:
    """What is left to ask, in order; what is known is not asked again, nor a language where there is no choice.

    Where work or a licence depends on it, leaving out the name has another consequence, and it is told.
    """
    topics: list[Topic] = ["language"] if achievement.versions else []
    topics += ["email", "name", *achievement.parts]
    return tuple(_question(topic, achievement, locale) for topic in topics if topic not in known)


def _question(topic: Topic, achievement: Achievement, locale: str) -> Question:
    key = f"design-ask-{topic.replace('_', '-')}"
    skipped = f"{key}-skipped"
    if topic == "name" and achievement.stakes != "everyday":
        skipped = f"{key}-skipped-{achievement.stakes}"
    return Question(topic, say(locale, key), say(locale, f"{key}-why"), say(locale, skipped))
