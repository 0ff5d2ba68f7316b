"""What can be achieved: written down, changed, and no longer issued."""

from collections.abc import Mapping
from typing import Any

from humanely.credential.design.achievement import checked
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials.desk import Desk, member
from humanely.store.achievements import Design


def save(desk: Desk, asked: Asked, raw: Mapping[str, Any]) -> Design:
    """Keep an achievement as it was filled in, in a new version where it has changed.

    Raises:
        AchievementFaulty: with every fault, each naming its field.
    """
    return desk.achievements.save(checked(raw), member(asked).id, asked.now)


def one(desk: Desk, achievement_id: str) -> Design:
    """An achievement in its newest version.

    Raises:
        AchievementMissing: there is none of that id.
    """
    return desk.achievements.one(achievement_id)


def every(desk: Desk) -> tuple[Design, ...]:
    """Every achievement, retired ones too, by id."""
    return desk.achievements.all()


def retire(desk: Desk, asked: Asked, achievement_id: str) -> Design:
    """Issue nothing more for an achievement; what was issued stays.

    Raises:
        AchievementMissing: there is none of that id.
    """
    return desk.achievements.retire(achievement_id, member(asked).id, asked.now)
