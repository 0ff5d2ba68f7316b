"""Token ids in batches of similar length."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer

PAD = 1


def tokenize(tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> list[list[int]]:
    """Return the ids of each text, at most `longest` with the two end marks."""
    tokenizer.enable_truncation(longest)
    return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]


def pad(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return ids and mask, shape (rows, longest row)."""
    length = max(map(len, rows))
    ids = torch.full((len(rows), length), PAD)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
    return ids, ids != PAD


def by_length(lengths: np.ndarray, tokens: int, rng: np.random.Generator | None) -> Iterator[np.ndarray]:
    """Yield indices of batches of at most `tokens` tokens with padding.

    With `rng`, texts of one length come in random order and so do the batches; without, the order is fixed.
    """
    noise = rng.random(len(lengths)) if rng else np.zeros(len(lengths))
    order = np.lexsort((noise, lengths))
    batches, begin = [], 0
    for end in range(1, len(order) + 1):
        full = end == len(order) or (end + 1 - begin) * lengths[order[end]] > tokens
        if full:
            batches.append(order[begin:end])
            begin = end
    if rng:
        rng.shuffle(batches)
    yield from batches
