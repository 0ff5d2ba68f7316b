"""The way of a turn: what is masked stays masked, and company does not change an estimate."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import humanely
from humanely.affect.text import shipped
from humanely.pipeline import Memory, Pipeline, common_form, read
from humanely.signal.turn import Conversation, Speaker, Turn

PIPELINE = Pipeline()


def conversation(*said: tuple[Speaker, str], conversation_id: str = "c1") -> Conversation:
    turns = tuple(Turn(index, speaker, text) for index, (speaker, text) in enumerate(said))
    return Conversation(conversation_id, turns)


ANGRY = conversation(
    (Speaker.CUSTOMER, "Hi, my name is Anna Nowak, anna.nowak@example.org. I am so angry, nobody listens!"),
    (Speaker.AGENT, "Hello Anna, please see our FAQ."),
    (Speaker.CUSTOMER, "Danke für nichts."),
)


def test_nothing_unmasked_comes_out() -> None:
    (found,) = PIPELINE.estimate([ANGRY])
    texts = " ".join(turn.text for turn in found.conversation.turns)
    assert "anna.nowak@example.org" not in texts
    assert "Anna" not in texts
    assert found.masked["email"] == 1
    assert found.masked["name"] >= 2


def test_customers_are_read_and_answers_are_judged() -> None:
    (found,) = PIPELINE.estimate([ANGRY])
    first, answer, _ = found.readings
    assert first.valence is not None
    assert first.valence < 0
    assert answer.valence is None
    assert found.language == "en"
    assert found.exchanges[0].gap is not None


def test_company_does_not_change_an_estimate() -> None:
    others = [
        conversation((Speaker.CUSTOMER, f"Where is order {number}? " * number), conversation_id=str(number))
        for number in range(1, 30)
    ]
    alone = Pipeline().estimate([ANGRY])[0]
    among = Pipeline().estimate([*others, ANGRY])[-1]
    assert alone.readings[0].valence == pytest.approx(among.readings[0].valence, abs=1e-4)
    assert alone.exchanges[0].need.value == pytest.approx(among.exchanges[0].need.value, abs=1e-3)


def test_near_equal_texts_are_read_once_and_alike() -> None:
    memory = Memory()
    one, other = memory.read(["Order 4711 is  late", "Order 1234 is late"], shipped())
    assert one == other
    assert memory.distinct == 1
    memory.read(["Order 9999 is late"], shipped())
    assert memory.distinct == 1


def test_the_common_form_of_a_text_reads_like_the_text() -> None:
    texts = [
        "I have waited 14 days for my 2nd parcel",
        "It's 3 pm and nobody has called",
        "You charged me 129.90 twice on 12/05",
        "Thanks, all 3 arrived",
        "Room 512 has no heating at 2 am",
    ]
    found = shipped().estimate_columns([*texts, *map(common_form, texts)]).valence
    apart = np.abs(found[:5] - found[5:])
    assert np.max(apart) < 0.25
    assert np.mean(apart) < 0.1


def test_memory_is_bounded() -> None:
    memory = Memory(size=3)
    memory.read([f"text {'abcdefgh'[n]}" for n in range(8)], shipped())
    assert len(memory.held) == 3


@given(st.text())
def test_the_common_form_is_its_own_common_form(text: str) -> None:
    assert common_form(common_form(text)) == common_form(text)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_can_be_read(texts: list[str]) -> None:
    found = read(texts, evidence=False)
    assert len(found) == len(texts)
    assert all(-1 <= reading.valence <= 1 for reading in found)
    assert all(sum(reading.sentiment.values()) == pytest.approx(1) for reading in found)


def test_evidence_points_into_the_text_that_was_given() -> None:
    text = "Contact me at anna@example.org. I am so grateful, thank you!"
    (reading,) = read([text])
    assert reading.evidence
    assert all(text[span.start : span.end] == span.text for span in reading.evidence)


def test_read_is_the_same_from_the_package() -> None:
    assert humanely.read(["I love it"]) == read(["I love it"])


def test_a_name_the_package_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'detect'"):
        humanely.detect  # noqa: B018


def test_the_public_surface_is_small_and_sorted() -> None:
    assert sorted(humanely.__all__) == humanely.__all__
    assert all(getattr(humanely, name) for name in humanely.__all__)


def test_labels_and_ids_that_name_somebody_are_masked() -> None:
    told = Conversation("anna.nowak@example.org", ANGRY.turns, channel="web", group="call anna.nowak@example.org")
    (found,) = PIPELINE.estimate([told])
    assert found.conversation.conversation_id.startswith("id-")
    assert "anna" not in (found.conversation.group or "")
    assert found.conversation.channel == "web"
    assert PIPELINE.estimate([told])[0].conversation.conversation_id == found.conversation.conversation_id
