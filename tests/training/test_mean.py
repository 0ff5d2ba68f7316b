"""The mean of the weights of several runs."""

import importlib

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed")
mean = importlib.import_module("training.mean").mean
Unfit = importlib.import_module("training.weights").Unfit


def test_each_weight_is_the_mean_of_its_own() -> None:
    runs = [
        {"a": torch.tensor([1.0, 2.0]), "b": torch.tensor(3.0)},
        {"a": torch.tensor([3.0, 6.0]), "b": torch.tensor(5.0)},
    ]
    found = mean(runs)
    assert found["a"].tolist() == [2.0, 4.0]
    assert found["b"].item() == 4.0


@pytest.mark.parametrize("other", [{"a": torch.zeros(3)}, {"b": torch.zeros(2)}], ids=["shape", "name"])
def test_networks_that_do_not_fit_together_are_refused(other: dict[str, object]) -> None:
    with pytest.raises(Unfit, match="different shapes"):
        mean([{"a": torch.zeros(2)}, other])
