"""A human, with one press and without a word."""

from collections.abc import Callable

from tests.apps.running import Running
from tests.apps.widget.conftest import Visiting


def test_a_human_can_be_asked_for_before_a_word_is_written(visitor: Visiting, server: Running) -> None:
    stands = visitor.post("human", locale="de").raise_for_status().json()
    assert stands["handoff"] == "queued"
    assert stands["lines"][0]["kind"] == "handoff"
    assert stands["lines"][0]["locale"] == "de"


def test_whoever_no_longer_needs_one_says_so(visitor: Visiting) -> None:
    visitor.post("human").raise_for_status()
    stands = visitor.post("decline").raise_for_status().json()
    assert stands["handoff"] == ""
    assert visitor.post("decline").status_code == 409


def test_an_address_is_kept_for_the_answer(visitor: Visiting) -> None:
    visitor.post("human").raise_for_status()
    visitor.post("contact", address="ada@example.org").raise_for_status()
    assert "ada@example.org" in visitor.post("export").text


def test_a_number_is_kept_with_when_to_call(visitor: Visiting) -> None:
    assert visitor.began["ways"] == ["phone", "email"]
    visitor.post("human").raise_for_status()
    visitor.post("contact", kind="phone", address="+49 30 901820", wish="After five").raise_for_status()
    told = visitor.post("export").text
    assert "+4930901820" in told
    assert "After five" in told


def test_what_is_no_number_is_refused_unquoted(visitor: Visiting) -> None:
    visitor.post("human").raise_for_status()
    told = visitor.post("contact", kind="phone", address="no number")
    assert told.status_code == 422
    assert "no number" not in told.text


def test_what_is_no_address_is_refused_unquoted(visitor: Visiting) -> None:
    visitor.post("human").raise_for_status()
    told = visitor.post("contact", address="not an address")
    assert told.status_code == 422
    assert "not an address" not in told.text


def test_nobody_declines_for_another(visit: Callable[..., Visiting]) -> None:
    one, other = visit(), visit()
    one.post("human").raise_for_status()
    assert other.post("decline").status_code == 409
    assert one.post("start", token=one.began["token"]).json()["handoff"] == "queued"
