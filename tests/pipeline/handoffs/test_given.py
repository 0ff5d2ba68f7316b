"""What a person has given is not asked for again, and nothing is taken for given that was not."""

import pytest

from humanely.pipeline.handoffs.given import given
from humanely.pipeline.handoffs.summary import Spoken


def found(*texts: str, masked: bool = False) -> list[tuple[str, str, int]]:
    said = [Spoken(at, True, text, "en") for at, text in enumerate(texts)]
    return [(one.kind, one.value, one.place) for one in given(said, masked=masked)]


def test_each_thing_is_given_once_with_the_message_it_first_stands_in() -> None:
    told = found("I am Ada Byron, order 884213.", "It is still order 884213, write to ada@example.org")
    assert told == [("name", "Ada Byron", 0), ("number", "884213", 0), ("email", "ada@example.org", 1)]


def test_a_number_in_groups_is_given_whole() -> None:
    assert found("It is 4711-22, thanks") == [("number", "4711-22", 0)]


def test_of_a_bank_account_only_the_end_is_shown() -> None:
    assert found("My account is DE89 3704 0044 0532 0130 00") == [("iban", "… 3000", 0)]


def test_masked_it_says_what_was_given_and_not_the_thing_itself() -> None:
    assert found("Write to ada@example.org", masked=True) == [("email", "[e-mail]", 0)]


@pytest.mark.parametrize(
    "text", ["Hi Laura, where is it?", "I bought it in 2024.", "I am on edge.", "Three days ago.", "On 2026-03-12."]
)
def test_who_is_greeted_and_what_is_a_year_was_not_given(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "device"), [("on my iPhone 13 mini?", "iPhone 13"), ("Windows 11 here", "Windows 11")]
)
def test_a_device_is_given(text: str, device: str) -> None:
    ((kind, value, _),) = found(text)
    assert (kind, value[: len(device)]) == ("device", device)


def test_what_we_wrote_was_not_given_by_the_person() -> None:
    assert given([Spoken(0, False, "Your order 884213 is on its way.", "en")]) == ()
