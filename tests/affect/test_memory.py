"""What was read is remembered, bounded, and the same whichever text came first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.labels import GOEMOTIONS, SITUATIONS
from humanely.affect.memory import Memory, common_form, felt, vectors
from humanely.affect.text import shipped


def test_near_equal_texts_are_read_once_and_alike() -> None:
    memory = Memory()
    one, other = memory.read(["Order 4711 is  late", "Order 1234 is late"], shipped())
    assert one == other
    assert memory.distinct == 1
    memory.read(["Order 9999 is late"], shipped())
    assert memory.distinct == 1


def test_memory_is_bounded() -> None:
    memory = Memory(size=3)
    memory.read([f"text {'abcdefgh'[n]}" for n in range(8)], shipped())
    assert len(memory.held) == 3


@given(st.text())
def test_the_common_form_is_its_own_common_form(text: str) -> None:
    assert common_form(common_form(text)) == common_form(text)


def test_what_cannot_be_read_is_void() -> None:
    (found,) = felt(["123 / 4"], shipped())
    assert not found.readable
    assert found.vector == b""
    assert found.situations == ()


def test_packed_probabilities_come_back_by_name() -> None:
    (found,) = felt(["I am furious, let me talk to a person"], shipped())
    assert set(found.emotions) == set(GOEMOTIONS)
    assert set(found.situation) == set(SITUATIONS)
    assert found.emotions["anger"] > found.emotions["joy"]


def test_a_longer_text_weighs_more_in_a_run() -> None:
    one, other = np.zeros(4, np.float16), np.ones(4, np.float16)
    mean = vectors([one.tobytes(), other.tobytes()], [1, 3])
    assert mean is not None
    assert mean.tolist() == pytest.approx([0.75] * 4)


def test_texts_that_cannot_be_read_have_no_vector() -> None:
    assert vectors([b"", b""], [3, 0]) is None
