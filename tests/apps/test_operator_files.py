"""A file is saved whole, after all files together were found to be good."""

import datetime as dt
import re
from pathlib import Path

import pytest

from humanely.affect.text import shipped
from humanely.apps import settings
from humanely.apps.operator_files import NAMES, FileMoved, FileUnsaved, OperatorFiles
from humanely.apps.settings import SettingsFaulty
from humanely.store.team.deeds import digest

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
NOTHING = digest("")


@pytest.fixture
def files(tmp_path: Path) -> OperatorFiles:
    return OperatorFiles(tmp_path, shipped())


def test_every_file_that_is_read_can_be_edited() -> None:
    told = re.findall(r"^    ([a-z]+\.(?:toml|md|json)) ", settings.__doc__ or "", re.MULTILINE)
    assert sorted(told) == sorted(NAMES)


def test_what_is_not_there_holds_nothing(files: OperatorFiles) -> None:
    assert [files.text(name) for name in NAMES] == [None] * len(NAMES)


def test_a_text_is_checked_with_what_the_other_files_say(files: OperatorFiles, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('locale = "de"\n', encoding="utf-8")
    assert files.checked("policy.toml", 'name = "ours"\n').house.locale == "de"


def test_another_file_that_is_faulty_is_named(files: OperatorFiles, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("no toml", encoding="utf-8")
    with pytest.raises(SettingsFaulty, match=r"^The file 'settings\.toml' cannot be used"):
        files.checked("policy.toml", 'name = "ours"\n')


def test_saving_twice_keeps_what_was_held(files: OperatorFiles, tmp_path: Path) -> None:
    assert files.save("faq.md", "one", NOTHING, NOW) is None
    assert files.save("faq.md", "two", digest("one"), NOW) == "one"
    assert files.text("faq.md") == "two"
    assert [one.read_text(encoding="utf-8") for one in (tmp_path / "before").iterdir()] == ["one"]


def test_a_file_that_moved_meanwhile_is_left(files: OperatorFiles) -> None:
    files.save("faq.md", "theirs", NOTHING, NOW)
    with pytest.raises(FileMoved):
        files.save("faq.md", "mine", NOTHING, NOW)
    assert files.text("faq.md") == "theirs"


def test_a_folder_that_is_gone_is_told(files: OperatorFiles, tmp_path: Path) -> None:
    tmp_path.rmdir()
    with pytest.raises(FileUnsaved, match="No such file"):
        files.save("faq.md", "mine", NOTHING, NOW)


def test_who_may_read_a_file_stays_as_it_was(files: OperatorFiles, tmp_path: Path) -> None:
    (tmp_path / "faq.md").write_text("one", encoding="utf-8")
    (tmp_path / "faq.md").chmod(0o640)
    files.save("faq.md", "two", digest("one"), NOW)
    assert (tmp_path / "faq.md").stat().st_mode & 0o777 == 0o640
