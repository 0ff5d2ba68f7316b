"""The model's layer of risk: what a few questions find among the words of a text, read beside its vector.

The vector alone, of which the last layers made what they were taught, raises three times as many alarms on ordinary
talk at the same recall (decisions 19 and 22). So each of a few learnt questions weighs the words of the sixth layer,
and what it finds there is read beside the vector.

Source: Lin et al. (2017), A structured self-attentive sentence embedding, section 2.
"""

from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from humanely.affect.heads import gelu
from humanely.errors import ModelUnavailable

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
_NAMES = ("ask", "see.weight", "see.bias", "inner.weight", "inner.bias", "outer.weight", "outer.bias")
_LOWEST = np.float32(-1e30)
ALONE = 2**18
"""Multiplications up to which OpenBLAS does a product on the thread that asks for it."""


class RiskHead:
    """The trained head, loaded when first used: some readers of the same shape, whose scores are averaged.

    Args:
        folder: where ``text.risk.npz`` lies.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def weights(self) -> dict[str, Singles]:
        """Matrices and shifts by name; the first axis is the reader.

        Raises:
            ModelUnavailable: the file is missing or damaged.
        """
        path = self.folder / "text.risk.npz"
        try:
            with np.load(path) as file:
                weights = {name: file[name].astype(np.float32) for name in _NAMES}
            _check(weights)
        except Exception as error:  # a damaged archive raises many kinds
            raise ModelUnavailable(path.name) from error
        return weights

    def asked(self, words: Singles, there: NDArray[np.bool_]) -> Singles:
        """What the questions find among the words of each text, shape (texts, columns); noughts without words.

        Args:
            words: of the sixth layer, shape (words, texts, width).
            there: which of them a text has, shape (texts, words).
        """
        own, (length, texts, width) = self.weights, words.shape
        flat = words.reshape(-1, width)
        readers, questions = own["ask"].shape[:2]
        weight = _product(flat, own["ask"].reshape(-1, width)).reshape(length, texts, readers, questions)
        weight[~there.T] = -np.inf
        weight = np.exp(weight - weight.max(axis=0, initial=_LOWEST))
        weight /= np.maximum(weight.sum(axis=0), 1e-30, dtype=np.float32)
        seen = gelu(_product(flat, own["see.weight"].reshape(-1, width)) + own["see.bias"].ravel())
        seen = seen.reshape(length, texts, *own["see.bias"].shape)
        found: Singles = (weight.transpose(1, 2, 3, 0) @ seen.transpose(1, 2, 0, 3)).astype(np.float32, copy=False)
        return found.reshape(texts, readers * questions * own["see.bias"].shape[1])

    def scores(self, asked: Floats, vectors: Floats) -> Floats:
        """Score texts, shape (texts, 1).

        Args:
            asked: what `asked` found, shape (texts, columns).
            vectors: the encoder's, shape (texts, width).
        """
        own = self.weights
        readers, texts = len(own["ask"]), len(vectors)
        if not texts:
            return np.zeros((0, 1))
        centred = vectors - vectors.mean(axis=1, keepdims=True)
        whole = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + 1e-5)
        found = asked.reshape(texts, readers, asked.shape[1] // readers).swapaxes(0, 1)
        both = np.concatenate([found, np.broadcast_to(whole, (readers, *whole.shape))], axis=2, dtype=np.float32)
        inner = gelu(both @ own["inner.weight"].swapaxes(1, 2) + own["inner.bias"][:, None])
        each = (inner @ own["outer.weight"][:, :, None])[:, :, 0] + own["outer.bias"][:, None]
        mean: Floats = each.mean(axis=0, dtype=np.float64)
        return mean[:, None]


def _product(rows: Singles, weight: Singles) -> Singles:
    """``rows @ weight.T``, a few rows at a time.

    Batches are read side by side; a product large enough for threads of its own would have them wait for each other,
    which halves the speed of the encoder.
    """
    few = max(1, ALONE // weight.size)
    whole = len(rows) // few * few
    blocks = (rows[:whole].reshape(-1, few, rows.shape[1]) @ weight.T).reshape(whole, len(weight))
    return np.concatenate([blocks, rows[whole:] @ weight.T])


def _check(weights: dict[str, Singles]) -> None:
    """Refuse a head whose matrices do not fit together."""
    readers, questions, width = weights["ask"].shape
    answer, inner = weights["see.bias"].shape[1], weights["inner.bias"].shape[1]
    sizes = {
        "see.weight": (readers, answer, width),
        "see.bias": (readers, answer),
        "inner.weight": (readers, inner, questions * answer + width),
        "inner.bias": (readers, inner),
        "outer.weight": (readers, inner),
        "outer.bias": (readers,),
    }
    for name, size in sizes.items():
        if weights[name].shape != size:
            raise ValueError(name)
