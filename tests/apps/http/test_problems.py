"""Every way a request can go wrong has one shape, and quotes nobody."""

import re
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.apps.http.api import OPERATIONS
from humanely.apps.http.operation import Operation
from humanely.apps.http.problems import MEDIA_TYPE, Problem, problem_of
from humanely.errors import HumanelyError
from humanely.pipeline.companion import Overtaken, Unrecorded
from humanely.store.api_key import Scope
from tests.apps.conftest import Client

KEYED = [one for one in OPERATIONS if one.scope is not None]
TAKING = [one for one in OPERATIONS if one.body is not None]
WORDS = "gr8-s3cret-w0rds"


def address(operation: Operation) -> str:
    return re.sub(r"{\w+}", "1", operation.path)


def problem(answer: Any, status: int) -> Problem:
    assert answer.status_code == status
    assert answer.headers["content-type"] == MEDIA_TYPE
    told = msgspec.json.decode(answer.content, type=Problem)
    assert told.status == status
    assert told.type.startswith("urn:humanely:problem:")
    assert told.detail.endswith(".")
    assert told.fix
    return told


@pytest.mark.parametrize("operation", KEYED, ids=lambda one: one.name)
def test_without_a_key_every_guarded_route_says_how_to_make_one(operation: Operation, anonymous: Client) -> None:
    answer = anonymous.request(operation.method, address(operation))
    told = problem(answer, 401)
    assert f"--scope {operation.scope}" in told.fix
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("operation", KEYED, ids=lambda one: one.name)
def test_a_key_of_another_scope_is_told_which_one_is_needed(
    operation: Operation, anonymous: Client, key_for: Callable[..., str]
) -> None:
    others = [scope for scope in Scope if scope is not operation.scope]
    answer = anonymous.request(operation.method, address(operation), headers={"x-api-key": key_for(*others)})
    assert repr(str(operation.scope)) in problem(answer, 403).detail


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_a_method_no_route_takes_is_told_which_are_taken(operation: Operation, client: Client) -> None:
    answer = client.request("DELETE", address(operation))
    problem(answer, 405)
    assert operation.method in answer.headers["allow"]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_an_address_tells_its_methods(operation: Operation, anonymous: Client) -> None:
    answer = anonymous.options(address(operation))
    allowed = {one.method for one in OPERATIONS if one.path == operation.path} | {"OPTIONS"}
    assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (204, allowed)


@pytest.mark.parametrize("operation", TAKING, ids=lambda one: one.name)
def test_what_is_no_json_is_said_so(operation: Operation, client: Client) -> None:
    answer = client.post(address(operation), content=b"{" + WORDS.encode())
    problem(answer, 422)
    assert WORDS not in answer.text


@pytest.mark.parametrize("operation", TAKING, ids=lambda one: one.name)
def test_what_is_marked_as_something_else_is_not_read(operation: Operation, client: Client) -> None:
    answer = client.post(address(operation), content=b"a=b", headers={"content-type": "text/plain"})
    assert problem(answer, 415).type.endswith(":media_type_unknown")


@pytest.mark.parametrize("operation", TAKING, ids=lambda one: one.name)
def test_a_body_too_large_is_not_read(operation: Operation, client: Client) -> None:
    answer = client.post(address(operation), content=b" " * ((operation.most_bytes or 1_024 * 1_024) + 1))
    assert problem(answer, 413).type.endswith(":body_too_large")


# A chat is passed on as it came: a model server may know fields that we do not.
@pytest.mark.parametrize("operation", [one for one in TAKING if one.name != "complete_chat"], ids=lambda one: one.name)
def test_an_unknown_field_is_refused_without_its_name(operation: Operation, client: Client) -> None:
    answer = client.post(address(operation), json={**operation.example, WORDS: WORDS})
    problem(answer, 422)
    assert WORDS not in answer.text


def test_there_is_nothing_at_an_unknown_address(client: Client) -> None:
    answer = client.get(f"/v1/{WORDS}?text={WORDS}")
    problem(answer, 404)
    assert WORDS not in answer.text


TURN = {"conversation_id": "c", "person_id": "p", "text": "t"}


@settings(max_examples=60)
@given(
    field=st.sampled_from(
        ["conversation_id", "speaker", "channel", "locale", "place", "zone", "tags", "feeling", "facts", "cause"]
    ),
    value=st.sampled_from([WORDS * 30, 3, [WORDS], {WORDS: WORDS}, [[WORDS]], {"answer": [WORDS]}]),
)
def test_a_wrong_value_is_named_by_its_field_and_never_quoted(client: Client, field: str, value: Any) -> None:
    answer = client.post("/v1/turns", json={**TURN, "text": "", field: value})
    told = problem(answer, 422)
    assert WORDS not in answer.text
    assert told.field


def test_an_error_nobody_foresaw_tells_its_type_and_none_of_its_words() -> None:
    told = problem_of(RuntimeError(WORDS))
    assert (told.status, told.type) == (500, "urn:humanely:problem:fault")
    assert WORDS not in msgspec.json.encode(told).decode()


def every_error(base: type[HumanelyError]) -> list[type[HumanelyError]]:
    return [base, *(one for child in base.__subclasses__() for one in every_error(child))]


@pytest.mark.parametrize("error", every_error(HumanelyError), ids=lambda one: one.__name__)
def test_every_error_raised_on_purpose_has_a_code_and_a_status(error: type[HumanelyError]) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", error.code)
    assert 400 <= error.status < 600


def test_a_card_that_could_not_be_recorded_comes_with_the_problem() -> None:
    told = problem_of(Unrecorded(Overtaken(), "Call 112 now."))
    assert (told.status, told.card) == (Overtaken.status, "Call 112 now.")
    assert told.fix.startswith("Show the person the card")
