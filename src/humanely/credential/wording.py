"""What the room says to people, in Project Fluent: ``locales/<locale>/<book>.ftl``, one book for each sub-room."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from humanely.signal.tag import base_language

LOCALES = ("en", "de", "es", "fr")
"""The first is for everybody whose language is not among them."""

_FILES = files("humanely.credential") / "locales"

_LONGEST = 2_000
"""Characters of a value; the library refuses longer ones from some hundred more on, so those are put in last."""
_PLACE = re.compile("\x00[a-z_]+\x00")


class WordingMissing(Exception):
    """Words are asked for that are not written, or a value that they need is not given: a fault of ours."""


def say(locale: str, key: str, **values: Any) -> str:
    """The words under a key, in the locale or the nearest that is written.

    Args:
        locale: a BCP 47 tag; ``de-AT`` is read as ``de``, and what is not written as the first of `LOCALES`.
        values: what the words need, a variable ``$issuer`` as ``issuer=``; numbers and times are written as the
            locale writes them.

    Raises:
        WordingMissing: there are no such words, or a value is missing.
    """
    bundle = _bundle(fitting(locale))
    long = {name: one for name, one in values.items() if isinstance(one, str) and len(one) > _LONGEST}
    places = {f"\x00{name}\x00": one for name, one in long.items()}
    values |= {name: f"\x00{name}\x00" for name in long}
    if not bundle.has_message(key):
        raise WordingMissing(f"{locale}: {key}")
    pattern = bundle.get_message(key).value
    said, faults = bundle.format_pattern(pattern, values) if pattern else ("", ["empty"])
    if faults:
        raise WordingMissing(f"{locale}: {key}: {faults[0]}")
    return _PLACE.sub(lambda found: places.get(found[0], found[0]), str(said))


def has(locale: str, key: str) -> bool:
    """Whether there are words under a key.

    >>> has("en", "no-such-words")
    False
    """
    return bool(_bundle(fitting(locale)).has_message(key))


def fitting(locale: str) -> str:
    """The one of `LOCALES` for a language tag.

    >>> fitting("de-AT"), fitting("fr_CH"), fitting("pt-BR")
    ('de', 'fr', 'en')
    """
    short = base_language(locale)
    return short if short in LOCALES else LOCALES[0]


@cache
def _bundle(locale: str) -> FluentBundle:
    # The words end up in pages, PDF and terminals, where marks that isolate a value would show.
    bundle = FluentBundle([locale], use_isolating=False)
    for book in sorted((_FILES / locale).iterdir(), key=lambda one: one.name):
        bundle.add_resource(FluentResource(book.read_text(encoding="utf-8")))
    return bundle
