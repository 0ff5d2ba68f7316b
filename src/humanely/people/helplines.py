"""The helplines an operator brings, and which of them to show to whom.

What a person may dial is `dial`, shown as it stands in the directory and never put together by anything else.
"""

from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from humanely.people.opening_hours import OpeningHours, status
from humanely.signal.tag import base_language

Method = Literal["phone", "text", "chat", "email", "app"]
Age = Literal["fresh", "old", "hidden", "ahead"]

_CRISIS = frozenset(["suicide_prevention", "general_crisis"])
_STATES = ("open", "unknown", "closed")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One way to reach one service."""

    record: str
    """Id of the record it comes from."""
    country: str
    """ISO 3166-1 alpha-2."""
    name: str
    local_name: str | None = None
    method: Method
    dial: str | None = None
    """What a person dials or texts inside the country, verbatim; None for a line that is not dialled."""
    word: str | None = None
    """The word to send to a text line, where its record says one."""
    languages: tuple[str, ...]
    """BCP 47 tags."""
    hours_text: str
    hours: OpeningHours | None = None
    """None where the words could not be read."""
    free: bool | None = None
    anonymous: bool | None = None
    categories: tuple[str, ...]
    """The main one first."""
    verified_at: date
    """Day on which somebody last made sure that the line answers."""
    website: str | None = None

    def speaks(self, language: str | None) -> bool:
        """Whether the line answers in a language; regions and scripts do not matter."""
        return bool(language) and base_language(language) in {base_language(tag) for tag in self.languages}

    def name_in(self, language: str) -> str:
        """The local name for a person whose language is the line's first, unless it only repeats the number."""
        local = (
            self.local_name if self.languages and base_language(self.languages[0]) == base_language(language) else None
        )
        return local if local and local != self.dial else self.name

    def age(self, now: datetime) -> Age:
        """How long ago the line was verified.

        `fresh` up to 12 months, `old` up to 24, then `hidden`; `ahead` where the date is still to come, which
        nobody can have verified on. Somewhere it may be tomorrow already: one day is not ahead.
        """
        today, verified = now.date(), self.verified_at
        if verified > today + timedelta(days=1):
            return "ahead"
        years = today.year - verified.year - ((today.month, today.day) <= (verified.month, verified.day))
        return "fresh" if years < 1 else "old" if years < 2 else "hidden"


class Fault(msgspec.Struct, frozen=True):
    """Why a record was left out."""

    record: str
    """Its id, or its place in the file where it has none, such as "record 3"."""
    field: str
    why: str


class Directory(msgspec.Struct, frozen=True):
    """The lines of a file in its order, and the records left out of it."""

    lines: tuple[Line, ...] = ()
    faults: tuple[Fault, ...] = ()


class Outdated(msgspec.Struct, frozen=True):
    """A warning to the operator about the date of a record."""

    record: str
    verified_at: date
    age: Age

    @property
    def says(self) -> str:
        """What happened, then what to do.

        >>> print(Outdated("xx-line", date(2025, 1, 31), "hidden").says)
        Helpline 'xx-line' was last verified on 2025-01-31 and is no longer shown. Make sure with the service itself \
that it answers, then set verified_at.
        """
        what = {"old": "more than 12 months ago", "hidden": "and is no longer shown"}
        happened = f"was last verified on {self.verified_at} {what.get(self.age, '')}"
        if self.age == "ahead":
            happened = f"says it was verified on {self.verified_at}, which is still to come, and is not shown"
        todo = "Make sure with the service itself that it answers, then set verified_at."
        return f"Helpline {self.record!r} {happened}. {todo}"


def choose(directory: Directory, country: str | None, now: datetime, language: str | None) -> tuple[Line, ...]:
    """The lines a person can dial, best first; none without a country, for a language says nothing of a place.

    Lines for suicide and crisis come first, then those in the person's language, then those open now before those
    of unknown hours and those closed; what is still equal keeps the directory's order. Lines last verified more
    than 24 months ago are left out.

    Args:
        directory: as `read_directory` gave it.
        country: ISO 3166-1 alpha-2 in any case, as the person said or the channel knows; None where neither does.
        now: aware.
        language: the person's, a BCP 47 tag; None where it is not known.
    """
    dialled = (line for line in directory.lines if line.dial is not None and line.age(now) in ("fresh", "old"))
    mine = [line for line in dialled if line.country == (country or "").upper()]
    return tuple(sorted(mine, key=lambda line: _order(line, now, language)))


def outdated(directory: Directory, now: datetime, country: str | None = None) -> tuple[Outdated, ...]:
    """What the operator should verify again, one warning a record; of one country, or of all where it is None."""
    found = {
        line.record: Outdated(line.record, line.verified_at, line.age(now))
        for line in directory.lines
        if country is None or line.country == country.upper()
    }
    return tuple(warning for warning in found.values() if warning.age != "fresh")


def _order(line: Line, now: datetime, language: str | None) -> tuple[int, bool, int]:
    return _urgency(line.categories), not line.speaks(language), _STATES.index(status(line.hours, now).state)


def _urgency(categories: tuple[str, ...]) -> int:
    """0 for a service made for crisis; 1 and 2 where crisis is a part of what it does, for everybody and for some."""
    if categories[0] in _CRISIS:
        return 0
    if _CRISIS.isdisjoint(categories):
        return 3
    return 1 if categories[0] == "mental_health" else 2
