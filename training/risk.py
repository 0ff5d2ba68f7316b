"""Step 7: teach the head of risk what to ask the words of the sixth layer, on the encoder that is shipped.

    python -m training.risk --models src/humanely/affect/models

The encoder stays as it is. Lines of trouble beside risk count double; service talk, comments and subtitles without
risk hold the alarms down. Curve and bar come from the dev lines, which neither the encoder nor the head has met.
"""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import nn
from torch.nn import functional

from humanely.affect.encoder import Encoder
from humanely.affect.text import MODELS, Sheet
from training import data
from training.data import AUTHORED, place
from training.fit import curve_of_each
from training.measure.rows import PUBLIC

QUESTIONS, ANSWER, INNER = 4, 32, 64
NEAR, PLAIN, ORDINARY = 2.0, 1.0, 0.5
"""What a line counts for: of trouble beside risk, another of ours, of a public set."""
BESIDE = frozenset({"authored-trouble", "authored-risk", "authored-scenes"})
PUBLIC_LINES = 6000
"""Of each public set, chosen by a hash of the text."""
PASSES, BATCH, RATE, DECAY, WARMUP = 10, 64, 1e-3, 0.05, 0.1
DROPOUT, WORD_DROPOUT = 0.5, 0.1
SEEDS = (1, 2, 3)
"""One network each; their scores are averaged, which is one network with three parts."""
RECALL = 0.77
"""Share of the dev lines of risk that the model's layer finds alone, which sets the bar: as many as it can find with no
more alarms than the generation before, on each part of dev and on ordinary talk. The layer of words finds more."""


@dataclass(frozen=True)
class Line:
    """One text to learn from, or to fit on.

    Attributes:
        weight: what it counts for.
        dev: whether the curve and the bar are fitted on it; nothing is learnt from it.
    """

    text: str
    risk: bool
    weight: float
    dev: bool = False


def own_lines() -> Iterator[Line]:
    """The authored turns; those of trouble beside risk also as people in a hurry write them."""
    for example in data.authored(AUTHORED):
        if example.crisis is None:
            continue
        dev, beside = example.split == "dev", example.source in BESIDE
        yield Line(example.text, example.crisis, NEAR if beside else PLAIN, dev)
        if beside and not dev:
            yield Line(hasty(example.text), example.crisis, NEAR)


def hasty(text: str) -> str:
    """A text as people in a hurry write it: no capitals, no mark at its end.

    >>> hasty("Where is it?")
    'where is it'
    """
    return text.lower().rstrip(".!?。！？؟।… ")


def public_lines(root: Path) -> Iterator[Line]:
    """Ordinary talk, taken to be without risk: service turns, comments without a word near risk, subtitles."""
    sets = {
        "multidogo": [e.text for e in data.service(root, PUBLIC_LINES)],
        "goemotions": [e.text for e in data.goemotions(root) if e.split == "train" and e.crisis is False],
        "xed": [e.text for e in data.xed_projected(root, 400) if e.split == "train"],
    }
    for texts in sets.values():
        for text in sorted(dict.fromkeys(texts), key=lambda text: place(f"order {text}"))[:PUBLIC_LINES]:
            yield Line(text, False, ORDINARY)


@dataclass(frozen=True)
class Table:
    """Lines as the shipped encoder sees them: words of the sixth layer, float16, one array a text, and vectors."""

    lines: list[Line]
    words: list[np.ndarray]
    vectors: torch.Tensor

    def batch(self, index: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Words, shape (texts, words, width); which are there, shape (texts, words); vectors, shape (texts, width)."""
        longest = max(1, *(len(self.words[i]) for i in index))
        words = torch.zeros(len(index), longest, self.vectors.shape[1])
        there = torch.zeros(len(index), longest, dtype=torch.bool)
        for at, i in enumerate(index):
            words[at, : len(self.words[i])] = torch.from_numpy(self.words[i].astype(np.float32))
            there[at, : len(self.words[i])] = True
        return words, there, self.vectors[index]

    def by_length(self, index: np.ndarray, noise: np.ndarray) -> list[np.ndarray]:
        """Batches of lines of like length."""
        order = index[np.argsort([len(self.words[i]) for i in index] + noise, kind="stable")]
        return [order[at : at + BATCH] for at in range(0, len(order), BATCH)]


def table(folder: Path, lines: list[Line]) -> Table:
    """Let the shipped encoder read the lines."""
    encoder = Encoder(folder)
    texts = [line.text for line in lines]
    words, vectors = [], []
    for at in range(0, len(texts), 1000):
        vectors.append(encoder.encode(texts[at : at + 1000]).vectors)
        words += [one.vectors.astype(np.float16) for one in encoder.words(texts[at : at + 1000])]
    return Table(lines, words, torch.from_numpy(np.concatenate(vectors).astype(np.float32)))


class Asking(nn.Module):
    """`humanely.affect.risk_head`, as trained: words are centred and scaled here; `folded` does so to the matrices."""

    def __init__(self, width: int, centre: torch.Tensor, scale: torch.Tensor) -> None:
        super().__init__()
        self.ask = nn.Linear(width, QUESTIONS, bias=False)
        self.see = nn.Linear(width, ANSWER)
        self.norm = nn.LayerNorm(width)
        self.inner = nn.Linear(QUESTIONS * ANSWER + width, INNER)
        self.outer = nn.Linear(INNER, 1)
        self.drop, self.drop_word = nn.Dropout(DROPOUT), nn.Dropout(WORD_DROPOUT)
        self.centre, self.scale = nn.Buffer(centre), nn.Buffer(scale)

    def forward(self, words: torch.Tensor, there: torch.Tensor, vectors: torch.Tensor) -> torch.Tensor:
        """Scores, shape (texts,)."""
        x = self.drop_word((words - self.centre) / self.scale)
        weight = self.ask(x).masked_fill(~there[..., None], -1e9).softmax(1)
        seen = functional.gelu(self.see(x), approximate="tanh")
        found = torch.einsum("bwq,bwa->bqa", weight, seen).flatten(1)
        inner = self.inner(self.drop(torch.cat([found, self.norm(vectors)], 1)))
        scores: torch.Tensor = self.outer(self.drop(functional.gelu(inner, approximate="tanh")))[:, 0]
        return scores

    def folded(self) -> dict[str, np.ndarray]:
        """The arrays of the product, float32: nothing is centred or scaled there but the vector."""
        see, inner = self.see.weight / self.scale, self.inner.weight.clone()
        after = inner[:, QUESTIONS * ANSWER :]
        bias = self.inner.bias + after @ self.norm.bias
        inner[:, QUESTIONS * ANSWER :] = after * self.norm.weight
        found = {
            "ask": self.ask.weight / self.scale,
            "see.weight": see,
            "see.bias": self.see.bias - see @ self.centre,
            "inner.weight": inner,
            "inner.bias": bias,
            "outer.weight": self.outer.weight[0],
            "outer.bias": self.outer.bias[0],
        }
        return {name: value.detach().numpy() for name, value in found.items()}


def taught(known: Table, index: np.ndarray, seed: int) -> Asking:
    """A network that has learnt from some lines; the same arguments give the same network."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    sample = torch.from_numpy(np.concatenate([known.words[i] for i in index[::7]]).astype(np.float32))
    network = Asking(known.vectors.shape[1], sample.mean(0), sample.std(0) + 1e-3)
    risk = torch.tensor([float(line.risk) for line in known.lines])
    weight = torch.tensor([line.weight for line in known.lines])
    plan: list[np.ndarray] = []
    for _ in range(PASSES):
        batches = known.by_length(index, 4 * rng.random(len(index)))
        plan += [batches[i] for i in rng.permutation(len(batches))]
    adam = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(adam, RATE, total_steps=len(plan) + 1, pct_start=WARMUP)
    for batch in plan:
        loss = functional.binary_cross_entropy_with_logits(network(*known.batch(batch)), risk[batch], weight[batch])
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        schedule.step()
    return network.eval()


@torch.no_grad()
def scores(networks: Sequence[Asking], known: Table, index: np.ndarray) -> np.ndarray:
    """Mean scores of some lines, in order."""
    found = np.zeros(len(known.lines))
    for batch in known.by_length(index, np.zeros(len(index))):
        found[batch] = np.mean([network(*known.batch(batch)).numpy() for network in networks], axis=0)
    return found[index]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--models", type=Path, default=MODELS, help="the files to go on from, and to write to")
    parser.add_argument("--data", type=Path, default=PUBLIC, help="the public data")
    parser.add_argument("--version", help="the new version; by default the old one stays")
    given = parser.parse_args()
    torch.set_num_threads(1)  # so that the order of sums, and with it the bytes, stay the same
    known = table(given.models, [*own_lines(), *public_lines(given.data / "text")])
    learnt, dev = (np.flatnonzero([line.dev == dev for line in known.lines]) for dev in (False, True))
    networks = [taught(known, learnt, seed) for seed in SEEDS]
    found, risk = scores(networks, known, dev), np.array([known.lines[i].risk for i in dev])
    curve = curve_of_each(found[:, None], risk[:, None].astype(float))
    bar = float(np.quantile(curve.each(found[risk][:, None]), 1 - RECALL))
    parts = [network.folded() for network in networks]
    arrays = {name: np.stack([part[name] for part in parts]).astype(np.float16) for name in parts[0]}
    np.savez(given.models / "text.risk.npz", **arrays)
    path = given.models / "text.json"
    sheet = msgspec.json.decode(path.read_bytes(), type=Sheet)
    fitted = msgspec.structs.replace(sheet.calibration, crisis=curve, crisis_from=bar)
    sheet = msgspec.structs.replace(sheet, calibration=fitted, version=given.version or sheet.version)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(sheet), indent=1))
    shutil.copyfile(Path(__file__).with_name("ATTRIBUTION.md"), given.models / "ATTRIBUTION.md")
    print(f"{len(learnt)} lines, {int(risk.sum())} risks among {len(risk)} of dev; fires from {bar:.3f}")


if __name__ == "__main__":
    main()
