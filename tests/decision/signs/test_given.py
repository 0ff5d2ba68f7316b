"""Signs that are given with the moment."""

from humanely.affect.reading import Crisis
from humanely.decision.facts import Facts, facts
from humanely.decision.moment import HUMAN_DECISION, Bound, Moment, Rulings
from humanely.decision.policy import shipped
from tests.decision.moments import moment


def found(known: Moment) -> Facts:
    return facts(known, shipped().thresholds, shipped().marks)


def test_words_of_risk_name_the_turn_they_stand_in() -> None:
    risk = Crisis(True, 0.1, "words", ("end my life",))
    (words,) = found(moment("I want to end my life", "Are you there?", crisis=risk))["crisis"].evidence
    assert (words.kind, words.value, words.turn) == ("words", "end my life", 0)


def test_a_risk_only_the_model_read_comes_with_its_probability() -> None:
    (estimate,) = found(moment("I am done", crisis=Crisis(True, 0.8, "model")))["crisis"].evidence
    assert (estimate.kind, estimate.turn, estimate.probability) == ("estimate", 0, 0.8)


def test_only_the_duty_of_a_human_decision_calls_for_one() -> None:
    other = Rulings(duties=(Bound("say_that_it_is_an_ai", "EU AI Act Art. 50(1)"),))
    assert "human_decision" not in found(moment("Hello", rulings=other))
    due = Rulings(duties=(Bound(HUMAN_DECISION, "GDPR Art. 22"),))
    assert found(moment("Hello", rulings=due))["human_decision"].evidence[0].value == "GDPR Art. 22"


def test_senses_without_words_count_and_plain_ones_do_not() -> None:
    heard = moment("Hello", senses=frozenset(("text", "record", "voice", "typing")))
    assert [one.value for one in found(heard)["many_senses"].evidence] == ["sense typing", "sense voice"]
