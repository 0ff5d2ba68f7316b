"""Words around a handoff: laws of the authored lines, and of what is said at each step."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.affect.phrases import phrases
from humanely.decision.facts import TRIGGERS
from humanely.response.channel import LIMITS, ChannelKind
from humanely.response.check import check
from humanely.response.handoff_words import BECAUSE, HandoffPlan, Step, Words, held, queued, told
from humanely.response.rules import default_rules
from humanely.response.said import Said, opening, said
from humanely.response.situation import Situation
from tests.response.authored import DIGIT, FAMILIAR, FORMAL, SIX, lines, shape, twins

FILE = "handoff.ftl"
STEPS: tuple[Step, ...] = get_args(Step)
PLANS: tuple[HandoffPlan, ...] = get_args(HandoffPlan)
CHANNELS: tuple[ChannelKind, ...] = get_args(ChannelKind)
SPEAKS_AGAINST = ("blame", "dismissal", "stock", "cheer", "empty_promise")

reasons = st.sampled_from([*TRIGGERS, "no_words", "bot_failed", ""])
some_locale = st.sampled_from([*SIX, "ja", "de-AT"])
modest = settings(max_examples=60, deadline=None)


def all_lines(locale: str, *, familiar: bool) -> list[str]:
    found = lines(locale, "replies", FILE, familiar=familiar)
    return [line for (message, _), line in found.items() if not message.startswith("fact-")]


@pytest.mark.parametrize("locale", SIX)
def test_every_locale_has_the_messages_variants_and_variables_of_english(locale: str) -> None:
    assert shape(locale, FILE) == shape("en", FILE)


@pytest.mark.parametrize("locale", SIX)
def test_familiar_twins_stand_beside_a_formal_line(locale: str) -> None:
    assert twins(locale, FILE).keys() <= lines(locale, "replies", FILE).keys()


@pytest.mark.parametrize("locale", sorted(FORMAL))
def test_no_familiar_line_is_formal(locale: str) -> None:
    assert [line for line in all_lines(locale, familiar=True) if FORMAL[locale].search(line)] == []


@pytest.mark.parametrize(("locale", "familiar"), FAMILIAR)
def test_four_variants_a_message_each_opening_in_its_own_way(locale: str, familiar: bool) -> None:
    found = lines(locale, "replies", FILE, familiar=familiar)
    names = {name for name, _ in found if not name.startswith("fact-")}
    openings = {name: {opening(line) for (message, _), line in found.items() if message == name} for name in names}
    assert {name: len(words) for name, words in openings.items()} == dict.fromkeys(names, 4)


@pytest.mark.parametrize(("locale", "familiar"), FAMILIAR)
def test_what_must_be_said_fits_a_watch(locale: str, familiar: bool) -> None:
    found = lines(locale, "replies", FILE, familiar=familiar)
    long = [line for (name, _), line in found.items() if name.startswith("handoff-") and len(line) > LIMITS["watch"]]
    assert not long


@pytest.mark.parametrize(("locale", "familiar"), FAMILIAR)
def test_no_line_gives_a_time_apologises_or_shouts(locale: str, familiar: bool) -> None:
    everything = all_lines(locale, familiar=familiar)
    assert not [line for line in everything if DIGIT.search(line) or "!" in line or said(line, locale).apologised]


@pytest.mark.parametrize(("locale", "familiar"), FAMILIAR)
def test_no_line_has_words_that_speak_against_an_answer(locale: str, familiar: bool) -> None:
    lists = phrases(locale)
    assert lists is not None
    found = [
        (line, against)
        for line in all_lines(locale, familiar=familiar)
        for against in SPEAKS_AGAINST
        if f"answer.{against}" in lists.find(lists.tokens(line))
    ]
    assert not found


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("reason", ["asked", "failed_attempts", "high_stakes", "vulnerable", "language_off", "abuse"])
@pytest.mark.parametrize(("locale", "familiar"), FAMILIAR)
def test_what_is_queued_passes_the_check(locale: str, familiar: bool, reason: str, plan: HandoffPlan) -> None:
    words = [queued(reason, plan, locale=locale, rng=Random(seed), familiar=familiar).text for seed in range(6)]
    assert [found for text in words for found in _faults(text, locale)] == []


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("locale", "familiar"), FAMILIAR)
def test_what_is_said_at_each_step_passes_the_check(locale: str, familiar: bool, step: Step) -> None:
    words = [told(step, locale=locale, rng=Random(seed), familiar=familiar).text for seed in range(6)]
    assert [found for text in words for found in _faults(text, locale)] == []


def _faults(text: str, locale: str) -> Sequence[tuple[str, str]]:
    where = Situation(language=locale, valence=-0.8, need=0.9, handoff_decided=True)
    return [(one.name, text) for one in check(text, where, default_rules()).findings if one.severity != "note"]


@modest
@given(reasons, st.sampled_from(PLANS), some_locale, st.sampled_from(CHANNELS), st.booleans(), st.integers(0, 2**32))
def test_any_handoff_can_be_said_within_its_channel(
    reason: str, plan: HandoffPlan, locale: str, channel: ChannelKind, waiting: bool, seed: int
) -> None:
    words = queued(reason, plan, waiting=waiting, locale=locale, rng=Random(seed), channel=channel, familiar=True)
    assert 0 < len(words.text) <= LIMITS[channel]
    assert not set("{}") & set(words.text)


@modest
@given(st.sampled_from([*STEPS, "queued"]), some_locale, st.sampled_from(CHANNELS), st.integers(0, 2**32))
def test_the_same_words_never_come_twice_in_a_row(step: str, locale: str, channel: ChannelKind, seed: int) -> None:
    rng, earlier = Random(seed), list[Said]()
    spoken: list[Words] = []
    for _ in range(6):
        spoken.append(_once(step, locale, channel, rng, tuple(earlier)))
        earlier.append(spoken[-1].said)
    assert all(one.text != other.text for one, other in pairwise(spoken))
    assert all(one.said.opening != other.said.opening for one, other in pairwise(spoken))


def _once(step: str, locale: str, channel: ChannelKind, rng: Random, earlier: tuple[Said, ...]) -> Words:
    known: dict[str, Step] = {one: one for one in STEPS}
    return (
        told(known[step], locale=locale, rng=rng, channel=channel, earlier=earlier)
        if step in known
        else queued("asked", "connect", locale=locale, rng=rng, channel=channel, earlier=earlier)
    )


@pytest.mark.parametrize("locale", SIX)
@pytest.mark.parametrize("plan", PLANS)
def test_a_crisis_gets_no_apology_no_question_and_no_reason(locale: str, plan: HandoffPlan) -> None:
    spoken = [queued("crisis", plan, locale=locale, rng=Random(seed)) for seed in range(12)]
    assert not [one.text for one in spoken if "?" in one.text or one.said.apologised]
    assert not [name for one in spoken for name in one.said.variants if name.startswith(("because", "choice"))]


@pytest.mark.parametrize("locale", SIX)
def test_opening_hours_are_said_only_where_they_are_given_and_somebody_has_to_wait(locale: str) -> None:
    hours = "Mon–Fri, 9–17 h"
    assert hours in queued("asked", "plan_b", locale=locale, rng=Random(1), hours=hours).text
    assert hours in told("timed_out", locale=locale, rng=Random(1), hours=hours).text
    assert hours not in queued("asked", "connect", locale=locale, rng=Random(1), hours=hours).text
    assert not DIGIT.search(queued("asked", "plan_b", locale=locale, rng=Random(1)).text)


def test_hours_go_before_the_rest_where_the_channel_is_short() -> None:
    text = queued("asked", "plan_b", locale="en", rng=Random(1), channel="sms", hours="Mon–Fri, 9–17 h").text
    assert "Mon–Fri, 9–17 h" in text
    assert "free" in text


def test_only_triggers_have_reasons_and_abuse_has_none() -> None:
    assert BECAUSE.keys() <= {*TRIGGERS, "bot_failed"}
    assert not BECAUSE.keys() & {"abuse", "abuse_again", "crisis"}


def test_who_still_waits_is_not_told_again_that_it_starts() -> None:
    words = queued("asked", "connect", waiting=True, locale="en", rng=Random(1))
    assert {name.partition(".")[0] for name in words.said.variants} == {"handoff-waiting"}


def test_who_waits_while_nobody_is_there_hears_that_the_case_is_kept() -> None:
    words = queued("asked", "plan_b", waiting=True, locale="en", rng=Random(1))
    assert {name.partition(".")[0] for name in words.said.variants} == {"handoff-waiting_plan_b"}


def test_a_life_at_risk_is_said_anew_even_to_who_waits() -> None:
    words = queued("crisis", "connect", waiting=True, locale="en", rng=Random(1))
    assert words.said.variants[0].startswith("handoff-crisis.")


def test_held_is_a_step_like_any_other() -> None:
    assert held(locale="en", rng=Random(1)) == told("held", locale="en", rng=Random(1))


def test_a_language_without_lines_is_served_in_english() -> None:
    assert queued("language_off", "connect", locale="ja", rng=Random(1)).locale == "en"


@pytest.mark.parametrize("locale", SIX)
def test_something_hard_said_while_waiting_is_heard(locale: str) -> None:
    words = queued("vulnerable", "connect", waiting=True, locale=locale, rng=Random(1))
    assert [variant.partition(".")[0] for variant in words.said.variants] == ["because-distress", "handoff-waiting"]


@pytest.mark.parametrize("locale", SIX)
def test_after_a_card_who_waits_is_pointed_to_its_help(locale: str) -> None:
    words = queued("crisis_before", "connect", waiting=True, locale=locale, rng=Random(1))
    assert [variant.partition(".")[0] for variant in words.said.variants] == [
        "handoff-waiting",
        "handoff-crisis_plan_b",
    ]
