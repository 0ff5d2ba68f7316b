"""The authored lines of one language: messages of Project Fluent, each with several variants to choose from.

A message has attributes and no value: ``.a`` to ``.f`` are variants that say the same in other words. A twin such as
``.a-familiar`` says it to a person on familiar terms, in languages whose service is otherwise formal.

Lines stand in books: ``replies`` (what a reply or the words of a handoff are composed of), ``notices``, ``why``,
``record`` and ``packet``. A language may have some of them and lack others.
"""

import functools
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

from humanely.errors import HumanelyError
from humanely.signal.tag import base_language

FALLBACK = "en"
"""The language of what must be said and is not authored in the person's."""

Book = Literal["replies", "notices", "why", "record", "packet"]

_FAMILIAR = "-familiar"
_FILES: dict[Book, tuple[str, ...]] = {
    "replies": ("replies.ftl", "handoff.ftl", "first_line.ftl"),
    "notices": ("notices.ftl",),
    "why": ("why.ftl",),
    "record": ("record.ftl",),
    "packet": ("packet.ftl",),
}


class LocaleUnknown(HumanelyError):
    """No lines were authored in this language."""

    code = "locale_unknown"

    def __init__(self, locale: str, book: Book = "replies") -> None:
        super().__init__(
            f"There are no {book} in {locale!r}.", fix=f"Use one of {', '.join(sorted(locales(book)))}, or a person."
        )


class LineBroken(HumanelyError):
    """An authored line cannot be rendered."""

    code = "line_broken"

    def __init__(self, locale: str, message: str, files: str) -> None:
        super().__init__(
            f"The message {message!r} of locale {locale!r} is missing or cannot be rendered.",
            fix=f"Mend it in response/locales/{locale}/{files}.",
        )


class Phrasebook:
    """All messages of one book in one locale."""

    def __init__(self, locale: str, source: str, book: Book = "replies") -> None:
        self.locale = locale
        self._files = " or ".join(_FILES[book])
        # Isolation marks would travel with copied text; none of these languages needs them.
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))

    def variants(self, message: str) -> tuple[str, ...]:
        """Names of the variants of a message, familiar twins left out.

        >>> phrasebook("en").variants("step-look_up")
        ('a', 'b', 'c', 'd', 'e', 'f')
        """
        if not self._bundle.has_message(message):
            raise LineBroken(self.locale, message, self._files)
        return tuple(name for name in self._bundle.get_message(message).attributes if not name.endswith(_FAMILIAR))

    def render(self, message: str, variant: str, values: Mapping[str, str], *, familiar: bool = False) -> str:
        """One line, its first letter a capital.

        Raises:
            LineBroken: the message or variant is missing, or needs a value that is not given.

        >>> phrasebook("en").render("fact-amount", "label", {"value": "20 €"})
        'Amount: 20 €'
        """
        line = self._line(message, variant, values, familiar=familiar)
        return line[:1].upper() + line[1:]

    def forms(self, topic: str, *, familiar: bool = False) -> dict[str, str]:
        """How this language names a topic: alone, after "with" and after "about".

        >>> phrasebook("en").forms("order")
        {'topic': 'your order', 'with': 'with your order', 'about': 'about your order'}
        """
        message = f"topic-{topic}"
        return {name: self._line(message, name, {}, familiar=familiar) for name in self.variants(message)}

    def _line(self, message: str, variant: str, values: Mapping[str, str], *, familiar: bool) -> str:
        if variant not in self.variants(message):
            raise LineBroken(self.locale, message, self._files)
        attributes = self._bundle.get_message(message).attributes
        pattern = attributes.get(variant + _FAMILIAR) if familiar else None
        text, errors = self._bundle.format_pattern(pattern or attributes[variant], dict(values))
        if errors or not isinstance(text, str):
            raise LineBroken(self.locale, message, self._files)
        return text


@functools.cache
def locales(book: Book = "replies") -> frozenset[str]:
    """Languages with authored lines."""
    return frozenset(
        entry.name for entry in _folder().iterdir() if all((entry / name).is_file() for name in _FILES[book])
    )


def locale_of(tag: str, book: Book = "replies") -> str:
    """The locale that serves a BCP 47 tag.

    Raises:
        LocaleUnknown: none does.

    >>> locale_of("pt-BR")
    'pt'
    """
    language = base_language(tag)
    if language not in locales(book):
        raise LocaleUnknown(tag, book)
    return language


def served(tag: str, book: Book) -> str:
    """The locale that serves a tag, and English where none does: for words that have to be said.

    >>> served("ja", "notices"), served("ja", "why")
    ('ja', 'en')
    """
    try:
        return locale_of(tag, book)
    except LocaleUnknown:
        return FALLBACK


@functools.cache
def phrasebook(locale: str, book: Book = "replies") -> Phrasebook:
    """The lines of a locale, read once.

    Raises:
        LocaleUnknown: there are none.
    """
    if locale not in locales(book):
        raise LocaleUnknown(locale, book)
    files = [_folder() / locale / name for name in _FILES[book]]
    return Phrasebook(locale, "\n".join(file.read_text(encoding="utf-8") for file in files), book)


def _folder() -> Traversable:
    return resources.files("humanely.response") / "locales"
