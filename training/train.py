"""Step 4: fine-tune the encoder with its three heads.

Every example teaches the heads it has labels for. The run saves itself every few minutes; the same
command goes on where it stopped.

    python -m training.train --base RUNS/base --vocabulary RUNS/vocabulary \\
        --examples RUNS/examples.json --out RUNS/first
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from humanely.affect.labels import GOEMOTIONS, HEADS, PLUTCHIK
from training.batches import by_length, pad, tokenize
from training.data import Example, place, read_examples, sentiment_id
from training.measures import best_thresholds, macro_f1
from training.network import Network, Shape
from training.splits import load_words

LONGEST = 80
WEIGHTS = {"emotions": 1.0, "plutchik": 0.5, "sentiment": 0.7}
TURNS = {"xed-neutral": 4, "xed-projected": 6, "afrisenti": 8}
"""A set that counts n here is shown in n parts, one a pass."""
SAVE_EVERY_S = 240.0


@dataclass(frozen=True)
class Recipe:
    """What one run uses."""

    passes: int = 4
    tokens: int = 1024
    rate: float = 1.2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.92
    warmup: float = 0.06
    seed: int = 1


@dataclass(frozen=True)
class Table:
    """Examples as arrays: ids, and one target a head; rows without labels are masked (sentiment -1)."""

    rows: list[list[int]]
    emotions: torch.Tensor
    plutchik: torch.Tensor
    sentiment: torch.Tensor
    has: dict[str, torch.Tensor]


def many_hot(sets: Sequence[frozenset[str] | None], labels: tuple[str, ...]) -> torch.Tensor:
    return torch.tensor([[float(label in (s or ())) for label in labels] for s in sets])


def table(examples: Sequence[Example], tokenizer: Tokenizer) -> Table:
    """Turn examples into arrays."""
    emotions, plutchik = [e.emotions for e in examples], [e.plutchik for e in examples]
    sentiment = torch.tensor([sentiment_id(e) for e in examples])
    has = {
        "emotions": torch.tensor([e is not None for e in emotions]),
        "plutchik": torch.tensor([p is not None for p in plutchik]),
        "sentiment": sentiment >= 0,
    }
    rows = tokenize(tokenizer, [e.text for e in examples], LONGEST)
    return Table(rows, many_hot(emotions, GOEMOTIONS), many_hot(plutchik, PLUTCHIK), sentiment, has)


def due(example: Example, number: int) -> bool:
    """Whether pass `number` shows an example: small human sets every time, large weak ones in turn."""
    turn = place(f"turn {example.text}")
    if example.source == "xed" and example.language != "en":
        return turn < 0.5
    parts = TURNS.get(example.source, 1)
    return int(turn * parts) == number % parts


def loss_of(outputs: dict[str, torch.Tensor], data: Table, index: np.ndarray) -> torch.Tensor:
    """Sum over heads of the mean loss of the rows that have labels, weighted by their share."""
    total = torch.zeros(())
    for head in HEADS:
        has = data.has[head][index]
        if not has.any():
            continue
        logits = outputs[head].float()[has]
        if head == "sentiment":
            part = functional.cross_entropy(logits, data.sentiment[index][has], reduction="sum")
        else:
            target = (data.emotions if head == "emotions" else data.plutchik)[index][has]
            part = functional.binary_cross_entropy_with_logits(logits, target, reduction="sum")
        total = total + WEIGHTS[head] * part / len(index)
    return total


def optimiser(network: Network, recipe: Recipe) -> torch.optim.AdamW:
    """Lower layers learn more slowly; heads learn fastest; norms and biases do not decay."""
    depth = len(network.encoder.layers)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("heads"):
            rate = recipe.head_rate
        else:
            level = int(name.split(".")[2]) + 1 if ".layers." in name else 0
            rate = recipe.rate * recipe.layer_decay ** (depth - level)
        decay = 0.01 if parameter.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    sets = [{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()]
    return torch.optim.AdamW(sets, betas=(0.9, 0.98), fused=True)


def predict(network: Network, rows: list[list[int]], tokens: int = 4096) -> dict[str, np.ndarray]:
    """Return logits a head, float32, shape (rows, labels)."""
    network.eval()
    found = {head: np.empty((len(rows), len(labels)), np.float32) for head, labels in HEADS.items()}
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for index in by_length(np.array([len(r) for r in rows]), tokens, None):
            for head, logits in network(*pad([rows[i] for i in index])).items():
                found[head][index] = logits.float().numpy()
    network.train()
    return found


def report(network: Network, data: Table) -> str:
    """One line of dev figures; thresholds are chosen on the same rows, so they flatter a little."""
    parts = []
    for head in ("emotions", "plutchik"):
        rows = torch.nonzero(data.has[head])[:, 0].tolist()
        truth = (data.emotions if head == "emotions" else data.plutchik)[rows].numpy()
        logits = predict(network, [data.rows[i] for i in rows])[head]
        parts.append(f"{head} {macro_f1(logits > best_thresholds(logits, truth), truth):.4f}")
    return ", ".join(parts)


def plan(examples: Sequence[Example], data: Table, recipe: Recipe) -> tuple[list[np.ndarray], set[int]]:
    """Return the batches of all passes in order, and after which of them a pass ends."""
    batches: list[np.ndarray] = []
    ends = set()
    for number in range(recipe.passes):
        rng = np.random.default_rng([recipe.seed, number])
        chosen = np.array([i for i, example in enumerate(examples) if due(example, number)])
        lengths = np.array([len(data.rows[i]) for i in chosen])
        batches += [chosen[b] for b in by_length(lengths, recipe.tokens, rng)]
        ends.add(len(batches))
    return batches, ends


class Progress:
    """A run that can be put down and taken up again."""

    def __init__(self, network: Network, recipe: Recipe, steps: int, out: Path) -> None:
        self.network, self.steps, self.path, self.done = network, steps, out / "checkpoint.pt", 0
        self.adam = optimiser(network, recipe)
        warm = max(1, int(recipe.warmup * steps))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.adam, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
        )
        if self.path.exists():
            state = torch.load(self.path)
            network.load_state_dict(state["network"], strict=False)
            self.adam.load_state_dict(state["adam"])
            self.schedule.load_state_dict(state["schedule"])
            self.done = state["done"]

    def step(self, data: Table, batch: np.ndarray) -> tuple[float, int]:
        """Learn from one batch; return its loss and its tokens."""
        ids, mask = pad([data.rows[i] for i in batch])
        with torch.autocast("cpu", torch.bfloat16):
            outputs = self.network(ids, mask)
        loss = loss_of(outputs, data, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.adam.step()
        self.schedule.step()
        self.adam.zero_grad()
        self.done += 1
        return float(loss.detach()), ids.numel()

    def save(self) -> None:
        """Write the whole state, all or nothing."""
        state = {
            "network": trained(self.network),
            "adam": self.adam.state_dict(),
            "schedule": self.schedule.state_dict(),
            "done": self.done,
        }
        part = self.path.with_suffix(".part")
        torch.save(state, part)
        part.rename(self.path)


def run(network: Network, train: list[Example], dev: Table, tokenizer: Tokenizer, recipe: Recipe, out: Path) -> None:
    """Train all passes, saving on the way."""
    data = table(train, tokenizer)
    batches, ends = plan(train, data, recipe)
    progress = Progress(network, recipe, len(batches), out)
    network.train()
    begun = saved = time.monotonic()
    seen, mean = 0, 0.0
    for batch in batches[progress.done :]:
        loss, tokens = progress.step(data, batch)
        seen, mean = seen + tokens, 0.99 * mean + 0.01 * loss
        now = time.monotonic()
        if progress.done % 100 == 0:
            print(f"{progress.done}/{len(batches)} loss {mean:.3f} {seen / (now - begun):.0f} tokens/s", flush=True)
        if progress.done in ends:
            print(f"pass ends at {progress.done}: dev {report(network, dev)}", flush=True)
        if now - saved > SAVE_EVERY_S or progress.done == len(batches):
            progress.save()
            saved = now


def trained(network: Network) -> dict[str, torch.Tensor]:
    """The weights without the frozen word table."""
    return {name: value for name, value in network.state_dict().items() if not name.startswith("encoder.word.")}


def build(base: Path, vocabulary: Path) -> Network:
    """A network that starts from the base encoder."""
    saved = torch.load(base / "encoder.pt")
    network = Network(Shape(**saved["shape"]), load_words(vocabulary / "words.npz"))
    network.encoder.load_state_dict(saved["state"], strict=False)
    return network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=Recipe.passes)
    parser.add_argument("--rate", type=float, default=Recipe.rate)
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    recipe = Recipe(passes=arguments.passes, rate=arguments.rate, seed=arguments.seed)
    tokenizer = Tokenizer.from_file(str(arguments.vocabulary / "tokenizer.json"))
    examples = read_examples(arguments.examples)
    network = build(arguments.base, arguments.vocabulary)
    watched = [e for e in examples if e.split == "dev" and e.source in {"goemotions", "xed"} and e.language == "en"]
    train = [e for e in examples if e.split == "train"]
    run(network, train, table(watched, tokenizer), tokenizer, recipe, arguments.out)
    torch.save(trained(network), arguments.out / "network.pt")


if __name__ == "__main__":
    main()
