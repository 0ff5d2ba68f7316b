"""The form of an achievement: its inputs as a browser sends them, and the same as the plain data that is checked.

Whatever is blank is left out, so that a row that was added and not filled in is no fault. Names of steps and of the
achievement itself make their ids, unless somebody writes one.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from humanely.credential.design.achievement import Achievement

MOST_ID = 64
SPARE = 2
"""Blank rows below those that are filled in."""

Json = dict[str, Any]

NEXT, SKILL, CAREER, STEP = (
    ("says", "url"),
    ("name", "framework", "code", "url", "level"),
    ("name", "code", "note"),
    ("id", "name", "says", "minutes", "optional"),
)


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """The inputs; those of a list stand side by side, one of each for every row.

    Attributes:
        do: ``save``, ``look`` to see it first, ``rows`` for more blank rows.
        kept: what has no input here, such as other languages, as JSON.
    """

    do: str = "save"
    id: str = ""
    name: str = ""
    description: str = ""
    criteria: str = ""
    meaning: str = ""
    alternative_text: str = ""
    stakes: str = "everyday"
    review: bool = False
    language: str = ""
    colour: str = ""
    level: str = ""
    picture: str = ""
    valid_for_days: str = ""
    parts: tuple[str, ...] = ()
    contact_name: str = ""
    contact_email: str = ""
    contact_url: str = ""
    contact_phone: str = ""
    renewal_says: str = ""
    renewal_url: str = ""
    next_says: tuple[str, ...] = ()
    next_url: tuple[str, ...] = ()
    skill_name: tuple[str, ...] = ()
    skill_framework: tuple[str, ...] = ()
    skill_code: tuple[str, ...] = ()
    skill_url: tuple[str, ...] = ()
    skill_level: tuple[str, ...] = ()
    career_name: tuple[str, ...] = ()
    career_code: tuple[str, ...] = ()
    career_note: tuple[str, ...] = ()
    step_id: tuple[str, ...] = ()
    step_name: tuple[str, ...] = ()
    step_says: tuple[str, ...] = ()
    step_minutes: tuple[str, ...] = ()
    step_optional: tuple[str, ...] = ()
    kept: str = ""


_PLAIN = (
    "id", "name", "description", "criteria", "meaning", "alternative_text", "stakes", "language", "colour", "level",
    "picture", "valid_for_days",
)  # fmt: skip
_LISTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "next_steps": ("next", NEXT),
    "skills": ("skill", SKILL),
    "careers": ("career", CAREER),
    "steps": ("step", STEP),
}


def raw_of(filled: Filled) -> Json:
    """What was filled in, as it is checked.

    >>> raw_of(Filled(name="First aid", step_name=("A day", ""), step_minutes=("60", "")))["id"]
    'first-aid'
    """
    raw: Json = {**kept_of(filled), **_said({name: getattr(filled, name) for name in _PLAIN})}
    raw["id"] = raw.get("id") or slug(filled.name)
    raw["review"] = filled.review or None
    raw["parts"] = list(filled.parts)
    raw["contact"] = _said({name: getattr(filled, f"contact_{name}") for name in ("name", "email", "url", "phone")})
    raw["renewal"] = _said({"says": filled.renewal_says, "url": filled.renewal_url})
    for field, (prefix, names) in _LISTS.items():
        raw[field] = rows_of(filled, prefix, names)
    raw["steps"] = _with_ids(raw["steps"])
    raw["versions"] = _of_steps(raw.get("versions"), [step.get("id") for step in raw["steps"]])
    return {name: value for name, value in raw.items() if value not in ("", None, [], {})}


def filled_of(raw: Mapping[str, Any]) -> Filled:
    """Plain data as the form shows them; what does not fit an input is kept beside it."""
    given: Json = {name: _text(raw.get(name)) for name in _PLAIN}
    for name, (prefix, fields) in _LISTS.items():
        rows = [one for one in _list(raw.get(name)) if isinstance(one, dict)]
        for field in fields:
            given[f"{prefix}_{field}"] = tuple(_text(one.get(field)) for one in rows)
    contact, renewal = _form(raw.get("contact")), _form(raw.get("renewal"))
    given |= {f"contact_{name}": _text(contact.get(name)) for name in ("name", "email", "url", "phone")}
    given |= {f"renewal_{name}": _text(renewal.get(name)) for name in ("says", "url")}
    given["parts"] = tuple(str(one) for one in _list(raw.get("parts")))
    given["review"] = raw.get("review") is True
    given["stakes"] = given["stakes"] or "everyday"
    shown = {*_PLAIN, *_LISTS, "contact", "renewal", "parts", "review"}
    kept = {name: value for name, value in raw.items() if name not in shown}
    return Filled(**given, kept=msgspec.json.encode(kept).decode() if kept else "")


def kept_of(filled: Filled) -> Json:
    """What was kept beside the inputs; nothing where a browser sends something else."""
    try:
        return _form(msgspec.json.decode(filled.kept)) if filled.kept else {}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}


def plain(achievement: Achievement) -> Json:
    """An achievement as plain data, as whoever filled it in could have written it."""
    made: Json = _bare(msgspec.to_builtins(achievement))
    return made


def rows_of(filled: Any, prefix: str, names: Sequence[str]) -> list[Json]:
    """The rows of a list in which something was filled in."""
    columns = {name: getattr(filled, f"{prefix}_{name}") for name in names}
    count = max(map(len, columns.values()))
    rows = [
        _said({name: values[at] if at < len(values) else "" for name, values in columns.items()}) for at in range(count)
    ]
    return [_typed(row) for row in rows if set(row) - {"optional", "id"}]


def slug(name: str) -> str:
    """A short name for addresses.

    >>> slug("Führerschein für Stapler, 5 t")
    'fuhrerschein-fur-stapler-5-t'
    """
    bare = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare)[:MOST_ID].strip("-")


def _with_ids(steps: list[Json]) -> list[Json]:
    made: list[Json] = []
    for number, step in enumerate(steps, 1):
        taken = {one["id"] for one in made}
        own = slug(str(step.get("name", ""))) or f"step-{number}"
        made.append({**step, "id": step.get("id") or (f"{own[:60]}-{number}" if own in taken else own)})
    return made


def _of_steps(versions: Any, steps: Iterable[Any]) -> Any:
    """Other languages without the words of steps that are there no more."""
    if not isinstance(versions, dict):
        return versions
    known = set(steps)
    return {
        tag: {**one, "steps": {name: words for name, words in one["steps"].items() if name in known}}
        if isinstance(one, dict) and isinstance(one.get("steps"), dict)
        else one
        for tag, one in versions.items()
    }


def _typed(row: Json) -> Json:
    return {**row, "optional": row["optional"] == "yes"} if "optional" in row else row


def _said(fields: Mapping[str, str]) -> Json:
    return {name: value for name, value in fields.items() if value.strip()}


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if one not in (None, "", [], {})}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None or isinstance(value, dict | list) else str(value)


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _form(value: Any) -> Json:
    return value if isinstance(value, dict) else {}
