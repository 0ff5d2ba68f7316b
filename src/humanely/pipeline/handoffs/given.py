"""What a person has given already, each with the message it stands in: nobody asks for it again (WCAG 2.2, 3.3.7)."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from humanely.affect.small_talk import only_greets
from humanely.pipeline.handoffs.summary import Spoken
from humanely.response.checks.asks_again import ORDER_NUMBER
from humanely.signal.masking import PLACEHOLDERS, Masked, mask_conversation

GivenKind = Literal["number", "name", "email", "phone", "device", "iban", "card", "ip"]
"""`number` is one of an order, a case or a customer."""

_HIDDEN = frozenset({"iban", "card"})
"""Never shown in full: whoever needs it finds it in the message."""
_SHOWN_OF_HIDDEN = 4
_KINDS: dict[str, GivenKind] = {
    "name": "name", "email": "email", "phone": "phone", "iban": "iban", "card": "card", "ip": "ip",
}  # fmt: skip
_VERSION = r"(?:[ -](?:\d{1,2}(?:\.\d+)?|[as]\d{1,2})\b(?: (?:pro|plus|max|mini)\b)?)?"
_DEVICE = re.compile(
    r"\b(?:windows \d+|pixel \d+|(?:iphone|ipad|macbook|imac|apple watch|android|samsung galaxy|huawei|xiaomi|macos|"
    rf"linux|ubuntu|chromebook|firefox|chrome){_VERSION})",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:19|20)\d\d(?:-\d{1,2}){0,2}")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")


class Given(msgspec.Struct, frozen=True):
    """Something the person has given.

    Attributes:
        value: as they wrote it; of a bank account or card only the last four characters.
        place: of the message it first stands in.
    """

    kind: GivenKind
    value: str
    place: int


def given(conversation: Sequence[Spoken], *, masked: bool = False) -> tuple[Given, ...]:
    """What a person has given, in the order in which they did, each once.

    Args:
        conversation: in order.
        masked: personal data is shown as placeholders.

    >>> said = [Spoken(7, True, "Order 884213, write to ada@example.org, I use an iPhone 13", "en")]
    >>> [(one.kind, one.value) for one in given(said)]
    [('number', '884213'), ('email', 'ada@example.org'), ('device', 'iPhone 13')]
    """
    messages = [one for one in conversation if one.customer]
    texts = mask_conversation([one.text for one in messages])
    found: dict[tuple[str, str], Given] = {}
    for message, text in zip(messages, texts, strict=True):
        for _, one in sorted(_in_message(message, text, masked=masked), key=lambda pair: pair[0]):
            found.setdefault((one.kind, one.value.casefold()), one)
    return tuple(found.values())


def _in_message(message: Spoken, text: Masked, *, masked: bool) -> Iterator[tuple[int, Given]]:
    """What one message gives, each with where it begins."""
    for span in text.spans:
        kind = _KINDS.get(span.kind)
        if kind is None or (kind == "name" and _is_addressed(text.text[: span.start])):
            continue
        value = message.text[span.original_start : span.original_end]
        yield span.original_start, Given(kind, _shown(kind, value, masked=masked), message.place)
    for found in ORDER_NUMBER.finditer(text.text):
        if not _DATE.fullmatch(found[0]):
            yield text.original(*found.span())[0], Given("number", found[0], message.place)
    for found in _DEVICE.finditer(text.text):
        yield text.original(*found.span())[0], Given("device", found[0], message.place)


def _is_addressed(before: str) -> bool:
    """Whether a name that follows is whom the person greets, not who they are."""
    last = _LAST_WORD.search(before)
    return last is not None and only_greets(last[1])


def _shown(kind: GivenKind, value: str, *, masked: bool) -> str:
    if masked:
        return PLACEHOLDERS[kind]
    plain = "".join(value.split())
    return f"… {plain[-_SHOWN_OF_HIDDEN:]}" if kind in _HIDDEN else value
