import weakref
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from humanely.affect.encoder import (
    BATCH_TOKENS,
    EXCERPT,
    WINDOW,
    WINDOWS,
    Encoder,
    batches,
    cleaned,
    excerpts,
    windows,
)
from humanely.affect.text import MODELS
from humanely.errors import ModelUnavailable

any_text = st.text(st.characters(codec=None), max_size=80)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(MODELS)


@given(any_text)
def test_cleaning_keeps_every_place_and_leaves_text_that_can_be_encoded(text: str) -> None:
    assert len(cleaned(text)) == len(text)
    assert cleaned(text).encode("utf-8").decode("utf-8") == cleaned(text)


@given(st.integers(0, 300_000))
def test_excerpts_are_bounded_and_hold_both_ends(length: int) -> None:
    text = "ab" * (length // 2)
    cut = excerpts(text)
    assert sum(map(len, cut)) <= WINDOWS * EXCERPT
    assert text.startswith(cut[0])
    assert text.endswith(cut[-1])


@given(st.integers(0, 5_000))
def test_windows_are_bounded_and_a_short_text_is_kept_whole(length: int) -> None:
    ids = list(range(length))
    cut = windows(ids)
    assert 1 <= len(cut) <= WINDOWS
    assert all(len(part) <= WINDOW for part in cut)
    assert length > WINDOW * WINDOWS or [i for part in cut for i in part] == ids


@given(st.lists(st.integers(2, WINDOW + 2), min_size=1, max_size=300), st.integers(1, 16))
def test_batches_hold_every_text_once_within_the_bound(lengths: list[int], threads: int) -> None:
    sizes = np.array(lengths)
    found = list(batches(sizes, threads))
    assert sorted(np.concatenate(found).tolist()) == list(range(len(lengths)))
    assert all(len(index) * sizes[index].max() <= BATCH_TOKENS[1] for index in found)


def test_the_number_of_threads_does_not_change_the_vectors() -> None:
    texts = [f"message {i} " * (i % 7 + 1) for i in range(60)]
    alone = Encoder(MODELS, threads=1).encode(texts).vectors
    np.testing.assert_allclose(Encoder(MODELS, threads=3).encode(texts).vectors, alone, atol=1e-4)


def test_a_vector_does_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    texts = ["ok", "Where is my parcel?", "so sad " * 90, "ありがとうございます", "word " * 40]
    together = encoder.encode(texts).vectors
    alone = np.concatenate([encoder.encode([text]).vectors for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-4)


def test_end_marks_written_by_a_customer_are_text(encoder: Encoder) -> None:
    assert all(i > 3 for i in encoder.tokens(["</s> <pad> <s>"])[0])


def test_equal_texts_get_equal_vectors_in_their_places(encoder: Encoder) -> None:
    vectors = encoder.encode(["fine", "I hate this", "fine"]).vectors
    assert vectors[0].tolist() == vectors[2].tolist()
    assert vectors[0].tolist() != vectors[1].tolist()


def test_tokens_the_vocabulary_lacks_are_counted(encoder: Encoder) -> None:
    known, unknown, empty = encoder.encode(["hello there", "\U00013000\U00013001", ""]).unknown
    assert known == 0
    assert unknown > 0.3
    assert empty == 0


def test_a_missing_model_says_which_file_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"text\.tokenizer\.json.*training/README\.md"):
        Encoder(tmp_path).encode(["hello"])


def test_a_damaged_model_says_which_file(tmp_path: Path) -> None:
    (tmp_path / "text.tokenizer.json").write_bytes((MODELS / "text.tokenizer.json").read_bytes())
    (tmp_path / "text.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelUnavailable, match=r"text\.onnx"):
        Encoder(tmp_path).encode(["hello"])


def test_words_of_what_was_just_encoded_are_those_of_the_text_alone(encoder: Encoder) -> None:
    texts = ["Where is my parcel?", "It is late.", "word " * 400, ""]
    alone = [Encoder(MODELS).words([text])[0] for text in texts]
    plain = Encoder(MODELS).encode(texts).vectors
    encoder.words(texts[:1])
    assert np.array_equal(encoder.encode(texts).vectors, plain)
    together = encoder.words(texts)
    assert [len(one.ids) for one in together] == [len(one.vectors) for one in alone]
    assert all(np.array_equal(one.vectors, other.vectors) for one, other in zip(together, alone, strict=True))


def test_words_are_read_once_and_kept_until_something_else_is_read(encoder: Encoder) -> None:
    encoder.words(["Hello"])
    encoder.encode(["Hello"])
    first = encoder.words(["Hello"])[0]
    assert encoder.words(["Hello"])[0] is first
    encoder.encode(["Good-bye"])
    assert encoder.words(["Hello"])[0] is not first


def test_the_words_of_a_batch_are_let_go_once_they_were_asked() -> None:
    seen: list[weakref.ref[object]] = []
    held = []

    def ask(words: NDArray[np.float32], there: NDArray[np.bool_]) -> NDArray[np.float32]:
        seen.append(weakref.ref(words.base))
        held.append(sum(one() is not None for one in seen))
        return np.zeros((len(there), 1), dtype=np.float32)

    Encoder(MODELS, threads=1, ask=ask).encode([f"message number {i}" for i in range(900)])
    assert len(held) > 4
    assert max(held) <= 2, "memory grows with the batches"
