"""Which column is which: what the person says, and otherwise a guess from names and values."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from humanely.audit.exports.faults import ColumnsUnknown, DatesAmbiguous, MappingWrong, shown
from humanely.audit.exports.values import day_first_of, flag_of, is_open_date, time_of
from humanely.audit.exports.words import (
    COLUMN_NAMES,
    CUSTOMER_FLAGS,
    FIELDS,
    NO,
    NOT_OVER,
    REQUIRED,
    SPEAKER_WORDS,
    SYSTEM_WORDS,
    YES,
    fold,
)
from humanely.signal.turn import Speaker

SEEN = 200  # records looked at before a guess is made
DATES = {"day-first": True, "month-first": False}


class Guess(msgspec.Struct, frozen=True):
    """How an export was taken, for the person to see and to correct.

    Attributes:
        shape: the platform recognised, None for a table.
        columns: field to column.
        guessed: fields nobody named.
    """

    source: str
    shape: str | None
    columns: Mapping[str, str]
    guessed: tuple[str, ...]

    @property
    def is_plain(self) -> bool:
        """Every column is named as we name it: nothing a person would want to see."""
        return self.shape is None and all(self.columns[field] == field for field in self.guessed)

    def __str__(self) -> str:
        if self.shape:
            return f"{self.source}: read as an export of {self.shape}."
        parts = ", ".join(
            f"`{self.columns[field]}` as {field}" for field in self.guessed if self.columns[field] != field
        )
        return f"{self.source}: I read {parts}; say --map to change." if parts else f"{self.source}: read as named."


class Plan(msgspec.Struct, frozen=True):
    """How each record of one table becomes a row.

    Attributes:
        columns: field to column; a dot reaches into an object.
        words: who is meant by a folded value of the speaker column, None for a system line.
        others: who everybody else is, None when such a row is to be refused.
        day_first: how numeric dates are meant, None when nothing needs it.
    """

    columns: Mapping[str, str]
    words: Mapping[str, Speaker | None]
    others: Speaker | None
    day_first: bool | None
    guess: Guess


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Refuse a mapping that names no field of ours.

    Raises:
        MappingWrong: a key is unknown, or ``dates`` has another value than its two.
    """
    for field, column in mapping.items():
        if field == "dates" and column not in DATES:
            raise MappingWrong(f"dates={column} is not known.", fix="Say dates=day-first or dates=month-first.")
        if field not in (*FIELDS, "dates"):
            raise MappingWrong(f"--map knows no field {field!r}.", fix=f"Fields: {', '.join(FIELDS)}, dates.")


def plan_for(
    source: str,
    seen: Sequence[Mapping[str, Any]],
    mapping: Mapping[str, str],
    speakers: Mapping[str, Speaker],
) -> Plan:
    """Decide how to read a table from its first records.

    Raises:
        MappingWrong: a mapped column is not in the file.
        ColumnsUnknown: a needed column was neither named nor to be guessed.
        DatesAmbiguous: dates such as 03/04/2024, and nothing says which way round.
    """
    names = columns_of(seen)
    columns = {field: column for field, column in mapping.items() if field != "dates"}
    for field, column in columns.items():
        if column not in names:
            raise MappingWrong(
                f"{source} has no column {column!r} to be {field}.",
                fix=f"Its columns: {shown(names)}.",
            )
    guessed = _guess(names, seen, columns, speakers)
    columns = {field: {**guessed, **columns}[field] for field in FIELDS if field in columns or field in guessed}
    missing = [field for field in REQUIRED if field not in columns]
    if missing:
        raise ColumnsUnknown(source, names, columns, missing)
    return Plan(
        columns=columns,
        words=words_for(columns["speaker"], _values(seen, columns["speaker"]), speakers),
        others=speakers.get("*"),
        day_first=_day_first(source, seen, columns.get("time"), mapping.get("dates")),
        guess=Guess(source, None, columns, tuple(field for field in columns if field in guessed)),
    )


def columns_of(seen: Iterable[Mapping[str, Any]]) -> list[str]:
    """Every column in order of appearance; the keys of an object within are reached by a dot."""
    names: dict[str, None] = {}
    for cells in seen:
        for key, value in cells.items():
            if isinstance(value, dict):
                names.update(dict.fromkeys(f"{key}.{inner}" for inner in value))
            names[key] = None
    return list(names)


def cell(cells: Mapping[str, Any], column: str) -> Any:
    """The value of a column; ``a.b`` is key b of the object a, unless a key has the dot in its name."""
    if column in cells:
        return cells[column]
    outer, _, inner = column.partition(".")
    value = cells.get(outer)
    return cell(value, inner) if inner and isinstance(value, dict) else None


def words_for(column: str, values: Iterable[Any], speakers: Mapping[str, Speaker]) -> Mapping[str, Speaker | None]:
    """What each folded value of a speaker column means; ``speakers`` goes before what is known."""
    words: dict[str, Speaker | None] = {**SPEAKER_WORDS, **dict.fromkeys(SYSTEM_WORDS)}
    if fold(column.rpartition(".")[2]) in CUSTOMER_FLAGS:
        words |= dict.fromkeys(YES, Speaker.CUSTOMER) | dict.fromkeys(NO, Speaker.AGENT)
    kinds = {fold(str(value)) for value in values}
    staff = {kind for kind in kinds if SPEAKER_WORDS.get(kind) is Speaker.AGENT}
    if {"user", "contact"} <= kinds and not staff:
        words["user"] = Speaker.AGENT  # where a contact writes, a user is somebody of the house
    words |= {fold(value): speaker for value, speaker in speakers.items() if value != "*"}
    return words


def _guess(
    names: Sequence[str],
    seen: Sequence[Mapping[str, Any]],
    given: Mapping[str, str],
    speakers: Mapping[str, Speaker],
) -> dict[str, str]:
    """Fields nobody named, by the names of columns first and by their values where names do not settle it."""
    free = [name for name in names if name not in given.values()]
    guess: dict[str, str] = {}
    for field in FIELDS:
        if field in given:
            continue
        candidates = _named(field, [name for name in free if name not in guess.values()])
        fits = _FITS.get(field)
        if field == "speaker":
            chosen = _speaker_column(candidates, free, seen, speakers)
        elif fits:
            chosen = next((name for name in candidates if fits(_values(seen, name))), None)
        else:
            chosen = candidates[0] if candidates else None
        if field == "conversation_id" and chosen is None:
            chosen = _repeating_id(free, seen)
        if chosen is not None:
            guess[field] = chosen
    return guess


def _named(field: str, names: Iterable[str]) -> list[str]:
    """Columns whose name, or whose last part, is known for a field; the surest first."""
    ranks = {name: rank for rank, name in enumerate(COLUMN_NAMES[field])}
    ranked: list[tuple[int, int, str]] = []
    for name in names:
        whole, last = fold(name), fold(name.rpartition(".")[2])
        if whole in ranks:
            ranked.append((0, ranks[whole], name))
        elif "." in name and last in ranks and field in {"speaker", "text"}:
            ranked.append((1, ranks[last], name))
    return [name for _, _, name in sorted(ranked)]


def _values(seen: Iterable[Mapping[str, Any]], column: str) -> list[Any]:
    """What a column holds, without the empty cells."""
    return [value for cells in seen if (value := cell(cells, column)) not in (None, "")]


def _speaker_column(
    candidates: Sequence[str],
    free: Sequence[str],
    seen: Sequence[Mapping[str, Any]],
    speakers: Mapping[str, Speaker],
) -> str | None:
    """The named column whose values we know best, else any column that holds nothing but known roles."""

    def known(name: str) -> tuple[int, int]:
        """How many values we know, and of how many."""
        values = [str(value) for value in _values(seen, name) if not isinstance(value, dict | list)]
        words = words_for(name, values, speakers)
        return sum(fold(value) in words for value in values), max(1, len(values))

    def all_known(name: str) -> bool:
        count, total = known(name)
        return count == total

    def settled(name: str) -> float:
        """For how many records the column says who speaks, less where it says much that we do not know."""
        count, total = known(name)
        return count * count / total

    if candidates:
        best = max(candidates, key=settled)
        if settled(best) > 0:
            return best
    typed = [name for name in free if len({str(value) for value in _values(seen, name)}) in range(2, 9)]
    by_value = next((name for name in typed if all_known(name) and not _all_flags(_values(seen, name))), None)
    plain = [name for name in candidates if _values(seen, name) and not isinstance(_values(seen, name)[0], dict)]
    return by_value or (plain[0] if plain else None)


def _all_flags(values: Iterable[Any]) -> bool:
    return all(fold(str(value)) in YES | NO for value in values)


def _repeating_id(free: Sequence[str], seen: Sequence[Mapping[str, Any]]) -> str | None:
    """A column whose name speaks of a conversation or ends in id, and whose values come again."""
    telling = ("conv", "ticket", "thread", "session", "dialog", "chat", "case")
    for name in free:
        last = fold(name.rpartition(".")[2])
        values = [str(value) for value in _values(seen, name)]
        repeats = len(values) > 1 and len(set(values)) < len(values)
        if last.endswith(("id", "nr", "number", "no")) and any(word in last for word in telling):
            return name
        if last == "id" and "." not in name and repeats:
            return name
    return None


def _holds_text(values: Sequence[Any]) -> bool:
    return any(isinstance(value, str | int | float | list) for value in values) or not values


def _holds_times(values: Sequence[Any]) -> bool:
    def reads(value: Any) -> bool:
        try:
            return time_of(value, day_first=True) is not None
        except ValueError:
            return isinstance(value, str) and day_first_of(value) is not None

    return any(reads(value) for value in values)


def _counts_up(values: Sequence[Any]) -> bool:
    """Numbers from 0 or 1 that go up by one somewhere: places in a conversation, not numbers of orders."""
    try:
        numbers = [float(value) for value in values]
    except (TypeError, ValueError):
        return False
    return min(numbers, default=2) <= 1 and any(later - earlier == 1 for earlier, later in pairwise(numbers))


def _are_distinct(values: Sequence[Any]) -> bool:
    """Ids of messages: nearly all different, where the id of a person comes again and again."""
    return bool(values) and len({str(value) for value in values}) >= 0.8 * len(values)


def _holds_flags(values: Sequence[Any]) -> bool:
    return any(flag_of(value) is not None or fold(str(value)) in NOT_OVER for value in values)


def _holds_labels(values: Sequence[Any]) -> bool:
    return any(isinstance(value, str | int | list) and not isinstance(value, bool) for value in values)


_FITS: Mapping[str, Callable[[Sequence[Any]], bool]] = {
    "text": _holds_text,
    "time": _holds_times,
    "position": _counts_up,
    "message_id": _are_distinct,
    "language": _holds_labels,
    "channel": _holds_labels,
    "journey": _holds_labels,
    "group": _holds_labels,
    "resolved": _holds_flags,
    "returned": _holds_flags,
}


def _day_first(source: str, seen: Iterable[Mapping[str, Any]], column: str | None, said: str | None) -> bool | None:
    if said is not None:
        return DATES[said]
    texts = [value for value in _values(seen, column) if isinstance(value, str)] if column else []
    settled = {order for text in texts if (order := day_first_of(text)) is not None}
    if len(settled) == 1:
        return settled.pop()
    if any(is_open_date(text) for text in texts):
        raise DatesAmbiguous(
            f"{source}: dates in `{column}` may be day-first or month-first.",
            fix="Say --map dates=day-first or --map dates=month-first.",
        )
    return None
