"""Step 2: keep the tokens that are used, and rewrite the tokenizer for them.

Kept: every token seen three times in the public texts, every single-character piece, and the first 100,000 by rank.
Rows of the word table are taken over unchanged; a text that needs a dropped token falls apart into
smaller kept ones.

    python -m training.vocabulary --data ../shared/data --base RUNS/base --out RUNS/vocabulary
"""

import argparse
import itertools
import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from training.data import public_texts

SPECIAL = 4
FIRST = 100_000
LEAST = 3


def used(tokenizer: Tokenizer, data: Path, size: int) -> np.ndarray:
    """Count how often each token occurs in the public texts."""
    counts = np.zeros(size, np.int64)
    texts = public_texts(data)
    while batch := list(itertools.islice(texts, 20_000)):
        for encoding in tokenizer.encode_batch(batch, add_special_tokens=False):
            np.add.at(counts, encoding.ids, 1)
    return counts


def choose(pieces: list[str], counts: np.ndarray) -> list[int]:
    """Return the ids to keep, in their old order, the special ones first."""
    last = len(pieces) - 1  # <mask>, never produced by text
    return [i for i in range(last) if i < FIRST or counts[i] >= LEAST or len(pieces[i].removeprefix("▁")) <= 1]


def rewrite(definition: dict, kept: list[int]) -> dict:
    """Return the tokenizer's definition with only the pieces kept, renumbered."""
    model = definition["model"] | {"vocab": [definition["model"]["vocab"][i] for i in kept]}
    added = [token for token in definition["added_tokens"] if token["id"] < SPECIAL]
    return definition | {"model": model, "added_tokens": added}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    source = arguments.base / "tokenizer.json"
    definition = json.loads(source.read_text(encoding="utf-8"))
    pieces = [piece for piece, _ in definition["model"]["vocab"]]
    counts = used(Tokenizer.from_file(str(source)), arguments.data, len(pieces))
    kept = choose(pieces, counts)
    text = json.dumps(rewrite(definition, kept), ensure_ascii=False, separators=(",", ":"))
    (arguments.out / "tokenizer.json").write_text(text, encoding="utf-8")
    words = np.load(arguments.base / "words.npz")
    np.savez(arguments.out / "words.npz", values=words["values"][kept], scales=words["scales"][kept])
    print(f"{len(kept)} of {len(pieces)} tokens kept; {int((counts > 0).sum())} occur in the texts")


if __name__ == "__main__":
    main()
