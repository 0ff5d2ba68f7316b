"""The words of the console, in Project Fluent: one file for each area and locale in ``locales/``."""

from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from humanely.signal.tag import base_language

LOCALES = ("en", "de", "es", "fr")
"""The first is for everybody whose language is not among them."""

NAMES = {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français"}
"""What each language calls itself."""

_FILES = files("humanely.apps.console") / "locales"


class WordMissing(Exception):
    """A page asks for words that are not written, or does not give what they need: a fault of ours."""


class Words:
    """What the console says in one locale.

    >>> words("de").say("nav-inbox")
    'Eingang'
    """

    def __init__(self, locale: str) -> None:
        self.locale = locale
        # A person's name stands in an element of its own, which isolates it.
        self._bundle = FluentBundle([locale], use_isolating=False)
        for file in sorted((_FILES / locale).iterdir(), key=lambda one: one.name):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def say(self, key: str, **values: Any) -> str:
        """The words under a key.

        Args:
            values: what they need; numbers and times are written as the locale writes them.

        Raises:
            WordMissing: there are none, or a value is missing.
        """
        if not self.has(key):
            raise WordMissing(f"{self.locale}: {key}")
        pattern = self._bundle.get_message(key).value
        said, faults = self._bundle.format_pattern(pattern, values) if pattern else ("", ["empty"])
        if faults:
            raise WordMissing(f"{self.locale}: {key}: {faults[0]}")
        return str(said)

    def has(self, key: str) -> bool:
        """Whether there are words under a key."""
        return bool(self._bundle.has_message(key))


@cache
def words(locale: str) -> Words:
    """The words of one of `LOCALES`."""
    return Words(locale)


def fitting(tag: str, accepted: str = "") -> str:
    """The locale for somebody: the one they chose, what their browser asks for, or the first.

    Args:
        tag: a language tag; empty where they chose none.
        accepted: the header Accept-Language.

    >>> fitting("de-AT"), fitting("", "pt, fr-CH;q=0.8, en;q=0.5"), fitting("", "pt")
    ('de', 'fr', 'en')
    """
    wanted = [tag] if tag else []
    weighted = [one.strip().partition(";q=") for one in accepted.split(",")[:20]]
    wanted += [name for name, _, _ in sorted(weighted, key=lambda one: -_weight(one[2]))]
    short = (base_language(one) for one in wanted)
    return next((one for one in short if one in LOCALES), LOCALES[0])


def _weight(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0
