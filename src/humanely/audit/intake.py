"""Exports into the spool, with every line that does not get there counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from humanely.audit.exports.columns import Guess
from humanely.audit.exports.reader import read_rows
from humanely.audit.exports.rows import TIME_MISSED, Reject, Row, Skip
from humanely.audit.exports.sources import find, total_bytes
from humanely.audit.exports.spool import Spool
from humanely.errors import HumanelyError, UsageError
from humanely.signal.turn import Speaker

CHECK_EVERY = 5_000
"""Lines between two looks at whether the person wants to stop."""


class RejectsUnwritable(HumanelyError):
    """The list of lines that could not be read has no place to go."""

    code = "rejects_unwritable"


def refuse_to_overwrite(rejects: Path) -> None:
    """Leave a file alone that has the name of our list but is none.

    Raises:
        UsageError: there is such a file.
    """
    if not rejects.exists():
        return
    try:
        with rejects.open("rb") as lines:
            if first := lines.readline():
                msgspec.json.decode(first, type=Reject)
    except (OSError, msgspec.DecodeError) as error:
        raise UsageError(
            f"{rejects} is not a list of ours, and would be overwritten.", fix="Choose an --out in another folder."
        ) from error


class Exports(msgspec.Struct, frozen=True):
    """What to read, and what the person said about it; see `reader.read_rows`."""

    paths: tuple[str, ...]
    mapping: Mapping[str, str] = {}
    speakers: Mapping[str, Speaker] = {}
    encoding: str | None = None


class Reader(Protocol):
    """Who watches the reading."""

    def reading(self, size: int | None) -> None:
        """So many bytes are to be read in all; None where that cannot be told."""

    def read(self, size: int) -> None:
        """So many bytes more were read."""

    def guessed(self, guess: Guess) -> None:
        """Columns were guessed; the person may want to see how."""

    def stopped(self) -> bool:
        """Whether the person wants to stop here."""


class Intake:
    """Reads exports and keeps count.

    Args:
        rejects: where to write what could not be read, one JSON object a line; made only when needed.
    """

    def __init__(self, rejects: Path) -> None:
        self.rejects_path = rejects
        self.sources: dict[str, None] = {}
        self.rejects: Counter[str] = Counter()
        self.skips: Counter[str] = Counter()
        self.mended: Counter[str] = Counter()
        self.rows = 0
        self.set_aside = 0
        self.cut_short = False
        # Apart until it is whole: an earlier list may lie in the folder that is being read.
        self._part = rejects.with_name(f"{rejects.name}.part")
        self._shapes: dict[str, str] = {}
        self._file: BinaryIO | None = None

    def take(self, exports: Exports, spool: Spool, watcher: Reader) -> None:
        """Read everything into the spool, or until the person stops.

        Raises:
            HumanelyError: an export is missing or unreadable, or nothing could be read at all.
        """
        refuse_to_overwrite(self.rejects_path)
        watcher.reading(total_bytes(find(exports.paths)[0]))
        try:
            spool.add(self._rows(exports, watcher))
        finally:
            if self._file is not None:
                self._file.close()
                self._part.replace(self.rejects_path)
        if self._file is None:
            # A list left by an earlier run would look like this one's.
            self.rejects_path.unlink(missing_ok=True)

    def _rows(self, exports: Exports, watcher: Reader) -> Iterator[Row]:
        items = read_rows(
            exports.paths,
            mapping=exports.mapping,
            speakers=exports.speakers,
            encoding=exports.encoding,
            on_bytes=watcher.read,
            on_guess=lambda guess: self._met(guess, watcher),
        )
        for item in self._until_stopped(items, watcher):
            if isinstance(item, Row):
                self.sources[item.source] = None
                self.rows += 1
                yield self._told_apart(item)
            elif isinstance(item, Skip) and item.reason == TIME_MISSED:
                self.mended["message kept without its time, which could not be read"] += 1
            elif isinstance(item, Skip):
                self.skips[item.reason] += 1
            else:
                self.rejects[item.reason] += 1
                self.set_aside += item.line == 0
                self._write(item)

    def _met(self, guess: Guess, watcher: Reader) -> None:
        self._shapes[guess.source] = guess.shape or ""
        watcher.guessed(guess)

    def _told_apart(self, row: Row) -> Row:
        """Number 7 of one platform is not number 7 of another: those of all but the first get its name before them.

        Files of one shape are parts of one export, so a conversation may go on from file to file.
        """
        shape = self._shapes.get(row.source, "")
        if shape == next(iter(self._shapes.values()), ""):
            return row
        return msgspec.structs.replace(row, conversation_id=f"{shape or 'table'} {row.conversation_id}")

    def _until_stopped(self, items: Iterable[Row | Reject | Skip], watcher: Reader) -> Iterator[Row | Reject | Skip]:
        for count, item in enumerate(items, start=1):
            yield item
            if count % CHECK_EVERY == 0 and watcher.stopped():
                self.cut_short = True
                return

    def _write(self, reject: Reject) -> None:
        try:
            if self._file is None:
                self._file = self._part.open("wb")
            self._file.write(msgspec.json.encode(reject) + b"\n")
        except OSError as error:
            raise RejectsUnwritable(
                f"Lines that could not be read cannot be listed in {self.rejects_path}.",
                fix="Choose an --out in a folder you may write to.",
            ) from error
