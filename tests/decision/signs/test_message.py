"""Signs of the newest messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.decision.facts import Facts, facts
from humanely.decision.moment import Bound, Moment, Rulings
from humanely.decision.policy import shipped
from tests.decision.moments import customer, feels, moment

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


def test_a_need_names_what_made_it() -> None:
    need = found(moment("Nobody listens!"))["clear_need"]
    assert need.evidence[0].value == "Nobody listens"


@pytest.mark.parametrize("said", ["yes", "ok", "Ja!", "👍", "12:30"])
def test_what_is_too_short_to_tell_is_not_doubtful(said: str) -> None:
    assert "low_confidence" not in found(moment(said, language=None, language_status="unknown"))
