import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.audit.exports.mending import Mended
from humanely.audit.exports.reader import read_rows
from humanely.audit.exports.rows import LONG_TEXT, Reject, Row


class Dripping(io.RawIOBase):
    """Bytes that come a few at a time."""

    def __init__(self, data: bytes, size: int) -> None:
        self.data, self.size = io.BytesIO(data), size

    def read1(self, size: int) -> bytes:
        return self.data.read(min(self.size, size))


def mended(data: bytes, size: int = 1 << 16) -> bytes:
    return io.BufferedReader(Mended(Dripping(data, size))).read()


whole = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(-1e90, 1e90)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.sampled_from(["NaN", "\\", '\\"', "🙂", "\\u12", "1234567890123456789012", "a\nb\x00", "\\\\ud83d"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(value=whole, size=st.integers(1, 40), escaped=st.booleans(), indent=st.none() | st.just(2))
def test_what_needs_no_mending_stays_what_it_is(value: object, size: int, escaped: bool, indent: int | None) -> None:
    data = json.dumps(value, ensure_ascii=escaped, indent=indent).encode()
    assert json.loads(mended(data, size)) == value


@pytest.mark.parametrize("size", range(1, 14))
def test_faults_are_mended_wherever_the_bytes_are_cut(size: int) -> None:
    data = b'[NaN, -Infinity, 1e999, 1.5e3, 12345678901234567890, "a\nb\x01", '
    data += b'"\\ud83dx", "\\ud83d\\ude00", "\\\\ud83d \xe9"]'
    assert json.loads(mended(data, size)) == [
        *(None, None, None, 1500.0, "12345678901234567890", "a\nb\x01", "\ufffdx", "😀", "\\ud83d \ufffd"),
    ]


@given(text=st.text('\\"ud83de0n[1', max_size=60), size=st.integers(1, 20))
def test_backslashes_and_quotes_are_told_apart_wherever_the_bytes_are_cut(text: str, size: int) -> None:
    assert json.loads(mended(json.dumps([text, {"a": text}]).encode(), size)) == [text, {"a": text}]
    raw = b'["' + text.encode() + b'"]'
    assert mended(raw, size) == mended(raw)


@given(data=st.binary(max_size=300), size=st.integers(1, 20))
def test_no_bytes_break_the_mending_and_the_cut_does_not_matter(data: bytes, size: int) -> None:
    assert mended(data, size) == mended(data)


def test_a_text_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("humanely.audit.exports.mending.TEXT_LIMIT", 200_000)
    row = '{"conversation_id": 1, "speaker": "agent", "text": "ok"}'
    (tmp_path / "a.json").write_text(f'[{row}, {{"text": "{"x" * 600_000}"}}]')
    first, last = read_rows([str(tmp_path / "a.json")])
    assert isinstance(first, Row)
    assert isinstance(last, Reject)
    assert last.reason == LONG_TEXT


def test_a_document_with_small_faults_is_read_to_its_end(tmp_path: Path) -> None:
    row = b'{"conversation_id": "c\\udc00", "speaker": "agent", "text": "a\tb \xe9 \\ud83d", "csat": NaN}'
    (tmp_path / "a.json").write_bytes(b'{"results": [' + b",\n".join([row] * 3_000) + b"]}")
    rows = list(read_rows([str(tmp_path / "a.json")], encoding="utf-8"))
    assert [(item.text, item.csat) for item in rows if isinstance(item, Row)] == [("a\tb \ufffd \ufffd", None)] * 3_000
    assert len(rows) == 3_000
