"""Facts about what is due in a reply."""

import pytest
from hypothesis import given

from humanely.response.plan import Occasion, OccasionInvalid, Plan, plan
from humanely.response.said import Said
from tests.response.occasions import LINK, occasions, situated


def messages(planned: Plan) -> list[str]:
    return [part.message for part in planned.parts]


@given(occasions())
def test_something_is_always_said(occasion: Occasion) -> None:
    assert plan(occasion).parts


@given(occasions())
def test_a_handoff_is_spoken_of_exactly_when_it_is_decided(occasion: Occasion) -> None:
    assert ("step-handoff" in messages(plan(occasion))) == (occasion.step == "handoff")


@given(occasions())
def test_only_what_was_ours_is_apologised_for_and_never_for_thanks(occasion: Occasion) -> None:
    apologises = "apologise-ours" in messages(plan(occasion))
    assert not apologises or (occasion.cause == "ours" and "grateful" not in occasion.situations)


@given(occasions())
def test_no_need_means_no_sympathy(occasion: Occasion) -> None:
    calm = Occasion(need=0, situations=frozenset(), step=occasion.step, facts=occasion.facts, cause=occasion.cause)
    assert {part.kind for part in plan(calm).parts} <= {"fact", "step"}


@given(occasions())
def test_who_wants_facts_gets_no_sympathy(occasion: Occasion) -> None:
    wanted = plan(Occasion(need=3, situations=situated("wants_facts_only"), facts=occasion.facts, cause="ours"))
    assert {part.kind for part in wanted.parts} == {"fact"}
    assert wanted.labelled


def test_a_person_in_distress_gets_every_part() -> None:
    planned = plan(Occasion(need=3, situations=situated("frustrated"), cause="ours", step="look_up"))
    assert messages(planned) == [
        "acknowledge-frustrated", "reflect-first", "apologise-ours", "step-look_up", "choice-open",
    ]  # fmt: skip


def test_a_second_apology_in_a_row_becomes_owning_up() -> None:
    planned = plan(Occasion(need=2, cause="ours", step="done", earlier=(Said("sorry my", apologised=True),)))
    assert "own-ours" in messages(planned)
    assert "apologise-ours" not in messages(planned)


def test_thanks_that_still_hurt_are_no_thanks() -> None:
    planned = plan(Occasion(need=2, situations=situated("grateful", "attempt_failed"), cause="unknown", step="look_up"))
    assert messages(planned)[0] == "acknowledge-attempt_failed"


def test_a_vulnerable_person_is_met_before_their_hurry() -> None:
    assert messages(plan(Occasion(need=3, situations=situated("urgent", "vulnerable"))))[0] == "acknowledge-vulnerable"


def test_where_we_ask_no_second_question_follows() -> None:
    assert messages(plan(Occasion(need=3, step="ask_number")))[-1] == "step-ask_number"


def test_what_is_still_missing_is_asked_only_after_something_was_asked_or_tried() -> None:
    asked = (Said("can you", variants=("step-clarify.a",)),)
    told = (Said("it is", variants=("step-done.b",)),)
    assert messages(plan(Occasion(need=0, step="clarify"))) == ["step-clarify"]
    assert messages(plan(Occasion(need=0, step="clarify", earlier=told))) == ["step-clarify"]
    assert messages(plan(Occasion(need=0, step="clarify", earlier=asked))) == ["step-clarify_again"]
    assert messages(plan(Occasion(need=0, step="clarify", attempts=1))) == ["step-clarify_again"]


def test_a_greeting_is_met_with_a_greeting() -> None:
    assert messages(plan(Occasion(need=0, step="greet"))) == ["step-greet"]


def test_the_end_of_a_talk_is_said_unless_thanks_are_met() -> None:
    assert messages(plan(Occasion(need=0, step="close"))) == ["step-close"]
    thanked = Occasion(need=0, step="close", situations=situated("grateful"))
    assert messages(plan(thanked)) == ["acknowledge-grateful"]


def test_a_person_is_offered_after_attempts_only_if_one_is_free() -> None:
    assert messages(plan(Occasion(need=1, attempts=2, step="wait")))[-1] == "choice-person"
    assert "choice-person" not in messages(plan(Occasion(need=1, attempts=2, step="wait", person_free=False)))


def test_a_link_that_cannot_be_opened_is_sent_apart() -> None:
    planned = plan(Occasion(need=0, step="send_link", facts={"link": LINK}, channel="voice"))
    assert messages(planned) == ["step-send_link_apart"]


def test_facts_are_given_although_only_a_step_was_asked_to_be_said() -> None:
    planned = plan(Occasion(need=0, step="wait", facts={"deadline": "Friday", "amount": "20 €"}))
    assert messages(planned) == ["fact-amount", "fact-deadline", "step-wait"]


@pytest.mark.parametrize(
    ("occasion", "says"),
    [
        pytest.param(Occasion(need=4), "The need", id="need_beyond_strong"),
        pytest.param(Occasion(need=-1), "The need", id="need_below_none"),
        pytest.param(Occasion(need=1, situations=situated("sulking")), "The situations", id="unknown_situation"),
        pytest.param(Occasion(need=1, facts={"colour": "red"}), "The facts", id="unknown_fact"),
        pytest.param(Occasion(need=1, step="send_link"), "the link to send", id="link_without_link"),
    ],
)
def test_museum_of_occasions(occasion: Occasion, says: str) -> None:
    with pytest.raises(OccasionInvalid, match=says):
        plan(occasion)
