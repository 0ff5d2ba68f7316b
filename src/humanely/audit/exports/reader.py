"""The way in: named exports become rows, rejects and skips, one at a time."""

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from humanely.audit.exports import documents, tables
from humanely.audit.exports.columns import SEEN, Guess, cell, check_mapping, plan_for
from humanely.audit.exports.faults import ColumnsUnknown, EncodingUnclear, ExportUnreadable, MappingWrong, NothingRead
from humanely.audit.exports.kinds import Kind, kind_of
from humanely.audit.exports.rows import TIME_MISSED, Record, Reject, Row, Skip
from humanely.audit.exports.shapes import chatwoot, intercom, nested, zendesk
from humanely.audit.exports.sources import Source, find
from humanely.audit.exports.streams import Stream
from humanely.audit.exports.table import Table
from humanely.audit.exports.values import flag_of, label_of, language_of, number_of
from humanely.audit.exports.words import REQUIRED
from humanely.errors import HumanelyError
from humanely.signal.turn import Speaker

SHAPES: tuple[ModuleType, ...] = (chatwoot, zendesk, intercom)
OF_CONVERSATION: Mapping[str, Callable[[Any], Any]] = {
    "language": language_of,
    "channel": label_of,
    "journey": label_of,
    "group": label_of,
    "csat": number_of,
    "resolved": flag_of,
    "returned": flag_of,
}
EMPTY = Reject("", 0, "the file is empty", "Check the export, and name a file that holds conversations.")


# What one file among many may be, and the others still be read.
NO_EXPORT = (ColumnsUnknown, EncodingUnclear, ExportUnreadable, MappingWrong)

_EMPTY_LIST = re.compile(rb"\s*\[\s*\]\s*")


class Wishes(msgspec.Struct, frozen=True):
    """What the person said about the export, and who wants to hear of the reading."""

    mapping: Mapping[str, str]
    speakers: Mapping[str, Speaker]
    encoding: str | None
    on_bytes: Callable[[int], None] | None
    on_guess: Callable[[Guess], None] | None


def read_rows(
    paths: Sequence[str],
    *,
    mapping: Mapping[str, str] | None = None,
    speakers: Mapping[str, Speaker] | None = None,
    encoding: str | None = None,
    on_bytes: Callable[[int], None] | None = None,
    on_guess: Callable[[Guess], None] | None = None,
) -> Iterator[Row | Reject | Skip]:
    """Read every message of the exports that `paths` name, in order, holding a few at a time.

    Args:
        paths: files, folders, patterns, or ``-`` for standard input; see `sources.find`.
        mapping: field to column, for what the guess gets wrong; ``dates`` is day-first or month-first.
        speakers: value of the speaker column to role; the value ``*`` stands for all others.
        encoding: of text that is not UTF-8 and has no byte order mark.
        on_bytes: told the bytes taken from disk since the last call.
        on_guess: told how each file was taken, before its first row.

    Raises:
        HumanelyError: an export is missing or unreadable as a whole (see `faults`), or nothing
            at all could be read (`NothingRead`, after the rejects).
    """
    wishes = Wishes(mapping or {}, speakers or {}, encoding, on_bytes, on_guess)
    check_mapping(wishes.mapping)
    sources, passed_over = find(paths)
    yield from passed_over
    rows, why, fixes = 0, Counter[str](), dict[str, str]()
    aside: list[HumanelyError] = []
    for source in sources:
        for item in _read_or_set_aside(source, wishes, aside):
            if isinstance(item, Row):
                rows += 1
            else:
                why[item.reason] += 1
                fixes[item.reason] = item.fix if isinstance(item, Reject) else EMPTY.fix
            yield item
            if isinstance(item, Row) and item.time_missed:
                yield Skip(item.source, item.line, TIME_MISSED)
    if not rows:
        raise aside[0] if len(aside) == len(sources) else _nothing(sources, why, fixes)


def _read_or_set_aside(source: Source, wishes: Wishes, aside: list[HumanelyError]) -> Iterator[Row | Reject | Skip]:
    """Read a file; one that was not named itself and is no export is refused as a whole, and does not end it all."""
    if not source.listed:
        yield from _read(source, wishes)
        return
    try:
        yield from _read(source, wishes)
    except NO_EXPORT as error:
        aside.append(error)
        yield Reject(source.name, 0, error.aside, error.fix)


def _nothing(sources: Sequence[Source], why: Counter[str], fixes: Mapping[str, str]) -> NothingRead:
    names = ", ".join(source.name for source in sources[:3]) + (" and others" if len(sources) > 3 else "")
    if not why:
        return NothingRead(f"No message stands in {names}.", fix=EMPTY.fix)
    reason, times = why.most_common(1)[0]
    often = f" ({times:,} times)" if times > 1 else ""
    return NothingRead(f"No message could be read from {names}: {reason}{often}.", fix=fixes[reason])


def _read(source: Source, wishes: Wishes) -> Iterator[Row | Reject | Skip]:
    with Stream(source, wishes.encoding, wishes.on_bytes) as stream:
        kind = kind_of(stream)
        if not stream.head.strip():
            yield _empty(stream)
        elif _EMPTY_LIST.fullmatch(stream.head):
            yield msgspec.structs.replace(EMPTY, source=source.name, reason="the list is empty")
        elif kind is Kind.JSON:
            with tempfile.TemporaryDirectory(prefix="humanely-") as folder:
                yield from _interpreted(_document(stream, Path(folder), wishes), source, wishes)
        else:
            yield from _interpreted(_records(stream, kind, wishes), source, wishes)


def _empty(stream: Stream) -> Reject:
    cut = tables.cut_off(stream, 0)
    return cut or msgspec.structs.replace(EMPTY, source=stream.source.name)


def _records(stream: Stream, kind: Kind, wishes: Wishes) -> Iterator[Record | Reject]:
    if kind is Kind.PARQUET:
        return tables.parquet_records(stream, wishes.on_bytes)
    return tables.jsonl_records(stream) if kind is Kind.JSONL else tables.csv_records(stream)


def _document(stream: Stream, folder: Path, wishes: Wishes) -> Iterator[Record | Reject]:
    """A document is looked through once for its list, and then read; a pipe is put down on disk for that."""
    source, encoding = stream.source, wishes.encoding
    if source.path is None or not source.path.is_file():
        stream.copy_to(folder / "export.json")
        source, encoding = Source(source.name, folder / "export.json"), "utf-8"
    with Stream(source, encoding) as again:
        outline = documents.outline_of(again)
    if source is stream.source:
        yield from documents.document_records(stream, outline)
    else:
        with Stream(source, encoding) as again:
            yield from documents.document_records(again, outline)


def _interpreted(records: Iterator[Record | Reject], source: Source, wishes: Wishes) -> Iterator[Row | Reject | Skip]:
    seen = list(islice(records, SEEN))
    found = [item.cells for item in seen if isinstance(item, Record)]
    everything = chain(seen, records)
    shape = _shape(found, wishes)
    if found and _is_ours(found[0]):
        yield Skip(source.name, 0, "written by an audit")
    elif not found:
        yield from (item for item in everything if isinstance(item, Reject))
    elif shape is not None:
        if wishes.on_guess:
            wishes.on_guess(Guess(source.name, shape.NAME, {}, ()))
        yield from _shaped(everything, shape, source, wishes)
    else:
        yield from _tabled(everything, source, wishes)


def _is_ours(cells: Mapping[str, Any]) -> bool:
    """A table of estimates or a list of rejects, left in the folder by an earlier audit."""
    return "emotion_admiration" in cells or set(cells) == set(Reject.__struct_fields__)


def _shape(found: Sequence[Mapping[str, Any]], wishes: Wishes) -> ModuleType | None:
    """The platform whose export this is; None when it is none, or when the person says how to read it."""
    if any(field in wishes.mapping for field in REQUIRED):
        return None
    return next((shape for shape in SHAPES if any(shape.recognises(cells) for cells in found[:20])), None)


def _shaped(
    records: Iterable[Record | Reject], shape: ModuleType, source: Source, wishes: Wishes
) -> Iterator[Row | Reject | Skip]:
    mapped = [(field, column) for field, column in wishes.mapping.items() if field in OF_CONVERSATION]
    for record in records:
        if isinstance(record, Reject):
            yield record
        elif not shape.recognises(record.cells):
            yield Reject(source.name, record.line, f"not a record of {shape.NAME}", "Keep one kind of record a file.")
        else:
            said = {field: OF_CONVERSATION[field](cell(record.cells, column)) for field, column in mapped}
            for item in shape.rows(record.cells, source.name, record.line):
                yield msgspec.structs.replace(item, **said) if said and isinstance(item, Row) else item


def _tabled(records: Iterable[Record | Reject], source: Source, wishes: Wishes) -> Iterator[Row | Reject | Skip]:
    flat = _flat(records, source)
    seen = list(islice(flat, SEEN))
    cells = [item.cells for item in seen if isinstance(item, Record)]
    if not cells:
        yield from (item for item in chain(seen, flat) if not isinstance(item, Record))
        return
    plan = plan_for(source.name, cells, wishes.mapping, wishes.speakers)
    if wishes.on_guess:
        wishes.on_guess(plan.guess)
    table = Table(plan, source.name)
    for item in chain(seen, flat):
        yield table.row(item) if isinstance(item, Record) else item


def _flat(records: Iterable[Record | Reject], source: Source) -> Iterator[Record | Reject | Skip]:
    """Records as messages: those that hold a list of messages are taken apart, once one of them does."""
    nests = False
    for record in records:
        if isinstance(record, Reject):
            yield record
        elif key := nested.message_list(record.cells):
            nests = True
            for cells in nested.flattened(record.cells, key):
                yield Record(record.line, cells)
        elif nests and nested.is_empty(record.cells):
            yield Skip(source.name, record.line, "conversation without messages")
        else:
            yield record
