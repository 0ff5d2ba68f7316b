import gzip
from pathlib import Path

import pytest

from humanely.audit.exports.faults import EncodingUnclear, ExportUnreadable
from humanely.audit.exports.rows import CUT_COMPRESSED
from humanely.audit.exports.sources import Source
from humanely.audit.exports.streams import Stream

TEXT = "id;text\n1;Größe, 价格, 🙂\n"


def opened(path: Path, data: bytes) -> Source:
    path.write_bytes(data)
    return Source(path.name, path, len(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_marked_encodings_are_read_as_utf8_packed_or_not(tmp_path: Path, encoding: str, pack: type[bytes]) -> None:
    source = opened(tmp_path / "export.csv", pack(TEXT.encode(encoding)))
    with Stream(source) as stream:
        assert stream.head.decode() == TEXT
        assert stream.binary.read().decode() == TEXT


def test_bytes_from_disk_are_told_all_of_them_once(tmp_path: Path) -> None:
    data = gzip.compress(TEXT.encode() * 50_000)
    told: list[int] = []
    with Stream(opened(tmp_path / "export.csv.gz", data), on_bytes=told.append) as stream:
        assert len(stream.binary.read()) == len(TEXT.encode()) * 50_000
    assert sum(told) == len(data)


def test_a_damaged_gzip_gives_what_came_before_and_notes_it(tmp_path: Path) -> None:
    data = gzip.compress("".join(f"{number * 7919}\n" for number in range(50_000)).encode())
    with Stream(opened(tmp_path / "export.csv.gz", data[: len(data) // 2])) as stream:
        assert len(stream.binary.read()) > 50_000
        assert stream.faults.ended_early == CUT_COMPRESSED


def test_a_codec_that_is_not_for_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncodingUnclear, match="No encoding is called 'base64'"):
        Stream(opened(tmp_path / "export.csv", b"id;text\n"), "base64")


def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(ExportUnreadable, match="cannot be opened"):
        Stream(Source("gone.csv", tmp_path / "gone.csv"))


def test_a_character_split_by_the_end_of_the_head_is_no_wrong_encoding(tmp_path: Path) -> None:
    with Stream(opened(tmp_path / "export.csv", b"a" + "é".encode() * 40_000)) as stream:
        assert stream.binary.read().decode() == "a" + "é" * 40_000


def test_control_characters_alone_make_no_binary_file(tmp_path: Path) -> None:
    data = b"id,text\n1," + b"\x00\x07\x01" * 100 + b"\n"
    with Stream(opened(tmp_path / "export.csv", data)) as stream:
        assert stream.binary.read() == data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le"])
def test_a_wide_encoding_that_the_file_does_not_have_is_refused(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(EncodingUnclear, match=f"is not {encoding}"):
        Stream(opened(tmp_path / "export.csv", b"id;text\n1;Hello\n"), encoding)


def test_a_wide_encoding_without_its_mark_is_asked_for_its_order(tmp_path: Path) -> None:
    with pytest.raises(EncodingUnclear, match="name it with its order: utf-16-le"):
        Stream(opened(tmp_path / "export.csv", TEXT.encode("utf-16-le")), "utf-16")


@pytest.mark.parametrize("encoding", ["idna", "punycode", "unicode_escape", "undefined"])
def test_what_only_python_calls_an_encoding_is_none(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(EncodingUnclear, match="No encoding is called"):
        Stream(opened(tmp_path / "export.csv", b"id;text\n"), encoding)


@pytest.mark.parametrize("blanks", [b"\n" * 70_000, b" " * 200_000, b"\r\n" * 100_000])
def test_many_blanks_at_the_beginning_are_passed_over_and_their_lines_counted(tmp_path: Path, blanks: bytes) -> None:
    with Stream(opened(tmp_path / "export.csv", blanks + TEXT.encode())) as stream:
        assert stream.head.strip()
        assert stream.lines_before + stream.binary.read().count(b"\n") == blanks.count(b"\n") + 2
