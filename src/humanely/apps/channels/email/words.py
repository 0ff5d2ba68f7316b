"""The words around those of a mail, in the languages they are written in."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from humanely.signal.tag import base_language

FALLBACK = "en"
STOP = "stop"
"""The one word that ends the mails, in every language."""


class Around(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words around those of a mail.

    Attributes:
        above: the line that replies are written above.
        human, assistant: what comes, by who wrote it.
        reply: how to answer.
        stop: how to get no more.
    """

    subject: str
    above: str
    hello: str
    human: str
    assistant: str
    reply: str
    stop: str


@cache
def all_words() -> dict[str, Around]:
    """By language."""
    source = files("humanely.apps.channels.email").joinpath("words.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(source), dict[str, Around])


def around(locale: str) -> Around:
    """The words for a reader; English where they are not written in their language.

    >>> around("de-AT").hello, around("is").hello
    ('Guten Tag,', 'Hello,')
    """
    written = all_words()
    return written.get(base_language(locale), written[FALLBACK])
