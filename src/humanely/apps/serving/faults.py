"""What is wrong with a request that cannot be read: which field, and what may stand there. Never what stood there."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from humanely.apps.serving.shapes import REF, Schema, schemas_of
from humanely.errors import HumanelyError

_PLACE = re.compile(r"^(?P<fault>.*) - at `\$(?P<path>[^`]*)`$", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")
_SAFE = re.compile(r"Expected .+|Object missing required field `\w+`", re.DOTALL)
_RANGE = {
    "minimum": "at least {}", "maximum": "at most {}", "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}", "minLength": "at least {} characters", "maxLength": "at most {} characters",
    "minItems": "at least {} items", "maxItems": "at most {} items", "pattern": "of the form {}",
}  # fmt: skip


class RequestUnreadable(HumanelyError):
    """A request has not the shape this operation takes.

    Attributes:
        field: which part of it, as in ``turns[0].speaker``; empty where it is the whole.
        allowed: what may stand there; empty where that cannot be said in short.
    """

    code = "request_unreadable"
    status = 422

    def __init__(self, happened: str, *, field: str = "", allowed: str = "") -> None:
        fix = f"Allowed: {allowed}." if allowed else "The shapes of all requests are at /docs."
        super().__init__(happened, fix=fix)
        self.field = field
        self.allowed = allowed


def unreadable(error: Exception, shape: Any, where: str) -> RequestUnreadable:
    """Say what is wrong, in words that quote nothing of the request.

    Args:
        error: as msgspec raised it.
        shape: the type that was asked for.
        where: ``body`` or ``query``.

    >>> class Cup(msgspec.Struct):
    ...     size: str
    >>> try:
    ...     msgspec.json.decode(b'{"size": 3}', type=Cup)
    ... except msgspec.ValidationError as error:
    ...     str(unreadable(error, Cup, "body"))
    "The field 'size' of the body: expected `str`, got `int`. Allowed: a string."
    """
    if not isinstance(error, msgspec.ValidationError):
        return RequestUnreadable(f"The {where} is not JSON in UTF-8.", allowed="one JSON object")
    roots, components = schemas_of([shape])
    fault, schema, field = _placed(str(error), roots[0], components)
    name = f"The field {field!r} of the {where}" if field else f"The {where}"
    if "missing required field" in fault:
        missing = fault.split("`")[1]
        return RequestUnreadable(f"{name} lacks {missing!r}.", field=_joined(field, missing), allowed=_names(schema))
    if "unknown field" in fault:
        return RequestUnreadable(f"{name} has a field that is not known here.", field=field, allowed=_names(schema))
    said = f"{fault[:1].lower()}{fault[1:]}" if _SAFE.fullmatch(fault) else "the value is none of those allowed"
    return RequestUnreadable(f"{name}: {said}.", field=field, allowed=allowed(schema))


def _placed(message: str, root: Schema, components: Mapping[str, Schema]) -> tuple[str, Schema, str]:
    """Fault, schema at its place, and the place; a place the schema has not was made up from the request itself."""
    found = _PLACE.match(message)
    here, field = _resolved(root, components), ""
    if found is None:
        return message, here, field
    for key, index in _STEP.findall(found["path"]):
        step = _step(here, key)
        if step is None:
            break
        here, field = _resolved(step, components), _joined(field, key) if key else f"{field}[{index}]"
    return found["fault"], here, field


def _step(here: Schema, key: str) -> Schema | None:
    inner = here.get("items") or here.get("additionalProperties")
    step = here.get("properties", {}).get(key) if key else inner
    return step if isinstance(step, dict) else None


def _resolved(schema: Schema, components: Mapping[str, Schema]) -> Schema:
    for one in (schema, *schema.get("anyOf", ())):
        if "$ref" in one:
            return components[one["$ref"].removeprefix(REF)]
    return schema


def _joined(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _names(schema: Schema) -> str:
    return ", ".join(schema.get("properties", {}))


def allowed(schema: Schema) -> str:
    """What a schema allows, in words.

    >>> allowed({"type": "integer", "minimum": 0, "maximum": 5})
    'an integer, at least 0, at most 5'
    >>> allowed({"enum": ["en", "de"]})
    'en, de'
    >>> allowed({"anyOf": [{"type": "string"}, {"type": "null"}]})
    'a string; or null'
    """
    if "anyOf" in schema:
        return "; or ".join(allowed(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    kind = schema.get("type", "")
    noun = kind if kind == "null" else f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}" if kind else "as documented"
    bounds = [words.format(schema[name]) for name, words in _RANGE.items() if name in schema]
    return ", ".join([noun, *([str(schema["format"])] if "format" in schema else []), *bounds])
