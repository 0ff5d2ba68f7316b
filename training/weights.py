"""The weights that training changes: taken from a network, and put back whole or not at all."""

from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.network import Network

WORDS = "encoder.word.weight"
"""The word table: frozen, and read from the vocabulary, so no run keeps it."""


class Unfit(Exception):
    """Weights do not belong to this network."""


def trained(network: Network) -> dict[str, torch.Tensor]:
    """The weights without the frozen word table."""
    return {name: value for name, value in network.state_dict().items() if name != WORDS}


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """Read the weights of a finished run, of a checkpoint, or of the folder of a generation's files."""
    if path.is_dir():
        return of_files(path)
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


def of_files(folder: Path) -> dict[str, torch.Tensor]:
    """The weights that the files of a generation hold, as near as its rounding lets them be told.

    `training.graph` left out what changes nothing (the bias of the keys) or added it to something else (the segment
    to the places, the bias of the values to what follows): those are noughts here.

    Args:
        folder: with ``text.onnx`` and ``text.heads.npz``.
    """
    graph = onnx.load(folder / "text.onnx", load_external_data=False).graph
    held = {w.name: numpy_helper.to_array(w) for w in graph.initializer if not w.name.startswith("word.")}
    found = {name: held[name] for name in held if name.endswith(("norm.weight", "norm.bias"))}
    found["encoder.position.weight"] = held["place"]
    width = held["place"].shape[1]
    found["encoder.segment"] = np.zeros(width)
    layer = 0
    while (name := f"encoder.layers.{layer}") + ".q.q" in held:
        parts = {part: _unrounded(held, f"{name}.{part}") for part in ("q", "k", "v", "out", "up", "down")}
        found[f"{name}.qkv.weight"] = np.concatenate([parts["q"], parts["k"], parts["v"]])
        found[f"{name}.qkv.bias"] = np.concatenate([held[f"{name}.q.bias"], np.zeros(2 * width)])
        found |= {f"{name}.{part}.weight": parts[part] for part in ("out", "up", "down")}
        found[f"{name}.up.bias"] = held[f"{name}.up.bias"]
        for part, norm in (("out", "norm1"), ("down", "norm2")):
            found[f"{name}.{part}.bias"] = held[f"{name}.{norm}.before"]
            found |= {f"{name}.{norm}.{one}": held[f"{name}.{norm}.{one}"] for one in ("weight", "bias")}
        layer += 1
    found |= np.load(folder / "text.heads.npz")
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in found.items()}


def _unrounded(held: Mapping[str, np.ndarray], name: str) -> np.ndarray:
    """A matrix of `training.graph`, float32, shape (out, in)."""
    return held[f"{name}.q"].T.astype(np.float32) * held[f"{name}.s"][:, None]
