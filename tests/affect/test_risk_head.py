"""The head of risk: questions to the words of a text, whatever stands beside it in a batch."""

from pathlib import Path

import numpy as np
import pytest

from humanely.affect.encoder import Encoder
from humanely.affect.heads import gelu
from humanely.affect.risk_head import RiskHead
from humanely.affect.text import MODELS, shipped
from humanely.errors import ModelUnavailable

HEAD = RiskHead(MODELS)
WORDS = np.random.default_rng(3).normal(size=(7, 4, 384)).astype(np.float32)
THERE = np.arange(7) < np.array([[7], [3], [1], [0]])

TROUBLE = {
    "Ich komme nicht mehr rein.": "de",
    "Das hat nicht geholfen, ich komme immer noch nicht hinein.": "de",
    "me muero de ganas de empezar": "es",
    "Je suis tellement fatiguée, désolée": "fr",
}
"""Reported as false alarms; in no training file."""


def test_a_text_has_a_score_whatever_stands_beside_it() -> None:
    together = HEAD.asked(WORDS, THERE)
    for i, own in enumerate(THERE):
        alone = HEAD.asked(WORDS[: own.sum(), i : i + 1], own[None, : own.sum()])
        np.testing.assert_allclose(together[i], alone[0], atol=1e-5)


def test_a_text_without_words_is_asked_in_vain() -> None:
    assert not HEAD.asked(WORDS, THERE)[3].any()


def test_the_order_of_words_is_the_encoder_s_matter() -> None:
    there = np.ones((4, 7), dtype=np.bool_)
    np.testing.assert_allclose(HEAD.asked(WORDS[::-1], there), HEAD.asked(WORDS, there), atol=1e-5)


def test_a_question_finds_the_weighted_mean_of_what_is_seen_in_the_words() -> None:
    own = {name: array.astype(np.float64) for name, array in HEAD.weights.items()}
    words = WORDS[:3, 1].astype(np.float64)
    expected = []
    for ask, see, bias in zip(own["ask"], own["see.weight"], own["see.bias"], strict=True):
        weight = np.exp(words @ ask.T)
        expected.append((weight / weight.sum(axis=0)).T @ gelu(words @ see.T + bias))
    np.testing.assert_allclose(HEAD.asked(WORDS, THERE)[1], np.ravel(expected), atol=1e-4)


def test_every_text_gets_one_score() -> None:
    found = HEAD.scores(HEAD.asked(WORDS, THERE).astype(np.float64), np.random.default_rng(4).normal(size=(4, 384)))
    assert found.shape == (4, 1)
    assert np.isfinite(found).all()


def test_risk_does_not_depend_on_its_neighbours_or_on_threads() -> None:
    texts = ["ok", "I can't go on any more", "so sad " * 90, "もう限界です", "", "word " * 40, "?!"]
    alone = np.concatenate([shipped().estimate_columns([text]).crisis for text in texts])
    np.testing.assert_allclose(shipped().estimate_columns(texts * 9).crisis, np.tile(alone, 9), atol=1e-4)


def test_what_is_asked_on_the_way_changes_no_vector() -> None:
    texts = ["Where is my parcel?", "I can't get in any more"]
    asking, silent = Encoder(MODELS, ask=HEAD.asked).encode(texts), Encoder(MODELS).encode(texts)
    np.testing.assert_array_equal(asking.vectors, silent.vectors)
    assert silent.asked.shape == (2, 0)
    assert asking.asked.shape[1] > 0


@pytest.mark.parametrize("text", TROUBLE)
def test_everyday_trouble_that_was_reported_is_no_risk(text: str) -> None:
    (reading,) = shipped().estimate([text], languages=[TROUBLE[text]])
    assert not reading.crisis.fired


def test_a_plan_and_a_date_that_name_nothing_are_risk() -> None:
    (reading,) = shipped().estimate(["i have a plan and a date"], languages=["en"])
    assert reading.crisis.layer == "model"


def test_a_missing_head_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"text\.risk\.npz"):
        RiskHead(tmp_path).asked(WORDS, THERE)


def test_a_damaged_head_is_named(tmp_path: Path) -> None:
    (tmp_path / "text.risk.npz").write_bytes(b"no archive")
    with pytest.raises(ModelUnavailable, match=r"text\.risk\.npz"):
        RiskHead(tmp_path).asked(WORDS, THERE)


def test_a_head_that_does_not_fit_together_is_refused(tmp_path: Path) -> None:
    weights = dict(HEAD.weights)
    weights["inner.weight"] = weights["inner.weight"][:, :-1]
    np.savez(tmp_path / "text.risk.npz", **weights)  # type: ignore[arg-type]
    with pytest.raises(ModelUnavailable, match=r"text\.risk\.npz"):
        RiskHead(tmp_path).asked(WORDS, THERE)
