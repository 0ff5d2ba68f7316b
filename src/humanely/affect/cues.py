"""What a customer's message says of its situation: cues, each with the words that made it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import msgspec

from humanely.affect.phrases import Span, phrases
from humanely.affect.short_answers import names_human

SITUATION_CUES: tuple[str, ...] = (
    "asks_for_human", "attempt_failed", "repeats", "urgent", "grateful", "confused", "threatens_to_leave",
    "complains", "abusive", "open_question", "caused_by_us", "stakes_money", "stakes_licence", "stakes_health",
    "stakes_deadline", "stakes_dignity", "vulnerable", "said_outright", "distress", "delight", "sarcastic",
    "wants_facts_only", "pleads", "frustrated",
)  # fmt: skip
"""Cues that say what the situation is, found by phrases, by the model, or by both."""

MARK_CUES: tuple[str, ...] = ("elongation", "capitals", "exclamation", "emoji_pain", "emoji_joy")
"""Marks of intensity, found in any language by how the text is written."""

CUES: tuple[str, ...] = (*SITUATION_CUES, *MARK_CUES)

_ELONGATION = re.compile(  # laughter (kkk, jjj, ㅋㅋㅋ, 哈哈哈) is none, nor are numbers and sizes (XIII, XXXL, AAA)
    r"\b(?!(?:[IVXLCDMS]+|A+)\d*\b)\w*([^\W\d_hjkxwｗㅋㅎ哈呵嘿嘻草笑هחخはฮ])\1{2,}\w*"
)
_EXCLAMATION = re.compile(r"(?<![!！?？])[!！?？]*?[!！]{2,}[!！?？]*|(?<![?？])[?？]{2,}")
_PAIN = re.compile(
    r"[😠😡🤬😤😢😭😞😔😟😣😖😫😩😰😱😨🥺☹🙁💔😿👎😒🙄🤦]|(?<!\S)[:;]'?-?\(+(?!\w)|[ㅠㅜ]{2,}|(?<!\w)T_+T(?!\w)"
)
_JOY = re.compile(r"[😀😃😄😁😊🥰😍🎉🥳❤💕👍🙏🤩😘☺🙌💯]|(?<!\S)[:;]-?[)D](?!\w)")
_END = re.compile("[?？؟;\u037e.!…\\n¿]")
_ASKS = frozenset("?？؟\u037e")
_GREEK = re.compile("[Ͱ-Ͽἀ-῿]")
_QUOTED = re.compile(r'"[^"\n]{1,120}"|“[^”\n]{1,120}”|„[^“”\n]{1,120}[“”]|«[^»\n]{1,120}»')
_REQUEST = re.compile(
    r"\b(?:möchte|würde gern|would like|'d like|’d like|want|need|quiero|quisiera|voudrais|souhaite|vorrei|gostaria|"
    r"queria|quero)\b[^.!?\n]*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_WHOLE_WORD = re.compile(r"\b[^\W\d_]{2,}\b")
_SPACE = re.compile(r"[\s,]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…؟।])\s+|(?<=[。！？])\s*|\n+")
_MEMORY = 8_192
_LONGEST = 20_000
_GREEK_REACH = 80
"""Characters before a semicolon in which a Greek letter makes it a question mark."""


class Cue(msgspec.Struct, frozen=True):
    """What a message says of its situation, with the words that say it.

    Attributes:
        name: one of `CUES`.
        start, end: characters of the message, 0 <= start < end; both 0 where the model read it from the whole message.
        text: ``message[start:end]``.
        probability: 1 for words; the model's where it read it from the whole message.
    """

    name: str
    start: int
    end: int
    text: str
    probability: float = 1.0


UNLIKELY = 0.05
"""A phrase is not believed where the model finds its situation less probable than this."""
LIKELY = 0.4
"""What only the model reads counts where it is at least this probable."""
SHORT = 400
"""Of a longer message, in characters, the model reads the whole and may well pass over one phrase of it."""


SAID_ALONE = frozenset(("asks_for_human", "threatens_to_leave", "abusive", "wants_facts_only"))
"""What one sentence says for the whole message, whatever stands around it. All else hangs on that: a "Thank you." after
a request thanks for nothing, and who answers their own question asks none."""

Alone = Mapping[str, Mapping[str, float]]
"""Sentence, as `in_doubt` names it, to the model's probability of each situation where it reads that sentence alone."""


def in_doubt(text: str, found: Iterable[Cue], probability: Mapping[str, float]) -> tuple[str, ...]:
    """Sentences of a message to read alone: what a phrase in them says is improbable in the message as a whole.

    None where the message is one sentence. Arguments are those of `pooled`.

    >>> text = "I have asked three times now! I want a human. This is awful."
    >>> in_doubt(text, cues(text, "en"), {"asks_for_human": 0.01, "repeats": 0.9})
    ('I want a human.',)
    """
    doubted = (cue for cue in found if cue.name in SAID_ALONE and not _probable(cue, text, probability))
    around = (_sentence(text, cue) for cue in doubted)
    return tuple(dict.fromkeys(sentence for sentence in around if sentence != text.strip()))


def pooled(
    text: str,
    found: Sequence[Cue],
    probability: Mapping[str, float],
    reported: Iterable[str],
    alone: Alone = MappingProxyType({}),
) -> tuple[Cue, ...]:
    """Cues of the words together with the situations the model reports.

    Args:
        text: the message.
        found: cues of its words.
        probability: the model's, of each situation it knows, [0, 1].
        reported: the situations it reports.
        alone: what it says of the sentences `in_doubt`.

    >>> text = "Is there an agent for insurance in Leeds?"
    >>> [cue.name for cue in pooled(text, cues(text, "en"), {"open_question": 0.9, "confused": 0.6}, ["confused"])]
    ['confused', 'open_question']
    """
    believed = [cue for cue in found if _probable(cue, text, probability) or _said_alone(cue, text, alone)]
    named = {cue.name for cue in believed}
    return (
        *(
            Cue(name, 0, 0, "", probability[name])
            for name in reported
            if name not in named and probability[name] >= LIKELY
        ),
        *believed,
    )


def _probable(cue: Cue, text: str, probability: Mapping[str, float]) -> bool:
    """Whether the model can follow a phrase; of one word alone ("Beraterin") it knows less than the list does."""
    is_likely = len(text) > SHORT or probability.get(cue.name, 1.0) >= UNLIKELY
    return is_likely or (cue.name == "asks_for_human" and names_human(text))


def _said_alone(cue: Cue, text: str, alone: Alone) -> bool:
    return cue.name in SAID_ALONE and alone.get(_sentence(text, cue), {}).get(cue.name, 0.0) >= LIKELY


def _sentence(text: str, cue: Cue) -> str:
    """The sentence a cue stands in, or those it reaches over."""
    ends = [place.end() for place in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= cue.start), default=0)
    return text[start : min((end for end in ends if end >= cue.end), default=len(text))].strip()


_IMPLIED = dict.fromkeys(("threatens_to_leave", "abusive", "sarcastic", "repeats", "stakes_dignity"), "complains")


def situation(found: Iterable[Cue]) -> frozenset[str]:
    """Names of the cues found, with what they imply: a threat to leave, abuse, sarcasm, repeating oneself and
    hurt dignity complain.

    >>> sorted(situation(cues("Then I will cancel my contract.", "en")))
    ['complains', 'threatens_to_leave']
    """
    names = {cue.name for cue in found}
    return frozenset(names | {_IMPLIED[name] for name in names if name in _IMPLIED})


@lru_cache(maxsize=_MEMORY)
def cues(text: str, language: str | None) -> tuple[Cue, ...]:
    """The cues of a customer's message, in order of their place.

    Phrases need a language that has them (`humanely.affect.phrases.languages`); marks of intensity and
    question marks are found in every language. Of a very long text only the first 20,000 characters count.

    >>> [(cue.name, cue.text) for cue in cues("I already tried that. Can I talk to a person?", "en")]
    [('attempt_failed', 'I already tried'), ('open_question', 'Can I talk to a person?'), ('asks_for_human', \
'talk to a person')]
    """
    text = text[:_LONGEST]
    found = [*_marks(text), *_questions(text), *_situations(text, language)]
    if all(cue.name != "asks_for_human" for cue in found):
        found += _names_human(text)
    if any(cue.name == "grateful" for cue in found):
        # "Ah super, thank you": real thanks make the praise before them real.
        found = [cue for cue in found if cue.name != "sarcastic"]
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end, cue.name)))


def _situations(text: str, language: str | None) -> Iterator[Cue]:
    lists = phrases(language)
    if lists is None:
        return
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    asked = list(_asked(text))
    found = lists.find(lists.tokens(text))
    for category, spans in found.items():
        side, _, name = category.partition(".")
        if side != "cue":
            continue
        for span in spans:
            # Abuse between quotation marks is reported, not committed.
            if name == "abusive" and _within(span, quoted):
                continue
            # Who asks how to leave, or requests it as plain business, threatens nothing.
            if name == "threatens_to_leave" and (_within(span, asked) or _requested(text, span)):
                continue
            yield Cue(name, span.start, span.end, span.text)


def _requested(text: str, span: Span) -> bool:
    """Whether the sentence of a find asks for it, up to its end."""
    begin = max((text.rfind(mark, 0, span.end) for mark in ".!?\n"), default=-1) + 1
    return bool(_REQUEST.search(text[begin : span.end]))


def _names_human(text: str) -> Iterator[Cue]:
    """A message of nothing but "representative": it asks for one, in whatever language it is."""
    if names_human(text):
        start = len(text) - len(text.lstrip())
        yield Cue("asks_for_human", start, start + len(text.strip()), text.strip())


def _within(span: Span, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in places)


def _questions(text: str) -> Iterator[Cue]:
    for begin, end in _asked(text):
        start = end - len(text[begin:end].lstrip(" \t,;:-–—)\"'"))
        if _WORD.search(text, start, end):
            yield Cue("open_question", start, end, text[start:end])


def _asked(text: str) -> Iterator[tuple[int, int]]:
    """Places from the end before to a question mark."""
    begin = 0
    for end in _END.finditer(text):
        greek = end.group() == ";" and _GREEK.search(text, max(begin, end.start() - _GREEK_REACH), end.start())
        if greek or end.group() in _ASKS:
            yield begin, end.end()
        if greek or end.group() != ";":
            begin = end.end()


def _marks(text: str) -> Iterator[Cue]:
    for name, pattern in (
        ("elongation", _ELONGATION),
        ("exclamation", _EXCLAMATION),
        ("emoji_pain", _PAIN),
        ("emoji_joy", _JOY),
    ):
        for match in pattern.finditer(text):
            yield Cue(name, match.start(), match.end(), match.group())
    yield from _capitals(text)


def _capitals(text: str) -> Iterator[Cue]:
    """Words in capitals next to each other, of six letters together: less may be an acronym."""
    words = (word.span() for word in _WHOLE_WORD.finditer(text) if all(map(str.isupper, word.group())))
    for start, end in _joined(words, text):
        if sum(c.isalpha() for c in text[start:end]) >= 6 and "[" not in text[max(start - 1, 0) : start]:
            yield Cue("capitals", start, end, text[start:end])


def _joined(words: Iterable[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Places of words, those with nothing but a space or a comma between them as one."""
    run: tuple[int, int] | None = None
    for start, end in words:
        if run is not None and _SPACE.fullmatch(text, run[1], start):
            run = run[0], end
            continue
        if run is not None:
            yield run
        run = start, end
    if run is not None:
        yield run
