from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.explain import CHARACTERS, UNITS, explain, units
from humanely.affect.labels import GOEMOTIONS

ANGER = GOEMOTIONS.index("anger")


def by_word(texts: Sequence[str]) -> np.ndarray:
    """An estimator that looks for one word: anger is 0.9 with "furious", else 0.1."""
    found = np.full((len(texts), 28), 0.05)
    found[:, ANGER] = [0.9 if "furious" in text else 0.1 for text in texts]
    return found


@given(st.text(max_size=4_000))
def test_units_are_few_ordered_and_inside_the_text(text: str) -> None:
    found = units(text)
    assert len(found) <= UNITS
    assert all(start < end <= min(len(text), CHARACTERS) for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))


def test_scripts_without_spaces_are_cut_too() -> None:
    assert len(units("とても悲しいです")) == 3


def test_the_word_that_makes_the_label_is_the_evidence() -> None:
    text = "I am furious about this"
    (spans,) = explain(by_word, [text], by_word([text]), [(ANGER,)])
    assert [(span.text, span.label) for span in spans] == [("furious", "anger")]
    assert text[spans[0].start : spans[0].end] == "furious"
    assert abs(spans[0].weight - 0.8) < 1e-9


def test_texts_without_labels_have_no_evidence() -> None:
    texts = ["hm", "I am furious"]
    empty, full = explain(by_word, texts, by_word(texts), [(), (ANGER,)])
    assert empty == ()
    assert len(full) == 1


def test_words_that_change_nothing_are_no_evidence() -> None:
    text = "calm words only"
    assert explain(by_word, [text], by_word([text]), [(ANGER,)]) == [()]
