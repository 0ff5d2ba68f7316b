"""What a text is about, word by word: vectors of its words in their context, and how alike two texts are.

The last layers of the encoder were taught what a message may feel like, and no longer tell a question about a refund
from one about a delivery. Its sixth layer still does (`python -m benchmarks.faq` has the figures), and the languages
still lie side by side there. Two texts are held against each other word by word, rare words counting most.

Source: Khattab and Zaharia (2020), ColBERT, section 3.3 (late interaction); Zhang et al. (2020), BERTScore, section 3
(rare words weigh more; here by the frequencies that the tokenizer brings along).
"""

from collections.abc import Sequence
from functools import cache, cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.encoder import Encoder, Words
from humanely.affect.memory import common_form
from humanely.errors import ModelUnavailable

ASKED = 0.8
"""Weight of the words asked that are met, against those of the other text that are: an answer may say more than was
asked. Chosen on the same half."""
COMMON = 6.0
"""Words more frequent than ``exp(-COMMON)`` count `LEAST`."""
LEAST = 0.05
_BLOCK = 32
"""Words of a product: one so small stays on its thread, for to wait for a second one on a busy machine costs more."""


class WordVectors(msgspec.Struct, frozen=True):
    """The words of a text.

    Attributes:
        vectors: float32, shape (words, width), rows of unit length; no row where there is nothing to read.
        weights: float32, shape (words,), above 0; what a rare word counts more.
    """

    vectors: NDArray[np.float32]
    weights: NDArray[np.float32]


class WordReader:
    """Reads the words of texts.

    Args:
        encoder: the shipped one; what it has just read for its feeling is not run again for its words.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def __call__(self, texts: Sequence[str]) -> list[WordVectors]:
        """The words of each text, in order; of a long text its first ones.

        Raises:
            ModelUnavailable: a model file is missing or damaged.
        """
        return [self._read(one) for one in self.encoder.words([common_form(text) for text in texts])]

    def _read(self, words: Words) -> WordVectors:
        lengths = np.maximum(np.linalg.norm(words.vectors, axis=1, keepdims=True), 1e-9)
        return WordVectors((words.vectors / lengths).astype(np.float32), self._weights[words.ids])

    @cached_property
    def _weights(self) -> NDArray[np.float32]:
        """What each token counts, float32, shape (tokens,): how much rarer it is than a common word."""
        path = self.encoder.folder / "text.tokenizer.json"
        try:
            vocabulary = msgspec.json.decode(path.read_bytes(), type=_Tokenizer).model.vocab
        except (OSError, msgspec.DecodeError) as error:
            raise ModelUnavailable(path.name) from error
        rarity = -np.array([frequency for _, frequency in vocabulary], dtype=np.float32)
        return np.asarray(np.maximum(rarity - COMMON, LEAST), dtype=np.float32)


class _Pieces(msgspec.Struct):
    vocab: list[tuple[str, float]]


class _Tokenizer(msgspec.Struct):
    model: _Pieces


@cache
def shipped_words() -> WordReader:
    """The reader with the shipped weights, loaded once."""
    from humanely.affect.text import shipped

    return WordReader(shipped().encoder)


class WordIndex:
    """Texts to find, each with its words.

    Args:
        texts: at least one.
    """

    def __init__(self, texts: Sequence[WordVectors]) -> None:
        # A text without words keeps its place as one word that is like no other.
        lengths = [max(len(text.weights), 1) for text in texts]
        width = max(text.vectors.shape[1] for text in texts)
        self._starts = np.cumsum([0, *lengths[:-1]])
        self._vectors = np.zeros((sum(lengths), width), dtype=np.float32)
        self._weights = np.ones(sum(lengths), dtype=np.float32)
        for start, text in zip(self._starts, texts, strict=True):
            self._vectors[start : start + len(text.weights)] = text.vectors
            self._weights[start : start + len(text.weights)] = text.weights

    def alike(self, asked: WordVectors) -> NDArray[np.float64]:
        """How far each text is about what was asked, [-1, 1], float64, shape (texts,); 0 without words.

        Each word takes the one most like it in the other text; the mean of these cosines, rare words counting most.
        """
        if not len(asked.weights):
            return np.zeros(len(self._starts))
        blocks = range(0, len(self._vectors), _BLOCK)
        cosines = np.concatenate([asked.vectors @ self._vectors[at : at + _BLOCK].T for at in blocks], axis=1)
        met = np.average(np.maximum.reduceat(cosines, self._starts, axis=1), axis=0, weights=asked.weights)
        back = np.add.reduceat(cosines.max(axis=0) * self._weights, self._starts)
        back /= np.add.reduceat(self._weights, self._starts)
        return np.asarray(ASKED * met + (1 - ASKED) * back, dtype=np.float64)
