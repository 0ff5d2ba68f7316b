"""Step 3: give every projected line the split of the line it was translated from.

The files do not say which line that is. We embed all lines with the base encoder, and take the English
or Finnish line with the same labels that lies nearest; where even that one is far (cosine below 0.86)
the line's own hash decides.

    python -m training.splits --data ../shared/data --base RUNS/base --vocabulary RUNS/vocabulary \\
        --out RUNS/examples.json
"""

import argparse
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.batches import by_length, pad, tokenize
from training.data import Example, read_all, write_examples
from training.network import Encoder, Shape

NEAR = 0.86


def load_words(path: Path) -> torch.Tensor:
    """Return the word table, float32, shape (tokens, width)."""
    words = np.load(path)
    scales = np.repeat(words["scales"].astype(np.float32), 32, axis=1)
    return torch.from_numpy(words["values"].astype(np.float32) * scales)


def embed(encoder: Encoder, rows: list[list[int]]) -> np.ndarray:
    """Return unit vectors, float32, shape (rows, width)."""
    found = np.empty((len(rows), encoder.norm.normalized_shape[0]), np.float32)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for index in by_length(np.array([len(r) for r in rows]), 4096, None):
            vectors = encoder.pooled(*pad([rows[i] for i in index])).float()
            found[index] = torch.nn.functional.normalize(vectors).numpy()
    return found


def follow(examples: list[Example], vectors: np.ndarray) -> tuple[list[Example], float]:
    """Move translations to the split of their source, and note it; also return the share that could be placed."""
    sources = defaultdict(list)
    for i, example in enumerate(examples):
        if example.source == "xed":
            sources[example.plutchik].append(i)
    moved, placed, asked = list(examples), 0, 0
    groups = defaultdict(list)
    for i, example in enumerate(examples):
        if example.source == "xed-projected":
            groups[example.plutchik].append(i)
    for labels, rows in groups.items():
        asked += len(rows)
        candidates = np.array(sources[labels], dtype=int)
        if not len(candidates):
            continue
        nearness = vectors[rows] @ vectors[candidates].T
        for row, best, cosine in zip(rows, candidates[nearness.argmax(1)], nearness.max(1), strict=True):
            if cosine >= NEAR:
                source = examples[best]
                moved[row] = replace(examples[row], split=source.split, origin=source.text)
                placed += 1
    return moved, placed / max(asked, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    examples = read_all(arguments.data / "text")
    saved = torch.load(arguments.base / "encoder.pt")
    encoder = Encoder(Shape(**saved["shape"]), load_words(arguments.vocabulary / "words.npz"))
    encoder.load_state_dict(saved["state"], strict=False)
    tokenizer = Tokenizer.from_file(str(arguments.vocabulary / "tokenizer.json"))
    xed = [i for i, e in enumerate(examples) if e.source in {"xed", "xed-projected"}]
    rows = tokenize(tokenizer, [f"query: {examples[i].text}" for i in xed], 64)
    vectors = np.zeros((len(examples), saved["shape"]["width"]), np.float32)
    vectors[xed] = embed(encoder.eval(), rows)
    examples, share = follow(examples, vectors)
    write_examples(arguments.out, examples)
    print(f"{share:.3f} of the projected lines follow their source")
    print(Counter((e.source, e.split) for e in examples))


if __name__ == "__main__":
    main()
