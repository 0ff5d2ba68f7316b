"""The first stage of the cascade: learns from the encoder's own estimates, then where the two agree.

    python -m training.cascade --examples RUNS/examples.json --models src/humanely/affect/models

It is run after every export, as it copies that very encoder. Texts come from the training parts of the public
sets and from the authored turns; the threshold of the gate comes from the dev parts: the lowest one at which the
cascade stays within half a point of the encoder's macro-F1 on every set and language, and agrees on service traffic.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from humanely.affect.cascade import (
    BUCKETS,
    FILE,
    KNOWN_AT_LEAST,
    PARTS,
    FirstStage,
    folded,
    gate_input,
    hashed,
    perhaps_risk,
    span,
)
from humanely.affect.labels import GOEMOTIONS, PLUTCHIK
from humanely.affect.text import Columns, TextEstimator
from training.data import AUTHORED, Example, authored, lines, place, read_examples
from training.measures import macro_f1

WIDTH = 32
SIZES = {
    "goemotions": 16_000,
    "xed": 8_000,
    "xed-neutral": 3_000,
    "xed-projected": 10_000,
    "service": 14_000,
    "multidogo": 4_000,
}
"""Texts of each set that are learnt from; of the authored turns all."""
DEV = 12_000
GATE_PART = 0.2
"""Share of the texts that only the gate learns from: the first stage has not met them."""
PASSES, BATCH, RATE = 12, 256, 0.02
WITHIN = 0.005
"""How much macro-F1 the cascade may lose on a set."""
AGREED = 0.97
"""Share of the answered service turns of which the encoder would report the same."""
FEWEST = 150
"""A language with fewer dev lines decides nothing: half a point would be chance."""


@dataclass(frozen=True)
class Texts:
    """Texts of one set with what the encoder says of them, shape (texts, outputs) in the order of `PARTS`."""

    name: str
    texts: list[str]
    taught: np.ndarray
    truth: np.ndarray | None = None
    """0/1 of the labels of the set, where it has any."""


def service(data: Path) -> tuple[list[str], list[str]]:
    """Customers' turns of SGD: of nine conversations in ten, and of the tenth."""
    kept: dict[bool, dict[str, None]] = {True: {}, False: {}}
    with gzip.open(data / "conversations" / "sgd.jsonl.gz", "rt", encoding="utf-8") as file:
        for turn in map(json.loads, file):
            if turn["speaker"] == "customer":
                kept[place(turn["conversation_id"]) < 0.1][turn["text"]] = None
    return [text for text in kept[False] if text not in kept[True]], list(kept[True])


def multidogo(data: Path) -> list[str]:
    """Customers' turns of the training parts of MultiDoGO."""
    found: dict[str, None] = {}
    for path in sorted((data / "text" / "multidogo").rglob("train.tsv.gz")):
        rows = [line.split("\t") for line in lines(path)]
        found.update((row[3], None) for row in rows[1:] if len(row) > 3)
    return list(found)


def some(texts: Sequence[str], most: int) -> list[str]:
    """At most so many texts, none twice, chosen by hash."""
    return sorted(dict.fromkeys(text for text in texts if text.strip()), key=lambda t: place("cascade " + t))[:most]


def outputs(columns: Columns, need: np.ndarray) -> np.ndarray:
    """The encoder's probabilities in the order of `PARTS`, float32."""
    politeness = columns.politeness[:, None]
    parts = [columns.emotions, columns.plutchik, columns.sentiment, columns.situation, need, politeness]
    return np.concatenate(parts, axis=1).astype(np.float32)


def taught(estimator: TextEstimator, texts: Sequence[str]) -> np.ndarray:
    """Let the encoder read texts."""
    columns = estimator.estimate_columns(texts)
    need = estimator.sheet.calibration.need.each(estimator.heads.scores(columns.vectors)["need"])
    return outputs(columns, need)


def parts_of(texts: Sequence[str]) -> tuple[list[np.ndarray], np.ndarray]:
    """The buckets of each text, and how many they are."""
    own: list[list[np.ndarray]] = [[] for _ in texts]
    for begin in range(0, len(texts), 512):
        chunk = [folded(text) for text in texts[begin : begin + 512]]
        for buckets, owner in hashed(chunk):
            cuts = np.searchsorted(owner, np.arange(len(chunk) + 1))
            for i in range(len(chunk)):
                own[begin + i].append(buckets[cuts[i] : cuts[i + 1]])
    joined = [np.concatenate(parts) for parts in own]
    return joined, np.array([len(parts) for parts in joined], np.float32)


class Student(nn.Module):
    """A table of buckets, averaged over a text, and one linear layer."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(BUCKETS, WIDTH, mode="mean", sparse=True)
        nn.init.zeros_(self.table.weight)
        self.out = nn.Linear(WIDTH, sum(map(len, PARTS.values())))

    def forward(self, flat: torch.Tensor, starts: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = self.out(self.table(flat, starts))
        return found


def loss_of(scores: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Cross-entropy against the encoder's probabilities: of each label, and of the one side of the sentiment."""
    sides = span("sentiment")
    each = functional.binary_cross_entropy_with_logits(scores, target, reduction="none")
    keep = torch.ones(scores.shape[1])
    keep[sides] = 0
    one = functional.cross_entropy(scores[:, sides], target[:, sides])
    return (each * keep).sum(1).mean() + one


def learn(texts: Sequence[str], target: np.ndarray) -> Student:
    """Train the student."""
    torch.manual_seed(7)
    rng = np.random.default_rng(7)
    student = Student()
    buckets, _ = parts_of(texts)
    table = torch.optim.SparseAdam(list(student.table.parameters()), lr=RATE)
    out = torch.optim.Adam(student.out.parameters(), lr=RATE / 4)
    steps = PASSES * (len(texts) // BATCH + 1)
    aim, done = torch.from_numpy(target), 0
    for _ in range(PASSES):
        order = rng.permutation(len(texts))
        for begin in range(0, len(order), BATCH):
            rows = order[begin : begin + BATCH]
            # A tenth of the parts is left out, so that no text hangs on one of them.
            own = [buckets[i][rng.random(len(buckets[i])) > 0.1] for i in rows]
            starts = np.cumsum([0, *map(len, own[:-1])])
            loss = loss_of(student(torch.from_numpy(np.concatenate(own)), torch.from_numpy(starts)), aim[rows])
            for adam, rate in ((table, RATE), (out, RATE / 4)):
                adam.param_groups[0]["lr"] = rate * (1 - done / steps)
                adam.zero_grad()
            loss.backward()
            table.step()
            out.step()
            done += 1
    return student


def limits(estimator: TextEstimator) -> np.ndarray:
    """The score at which each output is reported; 0 where there is no threshold."""
    found = np.zeros(sum(map(len, PARTS.values())), np.float32)
    calibration = estimator.sheet.calibration
    for part, own in (
        ("emotions", calibration.thresholds),
        ("plutchik", calibration.plutchik_thresholds),
        ("situation", calibration.situation_thresholds),
    ):
        at = np.clip(np.array(own), 1e-6, 1 - 1e-6)
        found[span(part)] = np.log(at / (1 - at))
    return found


def packed(student: Student, known: np.ndarray, at: np.ndarray) -> dict[str, np.ndarray]:
    """The student as the file holds it: the table in whole numbers of 8 bits."""
    table = student.table.weight.detach().numpy() * known[:, None]
    scale = np.float32(np.quantile(np.abs(table[known]), 0.9999) / 127)
    return {
        "table": np.clip(np.round(table / scale), -127, 127).astype(np.int8),
        "scale": scale,
        "known": known.astype(np.int8),
        "out.weight": student.out.weight.detach().numpy().T.copy(),
        "out.bias": student.out.bias.detach().numpy(),
        "limits": at,
    }


def same(scores: np.ndarray, target: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Whether the two stages would report the same: emotions, situations, and the side of the sentiment."""
    logits = np.log(np.clip(target, 1e-6, 1 - 1e-6) / np.clip(1 - target, 1e-6, 1))
    equal = scores[:, span("sentiment")].argmax(1) == target[:, span("sentiment")].argmax(1)
    for part in ("emotions", "situation"):
        own = span(part)
        equal &= ((scores[:, own] >= at[own]) == (logits[:, own] >= at[own])).all(1)
    found: np.ndarray = equal
    return found


def learn_gate(seen: np.ndarray, agreed: np.ndarray, inner: int = 24) -> dict[str, np.ndarray]:
    """Learn from what the gate looks at whether the two stages agree."""
    torch.manual_seed(7)
    net = nn.Sequential(nn.Linear(seen.shape[1], inner), nn.Tanh(), nn.Linear(inner, 1))
    adam = torch.optim.Adam(net.parameters(), lr=5e-3, weight_decay=1e-4)
    x, y = torch.from_numpy(seen), torch.from_numpy(agreed.astype(np.float32))
    for _ in range(40):
        for rows in torch.randperm(len(x)).split(256):
            loss = functional.binary_cross_entropy_with_logits(net(x[rows])[:, 0], y[rows])
            adam.zero_grad()
            loss.backward()
            adam.step()
    names = ("gate.inner", "gate.outer")
    layers = (net[0], net[2])
    return {
        f"{name}.{part}": getattr(layer, part).detach().numpy().T.copy()
        for name, layer in zip(names, layers, strict=True)
        for part in ("weight", "bias")
    }


def f1_of_stage(own: Texts, said: np.ndarray, at: np.ndarray) -> float:
    """Macro-F1 of probabilities against the labels of a set."""
    assert own.truth is not None
    part = span("emotions" if own.truth.shape[1] == len(GOEMOTIONS) else "plutchik")
    limit = 1 / (1 + np.exp(-at[part]))
    return macro_f1(said[:, part] >= limit, own.truth)


@dataclass(frozen=True)
class Verdict:
    """What the gate lets through on one dev set at some threshold."""

    name: str
    answered: float
    agreed: float
    encoder: float | None
    cascade: float | None

    @property
    def fine(self) -> bool:
        """Within half a point of the encoder; where there are no labels, of one mind with it."""
        if self.encoder is None or self.cascade is None:
            return self.agreed >= AGREED
        return self.cascade >= self.encoder - WITHIN


class Trial:
    """One dev set as the first stage reads it, to be judged at any threshold."""

    def __init__(self, own: Texts, stage: FirstStage) -> None:
        parts = [stage.scores(own.texts[i : i + 512]) for i in range(0, len(own.texts), 512)]
        self.own, self.at = own, stage.weights["limits"]
        self.scores, self.gate, met = (np.concatenate(column) for column in zip(*parts, strict=True))
        self.open = ~perhaps_risk(own.texts) & (met >= KNOWN_AT_LEAST)
        self.same = same(self.scores, own.taught, self.at)

    def judge(self, gate_from: float) -> Verdict:
        """Hold the cascade against the encoder."""
        own, first = self.own, self.open & (self.gate >= gate_from)
        agreed = float(self.same[first].mean()) if first.any() else 1.0
        if own.truth is None:
            return Verdict(own.name, float(first.mean()), agreed, None, None)
        said = np.where(first[:, None], 1 / (1 + np.exp(-self.scores)), own.taught)
        alone, with_it = f1_of_stage(own, own.taught, self.at), f1_of_stage(own, said, self.at)
        return Verdict(own.name, float(first.mean()), agreed, alone, with_it)


def choose(dev: Sequence[Texts], stage: FirstStage) -> tuple[float, list[Verdict]]:
    """The lowest threshold of the gate down to which every set is fine."""
    trials = [Trial(own, stage) for own in dev]
    best: tuple[float, list[Verdict]] | None = None
    for gate_from in np.arange(6.0, -1.01, -0.25).tolist():
        verdicts = [trial.judge(gate_from) for trial in trials]
        if not all(verdict.fine for verdict in verdicts):
            break
        best = gate_from, verdicts
    return best or (float("inf"), [trial.judge(float("inf")) for trial in trials])


def dev_sets(examples: Sequence[Example], turns: Sequence[str], estimator: TextEstimator) -> Iterator[Texts]:
    """GoEmotions, XED language by language, and service turns, each read by the encoder."""
    groups: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        if example.split == "dev" and example.emotions is not None and example.source == "goemotions":
            groups["goemotions en"].append(example)
        if example.split == "dev" and example.plutchik is not None:
            groups[f"xed {example.language}"].append(example)
    for name, own in groups.items():
        if len(own) >= FEWEST:
            kept = sorted(own, key=lambda e: place(e.text))[:3_000]
            labels = GOEMOTIONS if name.startswith("goemotions") else PLUTCHIK
            said = [e.emotions if labels is GOEMOTIONS else e.plutchik for e in kept]
            truth = np.array([[label in (own_labels or ()) for label in labels] for own_labels in said])
            texts = [e.text for e in kept]
            yield Texts(name, texts, taught(estimator, texts), truth)
    yield Texts("service en", list(turns), taught(estimator, turns))


def train_texts(examples: Sequence[Example], turns: Sequence[str], data: Path) -> list[str]:
    """What the first stage learns from."""
    by_source: Mapping[str, list[str]] = defaultdict(list)
    for example in examples:
        if example.split == "train":
            by_source[example.source].append(example.text)
    by_source["service"].extend(turns)
    by_source["multidogo"].extend(multidogo(data))
    own = [e.text for e in authored(AUTHORED) if e.split == "train" and e.situation is not None]
    return [*own, *(text for source, most in SIZES.items() for text in some(by_source[source], most))]


def fit(texts: list[str], target: np.ndarray, estimator: TextEstimator, out: Path) -> FirstStage:
    """Learn both parts, and write them."""
    for_gate = np.array([place("gate " + text) < GATE_PART for text in texts])
    learnt = [text for text, own in zip(texts, for_gate, strict=True) if not own]
    student = learn(learnt, target[~for_gate])
    known = np.zeros(BUCKETS, dtype=bool)
    for own in parts_of(learnt)[0]:
        known[own] = True
    arrays = packed(student, known, limits(estimator))
    stage = FirstStage(out)
    stage.__dict__["weights"] = {name: np.asarray(value, np.float32) for name, value in arrays.items()}
    held = [text for text, own in zip(texts, for_gate, strict=True) if own]
    hidden, count, met = stage.hidden([folded(text) for text in held])
    scores = hidden @ arrays["out.weight"] + arrays["out.bias"]
    seen = gate_input(hidden, scores, count, met, arrays["limits"])
    arrays |= learn_gate(seen, same(scores, target[for_gate], arrays["limits"])) | {"gate.from": np.float32(np.inf)}
    np.savez_compressed(out / FILE, **arrays)
    return FirstStage(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="where the file goes; by default beside the encoder's")
    parser.add_argument("--size", type=float, default=1.0, help="learn from this share of the texts")
    arguments = parser.parse_args()
    out = arguments.out or arguments.models
    estimator = TextEstimator(arguments.models)
    examples = read_examples(arguments.examples)
    turns, held = service(arguments.data)
    texts = some(train_texts(examples, turns, arguments.data), 10**9)
    texts = texts[: int(len(texts) * arguments.size)]
    stage = fit(texts, taught(estimator, texts), estimator, out)
    gate_from, verdicts = choose(list(dev_sets(examples, some(held, 3_000), estimator)), stage)
    with np.load(out / FILE) as file:
        arrays = {name: file[name] for name in file.files} | {"gate.from": np.float32(gate_from)}
    np.savez_compressed(out / FILE, **arrays)
    for verdict in verdicts:
        f1 = "" if verdict.cascade is None else f", macro-F1 {verdict.encoder:.3f} alone, {verdict.cascade:.3f} with it"
        print(f"{verdict.name}: answers {verdict.answered:.1%}, agrees on {verdict.agreed:.1%} of those{f1}")
    print(f"gate from {gate_from:.2f}, {(out / FILE).stat().st_size / 1e6:.2f} MB, {len(texts):,} texts")


if __name__ == "__main__":
    main()
