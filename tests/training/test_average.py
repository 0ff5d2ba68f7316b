"""The mean of weights, and of nothing else."""

import importlib

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed")
average = importlib.import_module("training.average")


def test_the_mean_lies_halfway() -> None:
    states = [{"a": torch.tensor([0.0, 2.0])}, {"a": torch.tensor([1.0, 4.0])}]
    assert average.average(states)["a"].tolist() == [0.5, 3.0]


def test_equal_weights_stay_as_they_are() -> None:
    state = {"a": torch.tensor([[0.25, -3.0]]), "b": torch.tensor(1.5)}
    mean = average.average([state, state, state])
    assert {name: value.tolist() for name, value in mean.items()} == {"a": [[0.25, -3.0]], "b": 1.5}


def test_weights_of_another_shape_are_refused_by_name() -> None:
    with pytest.raises(average.Unlike, match=r"1 and 3 .*: heads\.need"):
        average.average(
            [{"heads.need": torch.zeros(2)}, {"heads.need": torch.zeros(2)}, {"heads.need": torch.zeros(3)}]
        )


def test_a_weight_that_one_run_lacks_is_refused_whichever_run_it_is() -> None:
    more, less = {"a": torch.zeros(1), "b": torch.zeros(1)}, {"a": torch.zeros(1)}
    with pytest.raises(average.Unlike, match=": b"):
        average.average([more, less])
    with pytest.raises(average.Unlike, match=": b"):
        average.average([less, more])
