"""Signs of the newest messages."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.decision.facts import Facts, facts
from humanely.decision.moment import Bound, Moment, Rulings
from humanely.decision.policy import shipped
from tests.decision.moments import customer, feels, moment, says

NO_TEXT = Rulings(refused=(Bound("text", "GDPR Art. 7"),))


def found(known: Moment) -> Facts:
    return facts(known, shipped().thresholds, shipped().marks)


@given(st.floats(0, 1))
def test_what_only_the_model_reads_is_believed_from_a_threshold_on_and_doubted_below(probability: float) -> None:
    known = found(moment(("Well then", customer(asks_for_human=probability))))
    believed = probability >= shipped().thresholds.believed_from
    assert ("asked" in known) == believed
    assert known.doubt == pytest.approx(0.01 if believed else max(0.01, probability))


def test_words_are_believed_whole() -> None:
    asked = found(moment("I want to talk to a human"))["asked"]
    assert (asked.strength, asked.evidence[0].kind, asked.evidence[0].turn) == (1.0, "words", 0)


def test_who_waits_for_a_human_they_did_not_ask_for_has_not_asked() -> None:
    waits = found(moment("My parcel is broken", "> A human is called.", "The number is 88213", human_awaited=True))
    assert "asked" not in waits
    assert [one.value for one in waits["human_awaited"].evidence] == ["a human was called, and none has come yet"]


def test_who_asked_and_waits_has_asked() -> None:
    waits = found(moment("Let me talk to a human", "> A human is called.", "The number is 88213", human_awaited=True))
    assert "human_awaited" not in waits
    assert [one.value for one in waits["asked"].evidence] == ["asked before, and no human has come yet"]


@given(st.floats(0.5, 1))
def test_where_text_is_refused_only_words_count(probability: float) -> None:
    read = customer(-0.9, vulnerable=probability, distress=probability)
    names = found(moment(("Well then", read), rulings=NO_TEXT)).names
    assert names == {"message", "sense_refused"}
    assert "asked" in found(moment(("I want to talk to a human", read), rulings=NO_TEXT))


@pytest.mark.parametrize(
    "said",
    ["Thanks for nothing", "Thanks, but it still doesn't work", "Thank you. When does it arrive?", "Thanks, you idiot"],
)
def test_thanks_beside_trouble_close_nothing(said: str) -> None:
    assert "grateful" not in found(moment(said))


@pytest.mark.parametrize("said", ["Thank you!", "Many thanks for your help", "Perfect, it works now, thank you"])
def test_thanks_close(said: str) -> None:
    assert "grateful" in found(moment(said))


def test_pain_counts_only_where_the_reading_does_not_abstain() -> None:
    sad = feels(-0.5, sadness=0.9)
    unsure = type(sad)(sad.valence, emotions=sad.emotions, confident=False)
    assert "distress" in found(moment(("My mother is gone", sad)))
    assert "distress" not in found(moment(("My mother is gone", unsure)))


@pytest.mark.parametrize(("said", "words"), [(-1.0, "said: very bad"), (-0.75, "said: very bad"), (-0.5, "said: bad")])
def test_who_says_that_they_feel_bad_is_taken_at_their_word(said: float, words: str) -> None:
    fact = found(moment(("Where is my parcel", says(said, valence=0.9))))["said_bad"]
    assert [(one.kind, one.value, one.turn, one.probability) for one in fact.evidence] == [("fact", words, 0, 1.0)]


@pytest.mark.parametrize("said", [0.0, 0.5, 1.0])
def test_who_says_that_they_are_fine_is_taken_at_their_word(said: float) -> None:
    assert "said_bad" not in found(moment(("Where is my parcel", says(said))))


def test_grief_that_was_only_estimated_is_not_held_against_who_feels_good() -> None:
    sad = feels(-0.5, sadness=0.9)
    fine = type(sad)(sad.valence, emotions=sad.emotions, said=1.0)
    assert "distress" not in found(moment(("My mother is gone", fine)))


def test_what_was_said_last_counts() -> None:
    assert "said_bad" not in found(moment(("Well", says(-1.0)), ("Better now", says(0.5))))
    assert "said_bad" in found(moment(("Well", says(0.5)), ("No", says(-1.0)), "So?"))


def test_where_a_feeling_may_not_be_asked_for_it_does_not_count() -> None:
    refused = Rulings(refused=(Bound("self_report", "GDPR Art. 7"),))
    assert "said_bad" not in found(moment(("Well", says(-1.0)), rulings=refused))


def test_what_the_person_says_needs_no_estimate() -> None:
    assert "said_bad" in found(moment(("Well", says(-1.0)), rulings=NO_TEXT))


def test_a_need_that_was_said_is_a_fact() -> None:
    need = found(moment(("Where is my parcel", says(-1.0))))["clear_need"]
    assert [(one.kind, one.value) for one in need.evidence] == [("fact", "said: very bad")]


def test_thanks_of_who_feels_bad_close_nothing() -> None:
    assert "grateful" not in found(moment(("Thank you!", says(-0.5))))


def test_a_need_names_what_made_it() -> None:
    need = found(moment("Nobody listens!"))["clear_need"]
    assert need.evidence[0].value == "Nobody listens"


def test_words_of_a_need_are_named_with_the_turn_they_stand_in() -> None:
    need = found(moment("Nobody listens!", "So?"))["clear_need"]
    assert (need.evidence[0].value, need.evidence[0].turn) == ("Nobody listens", 0)


@pytest.mark.parametrize("said", ["yes", "ok", "Ja!", "👍", "12:30"])
def test_what_is_too_short_to_tell_is_not_doubtful(said: str) -> None:
    assert "low_confidence" not in found(moment(said, language=None, language_status="unknown"))


def test_there_is_nothing_to_be_unsure_of_in_a_greeting() -> None:
    unsure = moment("Hello to everybody there", language=None, language_status="unknown", answer_fit=0.0, asked_back=1)
    assert {"low_confidence", "low_confidence_again"} <= found(unsure).names
    assert found(msgspec.structs.replace(unsure, small_talk=True)).names.isdisjoint(
        {"low_confidence", "low_confidence_again"}
    )


def test_what_the_model_reads_into_a_greeting_does_not_count() -> None:
    read = moment(("adiós", customer(-0.9, vulnerable=0.9)), small_talk=True)
    assert found(read).names == {"message"}
    assert "vulnerable" in found(msgspec.structs.replace(read, small_talk=False))
