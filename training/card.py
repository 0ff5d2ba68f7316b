"""The model card as values, and as Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HUMAN = {"en", "fi"}


@dataclass(frozen=True)
class Score:
    """A figure with its 95 % bootstrap interval and the rows it was measured on."""

    value: float
    low: float
    high: float
    rows: int

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


@dataclass(frozen=True)
class Card:
    """Everything measured; see `markdown` for the words around it."""

    version: str
    megabytes: float
    counts: Mapping[tuple[str, str], int]
    goemotions: Score
    goemotions_half: Score
    ekman: Score
    labels: Mapping[str, float]
    label_counts: Mapping[str, int]
    thresholds: Mapping[str, float]
    xed: Mapping[str, Score]
    xed_published: Mapping[str, float]
    afrisenti: Mapping[str, Score]
    sentiment: Score
    errors: Mapping[str, float]
    confident_from: float
    abstention: Sequence[tuple[str, float, float]]
    valence: float
    arousal: float
    emobank_rows: int
    before_rounding: float
    after_rounding: float

    def summary(self) -> str:
        """The figures a gate looks at, one a line."""
        return "\n".join(
            [
                f"GoEmotions, 28 labels: {self.goemotions}",
                f"Ekman, 7 groups: {self.ekman}",
                f"XED English: {self.xed['en']}",
                f"XED Finnish: {self.xed['fi']}",
                *(f"ECE {name}: {value:.4f}" for name, value in self.errors.items()),
                f"EmoBank Pearson: valence {self.valence:.3f}, arousal {self.arousal:.3f}",
                f"rounding on dev: {self.before_rounding:.4f} to {self.after_rounding:.4f}",
                *(f"coverage {c:.3f} accuracy {a:.3f} {name}" for name, c, a in self.abstention),
            ]
        )

    def markdown(self) -> str:
        """The whole card."""
        words = (Path(__file__).with_name("card.md")).read_text(encoding="utf-8")
        return words.format(
            version=self.version,
            megabytes=f"{self.megabytes:.1f}",
            counts=table(("set", "train", "dev", "test"), self._counts()),
            goemotions=self.goemotions,
            goemotions_half=self.goemotions_half,
            ekman=self.ekman,
            labels=table(
                ("label", "F1", "test messages", "threshold"),
                (
                    (name, f"{f1:.2f}", str(self.label_counts[name]), f"{self.thresholds[name]:.2f}")
                    for name, f1 in self.labels.items()
                ),
            ),
            xed=table(("language", "lines", "macro-F1", "published SVM", "labels"), self._xed()),
            below=self._below(),
            afrisenti=table(
                ("language", "messages", "weighted F1"),
                ((name, str(s.rows), str(s)) for name, s in self.afrisenti.items()),
            ),
            sentiment=self.sentiment,
            errors=table(("head", "ECE"), ((name, f"{value:.3f}") for name, value in self.errors.items())),
            confident_from=f"{self.confident_from:.2f}",
            abstention=table(
                ("answered", "first label right", ""),
                ((f"{c:.0%}", f"{a:.1%}", name) for name, c, a in self.abstention),
            ),
            valence=f"{self.valence:.2f}",
            arousal=f"{self.arousal:.2f}",
            emobank_rows=f"{self.emobank_rows:,}",
            before_rounding=f"{self.before_rounding:.3f}",
            after_rounding=f"{self.after_rounding:.3f}",
        )

    def _counts(self) -> Iterable[tuple[str, ...]]:
        for source in dict.fromkeys(source for source, _ in self.counts):
            yield (source, *(f"{self.counts.get((source, split), 0):,}" for split in ("train", "dev", "test")))

    def _below(self) -> str:
        """How many of the projected languages lie below their published figure."""
        known = [name for name in self.xed if name not in HUMAN and name in self.xed_published]
        below = sum(self.xed[name].value < self.xed_published[name] for name in known)
        return f"{below} of {len(known)}"

    def _xed(self) -> Iterable[tuple[str, ...]]:
        for name, own in sorted(self.xed.items(), key=lambda kv: (kv[0] not in HUMAN, kv[0])):
            known = self.xed_published.get(name)
            told = "by hand" if name in HUMAN else "projected"
            yield (name, str(own.rows), str(own), f"{known:.2f}" if known else "", told)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
