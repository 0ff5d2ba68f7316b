"""Which projected XED lines are test lines: hashes only, so that no text is kept here.

`training.splits` finds them with the base encoder; this keeps its answer for those who measure without it.

    python -m training.measure.projected RUNS/examples.json        writes the hashes anew
"""

import argparse
import hashlib
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HASHES = Path(__file__).with_name("projected.npy")


def short_hash(language: str, text: str) -> int:
    """A number below 2^32 that depends on language and text."""
    return int.from_bytes(hashlib.sha256(f"{language}\t{text}".encode()).digest()[:4], "big")


@cache
def _known() -> frozenset[int]:
    hashes: NDArray[np.uint32] = np.load(HASHES)
    return frozenset(hashes.tolist())


def is_test(language: str, text: str) -> bool:
    """Whether a projected line's source is a test line; wrongly so for one line in 600,000."""
    return short_hash(language, text) in _known()


def main() -> None:
    from training.data import read_examples

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("examples", type=Path)
    arguments = parser.parse_args()
    rows = [e for e in read_examples(arguments.examples) if e.source == "xed-projected" and e.split == "test"]
    np.save(HASHES, np.array(sorted({short_hash(e.language, e.text) for e in rows}), dtype=np.uint32))
    print(f"{len(rows)} lines")


if __name__ == "__main__":
    main()
