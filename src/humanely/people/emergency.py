"""Whom to call when a life is in danger, by country; the numbers are data in ``emergency.toml``."""

import tomllib
from datetime import datetime
from functools import cache
from importlib.resources import files

import msgspec

FRESH_MONTHS = 12
"""So long after the month in which it was checked an entry raises no warning."""


class Emergency(msgspec.Struct, frozen=True, kw_only=True):
    """The emergency numbers of a country: one for every service, or one for each of two."""

    general: str | None = None
    ambulance: str | None = None
    police: str | None = None
    checked: str
    """Month in which the entry was last held against a source, YYYY-MM."""


class Outdated(msgspec.Struct, frozen=True):
    """A warning to the operator: nobody has held these countries' numbers against a source for long.

    Attributes:
        countries: ISO 3166-1 alpha-2.
        checked: month of the last time, YYYY-MM.
    """

    countries: tuple[str, ...]
    checked: str

    @property
    def says(self) -> str:
        """What happened, then what to do."""
        return (
            f"The emergency numbers of {', '.join(self.countries)} were last checked in {self.checked}, more than "
            f"{FRESH_MONTHS} months ago. Install a newer Humanely, or hold them against an official source of each "
            "country."
        )


class _Entry(Emergency, frozen=True, kw_only=True, forbid_unknown_fields=True):
    countries: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    numbers: tuple[_Entry, ...]


def emergency(country: str | None) -> Emergency | None:
    """The numbers of a country, None where it is unknown or we are not sure: then nothing is guessed.

    Args:
        country: ISO 3166-1 alpha-2 in any case, as the person said or the channel knows; None where neither does.

    >>> emergency("nz").general, emergency("JP").ambulance, emergency(None)
    ('111', '119', None)
    """
    return _by_country().get((country or "").upper())


def countries() -> frozenset[str]:
    """The countries with a number, ISO 3166-1 alpha-2."""
    return frozenset(_by_country())


def outdated(now: datetime, country: str | None = None) -> tuple[Outdated, ...]:
    """What was last checked more than 12 months ago, one warning a month of checking.

    Such numbers are still shown: they seldom change, and none would be worse.

    Args:
        now: aware.
        country: of this one alone; of all where it is None.

    >>> from datetime import UTC
    >>> outdated(datetime(2028, 1, 1, tzinfo=UTC), "nz")
    (Outdated(countries=('NZ',), checked='2026-11'),)
    """
    found: dict[str, list[str]] = {}
    for code, entry in sorted(_by_country().items()):
        if country is None or country.upper() == code:
            found.setdefault(entry.checked, []).append(code)
    return tuple(
        Outdated(tuple(codes), checked)
        for checked, codes in sorted(found.items())
        if _months(now, checked) > FRESH_MONTHS
    )


def _months(now: datetime, checked: str) -> int:
    year, month = checked.split("-")
    return 12 * (now.year - int(year)) + now.month - int(month)


@cache
def _by_country() -> dict[str, Emergency]:
    text = (files("humanely.people") / "emergency.toml").read_text(encoding="utf-8")
    return {
        country: Emergency(general=entry.general, ambulance=entry.ambulance, police=entry.police, checked=entry.checked)
        for entry in msgspec.convert(tomllib.loads(text), _File).numbers
        for country in entry.countries
    }
