"""Which kind of file this is, told from what it holds and only then from its suffix."""

import json
import re
from enum import StrEnum

from humanely.audit.exports.streams import Stream

_LIST = re.compile(rb'\[\s*\{\s*"')
_OBJECT = re.compile(rb'\{\s*"[^"\n]*"\s*:')


class Kind(StrEnum):
    """The kinds of file that can be read."""

    CSV = "CSV"
    JSONL = "JSONL"
    JSON = "JSON"
    PARQUET = "Parquet"


def kind_of(stream: Stream) -> Kind:
    """Tell the kind of an opened export.

    A document that starts with ``[`` or ``{`` is JSON; it is JSONL when its first line is
    complete in itself and another follows. In a file named CSV more must speak for it.
    """
    if stream.is_parquet:
        return Kind.PARQUET
    suffix = stream.source.suffix
    head = stream.head.lstrip()
    if suffix == ".parquet":
        return Kind.PARQUET
    if suffix in {".jsonl", ".ndjson"}:
        return Kind.JSON if _LIST.match(head) else Kind.JSONL
    if suffix in {".csv", ".tsv"} and not (_LIST.match(head) or _OBJECT.match(head)):
        return Kind.CSV
    if not head.startswith((b"{", b"[")):
        return Kind.JSON if suffix == ".json" else Kind.CSV
    first, newline, rest = head.replace(b"\r", b"\n").partition(b"\n")
    if head.startswith(b"{") and newline and rest.strip() and _is_object(first):
        return Kind.JSONL
    if head.startswith(b"[") and suffix == "" and not _opens_json(head):
        return Kind.CSV
    return Kind.JSON


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _opens_json(head: bytes) -> bool:
    """False for text such as ``[12:03] Ana: …`` that merely begins with a bracket."""
    return head[1:].lstrip()[:1] in (b"{", b"[", b'"', b"]", b"")
