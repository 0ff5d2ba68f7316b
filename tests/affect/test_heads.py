"""The heads: one score a label, answers held against messages."""

from pathlib import Path

import numpy as np
import pytest

from humanely.affect.heads import Heads
from humanely.affect.labels import ANSWER, HEADS
from humanely.affect.text import MODELS
from humanely.errors import ModelUnavailable

HEADS_ = Heads(MODELS)
VECTORS = np.random.default_rng(3).normal(size=(5, 384))


def test_every_text_gets_a_score_for_every_label() -> None:
    found = HEADS_.scores(VECTORS)
    assert {head: scores.shape for head, scores in found.items()} == {
        head: (5, len(labels)) for head, labels in HEADS.items()
    }


def test_the_heads_are_linear_so_that_windows_may_be_averaged() -> None:
    mean = HEADS_.scores(VECTORS.mean(axis=0, keepdims=True))
    for head, scores in HEADS_.scores(VECTORS).items():
        np.testing.assert_allclose(mean[head][0], scores.mean(axis=0), atol=1e-9)


def test_an_answer_is_read_by_direction_not_by_length() -> None:
    one = HEADS_.answers(VECTORS, VECTORS[::-1])
    other = HEADS_.answers(3 * VECTORS, 0.5 * VECTORS[::-1])
    assert one.shape == (5, len(ANSWER))
    np.testing.assert_allclose(one, other, atol=1e-9)


def test_an_answer_without_its_message_is_read_alone() -> None:
    found = HEADS_.answers(VECTORS, np.zeros_like(VECTORS))
    assert np.isfinite(found).all()
    assert not np.allclose(found, HEADS_.answers(VECTORS, VECTORS))


def test_missing_heads_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"text\.heads\.npz"):
        Heads(tmp_path).scores(VECTORS)


def test_damaged_heads_are_named(tmp_path: Path) -> None:
    (tmp_path / "text.heads.npz").write_bytes(b"no archive")
    with pytest.raises(ModelUnavailable, match=r"text\.heads\.npz"):
        Heads(tmp_path).scores(VECTORS)


def test_heads_of_another_generation_are_refused(tmp_path: Path) -> None:
    weights = dict(HEADS_.weights)
    weights["heads.situation.weight"] = weights["heads.situation.weight"][:-1]
    np.savez(tmp_path / "text.heads.npz", **weights)  # type: ignore[arg-type]
    with pytest.raises(ModelUnavailable, match=r"text\.heads\.npz"):
        Heads(tmp_path).scores(VECTORS)
