"""The weights that training changes: taken from a network, and put back whole or not at all."""

from collections.abc import Collection, Mapping
from pathlib import Path

import torch

from training.network import Network

WORDS = "encoder.word.weight"
"""The word table: frozen, and read from the vocabulary, so no run keeps it."""


class Unfit(Exception):
    """Weights do not belong to this network."""


def trained(network: Network) -> dict[str, torch.Tensor]:
    """The weights without the frozen word table."""
    return {name: value for name, value in network.state_dict().items() if name != WORDS}


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """Read the weights of a finished run, or of a checkpoint."""
    saved: dict[str, torch.Tensor] = torch.load(path)
    weights: dict[str, torch.Tensor] = saved.get("network", saved)  # type: ignore[assignment]
    return weights


def restore(network: Network, weights: Mapping[str, torch.Tensor], heads: Collection[str] | None = None) -> None:
    """Put trained weights into a network, in place.

    Args:
        network: of the same shape.
        weights: as `trained` gives them.
        heads: those the network will be used for; others may be missing, as they are from a network of an earlier
            generation, and keep what they have. None stands for all.

    Raises:
        Unfit: a weight is missing, or one has no place in this network.
    """
    own = trained(network)
    spared = set() if heads is None else {name for name in own if not needed(name, heads)}
    missing, strange = sorted(own.keys() - weights.keys() - spared), sorted(weights.keys() - own.keys())
    if missing or strange:
        raise Unfit(
            f"The weights do not fit the network: missing {missing}, without a place {strange}. "
            "Give the file that training.train wrote for this shape and these heads."
        )
    network.load_state_dict(dict(weights), strict=False)


def needed(name: str, heads: Collection[str]) -> bool:
    """Whether a weight belongs to the encoder or to one of the heads.

    >>> needed("encoder.norm.bias", ()), needed("heads.need.bias", {"need"}), needed("answer.outer.bias", {"need"})
    (True, True, False)
    """
    first, second, *_ = name.split(".")
    return first == "encoder" or (second if first == "heads" else first) in heads
