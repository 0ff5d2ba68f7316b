"""Where somebody stands on the way: what is done, what is next, how long is left, what may be skipped.

It is said to the person alone, of the person alone: nobody is compared with anybody, and nothing is gushed over.
"""

import datetime as dt
import math
from collections.abc import Collection, Sequence
from typing import Literal

import msgspec

from humanely.credential.design.achievement import Achievement, Step
from humanely.credential.wording import say

AWAY_DAYS = 21
"""After so long a pause, somebody is welcomed back."""
_HOURS_FROM = 90

Feedback = Literal[
    "no_steps", "welcome", "welcome_back", "first_step", "going", "nearly", "only_optional", "complete", "in_review"
]


class Done(msgspec.Struct, frozen=True):
    """A step that was done; `note` is the person's own, kept for them."""

    step: str
    on: dt.date
    note: str | None = None


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody stands.

    Attributes:
        done, skipped, open: every step stands in one of them, in the order of the way.
        next: the first of the open ones.
        minutes_left: of the open steps that are needed.
        minutes_optional: of the open steps that may be skipped.
    """

    done: tuple[Step, ...]
    skipped: tuple[Step, ...]
    open: tuple[Step, ...]
    minutes_left: int
    minutes_optional: int
    feedback: Feedback

    @property
    def next(self) -> Step | None:
        """What comes next; None once nothing is open."""
        return self.open[0] if self.open else None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The same in words; None where there is nothing to say."""

    feedback: str
    done: str | None = None
    next: str | None = None
    left: str | None = None
    skip: str | None = None


def progress(achievement: Achievement, done: Sequence[Done], skipped: Collection[str], today: dt.date) -> Progress:
    """Where somebody stands today.

    Args:
        done: in any order; steps that the achievement no longer has count for nothing.
        skipped: ids of steps that the person passes over; only optional ones can be.
    """
    on = {one.step: one.on for one in done}
    finished = tuple(step for step in achievement.steps if step.id in on)
    passed = tuple(step for step in achievement.steps if step.id not in on and step.optional and step.id in skipped)
    still = tuple(step for step in achievement.steps if step not in finished + passed)
    away = bool(finished) and (today - max(on[step.id] for step in finished)).days > AWAY_DAYS
    return Progress(
        done=finished,
        skipped=passed,
        open=still,
        minutes_left=sum(step.minutes for step in still if not step.optional),
        minutes_optional=sum(step.minutes for step in still if step.optional),
        feedback=_feedback(achievement, finished, still, away),
    )


def told(stand: Progress, locale: str) -> Told:
    """Where somebody stands, in words."""
    skippable = [step.name for step in stand.open if step.optional]
    ahead = stand.next
    everything = len(stand.done) + len(stand.open)
    return Told(
        feedback=say(locale, f"design-feedback-{stand.feedback.replace('_', '-')}"),
        done=say(locale, "design-done", done=len(stand.done), all=everything) if everything else None,
        next=say(locale, "design-next", step=ahead.name, duration=duration(ahead.minutes, locale)) if ahead else None,
        left=say(locale, "design-time-left", duration=duration(stand.minutes_left, locale))
        if stand.minutes_left
        else None,
        skip=say(locale, "design-skip", steps=", ".join(skippable)) if skippable else None,
    )


def duration(minutes: int, locale: str) -> str:
    """About how long, in words: minutes up to an hour and a half, then half hours, rounded up.

    >>> duration(45, "en"), duration(100, "en")
    ('about 45 minutes', 'about 2 hours')
    """
    if minutes <= _HOURS_FROM:
        return say(locale, "design-minutes", minutes=minutes)
    return say(locale, "design-hours", hours=math.ceil(minutes / 30) / 2)


def _feedback(achievement: Achievement, done: tuple[Step, ...], still: tuple[Step, ...], away: bool) -> Feedback:
    needed = sum(not step.optional for step in still)
    if not achievement.steps:
        return "no_steps"
    if not still:
        return "in_review" if achievement.review else "complete"
    if not done:
        return "welcome"
    if not needed:
        return "only_optional"
    if away:
        return "welcome_back"
    if needed == 1:
        return "nearly"
    return "first_step" if len(done) == 1 else "going"
