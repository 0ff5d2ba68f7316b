"""Weights are put back whole or not at all."""

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed")
network = importlib.import_module("training.network")
weights = importlib.import_module("training.weights")


def small(seed: int) -> Any:
    """A network of one narrow layer."""
    torch.manual_seed(seed)
    return network.Network(network.Shape(width=8, layers=1, heads=2, inner=16, positions=12), torch.zeros(20, 8))


def test_what_was_taken_is_put_back() -> None:
    first, second = small(1), small(2)
    weights.restore(second, weights.trained(first))
    assert all(torch.equal(value, second.state_dict()[name]) for name, value in first.state_dict().items())


def test_the_word_table_is_not_taken() -> None:
    one = small(1)
    assert one.state_dict().keys() - weights.trained(one).keys() == {"encoder.word.weight"}


@pytest.mark.parametrize("name", ["encoder.layers.0.up.weight", "heads.crisis.bias", "answer.outer.weight"])
def test_a_missing_weight_is_named_and_nothing_is_changed(name: str) -> None:
    one = small(1)
    before = {key: value.clone() for key, value in one.state_dict().items()}
    state = {key: value for key, value in weights.trained(small(2)).items() if key != name}
    with pytest.raises(weights.Unfit, match=rf"missing \['{name}'\]"):
        weights.restore(one, state)
    assert all(torch.equal(value, before[key]) for key, value in one.state_dict().items())


def test_a_weight_without_a_place_is_named() -> None:
    with pytest.raises(weights.Unfit, match=r"without a place \['heads\.mood\.weight'\]"):
        weights.restore(small(1), weights.trained(small(2)) | {"heads.mood.weight": torch.zeros(1)})


def test_an_earlier_generation_needs_only_the_head_it_is_used_for() -> None:
    teacher = weights.trained(small(2))
    earlier = {name: value for name, value in teacher.items() if weights.needed(name, {"emotions"})}
    one = small(1)
    weights.restore(one, earlier, heads={"emotions"})
    assert torch.equal(one.heads["emotions"].weight, teacher["heads.emotions.weight"])
    with pytest.raises(weights.Unfit, match=r"heads\.need\.weight"):
        weights.restore(one, earlier, heads={"emotions", "need"})


def test_what_was_shipped_is_taken_back_as_near_as_it_was_rounded(tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="onnx is not installed")
    graph = importlib.import_module("training.graph")
    export = importlib.import_module("training.export")
    shape = network.Shape(width=32, layers=2, heads=2, inner=64, positions=12)
    torch.manual_seed(3)
    first, second = (network.Network(shape, torch.eye(20, 32), dropout=0.0) for _ in range(2))
    torch.nn.init.normal_(first.encoder.segment)
    state = {name: value.numpy() for name, value in weights.trained(first).items()}
    words = {"values": np.eye(20, 32, dtype=np.int8), "scales": np.ones((20, 1), np.float16)}
    graph.save(graph.build(shape, state, words), tmp_path)
    np.savez(tmp_path / "text.heads.npz", **export.heads_of(state))
    weights.restore(second, weights.read_weights(tmp_path))
    ids, mask = torch.arange(20).reshape(4, 5), torch.ones(4, 5, dtype=torch.bool)
    with torch.inference_mode():
        told, again = (one.eval()(ids, mask)["vector"] for one in (first, second))
    assert float((told - again).abs().max()) < 0.1 * float(told.std())
    assert float(told.std(0).max()) > 0.01, "the rows differ"
    assert torch.equal(first.heads["need"].weight, second.heads["need"].weight)
