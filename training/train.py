"""Step 4: fine-tune the encoder with all its heads at once, on the public sets and on ours.

Every example teaches the heads it has labels for. Ours are shown in every pass and the public ones, which are many
more, in parts: trained on the public sets first, the encoder forgot what it needs for ours (docs/decisions/0007).
The run saves itself every few minutes; the same command goes on where it stopped.

    python -m training.train renew --base RUNS/base --vocabulary RUNS/vocabulary --examples RUNS/examples.json \\
        --teacher src/humanely/affect/models --start src/humanely/affect/models --out RUNS/renew-1 --seed 1

From the base encoder alone: ``joint``, then ``finish`` with ``--start RUNS/joint/network.pt``.
"""

import argparse
import time
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from humanely.affect.labels import HEADS
from training.augment import augmented
from training.batches import by_length, pad, tokenize
from training.data import AUTHORED, Example, authored, made, read_examples
from training.measures import best_thresholds, macro_f1
from training.network import Network, Shape
from training.plan import family, plan, recipe_of
from training.progress import Progress, identity
from training.splits import load_words
from training.targets import ANSWERS, LONGEST, Table, table
from training.weights import read_weights, restore, trained

SAVE_EVERY_S = 240.0
FIRST_SEED = 11
"""Heads begin equal in every run; runs differ in order, copies and dropout."""
TAUGHT = ("emotions",)
"""Heads a teacher needs; one of an earlier generation has no others."""


def predict(network: Network, rows: list[list[int]], tokens: int = 4096) -> dict[str, np.ndarray]:
    """Return scores a head, float32, shape (rows, labels), and the vectors, shape (rows, width)."""
    network.eval()
    found: dict[str, np.ndarray] = {}
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for index in by_length(np.array([len(r) for r in rows]), tokens, None):
            for head, scores in network(*pad([rows[i] for i in index])).items():
                if head not in found:
                    found[head] = np.empty((len(rows), scores.shape[1]), np.float32)
                found[head][index] = scores.float().numpy()
    network.train()
    return found


def predict_answers(network: Network, data: Table, rows: Sequence[int]) -> np.ndarray:
    """Return scores of answers, each read with its message, float32, shape (rows, outputs)."""
    own = predict(network, [data.rows[i] for i in rows])["vector"]
    other = predict(network, [data.messages[i] for i in rows])["vector"]
    network.eval()
    with torch.inference_mode():
        scores: np.ndarray = network.answer(torch.from_numpy(own), torch.from_numpy(other)).numpy()
    network.train()
    return scores


def report(network: Network, data: Table) -> str:
    """One line of dev figures; thresholds are chosen on the same rows, so they flatter a little."""
    parts = []
    for head in (*HEADS, ANSWERS):
        rows = data.having(head)
        if len(rows) < 20:
            continue
        truth = data.targets[head][rows].numpy()
        if head == ANSWERS:
            scores = predict_answers(network, data, rows)
        else:
            scores = predict(network, [data.rows[i] for i in rows])[head]
        if head == "sentiment":
            parts.append(f"{head} {float((scores.argmax(1) == truth).mean()):.4f}")
        else:
            parts.append(f"{head} {macro_f1(scores > best_thresholds(scores, truth > 0.5), truth > 0.5):.4f}")
    return ", ".join(parts)


def run(progress: Progress, batches: Sequence[np.ndarray], looks: Collection[int], data: Table, dev: Table) -> None:
    """Learn from what is left of the batches, saving on the way and looking at dev after those of `looks`."""
    progress.network.train()
    begun = saved = time.monotonic()
    before, seen, mean = progress.done, 0, 0.0
    for batch in batches[progress.done :]:
        loss, tokens = progress.step(data, batch)
        seen, mean = seen + tokens, 0.99 * mean + 0.01 * loss
        now = time.monotonic()
        if progress.done % 100 == 0:
            left = (progress.steps - progress.done) * (now - begun) / (progress.done - before) / 60
            at, speed = f"{progress.done}/{progress.steps}", seen / (now - begun)
            print(f"{at} loss {mean:.3f} {speed:.0f} tokens/s, {left:.1f} min left", flush=True)
        if progress.done in looks:
            print(f"after {progress.done}: dev {report(progress.network, dev)}", flush=True)
        if now - saved > SAVE_EVERY_S or progress.done == progress.steps:
            progress.save()
            saved = now


def build(base: Path, vocabulary: Path, weights: Path | None = None, heads: Collection[str] | None = None) -> Network:
    """A network that starts from the base encoder, or from weights trained before.

    Args:
        base, vocabulary: folders of steps 1 and 2.
        weights: of a finished run or a checkpoint.
        heads: those the weights must have; None stands for all.

    Raises:
        Unfit: the base or the weights lack what they must have, or hold what has no place.
    """
    torch.manual_seed(FIRST_SEED)
    saved = torch.load(base / "encoder.pt")
    network = Network(Shape(**saved["shape"]), load_words(vocabulary / "words.npz"))
    restore(network, {f"encoder.{name}": value for name, value in saved["state"].items()}, heads=())
    if weights is not None:
        restore(network, read_weights(weights), heads)
    return network


def freeze(network: Network, layers: int) -> None:
    """Keep the lowest layers, and what lies under them, as they are."""
    if not layers:
        return
    encoder = network.encoder
    for part in (encoder.position, encoder.norm, *encoder.layers[:layers]):
        part.requires_grad_(False)
    encoder.segment.requires_grad_(False)


def taught(teacher: Network, examples: Sequence[Example], tokenizer: Tokenizer) -> dict[str, np.ndarray]:
    """Let an earlier network read the lines that were translated: line to 28 probabilities."""
    origins = sorted({e.origin for e in examples if e.origin is not None})
    scores = predict(teacher, tokenize(tokenizer, origins, LONGEST))["emotions"]
    return dict(zip(origins, 1 / (1 + np.exp(-scores)), strict=True))


def watched(example: Example) -> bool:
    """Whether the dev line of each pass counts an example."""
    if example.source == "xed":
        return example.language == "en"
    if example.source.startswith("authored-"):
        return True
    if example.source == "politeness-wikipedia":
        return True
    return example.source == "goemotions"


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stage", choices=("joint", "finish", "renew"))
    parser.add_argument("--start", type=Path, help="weights to start from instead of the base encoder")
    for name in ("base", "vocabulary", "examples", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, help="an earlier network; without it translations teach no emotions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def files_of(given: argparse.Namespace) -> dict[str, Path]:
    """The files that decide what a run becomes, besides its examples, by name."""
    files = {"base": given.base / "encoder.pt", "tokenizer": given.vocabulary / "tokenizer.json"}
    files["words"] = given.vocabulary / "words.npz"
    for name in ("teacher", "start"):
        if (path := getattr(given, name)) is not None:
            files[name] = path / "text.onnx" if path.is_dir() else path
    return files


def main() -> None:
    given = read_arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(given.threads)
    recipe = recipe_of(given.stage, given.seed)
    tokenizer = Tokenizer.from_file(str(given.vocabulary / "tokenizer.json"))
    examples = [*read_examples(given.examples), *authored(AUTHORED), *made(AUTHORED)]
    train = [e for e in examples if e.split == "train" and recipe.parts.get(family(e), 0)]
    train = list(augmented(train, given.seed))
    soft = None
    if given.teacher:
        soft = taught(build(given.base, given.vocabulary, given.teacher, TAUGHT), train, tokenizer)
    network = build(given.base, given.vocabulary, given.start)
    freeze(network, recipe.frozen)
    dev = table([e for e in examples if e.split == "dev" and watched(e)], tokenizer)
    data = table(train, tokenizer, soft)
    batches, looks = plan(train, [len(row) for row in data.rows], recipe, by_length)
    made_of = identity(recipe, train, files_of(given))
    progress = Progress(network, recipe, len(batches), given.out, made_of)
    torch.manual_seed(given.seed)
    progress.resume()
    run(progress, batches, looks, data, dev)
    torch.save(trained(network), given.out / "network.pt")


if __name__ == "__main__":
    main()
