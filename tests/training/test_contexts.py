"""The term tables are what the published documents say, and nothing that the tables cannot hold slips in."""

from typing import Any

import pytest

from humanely.credential.linked import contexts
from tests.credential.linked.published import ABSENT, DATA
from training.contexts import Tables, Unforeseen, generated, written


@pytest.mark.public_data
@ABSENT
def test_the_tables_of_the_package_are_the_ones_generated_from_the_published_documents() -> None:
    assert written(generated(DATA)) == contexts.FILE.read_bytes()


@pytest.mark.parametrize(
    "context",
    [
        {"@base": "https://example.org/"},
        {"name": {"@id": "https://schema.org/name", "@language": "en"}},
        {"name": {"@id": "https://schema.org/name", "@container": "@index"}},
        {"schema": {"@id": "https://schema.org/"}},
    ],
)
def test_what_a_table_cannot_hold_is_not_left_out(context: dict[str, Any]) -> None:
    with pytest.raises(Unforeseen):
        Tables().number_of(context)


def test_a_table_used_twice_is_kept_once() -> None:
    tables = Tables()
    context = {"@protected": True, "name": "https://schema.org/name"}
    assert tables.number_of(context) == tables.number_of(dict(context)) == 0


def test_what_a_context_says_of_its_own_prefixes_is_spelled_out_and_the_rest_waits() -> None:
    tables = Tables()
    tables.number_of({"schema": "https://schema.org/", "name": {"@id": "schema:name", "@type": "xsd:string"}})
    assert tables.kept[0].terms["name"] == contexts.Row("https://schema.org/name", "xsd:string")
