"""A form that somebody filled in, read whole: all of its faults at once, and none of what was written lost."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

import msgspec

from humanely.credential.design.spelling import HIDDEN, LINK
from humanely.credential.wording import say

_SPELLED_CHARACTERS = 2_000
_Read = TypeVar("_Read")


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with one field; never what was written in it.

    Attributes:
        field: where, as `steps.2.minutes`, places counted from 1.
        code: its words stand under `design-fault-` in `design.ftl`.
        values: what its words need.
    """

    field: str
    code: str
    values: dict[str, Any] = {}

    def says(self, locale: str) -> str:
        """What is wrong and what to do, in words."""
        return say(locale, f"design-fault-{self.code.replace('_', '-')}", **self.values)


class Form:
    """The fields of a form, each read once; `faults` grows by what is wrong with them.

    What is faulty is read as nothing, so that the rest can be read, too.

    >>> form = Form({"name": " Ada ", "minutes": "soon"})
    >>> form.text("name", most=40), form.whole("minutes", least=1, most=60)
    ('Ada', None)
    >>> [(fault.field, fault.code) for fault in form.faults]
    [('minutes', 'not_whole')]
    """

    def __init__(self, raw: Mapping[str, Any], at: str = "", faults: list[Fault] | None = None) -> None:
        self.faults: list[Fault] = [] if faults is None else faults
        self._raw, self._at = raw, at
        self._known: set[str] = set()

    def fault(self, field: str, code: str, **values: Any) -> None:
        """Note what is wrong with a field."""
        self.faults.append(Fault(f"{self._at}{field}", code, values))

    def given(self, field: str) -> Any:
        """What was filled in; None where the field is missing, empty or blank."""
        self._known.add(field)
        value = self._raw.get(field)
        return None if value in ("", [], {}) or (isinstance(value, str) and not value.strip()) else value

    def text(self, field: str, most: int) -> str:
        """A text that has to be there, of up to `most` characters."""
        return self.needed(field, self.maybe_text(field, most)) or ""

    def maybe_text(self, field: str, most: int) -> str | None:
        """A text, or None where there is none."""
        value = self.given(field)
        if value is None:
            return None
        if not isinstance(value, str):
            self.fault(field, "not_text")
            return None
        value = unicodedata.normalize("NFC", value.replace("\r\n", "\n").strip())
        if HIDDEN.search(value):
            self.fault(field, "hidden_characters")
            return None
        if len(value) > most:
            self.fault(field, "too_long", most=most, length=len(value))
            return None
        return value

    def pattern(self, field: str, pattern: re.Pattern[str], code: str) -> str:
        """A text that has to be there and match a pattern in full; `code` says what it should look like."""
        return self.needed(field, self.maybe_pattern(field, pattern, code)) or ""

    def maybe_pattern(self, field: str, pattern: re.Pattern[str], code: str) -> str | None:
        """A text that matches a pattern in full, or None where there is none."""
        value = self.maybe_text(field, _SPELLED_CHARACTERS)
        if value is None or pattern.fullmatch(value):
            return value
        self.fault(field, code)
        return None

    def link(self, field: str) -> str | None:
        """An address on the web, https only, or None."""
        return self.maybe_pattern(field, LINK, "not_link")

    def choice(self, field: str, among: Collection[str], default: str) -> str:
        """One word of several; the default where none is given."""
        value = self.given(field)
        if value is None:
            return default
        if not isinstance(value, str) or value not in among:
            self.fault(field, "not_among", among=", ".join(among))
            return default
        return value

    def whole(self, field: str, least: int, most: int) -> int | None:
        """A whole number, or None; digits in a text count."""
        value = self.given(field)
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value.strip(), re.ASCII):
            value = int(value)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and least <= value <= most):
            return value
        self.fault(field, "not_whole", least=least, most=most)
        return None

    def flag(self, field: str) -> bool | None:
        """Yes or no, or None where nothing is said."""
        value = self.given(field)
        if value is None or isinstance(value, bool):
            return value
        self.fault(field, "not_flag")
        return None

    def inner(self, field: str, read: "Callable[[Form], _Read]") -> _Read | None:
        """A form within the form, or None."""
        value = self.given(field)
        return None if value is None else self._read(field, value, read)

    def each(self, field: str, read: "Callable[[Form], _Read]", most: int) -> tuple[_Read, ...]:
        """A list of forms, of up to `most`."""
        values = self.given(field)
        if values is None:
            return ()
        if not isinstance(values, list | tuple):
            self.fault(field, "not_list")
            return ()
        if len(values) > most:
            self.fault(field, "too_many", most=most, length=len(values))
            return ()
        found = [self._read(f"{field}.{place}", value, read) for place, value in enumerate(values, 1)]
        return tuple(one for one in found if one is not None)

    def named(self, field: str, read: "Callable[[Form], _Read]", most: int) -> dict[str, _Read]:
        """Forms under names, of up to `most`."""
        values = self.given(field)
        if values is None:
            return {}
        if not isinstance(values, dict):
            self.fault(field, "not_form")
            return {}
        if len(values) > most:
            self.fault(field, "too_many", most=most, length=len(values))
            return {}
        found = {str(name): self._read(f"{field}.{name}", value, read) for name, value in values.items()}
        return {name: one for name, one in found.items() if one is not None}

    def close(self) -> None:
        """Note every field that nobody has read: a slip of the pen, and what it says would be lost."""
        for field in self._raw:
            if field not in self._known:
                self.fault(str(field)[:80], "unknown_field")

    def needed(self, field: str, value: _Read | None) -> _Read | None:
        """The value as read; a fault where nothing was filled in."""
        if value is None and self.given(field) is None:
            self.fault(field, "missing")
        return value

    def _read(self, field: str, value: Any, read: "Callable[[Form], _Read]") -> _Read | None:
        if not isinstance(value, dict):
            self.fault(field, "not_form")
            return None
        form = Form(value, f"{self._at}{field}.", self.faults)
        found = read(form)
        form.close()
        return found
