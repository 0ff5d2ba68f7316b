import gzip
from pathlib import Path

import pytest

from humanely.audit.exports.kinds import Kind, kind_of
from humanely.audit.exports.sources import Source
from humanely.audit.exports.streams import Stream


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("export", b'{"a": 1}\n{"a": 2}\n', Kind.JSONL),
        ("export", b'{"a": 1}\n', Kind.JSON),
        ("export", b'{\n "a": [\n', Kind.JSON),
        ("export", b' [{"a": 1}]', Kind.JSON),
        ("export", b"[12:03] Ana: hello\n", Kind.CSV),
        ("export", b"id,text\n", Kind.CSV),
        ("export.jsonl.gz", gzip.compress(b'{"a": broken'), Kind.JSONL),
        ("export.json", b'{"a": 1}\n{"a": 2}\n', Kind.JSONL),
        ("export.csv", b"[id],text\n", Kind.CSV),
        ("export.json", b"nonsense", Kind.JSON),
        ("export.csv", b'[{"id": 1}]', Kind.JSON),
        ("export.csv", b'{"id": 1}\n{"id": 2}\n', Kind.JSONL),
        ("export.csv", b'{id},"text"\n', Kind.CSV),
        ("export.jsonl", b'[\n {\n  "id": 1}]', Kind.JSON),
        ("export", b'{"a": 1}\r{"a": 2}\r', Kind.JSONL),
        ("export.csv", b"PAR1....", Kind.PARQUET),
    ],
)
def test_the_kind_is_told_from_what_the_file_holds(tmp_path: Path, name: str, data: bytes, kind: Kind) -> None:
    (tmp_path / name).write_bytes(data)
    with Stream(Source(name, tmp_path / name)) as stream:
        assert kind_of(stream) is kind
