"""The card for somebody whose life may be at risk: fixed words, the same for everybody, in each locale.

The emergency number comes first, then lines of the directory, then that a person of the team is told. No model has
a part in it. The words are in ``locales/`` (Project Fluent) and hold no digit: every number to call comes from
``emergency.toml`` or, verbatim, from the directory. Whoever sends a card tells a person of the team in the same step,
for the card says so.
"""

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from importlib.resources import files

import msgspec
from babel import Locale
from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource

from humanely.people.emergency import emergency
from humanely.people.helplines import Directory, Line, Outdated, choose, outdated
from humanely.people.opening_hours import Status, clock_of, status
from humanely.signal.tag import base_language

FALLBACK = "en"
FINDER = "findahelpline.com"
"""Where a person finds a line when the directory has none for the place."""
MAX_LINES = 3
"""Lines on a card; a longer list is a search, not a help."""

_FILES = files("humanely.people") / "locales"
_LEFT_TO_RIGHT, _AS_IT_STARTS, _END = "\u2066", "\u2068", "\u2069"


class Card(msgspec.Struct, frozen=True):
    """What a person is shown, and what it was made of."""

    text: str
    """For display: in a locale written from right to left, numbers stand in bidi isolates. Dial `lines`, not this."""
    lines: tuple[Line, ...]
    """The lines shown, best first; each `dial` as the directory has it."""
    warnings: tuple[Outdated, ...]
    """For the operator: records of this country to verify again."""
    locale: str
    """The locale of the words, after falling back."""


@cache
def locales() -> frozenset[str]:
    """The locales a card is written in."""
    return frozenset(entry.name.removesuffix(".ftl") for entry in _FILES.iterdir() if entry.name.endswith(".ftl"))


def card(locale: str, country: str | None, directory: Directory, now: datetime, *, zone: tzinfo | None = None) -> Card:
    """The card for a person.

    Args:
        locale: the person's, a BCP 47 tag; ``pt-BR`` falls back to ``pt``, and what is not written to ``en``.
        country: ISO 3166-1 alpha-2, as the person said or the channel knows; None where neither does, and then no
            number is shown: a locale says nothing of a place.
        directory: the operator's helplines.
        now: aware.
        zone: the person's time zone where it is known. Otherwise the country's, where it has one clock; where it has
            several, opening hours are shown in the directory's words.

    >>> from datetime import UTC
    >>> print(card("en-NZ", None, Directory(), datetime(2026, 11, 22, tzinfo=UTC)).text)
    If your life is in danger now, call the emergency number of the place where you are.
    Find a line: findahelpline.com
    A person of our team is being told now.
    Help exists, and it works. You do not have to go through this alone.
    We are not a crisis service.
    """
    words = _Words(_written(locale))
    lines = choose(directory, country, now, locale)[:MAX_LINES]
    clock = zone or clock_of((country or "").upper())
    text = [words.emergency(country), *words.lines(lines, now, clock)]
    text += [words.say("told"), words.say("help"), words.say("not-crisis-service")]
    if lines:
        text.append(words.checked(min(line.verified_at for line in lines)))
    warnings = outdated(directory, now, country) if country else ()
    return Card("\n".join(text), lines, warnings, words.locale)


def _written(locale: str) -> str:
    """The locale a card is written in for a tag: that of its language, else `FALLBACK`."""
    language = base_language(locale)
    return language if language in locales() else FALLBACK


@cache
def _bundle(locale: str) -> FluentBundle:
    # Isolates come from `_Words`, which knows a number from a name and leaves both alone where they do no good.
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(FluentResource((_FILES / f"{locale}.ftl").read_text(encoding="utf-8")))
    return bundle


class _Words:
    """What a card says in one locale."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._bundle = _bundle(locale)
        self._right_to_left = Locale.parse(locale).text_direction == "rtl"

    def say(self, message: str, **values: str) -> str:
        pattern = self._bundle.get_message(message).value
        return str(self._bundle.format_pattern(pattern, values)[0]) if pattern else ""

    def emergency(self, country: str | None) -> str:
        known = emergency(country)
        if known and known.general:
            return self.say("emergency", number=self._number(known.general))
        if known and known.ambulance and known.police:
            ambulance, police = self._number(known.ambulance), self._number(known.police)
            return self.say("emergency-services", ambulance=ambulance, police=police)
        return self.say("emergency-place")

    def lines(self, lines: tuple[Line, ...], now: datetime, clock: tzinfo | None) -> Iterator[str]:
        if not lines:
            yield self.say("find-line", site=self._number(FINDER))
            return
        yield self.say("lines")
        yield from (self._line(line, now, clock) for line in lines)

    def checked(self, day: date) -> str:
        return self.say("checked", date=self._phrase(format_date(day, "long", locale=self.locale)))

    def _line(self, line: Line, now: datetime, clock: tzinfo | None) -> str:
        kind = "line-call" if line.method == "phone" else "line-text-word" if line.word else "line-text"
        return self.say(
            kind,
            dial=self._number(line.dial or ""),
            word=self._number(line.word or ""),
            name=self._phrase(line.name_in(self.locale)),
            notes=self.say("and").join(self._notes(line, now, clock)),
        )

    def _notes(self, line: Line, now: datetime, clock: tzinfo | None) -> Iterator[str]:
        if line.free:
            yield self.say("free")
        if line.anonymous:
            yield self.say("anonymous")
        found = status(line.hours, now)
        if found.state == "open" and found.changes is None:
            yield self.say("always-open")
        elif found.changes is None or clock is None:
            yield from self._directory_hours(line, found)
        else:
            yield self._hours(found, now, found.changes.astimezone(clock))

    def _directory_hours(self, line: Line, found: Status) -> Iterator[str]:
        """The directory's words: all there is to show when they could not be read or the person's time is unknown."""
        if found.state != "unknown":
            yield self.say(f"{found.state}-now")
        yield self.say("hours", hours=self._phrase(line.hours_text))

    def _hours(self, found: Status, now: datetime, changes: datetime) -> str:
        soon = changes - now < timedelta(days=1)
        if found.state == "open" and not soon:
            return self.say("open-now")
        today = changes.date() == now.astimezone(changes.tzinfo).date()
        shape = "HH:mm" if today or found.state == "open" else "EEEE HH:mm"
        time = self._phrase(format_datetime(changes, shape, tzinfo=changes.tzinfo, locale=self.locale))
        return self.say("open-until" if found.state == "open" else "opens-at", time=time)

    def _number(self, value: str) -> str:
        """A number or an address, which reads from left to right wherever it stands."""
        return f"{_LEFT_TO_RIGHT}{value}{_END}" if self._right_to_left else value

    def _phrase(self, value: str) -> str:
        """Words in any script, kept from turning those around them."""
        turns = self._right_to_left or any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in value)
        return f"{_AS_IT_STARTS}{value}{_END}" if turns else value
