"""Step 5: write the files the product ships.

The network becomes an int8 ONNX graph; curves and thresholds are then fitted on the dev scores of that
very graph, so that what was lost in rounding is accounted for.

    python -m training.export --base RUNS/base --vocabulary RUNS/vocabulary --examples RUNS/examples.json \\
        --weights RUNS/first/network.pt --version 2026.1 --out src/humanely/affect/models
"""

import argparse
import shutil
from collections import Counter
from collections.abc import Sequence
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
"""Share of the dev lines of the larger sets that the one temperature of sentiment is fitted on."""


def truth(sets: Sequence[frozenset[str] | None], labels: tuple[str, ...]) -> np.ndarray:
    """0/1, shape (texts, labels)."""
    return np.array([[label in (own or ()) for label in labels] for own in sets], dtype=float)


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
    return Sheet(NAME, "", fitted)


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
    dev = [e for e in read_examples(arguments.examples) if e.split == "dev"]
    sheet = msgspec.structs.replace(fit(Encoder(arguments.out), dev), version=arguments.version)
    (arguments.out / "text.json").write_bytes(msgspec.json.format(msgspec.json.encode(sheet), indent=1))
    shutil.copyfile(Path(__file__).with_name("ATTRIBUTION.md"), arguments.out / "ATTRIBUTION.md")
    size = sum(path.stat().st_size for path in arguments.out.iterdir())
    print(f"{size / 1e6:.1f} MB in {arguments.out}")


if __name__ == "__main__":
    main()
