"""Who the assistant is when a model server writes: ``persona.toml``, and an operator's own file over it."""

import tomllib
from functools import lru_cache
from importlib import resources

import msgspec

from humanely.errors import HumanelyError

LONGEST = 6000
"""Characters of a whole persona; small models lose the thread beyond."""


class PersonaInvalid(HumanelyError):
    """A file says what a persona cannot be."""

    code = "persona_invalid"

    def __init__(self, what: str, *, fix: str) -> None:
        super().__init__(f"The persona cannot be read: {what}.", fix=fix)


class Persona(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the assistant speaks, and what it always knows.

    Attributes:
        name: under which it speaks; empty for none.
        tone: in a sentence or two.
        language: which language it answers in.
        facts: about the operator, told to the model with every reply and believed by the check.
        do, dont: one sentence each.
    """

    name: str
    tone: str
    language: str
    facts: tuple[str, ...]
    do: tuple[str, ...]
    dont: tuple[str, ...]


class _Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str | None = None
    tone: str | None = None
    language: str | None = None
    facts: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def default_persona() -> Persona:
    """The persona shipped: nameless, warm and plain, without facts."""
    source = (resources.files("humanely.response.generated") / "persona.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(source), Persona)


def read_persona(source: str) -> Persona:
    """The shipped persona with an operator's over it.

    Args:
        source: TOML with any of ``name``, ``tone``, ``language``, which replace, and ``facts``, ``do``, ``dont``,
            which add.

    Raises:
        PersonaInvalid: not TOML, a field that does not exist, an empty line, or more than a model can keep in mind.

    >>> own = read_persona('name = "Robin"')
    >>> own.name, own.tone == default_persona().tone
    ('Robin', True)
    """
    try:
        overlay = msgspec.convert(tomllib.loads(source), _Overlay)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PersonaInvalid(
            str(error).rstrip("."), fix="Compare the file with response/generated/persona.toml."
        ) from error
    base = default_persona()
    persona = Persona(
        name=base.name if overlay.name is None else overlay.name.strip(),
        tone=base.tone if overlay.tone is None else overlay.tone,
        language=base.language if overlay.language is None else overlay.language,
        facts=base.facts + overlay.facts,
        do=base.do + overlay.do,
        dont=base.dont + overlay.dont,
    )
    _check(persona)
    return persona


def _check(persona: Persona) -> None:
    lines = {name: getattr(persona, name) for name in ("facts", "do", "dont")}
    lines |= {"tone": (persona.tone,), "language": (persona.language,)}
    for name, values in lines.items():
        if not all(value.strip() for value in values):
            raise PersonaInvalid(f"{name!r} holds an empty text", fix="Write it, or leave it out.")
    length = len(persona.name) + sum(len(value) for values in lines.values() for value in values)
    if length > LONGEST:
        raise PersonaInvalid(
            f"it has {length} characters, and may have {LONGEST}", fix="Shorten it; answers to questions go to the FAQ."
        )
