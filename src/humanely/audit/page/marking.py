"""Messages made safe to show: cleaned, shortened, with the words behind the estimate marked."""

import re

from markupsafe import Markup, escape

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, lone surrogates, and those that turn the writing direction of the page around."""

_LEAD = 80  # characters kept before the first marked word when the start of a long message is cut


def visible(text: str) -> str:
    """The text without characters that could change anything outside it; tabs and newlines stay.

    >>> visible("a\\u202eb\\x00c")
    'abc'
    """
    return _UNSEEN.sub("", text)


def _first(text: str, word: str) -> tuple[int, int] | None:
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    start = found.start() if found else text.find(word)
    return (start, start + len(word)) if start >= 0 else None


def spans_of(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where `words` stand in `text`, in order and without overlap; words not there are left out.

    >>> spans_of("late, so late", ("so late", "late"))
    [(0, 4), (6, 13)]
    """
    found = sorted(span for word in words if word.strip() and (span := _first(text, word)))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, first_mark: int, limit: int) -> tuple[int, int]:
    """Which part of a long message to show: the start, or from shortly before the first marked word."""
    start = 0 if first_mark < limit - _LEAD else first_mark - _LEAD
    end = min(len(text), start + limit)
    blank = text.rfind(" ", start + limit // 2, end)
    return start, blank if end < len(text) and blank > 0 else end


def marked(text: str, words: tuple[str, ...] = (), *, limit: int) -> Markup:
    """Escaped text with the words behind the estimate in ``<mark>``, at most about `limit` characters.

    >>> marked("I am <so> upset", ("upset",), limit=100)
    Markup('I am &lt;so&gt; <mark>upset</mark>')
    """
    text = visible(text)
    spans = spans_of(text, tuple(visible(word) for word in words))
    start, end = _window(text, spans[0][0] if spans else 0, limit) if len(text) > limit else (0, len(text))
    pieces = [Markup("… ")] if start else []
    at = start
    for mark_start, mark_end in spans:
        low, high = max(mark_start, at), min(mark_end, end)
        if low < high:
            pieces += [escape(text[at:low]), Markup("<mark>{}</mark>").format(text[low:high])]
            at = high
    pieces.append(escape(text[at:end]))
    left_out = len(text) - (end - start)
    if left_out:
        pieces.append(Markup(' … <span class="cut">[{:,} characters not shown]</span>').format(left_out))
    return Markup("").join(pieces)
