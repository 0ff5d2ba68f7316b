"""A tool: its name and words, what it takes and gives, and the function behind it."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import msgspec

from humanely.apps.mcp.desk import Desk

Schema = dict[str, Any]
LanguageTag = Annotated[str, msgspec.Meta(max_length=35, pattern="^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$")]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=20_000)]

_REF = "#/$defs/{name}"


class In(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a tool takes: a field that is not known is refused, so that no wish goes unheard."""


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """One tool.

    Attributes:
        says: what it is for, in words another assistant chooses by.
        takes, gives: the types of its arguments and of its result.
        records: something is written to the ledger.
    """

    name: str
    title: str
    says: str
    takes: type[In]
    gives: type[msgspec.Struct]
    run: Callable[[Desk, Any], msgspec.Struct]
    records: bool = False


def schema_of(shape: type[msgspec.Struct]) -> Schema:
    """The JSON Schema of a type, as MCP wants it: an object at the root.

    >>> class Cup(In):
    ...     '''What one drinks from.'''
    ...     size: float
    >>> schema_of(Cup)["type"], schema_of(Cup)["properties"]
    ('object', {'size': {'type': 'number'}})
    """
    (root,), named = msgspec.json.schema_components([shape], ref_template=_REF)
    for schema in named.values():
        if "description" in schema:
            schema["description"] = _first_paragraph(schema["description"])
    own = named.pop(root["$ref"].rpartition("/")[2])
    return {**own, "$defs": named} if named else own


def _first_paragraph(doc: str) -> str:
    return " ".join(inspect.cleandoc(doc).partition("\n\n")[0].split())
