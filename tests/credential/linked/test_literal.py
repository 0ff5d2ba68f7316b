"""Values as they stand in N-Quads."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.linked import literal
from humanely.credential.linked.fault import NotCanonical

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    "text",
    ["achievements/1", "", "name", ":a", "1a:b", "urn:a b", "urn:a>", "urn:a<b", 'urn:"', "urn:\\u0041",
     "urn:\n", "urn:\x00"],
)  # fmt: skip
def test_only_a_whole_iri_stands_as_one(text: str) -> None:
    with pytest.raises(NotCanonical) as caught:
        literal.iri(text)
    assert caught.value.fault == "term_relative"
    assert caught.value.term == text


@given(text=st.text())
def test_a_text_is_one_line_and_can_be_read_back(text: str) -> None:
    written = literal.plain(text)
    assert not {"\n", "\r", "\x00", "\x7f"} & set(written)
    assert json.loads(written) == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (False, f'"false"^^<{XSD}boolean>'),
        (10, f'"10"^^<{XSD}integer>'),
        (10.0, f'"10"^^<{XSD}integer>'),
        (-0.0, f'"0"^^<{XSD}integer>'),
        (5.25, f'"5.25E0"^^<{XSD}double>'),
        (-0.001, f'"-1.0E-3"^^<{XSD}double>'),
        (10**21, f'"1.0E21"^^<{XSD}double>'),
    ],
)
def test_numbers_and_truth_values_are_written_as_javascript_writes_them(value: float, expected: str) -> None:
    assert literal.native(value) == expected


@given(value=st.floats(min_value=-1e300, max_value=1e300))
def test_a_number_keeps_its_value(value: float) -> None:
    written = literal.native(value).split('"')[1]
    assert math.isclose(float(written), value, rel_tol=1e-15)


def test_a_number_of_a_datatype_keeps_it() -> None:
    assert literal.native(2, "urn:x:credits") == '"2"^^<urn:x:credits>'
    assert literal.native(2, literal.DOUBLE) == f'"2.0E0"^^<{XSD}double>'


def test_plain_text_needs_no_datatype() -> None:
    assert literal.plain("a", literal.STRING) == literal.plain("a") == '"a"'


@pytest.mark.parametrize(("language", "direction"), [("", ""), ("d e", ""), ("en>", "ltr"), ("en", "up")])
def test_a_language_or_direction_that_is_none_is_refused(language: str, direction: str) -> None:
    with pytest.raises(NotCanonical):
        literal.spoken("a", language, direction)


def test_a_direction_needs_no_language() -> None:
    assert literal.spoken("a", "", "ltr") == '"a"^^<https://www.w3.org/ns/i18n#_ltr>'


@pytest.mark.parametrize("value", [math.nan, "\ud800", 2**60])
def test_json_without_a_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical) as caught:
        literal.verbatim({"a": value})
    assert caught.value.fault == "malformed"
