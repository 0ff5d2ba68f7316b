"""What rounding the weights to int8 and evening the heads cost. Needs the training environment."""

from collections.abc import Sequence
from pathlib import Path

from humanely.affect.labels import GOEMOTIONS
from training.data import Example
from training.measure.generation import Generation
from training.measure.rows import many_hot, texts_of
from training.measures import best_thresholds, macro_f1


def rounding(
    generation: Generation, weights: Path, base: Path, vocabulary: Path, dev: Sequence[Example]
) -> tuple[float, float]:
    """28-label macro-F1 on dev before and after, each by the thresholds that are best on these very rows."""
    import torch
    from tokenizers import Tokenizer

    from training.batches import tokenize
    from training.targets import LONGEST
    from training.train import build, predict

    torch.set_num_threads(2)
    network = build(base, vocabulary, weights)
    tokenizer = Tokenizer.from_file(str(vocabulary / "tokenizer.json"))
    before = predict(network, tokenize(tokenizer, texts_of(dev), LONGEST))["emotions"]
    after = generation.read(texts_of(dev))["emotions"]
    known = many_hot([e.emotions for e in dev], GOEMOTIONS)
    first, second = (macro_f1(scores >= best_thresholds(scores, known), known) for scores in (before, after))
    return first, second
