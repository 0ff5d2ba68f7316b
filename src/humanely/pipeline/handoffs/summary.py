"""What a conversation was about, in its own sentences: the problem, what was tried and promised, what is open.

Nothing is put into other words. Each point is a sentence or two that somebody wrote, with the place where it stands,
so that whoever takes over can look it up.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from humanely.affect.cues import Cue, cues
from humanely.affect.farewell import is_farewell
from humanely.affect.phrases import phrases
from humanely.affect.small_talk import only_asks_who, only_closes, only_greets
from humanely.response.draft import Draft
from humanely.response.topic import topic_of

LONGEST = 280
"""Characters of one point."""
MOST = 3
"""Points of one kind."""

_SENTENCE = re.compile(r"(?:[^.!?…。！？؟\n]|[.](?=\w))+[.!?…。！？؟]*[\"»”’)]*")
_ASKS = re.compile(r"[?？؟][\"»”’)]*\s*$")
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[^,،、，]{1,40}[,،、，]\s*(?=\w)")
_FEW_WORDS = 3
_SAYS_ENOUGH = 6
_AT_LENGTH = 12
_MANY_WORDS = 25
_SHORT = 160
_FIRST = 1.5
_TROUBLE = frozenset(
    {"attempt_failed", "caused_by_us", "complains", "confused", "frustrated", "stakes_money", "stakes_licence",
     "stakes_health", "stakes_deadline"}
)  # fmt: skip
_RHETORICAL = frozenset({"abusive", "complains", "repeats", "said_outright", "sarcastic", "threatens_to_leave"})
"""Who asks so wants no answer: "how often do I have to say it?"."""
_FAILED = frozenset({"attempt_failed", "confused", "repeats"})
_VENTS = frozenset({"abusive", "attempt_failed", "complains", "frustrated", "said_outright", "threatens_to_leave"})
"""What is said so, and names nothing else, leaves nothing open to answer."""
_PROMISES = ("promise_refund", "promise_contact", "promise_outcome", "promise_gift", "deadline")


class Spoken(msgspec.Struct, frozen=True):
    """What somebody said.

    Attributes:
        place: of its act in the ledger.
        customer: it is the person's.
        language: ISO 639-1, None where it is not known.
        tells: it is ours and tells an entry of the FAQ.
    """

    place: int
    customer: bool
    text: str
    language: str | None = None
    tells: bool = False


class Point(msgspec.Struct, frozen=True):
    """A sentence or two of the conversation, word for word.

    Attributes:
        place: of the message they stand in, its id.
        customer: the person wrote them.
    """

    place: int
    text: str
    customer: bool = True


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What it was about; what nobody wrote is not in it.

    Attributes:
        problem: None where the person only greeted, or only asked for a human.
        tried: by the person, and by us where it did not help.
        promised: by us, newest first.
        open_question: what the person still asks or needs; None where the problem says it all.
    """

    problem: Point | None = None
    tried: tuple[Point, ...] = ()
    promised: tuple[Point, ...] = ()
    open_question: Point | None = None


def summary(conversation: Sequence[Spoken]) -> Summary:
    """Sum up a conversation.

    Args:
        conversation: in order, without notices and what was said of the handoff itself.

    >>> found = summary([
    ...     Spoken(1, True, "Hi! My parcel 4711 says delivered, but nothing is here. Where is it?", "en"),
    ...     Spoken(3, False, "Please look in the letter box.", "en"),
    ...     Spoken(5, True, "I already tried that. Can I talk to a person?", "en"),
    ... ])
    >>> found.problem.text, found.open_question.text
    ('My parcel 4711 says delivered, but nothing is here. Where is it?', 'Where is it?')
    >>> [(one.place, one.text) for one in found.tried]
    [(3, 'Please look in the letter box.'), (5, 'I already tried that.')]
    """
    matter = _newest_matter(conversation)
    problem = _problem(matter)
    return Summary(
        problem=problem,
        tried=tuple(one for one in _tried(matter) if problem is None or one.text not in problem.text)[-MOST:],
        promised=tuple(reversed(tuple(_promised(matter))))[:MOST],
        open_question=_open(matter, problem),
    )


def sentences(text: str) -> list[str]:
    """The sentences of a text, with their marks.

    >>> sentences("It broke. Again!  Why?")
    ['It broke.', 'Again!', 'Why?']
    """
    return [one for found in _SENTENCE.finditer(text) if _WORD.search(one := found[0].strip())]


def asks_for_human(text: str, language: str | None) -> tuple[str, ...]:
    """The words of a text that ask for a human."""
    return tuple(cue.text for cue in cues(text, language) if cue.name == "asks_for_human")


def _newest_matter(conversation: Sequence[Spoken]) -> Sequence[Spoken]:
    """What came after the person last closed the talk; all of it where nothing of weight did."""
    closed = [at for at, one in enumerate(conversation) if one.customer and _closes(conversation[:at], one)]
    for at in reversed(closed):
        left = conversation[at + 1 :]
        if any(one.customer and _says_something(one) for one in left):
            return left
    return conversation


def _closes(before: Sequence[Spoken], one: Spoken) -> bool:
    """Whether it ends the matter: a thank-you while nobody has answered yet is only polite."""
    answered = bool(before) and not before[-1].customer
    return only_closes(one.text) and (answered or is_farewell(one.text))


def _says_something(one: Spoken) -> bool:
    return bool(_kept(one))


def _kept(one: Spoken) -> list[str]:
    """The sentences of a message that are no greeting, no leave-taking, and no ask for a human."""
    return [
        _without_greeting(sentence)
        for sentence in sentences(one.text)
        if not (only_greets(sentence) or only_closes(sentence) or only_asks_who(sentence))
        and not asks_for_human(sentence, one.language)
        and len(_WORD.findall(sentence)) > 1
    ]


def _without_greeting(sentence: str) -> str:
    """A sentence from behind its greeting.

    >>> _without_greeting("Hello, where is my order?")
    'where is my order?'
    """
    first = _CLAUSE.match(sentence)
    return sentence[first.end() :] if first and only_greets(first[0]) else sentence


def _problem(conversation: Sequence[Spoken]) -> Point | None:
    """The message that says most of what it is about; the earlier the better, for so do people begin."""
    telling = [(at, one) for at, one in enumerate(conversation) if one.customer and _says_something(one)]
    if not telling:
        return None
    weights = [
        _says(one) + (-_FIRST if _passed(one, conversation[at + 1 :]) else _FIRST / (1 + earlier))
        for earlier, (at, one) in enumerate(telling)
    ]
    best = telling[weights.index(max(weights))][1]
    return Point(best.place, _cut(_kept(best)))


def _passed(one: Spoken, after: Sequence[Spoken]) -> bool:
    """Whether what it is about came later."""
    return _told_little(one, after) or (
        _was_told(after) and any(each.customer and _says_something(each) for each in after)
    )


def _was_told(after: Sequence[Spoken]) -> bool:
    """Whether we told what we know of it, and the person did not come back to say that it does not help."""
    if not after or not after[0].tells:
        return False
    back = next((one for one in after if one.customer and _says_something(one)), None)
    return back is None or _FAILED.isdisjoint(_names(cues(back.text, back.language)))


def _told_little(one: Spoken, after: Sequence[Spoken]) -> bool:
    """Whether it names no trouble, we had to ask what it is about, and a later message names one at length."""
    asked_back = bool(after) and not after[0].customer and bool(_ASKS.search(after[0].text))
    at_length = [each for each in after if each.customer and len(_WORD.findall(each.text)) >= _AT_LENGTH]
    return asked_back and not _in_trouble(one) and any(map(_in_trouble, at_length))


def _in_trouble(one: Spoken) -> bool:
    return not _TROUBLE.isdisjoint(_names(cues(one.text, one.language)))


def _says(one: Spoken) -> float:
    """How much a message says of what it is about."""
    text = " ".join(_kept(one))
    words = min(len(_WORD.findall(text)), _MANY_WORDS)
    named = topic_of([text], one.language) != "other"
    names = _names(cues(text, one.language))
    return 2.0 * named + (not _TROUBLE.isdisjoint(names)) + words / 10 - 1.5 * ("abusive" in names)


def _cut(kept: Sequence[str]) -> str:
    """Whole sentences as far as they fit; a first one that is too long ends at a word."""
    text = kept[0]
    for sentence in kept[1:]:
        if len(text) + 1 + len(sentence) > LONGEST:
            break
        text = f"{text} {sentence}"
    return shortened(text, LONGEST)


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, which ends at a word.

    >>> shortened("Where is my parcel?", 12)
    'Where is my…'
    """
    if len(text) <= most:
        return text
    head = text[: max(most - 1, 0)]
    whole = head if text[len(head)].isspace() else head.rpartition(" ")[0] or head
    return f"{whole.rstrip(' ,;:')}…"


def _tried(conversation: Sequence[Spoken]) -> Iterator[Point]:
    """What the person says they tried, each after the answer of ours it may have been."""
    answer: Spoken | None = None
    for one in conversation:
        if not one.customer:
            answer = one
            continue
        failed = [each for each in sentences(one.text) if "attempt_failed" in _names(cues(each, one.language))]
        if failed and answer is not None and (step := _step(answer)):
            yield Point(answer.place, shortened(step, LONGEST), customer=False)
        if failed:
            yield Point(one.place, _cut(failed))
        answer = None


def _step(answer: Spoken) -> str:
    """A short answer; of a long one the sentence that says what to do, or its longest where no word tells. An answer
    that asks back and says nothing to do is no step.
    """
    lists = phrases(answer.language)
    every = sentences(answer.text)
    told = [one for one in every if not _ASKS.search(one)]
    steps = [one for one in told if lists and "answer.step" in lists.find(lists.tokens(one))]
    if len(told) < len(every):
        return steps[0] if steps else ""
    if len(short := " ".join(told)) <= _SHORT:
        return short
    plain = [one for one in told if len(_WORD.findall(one)) >= _SAYS_ENOUGH]
    return next(iter((*steps, *sorted(plain, key=len, reverse=True))), "")


def _promised(conversation: Sequence[Spoken]) -> Iterator[Point]:
    """Sentences of ours that promise something or give a time."""
    for one in conversation:
        if one.customer:
            continue
        draft = Draft(one.text, one.language)
        places = dict.fromkeys(draft.sentence(span.start) for span in draft.said(*_PROMISES))
        for start, end in places:
            if not draft.is_question(start):
                yield Point(one.place, shortened(one.text[start:end].strip(), LONGEST), customer=False)


def _open(conversation: Sequence[Spoken], problem: Point | None) -> Point | None:
    """The newest question that has no answer yet; else the newest need told after the problem."""
    for at, one in reversed(list(enumerate(conversation))):
        asked = [each for each in _kept(one) if _ASKS.search(each) and _wants_answer(each, one.language)]
        if one.customer and asked and not _is_answered(one, conversation[at + 1 :], problem):
            return Point(one.place, shortened(max(asked, key=len), LONGEST))
    wanted = [(one.place, needs) for one in conversation if one.customer and (needs := _needs(one))]
    if not wanted or problem is None or wanted[-1][0] <= problem.place:
        return None
    place, needs = wanted[-1]
    return Point(place, _cut(needs))


def _is_answered(asked: Spoken, after: Sequence[Spoken], problem: Point | None) -> bool:
    """Whether we answered and the person went on: to the problem itself, or without saying that it did not help."""
    if _was_told(after):
        return True
    ours = [at for at, one in enumerate(after) if not one.customer]
    if problem is not None and ours and problem.place > after[ours[0]].place > asked.place:
        return True
    answers = [at for at in ours if not _ASKS.search(after[at].text)]
    back = [one for one in after[answers[0] + 1 :] if one.customer and _says_something(one)] if answers else []
    return bool(back) and all(_FAILED.isdisjoint(_names(cues(one.text, one.language))) for one in back)


def _wants_answer(sentence: str, language: str | None) -> bool:
    enough = len(_WORD.findall(sentence)) >= _FEW_WORDS
    return enough and _RHETORICAL.isdisjoint(_names(cues(sentence, language)))


def _needs(one: Spoken) -> list[str]:
    """The sentences that ask for something; none of a message that thanks, and none that only vents."""
    if "grateful" in _names(cues(one.text, one.language)):
        return []
    return [each for each in _kept(one) if not _only_vents(each, one.language)]


def _only_vents(sentence: str, language: str | None) -> bool:
    named = not _VENTS.isdisjoint(_names(cues(sentence, language)))
    return named and topic_of([sentence], language) == "other"


def _names(found: Sequence[Cue]) -> frozenset[str]:
    return frozenset(cue.name for cue in found)
