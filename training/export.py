"""Step 6: write the files the product ships.

The encoder becomes an int8 ONNX graph, the heads an array file, evened to move less with who somebody is
(`training.even`); curves and thresholds are then fitted on the dev scores of those very files, so that what was lost in
rounding is accounted for.

    python -m training.export --base RUNS/base --vocabulary RUNS/vocabulary --examples RUNS/examples.json \\
        --weights RUNS/renew-mean/network.pt --version 2026.11.5 --out src/humanely/affect/models
"""

import argparse
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch

from humanely.affect.encoder import Encoder
from humanely.affect.heads import Heads
from humanely.affect.labels import GOEMOTIONS, PLUTCHIK, SITUATIONS
from humanely.affect.text import Sheet
from training.authored import turns as authored_turns
from training.data import AUTHORED, Example, authored, place, read_examples, sentiment_id
from training.even import even, moved, of_folder, ordinary, varied
from training.fit import calibration
from training.graph import build, save
from training.network import Shape
from training.targets import answer_target, steps

NAME = "humanely-text"
SENTIMENT_PART = 0.2
"""Share of the dev lines of the larger sets that sentiment's one temperature and the risk's curve are fitted on."""
TESTS = Path(__file__).parent.parent / "tests" / "affect" / "assets" / "authored"
OFF = ("om", "ts")
"""Oromo and Tsonga: on AfriSenti's test the weighted F1 of three sides is below 0.5 (model card)."""
FEWEST_TEST = 50
"""A language with fewer test lines has no figure of its own."""


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


def heads_of(state: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The arrays outside the encoder, by name."""
    return {name: value.astype(np.float32) for name, value in state.items() if not name.startswith("encoder.")}


def fit(folder: Path, dev: list[Example]) -> Sheet:
    """Fit curves and thresholds on the dev splits."""
    encoder, heads = Encoder(folder), Heads(folder)

    def vectors(texts: list[str]) -> np.ndarray:
        return encoder.encode(texts).vectors

    def pair(examples: list[Example], head: str, known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return heads.scores(vectors([e.text for e in examples]))[head], known

    emotions = [e for e in dev if e.source == "goemotions"]
    plutchik = [e for e in dev if e.source in {"xed", "xed-neutral"}]
    sides = [
        e
        for e in dev
        if e.sentiment is not None and (e.source in {"xed", "authored-turns"} or place(e.text) < SENTIMENT_PART)
    ]
    sizes = Counter(e.source for e in sides)
    turns = [e for e in dev if e.situation is not None]
    risk = [e for e in dev if e.situation is not None or (e.crisis is not None and place(e.text) < SENTIMENT_PART)]
    polite = [e for e in dev if e.source.startswith("politeness") and not 0.25 < (e.politeness or 0.0) < 0.75]
    answers = [e for e in dev if e.answer is not None]
    answer_scores = heads.answers(vectors([e.text for e in answers]), vectors([str(e.message) for e in answers]))
    fitted = calibration(
        {
            "emotions": pair(emotions, "emotions", truth([e.emotions for e in emotions], GOEMOTIONS)),
            "plutchik": pair(plutchik, "plutchik", truth([e.plutchik for e in plutchik], PLUTCHIK)),
            "sentiment": pair(sides, "sentiment", np.array([sentiment_id(e) for e in sides])),
            "situation": pair(turns, "situation", truth([e.situation for e in turns], SITUATIONS)),
            "need": pair(turns, "need", np.array([steps(e.need or 0, 3) for e in turns])),
            "crisis": pair(risk, "crisis", np.array([[float(e.crisis or False)] for e in risk])),
            "politeness": pair(polite, "politeness", np.array([[float((e.politeness or 0) > 0.5)] for e in polite])),
            "answer": (answer_scores, np.array([answer_target(e.answer) for e in answers])),
        },
        np.array([1 / sizes[e.source] for e in sides]),
        # English lines that carry an emotion: those in other languages are translations, and noisier.
        np.array([e.language == "en" and bool(e.plutchik) for e in plutchik]),
    )
    return Sheet(NAME, "", fitted, ())


def measured(examples: Iterable[Example], tests: Path) -> tuple[str, ...]:
    """Languages with at least `FEWEST_TEST` test lines, public or authored, which therefore stand in the model card."""
    counts = Counter(ISO.get(e.language, e.language) for e in examples if e.split == "test")
    counts.update({language: len(own) for language, own in authored_turns(tests).items()})
    return tuple(sorted(code for code, count in counts.items() if count >= FEWEST_TEST and code not in OFF))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("base", "vocabulary", "examples", "weights", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--version", required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    shape = Shape(**torch.load(arguments.base / "encoder.pt")["shape"])
    words = dict(np.load(arguments.vocabulary / "words.npz"))
    state = weights_of(arguments.weights)
    save(build(shape, state, words), arguments.out)
    shutil.copyfile(arguments.vocabulary / "tokenizer.json", arguments.out / "text.tokenizer.json")
    examples = [*read_examples(arguments.examples), *authored(AUTHORED)]
    dev = [e for e in examples if e.split == "dev"]
    encoder = Encoder(arguments.out)

    def vectors(texts: list[str]) -> np.ndarray:
        return encoder.encode(texts).vectors

    heads = even(heads_of(state), *varied(ordinary(dev), vectors), moved(of_folder(), vectors))
    np.savez(arguments.out / "text.heads.npz", **heads)  # type: ignore[arg-type]
    # Hard cases are rarer in life than among our lines: fitted on them, too, plain messages would raise alarms.
    sheet = fit(arguments.out, [e for e in dev if e.source != "authored-hard"])
    sheet = msgspec.structs.replace(sheet, version=arguments.version, measured=measured(examples, TESTS), off=OFF)
    (arguments.out / "text.json").write_bytes(msgspec.json.format(msgspec.json.encode(sheet), indent=1))
    shutil.copyfile(Path(__file__).with_name("ATTRIBUTION.md"), arguments.out / "ATTRIBUTION.md")
    size = sum(path.stat().st_size for path in arguments.out.iterdir())
    print(f"{size / 1e6:.1f} MB in {arguments.out}")


if __name__ == "__main__":
    main()
