"""Routing: what somebody should take next, with its reasons, and who is never asked."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.people.routing import Code, Helper, Ranked, Wanted, fit, ranked, somebody_free

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LATER, SOON = NOON + timedelta(hours=1), NOON + timedelta(minutes=5)
ORDER = list(get_args(Code))

times = st.integers(-240, 240).map(lambda minutes: NOON + timedelta(minutes=minutes))
ids = st.sampled_from(["ada", "ben"])
tags = st.sampled_from(["de", "de-AT", "en_GB", "ar"])
skills = st.sampled_from(["billing", "exams"])
helpers = st.builds(
    Helper,
    id=ids,
    languages=st.lists(tags, max_size=2).map(tuple),
    skills=st.lists(skills, max_size=2).map(tuple),
    capacity=st.integers(0, 4),
    load=st.floats(0, 6),
    available=st.booleans(),
    present=st.booleans(),
    rests_until=st.one_of(st.none(), times),
)
wanted = st.builds(
    Wanted,
    place=st.integers(0, 10**6),
    language=st.one_of(st.none(), tags),
    skill=st.one_of(st.just(""), skills),
    priority=st.one_of(st.just(1.0), st.floats(0, 1)),
    weight=st.floats(1, 3),
    opened_at=times,
    due=st.one_of(st.none(), times),
    agent=st.one_of(st.just(""), ids),
)
queues = st.lists(wanted, max_size=8, unique_by=lambda one: one.place)

ADA = Helper(id="ada", languages=("de", "en"), skills=("billing",), capacity=3)
PLAIN = Wanted(place=1, priority=0.5, opened_at=NOON)
LIFE = Wanted(place=9, priority=1.0, opened_at=NOON)


def ada(**changes: object) -> Helper:
    return msgspec.structs.replace(ADA, **changes)


def asks(place: int = 1, **changes: object) -> Wanted:
    return msgspec.structs.replace(PLAIN, place=place, **changes)


def places(found: tuple[Ranked, ...]) -> list[int]:
    return [one.wanted.place for one in found]


def test_an_ordinary_handoff_fits_who_is_there_and_has_room() -> None:
    assert fit(ADA, PLAIN, NOON).fits
    assert fit(ADA, PLAIN, NOON).reasons == ()


AGAINST: dict[Code, tuple[Helper, Wanted]] = {
    "away": (ada(available=False), PLAIN),
    "offline": (ada(present=False), PLAIN),
    "resting": (ada(rests_until=SOON), PLAIN),
    "full": (ada(load=3.0), PLAIN),
    "for_another": (ADA, asks(agent="ben")),
    "other_language": (ADA, asks(language="ar")),
    "other_skill": (ADA, asks(skill="exams")),
}


@pytest.mark.parametrize("code", AGAINST)
def test_what_does_not_fit_says_why(code: Code) -> None:
    found = fit(*AGAINST[code], NOON)
    assert not found.fits
    assert found.reasons == (code,)


@pytest.mark.parametrize(
    ("code", "one"),
    [
        ("life_at_risk", LIFE),
        ("overdue", asks(due=NOON)),
        ("for_you", asks(agent="ada")),
        ("language", asks(language="de-AT")),
        ("language", asks(language="EN_gb")),
        ("skill", asks(skill="billing")),
    ],
)
def test_what_fits_says_why_too(code: Code, one: Wanted) -> None:
    found = fit(ADA, one, NOON)
    assert found.fits
    assert found.reasons == (code,)


def test_languages_nobody_has_said_count_against_nothing() -> None:
    assert fit(ada(languages=()), asks(language="ar"), NOON).fits


@given(helper=helpers, one=wanted)
def test_who_is_away_or_offline_gets_nothing(helper: Helper, one: Wanted) -> None:
    assert not fit(helper, one, NOON).fits or (helper.available and helper.present)


@given(helper=helpers, one=wanted)
def test_a_life_at_risk_fits_everybody_who_is_there(helper: Helper, one: Wanted) -> None:
    life = msgspec.structs.replace(one, priority=1.0)
    assert fit(helper, life, NOON).fits == (helper.available and helper.present)


@given(helper=helpers, one=wanted)
def test_who_rests_or_is_full_gets_nothing_but_a_life_at_risk(helper: Helper, one: Wanted) -> None:
    found = fit(helper, one, NOON)
    assert not found.fits or one.priority == 1 or not {"resting", "full"} & set(found.reasons)


@given(helper=helpers, one=wanted)
def test_who_is_back_online_with_room_is_asked_again(helper: Helper, one: Wanted) -> None:
    back = msgspec.structs.replace(helper, available=True, present=True, load=0.0, capacity=3, rests_until=None)
    assert {"away", "offline", "resting", "full"}.isdisjoint(fit(back, one, NOON).reasons)
    assert fit(back, one, NOON).fits or not fit(helper, one, NOON).fits


@given(helper=helpers, one=wanted)
def test_reasons_stand_once_each_those_against_first(helper: Helper, one: Wanted) -> None:
    numbers = [ORDER.index(code) for code in fit(helper, one, NOON).reasons]
    assert numbers == sorted(set(numbers))


@given(queue=queues, helper=helpers)
def test_nothing_of_the_queue_is_hidden_and_each_has_its_own_reasons(queue: list[Wanted], helper: Helper) -> None:
    found = ranked(queue, helper, NOON)
    assert sorted(places(found)) == sorted(one.place for one in queue)
    assert [one.fit for one in found] == [fit(helper, one.wanted, NOON) for one in found]


@given(queue=queues, helper=helpers, data=st.data())
def test_the_order_in_which_the_queue_is_given_does_not_matter(
    queue: list[Wanted], helper: Helper, data: st.DataObject
) -> None:
    other = data.draw(st.permutations(queue))
    assert ranked(queue, helper, NOON) == ranked(other, helper, NOON)


@given(queue=queues, helper=helpers)
def test_what_does_not_fit_comes_last(queue: list[Wanted], helper: Helper) -> None:
    fits = [one.fit.fits for one in ranked(queue, helper, NOON)]
    assert fits == sorted(fits, reverse=True)


@given(queue=queues, helper=helpers)
def test_a_life_at_risk_comes_before_everything_for_who_is_there(queue: list[Wanted], helper: Helper) -> None:
    there = msgspec.structs.replace(helper, available=True, present=True)
    at_risk = [one.wanted.priority == 1 for one in ranked(queue, there, NOON)]
    assert at_risk == sorted(at_risk, reverse=True)


@given(queue=queues, helper=helpers)
def test_taking_something_out_of_the_queue_leaves_the_order_of_the_rest(queue: list[Wanted], helper: Helper) -> None:
    found = ranked(queue, helper, NOON)
    assert ranked(queue[1:], helper, NOON) == tuple(one for one in found if one.wanted not in queue[:1])


def test_urgency_comes_before_the_deadline_to_a_tenth() -> None:
    queue = [asks(1, priority=0.5, due=SOON), asks(2, priority=0.7, due=LATER), asks(3, priority=0.55, due=NOON)]
    assert places(ranked(queue, ADA, NOON)) == [2, 3, 1]


def test_nothing_is_as_urgent_as_a_life_at_risk() -> None:
    queue = [asks(1, priority=1 - 1e-15, due=NOON), asks(2, priority=1.0, due=LATER)]
    assert places(ranked(queue, ADA, NOON)) == [2, 1]


def test_a_priority_a_hair_below_a_tenth_is_that_tenth() -> None:
    queue = [asks(1, priority=0.7, due=LATER), asks(2, priority=0.7 - 1e-12, due=SOON)]
    assert places(ranked(queue, ADA, NOON)) == [2, 1]


def test_of_equal_urgency_what_is_due_sooner_comes_first_and_what_has_no_deadline_last() -> None:
    queue = [asks(1), asks(2, due=LATER), asks(3, due=SOON)]
    assert places(ranked(queue, ADA, NOON)) == [3, 2, 1]


def test_of_equal_deadlines_what_needs_just_them_comes_first_then_what_has_waited_longer() -> None:
    queue = [
        asks(1, opened_at=LATER),
        asks(2, opened_at=NOON),
        asks(3, language="de", opened_at=LATER),
        asks(4, language="de", skill="billing", opened_at=LATER),
    ]
    assert places(ranked(queue, ADA, NOON)) == [4, 3, 2, 1]


@given(team=st.lists(helpers, max_size=4), one=wanted)
def test_somebody_is_free_for_a_life_at_risk_as_soon_as_anybody_is_there(team: list[Helper], one: Wanted) -> None:
    life = msgspec.structs.replace(one, priority=1.0)
    assert somebody_free(team, life, NOON) == any(helper.available and helper.present for helper in team)


def test_somebody_is_free_where_one_of_many_is() -> None:
    assert somebody_free([ada(present=False), ada(load=4.0), ADA], PLAIN, NOON)
    assert not somebody_free([ada(present=False), ada(load=4.0)], PLAIN, NOON)


def test_of_no_team_nobody_is_free() -> None:
    assert not somebody_free([], LIFE, NOON)
