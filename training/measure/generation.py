"""A folder of model files, of today's shape or an older one, and what it says of texts."""

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.calibrate import Curve, degree, valence
from humanely.affect.encoder import Encoder
from humanely.affect.heads import Heads
from humanely.affect.labels import HEADS
from humanely.affect.reading import AnswerEstimate
from humanely.affect.text import TextEstimator

Floats = NDArray[np.float64]
CHUNK = 20_000
LIMITS = {
    "emotions": "thresholds",
    "plutchik": "plutchik_thresholds",
    "situation": "situation_thresholds",
    "answer": "answer_thresholds",
}
"""Where the sheet keeps the thresholds of each head."""


class Joined:
    """An older graph, which ends in scores a head: they are taken for the vector.

    Scores are linear in the vector, so to average them over the windows of a long text is the same.
    """

    def __init__(self, session: Any, widths: dict[str, int]) -> None:
        self.session, self.widths = session, widths

    def get_outputs(self) -> list[Any]:
        """One output, as wide as all heads together."""
        width = sum(self.widths.values())
        return [type("Output", (), {"name": "vector", "shape": [None, width]})]

    def get_inputs(self) -> list[Any]:
        """Those of the graph."""
        found: list[Any] = self.session.get_inputs()
        return found

    def run(self, _: Sequence[str], feeds: dict[str, Any], *options: Any) -> list[Any]:
        """All scores side by side."""
        types = {one.name: one.type for one in self.session.get_inputs()}
        fed = {k: v.astype(np.int64 if types[k] == "tensor(int64)" else np.int32) for k, v in feeds.items()}
        return [np.concatenate(self.session.run(list(self.widths), fed, *options), axis=1)]


class Row:
    """The risk of an older folder, which is a row of its heads and asks the words nothing."""

    def __init__(self, folder: Path) -> None:
        self.heads = Heads(folder)

    def asked(self, words: NDArray[np.float32], _: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Nothing, shape (texts, 0)."""
        return np.zeros((words.shape[1], 0), dtype=np.float32)

    def scores(self, _: Floats, vectors: Floats) -> Floats:
        """Score texts, shape (texts, 1)."""
        return self.heads.scores(vectors)["crisis"]


class Generation:
    """What one folder of model files says; texts read once are remembered.

    Args:
        folder: where the files lie.

    Attributes:
        heads: which heads it has; an older folder may lack some.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sheet: dict[str, Any] = json.loads((folder / "text.json").read_bytes())
        self._fitted: dict[str, Any] = self._sheet["calibration"]
        self.heads = frozenset(name for name in (*HEADS, "answer") if name in self._fitted)
        self._known: dict[str, dict[str, Floats]] = {}

    @property
    def version(self) -> str:
        """As the sheet says."""
        return str(self._sheet["version"])

    @property
    def measured(self) -> tuple[str, ...]:
        """Languages the sheet calls measured."""
        return tuple(self._sheet.get("measured", ()))

    @property
    def complete(self) -> bool:
        """Whether it is of today's shape."""
        return self.heads >= {*HEADS, "answer"} and (self.folder / "text.heads.npz").exists()

    @cached_property
    def digest(self) -> str:
        """Tells one generation from another by what it computes with."""
        found = hashlib.sha256()
        for path in sorted(self.folder.glob("text.*")):
            found.update(path.name.encode() + path.read_bytes())
        return found.hexdigest()[:16]

    def limit(self, head: str) -> Floats:
        """From which probability on each label of a head is reported."""
        return np.array(self._fitted[LIMITS[head]], dtype=np.float64)

    def bar(self, name: str) -> float:
        """A single threshold of the sheet: ``confident_from``, ``transferred_from``, ``crisis_from``."""
        return float(self._fitted[name])

    @property
    def bars(self) -> frozenset[str]:
        """Names of the single thresholds."""
        return frozenset(name for name, value in self._fitted.items() if isinstance(value, float))

    def read(self, texts: Sequence[str]) -> dict[str, Floats]:
        """Head to calibrated probabilities, shape (texts, labels); also ``valence`` and ``need_value``, shape (texts,).

        ``need`` holds the three cumulative steps, ``need_value`` the expected degree, [0, 3]; the heads of one column,
        ``crisis`` and ``politeness``, have shape (texts,).
        """
        key = hashlib.sha256("\x1e".join(texts).encode("utf-8", "replace")).hexdigest()
        if key not in self._known:
            parts = [self._read(texts[i : i + CHUNK]) for i in range(0, max(len(texts), 1), CHUNK)]
            self._known[key] = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        return self._known[key]

    def answers(self, answers: Sequence[str], messages: Sequence[str]) -> tuple[list[AnswerEstimate], Floats]:
        """Estimates of answers, and the probabilities of `ANSWER` behind them, shape (answers, labels)."""
        estimator = self._estimator
        own, other = (estimator.estimate_columns(texts).vectors for texts in (answers, messages))
        scores = estimator.heads.answers(own, other)
        return estimator.estimate_answers(own, other), estimator.sheet.calibration.answer.each(scores)

    def emotions(self, texts: Sequence[str]) -> Floats:
        """Probabilities of the 28 alone, shape (texts, 28), not remembered: for texts read once."""
        return self._read(texts)["emotions"]

    def _read(self, texts: Sequence[str]) -> dict[str, Floats]:
        return self._read_today(texts) if self.complete else self._read_older(texts)

    def _read_today(self, texts: Sequence[str]) -> dict[str, Floats]:
        columns = self._estimator.estimate_columns(texts)
        scores = self._estimator.heads.scores(columns.vectors)
        return {
            "emotions": columns.emotions,
            "plutchik": columns.plutchik,
            "sentiment": columns.sentiment,
            "situation": columns.situation,
            "need": self._estimator.sheet.calibration.need.each(scores["need"]),
            "need_value": columns.need,
            "crisis": columns.crisis,
            "politeness": columns.politeness,
            "valence": columns.valence,
            "arousal": columns.arousal,
        }

    def _read_older(self, texts: Sequence[str]) -> dict[str, Floats]:
        scores = self._older_scores(texts)
        curves = {head: msgspec.convert(self._fitted[head], Curve) for head in scores}
        found = {head: curves[head].each(scores[head]) for head in scores if head != "sentiment"}
        found["sentiment"] = curves["sentiment"].one(scores["sentiment"])
        found["valence"] = valence(found["emotions"], found["sentiment"])
        if "need" in found:
            found["need_value"] = degree(found["need"])
        for single in {"crisis", "politeness"} & found.keys():
            found[single] = found[single][:, 0]
        return found

    def _older_scores(self, texts: Sequence[str]) -> dict[str, Floats]:
        """Scores of the heads it has, which lie beside the graph or at its end."""
        if (self.folder / "text.heads.npz").exists():
            vectors = Encoder(self.folder).encode(texts).vectors
            with np.load(self.folder / "text.heads.npz") as file:
                weights = {name: file[name].astype(np.float64) for name in file.files}
            own = [head for head in HEADS if head in self.heads and f"heads.{head}.weight" in weights]
            return {head: vectors @ weights[f"heads.{head}.weight"].T + weights[f"heads.{head}.bias"] for head in own}
        encoder, widths = self._older
        ends = np.cumsum([*widths.values()])[:-1]
        return dict(zip(widths, np.split(encoder.encode(texts).vectors, ends, axis=1), strict=True))

    @cached_property
    def _estimator(self) -> TextEstimator:
        found = TextEstimator(self.folder)
        if not (self.folder / "text.risk.npz").exists():
            found.risk = Row(self.folder)  # type: ignore[assignment]
            found.encoder = Encoder(self.folder, ask=found.risk.asked)
        return found

    @cached_property
    def _older(self) -> tuple[Encoder, dict[str, int]]:
        encoder = Encoder(self.folder)
        outputs = {one.name: int(one.shape[1]) for one in encoder.session.get_outputs()}
        widths = {head: outputs[head] for head in HEADS if head in outputs}
        encoder.__dict__["session"] = Joined(encoder.session, widths)
        return encoder, widths
