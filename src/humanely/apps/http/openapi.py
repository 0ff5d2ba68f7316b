"""The OpenAPI 3.1 document, made of the operations themselves."""

import re
from collections.abc import Sequence
from typing import Any

from humanely.apps.http.operation import Operation
from humanely.apps.http.problems import MEDIA_TYPE, Problem
from humanely.apps.serving.shapes import REF, Schema, schemas_of

ABOUT = (
    "Humanely stands between a chat, bot or platform and its people: each turn is read, decided, answered or handed "
    "over, with reasons and proof. Everything about feelings is an estimate of a message, never of a person.\n\n"
    "Send an API key as `Authorization: Bearer hum_…`; the operator makes one with "
    "`humanely key create --data DIR --name NAME --scope SCOPE`. Ids in a path are free text up to 200 characters, "
    "percent-encoded. Every error is a problem (RFC 9457) that says what happened and what to do."
)
PROBLEMS = {
    "400": "The request is no request this server can read, or cannot be done as it was asked.",
    "401": "No API key, or one that opens nothing.",
    "403": "The key has not the scope, or the person has not allowed it.",
    "404": "There is nothing of that name.",
    "409": "The same request is being worked on, or the conversation has moved on.",
    "410": "The person was erased.",
    "413": "The body is too large.",
    "415": "The body is not JSON.",
    "422": "A field is not as it must be; `field` names it and `allowed` says what may stand there.",
    "429": "The key has asked for more than it may; `Retry-After` says how long to wait.",
    "503": "It cannot be done now; the operator has something to do.",
}
_BODY_ONLY = {"413", "415"}
_KEYED_ONLY = {"401", "403", "429"}


def document(operations: Sequence[Operation], *, version: str, root: str = "") -> Schema:
    """The whole document.

    Args:
        root: path under which people see this server; empty at the top.
    """
    shapes = [shape for one in operations for shape in (one.body, one.query, one.answer) if shape is not None]
    refs, components = schemas_of([Problem, *shapes])
    known = {id(shape): ref for shape, ref in zip([Problem, *shapes], refs, strict=True)}
    paths: dict[str, dict[str, Schema]] = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one, known, components)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Humanely",
            "version": version,
            "summary": "The open, self-hosted empathy layer for digital interactions.",
            "description": ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": root or "/"}],
        "tags": [{"name": area} for area in dict.fromkeys(one.area for one in operations)],
        "paths": paths,
        "components": {
            "schemas": components,
            "responses": {status: _problem(says) for status, says in PROBLEMS.items()},
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer", "description": "An API key: `hum_…`"},
                "header": {"type": "apiKey", "in": "header", "name": "x-api-key"},
            },
        },
    }


def _problem(says: str) -> Schema:
    return {"description": says, "content": {MEDIA_TYPE: {"schema": {"$ref": REF + "Problem"}}}}


def _operation(one: Operation, known: dict[int, Schema], components: dict[str, Schema]) -> Schema:
    needs = f"\n\nNeeds a key with the scope `{one.scope.value}`." if one.scope else ""
    told: Schema = {
        "operationId": one.name,
        "summary": one.title,
        "description": f"{one.says}{needs}",
        "tags": [one.area],
        "security": [{"key": []}, {"header": []}] if one.scope else [],
        "parameters": [*_of_path(one), *_of_query(one, known, components), *_of_headers(one)],
        "responses": {"200": _success(one, known), **_refusals(one)},
    }
    if one.body is not None:
        content: Schema = {"schema": known[id(one.body)]}
        if one.example is not None:
            content["example"] = one.example
        told["requestBody"] = {"required": True, "content": {"application/json": content}}
    return told


def _of_path(one: Operation) -> list[Schema]:
    schema = {"type": "string", "minLength": 1, "maxLength": 200}
    return [
        {"name": name, "in": "path", "required": True, "schema": schema, "description": "Percent-encoded."}
        for name in re.findall(r"{(\w+)}", one.path)
    ]


def _of_query(one: Operation, known: dict[int, Schema], components: dict[str, Schema]) -> list[Schema]:
    if one.query is None:
        return []
    shape = components[known[id(one.query)]["$ref"].removeprefix(REF)]
    return [
        {
            "name": name,
            "in": "query",
            "required": name in shape.get("required", ()),
            "description": field.get("description", ""),
            "schema": {key: value for key, value in field.items() if key != "description"},
            **({"example": one.example[name]} if one.example and name in one.example else {}),
        }
        for name, field in shape["properties"].items()
    ]


def _of_headers(one: Operation) -> list[Schema]:
    if one.method != "POST":
        return []
    says = "The same key with the same request gives the same answer, and nothing is done twice."
    schema = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"}
    return [{"name": "Idempotency-Key", "in": "header", "required": False, "schema": schema, "description": says}]


def _success(one: Operation, known: dict[int, Schema]) -> Schema:
    schema: Any = known[id(one.answer)] if one.answer is not None else {"type": "string"}
    return {"description": "Done.", "content": {one.media_type: {"schema": schema}}}


def _refusals(one: Operation) -> Schema:
    absent = (set() if one.body is not None else _BODY_ONLY) | (set() if one.scope else _KEYED_ONLY)
    return {status: {"$ref": f"#/components/responses/{status}"} for status in PROBLEMS if status not in absent}
