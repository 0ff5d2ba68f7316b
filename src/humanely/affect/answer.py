"""How much empathy an answer shows, of which kind, and what speaks against it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from humanely.affect.cues import Cue, cues
from humanely.affect.labels import MARKS
from humanely.affect.not_understood import CLAUSE, not_understood
from humanely.affect.phrases import Phrases, Span, Tokens, phrases
from humanely.affect.reading import AnswerEstimate

AGAINST: tuple[str, ...] = (*MARKS, "second_apology", "not_understood")
"""What may speak against an answer; the last two only the words can tell: that it is the second apology in a row, and
that it says it did not understand, and nothing else."""

# All weights are set by hand for a first version that people can read and argue with.

KIND_WEIGHTS: dict[str, float] = {
    "feels_with": 0.45,  # meeting the feeling opens the door
    "understands": 0.40,  # and having got the point
    "asks": 0.30,  # an open question helps, but alone it moves nothing
    "acts": 0.60,  # weighs most: soothing words while nothing is done are no empathy
}
"""What each kind shows alone when it is full (2 of 2); kinds add up as chances do (noisy-or)."""

AGAINST_FACTORS: dict[str, float] = {
    "blame": 0.45,
    "dismissal": 0.50,
    "stock_phrase": 0.70,
    "second_apology": 0.80,
    "ignored_question": 0.70,
    "empty_promise": 0.75,
    "cheer_in_pain": 0.60,
    "gush": 0.40,  # however often
    "not_understood": 0.0,  # the person has to start again
}
"""What is left of the value when this speaks against the answer; at most two finds count."""

FULL = 2
FOUND = 0.7
"""What a phrase that speaks against an answer counts for beside a model that does not see it."""

_SENTENCES = 6
_STEM = 5
_SHORTEST = 4
_LONGEST = 20_000
_PAIN = frozenset(
    {"said_outright", "distress", "complains", "vulnerable", "abusive", "stakes_health", "stakes_dignity",
     "sarcastic", "threatens_to_leave", "repeats", "attempt_failed", "emoji_pain"}
)  # fmt: skip
_EXCLAIMED = re.compile(r"[!！]+")
_GREETING_WORDS = 4


class Against(msgspec.Struct, frozen=True):
    """Something that speaks against an answer.

    Attributes:
        name: one of `AGAINST`.
        start, end: characters of the answer; both 0 where it is something missing.
        text: ``answer[start:end]``.
    """

    name: str
    start: int
    end: int
    text: str


class Shown(msgspec.Struct, frozen=True):
    """The empathy an answer shows: an estimate of the words, not of who wrote them.

    Attributes:
        value: [0, 1], lowered by `against`; with a model from the degrees as expected, not as rounded.
        feels_with, understands, asks, acts: each 0, 1 or 2.
        evidence: spans of the answer; ``name`` says for which part.

    Source: Sharma et al. (2020), EPITOME, for the first three; acting is our addition for service.
    """

    value: float
    feels_with: int
    understands: int
    asks: int
    acts: int
    against: tuple[Against, ...]
    evidence: tuple[Span, ...]


class _Answer:
    """An answer taken apart, held against the message it answers."""

    def __init__(self, answer: str, message: str, lists: Phrases, language: str | None) -> None:
        self.text = answer[:_LONGEST]
        self.tokens = lists.tokens(self.text)
        found = lists.find(self.tokens)
        self.found = {name[7:]: spans for name, spans in found.items() if name.startswith("answer.")}
        self.message_cues: tuple[Cue, ...] = cues(message, language)
        about = set(_content(lists.tokens(message[:_LONGEST]), lists))
        self.shared = tuple(
            Span("understands", self.tokens.starts[at], self.tokens.ends[at], stem)
            for at, stem in _content_places(self.tokens, lists)
            if stem in about
        )
        self.shared_words = len({span.text for span in self.shared})
        self.sentences = tuple(_sentences(self.tokens))

    def spans(self, *names: str, without: Sequence[str] = ()) -> tuple[Span, ...]:
        """Spans of these categories that overlap none of `without`."""
        blocked = [span for name in without for span in self.found.get(name, ())]
        return tuple(span for name in names for span in self.found.get(name, ()) if not _overlaps(span, blocked))

    def near_content(self, span: Span) -> bool:
        """The span's sentence also takes up something of the message."""
        for start, end, _ in self.sentences:
            if start <= span.start < end:
                around = (*self.shared, *self.spans("interprets"))
                return any(start <= one.start < end and not _overlaps(one, (span,)) for one in around)
        return False


def shown(answer: str, *, message: str, language: str | None, previous_answers: Sequence[str] = ()) -> Shown | None:
    """Estimate by its words the empathy an answer shows to a message; None where the language has no phrases.

    Of very long texts only the first 20,000 characters count. An answer that only says that it did not understand
    shows nothing, in any language that has words for it.

    Args:
        answer: the words of the answer; several in a row joined by line breaks.
        message: what it answers.
        language: of the answer.
        previous_answers: earlier answers of the conversation, last one last.

    >>> s = shown("We charged you twice, that was our mistake. I've refunded it, it is back by Friday.",
    ...           message="You charged me twice!", language="en")
    >>> s.acts, s.against
    (2, ())
    """
    lists = phrases(language)
    nothing = tuple(_named("not_understood", filter(None, (not_understood(answer[:_LONGEST]),))))
    if lists is None:
        return Shown(0.0, 0, 0, 0, 0, nothing, ()) if nothing else None
    taken = _Answer(answer, message, lists, language)
    if nothing:
        return Shown(0.0, 0, 0, 0, 0, (*nothing, *_second_apology(taken, previous_answers, lists)), ())
    parts = {
        "feels_with": _feels_with(taken),
        "understands": _understands(taken),
        "asks": _asks(taken),
        "acts": _acts(taken),
    }
    scores = {name: score for name, (score, _) in parts.items()}
    against = tuple(
        sorted(_against(taken, scores, previous_answers, lists), key=lambda one: (one.start, one.end, one.name))
    )
    evidence = tuple(
        Span(name, span.start, span.end, taken.text[span.start : span.end])
        for name, (score, spans) in parts.items()
        if score
        for span in spans
    )
    return Shown(
        value=_value(scores, against),
        against=against,
        evidence=tuple(sorted(evidence, key=lambda span: (span.start, span.end, span.name))),
        **scores,
    )


def sentences(answer: str) -> list[str]:
    """The first sentences and clauses of an answer, where it has more than one.

    An apology before it hides from the model what an answer does; read sentence by sentence, a step stays a step.

    >>> sentences("I'm sorry. A new one leaves today!"), sentences("A new one leaves today.")
    (["I'm sorry.", 'A new one leaves today!'], [])
    """
    parts = [part for part in CLAUSE.split(answer[:_LONGEST]) if len(part) >= _SHORTEST]
    return parts[:_SENTENCES] if len(parts) > 1 else []


def strongest(estimates: Sequence[AnswerEstimate]) -> AnswerEstimate:
    """Of an answer read whole and sentence by sentence, the fullest degree of each kind; marks are those of the whole.

    Args:
        estimates: the first of the whole answer.
    """
    whole = estimates[0]
    return msgspec.structs.replace(
        whole,
        degrees={kind: max(one.degrees[kind] for one in estimates) for kind in whole.degrees},
        expected={kind: max(one.expected[kind] for one in estimates) for kind in whole.expected},
    )


def with_model(said: Shown | None, estimate: AnswerEstimate) -> Shown:
    """The empathy an answer shows as the model reads it, in any language.

    The model's degrees count, their expectations in the value; the phrases give words for them, and what they alone
    know, such as a second apology. What speaks against the answer lowers the value by how sure it is.

    Args:
        said: what the words say, where the language has phrases.
        estimate: the model's, of the same answer to the same message; it never met one that understood nothing.
    """
    if said is not None and any(one.name == "not_understood" for one in said.against):
        return said
    degrees = estimate.degrees
    spoken = () if said is None else said.against
    named = {one.name for one in spoken}
    read = (Against(name, 0, 0, "") for name in estimate.against if name not in named)
    against = tuple(one for one in (*read, *spoken) if _stands(one.name, degrees))
    missing = 1.0
    for name, weight in KIND_WEIGHTS.items():
        missing *= 1.0 - weight * estimate.expected[name] / 2
    value = 1.0 - missing
    for name in {one.name for one in against}:
        sure = max(estimate.marks.get(name, 0.0), FOUND if name in named else 0.0)
        value *= 1.0 - (1.0 - AGAINST_FACTORS[name]) * sure
    evidence = () if said is None else tuple(span for span in said.evidence if degrees[span.name])
    return Shown(value=value, against=against, evidence=evidence, **degrees)


def _stands(name: str, degrees: Mapping[str, int]) -> bool:
    """Beside a concrete step nothing is an empty promise or gush; who asks, acts or got the point ignores nothing."""
    if name in {"empty_promise", "gush"}:
        return degrees["acts"] < FULL
    if name == "ignored_question":
        return not any(degrees[kind] for kind in ("understands", "asks", "acts"))
    return True


def _value(scores: dict[str, int], against: Iterable[Against]) -> float:
    missing = 1.0
    for name, weight in KIND_WEIGHTS.items():
        missing *= 1.0 - weight * scores[name] / 2
    value = 1.0 - missing
    counted: dict[str, int] = {}
    for one in against:
        counted[one.name] = counted.get(one.name, 0) + 1
    for name, count in counted.items():
        value *= AGAINST_FACTORS[name] ** (1 if name == "gush" else min(count, 2))
    return value


def _feels_with(answer: _Answer) -> tuple[int, Sequence[Span]]:
    feelings = answer.spans("feeling", without=("stock", "gush", "dismissal"))
    regrets = answer.spans("regret", without=("stock", "gush"))
    specific = any(answer.near_content(span) for span in feelings)
    if specific or len(feelings) >= 2:
        return 2, (*feelings, *regrets)
    warm = feelings or regrets or answer.spans("gush")
    return (1 if warm else 0), (*feelings, *regrets)


def _understands(answer: _Answer) -> tuple[int, Sequence[Span]]:
    interprets = answer.spans("interprets", without=("stock", "dismissal", "blame"))
    evidence = (*interprets, *answer.shared)
    weight = len(interprets) + 0.75 * answer.shared_words
    if weight >= 2.5 and interprets:
        return 2, evidence
    return (1 if weight >= 1.5 else 0), evidence


def _asks(answer: _Answer) -> tuple[int, Sequence[Span]]:
    questions = [Span("asks", start, end, "") for start, end, mark in answer.sentences if mark == "?" and end > start]
    opens = answer.spans("open_question", without=("form_question", "stock_question", "stock", "gush"))
    if opens and any(answer.near_content(span) for span in opens):
        return 2, opens
    plain = [span for span in questions if not _overlaps(span, answer.spans("stock_question", "blame", "gush"))]
    return (1 if opens or plain else 0), (opens or plain)


def _acts(answer: _Answer) -> tuple[int, Sequence[Span]]:
    owns = answer.spans("owns", without=("blame",))
    steps = answer.spans("step", without=("dismissal", "blame", "stock", "empty_promise", "gush"))
    times = answer.spans("time", without=("stock",))
    choices = answer.spans("choice", without=("dismissal",))
    evidence = (*owns, *steps, *times, *choices)
    if steps and (times or choices or owns):
        return 2, evidence
    return (1 if steps or owns or (times and (choices or answer.shared)) else 0), evidence


def _against(answer: _Answer, scores: dict[str, int], previous: Sequence[str], lists: Phrases) -> Iterator[Against]:
    for name in ("blame", "dismissal"):
        yield from _named(name, answer.spans(name))
    yield from _named("stock_phrase", answer.spans("stock"))
    yield from _second_apology(answer, previous, lists)
    names = {cue.name for cue in answer.message_cues}
    asked = any(cue.name == "open_question" for cue in answer.message_cues)
    # A plain fact is an answer in however few words; only a scripted line with no fact in it passes a question by.
    scripted = any(answer.spans(name) for name in ("stock", "dismissal", "empty_promise"))
    substance = scores["acts"] or scores["asks"] or scores["understands"] or any(map(str.isdigit, answer.text))
    if asked and scripted and not substance:
        yield Against("ignored_question", 0, 0, "")
    if scores["acts"] < 2:
        yield from _named("empty_promise", answer.spans("empty_promise"))
    if not _PAIN.isdisjoint(names):
        yield from _named("cheer_in_pain", answer.spans("cheer"))
    yield from _named("gush", _gush(answer, scores))


def _second_apology(answer: _Answer, previous: Sequence[str], lists: Phrases) -> Iterator[Against]:
    apology = answer.spans("apology")
    if apology and previous and "answer.apology" in lists.find(lists.tokens(previous[-1][:_LONGEST])):
        yield from _named("second_apology", apology[:1])


def _gush(answer: _Answer, scores: dict[str, int]) -> Sequence[Span]:
    """More sympathy and exclamation than substance; one warm word beside a real step is no gush."""
    spans = answer.spans("gush")
    shouts = [Span("gush", match.start(), match.end(), match.group()) for match in _EXCLAIMED.finditer(answer.text)]
    loud = len(spans) + 0.5 * max(0, len(shouts) - 1) + sum(len(shout.text) > 1 for shout in shouts)
    substance = 0.75 * scores["acts"] + 0.5 * scores["asks"]
    if loud >= 1.5 and loud > substance:
        return (*spans, *shouts)
    return ()


def _named(name: str, spans: Iterable[Span]) -> Iterator[Against]:
    for span in spans:
        yield Against(name, span.start, span.end, span.text)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _sentences(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """First character, one past the last, and the mark that ends it."""
    for places in tokens.sentences():
        mark = tokens.words[places.stop] if places.stop < len(tokens.words) else "."
        yield tokens.starts[places.start], tokens.ends[places.stop - 1], mark


def _content(tokens: Tokens, lists: Phrases) -> Iterator[str]:
    for _, stem in _content_places(tokens, lists):
        yield stem


def _content_places(tokens: Tokens, lists: Phrases) -> Iterator[tuple[int, str]]:
    """Words that say what a text is about, shortened so that their forms meet; a greeting's name is none."""
    greeted = _greeting_end(tokens)
    for at, word in enumerate(tokens.words):
        if at < greeted or word in lists.common:
            continue
        if word[0].isdigit():
            if len(word) > 1:
                yield at, word
        elif len(word) >= _SHORTEST and word[0].isalpha():
            yield at, word[:_STEM]


def _greeting_end(tokens: Tokens) -> int:
    """Tokens before the first comma of a short opening, such as "Hi Anna,"."""
    comma = tokens.text.find(",", 0, 40)
    if comma < 0:
        return 0
    inside = sum(end <= comma for end in tokens.ends)
    return inside if inside <= _GREETING_WORDS + 1 else 0
