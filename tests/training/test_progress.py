"""A run that stopped and went on is the run that never stopped; another run is refused."""

import importlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from training.data import Example
from training.plan import Recipe

torch = pytest.importorskip("torch", reason="torch is not installed")
network = importlib.import_module("training.network")
progress = importlib.import_module("training.progress")
targets = importlib.import_module("training.targets")
weights = importlib.import_module("training.weights")

RECIPE = Recipe(seed=5, rate=1e-2, head_rate=1e-2, frozen=0)
TURNS = [Example(f"line {i}", "authored-turns", "en", "train", need=i % 4) for i in range(6)]
ANSWERS = [
    Example(f"sorry {i}", "authored-answers", "en", "train", message="where is it", answer={"feels_with": i % 3})
    for i in range(6)
]
BATCHES = [np.array([0, 1, 6, 7]), np.array([2, 3, 8, 9]), np.array([4, 5, 10, 11]), np.array([0, 6, 8, 10])]


WORDS = ["?", "<pad>", "line", "sorry", "where", "is", "it", *"012345"]
TOKENIZER = Tokenizer(models.WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token=WORDS[0]))
TOKENIZER.pre_tokenizer = pre_tokenizers.Whitespace()


def begun(out: Path, recipe: Recipe = RECIPE, examples: tuple[Example, ...] = (*TURNS, *ANSWERS)) -> Any:
    """A small run, resumed where there is a checkpoint."""
    torch.manual_seed(1)
    small = network.Network(
        network.Shape(width=8, layers=1, heads=2, inner=16, positions=12), torch.randn(len(WORDS), 8)
    )
    torch.manual_seed(recipe.seed)
    run = progress.Progress(small, recipe, len(BATCHES), out, progress.identity(recipe, examples, {}))
    run.resume()
    return run


def learn(run: Any, upto: int) -> None:
    data = targets.table([*TURNS, *ANSWERS], TOKENIZER)
    for batch in BATCHES[run.done : upto]:
        run.step(data, batch)


def test_a_run_put_down_and_taken_up_ends_with_the_weights_of_a_whole_one(tmp_path: Path) -> None:
    torch.set_num_threads(1)
    whole = begun(tmp_path)
    learn(whole, 4)
    half = begun(tmp_path)
    assert half.done == 0
    learn(half, 2)
    half.save()
    torch.rand(3)
    resumed = begun(tmp_path)
    assert resumed.done == 2
    learn(resumed, 4)
    expected = weights.trained(whole.network)
    assert all(torch.equal(value, expected[name]) for name, value in weights.trained(resumed.network).items())
    assert whole.rng.random() == resumed.rng.random()


def test_another_recipe_is_refused_by_name(tmp_path: Path) -> None:
    begun(tmp_path).save()
    with pytest.raises(progress.OtherRun, match=r"differ: recipe\..*name another folder with --out"):
        begun(tmp_path, recipe=replace(RECIPE, rate=2e-2))


def test_other_examples_are_refused_by_name(tmp_path: Path) -> None:
    begun(tmp_path).save()
    with pytest.raises(progress.OtherRun, match=r"differ: examples\."):
        begun(tmp_path, examples=(*TURNS, *ANSWERS[1:]))


def test_a_checkpoint_that_does_not_say_what_it_is_made_of_is_refused(tmp_path: Path) -> None:
    torch.save({"network": {}, "done": 1}, tmp_path / "checkpoint.pt")
    with pytest.raises(progress.OtherRun, match=r"differ: examples, recipe\."):
        begun(tmp_path)


def test_a_file_with_other_content_or_one_more_file_is_another_run(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.write_bytes(b"one")
    one = progress.identity(RECIPE, TURNS, {"words": words})
    words.write_bytes(b"two")
    two = progress.identity(RECIPE, TURNS, {"words": words})
    assert {name for name in one if one[name] != two[name]} == {"words"}
    assert progress.identity(RECIPE, TURNS, {}).keys() == {"recipe", "examples"}
