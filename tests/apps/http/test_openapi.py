"""The document tells of every operation, and what it tells is so."""

import json
import re
from typing import Any

import msgspec
import pytest

from humanely.apps.http.api import OPERATIONS
from humanely.apps.http.openapi import document
from humanely.apps.http.operation import Operation
from tests.apps.conftest import Client

DOCUMENT = document(OPERATIONS, version="1.2.3", root="/humanely")


def test_every_operation_is_told_once() -> None:
    told = [(path, method.upper()) for path, methods in DOCUMENT["paths"].items() for method in methods]
    assert sorted(told) == sorted((one.path, one.method) for one in OPERATIONS)


def test_every_reference_leads_somewhere() -> None:
    text = json.dumps(DOCUMENT)
    parts = DOCUMENT["components"]
    names = set(re.findall(r'"#/components/(\w+)/([^"]+)"', text))
    assert names
    assert all(name in parts[room] for room, name in names)


def test_every_field_of_what_comes_in_is_explained() -> None:
    shapes = DOCUMENT["components"]["schemas"]
    bare = [
        f"{name}.{field}"
        for name in ("ArrivingTurn", "ArrivingOutcome", "ArrivingConsent", "ArrivingCorrection", "ErasePerson")
        for field, schema in shapes[name]["properties"].items()
        if "description" not in schema
    ]
    assert bare == []


@pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.body], ids=lambda one: one.name)
def test_every_example_is_one(operation: Operation) -> None:
    assert msgspec.json.decode(msgspec.json.encode(operation.example), type=operation.body)


def test_the_sub_path_stands_where_clients_look_for_it() -> None:
    assert DOCUMENT["servers"] == [{"url": "/humanely"}]


def test_no_name_of_a_module_is_told() -> None:
    assert not [name for name in DOCUMENT["components"]["schemas"] if "." in name]


def test_the_server_gives_the_document_without_a_key(anonymous: Client) -> None:
    answer = anonymous.get("/openapi.json")
    told: dict[str, Any] = answer.json()
    assert (answer.status_code, told["openapi"]) == (200, "3.1.0")
    assert set(told["paths"]) == {one.path for one in OPERATIONS}
