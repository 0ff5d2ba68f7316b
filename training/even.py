"""Take from the heads part of what answers to who somebody is, and leave what they say of everything else.

"I am a Muslim and my parcel is late" and the same of a Sikh call for the same empathy; a vector moves a little between
the two, and a head trained to read feelings turns part of that into another reading. In the sentences of
``authored/even/`` one word alone says who somebody is. Let x be a message's distance from the mean message (the bias
takes up the rest), and d a fill's distance from the mean fill of its sentence. The rows W' that minimise

    mean of |W' x - W x|^2 + price * mean of |W' d|^2

are W A (A + price S)^-1, with A the covariance of messages and S that of fills: least squares, from vectors alone,
without a step of training. The penalty is that of counterfactual logit pairing, squared, for a linear head.

    python -m training.even --models RUNS/export --weights RUNS/renew-mean/network.pt --examples RUNS/examples.json

prints what each price costs and brings on dev, by sentences that S has not seen.

Source: Garg et al. (2019), Counterfactual fairness in text classification through robustness, section 4.3.
"""

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from humanely.affect.calibrate import degree
from humanely.affect.encoder import Encoder
from humanely.affect.labels import GOEMOTIONS, SENTIMENTS, SITUATIONS
from training.augment import NAMES
from training.data import AUTHORED, Example, authored, read_examples
from training.fit import curve_of_each
from training.measure.rows import many_hot
from training.measure.turns import rank_correlation
from training.measures import best_thresholds, macro_f1

HEADS = "emotions", "sentiment", "situation", "need"
"""Heads that decide what becomes of a message. Plutchik's eight and politeness lost more on dev; risk and answers have
networks of their own."""
PRICE = 3.0
"""Of a move against a reading that differs; beyond it little is gained on dev (docs/decisions/0023)."""
RIDGE = 1e-6
"""Share of the mean variance of messages, added to A, so that directions no message uses can be solved for."""

Vectors = Callable[[list[str]], np.ndarray]
Fills = dict[str, list[list[str]]]
"""Group to its sentences, each a list of all its fills."""


def sentences(path: Path) -> Fills:
    """The sentences of a file of ``authored/even/``; those of the group "name" take the names of `training.augment`."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    groups = {**told["groups"], "name": NAMES}
    frames = {group: told["names" if group == "name" else "people"] for group in groups}
    return {
        group: [[frame.format(word) for word in words] for frame in frames[group]] for group, words in groups.items()
    }


def covariance(away: np.ndarray) -> np.ndarray:
    """Mean product of distances, shape (width, width), of distances of shape (texts, width)."""
    product: np.ndarray = away.T @ away / len(away)
    return product


def moved(languages: Sequence[Fills], vectors: Vectors) -> np.ndarray:
    """S: covariance of fills around the mean fill of their sentence, shape (width, width).

    Of a group every language counts the same; then every group does, however far its words move a vector.

    Args:
        languages: the sentences of each.
        vectors: reads texts into vectors, shape (texts, width).
    """
    found: dict[str, list[np.ndarray]] = defaultdict(list)
    for told in languages:
        for group, frames in told.items():
            away = [own - own.mean(axis=0) for own in (vectors(fills).astype(np.float64) for fills in frames)]
            found[group].append(covariance(np.concatenate(away)))
    groups = [np.mean(own, axis=0) for own in found.values()]
    size = np.mean([np.trace(own) for own in groups])
    total: np.ndarray = np.mean([own * size / np.trace(own) for own in groups], axis=0)
    return total


def varied(messages: Sequence[Example], vectors: Vectors) -> tuple[np.ndarray, np.ndarray]:
    """The mean message, shape (width,), and A, shape (width, width); every source counts the same."""
    sources: dict[str, list[str]] = defaultdict(list)
    for message in messages:
        sources[message.source].append(message.text)
    found = [vectors(texts).astype(np.float64) for texts in sources.values()]
    centre = np.mean([own.mean(axis=0) for own in found], axis=0)
    return centre, np.mean([covariance(own - centre) for own in found], axis=0)


def evened(
    weight: np.ndarray, bias: np.ndarray, centre: np.ndarray, a: np.ndarray, s: np.ndarray, price: float
) -> tuple[np.ndarray, np.ndarray]:
    """The rows of a head that say nearly the same of messages and move less with who somebody is.

    Args:
        weight, bias: of the head, shapes (labels, width) and (labels,).
        centre, a: mean and covariance of messages.
        s: covariance of fills.
        price: of a move against a reading that differs; 0 leaves the head as it is.

    Returns:
        Weight and bias; of the mean message the head says what it said.
    """
    a = a + RIDGE * np.trace(a) / len(a) * np.eye(len(a))
    new = np.linalg.solve(a + price * s, a @ weight.T.astype(np.float64)).T
    return new, bias + (weight - new) @ centre


def even(
    heads: Mapping[str, np.ndarray],
    centre: np.ndarray,
    a: np.ndarray,
    s: np.ndarray,
    price: float = PRICE,
) -> dict[str, np.ndarray]:
    """All arrays of ``text.heads.npz``, those of `HEADS` evened; centre, A and S as in `evened`."""
    arrays = dict(heads)
    for head in HEADS:
        names = f"heads.{head}.weight", f"heads.{head}.bias"
        found = evened(heads[names[0]], heads[names[1]], centre, a, s, price)
        arrays |= {name: array.astype(np.float32) for name, array in zip(names, found, strict=True)}
    return arrays


def ordinary(examples: Sequence[Example]) -> list[Example]:
    """Messages of dev whose side is known: those that were read for what they feel."""
    return [e for e in examples if e.split == "dev" and e.sentiment is not None]


def of_folder(folder: Path = AUTHORED) -> list[Fills]:
    """The authored sentences, a language each."""
    return [sentences(path) for path in sorted((folder / "even").glob("*.toml"))]


class Dev:
    """What evened heads cost and bring on dev, by sentences that S has not seen."""

    def __init__(self, heads: Mapping[str, np.ndarray], examples: Sequence[Example], vectors: Vectors) -> None:
        told = of_folder()
        self.heads = heads
        self.centre, self.a = varied(ordinary(examples), vectors)
        self.s = moved([{group: frames[::2] for group, frames in own.items()} for own in told], vectors)
        self.fills = {group: [vectors(fills) for own in told for fills in own[group][1::2]] for group in told[0]}
        plain = [e for e in examples if e.split == "dev" and e.message is None]
        self.comments = [e for e in plain if e.source == "goemotions"]
        self.turns = [e for e in plain if e.source == "authored-turns"]
        self.of_comments = vectors([e.text for e in self.comments])
        self.of_turns = vectors([e.text for e in self.turns])

    def figures(self, price: float) -> Iterator[tuple[str, float]]:
        """Name and value of each figure at a price."""
        heads = even(self.heads, self.centre, self.a, self.s, price)

        def scores(head: str, vectors: np.ndarray) -> np.ndarray:
            found: np.ndarray = vectors @ heads[f"heads.{head}.weight"].T + heads[f"heads.{head}.bias"]
            return found

        needs = np.array([e.need or 0 for e in self.turns])
        felt = scores("need", self.of_turns)
        curve = curve_of_each(felt, (needs[:, None] >= np.arange(1, 4)).astype(float))
        for group, sentences_ in self.fills.items():
            apart = [np.ptp(degree(curve.each(scores("need", own)))) / 3 for own in sentences_]
            yield f"need, {group}: widest span of a sentence, mean", float(np.mean(apart))
            sides = [scores("sentiment", own).argmax(axis=1) for own in sentences_]
            yield (
                f"side, {group}: fills that part from the most",
                float(np.mean([(own != np.bincount(own).argmax()).mean() for own in sides])),
            )
        for name, head, rows, known in (
            (
                "GoEmotions, macro-F1",
                "emotions",
                self.of_comments,
                many_hot([e.emotions for e in self.comments], GOEMOTIONS),
            ),
            (
                "situations, macro-F1",
                "situation",
                self.of_turns,
                many_hot([e.situation for e in self.turns], SITUATIONS),
            ),
        ):
            found = scores(head, rows)
            yield name, macro_f1(found >= best_thresholds(found, known), known)
        yield "need, rank correlation", rank_correlation(degree(curve.each(felt)), needs.astype(float))
        right = [
            SENTIMENTS[side] == e.sentiment
            for side, e in zip(scores("sentiment", self.of_turns).argmax(axis=1), self.turns, strict=True)
        ]
        yield "sentiment, accuracy", float(np.mean(right))


def main() -> None:
    from training.export import heads_of, weights_of

    parser = argparse.ArgumentParser(description="What each price costs and brings on dev.")
    for name in ("models", "weights", "examples"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--prices", type=float, nargs="+", default=[0.0, 1.0, 2.0, 3.0, 5.0, 10.0])
    arguments = parser.parse_args()
    encoder = Encoder(arguments.models)
    examples = [*read_examples(arguments.examples), *authored(AUTHORED)]
    dev = Dev(heads_of(weights_of(arguments.weights)), examples, lambda texts: encoder.encode(texts).vectors)
    told = [dict(dev.figures(price)) for price in arguments.prices]
    print("| price |", " | ".join(f"{price:g}" for price in arguments.prices), "|")
    print("|---|" + "---|" * len(told))
    for name in told[0]:
        print(f"| {name} |", " | ".join(f"{own[name]:.3f}" for own in told), "|")


if __name__ == "__main__":
    main()
