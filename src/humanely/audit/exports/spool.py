"""Rows put down on disk in any order, and taken up again as conversations in theirs."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

import duckdb
import msgspec
import numpy as np

from humanely.audit.exports.rows import Row
from humanely.signal.turn import Conversation, Speaker, Turn

BATCH = 20_000
BATCH_CHARACTERS = 8_000_000
FETCH = 4_000
TURN_LIMIT = 5_000
MEMORY = "256MB"
NOTHING = np.iinfo(np.int64).min
DAY = 86_400_000_000  # in microseconds
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)
SPEAKERS = tuple(Speaker)
TABLE = """
CREATE TABLE rows (
    seq BIGINT, conversation VARCHAR, speaker TINYINT, text VARCHAR, time BIGINT, place DOUBLE,
    message VARCHAR, language VARCHAR, channel VARCHAR, journey VARCHAR, grp VARCHAR,
    csat DOUBLE, resolved TINYINT, returned TINYINT
)"""
INSERT = f"""
INSERT INTO rows SELECT
    seq, conversation, speaker, text, nullif(time, {NOTHING}), if(isnan(place), NULL, place),
    nullif(message, ''), nullif(language, ''), nullif(channel, ''), nullif(journey, ''), nullif(grp, ''),
    if(isnan(csat), NULL, csat), nullif(resolved, -1), nullif(returned, -1)
FROM batch"""  # noqa: S608 (a constant of ours)
# What holds for a whole conversation: labels as first said, outcomes as last said.
WHOLE = """
CREATE OR REPLACE TABLE conversations AS SELECT
    conversation, min(seq) AS first, count(*) AS turns,
    CASE WHEN count(time) = count(*) THEN 2 WHEN count(place) = count(*) THEN 1 ELSE 0 END AS ordered,
    arg_min(language, seq) AS language, arg_min(channel, seq) AS channel, arg_min(journey, seq) AS journey,
    arg_min(grp, seq) AS grp, arg_max(csat, seq) AS csat, arg_max(resolved, seq) AS resolved,
    arg_max(returned, seq) AS returned
FROM rows GROUP BY conversation"""
ORDERED = """
SELECT conversation, speaker, text, time, message, r.place, r.seq,
    c.language, c.channel, c.journey, c.grp, c.csat, c.resolved, c.returned
FROM rows r JOIN chosen c USING (conversation)
ORDER BY c.first, CASE c.ordered WHEN 2 THEN r.time WHEN 1 THEN r.place ELSE NULL END, r.place, r.seq"""


class Counts(msgspec.Struct, frozen=True):
    """How much lies in the spool, or in the part of it that was chosen."""

    turns: int
    conversations: int


class Notes(msgspec.Struct):
    """What was set right on the way out, for the report.

    Attributes:
        duplicates: turns left out because the same message came before.
        reordered: conversations whose turns stood out of order in the export.
        cut: turns left out because their conversation has more than 5,000.
    """

    duplicates: int = 0
    reordered: int = 0
    cut: int = 0


class Spool:
    """Rows on disk in a folder of its own, which goes when the spool is closed.

    >>> from humanely.signal.turn import Speaker
    >>> with Spool() as spool:
    ...     said = Row("b", Speaker.CUSTOMER, "Hi", position=2)
    ...     asked = Row("b", Speaker.AGENT, "Yes?", position=1)
    ...     spool.add([said, asked])
    ...     [[turn.text for turn in each.turns] for each in spool.conversations()]
    2
    [['Yes?', 'Hi']]
    """

    def __init__(self, *, folder: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="humanely-", dir=folder))
        self.notes = Notes()
        self._added, self._grouped = 0, -1
        self._database = duckdb.connect(
            str(self.folder / "spool.duckdb"),
            config={
                "memory_limit": MEMORY,
                "threads": "2",
                "temp_directory": str(self.folder / "spill"),
                "preserve_insertion_order": "false",
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            },
        )
        # The file goes when the spool is closed; nothing needs to be tidied into it before.
        self._database.execute("PRAGMA disable_checkpoint_on_shutdown")
        self._database.execute(TABLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove everything that was put down."""
        self._database.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, rows: Iterable[Row]) -> int:
        """Put rows down, a batch at a time; return how many."""
        before, batch, characters = self._added, list[Row](), 0
        for row in rows:
            batch.append(row)
            characters += len(row.text)
            if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
                self._insert(batch)
                batch, characters = [], 0
        if batch:
            self._insert(batch)
        return self._added - before

    def _insert(self, rows: list[Row]) -> None:
        batch = _columns(rows, self._added)  # noqa: F841 (duckdb reads it by its name)
        self._database.execute(INSERT)
        self._added += len(rows)

    def counts(self, *, limit: int | None = None, sample: int | None = None, seed: int = 0) -> Counts:
        """Count turns and conversations, of all or of those `conversations` would give."""
        chosen = self._chosen(limit, sample, seed)
        query = f"SELECT coalesce(sum(turns), 0), count(*) FROM ({chosen})"  # noqa: S608
        found = self._database.execute(query).fetchone()
        turns, conversations = found or (0, 0)
        return Counts(int(turns), int(conversations))

    def conversations(
        self, *, limit: int | None = None, sample: int | None = None, seed: int = 0
    ) -> Iterator[Conversation]:
        """Yield conversations in the order in which they first appear, each with its turns in order.

        Turns are ordered by time when every turn of the conversation has one, else by the export's
        own numbering, else as they stand in the file. The same message twice counts once: same id, speaker
        and text, or where there is no id the same time (or number), speaker and text.

        Args:
            limit: the first so many conversations, >= 0; None for all.
            sample: so many conversations drawn by their id, whatever their order; before `limit`.
            seed: of the draw; the same seed draws the same conversations.
        """
        chosen = self._chosen(limit, sample, seed)
        self.notes = Notes()
        result = self._database.cursor().execute(f"WITH chosen AS ({chosen}) {ORDERED}")
        current: str | None = None
        gathered: list[tuple[Any, ...]] = []
        while rows := result.fetchmany(FETCH):
            for row in rows:
                if row[0] != current:
                    if gathered:
                        yield _conversation(gathered, self.notes)
                    current, gathered = row[0], []
                if len(gathered) < TURN_LIMIT:
                    gathered.append(row)
                else:
                    self.notes.cut += 1
        if gathered:
            yield _conversation(gathered, self.notes)

    def _chosen(self, limit: int | None, sample: int | None, seed: int) -> str:
        """The chosen conversations, as a query."""
        if self._grouped != self._added:
            self._database.execute(WHOLE)
            self._grouped = self._added
        drawn = "conversations"
        if sample is not None:
            by_chance = f"md5('{int(seed)}:' || conversation), conversation"
            drawn = f"(SELECT * FROM conversations ORDER BY {by_chance} LIMIT {_bounded(sample)})"  # noqa: S608
        first = "" if limit is None else f"LIMIT {_bounded(limit)}"
        return f"SELECT * FROM {drawn} ORDER BY first {first}"  # noqa: S608


def _bounded(number: int) -> int:
    """As many as a database can count to."""
    return min(max(0, int(number)), 2**62)


def _columns(rows: list[Row], first: int) -> dict[str, np.ndarray[Any, Any]]:
    """Rows as columns; an empty string, the least integer, not-a-number and -1 stand for nothing."""

    def strings(values: Iterable[str | None]) -> np.ndarray[Any, Any]:
        return np.array([value or "" for value in values], dtype=object)

    def numbers(values: Iterable[float | None]) -> np.ndarray[Any, Any]:
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)

    def flags(values: Iterable[bool | None]) -> np.ndarray[Any, Any]:
        return np.array([-1 if value is None else value for value in values], dtype=np.int8)

    return {
        "seq": np.arange(first, first + len(rows), dtype=np.int64),
        "conversation": strings(row.conversation_id for row in rows),
        "speaker": np.array([SPEAKERS.index(row.speaker) for row in rows], dtype=np.int8),
        "text": strings(row.text for row in rows),
        "time": np.array(
            [NOTHING if row.time is None else (row.time - EPOCH) // MICROSECOND for row in rows],
            dtype=np.int64,
        ),
        "place": numbers(row.position for row in rows),
        "message": strings(row.message_id for row in rows),
        "language": strings(row.language for row in rows),
        "channel": strings(row.channel for row in rows),
        "journey": strings(row.journey for row in rows),
        "grp": strings(row.group for row in rows),
        "csat": numbers(row.csat for row in rows),
        "resolved": flags(row.resolved for row in rows),
        "returned": flags(row.returned for row in rows),
    }


def _conversation(rows: list[tuple[Any, ...]], notes: Notes) -> Conversation:
    turns: list[Turn] = []
    seen: set[tuple[Any, ...]] = set()
    stood = [row[6] for row in rows]
    notes.reordered += any(later < earlier for earlier, later in pairwise(stood))
    for _, speaker, text, time, message, place, seq, *_ in rows:
        if message is not None:
            same: tuple[Any, ...] = ("id", message, speaker, text)
        elif place is not None or (time is not None and time % DAY):  # a date alone is no moment
            same = ("when", time, place, speaker, text)
        else:
            same = ("row", seq)  # nothing tells a repetition from a copy: people do say yes twice
        if same in seen:
            notes.duplicates += 1
            continue
        seen.add(same)
        moment = None if time is None else EPOCH + dt.timedelta(microseconds=time)
        turns.append(Turn(len(turns), SPEAKERS[speaker], text, moment))
    language, channel, journey, group, csat, resolved, returned = rows[0][7:]
    return Conversation(
        conversation_id=rows[0][0],
        turns=tuple(turns),
        language=language,
        channel=channel,
        journey=journey,
        group=group,
        csat=csat,
        resolved=None if resolved is None else bool(resolved),
        returned=None if returned is None else bool(returned),
    )
