"""Triggers of a moment, each with its evidence."""

from hypothesis import given
from hypothesis import strategies as st

from humanely.decision.facts import TRIGGERS, facts
from humanely.decision.policy import shipped
from tests.decision.moments import moment

TEXTS = ["Hello", "I want to talk to a human", "> Hi", "Nobody listens!", "Thank you!", "No, that's not it."]


@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_every_fact_is_a_known_trigger_with_evidence(said: list[str]) -> None:
    found = facts(moment(*said), shipped().thresholds, shipped().marks)
    assert found.names <= set(TRIGGERS)
    assert all(fact.evidence and 0 <= fact.strength <= 1 for fact in found.found.values())


@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_evidence_lies_in_the_conversation(said: list[str]) -> None:
    found = facts(moment(*said), shipped().thresholds, shipped().marks)
    places = {one.turn for fact in found.found.values() for one in fact.evidence} - {None}
    assert places <= set(range(len(said)))


@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_either_a_message_waits_or_nothing_is_new(said: list[str]) -> None:
    names = facts(moment(*said), shipped().thresholds, shipped().marks).names
    assert ("message" in names) != ("nothing_new" in names)
