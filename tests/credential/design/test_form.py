from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.design.form import Fault, Form
from humanely.credential.design.spelling import COLOUR

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def only(form: Form) -> tuple[str, str]:
    (fault,) = form.faults
    return fault.field, fault.code


def test_a_text_is_trimmed_and_composed() -> None:
    assert Form({"name": " Zoe\u0308\r\nAda "}).text("name", 20) == "Zoë\nAda"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "missing"),
        ("  ", "missing"),
        ([], "missing"),
        (7, "not_text"),
        ("abcd", "too_long"),
        ("a\u202eb", "hidden_characters"),
        ("a\x00b", "hidden_characters"),
    ],
)
def test_a_text_that_cannot_be_kept_has_one_fault(value: Any, code: str) -> None:
    form = Form({"name": value})
    assert form.text("name", 3) == ""
    assert only(form) == ("name", code)


def test_what_may_be_missing_is_missed_in_silence() -> None:
    form = Form({})
    read = (form.maybe_text("a", 1), form.link("b"), form.whole("c", 1, 2), form.flag("d"), form.inner("e", Form.close))
    assert read == (None,) * 5
    assert (form.each("f", Form.close, 1), form.named("g", Form.close, 1), form.choice("h", ("x",), "x")) == (
        (),
        {},
        "x",
    )
    assert form.faults == []


@pytest.mark.parametrize("value", ["http://a.example.org", "https://", "javascript:alert(1)", "https://a b", "//a"])
def test_an_address_that_is_none_is_a_fault(value: str) -> None:
    form = Form({"url": value})
    assert form.link("url") is None
    assert only(form) == ("url", "not_link")


def test_a_pattern_must_fit_in_full() -> None:
    form = Form({"colour": "#1d4f91\nx"})
    assert form.pattern("colour", COLOUR, "not_colour") == ""
    assert only(form) == ("colour", "not_colour")


@pytest.mark.parametrize(("value", "read"), [(5, 5), ("5", 5), (" 12 ", 12)])
def test_whole_numbers_may_come_as_digits(value: Any, read: int) -> None:
    assert Form({"minutes": value}).whole("minutes", 1, 12) == read


@pytest.mark.parametrize("value", [0, 13, True, 2.5, "two", "-1", "٣"])
def test_other_numbers_are_a_fault(value: Any) -> None:
    form = Form({"minutes": value})
    assert form.whole("minutes", 1, 12) is None
    assert only(form) == ("minutes", "not_whole")


def test_a_word_that_is_not_among_those_offered_is_a_fault_and_read_as_the_default() -> None:
    form = Form({"stakes": "huge"})
    assert form.choice("stakes", ("low", "high"), "low") == "low"
    assert form.faults == [Fault("stakes", "not_among", {"among": "low, high"})]
    assert Form({"stakes": "high"}).choice("stakes", ("low", "high"), "low") == "high"


def test_yes_and_no_are_no_words() -> None:
    form = Form({"review": "yes", "optional": False})
    assert (form.flag("review"), form.flag("optional")) == (None, False)
    assert only(form) == ("review", "not_flag")


def test_places_in_a_list_are_counted_from_one_and_the_good_ones_are_kept() -> None:
    form = Form({"steps": [{"name": "a"}, "b", {"nome": "c"}]})
    assert form.each("steps", lambda step: step.text("name", 9), 3) == ("a", "")
    assert [(fault.field, fault.code) for fault in form.faults] == [
        ("steps.2", "not_form"), ("steps.3.name", "missing"), ("steps.3.nome", "unknown_field"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "code"), [("a", "not_list"), ([{}, {}], "too_many")]
)  # fmt: skip
def test_a_list_that_is_none_or_too_long_is_a_fault(value: Any, code: str) -> None:
    form = Form({"steps": value})
    assert form.each("steps", lambda step: step, 1) == ()
    assert only(form) == ("steps", code)


@pytest.mark.parametrize(
    ("value", "code"), [([1], "not_form"), ({"de": {}, "fr": {}}, "too_many")]
)  # fmt: skip
def test_named_forms_that_are_none_or_too_many_are_a_fault(value: Any, code: str) -> None:
    form = Form({"versions": value})
    assert form.named("versions", lambda version: version, 1) == {}
    assert only(form) == ("versions", code)


def test_a_named_form_that_is_none_is_left_out() -> None:
    form = Form({"versions": {"de": {"name": "x"}, "fr": "y"}})
    assert form.named("versions", lambda version: version.text("name", 3), 2) == {"de": "x"}
    assert only(form) == ("versions.fr", "not_form")


@given(value=anything)
def test_no_value_whatever_makes_a_form_fail(value: Any) -> None:
    form = Form({"x": value})
    form.text("x", 5), form.link("x"), form.whole("x", 0, 9), form.flag("x"), form.choice("x", ("a",), "a")
    form.inner("x", Form.close), form.each("x", Form.close, 2), form.named("x", Form.close, 2)
    form.close()
    assert all(fault.says("en") for fault in form.faults)
