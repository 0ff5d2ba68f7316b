"""The documents as one page, rendered here from the OpenAPI document: no script, no request to anywhere."""

import base64
import functools
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup, escape

from humanely.apps.serving.faults import allowed
from humanely.apps.serving.shapes import REF, Schema

_HERE = "humanely.apps.http"


class Field(msgspec.Struct, frozen=True):
    """One row of a table of fields."""

    name: str
    kind: Markup
    required: bool
    says: Markup


class Shape(msgspec.Struct, frozen=True):
    """A type with its fields; a list of values where it has none."""

    name: str
    says: Markup
    fields: tuple[Field, ...]
    values: str


class Entry(msgspec.Struct, frozen=True):
    """One operation as the page shows it."""

    name: str
    method: str
    path: str
    title: str
    says: tuple[Markup, ...]
    parameters: tuple[Field, ...]
    takes: Markup
    gives: Markup
    example: str
    curl: str


def page(document: Mapping[str, Any], root: str) -> bytes:
    """The page, UTF-8.

    Args:
        document: as `humanely.apps.http.openapi.document` makes it.
        root: path under which people see this server; empty at the top.
    """
    style = files(_HERE).joinpath("docs.css").read_text(encoding="utf-8")
    shapes = document["components"]["schemas"]
    rendered = (
        _environment()
        .get_template("docs.html.j2")
        .render(
            about=paragraphs(document["info"]["description"]),
            version=document["info"]["version"],
            areas=[(tag["name"], _entries(document, tag["name"], root)) for tag in document["tags"]],
            problems=[(status, one["description"]) for status, one in document["components"]["responses"].items()],
            shapes=[_shape(name, schema) for name, schema in shapes.items()],
            root=root,
            style=Markup(style),  # noqa: S704 - our own file
        )
    )
    return rendered.encode()


@functools.cache
def style_hash() -> str:
    """Of the page's one style sheet, for its Content-Security-Policy."""
    style = files(_HERE).joinpath("docs.css").read_bytes()
    return base64.b64encode(hashlib.sha256(style).digest()).decode()


@functools.cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader(_HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def paragraphs(text: str) -> tuple[Markup, ...]:
    """Text with `code` in it, a paragraph each.

    >>> paragraphs("Send `a<b`.")
    (Markup('Send <code>a&lt;b</code>.'),)
    """
    return tuple(
        Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(part))))  # noqa: S704 - escaped before
        for part in text.split("\n\n")
    )


def _inline(text: str) -> Markup:
    return Markup(" ").join(paragraphs(text))


def _entries(document: Mapping[str, Any], area: str, root: str) -> list[Entry]:
    return [
        _entry(method, path, told, root)
        for path, methods in document["paths"].items()
        for method, told in methods.items()
        if area in told["tags"]
    ]


def _entry(method: str, path: str, told: Schema, root: str) -> Entry:
    body = told.get("requestBody", {}).get("content", {}).get("application/json", {})
    media_type, success = next(iter(told["responses"]["200"]["content"].items()))
    return Entry(
        name=told["operationId"],
        method=method.upper(),
        path=path,
        title=told["summary"],
        says=paragraphs(told["description"]),
        parameters=tuple(_parameter(one) for one in told["parameters"]),
        takes=_kind(body["schema"]) if body else Markup(""),
        gives=_kind(success["schema"]) if media_type == "application/json" else escape(media_type),
        example=json.dumps(body["example"], indent=2, ensure_ascii=False) if "example" in body else "",
        curl=_curl(method, path, told, root),
    )


def _parameter(one: Schema) -> Field:
    where = "" if one["in"] == "query" else f" ({one['in']})"
    return Field(one["name"] + where, _kind(one["schema"]), one["required"], _inline(one["description"]))


def _curl(method: str, path: str, told: Schema, root: str) -> str:
    query = "&".join(f"{one['name']}={one['example']}" for one in told["parameters"] if "example" in one)
    filled = re.sub(r"{(\w+)}", lambda found: _EXAMPLE_IDS.get(found[1], "1"), path) + (f"?{query}" if query else "")
    lines = [f"curl {'-N ' if path.endswith('events') else ''}'http://127.0.0.1:8000{root}{filled}'"]
    if told["security"]:
        lines.append('-H "Authorization: Bearer $HUMANELY_KEY"')
    if method == "post":
        body = told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        lines.append("-H 'Content-Type: application/json'")
        quoted = json.dumps(body if body is not None else {}, ensure_ascii=False).replace("'", "'\\''")
        lines.append(f"-d '{quoted}'")
    return " \\\n  ".join(lines)


_EXAMPLE_IDS = {"conversation_id": "order-4711", "person_id": "person-12", "decision_id": "42"}


def _shape(name: str, schema: Schema) -> Shape:
    required = set(schema.get("required", ()))
    fields = tuple(
        Field(field, _kind(inner), field in required, _inline(inner.get("description", "")))
        for field, inner in schema.get("properties", {}).items()
    )
    values = "" if fields else allowed(schema)
    return Shape(name, _inline(schema.get("description", "")), fields, values)


def _kind(schema: Schema) -> Markup:
    """A schema in words, with links to the types it names."""
    return Markup("").join(_parts(schema))


def _parts(schema: Schema) -> Iterator[Markup]:
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(REF)
        yield Markup('<a href="#type-{0}">{0}</a>').format(name)
    elif "anyOf" in schema:
        yield Markup(" or ").join(_kind(one) for one in schema["anyOf"])
    elif schema.get("type") == "array" and isinstance(schema.get("items"), dict):
        yield Markup("list of ") + _kind(schema["items"])
    elif schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        yield Markup("object of ") + _kind(schema["additionalProperties"])
    else:
        yield escape(allowed(schema))
