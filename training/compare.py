"""Compare two generations of the text model on every test set, and fail where the new one is worse.

    python -m training.compare                     HEAD~ against the working tree
    python -m training.compare --ref v0.1 --quick  another commit; at most 400 rows a set
    python -m training.compare OLD NEW             two folders of model files

Both generations are measured on the same rows and the same draws of them. A regression is a figure whose loss is more
than chance explains: one-sided, from the paired draws, with the level of 5 % held over all comparisons together by
Holm's step-down (Holm, 1979). It fails when a language, a test set or a group of people regresses (exit 1). What
an older generation has no head for is named and left out. Needs no training environment.

An older generation may have learnt projected lines that are test lines today, which can only flatter the old one.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import erfc, sqrt
from pathlib import Path
from types import ModuleType

from humanely.affect.text import MODELS
from humanely.errors import HumanelyError
from training.measure import suite
from training.measure.figure import Measured, by_key, differ
from training.measure.generation import Generation
from training.measure.rows import PUBLIC, ROOT, Sets

LEVEL = 0.05
MOST, QUICK = 2000, 400
OUTSIDE = frozenset({"GoEmotions label", "Situation", "Abstention", "Evidence", "Calibration"})
"""Sets that are told and do not fail: parts of others, or no language and no group."""
TOGETHER = ("all ", "names", "protected", "one or two typos")
"""CheckList tests that may fail; the others are parts of these, or no language and no group."""
SLOW = frozenset({"traffic", "faithfulness"})
"""Left out of the quick form."""


@dataclass(frozen=True)
class Change:
    """One figure of both generations.

    Attributes:
        gain: how much better the new one is; negative where worse.
        error: its standard error, on the same rows.
    """

    old: Measured
    new: Measured
    gain: float
    error: float

    @property
    def chance(self) -> float:
        """How probable so large a loss is when nothing changed, [0, 1]."""
        if self.error == 0.0:
            return 1.0 if self.gain >= 0.0 else 0.0
        return 0.5 * erfc(-self.gain / self.error / sqrt(2.0))

    def __str__(self) -> str:
        name = " · ".join(self.new.key)
        return f"{name}: {self.old.value:.3f} to {self.new.value:.3f} (±{1.96 * self.error:.3f}, {self.new.rows} rows)"


def counts(one: Measured) -> bool:
    """Whether a figure may fail the comparison."""
    if one.set in OUTSIDE or one.set.startswith("Word, ") or one.measure == "worst change":
        return False
    if one.set == "CheckList":
        return one.part.startswith(TOGETHER)
    return not one.measure.endswith((", words", ", both", "both classes")) and one.measure not in {"words", "both"}


def compare(old: Iterable[Measured], new: Iterable[Measured]) -> list[Change]:
    """Every figure that both have and that may fail."""
    before = by_key(list(old))
    return [
        Change(before[one.key], one, *differ(before[one.key], one))
        for one in new
        if counts(one) and one.key in before and before[one.key].rows == one.rows
    ]


def regressions(changes: Sequence[Change], level: float = LEVEL) -> list[Change]:
    """Those worse by more than chance, the least probable first, by Holm's step-down over all of them.

    Args:
        changes: all comparisons.
        level: probability that any of them is named although nothing changed, (0, 1).
    """
    found: list[Change] = []
    for tried, change in enumerate(sorted(changes, key=lambda one: one.chance)):
        if change.gain >= 0.0 or change.chance > level / (len(changes) - tried):
            break
        found.append(change)
    return found


def extract(ref: str, folder: Path, models: Path = MODELS) -> bool:
    """Write the model files of a commit into a folder; False where the commit or the files are not there."""
    place = models.relative_to(ROOT).as_posix()
    listed = _git("ls-tree", "--name-only", ref, f"{place}/")
    for name in (listed or b"").decode().split():
        (folder / Path(name).name).write_bytes(_git("show", f"{ref}:{name}") or b"")
    return bool(listed)


def _git(*words: str) -> bytes | None:
    told = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, check=False)
    return told.stdout if told.returncode == 0 else None


def measured(generation: Generation, sets: Sets, parts: tuple[ModuleType, ...]) -> list[Measured]:
    """Every figure of the parts."""
    print(f"Measuring {generation.version} ({generation.digest})", flush=True)
    return list(suite.measure(generation, sets, parts))


def report(old: Generation, new: Generation, sets: Sets, parts: tuple[ModuleType, ...]) -> int:
    """Measure both, say what changed, and return the exit code."""
    for part in parts:
        for which, generation in (("old", old), ("new", new)):
            if missing := suite.lacking(part, generation):
                heads = ", ".join(sorted(missing))
                print(f"Left out: {suite.name_of(part)}, as the {which} model has no head for {heads}.")
    changes = compare(measured(old, sets, parts), measured(new, sets, parts))
    worse = regressions(changes)
    by_gain = sorted(changes, key=lambda one: one.gain / (one.error or 1.0))
    print(f"\n{len(changes)} comparisons: {sum(one.gain > 0 for one in changes)} better, ", end="")
    print(f"{sum(one.gain < 0 for one in changes)} worse, {len(worse)} worse by more than chance.")
    for title, found in (("Most gained", by_gain[::-1]), ("Most lost", by_gain)):
        sign = 1.0 if title == "Most gained" else -1.0
        print(f"\n{title}:", *(f"  {one}" for one in found[:5] if one.gain * sign > 0.0), sep="\n")
    if worse:
        print("\nREGRESSION:", *(f"  {one}" for one in worse), sep="\n")
    return 1 if worse else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", type=Path, nargs="?", help="folder of the old model files; by default those of --ref")
    parser.add_argument("new", type=Path, nargs="?", default=MODELS, help="folder of the new ones")
    parser.add_argument("--ref", default="HEAD~", help="commit of the old model files")
    parser.add_argument("--quick", action="store_true", help=f"at most {QUICK} rows a set, without service traffic")
    parser.add_argument("--data", type=Path, default=PUBLIC, help="the public data")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.old or Path(scratch)
        if arguments.old is None and not extract(arguments.ref, folder):
            print(f"{arguments.ref} has no model files here: nothing to compare with.")
            return 0
        old, new = Generation(folder), Generation(arguments.new)
        if old.digest == new.digest:
            print("The model files are the same: nothing to compare.")
            return 0
        sets = Sets(arguments.data, QUICK if arguments.quick else MOST)
        if not sets.public:
            print(f"The public data are not at {arguments.data}: only the authored tests are compared.")
        parts = tuple(part for part in suite.PARTS if not (arguments.quick and suite.name_of(part) in SLOW))
        return report(old, new, sets, parts)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except HumanelyError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
