"""Where card numbers, IBANs and phone numbers stand in a text, and which numbers are none of these.

Every finder yields ``(start, end, kind)`` and takes linear time on any text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

REGIONS = ("US", "GB", "DE", "FR", "ES", "IT", "BR", "PT")
"""Regions whose national phone numbers are looked for unless the caller names others (ISO 3166-1)."""

MAX_CHECKS = 600
"""Checks of one text against numbering plans; past them, whatever is shaped like a phone is masked."""

_RUN = re.compile(r"(?:\+|\+?\()?\d(?:(?:[ ()\-–/\u00a0\u2009\u202f]|\.(?! )){0,3}\d)*+")
_GROUP = re.compile(r"\d+")
_IBAN_COUNTRIES = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
"""Countries by the length of their account numbers. Source: ISO 13616 registry."""
_IBAN_LENGTHS = {country: length for length, group in _IBAN_COUNTRIES.items() for country in group.split()}
_IBAN_START = re.compile(r"(?<![^\W_])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9]{4})")
_IBAN_REST = re.compile(r"(?:[ -]?[A-Za-z0-9]){11,30}")
_PHONE_WORD = (
    r"phone|tel\b|teleph|mobile?|cell|whats ?app|number is|call|ring me|reach|text me|sms|fax|contact"
    r"|telefon|handy|ruf|nummer ist|anruf|erreich|portable|numéro est|appel|joindre|joignable"
    r"|teléfono|móvil|celular|ll[aá]m|cellulare|chiam|telefone|telem|ligar|ligue|zap|bel\b|bellen"
    r"|numer to|zadzwo|dzwoni|kom[oó]rk|ara\b|aray|numaram|cep\b|тел|номер телефона|звон|τηλ|هاتف|جوال|电话|手机|電話"
    r"|携帯|전화|연락|phon"
)
_ID_WORD = (
    r"#|№|order|ref\b|refer|booking|reserv|invoice|track|ticket|case|account|item|article|artikel|sku|isbn|ean"
    r"|imei|serial|model|parcel|package|shipment|claim|policy|customer (?:id|no|number)|student|member"
    r"|transaction|confirmation|code|id\b|version|build|error|flight|train"
    r"|bestell|auftrag|rechnung|kunden|sendung|vorgang|buchung|konto|fehler"
    r"|commande|facture|dossier|suivi|r[eé]servation|colis|client"
    r"|pedido|factura|reserva|seguimiento|env[ií]o|cliente|ordine|fattura|spedizione|prenotazione|pacco"
    r"|encomenda|fatura|protocolo|bestelling|factuur|pakket|zam[oó]wieni|faktur|przesył|paczk"
    r"|sipariş|kargo|заказ|посылк|订单|単号|注文|주문"
)
_CUE = re.compile(rf"(?P<phone>(?<![^\W_])(?:{_PHONE_WORD}))|(?P<id>(?<![^\W_])(?:{_ID_WORD}))", re.IGNORECASE)
_MONEY = re.compile(
    r"[$€£¥₹₺₽₩฿₫]|\b(?:usd|eur|gbp|euros?|dollars?|pounds?|r\$|kr|zł|zl|tl|chf|brl|pln)\b", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])(?: \d{1,4})?"
    r"|(?:0?[1-9]|[12]\d|3[01])[-./ ](?:0?[1-9]|[12]\d|3[01])[-./ ](?:(?:19|20)\d\d|\d\d)(?: \d{1,4})?"
)
_CARD_SHAPE = re.compile(r"\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}(?!\d)")
_DATE_OR_DECIMAL = re.compile(
    r"(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![-./]?\d)"
    r"|(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d(?![-./]?\d)"
    r"|(?:0|[1-9]\d{0,2})\.\d{4,12}(?![-./]?\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\W+(?:19|20)\d\d)+")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+\.\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+\.\d\d?")


def ibans(text: str) -> Iterator[tuple[int, int, str]]:
    """Account numbers whose country, length and check digits are right."""
    floor = 0
    for begin in _IBAN_START.finditer(text):
        rest = _IBAN_REST.match(text, begin.end()) if begin.start() >= floor else None
        if rest and (end := _iban_end(text, begin.start(), rest.end())):
            floor = end
            yield begin.start(), end, "iban"


def _iban_end(text: str, start: int, furthest: int) -> int | None:
    """The end of the account number within ``text[start:furthest]``, words after it left out."""
    length = _IBAN_LENGTHS.get(text[start : start + 2].upper(), 0)
    written = re.sub("[ -]", "", text[start:furthest])[:length].upper()
    if not length or len(written) < length:
        return None
    end, left = start, length
    while left:
        left -= text[end] not in " -"
        end += 1
    ends_word = end == len(text) or not text[end].isalnum()
    return end if ends_word and _is_iban(written) else None


def _is_iban(written: str) -> bool:
    from stdnum import iban  # reads its table of countries on import

    return bool(iban.is_valid(written))


def cards_and_phones(text: str, regions: Sequence[str] = REGIONS) -> Iterator[tuple[int, int, str]]:
    """Card numbers (13 to 19 digits, Luhn), and phone numbers of `regions` or with a country code.

    A number is not a phone when it is money, a date, years, or stands after a word for an
    order, an invoice and the like; after a word for a telephone any 7 to 15 digits are one.
    """
    checks = _Checks(tuple(regions), MAX_CHECKS)
    for run in _RUN.finditer(text):
        if run.end() - run.start() < 7:
            continue
        groups = [group.span() for group in _GROUP.finditer(text, run.start(), run.end())]
        if sum(end - start for start, end in groups) < 7 or _inside_word(text, run.start(), run.end()):
            continue
        rests: list[list[tuple[int, int]]] = []
        yield from _cards(text, groups, rests)
        for rest in rests:
            yield from _phones(text, rest, checks)


def _inside_word(text: str, start: int, end: int) -> bool:
    """True for AB1234567, INV-2024-0001234 and 0012345AB."""
    before = text[max(0, start - 2) : start]
    if before and (before[-1].isalnum() or before[-1] == "_"):
        return True
    if len(before) == 2 and before[1] in "-_/." and before[0].isalnum():
        return True
    return end < len(text) and (text[end].isalpha() or text[end] == "_")


def _cards(
    text: str, groups: list[tuple[int, int]], rests: list[list[tuple[int, int]]]
) -> Iterator[tuple[int, int, str]]:
    """Windows of whole groups that carry a card's check digit; what lies between goes to `rests`."""
    kept: list[tuple[int, int]] = []
    at = 0
    while at < len(groups):
        through = _card_through(text, groups, at)
        if through is None:
            kept.append(groups[at])
            at += 1
            continue
        yield groups[at][0], groups[through][1], "card"
        rests.append(kept)
        kept, at = [], through + 1
    rests.append(kept)


def _card_through(text: str, groups: list[tuple[int, int]], at: int) -> int | None:
    digits = ""
    best = None
    for through in range(at, min(at + 8, len(groups))):
        start, end = groups[through]
        if through > at and not re.fullmatch(r"[ \-–\u00a0]", text[groups[through - 1][1] : start]):
            break
        if end - start < 3 or len(digits) + end - start > 19:
            break
        digits += _plain(text[start:end])
        if len(digits) >= 13 and len(set(digits)) > 1 and _luhn(digits):
            best = through
    return best


def _luhn(digits: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(digits))


def _plain(digits: str) -> str:
    """The same digits in ASCII, whatever script wrote them."""
    return digits if digits.isascii() else "".join(str(unicodedata.digit(sign, 0)) for sign in digits)


class _Checks:
    """Which plans to ask, and how often still."""

    def __init__(self, regions: tuple[str, ...], left: int) -> None:
        self.regions = regions
        self.left = left


def _phones(text: str, groups: list[tuple[int, int]], checks: _Checks) -> Iterator[tuple[int, int, str]]:
    at = opening = 0
    if groups and _CARD_SHAPE.fullmatch(text, groups[0][0], groups[-1][1]):
        return  # shaped like a card whose check digit is wrong: a reference
    while at < len(groups):
        through = None
        if at == opening or text[groups[at][0] - 1] in "+(" or text[groups[at][0]] == "0":
            if (other := _DATE_OR_DECIMAL.match(text, groups[at][0])) and other.end() <= groups[-1][1]:
                while at < len(groups) and groups[at][1] <= other.end():
                    at += 1
                opening = at
                continue
            through = _phone_through(text, groups, at, checks)
        if through is None:
            at += 1
            continue
        yield _with_opening(text, groups[at][0]), groups[through][1], "phone"
        at = opening = through + 1


def _with_opening(text: str, start: int) -> int:
    """The start with the plus sign or bracket before the first digit."""
    while start and text[start - 1] in "+(":
        start -= 1
    return start


def _phone_through(text: str, groups: list[tuple[int, int]], at: int, checks: _Checks) -> int | None:
    """The last group of the phone number that begins with group `at`, longest first."""
    ends = _possible_ends(groups, at)
    if ends and checks.left <= 0:
        return ends[0]
    start = _with_opening(text, groups[at][0])
    spans = [(through, groups[through][1]) for through in ends]
    spans = [(through, end) for through, end in spans if not _is_other_number(text, start, end)]
    cue = _cue_before(text, start) if spans else None
    checks.left -= len(ends)
    for through, end in spans:
        if _is_phone(text[start:end], cue, checks.regions):
            return through
    return spans[0][0] if spans and cue == "phone" else None


def _possible_ends(groups: list[tuple[int, int]], at: int) -> list[int]:
    """Groups with which a number of 7 to 15 digits may end, the longest number first."""
    ends: list[int] = []
    count = 0
    for through in range(at, min(at + 9, len(groups))):
        count += groups[through][1] - groups[through][0]
        if count > 17:
            break
        if count >= 7:
            ends.append(through)
    return ends[::-1]


def _is_phone(written: str, cue: str | None, regions: tuple[str, ...]) -> bool:
    if cue == "id" and "+" not in written:
        return False
    if cue is None and _THOUSANDS.fullmatch(written):
        return False
    abroad = written.startswith(("+", "(+", "00"))
    return _is_dialled(_plain(re.sub(r"\D", "", written)), regions, abroad=abroad)


def _is_other_number(text: str, start: int, end: int) -> bool:
    written = text[start:end]
    if _DATE.fullmatch(written) or _YEARS.fullmatch(written):
        return True
    around = text[max(0, start - 4) : start], text[end : end + 9]
    before, after = around
    money_before = any(found.end() >= len(before.rstrip()) for found in _MONEY.finditer(before))
    money_after = _MONEY.match(after.lstrip())
    decimals = re.match(r",\d|:\d|%", after) or re.search(r"\d[,:]$", before)
    return bool(money_before or money_after or decimals)


def _cue_before(text: str, start: int) -> str | None:
    """The kind of the nearest word before the number, in the same sentence, that says what it is."""
    before = re.split(r"[.!?;\n]\s", text[max(0, start - 40) : start])[-1]
    last = None
    for found in _CUE.finditer(before):
        last = found.lastgroup
    return last


@lru_cache(maxsize=8192)
def _is_dialled(digits: str, regions: tuple[str, ...], *, abroad: bool) -> bool:
    """Whether numbering plans know the number."""
    import phonenumbers

    tries: list[tuple[str, str | None]] = [(digits, region) for region in regions]
    if abroad:
        tries = [("+" + digits.removeprefix("00"), None)]
    for written, region in tries:
        try:
            number = phonenumbers.parse(written, region)
        except phonenumbers.NumberParseException:
            continue
        check = phonenumbers.is_possible_number if abroad else phonenumbers.is_valid_number
        if check(number):
            return True
    return False
