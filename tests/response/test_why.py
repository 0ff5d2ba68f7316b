"""Why a decision was made: a sentence for each trigger in each language, estimates told as estimates."""

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.decision.decision import Action, Alternative, Decision, Evidence, Reason
from humanely.decision.facts import TRIGGERS
from humanely.decision.policy import shipped
from humanely.response.why import QUOTED, for_person, for_staff
from tests.response.authored import DIGIT, FAMILIAR, FORMAL, SIX, lines, shape, twins

FILE = "why.ftl"
ACTIONS: tuple[Action, ...] = get_args(Action)
CLAIMS = re.compile(
    r"\b(detect\w*|diagnos\w*|we know|erkannt|erkennen|wir wissen|detecta\w*|détect\w*|rilev\w*)\b", re.I
)
HEDGED = {
    "en": re.compile(r"\bmay\b"),
    "de": re.compile(r"vielleicht|schien", re.I),
    "es": re.compile(r"quizá", re.I),
    "fr": re.compile(r"peut-être", re.I),
    "it": re.compile(r"forse", re.I),
    "pt": re.compile(r"talvez", re.I),
}

evidences = st.builds(
    Evidence,
    st.sampled_from(["words", "estimate", "fact"]),
    st.sampled_from(["fear", "an agent please", "tagged refund", "nothing works"]),
    st.none() | st.integers(0, 40),
    st.floats(0, 1),
)
reasons = st.builds(
    Reason,
    st.sampled_from(TRIGGERS),
    st.floats(0, 1),
    st.lists(evidences, min_size=1, max_size=3).map(tuple),
    st.just("Says so."),
)
decisions = st.builds(
    Decision,
    action=st.sampled_from(ACTIONS),
    approach=st.just("contextual"),
    reasons=st.lists(reasons, min_size=1, max_size=4).map(tuple),
    alternatives=st.lists(st.builds(Alternative, st.sampled_from(ACTIONS), st.tuples(reasons)), max_size=2).map(tuple),
    confidence=st.floats(0, 1),
    policy_version=st.just("humane 1"),
)


def decided(name: str, *evidence: Evidence, action: Action = "reply", confidence: float = 1.0) -> Decision:
    """A decision for one reason."""
    reason = Reason(name, 0.5, evidence, shipped().triggers[name].says)
    return Decision(
        action=action,
        approach="contextual",
        reasons=(reason,),
        alternatives=(),
        confidence=confidence,
        policy_version="humane 1",
    )


@pytest.mark.parametrize("locale", SIX)
def test_every_trigger_and_every_action_has_a_sentence(locale: str) -> None:
    held = shape(locale, FILE)
    assert {f"because-{name}" for name in TRIGGERS} <= held.keys()
    assert held["decided"].keys() == set(ACTIONS)


@pytest.mark.parametrize("locale", SIX)
def test_every_locale_has_the_messages_and_variables_of_english(locale: str) -> None:
    assert shape(locale, FILE) == shape("en", FILE)


@pytest.mark.parametrize("locale", SIX)
def test_familiar_twins_stand_beside_a_formal_line_with_the_same_variables(locale: str) -> None:
    formal = {(name, each): used for name, message in shape(locale, FILE).items() for each, used in message.items()}
    assert twins(locale, FILE).items() <= formal.items()


@pytest.mark.parametrize("locale", sorted(FORMAL))
def test_no_familiar_line_is_formal(locale: str) -> None:
    found = lines(locale, "why", FILE, familiar=True)
    assert [line for line in found.values() if FORMAL[locale].search(line)] == []


@pytest.mark.parametrize(("locale", "familiar"), FAMILIAR)
def test_nothing_is_detected_diagnosed_or_given_a_figure(locale: str, familiar: bool) -> None:
    found = lines(locale, "why", FILE, familiar=familiar).values()
    assert not [line for line in found if CLAIMS.search(line) or DIGIT.search(line) or "%" in line]


@pytest.mark.parametrize("locale", SIX)
def test_every_estimate_is_told_as_something_that_may_be(locale: str) -> None:
    read = {name: line for (name, form), line in lines(locale, "why", FILE).items() if form == "read"}
    assert [line for line in read.values() if not HEDGED[locale].search(line)] == []


@settings(deadline=None)
@given(decisions, st.sampled_from([*SIX, "ja", "pt-BR"]), st.booleans())
def test_any_decision_can_be_said_to_a_person(decision: Decision, locale: str, familiar: bool) -> None:
    why = for_person(decision, locale, familiar=familiar)
    assert len(why.because) == len(decision.reasons)
    assert not set("{}") & set(why.text)
    assert all(line.strip() for line in why.text.splitlines())
    assert decision.policy_version not in why.text


@settings(deadline=None)
@given(decisions)
def test_staff_read_every_reason_with_all_its_evidence(decision: Decision) -> None:
    why = for_staff(decision)
    assert [one.name for one in why.because] == [one.name for one in decision.reasons]
    assert [len(one.evidence) for one in why.because] == [len(one.evidence) for one in decision.reasons]
    assert [one.action for one in why.instead] == [one.action for one in decision.alternatives]
    assert why.text.startswith(f"{decision.action}, contextual")


@given(decisions)
def test_what_can_be_corrected_or_switched_off_is_offered_where_something_was_estimated(decision: Decision) -> None:
    estimated = any(one.kind == "estimate" for reason in decision.reasons for one in reason.evidence)
    assert (len(for_person(decision, "en").can) >= 3) == estimated


def test_an_estimate_is_told_as_one_and_words_as_words() -> None:
    by_words = decided("asked", Evidence("words", "a real person", 1))
    by_model = decided("asked", Evidence("estimate", "asks_for_human", 1, 0.7))
    assert for_person(by_words, "en").because == ("You asked for a human.",)
    assert for_person(by_model, "en").because == ("Your message may have asked for a human.",)


@pytest.mark.parametrize(("confidence", "says"), [(0.95, "fairly sure"), (0.7, "only somewhat"), (0.3, "not sure")])
def test_how_sure_is_said_without_a_figure(confidence: float, says: str) -> None:
    decision = decided("distress", Evidence("estimate", "fear", 1, confidence), confidence=confidence)
    assert says in for_person(decision, "en").sure


def test_words_of_risk_are_not_held_up_to_the_person_who_wrote_them() -> None:
    decision = decided("crisis", Evidence("words", "end it all", 4), action="handoff")
    assert "end it all" not in for_person(decision, "en").text
    assert "end it all" in for_staff(decision).text


def test_at_most_three_of_the_persons_words_are_quoted_each_once() -> None:
    said = [Evidence("words", word, 1) for word in ("one", "two", "one", "three", "four")]
    assert for_person(decided("asked", *said), "en").words == "Your words: “one … two … three”."
    assert QUOTED == 3


def test_who_is_with_a_human_already_is_not_offered_one() -> None:
    evidence = Evidence("words", "a person", 1)
    assert len(for_person(decided("asked", evidence, action="handoff"), "en").can) == 1
    assert for_person(decided("message", evidence), "en").can[-1] == "You can ask for a human to look at this."


def test_staff_read_the_policy_the_weight_and_the_evidence() -> None:
    decision = decided("distress", Evidence("estimate", "fear", 3, 0.82), action="comfort", confidence=0.82)
    assert for_staff(decision).text.splitlines() == [
        "comfort, contextual (confidence 0.82, policy humane 1)",
        (
            "- The message may feel distressed: the feeling comes first. (distress, weight 0.50): "
            "turn 3: fear, an estimate of 0.82"
        ),
    ]
