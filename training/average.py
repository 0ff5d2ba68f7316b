"""Step 5: the mean of the weights of several runs that began alike.

Runs that share their first weights and differ only in order, dropout and copies end close enough to each other for the
mean of their weights to be a network of its own, as good as an ensemble and no slower than one of them.

Source: Wortsman et al. (2022), Model soups, section 3.

    python -m training.average RUNS/network-1/network.pt RUNS/network-2/network.pt --out RUNS/mean.pt
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch


class Unlike(Exception):
    """Weights that are to be averaged are not of one shape."""


def shapes(state: Mapping[str, torch.Tensor]) -> dict[str, tuple[int, ...]]:
    """The shape of each tensor, by name."""
    return {name: tuple(value.shape) for name, value in state.items()}


def average(states: Sequence[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of each tensor.

    Args:
        states: of at least one run.

    Returns:
        float32, with the names and shapes of every state.

    Raises:
        Unlike: a state has other names or shapes than the first.
    """
    first = shapes(states[0])
    for number, state in enumerate(states[1:], 2):
        differ = sorted({name for name, _ in first.items() ^ shapes(state).items()})
        if differ:
            raise Unlike(
                f"Weights 1 and {number} differ in names or shapes: {', '.join(differ)}. "
                "Average runs of one recipe and one generation only."
            )
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    torch.save(average([torch.load(path) for path in arguments.weights]), arguments.out)


if __name__ == "__main__":
    main()
