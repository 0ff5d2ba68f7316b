"""From ``law.toml`` to checked values: a rule without an article, an unknown word or a hole is an error."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Annotated, Any, TypeVar

import msgspec

from humanely.decision.law import (
    CONSENTS,
    EMOTION_RECOGNITION,
    INFERRING,
    PURPOSES,
    SENSES,
    SETTINGS,
    Consent,
    Duty,
    Effect,
    Law,
    Provision,
    Purpose,
    Rule,
    Sense,
    Setting,
)
from humanely.decision.places import Atlas
from humanely.errors import HumanelyError

UNTIL: Mapping[Effect, frozenset[Consent | None]] = {
    "allowed": frozenset({None}),
    "notice": frozenset({"noticed", "granted"}),
    "release": frozenset({"released"}),
    "forbidden": frozenset({None, "none"}),  # nothing but the end of a refusal lifts what is forbidden
}
"""The consents that may meet a rule, by its effect; None: none does."""
_BARRED: tuple[Setting, ...] = ("education", "workplace")


class LawFaulty(HumanelyError):
    """A file of the law cannot be relied on."""

    code = "law_faulty"

    def __init__(self, file: str, *, at: str, field: str, fault: str, fix: str) -> None:
        super().__init__(f"The law file {file!r} is faulty at {at}, field {field!r}: {fault}.", fix=fix)
        self.at = at
        self.field = field


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names that stand for several senses, purposes, settings or places."""

    senses: Mapping[str, tuple[str, ...]] = {}
    purposes: Mapping[str, tuple[str, ...]] = {}
    settings: Mapping[str, tuple[str, ...]] = {}
    places: Mapping[str, tuple[str, ...]] = {}


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes, with blanks between."""

    countries: str
    states: Mapping[str, str] = {}


class LawFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written, its rules and duties not yet read."""

    version: Annotated[str, msgspec.Meta(pattern=r"^\S+$")]
    places: Places
    groups: Groups = Groups()
    rule: tuple[dict[str, Any], ...] = ()
    duty: tuple[dict[str, Any], ...] = ()


@cache
def shipped() -> Law:
    """The law that comes with the product."""
    source = files(__package__).joinpath("law.toml").read_text(encoding="utf-8")
    return parse(source, file="law.toml")


def parse(source: str, *, file: str) -> Law:
    """Read and check a whole law.

    Args:
        source: TOML.
        file: its name, for errors.

    Raises:
        LawFaulty: naming the rule and the field.
    """
    written = read(source, LawFile, file=file)
    atlas = _atlas(written, file=file)
    return checked(
        Law(
            version=written.version,
            rules=provisions(written.rule, Rule, written.groups, atlas, file=file),
            duties=provisions(written.duty, Duty, written.groups, atlas, file=file),
            atlas=atlas,
        ),
        file=file,
    )


_Shape = TypeVar("_Shape", bound=msgspec.Struct)
_Kind = TypeVar("_Kind", Rule, Duty)


def read(source: str, shape: type[_Shape], *, file: str) -> _Shape:
    """The file in a shape, or an error that names what does not fit."""
    try:
        return msgspec.convert(tomllib.loads(source), shape)
    except tomllib.TOMLDecodeError as error:
        raise LawFaulty(file, at="the top", field="syntax", fault=str(error), fix="Write it as TOML.") from error
    except msgspec.ValidationError as error:
        raise _misfit(file, "the top", error) from error


def provisions(
    written: Iterable[dict[str, Any]], kind: type[_Kind], groups: Groups, atlas: Atlas, *, file: str
) -> tuple[_Kind, ...]:
    """Rules or duties, each checked by itself."""
    plain = (_without_groups(table, groups) for table in written)
    found = []
    for at, provision in entries(plain, kind, file=file):
        for field, fault, fix in _faults(provision, atlas):
            raise LawFaulty(file, at=at, field=field, fault=fault, fix=fix)
        found.append(provision)
    return tuple(found)


def entries(written: Iterable[Mapping[str, Any]], kind: type[_Shape], *, file: str) -> Iterator[tuple[str, _Shape]]:
    """Tables in their shape, each with what to call it in an error: its id, or its number where it has none."""
    for number, table in enumerate(written, 1):
        at = f"{kind.__name__.lower()} {table.get('id', f'number {number}')!r}"
        try:
            yield at, msgspec.convert(table, kind)
        except msgspec.ValidationError as error:
            raise _misfit(file, at, error) from error


def checked(law: Law, *, file: str) -> Law:
    """The law itself, if its table has no hole and no id twice, and the ban at work and in education stands.

    Raises:
        LawFaulty: otherwise.
    """
    counts = Counter(provision.id for provision in (*law.rules, *law.duties))
    for name in (name for name, count in counts.items() if count > 1):
        raise LawFaulty(file, at=repr(name), field="id", fault="it is there twice", fix="Give each its own id.")
    for sense, setting, purpose in product(SENSES, SETTINGS, PURPOSES):
        at = f"sense {sense!r}, setting {setting!r}, purpose {purpose!r}"
        general = _general(law.rules, sense, setting, purpose)
        if not general:
            fix = "Add a rule for all places and ages, with its article."
            raise LawFaulty(file, at=at, field="rule", fault="no rule says what holds", fix=fix)
        if setting in _BARRED and sense in EMOTION_RECOGNITION and purpose in INFERRING and not _barred(general):
            fix = "Keep a rule that forbids it everywhere, for everybody, without `until` and not overridable."
            raise LawFaulty(file, at=at, field="effect", fault="it has to be forbidden", fix=fix)
    return law


def _general(rules: Iterable[Rule], sense: Sense, setting: Setting, purpose: Purpose) -> list[Rule]:
    """Rules of one cell of the table that hold in every place and at every age: with one of them there is no hole."""
    return [
        rule
        for rule in rules
        if rule.everywhere
        and not rule.minors_only
        and setting in rule.settings
        and rule.concerns(sense, purpose, CONSENTS[-1])
    ]


def _barred(rules: Iterable[Rule]) -> bool:
    return any(rule.under(CONSENTS[-1]) == "forbidden" and not rule.overridable for rule in rules)


def _atlas(written: LawFile, *, file: str) -> Atlas:
    """Places, with groups inside groups taken apart: a group may name those before it."""
    countries = frozenset(written.places.countries.split())
    groups: dict[str, frozenset[str]] = {}
    for name, members in written.groups.places.items():
        groups[name] = frozenset(code for member in members for code in groups.get(member, (member,)))
    states = {country: frozenset(codes.split()) for country, codes in written.places.states.items()}
    named = [("groups", code) for codes in groups.values() for code in sorted(codes)]
    for field, code in (*named, *(("places", country) for country in states)):
        if code not in countries:
            raise LawFaulty(
                file,
                at="the top",
                field=field,
                fault=f"{code!r} is no country of the list",
                fix="Use the ISO 3166-1 code, or add it to `countries`.",
            )
    return Atlas(countries, groups, states)


def _without_groups(table: Mapping[str, Any], groups: Groups) -> dict[str, Any]:
    """The table with the members of groups in place of their names, each once."""
    plain = dict(table)
    named = {"senses": groups.senses, "purposes": groups.purposes, "settings": groups.settings}
    for field, members in named.items():
        if isinstance(plain.get(field), list):
            plain[field] = list(dict.fromkeys(one for name in plain[field] for one in members.get(name, (name,))))
    return plain


def _faults(provision: Provision, atlas: Atlas) -> Iterable[tuple[str, str, str]]:
    """What fits the shape and still makes no sense: field, fault, what to do."""
    for place in provision.places:
        if not atlas.names(place):
            yield "places", f"{place!r} is no place", "Use ISO 3166 codes such as DE or US-IL, or a group of the file."
    if provision.kept_elsewhere and not provision.places:
        yield "kept_elsewhere", "there is no elsewhere", "Leave it out, or name the places where this is law."
    if isinstance(provision, Rule) and provision.until not in UNTIL[provision.effect]:
        fits = ", ".join(sorted(until or "left out" for until in UNTIL[provision.effect]))
        yield "until", f"{provision.until!r} does not go with {provision.effect!r}", f"Here it may be: {fits}."
    if isinstance(provision, Duty) and ("every_hours" in provision.when) != (provision.every_h is not None):
        yield "every_h", "hours and 'every_hours' need each other", "Give both, or neither."
    if isinstance(provision, Duty) and ("before_decision" in provision.when) != bool(provision.decisions):
        yield "decisions", "decisions and 'before_decision' need each other", "Give both, or neither."


def _misfit(file: str, at: str, error: msgspec.ValidationError) -> LawFaulty:
    """What the parser says, with the field it says it of."""
    fault, _, path = str(error).partition(" - at ")
    named = re.search(r"field `(\w+)`", fault) or re.search(r"(\w+)(\[[^]]*\])*`$", path)
    field = named[1] if named else "unknown"
    return LawFaulty(file, at=at, field=field, fault=fault, fix="Write it as the rules beside it are written.")
