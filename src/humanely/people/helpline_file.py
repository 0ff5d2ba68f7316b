"""The file of helplines: a JSON object with a list `records`, each one service with its ways to be reached.

A record with a fault is left out whole and named, with its field and the reason; the others stay as they are.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
from babel import Locale

from humanely.errors import HumanelyError
from humanely.people.helplines import Directory, Fault, Line, Method
from humanely.people.opening_hours import read_hours

_DIAL = re.compile(r"[+*#]?[0-9][0-9 ().*#/-]{1,23}(?: ?(?:ext\.?|x) ?[0-9]{1,6})?", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_URL = re.compile(r"https://[^\s\"'<>]{4,300}", re.ASCII)
_TEXT_WORD = re.compile(r"text (?P<word>[A-Z0-9]{1,20}) to (?P<dial>.+)")
_JOINERS = frozenset("\u200c\u200d")
"""Format characters that Indic and Persian names are spelled with; all others may disguise a name or a number."""
_PLACE = re.compile(r" - at `\$\.?(?P<field>[^`]*)`$")
_MISSING = re.compile(r"Object missing required field `(?P<field>\w+)`")
_NO_COUNTRIES = frozenset(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"])
"""Codes of two letters that stand for groups, tests and places nobody knows."""


class DirectoryUnreadable(HumanelyError):
    """A file of helplines is not a directory at all."""

    code = "helplines_unreadable"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The file of helplines could not be read: {why}.",
            fix='Bring a JSON file of the form {"records": [...]}, one record a service.',
        )


class _Contact(msgspec.Struct):
    method: Method
    hours: str
    dial: str | None = None
    dial_note: str | None = None
    url: str | None = None
    languages: list[str] = []
    free: bool | None = None
    anonymous: bool | None = None


class _Record(msgspec.Struct):
    id: str
    country: str
    name: str
    category: str
    contacts: list[_Contact]
    verified_at: date
    local_name: str | None = None
    secondary_categories: list[str] = []
    website: str | None = None


class _File(msgspec.Struct):
    records: list[Any]


def read_directory(data: bytes) -> Directory:
    """Parse a directory; what is wrong with a record is told in `faults` and leaves the others as they are.

    Raises:
        DirectoryUnreadable: the bytes are no JSON object with a list `records`.

    >>> read_directory(b'{"records": [{"id": "xx-quiet"}]}').faults
    (Fault(record='xx-quiet', field='country', why='is missing'),)
    """
    try:
        entries = msgspec.json.decode(data, type=_File).records
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DirectoryUnreadable(str(error)) from None
    lines: list[Line] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for place, entry in enumerate(entries, start=1):
        read = _read(entry, f"record {place}", seen)
        if isinstance(read, Fault):
            faults.append(read)
        else:
            seen.add(read.id)
            lines.extend(_lines(read))
    return Directory(tuple(lines), tuple(faults))


def _read(entry: object, place: str, seen: set[str]) -> _Record | Fault:
    """A record that can be trusted, or the first thing wrong with it."""
    said = entry.get("id") if isinstance(entry, dict) else None
    name = said if isinstance(said, str) and _is_plain(said, 80) else place
    try:
        record = msgspec.convert(entry, _Record)
    except msgspec.ValidationError as error:
        return _type_fault(name, str(error))
    for field, why in _faults(record, seen):
        return Fault(name, field, why)
    return record


def _type_fault(record: str, message: str) -> Fault:
    place = _PLACE.search(message)
    inside = place["field"] if place else ""
    missing = _MISSING.match(message)
    if missing:
        return Fault(record, ".".join(filter(None, (inside, missing["field"]))), "is missing")
    return Fault(record, inside or "record", _PLACE.sub("", message))


def _faults(record: _Record, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Fields that do not hold what they should, in the order of the format."""
    if not _is_plain(record.id, 80):
        yield "id", "is not one short line of text"
    if record.id in seen:
        yield "id", "stands in the file twice"
    if not _is_country(record.country):
        yield "country", "is not a country of ISO 3166-1 alpha-2, such as GB"
    for field, text in (("name", record.name), ("local_name", record.local_name), ("category", record.category)):
        if text is not None and not _is_plain(text, 200):
            yield field, "is not one short line of text"
    if record.website is not None and not _URL.fullmatch(record.website):
        yield "website", "is not an https address"
    if not record.contacts:
        yield "contacts", "is empty"
    for place, contact in enumerate(record.contacts):
        yield from ((f"contacts[{place}].{field}", why) for field, why in _contact_faults(contact))


def _contact_faults(contact: _Contact) -> Iterator[tuple[str, str]]:
    if contact.method in ("phone", "text"):
        if contact.dial is None:
            yield "dial", "is missing"
        elif not _DIAL.fullmatch(contact.dial):
            yield "dial", "is not a number a person can dial"
    elif contact.url is None or not _URL.fullmatch(contact.url):
        yield "url", "is not an https address"
    if not _is_plain(contact.hours, 200):
        yield "hours", "is not one short line of text"
    if not contact.languages or not all(_LANGUAGE.fullmatch(tag) for tag in contact.languages):
        yield "languages", "is not a list of language tags, such as en or pt-BR"


def _is_country(code: str) -> bool:
    return len(code) == 2 and code in Locale("en").territories and code not in _NO_COUNTRIES


def _is_plain(text: str, most: int) -> bool:
    """Whether a text is one visible line with nothing in it that could disguise another."""
    return bool(text.strip()) and len(text) <= most and all(c.isprintable() or c in _JOINERS for c in text)


def _lines(record: _Record) -> Iterable[Line]:
    for contact in record.contacts:
        dialled = contact.method in ("phone", "text")
        yield Line(
            record=record.id,
            country=record.country,
            name=record.name,
            local_name=record.local_name,
            method=contact.method,
            dial=contact.dial if dialled else None,
            word=_word(contact),
            languages=tuple(contact.languages),
            hours_text=contact.hours,
            hours=read_hours(contact.hours, record.country),
            free=contact.free,
            anonymous=contact.anonymous,
            categories=(record.category, *record.secondary_categories),
            verified_at=record.verified_at,
            website=record.website,
        )


def _word(contact: _Contact) -> str | None:
    """The word of a note such as "text HELLO to 85000", where the number is the one dialled."""
    note = _TEXT_WORD.fullmatch(contact.dial_note or "")
    return note["word"] if note and contact.method == "text" and note["dial"] == contact.dial else None
