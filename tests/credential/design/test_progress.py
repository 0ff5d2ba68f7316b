import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.design.achievement import Achievement, checked
from humanely.credential.design.progress import Done, Feedback, Progress, duration, progress, told
from humanely.credential.wording import LOCALES, say
from tests.credential.design.authored import EXAMPLES, achievement, raw

TODAY = dt.date(2026, 3, 10)
FORKLIFT = achievement()
MENTOR = achievement("community-mentor.json")
IDS = [step.id for step in FORKLIFT.steps]
FEEDBACK: tuple[Feedback, ...] = (
    "no_steps", "welcome", "welcome_back", "first_step", "going", "nearly", "only_optional", "complete", "in_review",
)  # fmt: skip


def stand(*done: str, of: Achievement = FORKLIFT, skipped: tuple[str, ...] = (), days_ago: int = 1) -> Progress:
    on = TODAY - dt.timedelta(days=days_ago)
    return progress(of, [Done(step, on, "my note") for step in done], skipped, TODAY)


@pytest.mark.parametrize(
    ("done", "skipped", "feedback"),
    [
        ((), (), "welcome"),
        (("theory",), (), "first_step"),
        (("theory", "practice-questions"), (), "going"),
        (("theory", "written-test", "driving"), (), "nearly"),
        (("theory", "written-test", "driving", "driving-test"), (), "only_optional"),
        (("theory", "written-test", "driving", "driving-test"), ("practice-questions",), "in_review"),
        (tuple(IDS), (), "in_review"),
    ],
)
def test_what_is_said_fits_where_somebody_stands(
    done: tuple[str, ...], skipped: tuple[str, ...], feedback: str
) -> None:
    assert stand(*done, skipped=skipped).feedback == feedback


def test_without_a_review_all_steps_done_is_complete() -> None:
    done = ("first-talk", "three-months", "mentors-evening", "write-it-down")
    assert stand(*done, of=MENTOR).feedback == "complete"


def test_after_a_long_pause_somebody_is_welcomed_back() -> None:
    assert stand("theory", days_ago=21).feedback == "first_step"
    assert stand("theory", days_ago=22).feedback == "welcome_back"


def test_an_achievement_without_steps_points_to_its_criteria() -> None:
    bare = checked(raw(EXAMPLES / "forklift-safety.toml") | {"steps": [], "versions": {}})
    said = told(progress(bare, [], [], TODAY), "en")
    assert said.feedback.startswith("There are no separate steps here.")
    assert (said.done, said.next, said.left, said.skip) == (None,) * 4


def test_what_is_needed_cannot_be_skipped_and_what_is_gone_counts_for_nothing() -> None:
    found = stand("theory", "abolished", skipped=("driving", "practice-questions"))
    assert [step.id for step in found.skipped] == ["practice-questions"]
    assert [step.id for step in found.open] == ["written-test", "driving", "driving-test"]
    assert [step.id for step in found.done] == ["theory"]
    assert (found.minutes_left, found.minutes_optional) == (810, 0)


def test_it_is_told_what_is_done_what_is_next_how_long_and_what_may_be_skipped() -> None:
    said = told(stand("theory"), "en")
    assert said.done == "1 of 5 steps done."
    assert said.next == "Next: Practice questions, about 45 minutes."
    assert said.left == "Left to do: about 13.5 hours."
    assert said.skip == "You may skip: Practice questions."


def test_what_was_skipped_is_not_counted_as_left() -> None:
    assert told(stand("theory", skipped=("practice-questions",)), "de").done == "1 von 4 Schritten getan."


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("feedback", FEEDBACK)
def test_feedback_is_short_and_neither_gushes_nor_compares(feedback: str, locale: str) -> None:
    words = say(locale, f"design-feedback-{feedback.replace('_', '-')}")
    gush = "!|amazing|awesome|fantas|great job|super|toll|génial|bravo|incre[íi]ble|perfe"
    compare = "better|faster|besser|schneller|mejor|mieux|others|andere|otr[ao]s|autres"
    assert not re.search(f"{gush}|{compare}", words, re.IGNORECASE)
    assert len(words) <= 140


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(1, "about 1 minute"), (90, "about 90 minutes"), (91, "about 2 hours"), (150, "about 2.5 hours")],
)
def test_long_times_are_said_in_half_hours_never_less_than_they_are(minutes: int, said: str) -> None:
    assert duration(minutes, "en") == said


@given(done=st.sets(st.sampled_from(IDS)), skipped=st.sets(st.sampled_from(IDS)), days=st.integers(0, 400))
def test_every_step_stands_in_one_place_and_the_time_left_only_shrinks(
    done: set[str], skipped: set[str], days: int
) -> None:
    found = stand(*done, skipped=tuple(skipped), days_ago=days)
    assert sorted(step.id for step in found.done + found.skipped + found.open) == sorted(IDS)
    assert found.minutes_left <= stand().minutes_left
    assert (found.next is None) == (found.feedback == "in_review")
    assert told(found, "fr").feedback
