"""The heads on the encoder: from the vector of a text to scores, and from two vectors to those of an answer."""

from functools import cached_property
from math import pi, sqrt
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import ANSWER, HEADS
from humanely.errors import ModelUnavailable

Floats = NDArray[np.float64]
Real = TypeVar("Real", NDArray[np.float32], NDArray[np.float64])


class Heads:
    """The trained heads, loaded when first used.

    Args:
        folder: where ``text.heads.npz`` lies.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def weights(self) -> dict[str, Floats]:
        """Matrices and shifts by name.

        Raises:
            ModelUnavailable: the file is missing or damaged.
        """
        path = self.folder / "text.heads.npz"
        try:
            with np.load(path) as file:
                weights = {name: file[name].astype(np.float64) for name in file.files}
            _check(weights)
        except Exception as error:  # a damaged archive raises many kinds
            raise ModelUnavailable(path.name) from error
        return weights

    def scores(self, vectors: Floats) -> dict[str, Floats]:
        """Score texts, head by head, each of shape (texts, labels of the head).

        Args:
            vectors: shape (texts, width).
        """
        return {head: _linear(vectors, self.weights, f"heads.{head}") for head in HEADS}

    def answers(self, answers: Floats, messages: Floats) -> Floats:
        """Score answers, each held against what it answers, shape (answers, labels of `ANSWER`).

        Args:
            answers: shape (answers, width).
            messages: the same shape; noughts where the message is not known.
        """
        own, other = _unit(answers), _unit(messages)
        root = own.shape[1] ** 0.5
        joint = np.concatenate([own, other, own * other * root], axis=1) * root
        return _linear(gelu(_linear(joint, self.weights, "answer.inner")), self.weights, "answer.outer")


def _check(weights: dict[str, Floats]) -> None:
    """Refuse heads of another generation: labels or widths that do not fit."""
    width = weights["answer.inner.weight"].shape[1] // 3
    sizes = {f"heads.{head}": (len(labels), width) for head, labels in HEADS.items()}
    inner = len(weights["answer.inner.bias"])
    sizes |= {"answer.inner": (inner, 3 * width), "answer.outer": (len(ANSWER), inner)}
    for name, size in sizes.items():
        if weights[f"{name}.weight"].shape != size or weights[f"{name}.bias"].shape != size[:1]:
            raise ValueError(name)


def _linear(x: Floats, weights: dict[str, Floats], name: str) -> Floats:
    found: Floats = x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return found


def _unit(x: Floats) -> Floats:
    found: Floats = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)
    return found


def gelu(x: Real) -> Real:
    """Gaussian error linear unit, by its tanh form. Source: Hendrycks and Gimpel (2016), section 2."""
    found: Real = 0.5 * x * (1 + np.tanh(sqrt(2 / pi) * (x + 0.044715 * x * x * x)))
    return found
