"""The words exports use: names of columns, and names for who speaks, in many languages; see words.toml."""

import tomllib
import unicodedata
from collections.abc import Mapping
from importlib.resources import files

from humanely.signal.turn import Speaker


def fold(name: str) -> str:
    """Bring a column name or value to its letters and digits.

    >>> fold("Conversation-ID"), fold("Gespräch ID")
    ('conversationid', 'gesprachid')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if character.isalnum()) or plain.strip()


_WORDS = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def _folded(section: str, key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _WORDS[section][key].split())


# The surest first: the first name that a file has wins.
COLUMN_NAMES: Mapping[str, tuple[str, ...]] = {
    field: tuple(dict.fromkeys(fold(word) for word in words.split())) for field, words in _WORDS["columns"].items()
}
FIELDS = tuple(COLUMN_NAMES)
REQUIRED = ("conversation_id", "speaker", "text")

SPEAKER_WORDS: Mapping[str, Speaker] = {
    word: speaker for speaker in Speaker for word in _folded("speakers", speaker.value)
}
SYSTEM_WORDS = _folded("speakers", "system")

YES, NO = _folded("answers", "yes"), _folded("answers", "no")
ENDED_WELL, ENDED_BADLY = _folded("answers", "ended_well"), _folded("answers", "ended_badly")
NOT_OVER = _folded("answers", "not_over")

MESSAGE_LISTS = frozenset(_WORDS["keys"]["message_lists"].split())
RECORD_LISTS = frozenset(_WORDS["keys"]["record_lists"].split())
CUSTOMER_FLAGS = _folded("keys", "customer_flags")

LANGUAGES: Mapping[str, str] = {
    fold(name): code for code, names in _WORDS["languages"].items() for name in names.split()
}
