"""What a model is shown of a conversation: personal data hidden, put back only where it was given just now."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from humanely.response.situation import Situation
from humanely.signal.masking import PLACEHOLDERS, Masked, mask, mask_conversation

GIVEN_BACK: frozenset[str] = frozenset({"name", "email", "phone"})
"""Kinds that may be repeated to the person who wrote them; a card number never needs to be."""


class Hidden(msgspec.Struct, frozen=True, kw_only=True):
    """The texts of a situation, masked together.

    Attributes:
        messages, earlier, answers: of the person since the last answer, of the person before, and ours.
        facts: their placeholders are numbered, such as ``[phone 1]``, so that each can be put back for itself.
        values: placeholder → what it hides: of the facts, and of `messages` where it can be one thing only.
        originals: all these texts as they are; they stay here.
    """

    messages: tuple[str, ...]
    earlier: tuple[str, ...]
    answers: tuple[str, ...]
    facts: tuple[str, ...]
    values: dict[str, str]
    originals: tuple[str, ...]

    def restore(self, text: str) -> str:
        """A text with each placeholder replaced that has a value; any other stays as it is.

        >>> hidden = hide(Situation(messages=("I am Anna, write to a@example.org or b@example.org",)))
        >>> hidden.restore("Dear [name], which of the two: [e-mail]?")
        'Dear Anna, which of the two: [e-mail]?'
        """
        if not self.values:
            return text
        pattern = "|".join(map(re.escape, self.values))
        return re.sub(pattern, lambda found: self.values[found[0]], text)

    def conceal(self, text: str) -> str:
        """A draft as a model may see it: what was put back goes, and so does all other personal data.

        >>> hidden = hide(Situation(messages=("I am Anna, call me.",), facts=("Ring Dr. Orlok.",)))
        >>> hidden.facts, hidden.conceal("Anna, Orlok knows; mail c@example.org.")
        (('Ring Dr. [name 1].',), '[name], [name 1] knows; mail [e-mail].')
        """
        known = {value: placeholder for placeholder, value in self.values.items()}
        if known:
            pattern = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
            text = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: known[found[0]], text)
        return mask_conversation((*self.originals, text))[-1].text


def hide(situation: Situation) -> Hidden:
    """Mask all that a model may see of a situation; a name found in one text is hidden in all."""
    earlier = _without_newest(situation.earlier, situation.messages)
    spoken = (*situation.messages, *earlier, *situation.previous_answers)
    masked = [one.text for one in mask_conversation(spoken)]
    at, to = len(situation.messages), len(situation.messages) + len(earlier)
    facts, values = _numbered(situation.facts)
    return Hidden(
        messages=tuple(masked[:at]),
        earlier=tuple(masked[at:to]),
        answers=tuple(masked[to:]),
        facts=facts,
        values=values | dict(_written(situation.messages)),
        originals=(*spoken, *situation.facts),
    )


def _without_newest(earlier: Sequence[str], messages: Sequence[str]) -> tuple[str, ...]:
    """Whoever counts the newest messages among the earlier ones does not have them read twice."""
    known = {*messages, *(one.text for one in mask_conversation(messages))}
    kept = list(earlier)
    while kept and kept[-1] in known:
        kept.pop()
    return tuple(kept)


def _numbered(facts: Sequence[str]) -> tuple[tuple[str, ...], dict[str, str]]:
    shown: list[str] = []
    values: dict[str, str] = {}
    for fact in facts:
        masked, pieces, at = mask(fact), [], 0
        for span in masked.spans:
            placeholder = f"{PLACEHOLDERS[span.kind][:-1]} {len(values) + 1}]"
            values[placeholder] = fact[span.original_start : span.original_end]
            pieces += [masked.text[at : span.start], placeholder]
            at = span.end
        shown.append("".join((*pieces, masked.text[at:])))
    return tuple(shown), values


def _written(messages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The placeholders that stand for one thing in these messages."""
    found: dict[str, set[str]] = {}
    for text, masked in zip(messages, mask_conversation(messages), strict=True):
        for kind, value in _hides(text, masked):
            found.setdefault(kind, set()).add(value)
    for kind in sorted(GIVEN_BACK & found.keys()):
        if len(found[kind]) == 1:
            yield PLACEHOLDERS[kind], found[kind].pop()


def _hides(text: str, masked: Masked) -> Iterator[tuple[str, str]]:
    for span in masked.spans:
        yield span.kind, text[span.original_start : span.original_end]
