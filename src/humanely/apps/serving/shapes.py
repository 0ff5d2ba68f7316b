"""JSON Schemas of the types on the wire, with the words of their docstrings, so that nothing is said twice."""

import inspect
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

Schema = dict[str, Any]

REF = "#/components/schemas/"
_FIELD = re.compile(r"^    (\w+(?:, \w+)*): (.+)$")


def schemas_of(shapes: Iterable[Any]) -> tuple[list[Schema], dict[str, Schema]]:
    """The schema of each type in order, and the components they refer to, by name.

    >>> class Cup(msgspec.Struct):
    ...     '''What one drinks from.
    ...
    ...     Attributes:
    ...         size: in litres, > 0.
    ...     '''
    ...     size: float
    >>> _, components = schemas_of([Cup])
    >>> components["Cup"]["description"], components["Cup"]["properties"]["size"]
    ('What one drinks from.', {'type': 'number', 'description': 'In litres, > 0.'})
    """
    roots, components = msgspec.json.schema_components(shapes, ref_template=REF + "{name}")
    for schema in components.values():
        _describe(schema)
    text = msgspec.json.encode((roots, components)).decode()
    for name in components:
        text = text.replace(f'{REF}{name}"', f'{REF}{_short(name)}"')
    plain_roots, plain = msgspec.json.decode(text)
    return plain_roots, {_short(name): schema for name, schema in sorted(plain.items())}


def _short(name: str) -> str:
    """Two types of one name are told apart by the module they live in, which names its idea.

    >>> _short("humanely.affect.reading.Evidence"), _short("Evidence")
    ('ReadingEvidence', 'Evidence')
    """
    *_, module, own = ("", *name.split("."))
    return f"{module.title().replace('_', '')}{own}"


def _describe(schema: Schema) -> None:
    says, fields = parts_of(inspect.cleandoc(schema.pop("description", "")))
    if says:
        schema["description"] = says
    for name, words in fields.items():
        field = schema.get("properties", {}).get(name)
        if field is not None:
            schema["properties"][name] = {**field, "description": field.get("description", words)}


def parts_of(doc: str) -> tuple[str, Mapping[str, str]]:
    """What a docstring says of the whole, and of each attribute.

    >>> parts_of("A turn.\\n\\nAttributes:\\n    at: when it came,\\n        aware.\\n    x, y: a place.\\n\\n>>> 1")
    ('A turn.', {'at': 'When it came, aware.', 'x': 'A place.', 'y': 'A place.'})
    """
    fields: dict[str, str] = {}
    head, _, listed = doc.partition("\nAttributes:\n")
    names: list[str] = []
    for line in listed.splitlines():
        if found := _FIELD.match(line):
            names = found[1].split(", ")
            fields.update(dict.fromkeys(names, found[2][:1].upper() + found[2][1:]))
        elif line.startswith("        ") and names:
            fields.update({name: f"{fields[name]} {line.strip()}" for name in names})
        elif line.strip():
            break
    says = re.split(r"\n(?=>>> |Source:|Raises:|Args:|Returns:)", head)[0]
    return re.sub(r"(?<!\n)\n(?!\n)", " ", says).replace("``", "`").strip(), fields
