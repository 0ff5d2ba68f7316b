"""Numbers, amounts, dates and links of a text, in a form in which two ways of writing them are equal."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

import msgspec

LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'«»“”]+|(?<![\w@.])(?:[\w-]{1,63}\.){1,5}"
    r"(?:com|org|net|eu|io|app|info|gov|de|fr|es|it|nl|pl|pt|ru|uk|tr)(?:/[^\s<>\"']*)?(?![\w@-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?:[\d.,:/\u00a0\u202f'’-]*\d)?")
_RUN = re.compile(r"\+?\(?\d(?:[\d \u00a0()/.–-]*\d)?")
_MONEY_BEFORE = re.compile(r"(?:[€$£¥₽₺₹]|\b(?:EUR|USD|GBP|CHF|PLN|TRY|RUB|BRL))\s?$", re.IGNORECASE)
_MONEY_AFTER = re.compile(
    r"\s?(?:[€$£¥₽₺₹%‰]|(?:EUR|USD|GBP|CHF|PLN|TRY|RUB|BRL|euros?|dollars?|pounds?|zł|złotych|руб\w*|lira|reais|"
    r"percent|per cent|prozent|procent\w*|por ciento|por cento|pour cent)\b)",
    re.IGNORECASE,
)
_ISO_DATE = re.compile(r"(?<!\d)\d{4}-(\d{1,2})-(\d{1,2})(?!\d)")
_DATE = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})(?:\2(?:\d{4}|\d{2})(?!\d)|(?<=\.\d\d)\.|(?<=/\d\d)(?![\d.,]))")
_DAY_WORD = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:(?:of|de|di)\s+)?([^\W\d_]{3,})", re.IGNORECASE)
_WORD_DAY = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\w|[.,:]\d)", re.IGNORECASE)
_IDIOMS = frozenset({"24/7", "24/24", "7/7", "50/50", "360"})
_PHONE_DIGITS = range(7, 16)
_LONG = 3


class Figure(msgspec.Struct, frozen=True):
    """A particular of a text.

    Attributes:
        kind: ``link``, ``phone``, ``date``, ``amount`` or ``number``.
        values: what it may mean; a date such as 3/4 means two.
    """

    kind: str
    start: int
    end: int
    values: frozenset[str]


def figures(text: str, months: Mapping[str, int]) -> tuple[Figure, ...]:
    """The particulars of a text, links first, none overlapping: only those that would have to be known.

    >>> [(one.kind, sorted(one.values)) for one in figures("12 March, €1,250.00, ref 4711", {"march": 3})]
    [('date', ['12.3']), ('amount', ['1250']), ('number', ['4711'])]
    """
    kept: list[Figure] = []
    taken = bytearray(len(text) + 1)
    for one in chain(_links(text), _dates(text, months), _phones(text), _numbers(text)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def plain(number: str) -> str:
    """A number's digits without grouping, and without a fraction of zeros.

    >>> plain("1.234,50"), plain("49.00"), plain("49"), plain("1 250")
    ('1234,50', '49', '49', '1250')
    """
    parts = re.fullmatch(r"(.*\d)[.,](\d{1,2})", number)
    whole, fraction = parts.groups() if parts else (number, "")
    digits = "".join(filter(str.isdigit, whole))
    if not fraction.strip("0"):
        return digits
    return f"{digits},{fraction.ljust(2, '0')}"


def digits(text: str) -> str:
    """Digits alone."""
    return "".join(filter(str.isdigit, text))


def bare_link(link: str) -> str:
    """A link without its scheme, ``www.`` and trailing marks."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link.casefold()).rstrip(".,;:!?)/]}")


def _links(text: str) -> Iterator[Figure]:
    for hit in LINK.finditer(text):
        shown = hit[0].rstrip(".,;:!?)]}")
        yield Figure("link", hit.start(), hit.start() + len(shown), frozenset({bare_link(shown)}))


def _phones(text: str) -> Iterator[Figure]:
    for hit in _RUN.finditer(text):
        if len(digits(hit[0])) in _PHONE_DIGITS and (hit[0][0] in "+(0" or " " in hit[0]):
            yield Figure("phone", hit.start(), hit.end(), frozenset({digits(hit[0])}))


def _numbers(text: str) -> Iterator[Figure]:
    for hit in _NUMBER.finditer(text):
        if hit[0] in _IDIOMS:
            continue
        money = _MONEY_BEFORE.search(text, max(0, hit.start() - 5), hit.start()) or _MONEY_AFTER.match(text, hit.end())
        if money or len(digits(hit[0])) >= _LONG:
            values = {plain(hit[0])} if money else {plain(hit[0]), digits(hit[0])}
            yield Figure("amount" if money else "number", hit.start(), hit.end(), frozenset(values))


def _dates(text: str, months: Mapping[str, int]) -> Iterator[Figure]:
    for hit in _ISO_DATE.finditer(text):
        yield Figure("date", hit.start(), hit.end(), frozenset({f"{int(hit[2])}.{int(hit[1])}"}))
    for hit in _DATE.finditer(text):
        if hit[0].rstrip(".") not in _IDIOMS and (meant := _either_order(int(hit[1]), int(hit[3]))):
            yield Figure("date", hit.start(), hit.end(), meant)
    for pattern, day, word in ((_DAY_WORD, 1, 2), (_WORD_DAY, 2, 1)):
        for hit in pattern.finditer(text):
            month = months.get(hit[word].casefold())
            if month and 1 <= int(hit[day]) <= 31:
                yield Figure("date", hit.start(), hit.end(), frozenset({f"{int(hit[day])}.{month}"}))


def _either_order(first: int, second: int) -> frozenset[str]:
    ways = ((first, second), (second, first))
    return frozenset(f"{day}.{month}" for day, month in ways if 1 <= day <= 31 and 1 <= month <= 12)
