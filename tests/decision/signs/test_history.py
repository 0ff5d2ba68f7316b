"""Signs of the conversation up to now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.decision.facts import Facts, facts
from humanely.decision.moment import Moment
from humanely.decision.policy import shipped
from tests.decision.moments import Said, customer, moment, says

FAILED = "No, that's not it."


def found(known: Moment) -> Facts:
    return facts(known, shipped().thresholds, shipped().marks)


@given(st.integers(0, 6), st.integers(0, 3))
def test_attempts_are_counted_over_answers_and_over_conversations(failures: int, before: int) -> None:
    said = ["Where is it?", *(one for _ in range(failures) for one in ("> Try this.", FAILED))]
    known = found(moment(*said, failed_before=before))
    assert ("failed_attempts" in known) == (failures > 0 and failures + before >= 2)


def test_every_failure_is_evidence() -> None:
    known = found(moment("Where is it?", "> Try this.", FAILED, "> Try that.", FAILED))
    assert [one.turn for one in known["failed_attempts"].evidence] == [2, 4]


LOW = "This is terrible, nobody listens"


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=6))
def test_a_dip_needs_a_fall_across_an_answer_to_a_low_end(valences: list[float]) -> None:
    said: list[Said] = [one for valence in valences for one in ((LOW, customer(valence)), "> Please wait.")]
    known = moment(*said[:-1])
    felt = [reading.felt or 0.0 for reading in known.readings if reading.turn.is_customer]
    fallen = max(felt) - felt[-1]
    assert ("sentiment_dip" in found(known)) == (fallen >= 0.4 and felt[-1] <= -0.3)


def test_a_fall_without_an_answer_between_is_no_dip() -> None:
    assert "sentiment_dip" not in found(moment(("So", customer(0.5)), (LOW, customer(-0.9))))


def test_one_told_message_is_no_trajectory() -> None:
    assert "sentiment_dip" not in found(moment("Where is it?", "> Please wait.", (LOW, customer(-0.9))))


@pytest.mark.parametrize("greeting", ["Hello", "Guten Tag zusammen", "hola buenas", "Bonjour 🙂", "こんにちは"])
def test_who_tells_their_trouble_after_a_greeting_has_not_fallen(greeting: str) -> None:
    trouble = ("Where is my parcel? So frustrating!", customer(-0.9))
    assert "sentiment_dip" not in found(moment((greeting, customer(0.7)), "> How can I help?", trouble))


def test_a_greeting_in_between_hides_no_fall() -> None:
    trouble = ("Where is my parcel? So frustrating!", customer(-0.9))
    said: list[Said] = [
        ("It arrives today, lovely", customer(0.7)),
        "> Good.",
        ("Hello?", customer(0.1)),
        "> Hi.",
        trouble,
    ]
    assert "sentiment_dip" in found(moment(*said))


def test_a_fall_from_a_greeting_with_a_feeling_that_was_said_is_a_dip() -> None:
    known = moment(("Hello", says(0.8)), "> Hi", ("Where is my parcel?", says(-0.9)))
    assert "sentiment_dip" in found(known)


def test_what_was_low_before_a_handoff_ended_is_settled() -> None:
    said: list[Said] = [("Great", customer(0.8)), "human> Fixed.", (LOW, customer(-0.9))]
    assert "sentiment_dip" in found(moment(*said))
    assert "sentiment_dip" not in found(moment(*said, since=2))


def test_a_fall_that_was_said_is_a_fact() -> None:
    known = moment(("Great shop", customer(0.6)), "> Hi", ("Why do I wait so long", says(-1.0)))
    assert [(one.kind, one.value) for one in found(known)["sentiment_dip"].evidence] == [("fact", "said: very bad")]


def test_a_question_that_was_passed_over_is_left_open() -> None:
    known = moment("Is the pool open today?", "> Please see our FAQ.", "Hm")
    assert [one.value for one in found(known)["left_open"].evidence] == ["Is the pool open today?"]


def test_what_was_not_understood_is_left_open() -> None:
    known = moment("My parcel is gone", "> Sorry, I did not understand. Please rephrase.", "Hm")
    assert [one.value for one in found(known)["left_open"].evidence] == ["a message was not understood"]


def test_the_same_words_again_are_a_repeat() -> None:
    known = moment("Where is my blue parcel now", "> Please wait.", "Where is my blue parcel now")
    assert [one.value for one in found(known)["repeats"].evidence] == ["nearly the same words as before"]


def test_who_asks_again_what_was_told_in_full_was_not_helped() -> None:
    known = found(moment("How long does a refund take?", told_out=2))
    assert known["failed_attempts"].evidence[0].value == "told 2 times, and asked again"
