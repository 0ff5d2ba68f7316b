"""One peer of `benchmarks/reading.py`, timed on the same texts; it runs in an environment of its own.

python benchmarks/peers.py PEER TASK.json     # prints one line of JSON, or leaves with 3 where the peer is missing

The task names the texts of each set with their lengths in tokens, the threads, and the folder of GoEmotions.
"""

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

LABELS = 28
ROBERTA_WORDS = 50_265
BATCH_TOKENS = 1_024
SINGLES = 60
WARM = 5

Run = Callable[[Any, Any], object]


def fields(lengths: Sequence[int], rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Ids of any words and their mask, shape (texts, longest)."""
    longest = max(lengths)
    mask = np.arange(longest) < np.array(lengths)[:, None]
    return np.where(mask, rng.integers(4, ROBERTA_WORDS, mask.shape), 1), mask.astype(np.int64)


def timed(run: Run, lengths: Sequence[int]) -> dict[str, float]:
    """Time one text after another, then all in batches of similar length."""
    rng = np.random.default_rng(5)
    each = [fields([length], rng) for length in lengths[: SINGLES + WARM]]
    spent = []
    for ids, mask in each:
        begun = time.perf_counter()
        run(ids, mask)
        spent.append(time.perf_counter() - begun)
    ordered, batches = sorted(lengths), []
    while ordered:
        size = 1
        while size < len(ordered) and (size + 1) * ordered[size] <= BATCH_TOKENS:
            size += 1
        batches.append(fields(ordered[:size], rng))
        ordered = ordered[size:]
    begun = time.perf_counter()
    for ids, mask in batches:
        run(ids, mask)
    rate = len(lengths) / (time.perf_counter() - begun)
    p50, p99 = np.percentile(spent[WARM:], (50, 99)).tolist()
    return {"p50_ms": p50 * 1e3, "p99_ms": p99 * 1e3, "per_s": rate}


def network(threads: int) -> Any:
    """A classifier of the size of roberta-base; the speed does not depend on what it has learnt."""
    import torch
    from transformers import RobertaConfig, RobertaForSequenceClassification

    torch.set_num_threads(threads)
    torch.manual_seed(1)
    sizes = RobertaConfig(vocab_size=ROBERTA_WORDS, num_labels=LABELS, max_position_embeddings=514, type_vocab_size=1)
    return RobertaForSequenceClassification(sizes).eval()


def roberta(task: Any) -> Any:
    import torch

    model = network(task["threads"])

    def run(ids: np.ndarray, mask: np.ndarray) -> None:
        with torch.inference_mode():
            model(input_ids=torch.from_numpy(ids), attention_mask=torch.from_numpy(mask))

    return {name: timed(run, own["lengths"][: task["few"]]) for name, own in task["sets"].items()}


def roberta_int8(task: Any) -> Any:
    import onnxruntime
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = network(task["threads"])
    with tempfile.TemporaryDirectory() as folder:
        plain, small = f"{folder}/plain.onnx", f"{folder}/small.onnx"
        example = (torch.ones(2, 9, dtype=torch.int64), torch.ones(2, 9, dtype=torch.int64))
        size = {"input_ids": {0: "texts", 1: "tokens"}, "attention_mask": {0: "texts", 1: "tokens"}}
        names = {"input_names": list(size), "output_names": ["scores"]}
        torch.onnx.export(model, example, plain, dynamo=False, dynamic_axes=size, opset_version=17, **names)
        quantize_dynamic(plain, small, weight_type=QuantType.QInt8)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = task["threads"]
        session = onnxruntime.InferenceSession(small, options, providers=["CPUExecutionProvider"])

    def run(ids: np.ndarray, mask: np.ndarray) -> None:
        session.run(None, {"input_ids": ids, "attention_mask": mask})

    return {name: timed(run, own["lengths"][: task["few"]]) for name, own in task["sets"].items()}


def by_text(read: Callable[[str], object], texts: Sequence[str]) -> dict[str, float]:
    """Time a reader that takes one text at a time."""
    spent = []
    for text in texts:
        begun = time.perf_counter()
        read(text)
        spent.append(time.perf_counter() - begun)
    p50, p99 = np.percentile(spent[WARM:], (50, 99)).tolist()
    return {"p50_ms": p50 * 1e3, "p99_ms": p99 * 1e3, "per_s": len(spent) / sum(spent)}


def vader(task: Any) -> Any:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    read = SentimentIntensityAnalyzer().polarity_scores
    return {name: by_text(read, own["texts"]) for name, own in task["sets"].items()}


def rows(folder: str, split: str) -> tuple[list[str], np.ndarray]:
    """Texts and 0/1 truths of a split of GoEmotions."""
    with gzip.open(Path(folder) / f"{split}.tsv.gz", "rt", encoding="utf-8", newline="\n") as file:
        found = [line.rstrip("\r\n").split("\t") for line in file]
    truth = np.zeros((len(found), LABELS), dtype=bool)
    for i, row in enumerate(found):
        truth[i, [int(label) for label in row[1].split(",")]] = True
    return [" ".join(row[0].casefold().split()) for row in found], truth


def macro_f1(said: np.ndarray, truth: np.ndarray) -> float:
    both = (said & truth).sum(0)
    return float(np.mean(2 * both / np.maximum(said.sum(0) + truth.sum(0), 1)))


def thresholds(scores: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """The threshold of the best F1 of each label."""
    grid = np.linspace(0.02, 0.9, 89)
    table = np.zeros((len(grid), LABELS))
    for i, at in enumerate(grid):
        said = scores >= at
        table[i] = 2 * (said & truth).sum(0) / np.maximum(said.sum(0) + truth.sum(0), 1)
    best: np.ndarray = grid[table.argmax(0)]
    return best


def fasttext(task: Any) -> Any:
    import fasttext as library

    texts, truth = rows(task["goemotions"], "train")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "train.txt"
        lines = [
            " ".join(f"__label__{i}" for i in np.flatnonzero(y)) + " " + x for x, y in zip(texts, truth, strict=True)
        ]
        path.write_text("\n".join(lines), encoding="utf-8")
        begun = time.perf_counter()
        options = {"loss": "ova", "epoch": 15, "lr": 0.3, "dim": 100, "wordNgrams": 2, "minn": 2, "maxn": 5}
        model = library.train_supervised(
            str(path), bucket=200_000, minCount=2, thread=task["threads"], verbose=0, **options
        )
        learnt = time.perf_counter() - begun

    def scores(own: Sequence[str]) -> np.ndarray:
        found = np.zeros((len(own), LABELS))
        for i, text in enumerate(own):
            labels, values = model.predict(text, k=LABELS)
            found[i, [int(label.removeprefix("__label__")) for label in labels]] = values
        return found

    dev_texts, dev = rows(task["goemotions"], "dev")
    test_texts, test = rows(task["goemotions"], "test")
    limits = thresholds(scores(dev_texts), dev)

    def read(text: str) -> object:
        return model.predict(" ".join(text.casefold().split()), k=LABELS)

    speeds = {name: by_text(read, own["texts"]) for name, own in task["sets"].items()}
    return {**speeds, "macro_f1": macro_f1(scores(test_texts) >= limits, test), "learnt_s": learnt}


PEERS = {"roberta": roberta, "roberta-int8": roberta_int8, "vader": vader, "fasttext": fasttext}


def main() -> None:
    """Time one peer; say so where it cannot be imported."""
    name, task = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    try:
        print(json.dumps(PEERS[name](task)))
    except ModuleNotFoundError as error:
        print(f"{name}: {error}", file=sys.stderr)
        sys.exit(3)


if __name__ == "__main__":
    main()
