"""Laws of reading word by word, and of holding two texts against each other."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from humanely.affect.encoder import WINDOW, Encoder
from humanely.affect.word_vectors import LEAST, WordIndex, WordReader, WordVectors, shipped_words
from humanely.errors import ModelUnavailable

modest = settings(max_examples=25, deadline=None)
any_text = st.text(max_size=60)
WIDTH = 6


@st.composite
def words(draw: st.DrawFn) -> WordVectors:
    count = draw(st.integers(0, 5))
    found = draw(hnp.arrays(np.float32, (count, WIDTH), elements=st.floats(-1, 1, width=16))) + np.float32(0.01)
    weights = draw(hnp.arrays(np.float32, count, elements=st.floats(0.5, 9, width=16)))
    lengths = np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
    return WordVectors((found / lengths).astype(np.float32), weights)


@modest
@given(any_text)
def test_words_have_unit_length_and_some_weight(text: str) -> None:
    read = shipped_words()([text])[0]
    assert len(read.vectors) == len(read.weights) <= WINDOW
    assert np.allclose(np.linalg.norm(read.vectors, axis=1), 1, atol=1e-3)
    assert np.all(read.weights >= LEAST)


@modest
@given(st.lists(any_text, min_size=1, max_size=4))
def test_a_text_is_read_the_same_whatever_stands_beside_it(texts: list[str]) -> None:
    reader = shipped_words()
    together, alone = reader(texts), [reader([text])[0] for text in texts]
    assert all(np.array_equal(one.vectors, other.vectors) for one, other in zip(together, alone, strict=True))


def test_nothing_has_no_words() -> None:
    assert len(shipped_words()([""])[0].weights) == 0


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    common, rare = shipped_words()(["the", "refund"])
    assert rare.weights.mean() > 2 * common.weights.mean()


@given(st.lists(words(), min_size=1, max_size=6), words())
def test_likeness_lies_between_minus_one_and_one(texts: list[WordVectors], asked: WordVectors) -> None:
    found = WordIndex(texts).alike(asked)
    assert found.shape == (len(texts),)
    assert np.all(np.abs(found) <= 1 + 1e-5)


@given(st.lists(words(), min_size=1, max_size=6), words())
def test_a_text_is_as_like_beside_others_as_alone(texts: list[WordVectors], asked: WordVectors) -> None:
    alone = [WordIndex([text]).alike(asked)[0] for text in texts]
    assert np.allclose(WordIndex(texts).alike(asked), alone, atol=1e-5)


@given(words().filter(lambda one: len(one.weights) > 0))
def test_every_text_is_most_like_itself(text: WordVectors) -> None:
    assert WordIndex([text]).alike(text)[0] == pytest.approx(1, abs=1e-4)


def test_the_same_question_in_another_language_is_more_alike_than_another_question() -> None:
    reader = shipped_words()
    index = WordIndex(reader(["Where do I find my invoice?", "How do I delete my account?"]))
    german = index.alike(reader(["Wo finde ich meine Rechnung?"])[0])
    assert german[0] > german[1] + 0.1


def test_missing_weights_are_said_to_be_missing(tmp_path: Path) -> None:
    reader = WordReader(shipped_words().encoder)
    (tmp_path / "text.tokenizer.json").write_bytes((reader.encoder.folder / "text.tokenizer.json").read_bytes())
    with pytest.raises(ModelUnavailable, match=r"text\.onnx"):
        WordReader(Encoder(tmp_path))(["hello"])


def test_a_damaged_vocabulary_is_said_to_be_damaged(tmp_path: Path) -> None:
    shipped = shipped_words().encoder.folder
    (tmp_path / "text.onnx").symlink_to(shipped / "text.onnx")
    (tmp_path / "text.tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelUnavailable):
        WordReader(Encoder(tmp_path))(["hello"])
