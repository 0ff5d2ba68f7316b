from collections import Counter

from humanely.audit.exports.words import COLUMN_NAMES, SPEAKER_WORDS, SYSTEM_WORDS, fold


def test_every_word_is_written_as_it_is_compared() -> None:
    assert all(name == fold(name) for names in COLUMN_NAMES.values() for name in names)


def test_no_word_names_two_roles() -> None:
    assert not SYSTEM_WORDS & SPEAKER_WORDS.keys()


def test_no_column_name_stands_for_two_fields() -> None:
    times = Counter(name for names in COLUMN_NAMES.values() for name in names)
    assert [name for name, count in times.items() if count > 1] == []
