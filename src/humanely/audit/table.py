"""`--rows`: the estimates as one table, a row a turn, for people who want to count themselves."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import numpy as np

from humanely.affect.cues import SITUATION_CUES
from humanely.affect.labels import GOEMOTIONS, MARKS
from humanely.audit.tally import PARTS
from humanely.context.exchange import Exchange
from humanely.errors import HumanelyError, UsageError
from humanely.estimate import ReadConversation

FORMATS = {".parquet": "FORMAT parquet, COMPRESSION zstd", ".csv": "FORMAT csv, HEADER", ".jsonl": "FORMAT json"}

COLUMNS: dict[str, str] = {
    "conversation_id": "VARCHAR",
    "turn": "INTEGER",
    "speaker": "VARCHAR",
    "time": "TIMESTAMP",
    "text": "VARCHAR",
    "language": "VARCHAR",
    "channel": "VARCHAR",
    "journey": "VARCHAR",
    "group": "VARCHAR",
    "confident": "BOOLEAN",
    "valence": "FLOAT",
    "model_valence": "FLOAT",
    "arousal": "FLOAT",
    "message_need": "FLOAT",
    "need": "FLOAT",
    "shown": "FLOAT",
    "gap": "FLOAT",
    **dict.fromkeys(PARTS, "UTINYINT"),
    "against": "VARCHAR",
    "promise": "FLOAT",
    **{f"mark_{name}": "FLOAT" for name in MARKS},
    "situations": "VARCHAR",
    "cues": "VARCHAR",
    **{f"emotion_{label}": "FLOAT" for label in GOEMOTIONS},
}
"""Name and type of each column; times are in UTC, texts are masked, lists are joined by spaces.

`valence` is the report's: model and words pooled, empty where neither is sure; `model_valence` is the model's alone.
`message_need` is what the model reads in this message alone, [0, 1]; `need` is the report's: words, model and history
of a run of messages together, at the last of them. `situations` are those reported of a message, by the model, by its
words or by both; `cues` are the situations and marks that words of it show. `against` is what is reported as speaking
against an answer, by model or words; `promise` and each `mark_` are the model's probabilities of it. Answers in a
row are judged as one: what is estimated of them stands at the last.
"""


class RowsUnwritable(HumanelyError):
    """The table of estimates could not be written."""

    code = "rows_unwritable"


class Table:
    """Collects rows on disk and writes the file when it is closed, also after a stop.

    Args:
        path: where to write; the suffix says how (.parquet, .csv or .jsonl).

    Raises:
        UsageError: the suffix is none of those.
    """

    def __init__(self, path: Path) -> None:
        if path.suffix.lower() not in FORMATS:
            raise UsageError(f"--rows {path.name} ends in no known suffix.", fix=f"Use one of {', '.join(FORMATS)}.")
        self.path = path
        self.rows = 0
        self._folder = tempfile.TemporaryDirectory(prefix="humanely-rows-")
        self._database = duckdb.connect(
            Path(self._folder.name) / "rows.duckdb", config={"memory_limit": "256MB", "threads": 1}
        )
        names = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
        self._database.execute(f"CREATE TABLE turns ({names})")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._write()
        finally:
            self._database.close()
            self._folder.cleanup()

    def add(self, read: Sequence[ReadConversation]) -> None:
        """Take a batch of conversations."""
        rows = [row for one in read for row in turn_rows(one)]
        if not rows:
            return
        # duckdb finds the name `batch` in this frame; a dict of arrays is its fastest way in.
        batch = {name: _array(values) for name, values in zip(COLUMNS, zip(*rows, strict=True), strict=True)}
        if self.path.suffix.lower() == ".csv":
            batch["text"] = _array([_inert(text) for text in batch["text"]])
        casts = ", ".join(f'CAST("{name}" AS {kind})' for name, kind in COLUMNS.items())
        self._database.execute(f"INSERT INTO turns SELECT {casts} FROM batch")  # noqa: S608
        self.rows += len(batch["turn"])

    def _write(self) -> None:
        target = str(self.path).replace("'", "''")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._database.execute(f"COPY turns TO '{target}' ({FORMATS[self.path.suffix.lower()]})")
        except (OSError, duckdb.Error) as error:
            raise RowsUnwritable(
                f"The rows could not be written to {self.path}.", fix="Name a folder you may write to."
            ) from error


def turn_rows(read: ReadConversation) -> Iterator[tuple[Any, ...]]:
    """The rows of one conversation, in the order of `COLUMNS`."""
    asked = {exchange.customer[-1]: exchange for exchange in read.exchanges}
    answered = {exchange.answers[-1]: exchange for exchange in read.exchanges if exchange.answers}
    conversation = read.conversation
    for at, reading in enumerate(read.readings):
        turn = reading.turn
        time = None if turn.time is None else turn.time.replace(tzinfo=None)
        emotions = reading.emotions or {}
        exchange = asked.get(at)
        yield (
            conversation.conversation_id,
            turn.index + 1,
            turn.speaker.value,
            time,
            turn.text,
            reading.language,
            conversation.channel,
            conversation.journey,
            conversation.group,
            reading.confident if turn.is_customer else None,
            reading.felt,
            reading.valence if turn.is_customer else None,
            reading.arousal if turn.is_customer else None,
            reading.called_for,
            exchange.need.value if exchange else None,
            *_answer(answered.get(at)),
            _names(cue.name for cue in reading.cues if cue.name in SITUATION_CUES),
            _names(cue.name for cue in reading.cues if cue.text),
            *(emotions.get(label) for label in GOEMOTIONS),
        )


def _answer(exchange: Exchange | None) -> tuple[Any, ...]:
    """Shown, gap, the four parts, what speaks against, and the model's probabilities."""
    if exchange is None or exchange.shown is None:
        return (None, None, *(None for _ in PARTS), None, *(None for _ in ("promise", *MARKS)))
    shown, estimate = exchange.shown, exchange.estimate
    marks = {} if estimate is None else estimate.marks
    return (
        shown.value,
        exchange.gap,
        *(getattr(shown, part) for part in PARTS),
        _names(one.name for one in shown.against),
        *(marks.get(name) for name in ("promise", *MARKS)),
    )


def _names(names: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(names))


def _inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula: such a start gets an apostrophe before it."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text


def _array(values: Sequence[Any]) -> np.ndarray[Any, Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
