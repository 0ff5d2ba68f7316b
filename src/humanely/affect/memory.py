"""What the model said of the texts met last, so that equal and near-equal texts are read once.

Texts are near-equal when they differ in white space or digits only; the form that is read is the common one, so
what comes out does not depend on which was met first.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.labels import GOEMOTIONS, SITUATIONS
from humanely.affect.text import Columns, TextEstimator

SETTLED = 0.65
"""A side of the sentiment at least this probable is stood by: on the dev split it is then right 4 times in 5."""

_ONE_DIGIT = str.maketrans("013456789", "222222222")
"""Two: of the ten it changes what is read least; noughts make a strange date and a free lunch."""
_LARGEST_NEED = 3


class Felt(msgspec.Struct, frozen=True):
    """What the model says of one text, packed small: a long export holds many.

    Attributes:
        readable: there is something to read, in characters the vocabulary knows; all else is void otherwise.
        valence: [-1, 1].
        arousal: [0, 1] or None.
        confident: whether an emotion stands out in a measured language.
        settled: whether the model stands by the side of its valence.
        need: empathy the text calls for on its own, [0, 1].
        risk: probability that a life may be at risk, [0, 1].
        situations: those reported.
        packed_emotions, packed_situation: probabilities, float32, as bytes.
        vector: the encoder's, float16, shape (width,), as bytes; see `vectors`.
    """

    readable: bool
    valence: float
    arousal: float | None
    confident: bool
    settled: bool
    need: float
    risk: float
    situations: tuple[str, ...]
    packed_emotions: bytes
    packed_situation: bytes
    vector: bytes

    @property
    def emotions(self) -> Mapping[str, float]:
        """28 GoEmotions labels, probability each, [0, 1]."""
        return _unpacked(GOEMOTIONS, self.packed_emotions)

    @property
    def situation(self) -> Mapping[str, float]:
        """`SITUATIONS`, probability each, [0, 1]."""
        return _unpacked(SITUATIONS, self.packed_situation)


class Memory:
    """Texts and what was read of them, the last ones met.

    Args:
        size: how many forms are held, >= 1.
    """

    def __init__(self, size: int = 60_000) -> None:
        self.size = size
        self.held: OrderedDict[bytes, Felt] = OrderedDict()
        self.distinct = 0

    def read(self, texts: Sequence[str], estimator: TextEstimator) -> list[Felt]:
        """Estimate every text, running the model only on forms not held."""
        forms = [common_form(text) for text in texts]
        # Digests, because a long mail would weigh as much as a thousand short messages.
        keys = [hashlib.blake2b(form.encode("utf-8", "replace"), digest_size=16).digest() for form in forms]
        fresh = {key: form for key, form in zip(keys, forms, strict=True) if key not in self.held}
        new = dict(zip(fresh, felt(list(fresh.values()), estimator), strict=True))
        self.distinct += len(fresh)
        found = [new[key] if key in new else self.held[key] for key in keys]
        for key, value in zip(keys, found, strict=True):
            self.held[key] = value
            self.held.move_to_end(key)
        while len(self.held) > self.size:
            self.held.popitem(last=False)
        return found


def common_form(text: str) -> str:
    """The form that near-equal texts share: white space collapsed, every digit a two.

    >>> common_form("Order  1234 is late!!")
    'Order 2222 is late!!'
    """
    return " ".join(text.translate(_ONE_DIGIT).split())


def felt(texts: Sequence[str], estimator: TextEstimator) -> list[Felt]:
    """Run the model over a batch of texts, as they stand."""
    if not texts:
        return []
    columns = estimator.estimate_columns(texts)
    settled = columns.sentiment.max(axis=1) >= SETTLED
    return [_felt(columns, i, estimator, settled=bool(settled[i])) for i in range(len(texts))]


def _felt(columns: Columns, i: int, estimator: TextEstimator, *, settled: bool) -> Felt:
    readable = bool(columns.readable[i] and not columns.unknown[i])
    return Felt(
        readable=readable,
        valence=float(columns.valence[i]),
        arousal=float(columns.arousal[i]) if columns.readable[i] else None,
        confident=bool(columns.confident[i]),
        settled=readable and settled,
        need=float(columns.need[i]) / _LARGEST_NEED,
        risk=float(columns.crisis[i]),
        situations=estimator.situations(columns.situation[i]) if readable else (),
        packed_emotions=columns.emotions[i].astype(np.float32).tobytes(),
        packed_situation=columns.situation[i].astype(np.float32).tobytes(),
        vector=columns.vectors[i].astype(np.float16).tobytes() if readable else b"",
    )


def vectors(packed: Sequence[bytes], lengths: Sequence[int]) -> NDArray[np.float64] | None:
    """The vector of several texts in a row, shape (width,), or None where none of them could be read.

    Args:
        packed: `Felt.vector` of each.
        lengths: of each, in characters; a longer text weighs more.
    """
    known = [
        (np.frombuffer(one, np.float16), max(length, 1)) for one, length in zip(packed, lengths, strict=True) if one
    ]
    if not known:
        return None
    if len(known) == 1:
        return known[0][0].astype(np.float64)
    mean: NDArray[np.float64] = np.average(
        [one.astype(np.float64) for one, _ in known], axis=0, weights=[length for _, length in known]
    )
    return mean


def _unpacked(labels: tuple[str, ...], packed: bytes) -> dict[str, float]:
    return dict(zip(labels, np.frombuffer(packed, np.float32).tolist(), strict=True))
