from pathlib import Path

import pytest

from humanely.audit.exports.faults import ExportMissing
from humanely.audit.exports.sources import STDIN, find, total_bytes
from humanely.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    for name in ("b.csv", "a.JSONL.gz", "deep/c.parquet", "readme.txt", ".hidden.csv"):
        (tmp_path / name).write_bytes(b"12345")
    (tmp_path / "gone.csv").symlink_to("nowhere")
    return tmp_path


def test_a_folder_is_searched_to_the_bottom_and_what_is_passed_over_is_counted(folder: Path) -> None:
    found, skipped = find([str(folder)])
    assert [source.path.name for source in found if source.path] == ["a.JSONL.gz", "b.csv", "c.parquet"]
    assert {(Path(skip.source).name, skip.reason) for skip in skipped} == {
        ("readme.txt", "file passed over: suffix not known"),
        (".hidden.csv", "file passed over: hidden"),
        ("gone.csv", "file passed over: a link that leads nowhere, or no plain file"),
    }
    assert total_bytes(found) == 15


def test_a_pattern_reaches_into_folders(folder: Path) -> None:
    found, _ = find([str(folder / "**" / "*.parquet")])
    assert [source.path.name for source in found if source.path] == ["c.parquet"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    found, _ = find([str(folder / "b.csv"), str(folder / "*.csv"), str(folder)])
    assert [source.name for source in found].count(str(folder / "b.csv")) == 1


def test_a_file_named_outright_is_read_whatever_its_suffix(folder: Path) -> None:
    found, skipped = find([str(folder / "readme.txt")])
    assert (len(found), skipped) == (1, [])


def test_standard_input_has_no_size() -> None:
    found, _ = find(["-"])
    assert [source.name for source in found] == [STDIN]
    assert total_bytes(found) is None


@pytest.mark.parametrize(
    ("named", "happened"), [("nowhere.csv", "does not exist"), ("nowhere-*.csv", "matches no file")]
)
def test_what_is_not_there_is_an_error_that_names_it(named: str, happened: str) -> None:
    with pytest.raises(ExportMissing, match=happened) as caught:
        find([named])
    assert named in str(caught.value)
    assert caught.value.exit_status == 2


def test_a_folder_without_exports_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExportMissing, match="holds no export"):
        find([str(tmp_path)])


def test_naming_nothing_is_an_error() -> None:
    with pytest.raises(ExportMissing, match="No export was named"):
        find([])


def test_an_empty_name_is_not_the_folder_one_is_in() -> None:
    with pytest.raises(UsageError, match="an empty name"):
        find([""])


def test_what_was_named_itself_is_told_from_what_a_folder_lists(folder: Path) -> None:
    found, _ = find([str(folder), str(folder / "b.csv")])
    assert {source.path.name: source.listed for source in found if source.path} == {
        "a.JSONL.gz": True,
        "b.csv": False,
        "c.parquet": True,
    }
