"""Arguments of a tool, held to its type; what is wrong is told without quoting what was sent."""

import re
from typing import Any, TypeVar

import msgspec

from humanely.apps.mcp.tool import In, Schema, schema_of
from humanely.errors import HumanelyError

_PLACE = re.compile(r"^(?P<fault>.*?)(?: - at (?:`key` in )?`(?P<path>[^`]*)`)?$", re.DOTALL)
_SAFE = re.compile(r"Expected .+|Object missing required field `\w+`", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[")
_Arguments = TypeVar("_Arguments", bound=In)


class ArgumentsUnreadable(HumanelyError):
    """The arguments of a tool have not the shape it takes."""

    code = "arguments_unreadable"
    status = 422


def taken(arguments: dict[str, Any] | None, shape: type[_Arguments]) -> _Arguments:
    """The arguments as their type.

    Raises:
        ArgumentsUnreadable: they are not of it; says where, and what may stand there.

    >>> class Cup(In):
    ...     size: float
    >>> taken({"size": "large"}, Cup)
    Traceback (most recent call last):
        ...
    humanely.apps.mcp.arguments.ArgumentsUnreadable: $.size: expected `float`, got `str`. Give a number.
    """
    try:
        return msgspec.convert(arguments or {}, shape)
    except msgspec.ValidationError as error:
        raise _unreadable(str(error), schema_of(shape)) from None


def _unreadable(told: str, schema: Schema) -> ArgumentsUnreadable:
    place = _PLACE.match(told)
    fault, path = (place["fault"], place["path"] or "$") if place else ("", "$")
    said = fault if _SAFE.fullmatch(fault) else "what stands here cannot be taken"
    allowed = _allowed(_at(schema, path))
    return ArgumentsUnreadable(f"{path}: {said[:1].lower()}{said[1:]}.", fix=f"Give {allowed}.")


def _at(schema: Schema, path: str) -> Schema:
    """What may stand at a place such as ``$.messages[0].speaker``."""
    found = schema
    for name in _STEP.findall(path):
        found = _resolved(found, schema)
        found = found.get("properties", {}).get(name, {}) if name else found.get("items", {})
    return _resolved(found, schema)


def _resolved(found: Schema, schema: Schema) -> Schema:
    for one in (found, *found.get("anyOf", ())):
        if "$ref" in one:
            defined: Schema = schema["$defs"][one["$ref"].rpartition("/")[2]]
            return defined
    return found


def _allowed(schema: Schema) -> str:
    """What a schema takes, in words.

    >>> _allowed({"enum": ["chat", "sms"]}), _allowed({"type": "integer", "minimum": 1, "maximum": 5})
    ("one of 'chat', 'sms'", 'an integer, minimum 1, maximum 5')
    """
    if "enum" in schema:
        return f"one of {', '.join(map(repr, schema['enum']))}"
    if "properties" in schema:
        needed = schema.get("required", ())
        fields = ", ".join(f"{name}{'' if name in needed else ' (if you like)'}" for name in schema["properties"])
        return f"an object with the fields {fields}"
    bounds = {
        "minLength": "characters at least", "maxLength": "characters at most", "minItems": "items at least",
        "maxItems": "items at most", "minimum": "minimum", "maximum": "maximum", "pattern": "of the form",
    }  # fmt: skip
    kind = schema.get("type", "what its schema describes")
    named = f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" if "type" in schema else kind
    return ", ".join([named, *(f"{words} {schema[name]}" for name, words in bounds.items() if name in schema)])
