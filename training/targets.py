"""What each example teaches: one target a head, and which heads it has one for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from humanely.affect.labels import GOEMOTIONS, HEADS, PLUTCHIK, SITUATIONS
from training.batches import tokenize
from training.data import Example, sentiment_id
from training.degrees import answer_target as answer_target
from training.degrees import steps as steps

LONGEST = 80
ANSWERS = "answer"
WEIGHTS = {
    "emotions": 1.0, "plutchik": 0.8, "sentiment": 0.7, "politeness": 0.5,
    "situation": 1.0, "need": 0.8, "crisis": 2.0, ANSWERS: 0.7,
}  # fmt: skip
SOFT = 0.4
"""What a soft target, taken from an earlier network's reading of the line translated, counts for."""


@dataclass(frozen=True)
class Table:
    """Examples as arrays: ids, and one target a head; rows a head has no target for are masked.

    Attributes:
        rows: token ids of each text.
        messages: token ids of what an answer answers; empty for turns.
        targets: head to float, shape (texts, outputs); of sentiment the index, shape (texts,).
        weight: head to float, shape (texts,); 0 where the example says nothing of it.
    """

    rows: list[list[int]]
    messages: list[list[int]]
    targets: dict[str, torch.Tensor]
    weight: dict[str, torch.Tensor]

    def having(self, head: str) -> list[int]:
        """Rows with a target for a head."""
        return [int(i) for i in torch.nonzero(self.weight[head])[:, 0]]


def many_hot(sets: Sequence[frozenset[str] | None], labels: tuple[str, ...]) -> torch.Tensor:
    return torch.tensor([[float(label in (s or ())) for label in labels] for s in sets])


def table(examples: Sequence[Example], tokenizer: Tokenizer, soft: dict[str, np.ndarray] | None = None) -> Table:
    """Turn examples into arrays.

    Args:
        examples: of any source.
        tokenizer: the cut one.
        soft: line to 28 probabilities; a translation of that line learns from them.
    """
    emotions = many_hot([e.emotions for e in examples], GOEMOTIONS)
    weight = {
        "emotions": torch.tensor([float(e.emotions is not None) for e in examples]),
        "plutchik": torch.tensor([float(e.plutchik is not None) for e in examples]),
        "sentiment": torch.tensor([float(e.sentiment is not None) for e in examples]),
        "politeness": torch.tensor([float(e.politeness is not None) for e in examples]),
        "situation": torch.tensor([float(e.situation is not None) for e in examples]),
        "need": torch.tensor([float(e.need is not None) for e in examples]),
        "crisis": torch.tensor([float(e.crisis is not None) for e in examples]),
        ANSWERS: torch.tensor([float(e.answer is not None) for e in examples]),
    }
    for i, example in enumerate(examples):
        if soft and example.emotions is None and example.origin in soft:
            emotions[i] = torch.from_numpy(soft[example.origin])
            weight["emotions"][i] = SOFT
    targets = {
        "emotions": emotions,
        "plutchik": many_hot([e.plutchik for e in examples], PLUTCHIK),
        "sentiment": torch.tensor([max(0, sentiment_id(e)) for e in examples]),
        "politeness": torch.tensor([[e.politeness or 0.0] for e in examples]),
        "situation": many_hot([e.situation for e in examples], SITUATIONS),
        "need": torch.tensor([steps(e.need or 0, 3) for e in examples]),
        "crisis": torch.tensor([[float(e.crisis or False)] for e in examples]),
        ANSWERS: torch.tensor([answer_target(e.answer) for e in examples]),
    }
    rows = tokenize(tokenizer, [e.text for e in examples], LONGEST)
    messages = tokenize(tokenizer, [e.message or "" for e in examples], LONGEST)
    return Table(rows, [row if e.message else [] for row, e in zip(messages, examples, strict=True)], targets, weight)


def loss_of(outputs: dict[str, torch.Tensor], data: Table, index: np.ndarray) -> torch.Tensor:
    """Sum over heads of the losses of the rows that have a target, a mean over the batch."""
    total = torch.zeros(())
    for head in (*HEADS, ANSWERS):
        weight = data.weight[head][index]
        has = weight > 0
        if not has.any():
            continue
        target, logits = data.targets[head][index][has], outputs[head].float()
        # The answer head gives one row for each answer of the batch, the others one for each text.
        logits = logits if head == ANSWERS else logits[has]
        if head == "sentiment":
            part = functional.cross_entropy(logits, target, reduction="none")
        else:
            part = functional.binary_cross_entropy_with_logits(logits, target, reduction="none").sum(1)
        total = total + WEIGHTS[head] * (part * weight[has]).sum() / len(index)
    return total
