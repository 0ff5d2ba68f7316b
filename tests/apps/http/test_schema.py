"""The document against the server: whatever is sent, no 5xx, and what comes back is as the document says."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import load_all_checks
from schemathesis.generation import GenerationMode

from humanely.apps.http.api import OPERATIONS
from humanely.apps.http.operation import Operation
from humanely.apps.site.app import serve
from humanely.apps.site.start import Where, start
from humanely.store.api_key import Scope
from humanely.store.api_keys import ApiKeys

EXAMPLES = 20
EDGES = 80
"""Of the smallest, largest, longest, missing and misshapen values of an operation's fields, as many at most."""

SETTINGS = "noticed = true\n[team]\ncalls = true\nmails = true\n[limits]\nper_minute = 10000000\nburst = 1000000\n"
CHECKS = {
    # Some fields depend on each other (a value on its scale), which no schema says: a 422 may answer valid data.
    "positive_data_acceptance": {"enabled": False},
    # Keys are not made up here; test_keys.py does that.
    "ignored_auth": {"enabled": False},
}
# A stream of events is text to OpenAPI 3.1; the tool would hold each event to the schema of the whole.
STREAM = {"include-path": "/v1/events", "checks": {"response_schema_conformance": {"enabled": False}}}

generated = settings(
    max_examples=EXAMPLES,
    phases=(Phase.generate,),
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The document as the server gives it, and a key for everything."""
    folder = tmp_path_factory.mktemp("described")
    (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    started = start(Where(folder=folder))
    keys = ApiKeys(started.data.database, started.data.entropy)
    _, secret = keys.create("tests", tuple(Scope), dt.datetime.now(dt.UTC))
    config = schemathesis.Config.from_dict({
        "seed": 7,
        "headers": {"Authorization": f"Bearer {secret.text}"},
        "max-stream-events": 1,
        "checks": CHECKS,
        "operations": [STREAM],
        "generation": {"with-security-parameters": False},
    })  # fmt: skip
    load_all_checks()
    yield schemathesis.openapi.from_asgi("/openapi.json", serve(started.services), config=config)
    started.services.engine.stop()
    started.close()


@pytest.fixture
def operation(request: pytest.FixtureRequest, described: Any) -> Any:
    """One operation of the document."""
    asked: Operation = request.param
    return described[asked.path][asked.method]


def every(operations: Iterable[Operation]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("operation", list(operations), indirect=True, ids=lambda one: one.name)


def answered(cases: Iterable[Any]) -> int:
    """How many requests were sent, each answered as the document says.

    Raises:
        FailureGroup: with the request, as a command for curl.
    """
    return sum(1 for case in cases if case.call_and_validate())


def generate(operation: Any, mode: GenerationMode) -> None:
    @seed(7)
    @generated
    @given(operation.as_strategy(mode))
    def holds(case: Any) -> None:
        case.call_and_validate()

    holds()


# Who listens where nothing comes waits; test_server.py does, and the edges do where something is there.
@every(one for one in OPERATIONS if one.name != "listen")
def test_what_the_document_allows_is_answered_as_it_says(operation: Any) -> None:
    generate(operation, GenerationMode.POSITIVE)


@every(one for one in OPERATIONS if one.body or one.query)
def test_what_the_document_does_not_allow_is_refused_as_it_says(operation: Any) -> None:
    generate(operation, GenerationMode.NEGATIVE)


@every(OPERATIONS)
def test_the_edges_of_every_field_are_answered_as_the_document_says(operation: Any) -> None:
    config = operation.schema.config.generation_for(operation=operation)
    edges = operation.schema.iter_coverage_cases(
        operation, generation_modes=list(GenerationMode), generation_config=config
    )
    assert answered(islice(edges, EDGES)) > 0
