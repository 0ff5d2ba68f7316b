"""Whom to call when a life is in danger, by country; the numbers are data in ``emergency.toml``."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Emergency(msgspec.Struct, frozen=True, kw_only=True):
    """The emergency numbers of a country: one for every service, or one for each of two."""

    general: str | None = None
    ambulance: str | None = None
    police: str | None = None
    checked: str
    """Month in which the entry was last held against a source, YYYY-MM."""


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


@cache
def _by_country() -> dict[str, Emergency]:
    text = (files("humanely.people") / "emergency.toml").read_text(encoding="utf-8")
    return {
        country: Emergency(general=entry.general, ambulance=entry.ambulance, police=entry.police, checked=entry.checked)
        for entry in msgspec.convert(tomllib.loads(text), _File).numbers
        for country in entry.countries
    }
