"""Step 8: measure the shipped files, and the same recipe with other seeds, on the test splits; write the model card.

    python -m training.evaluate --models src/humanely/affect/models --examples RUNS/examples.json \\
        --seeds RUNS/export-1 RUNS/export-2 RUNS/export-3 --keep RUNS/measured --card docs/model-card.md

Every folder takes some minutes; `--keep` remembers what was measured of it, so that a run can be taken up again. Remove
that folder when test rows or measures change. With `--weights`, `--base` and `--vocabulary` the card also
says what rounding to int8 and evening the heads cost.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from humanely.affect.labels import GOEMOTIONS
from training.card import Facts, card, missed, summary
from training.data import AUTHORED, Example, authored, read_examples
from training.measure import baseline, suite
from training.measure.aims import Taken
from training.measure.figure import Measured, by_key
from training.measure.generation import Generation
from training.measure.plutchik import published
from training.measure.rounding import rounding
from training.measure.rows import PUBLIC, Sets


def remembered(keep: Path | None, name: str, measure: Callable[[], Iterable[Measured]]) -> list[Measured]:
    """What was measured before under a name, or else what is measured now."""
    path = None if keep is None else keep / f"{name}.json"
    if path is not None and path.exists():
        return msgspec.json.decode(path.read_bytes(), type=list[Measured])
    found = list(measure())
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.encode(found))
    return found


def of_folder(folder: Path, sets: Sets, keep: Path | None) -> list[Measured]:
    """Every figure of one folder of model files."""
    generation = Generation(folder)
    print(f"{folder} ({generation.version}, {generation.digest})", flush=True)
    return remembered(keep, generation.digest, lambda: suite.measure(generation, sets))


def svms(examples: list[Example], sets: Sets, keep: Path | None) -> list[Measured]:
    """The linear SVMs a language; none where scikit-learn is not there."""
    try:
        return remembered(keep, "baseline", lambda: (f.take() for f in baseline.figures(examples, sets)))
    except ModuleNotFoundError as error:
        print(f"Left out: the linear SVMs, as {error.name} is not installed here.")
        return []


def counts(examples: Iterable[Example], sets: Sets) -> dict[tuple[str, str], int]:
    """Rows a source and split, the authored test rows among them."""
    found = Counter((e.source, e.split) for e in (*examples, *authored(AUTHORED)))
    found["authored-turns", "test"] = sum(map(len, sets.turns.values()))
    found["authored-answers", "test"] = sum(len(one.answers) for own in sets.exchanges.values() for one in own)
    return dict(found)


def facts(arguments: argparse.Namespace, examples: list[Example], sets: Sets) -> Facts:
    """What the card says besides figures."""
    generation = Generation(arguments.models)
    rounded = None
    if arguments.weights:
        files = (arguments.weights, arguments.base, arguments.vocabulary)
        rounded = rounding(generation, *files, sets.goemotions["dev"])
    return Facts(
        version=generation.version,
        megabytes=sum(path.stat().st_size for path in arguments.models.iterdir()) / 1e6,
        measured=generation.measured,
        counts=counts(examples, sets),
        thresholds=dict(zip(GOEMOTIONS, generation.limit("emotions").tolist(), strict=True)),
        bars={name: generation.bar(name) for name in generation.bars},
        rounding=rounded,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=PUBLIC, help="the public data")
    parser.add_argument("--models", type=Path, required=True, help="the shipped files")
    parser.add_argument("--seeds", type=Path, nargs="*", default=[], help="the same recipe exported with other seeds")
    parser.add_argument("--examples", type=Path, required=True, help="what training.splits wrote")
    parser.add_argument("--keep", type=Path, help="remember what was measured, here")
    for name in ("weights", "base", "vocabulary"):
        parser.add_argument(f"--{name}", type=Path, help="of the network before rounding")
    parser.add_argument("--most", type=int, help="at most so many rows a set, for a trial")
    parser.add_argument("--card", type=Path, required=True)
    arguments = parser.parse_args()
    sets = Sets(arguments.data, arguments.most)
    examples = read_examples(arguments.examples)
    keep = arguments.keep
    taken = Taken(
        shipped=by_key(of_folder(arguments.models, sets, keep)),
        seeds=[by_key(of_folder(folder, sets, keep)) for folder in arguments.seeds],
        baseline=by_key(svms(examples, sets, keep)),
        published=published(arguments.data),
    )
    arguments.card.parent.mkdir(parents=True, exist_ok=True)
    arguments.card.write_text(card(taken, facts(arguments, examples, sets)), encoding="utf-8")
    print(summary(taken), missed(taken), sep="\n\n")


if __name__ == "__main__":
    main()
