"""Numbers, dates and scales in the words the page uses."""

import datetime as dt

import msgspec

from humanely.audit.report import Figure

COLD = 0.4
"""A gap from here on counts as cold where the moment called for at least `STRONG`."""

STRONG = 0.5

NO_BREAK = "\N{NO-BREAK SPACE}"

SCALE: tuple[tuple[float, str], ...] = (
    (-0.1, "more than was called for"),
    (0.1, "about what was called for"),
    (0.25, "a little short of what was called for"),
    (COLD, "clearly short of what was called for"),
    (float("inf"), "far short of what was called for"),
)
"""Upper bound of the gap and how we put it. The words are a reading aid; no study set these bounds."""

LANGUAGES: dict[str, str] = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "mr": "Marathi", "ms": "Malay", "nb": "Norwegian",
    "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of the languages we can name; any other keeps its code."""


class FigureText(msgspec.Struct, frozen=True):
    """A figure ready to be printed; `value` and `interval` are empty where it was refused."""

    value: str
    interval: str
    base: str
    refused: str | None


def decimal(value: float) -> str:
    """Two places, with a true minus sign.

    >>> decimal(0.314), decimal(-0.2), decimal(-0.001)
    ('0.31', '−0.20', '0.00')
    """
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")


def percent(value: float) -> str:
    """A share, or a difference of two, as per cent; only what is all or nothing is said to be so.

    >>> [percent(value).replace(NO_BREAK, " ") for value in (0.183, 0.004, 0.0002, 0.9998, 1.0, -0.07)]
    ['18 %', '0.4 %', 'under 0.1 %', 'over 99.9 %', '100 %', '−7 %']
    """
    size, sign = abs(value), "−" if value < 0 else ""
    if 0 < size < 0.001:
        return f"{sign}under 0.1{NO_BREAK}%"
    if 0.999 < size < 1:
        return f"{sign}over 99.9{NO_BREAK}%"
    near_an_end = 0 < size < 0.01 or 0.99 < size < 1
    return f"{sign}{100 * size:.{1 if near_an_end else 0}f}{NO_BREAK}%"


def count(n: int, one: str = "", many: str = "") -> str:
    """Thousands set apart, with the noun that fits.

    >>> count(17193, "conversation"), count(1, "turn"), count(1200), count(2, "reply", "replies")
    ('17,193 conversations', '1 turn', '1,200', '2 replies')
    """
    noun = one if n == 1 else (many or f"{one}s") if one else ""
    return f"{n:,} {noun}".rstrip()


def written(figure: Figure, *, share: bool = False) -> FigureText:
    """Value, interval and base of a figure; a share as per cent.

    >>> written(Figure(0.31, 0.27, 0.35, 412)).interval
    '0.27 to 0.35'
    """
    form = percent if share else decimal
    base = count(figure.n, "conversation")
    if figure.value is None:
        return FigureText("", "", base, figure.refused or "nothing to count")
    bounds = (figure.low, figure.high)
    interval = " to ".join(form(bound) for bound in bounds if bound is not None)
    return FigureText(form(figure.value), interval, base, None)


def in_words(gap: float) -> str:
    """The gap on the plain scale.

    >>> in_words(0.31), in_words(0.0), in_words(-0.5)
    ('clearly short of what was called for', 'about what was called for', 'more than was called for')
    """
    return next(words for bound, words in SCALE if gap < bound)


def day(when: dt.datetime) -> str:
    """A date as people write it.

    >>> day(dt.datetime(2025, 3, 9, tzinfo=dt.UTC))
    '9 March 2025'
    """
    return f"{when.day} {when:%B %Y}"


def period(first: dt.datetime | None, last: dt.datetime | None) -> str | None:
    """From the first to the last message; None when the export has no times."""
    if first is None or last is None:
        return None
    return day(first) if first.date() == last.date() else f"{day(first)} to {day(last)}"


def language_name(code: str) -> str:
    """English name of an ISO 639-1 code, the code itself where we have none.

    >>> language_name("pt"), language_name("xx")
    ('Portuguese', 'xx')
    """
    return LANGUAGES.get(code, code)
