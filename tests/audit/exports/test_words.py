from collections import Counter
from pathlib import Path

from humanely.audit.exports import faults
from humanely.audit.exports.sources import SUFFIXES
from humanely.audit.exports.words import COLUMN_NAMES, FIELDS, SPEAKER_WORDS, SYSTEM_WORDS, fold
from humanely.errors import HumanelyError


def test_every_word_is_written_as_it_is_compared() -> None:
    assert all(name == fold(name) for names in COLUMN_NAMES.values() for name in names)


def test_no_word_names_two_roles() -> None:
    assert not SYSTEM_WORDS & SPEAKER_WORDS.keys()


def test_no_column_name_stands_for_two_fields() -> None:
    times = Counter(name for names in COLUMN_NAMES.values() for name in names)
    assert [name for name, count in times.items() if count > 1] == []


def test_every_field_and_every_error_stands_in_the_documentation() -> None:
    text = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")
    kinds = [kind for kind in vars(faults).values() if isinstance(kind, type) and issubclass(kind, HumanelyError)]
    codes = [kind.code for kind in kinds if kind.__module__ == faults.__name__]
    assert len(codes) == 7
    assert not [name for name in (*FIELDS, *SUFFIXES, *codes) if f"`{name}`" not in text]
