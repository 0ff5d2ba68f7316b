"""JSON documents: find the list of conversations or messages within, and stream it."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson
import msgspec

from humanely.audit.exports.faults import ExportUnreadable
from humanely.audit.exports.mending import Mended
from humanely.audit.exports.rows import BROKEN_ITEM, CUT_ITEM, Record, Reject
from humanely.audit.exports.streams import HEAD, Stream
from humanely.audit.exports.tables import CUT
from humanely.audit.exports.words import COLUMN_NAMES, MESSAGE_LISTS, RECORD_LISTS, fold

CHUNK = 1 << 20  # a text over many chunks is copied with each
BROKEN = (ijson.JSONError, ValueError, OverflowError, RecursionError)


class Outline(msgspec.Struct, frozen=True):
    """Where the records of a document are.

    Attributes:
        prefix: path to the list, as ijson writes it; None when the document is no list.
        by_key: the document is an object of conversations by their id.
        whole: the document is one conversation or one message.
    """

    prefix: str | None = None
    by_key: bool = False
    whole: bool = False


def outline_of(stream: Stream) -> Outline:
    """Look through a document for its list of records; reads only as far as it must.

    Raises:
        ExportUnreadable: the document holds no list of objects.
    """
    found: list[tuple[tuple[str, ...], frozenset[str]]] = []
    top: set[str] = set()
    try:
        for path, keys in _object_lists(stream, top):
            if not path or path[-1] in RECORD_LISTS:
                return Outline(prefix=".".join((*path, "item")))
            found.append((path, keys))
    except BROKEN:
        pass  # what was seen so far decides; reading the records will report the break
    return _outline(found, top) or _refuse(stream)


def _outline(found: list[tuple[tuple[str, ...], frozenset[str]]], top: set[str]) -> Outline | None:
    messages = [(path, keys) for path, keys in found if path[-1] in MESSAGE_LISTS]
    for path, keys in messages or (found if len(found) == 1 else []):
        if _names_conversation(keys) and "id" not in top:
            return Outline(prefix=".".join((*path, "item")))
    if messages:
        nested = len(messages[0][0]) > 1 and messages[0][0][0] not in MESSAGE_LISTS
        return Outline(by_key=nested, whole=not nested)
    if found and all(len(path) == 1 for path, _ in found):
        return Outline(by_key=True)
    if {"text", "body", "content", "message", "description"} & top:
        return Outline(whole=True)
    return None


def _refuse(stream: Stream) -> Outline:
    if not stream.head.strip():
        return Outline(prefix="item")
    raise ExportUnreadable(
        f"{stream.source.name} holds no list of conversations or messages.",
        fix="Give a JSON list of objects, or an object that holds one.",
    )


def _names_conversation(keys: frozenset[str]) -> bool:
    known = set(COLUMN_NAMES["conversation_id"])
    return any(fold(key) in known for key in keys)


def _object_lists(stream: Stream, top: set[str]) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """Paths to lists of objects reached through objects alone, with the keys of their first object."""
    path: list[str] = []
    events = ijson.basic_parse(io.BufferedReader(Mended(stream.binary), HEAD), use_float=True, buf_size=CHUNK)
    for event, value in events:
        if event == "map_key":
            path[-1] = value
            if len(path) == 1:
                top.add(value)
        elif event == "start_map":
            path.append("")
        elif event == "end_map":
            path.pop()
        elif event == "start_array":
            keys, is_open = _first_object(events)
            if keys is not None:
                yield tuple(path), keys
            if is_open:
                _leave(events)


def _first_object(events: Iterator[tuple[str, Any]]) -> tuple[frozenset[str] | None, bool]:
    """Keys of the first object in the list just opened, None if it holds none; whether it is still open."""
    depth, keys, inside = 1, set[str](), False
    try:
        for event, value in events:
            if event in {"start_map", "start_array"}:
                depth += 1
                inside = inside or (event == "start_map" and depth == 2)
            elif event in {"end_map", "end_array"}:
                depth -= 1
                if depth == 0:
                    return None, False
                if depth == 1 and inside:
                    return frozenset(keys), True
            elif event == "map_key" and depth == 2 and inside:
                keys.add(value)
    except BROKEN:
        if not inside:
            raise
    return (frozenset(keys) if inside else None), False


def _leave(events: Iterator[tuple[str, Any]]) -> None:
    """Pass over the rest of the list that is open."""
    depth = 1
    for event, _ in events:
        depth += event in {"start_map", "start_array"}
        depth -= event in {"end_map", "end_array"}
        if depth == 0:
            return


def document_records(stream: Stream, outline: Outline) -> Iterator[Record | Reject]:
    """Yield the records of a JSON document one at a time, as far as it goes."""
    name, number = stream.source.name, 0
    mended = Mended(stream.binary)
    try:
        for number, cells in enumerate(_items(io.BufferedReader(mended, HEAD), outline), start=1):
            if isinstance(cells, dict):
                yield Record(number, cells)
            else:
                yield Reject(name, number, "not a JSON object", "Every item of the list must be an object.")
    except BROKEN as error:
        cut = stream.faults.ended_early or any(words in str(error) for words in ("premature EOF", "Incomplete"))
        if mended.stopped or not cut:
            reason = mended.stopped or BROKEN_ITEM
            yield Reject(name, number + 1, reason, "Mend the file, or export it again.")
        else:
            yield Reject(name, number + 1, CUT_ITEM, CUT)


def _items(binary: BinaryIO, outline: Outline) -> Iterator[Any]:
    if not outline.by_key:
        yield from ijson.items(binary, outline.prefix or "", use_float=True, buf_size=CHUNK)
        return
    for key, value in ijson.kvitems(binary, "", use_float=True, buf_size=CHUNK):
        if isinstance(value, dict):
            yield value if {"id", "conversation_id"} & value.keys() else {"conversation_id": key, **value}
        elif isinstance(value, list):
            yield {"conversation_id": key, "messages": value}
