"""Step 4: fine-tune the encoder with all its heads at once, on the public sets and on ours.

Every example teaches the heads it has labels for. Ours are shown in every pass and the public ones, which are many
more, in parts: trained on the public sets first, the encoder forgot what it needs for ours (docs/decisions/0007).
The run saves itself every few minutes; the same command goes on where it stopped.

    python -m training.train --base RUNS/base --vocabulary RUNS/vocabulary \\
        --examples RUNS/examples.json --teacher RUNS/first/network.pt --out RUNS/network-1 --seed 1
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from humanely.affect.labels import HEADS
from training.augment import augmented
from training.batches import by_length, pad, tokenize
from training.data import AUTHORED, Example, authored, place, read_examples
from training.measures import best_thresholds, macro_f1
from training.network import Network, Shape
from training.splits import load_words
from training.targets import ANSWERS, LONGEST, Table, loss_of, table

SAVE_EVERY_S = 240.0
FIRST_SEED = 11
"""Heads begin equal in every run, so that the weights of runs may be averaged; runs differ in order and dropout."""
UNSAID = 0.3
"""Share of the answers that are read without their message."""


@dataclass(frozen=True)
class Recipe:
    """What one run uses.

    Attributes:
        passes: over the sets shown whole.
        parts: a set that counts n is shown in n parts, one a pass; a set that is not named is not shown.
        tokens: of a batch, padding included.
        rate, head_rate: the highest learning rates, of the last layer and of the heads.
        layer_decay: each layer learns this much more slowly than the one above.
        frozen: lowest layers that stay as they are: they hold the alignment of languages.
    """

    passes: int = 10
    parts: Mapping[str, float] = field(default_factory=lambda: PARTS)
    rate: float = 1.4e-4
    head_rate: float = 1e-3
    tokens: int = 1024
    layer_decay: float = 0.92
    warmup: float = 0.06
    frozen: int = 3
    seed: int = 1


PARTS: dict[str, float] = {
    "authored-turns": 1, "authored-answers": 1, "goemotions": 5, "goemotions-neutral": 10, "xed": 4, "xed-finnish": 10,
    "xed-neutral": 30, "xed-projected": 20, "afrisenti": 80, "politeness-wikipedia": 12,
    "politeness-stack-exchange": 12,
}  # fmt: skip
COPIES = 4
"""Copies with a typing error or without marks are shown this much more rarely than their originals."""


def family(example: Example) -> str:
    """The name a recipe knows an example by."""
    if example.source == "xed" and example.language == "fi":
        return "xed-finnish"
    if example.source == "goemotions" and example.emotions == {"neutral"}:
        return "goemotions-neutral"
    return example.source


def due(example: Example, number: int, recipe: Recipe) -> bool:
    """Whether pass `number` shows an example."""
    parts = recipe.parts.get(family(example), 0) * (COPIES if example.copy else 1)
    return parts > 0 and int(place(f"turn {example.text}") * parts) == number % parts


def optimiser(network: Network, recipe: Recipe) -> torch.optim.AdamW:
    """Lower layers learn more slowly; heads learn fastest; norms and biases do not decay."""
    depth = len(network.encoder.layers)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("encoder"):
            rate = recipe.head_rate
        else:
            level = int(name.split(".")[2]) + 1 if ".layers." in name else 0
            rate = recipe.rate * recipe.layer_decay ** (depth - level)
        decay = 0.01 if parameter.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    sets = [{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()]
    return torch.optim.AdamW(sets, betas=(0.9, 0.98), fused=True)


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


def plan(examples: Sequence[Example], data: Table, recipe: Recipe) -> tuple[list[np.ndarray], set[int]]:
    """Return the batches of all passes in order, and after which of them to look at dev."""
    batches: list[np.ndarray] = []
    ends = set()
    for number in range(recipe.passes):
        rng = np.random.default_rng([recipe.seed, number])
        chosen = np.array([i for i, example in enumerate(examples) if due(example, number, recipe)])
        lengths = np.array([len(data.rows[i]) for i in chosen])
        batches += [chosen[b] for b in by_length(lengths, recipe.tokens, rng)]
        if number % 5 == 4:
            ends.add(len(batches))
    return batches, ends


class Progress:
    """A run that can be put down and taken up again."""

    def __init__(self, network: Network, recipe: Recipe, steps: int, out: Path) -> None:
        self.network, self.steps, self.path, self.done = network, steps, out / "checkpoint.pt", 0
        self.rng = np.random.default_rng(recipe.seed)
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
            answers = [at for at, i in enumerate(batch) if data.messages[i]]
            if answers:
                messages = [data.messages[batch[at]] for at in answers]
                outputs[ANSWERS] = self._read_answers(outputs["vector"][answers], messages)
        loss = loss_of(outputs, data, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.adam.step()
        self.schedule.step()
        self.adam.zero_grad()
        self.done += 1
        return float(loss.detach()), ids.numel()

    def _read_answers(self, vectors: torch.Tensor, messages: list[list[int]]) -> torch.Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            other = self.network.encoder.pooled(*pad(messages))
        said = torch.from_numpy(self.rng.random(len(messages)) >= UNSAID).to(other.dtype)
        return self.network.answer(vectors, other * said[:, None])

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


def run(network: Network, examples: list[Example], data: Table, dev: Table, recipe: Recipe, out: Path) -> None:
    """Train all passes, saving on the way."""
    batches, ends = plan(examples, data, recipe)
    progress = Progress(network, recipe, len(batches), out)
    network.train()
    begun = saved = time.monotonic()
    seen, mean = 0, 0.0
    for batch in batches[progress.done :]:
        loss, tokens = progress.step(data, batch)
        seen, mean = seen + tokens, 0.99 * mean + 0.01 * loss
        now = time.monotonic()
        if progress.done % 100 == 0:
            speed = seen / (now - begun)
            left = (len(batches) - progress.done) * recipe.tokens / speed / 60
            at = f"{progress.done}/{len(batches)}"
            print(f"{at} loss {mean:.3f} {speed:.0f} tokens/s, {left:.1f} min left", flush=True)
        if progress.done in ends:
            print(f"after {progress.done}: dev {report(network, dev)}", flush=True)
        if now - saved > SAVE_EVERY_S or progress.done == len(batches):
            progress.save()
            saved = now


def trained(network: Network) -> dict[str, torch.Tensor]:
    """The weights without the frozen word table."""
    return {name: value for name, value in network.state_dict().items() if not name.startswith("encoder.word.")}


def build(base: Path, vocabulary: Path, weights: Path | None = None) -> Network:
    """A network that starts from the base encoder, or from weights trained before."""
    torch.manual_seed(FIRST_SEED)
    saved = torch.load(base / "encoder.pt")
    network = Network(Shape(**saved["shape"]), load_words(vocabulary / "words.npz"))
    network.encoder.load_state_dict(saved["state"], strict=False)
    if weights is not None:
        state = torch.load(weights)
        network.load_state_dict(state.get("network", state), strict=False)
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
    if example.source == "politeness-wikipedia":
        return True
    return example.source in {"goemotions", "authored-turns", "authored-answers"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("base", "vocabulary", "examples", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, help="an earlier network; without it translations teach no emotions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(arguments.threads)
    recipe = Recipe(seed=arguments.seed)
    tokenizer = Tokenizer.from_file(str(arguments.vocabulary / "tokenizer.json"))
    examples = [*read_examples(arguments.examples), *authored(AUTHORED)]
    train = [e for e in examples if e.split == "train" and recipe.parts.get(family(e), 0)]
    train = list(augmented(train, arguments.seed))
    soft = None
    if arguments.teacher:
        soft = taught(build(arguments.base, arguments.vocabulary, arguments.teacher), train, tokenizer)
    network = build(arguments.base, arguments.vocabulary)
    freeze(network, recipe.frozen)
    dev = table([e for e in examples if e.split == "dev" and watched(e)], tokenizer)
    torch.manual_seed(arguments.seed)
    run(network, train, table(train, tokenizer, soft), dev, recipe, arguments.out)
    torch.save(trained(network), arguments.out / "network.pt")


if __name__ == "__main__":
    main()
