import pytest

from humanely.signal.masking import mask
from humanely.signal.numbers import MAX_CHECKS


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("card 4111 1111 1111 1111, exp 12/27", "card [card], exp 12/27"),
        ("5555-5555-5555-4444", "[card]"),
        ("378282246310005", "[card]"),
        ("IBAN DE89 3704 0044 0532 0130 00 bitte", "IBAN [iban] bitte"),
        ("gb82west12345698765432.", "[iban]."),
        ("call 020 7946 0958. 3 people tried", "call [phone]. 3 people tried"),
        ("+49 (0)30 901820", "[phone]"),
        ("(415) 555-2671", "[phone]"),
        ("06.12.34.56.78", "[phone]"),
        ("mein Handy: 0151-23456789", "mein Handy: [phone]"),
        ("٠٢٠٧٩٤٦٠٩٥٨ is my phone", "[phone] is my phone"),
        ("my phone is 555 0199 22", "my phone is [phone]"),
    ],
)
def test_numbers_that_lead_to_a_person_are_masked(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "order 4503992211 of 12.05.2024 at 12:30:45",
        "Order #1234567890 and INV-2024-0001234",
        "I paid 1.234.567,00 and then $1234567",
        "tracking 9400111899223197428490",
        "in 2019 2020 2021, from 2023-2024",
        "2024-03-04 1200",
        "card 4111 1111 1111 1112",
        "0000 0000 0000 0000",
        "DE00 3704 0044 0532 0130 00",
        "Bestellnummer 30123456789 fehlt",
        "LH2034 seat 12A, 52.5200066 13.4049540",
    ],
)
def test_numbers_that_are_none_of_these_survive(text: str) -> None:
    assert mask(text).text == text


def test_the_callers_regions_decide_which_national_numbers_are_phones() -> None:
    assert mask("8123 456 789", regions=["IN"]).text == "[phone]"
    assert mask("8123 456 789", regions=["GB"]).text == "8123 456 789"


def test_past_the_checks_whatever_is_shaped_like_a_phone_is_masked() -> None:
    text = "\n".join(f"020 7946 {number:04}" for number in range(MAX_CHECKS + 50))
    assert "7946" not in mask(text).text
