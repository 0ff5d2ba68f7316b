"""Personal data replaced by placeholders before any model, page or record sees a text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

import msgspec

from humanely.signal.addresses import emails, network, secrets
from humanely.signal.eastern_names import eastern_names
from humanely.signal.names import given_names, names, not_names
from humanely.signal.numbers import REGIONS, cards_and_phones, ibans

PLACEHOLDERS = {
    "email": "[e-mail]",
    "phone": "[phone]",
    "card": "[card]",
    "iban": "[iban]",
    "ip": "[ip]",
    "url_token": "[token]",
    "name": "[name]",
}
"""What stands in the masked text, by kind of personal data."""

MAX_ROUNDS = 8

Found = tuple[int, int, str]


class Mask(msgspec.Struct, frozen=True):
    """One placeholder: its span in the masked text, and of what it hides in the original."""

    kind: str
    start: int
    end: int
    original_start: int
    original_end: int


class Masked(msgspec.Struct, frozen=True):
    """A text with its personal data replaced.

    Attributes:
        spans: the placeholders, in order, never overlapping.
    """

    text: str
    spans: tuple[Mask, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that a span of the masked text stands for.

        An end inside a placeholder takes in all that the placeholder hides.

        >>> masked = mask("Hi Anna, where is it?")
        >>> masked.text, masked.original(3, 9), masked.original(11, 16)
        ('Hi [name], where is it?', (3, 7), (9, 14))
        """
        return self._original(start, closing=False), self._original(end, closing=True)

    def _original(self, position: int, *, closing: bool) -> int:
        at = bisect_right(self.spans, position - closing, key=lambda span: span.start) - 1
        if at < 0:
            return position
        span = self.spans[at]
        if position >= span.end:
            return position - span.end + span.original_end
        return span.original_end if closing else span.original_start


def mask(text: str, *, regions: Sequence[str] = ()) -> Masked:
    """Replace personal data by placeholders such as ``[e-mail]``.

    Masking twice changes nothing more. Never raises; linear in the length of the text.

    Args:
        text: any text; cleaned text is masked best.
        regions: ISO 3166-1 codes of the countries whose national phone numbers to look for;
            none means the eight of ``humanely.signal.numbers.REGIONS``.

    >>> mask("My name is Ada Byron, call +44 20 7946 0958 or write to ada@example.org").text
    'My name is [name], call [phone] or write to [e-mail]'
    """
    return _settle(text, lambda current: _found(current, tuple(regions) or REGIONS))


def mask_conversation(texts: Sequence[str], *, regions: Sequence[str] = ()) -> list[Masked]:
    """Mask the turns of one conversation; a name found in one turn is masked in all.

    Names are carried as whole words of three letters or more, as they were written, unless the
    conversation also has the word in lower case (then it may be the ordinary word).

    >>> [turn.text for turn in mask_conversation(["Hi, I'm Anna.", "Can Anna come in?"])]
    ["Hi, I'm [name].", 'Can [name] come in?']
    """
    masked = [mask(text, regions=regions) for text in texts]
    carried = _carried(texts, masked)
    if not carried:
        return masked
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(carried, key=len, reverse=True)))})(?!\w)")
    places = tuple(regions) or REGIONS

    def found(current: str) -> Iterator[Found]:
        yield from _found(current, places)
        yield from ((word.start(), word.end(), "name") for word in pattern.finditer(current))

    return [
        _settle(text, found) if pattern.search(turn.text) else turn for text, turn in zip(texts, masked, strict=True)
    ]


def _found(text: str, regions: Sequence[str]) -> Iterator[Found]:
    """All personal data of one text, surest kind first; each finder runs only where it may find."""
    if "://" in text or "www." in text or "=" in text or "?" in text:
        yield from secrets(text)
    if "@" in text or "＠" in text or "at" in text:
        yield from emails(text)
    if _SOME_DIGITS.search(text):
        yield from ibans(text)
        yield from cards_and_phones(text, regions)
    if text.count(".") > 2 or text.count(":") > 1:
        yield from network(text)
    yield from names(text)
    if not text.isascii():
        yield from eastern_names(text)


def _settle(text: str, find: Callable[[str], Iterator[Found]]) -> Masked:
    """Mask until nothing more is found: a placeholder may lay bare what stood beside it.

    No placeholder is ever touched again. Two rounds are the rule; the bound is for hostile texts.
    """
    masked = Masked(text)
    for _ in range(MAX_ROUNDS):
        spans = _apart(find(masked.text), masked.text)
        if not spans:
            break
        masked = _replace(masked, spans)
    return masked


def _apart(found: Iterator[Found], text: str) -> list[Found]:
    """What was found, in order; of two that overlap the first found stays, and no placeholder is touched."""
    kept: list[Found] = []
    taken = bytearray(len(text))
    fresh = True
    for start, end, kind in found:
        if fresh:
            for placeholder in _PLACEHOLDER.finditer(text):
                taken[placeholder.start() : placeholder.end()] = b"\1" * len(placeholder[0])
            fresh = False
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, kind))
    return sorted(kept)


def _replace(masked: Masked, found: list[Found]) -> Masked:
    """The text with more placeholders; spans keep pointing into the first original."""
    pieces: list[str] = []
    spans: list[Mask] = []
    at = shift = 0
    for start, end, kind in found:
        placeholder = PLACEHOLDERS[kind]
        pieces += masked.text[at:start], placeholder
        first, last = masked.original(start, end)
        spans.append(Mask(kind, start + shift, start + shift + len(placeholder), first, last))
        shift += len(placeholder) - (end - start)
        at = end
    pieces.append(masked.text[at:])
    starts = [start for start, _, _ in found]
    growth = [0]
    for start, end, kind in found:
        growth.append(growth[-1] + len(PLACEHOLDERS[kind]) - (end - start))
    for span in masked.spans:
        moved = growth[bisect_right(starts, span.start)]
        spans.append(msgspec.structs.replace(span, start=span.start + moved, end=span.end + moved))
    return Masked("".join(pieces), tuple(sorted(spans, key=lambda span: span.start)))


def _carried(texts: Sequence[str], masked: Sequence[Masked]) -> set[str]:
    """The words of the names found, but for those that may be ordinary words."""
    words = {
        word
        for text, turn in zip(texts, masked, strict=True)
        for span in turn.spans
        if span.kind == "name"
        for word in _NAME_WORD.findall(text[span.original_start : span.original_end])
        if len(word) >= 3 and (not word[0].islower() or word in given_names())
    }
    words = {word for word in words if word.lower() not in not_names() | _ALSO_WORDS}
    if not words:
        return words
    said = {word for text in texts for word in _SMALL_WORD.findall(text)}
    return {word for word in words if word in given_names() or word.lower() not in said}


_SOME_DIGITS = re.compile(r"\d(?:\D{0,4}\d){6}|[A-Za-z]{2}\d\d")
_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS.values())))
_NAME_WORD = re.compile(r"\w[\w'’-]+")
_SMALL_WORD = re.compile(r"\b[^\W\d_][\w'’-]+")
_ALSO_LIST = (
    "will mark grace hope joy faith art bill rich frank rose summer amber dawn chase grant pat sue rob ray gene"
    " jack drew dean carol holly ivy lily daisy violet ruby pearl jade sky skye autumn april may june august"
    " iris heather olive ginger christian jean sunny angel star case page miles wade cliff glen brook brooks"
    " young king price stone rock wolf fuchs koch klein groß lange kurz braun weiß schwarz rot lang petit blanc"
    " grand leblanc rosa luz paz sol cruz león blanco rojo mora flores rios felice bianco rossi conte pilar"
)
_ALSO_WORDS = frozenset(_ALSO_LIST.split())
