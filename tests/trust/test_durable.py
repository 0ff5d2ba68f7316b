"""Files that are there whole or not at all."""

import stat
from pathlib import Path

import pytest

from humanely.trust.durable import make_folder, publish, rewrite, shred


def test_a_file_is_published_once(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "a")
    assert publish(folder / "name", b"first", drafts=tmp_path)
    assert not publish(folder / "name", b"second", drafts=tmp_path)
    assert (folder / "name").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_that_cannot_be_published_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        publish(tmp_path / "missing" / "name", b"", drafts=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_published_is_for_its_owner(tmp_path: Path) -> None:
    publish(tmp_path / "name", b"", drafts=tmp_path)
    assert stat.S_IMODE((tmp_path / "name").stat().st_mode) == 0o600


def test_a_folder_that_was_open_is_closed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o755)
    assert stat.S_IMODE(make_folder(tmp_path / "a").stat().st_mode) == 0o700


def test_a_shredded_file_is_zeros_under_its_other_names(tmp_path: Path) -> None:
    path, other = tmp_path / "name", tmp_path / "other"
    path.write_bytes(b"secret")
    other.hardlink_to(path)
    assert shred(path)
    assert not path.exists()
    assert other.read_bytes() == bytes(6)


def test_there_may_be_nothing_to_shred(tmp_path: Path) -> None:
    assert not shred(tmp_path / "name")


def test_rewriting_puts_the_new_content_in_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "file"
    rewrite(path, b"old")
    path.chmod(0o644)
    rewrite(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_rewritten_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "folder" / "within").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        rewrite(tmp_path / "folder", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]
