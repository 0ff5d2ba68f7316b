"""Step 6: measure the shipped files on the test splits and write the model card.

    python -m training.evaluate --data ../shared/data --examples RUNS/examples.json \\
        --models src/humanely/affect/models --weights RUNS/first/network.pt --base RUNS/base \\
        --vocabulary RUNS/vocabulary --card docs/model-card.md
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from humanely.affect.calibrate import ekman
from humanely.affect.labels import EKMAN, GOEMOTIONS, PLUTCHIK, SENTIMENTS
from humanely.affect.text import Columns, TextEstimator
from training.card import Card, Score
from training.data import Example, emobank, place, read_examples
from training.export import FEWEST_TEST, truth
from training.measures import best_thresholds, calibration_error, f1_of, interval, macro_f1, weighted_f1
from training.train import LONGEST, build, predict, tokenize

AFRISENTI_MOST = 600
COVERAGES = (1.0, 0.9, 0.8, 0.7, 0.5)


@dataclass(frozen=True)
class Part:
    """Test rows with their estimates."""

    examples: list[Example]
    columns: Columns


def estimate(estimator: TextEstimator, examples: list[Example]) -> Part:
    return Part(examples, estimator.estimate_columns([e.text for e in examples]))


def score(chosen: np.ndarray, known: np.ndarray) -> Score:
    """Macro-F1 with its bootstrap interval."""
    low, high = interval(lambda rows: macro_f1(chosen[rows], known[rows]), len(known))
    return Score(macro_f1(chosen, known), low, high, len(known))


def emotion_truth(part: Part) -> np.ndarray:
    return truth([e.emotions for e in part.examples], GOEMOTIONS)


def plutchik_truth(part: Part) -> np.ndarray:
    return truth([e.plutchik for e in part.examples], PLUTCHIK)


def grouped(known: np.ndarray) -> np.ndarray:
    """Ekman truth from the truth of the 28."""
    return np.stack([known[:, [GOEMOTIONS.index(e) for e in own]].any(1) for own in EKMAN.values()], axis=1)


def ekman_score(dev: Part, test: Part) -> Score:
    """Groups by thresholds chosen on dev."""
    limits = best_thresholds(ekman(dev.columns.emotions), grouped(emotion_truth(dev)))
    return score(ekman(test.columns.emotions) >= limits, grouped(emotion_truth(test)))


def abstention(part: Part, threshold: float) -> list[tuple[str, float, float]]:
    """Coverage and share of right first labels, for some coverages and for the shipped threshold."""
    top = part.columns.emotions.max(1)
    right = emotion_truth(part)[np.arange(len(top)), part.columns.emotions.argmax(1)] > 0
    rows = []
    for coverage in COVERAGES:
        kept = top >= np.quantile(top, 1 - coverage)
        rows.append(("", float(kept.mean()), float(right[kept].mean())))
    kept = top >= threshold
    rows.append(("as shipped", float(kept.mean()), float(right[kept].mean())))
    return rows


def sentiment_ids(examples: Iterable[Example]) -> np.ndarray:
    return np.array([SENTIMENTS.index(str(e.sentiment)) for e in examples])


def sentiment_score(part: Part) -> Score:
    """Weighted F1 of the most probable of three."""
    known, chosen = sentiment_ids(part.examples), part.columns.sentiment.argmax(1)
    low, high = interval(lambda rows: weighted_f1(chosen[rows], known[rows], 3), len(known))
    return Score(weighted_f1(chosen, known, 3), low, high, len(known))


def errors(emotions: Part, plutchik: Part, sentiment: Part) -> dict[str, float]:
    """Calibration error a head, over all its probabilities and over the first label alone."""
    known = emotion_truth(emotions)
    top = emotions.columns.emotions.argmax(1)
    rows = np.arange(len(top))
    three = np.eye(3)[sentiment_ids(sentiment.examples)]
    first = sentiment.columns.sentiment.argmax(1)
    line = np.arange(len(first))
    return {
        "emotions, all 28 probabilities": calibration_error(emotions.columns.emotions, known),
        "emotions, the most probable": calibration_error(emotions.columns.emotions[rows, top], known[rows, top]),
        "plutchik, all 8 probabilities": calibration_error(plutchik.columns.plutchik, plutchik_truth(plutchik)),
        "sentiment, the most probable": calibration_error(sentiment.columns.sentiment[line, first], three[line, first]),
    }


def by_language(examples: Iterable[Example], most: int = 10**9) -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = defaultdict(list)
    for example in sorted(examples, key=lambda e: place(f"order {e.text}")):
        if len(found[example.language]) < most:
            found[example.language].append(example)
    return dict(sorted(found.items()))


def published(data: Path) -> dict[str, float]:
    """F1 of the linear SVM a language, from the data set's own page."""
    found = {}
    for line in (data / "text" / "xed" / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 16 and cells[0].isupper() and len(cells[0]) == 2:
            found[cells[0].lower()] = float(cells[-1])
    return found


def rounding(arguments: argparse.Namespace, examples: Sequence[Example]) -> float:
    """Macro-F1 of the network before rounding, by thresholds that are best on the same rows."""
    network = build(arguments.base, arguments.vocabulary)
    saved = torch.load(arguments.weights)
    network.load_state_dict(saved.get("network", saved), strict=False)
    tokenizer = Tokenizer.from_file(str(arguments.vocabulary / "tokenizer.json"))
    scores = predict(network, tokenize(tokenizer, [e.text for e in examples], LONGEST))["emotions"]
    known = truth([e.emotions for e in examples], GOEMOTIONS)
    return macro_f1(scores >= best_thresholds(scores, known), known)


def measure(arguments: argparse.Namespace) -> Card:
    """Run every measurement."""
    estimator = TextEstimator(arguments.models)
    sheet = estimator.sheet.calibration
    examples = read_examples(arguments.examples)
    test = [e for e in examples if e.split == "test"]
    dev = estimate(estimator, [e for e in examples if e.split == "dev" and e.source == "goemotions"])
    go = estimate(estimator, [e for e in test if e.source == "goemotions"])
    limits, eight = np.array(sheet.thresholds), np.array(sheet.plutchik_thresholds)
    xed = {
        language: estimate(estimator, own)
        for language, own in by_language(e for e in test if e.source in {"xed", "xed-projected"}).items()
        if len(own) >= FEWEST_TEST
    }
    human = estimate(estimator, [e for e in test if e.source in {"xed", "xed-neutral"}])
    africa = by_language((e for e in test if e.source == "afrisenti"), AFRISENTI_MOST)
    sides = estimate(estimator, [e for e in test if e.source == "goemotions" and e.sentiment])
    texts, pleasant, excited = emobank(arguments.data / "text")
    bank = estimator.estimate_columns(texts)
    known = emotion_truth(go)
    dev_known, dev_emotions = emotion_truth(dev), dev.columns.emotions
    return Card(
        version=estimator.version,
        megabytes=sum(p.stat().st_size for p in arguments.models.iterdir()) / 1e6,
        counts=_counts(examples),
        goemotions=score(go.columns.emotions >= limits, known),
        goemotions_half=score(go.columns.emotions >= 0.5, known),
        ekman=ekman_score(dev, go),
        labels=dict(zip(GOEMOTIONS, f1_of(go.columns.emotions >= limits, known).tolist(), strict=True)),
        label_counts=dict(zip(GOEMOTIONS, known.sum(0).astype(int).tolist(), strict=True)),
        thresholds=dict(zip(GOEMOTIONS, sheet.thresholds, strict=True)),
        xed={k: score(p.columns.plutchik >= eight, plutchik_truth(p)) for k, p in xed.items()},
        xed_published=published(arguments.data),
        afrisenti={k: sentiment_score(estimate(estimator, own)) for k, own in africa.items()},
        sentiment=sentiment_score(sides),
        errors=errors(go, human, sides),
        confident_from=sheet.confident_from,
        abstention=abstention(go, sheet.confident_from),
        valence=float(np.corrcoef(bank.valence, pleasant)[0, 1]),
        arousal=float(np.corrcoef(np.nan_to_num(bank.arousal, nan=0.2), excited)[0, 1]),
        emobank_rows=len(texts),
        before_rounding=rounding(arguments, dev.examples),
        after_rounding=macro_f1(dev_emotions >= best_thresholds(dev_emotions, dev_known), dev_known),
    )


def _counts(examples: Sequence[Example]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = defaultdict(int)
    for example in examples:
        found[example.source, example.split] += 1
    return dict(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    for name in ("examples", "models", "weights", "base", "vocabulary", "card"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    card = measure(arguments)
    arguments.card.parent.mkdir(parents=True, exist_ok=True)
    arguments.card.write_text(card.markdown(), encoding="utf-8")
    print(card.summary())


if __name__ == "__main__":
    main()
