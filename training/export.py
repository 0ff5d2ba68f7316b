"""Step 5: write the files the product ships.

The network becomes an int8 ONNX graph; curves and thresholds are then fitted on the dev scores of that
very graph, so that what was lost in rounding is accounted for.

    python -m training.export --base RUNS/base --vocabulary RUNS/vocabulary --examples RUNS/examples.json \\
        --weights RUNS/first/network.pt --version 2026.1 --out src/humanely/affect/models
"""

import argparse
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch

from humanely.affect.encoder import Encoder
from humanely.affect.labels import GOEMOTIONS, PLUTCHIK
from humanely.affect.text import Sheet
from training.data import Example, place, read_examples, sentiment_id
from training.fit import calibration
from training.graph import build
from training.network import Shape

NAME = "humanely-text"
SENTIMENT_PART = 0.2
FEWEST_TEST = 50
"""A language with fewer test lines has no figure of its own."""
"""Share of the dev lines of the larger sets that the one temperature of sentiment is fitted on."""


def truth(sets: Sequence[frozenset[str] | None], labels: tuple[str, ...]) -> np.ndarray:
    """0/1, shape (texts, labels)."""
    return np.array([[label in (own or ()) for label in labels] for own in sets], dtype=float)


ISO = {
    "amh": "am", "arq": "ar", "ary": "ar", "br": "pt", "cn": "zh", "hau": "ha", "ibo": "ig", "kin": "rw", "orm": "om",
    "por": "pt", "swa": "sw", "tir": "ti", "tso": "ts", "tw": "zh", "twi": "tw", "yor": "yo",
}  # fmt: skip
"""Codes of the data sets that are not ISO 639-1; XED's ``tw`` is Chinese of Taiwan, AfriSenti's ``twi`` is Twi."""


def weights_of(path: Path) -> dict[str, np.ndarray]:
    """Read a finished run or a checkpoint."""
    saved = torch.load(path)
    saved = saved.get("network", saved)
    return {name: value.float().numpy() for name, value in saved.items()}


def fit(encoder: Encoder, dev: list[Example]) -> Sheet:
    """Fit curves and thresholds on the dev split."""
    emotions = [e for e in dev if e.source == "goemotions"]
    plutchik = [e for e in dev if e.source in {"xed", "xed-neutral"}]
    sentiment = [e for e in dev if e.sentiment is not None and (e.source == "xed" or place(e.text) < SENTIMENT_PART)]
    sizes = Counter(e.source for e in sentiment)

    def scores(examples: list[Example], head: str) -> np.ndarray:
        return encoder.scores([e.text for e in examples]).heads[head]

    fitted = calibration(
        (scores(emotions, "emotions"), truth([e.emotions for e in emotions], GOEMOTIONS)),
        (scores(plutchik, "plutchik"), truth([e.plutchik for e in plutchik], PLUTCHIK)),
        (
            scores(sentiment, "sentiment"),
            np.array([sentiment_id(e) for e in sentiment]),
            np.array([1 / sizes[e.source] for e in sentiment]),
        ),
    )
    return Sheet(NAME, "", fitted, ())


def measured(examples: Iterable[Example]) -> tuple[str, ...]:
    """Languages with at least `FEWEST_TEST` test lines, which therefore stand in the model card."""
    counts = Counter(e.language for e in examples if e.split == "test")
    return tuple(sorted({ISO.get(code, code) for code, count in counts.items() if count >= FEWEST_TEST}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("base", "vocabulary", "examples", "weights", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--version", required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    shape = Shape(**torch.load(arguments.base / "encoder.pt")["shape"])
    words = dict(np.load(arguments.vocabulary / "words.npz"))
    graph = build(shape, weights_of(arguments.weights), words)
    (arguments.out / "text.onnx").write_bytes(graph.SerializeToString())
    shutil.copyfile(arguments.vocabulary / "tokenizer.json", arguments.out / "text.tokenizer.json")
    examples = read_examples(arguments.examples)
    dev = [e for e in examples if e.split == "dev"]
    sheet = fit(Encoder(arguments.out), dev)
    sheet = msgspec.structs.replace(sheet, version=arguments.version, measured=measured(examples))
    (arguments.out / "text.json").write_bytes(msgspec.json.format(msgspec.json.encode(sheet), indent=1))
    shutil.copyfile(Path(__file__).with_name("ATTRIBUTION.md"), arguments.out / "ATTRIBUTION.md")
    size = sum(path.stat().st_size for path in arguments.out.iterdir())
    print(f"{size / 1e6:.1f} MB in {arguments.out}")


if __name__ == "__main__":
    main()
