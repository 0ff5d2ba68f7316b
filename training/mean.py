"""Step 5: the mean of the weights of several runs that began from the same network.

    python -m training.mean RUNS/renew-1 RUNS/renew-2 RUNS/renew-3 --out RUNS/renew-mean

Source: Wortsman et al. (2022), Model soups: averaging weights of multiple fine-tuned models, section 2.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from training.weights import Unfit, read_weights


def mean(networks: Sequence[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of each weight.

    Args:
        networks: the weights of at least one network, by name.

    Raises:
        Unfit: the networks have not the same weights, or not of the same shapes.
    """
    shapes = [{name: tuple(value.shape) for name, value in weights.items()} for weights in networks]
    if any(own != shapes[0] for own in shapes):
        raise Unfit("The networks are of different shapes. Give runs of one recipe that began from the same network.")
    return {name: torch.stack([own[name].float() for own in networks]).mean(0) for name in networks[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("runs", type=Path, nargs="+", help="folders of finished runs")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean([read_weights(run / "network.pt") for run in given.runs]), given.out / "network.pt")


if __name__ == "__main__":
    main()
