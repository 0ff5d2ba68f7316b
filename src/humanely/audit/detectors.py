"""What an audit looks for in one conversation: each problem is one function over the estimates.

A detector says three things of a conversation: whether the problem could have shown at all, whether it
did, and how deep it went, with the turn that shows it. Nothing here looks at more than one conversation.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

import msgspec

from humanely.affect.answer import Against
from humanely.affect.cues import CUES, Cue
from humanely.affect.labels import KINDS
from humanely.affect.phrases import phrases
from humanely.context.exchange import COUNTS_NEED, Exchange
from humanely.context.trajectory import LOW, TurnReading, changes, dips, ending
from humanely.estimate import ReadConversation
from humanely.signal.turn import Speaker

SLOW_H = 8.0
"""Hours to the first answer from which on it counts as slow: a working day has passed."""

ASKS = ("open_question", "asks_for_human", "confused", "pleads")
"""Cues of a message that wants something back; who only says goodbye in anger is not left without an answer."""

TRIES = ("attempt_failed", "repeats", "asks_for_human")
"""Cues of a message that the last answer did not help; asking for a human is one, too."""

TROUBLE = tuple(
    name for name in CUES if name not in {"grateful", "delight", "emoji_joy", "open_question", "wants_facts_only"}
)
"""Cues that may be why a message is unpleasant."""

MEANT = 0.45
"""Need from which on an unpleasant message means more than a plain no; chosen on the sample export and on
everyday bookings, where "no, that's all for now" reads as unpleasant, too."""

TOO_MUCH = -0.4
"""Gap at or under which an answer shows more than the moment called for."""

GOOD_SHOWN = 0.7
"""Empathy shown, with a need of at least 0.5 and nothing against it, that makes an answer worth copying."""

REASONS = 6
"""Words, and names, given at most for one hit."""


class Hit(msgspec.Struct, frozen=True):
    """The problem showed here.

    Attributes:
        turn: place of the turn that shows it, from 0.
        depth: how deep it went, (0, 1].
        words: spans of that turn that made the estimate.
        as_a_whole: names of what the model read in that turn as a whole, where no words of it say so.
        facts: what else shows it, such as ``after 9 h``.
    """

    turn: int
    depth: float
    words: tuple[str, ...] = ()
    as_a_whole: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """What a detector says of a conversation.

    Attributes:
        could: the problem could have shown (somebody asked for a human, times exist, …).
        hits: where it showed.
    """

    could: bool
    hits: tuple[Hit, ...] = ()


Detect = Callable[[ReadConversation], Found]


def dip(read: ReadConversation) -> Found:
    """The customer's feeling falls sharply from before an answer to after it, into the unpleasant."""
    could = any(change.answers for change in changes(read.readings))
    hits = []
    for fall in dips(read.readings):
        after = read.readings[fall.after]
        if (after.felt or 0.0) <= LOW and _calls_for_empathy(read, fall.after):
            hits.append(Hit(fall.after, min(1.0, -fall.amount / 1.5), *_why(_cues(after, *TROUBLE))))
    return Found(could, tuple(hits))


def hurt_at_end(read: ReadConversation) -> Found:
    """The customer's last message is angry or hurt."""
    end = ending(read.readings)
    last = next((r for r in reversed(read.readings) if r.turn.is_customer), None)
    if end is None or last is None or end.place != last.turn.index or len(read.readings) < 2:
        return Found(could=False)
    if not end.is_low or not _calls_for_empathy(read, end.place):
        return Found(could=True)
    return Found(True, (Hit(end.place, min(1.0, -end.last), *_why(_cues(last, *TROUBLE))),))


def human_not_given(read: ReadConversation) -> Found:
    """The customer asked for a human, and none came."""
    asks = [r for r in read.readings if _has(r, "asks_for_human")]
    if not asks:
        return Found(could=False)
    first = asks[0].turn.index
    if any(r.turn.speaker is Speaker.AGENT and r.turn.index > first for r in read.readings):
        # Where no assistant speaks, the export may call its machine an agent: nobody can tell who came.
        return Found(could=any(r.turn.speaker is Speaker.ASSISTANT for r in read.readings))
    # Asking again in vain is worse than asking once.
    depth = min(1.0, 0.7 + 0.15 * (len(asks) - 1))
    return Found(True, (Hit(asks[-1].turn.index, depth, *_why(_cues(asks[-1], "asks_for_human"))),))


def repeats_without_escalation(read: ReadConversation) -> Found:
    """Twice or more the customer says that it did not work or repeats, and nobody new takes over."""
    runs = ([read.readings[at] for at in exchange.customer] for exchange in read.exchanges)
    # Two messages in a row are one try: nobody could have answered between them.
    tries = [found[-1] for run in runs if (found := [r for r in run if _has(r, *TRIES)])]
    if not tries:
        return Found(could=False)
    if len(tries) < 2:
        return Found(could=True)
    second = tries[1].turn.index
    before = {r.turn.speaker for r in read.readings if r.turn.index < second}
    human_joined = Speaker.AGENT not in before and any(
        r.turn.speaker is Speaker.AGENT and r.turn.index > second for r in read.readings
    )
    moved = any(e.shown is not None and e.shown.acts == 2 for e in _after(read, second))
    if human_joined or moved:
        return Found(could=True)
    depth = min(1.0, 0.5 + 0.15 * (len(tries) - 2))
    return Found(True, (Hit(tries[-1].turn.index, depth, *_why(_cues(tries[-1], *TRIES))),))


def cold_answer(read: ReadConversation) -> Found:
    """A clear need for empathy met by far less than it called for."""
    counted = [e for e in read.exchanges if e.counts and e.gap is not None]
    hits = (Hit(e.answers[-1], min(1.0, e.gap or 0.0), *_why(_against(e))) for e in counted if e.is_cold)
    return Found(bool(counted), tuple(hits))


def apology_loop(read: ReadConversation) -> Found:
    """An apology in two answers in a row, with nothing moved between; only phrases know an apology."""
    answered = [e for e in read.exchanges if e.shown is not None and _answer_has_phrases(read, e)]
    hits = [
        Hit(e.answers[-1], 0.5, *_why(again))
        for e in answered
        if e.shown is not None and e.shown.acts < 2 and (again := _against(e, "second_apology"))
    ]
    return Found(len(answered) > 1, tuple(hits))


def wrong_language(read: ReadConversation) -> Found:
    """An answer in another language than the customer writes."""
    if read.language is None:
        return Found(could=False)
    answers = [r for r in read.readings if not r.turn.is_customer and r.language is not None]
    hits = (Hit(r.turn.index, 0.6) for r in answers if r.language != read.language)
    return Found(bool(answers), tuple(hits))


def slow_first_answer(read: ReadConversation) -> Found:
    """The first answer took a working day or more."""
    first = read.exchanges[0] if read.exchanges else None
    if first is None or not first.customer or not first.answers:
        return Found(could=False)
    asked = read.readings[first.customer[0]].turn.time
    answered = read.readings[first.answers[0]].turn.time
    if asked is None or answered is None or (asked.time() == answered.time() == dt.time()):
        return Found(could=False)  # no times, or bare dates, which are no moments
    hours = (answered - asked).total_seconds() / 3600
    if hours < SLOW_H:
        return Found(could=True)
    # Eight hours count 0.3, three days or more count fully.
    depth = min(1.0, 0.3 + 0.7 * (hours - SLOW_H) / (72 - SLOW_H))
    return Found(True, (Hit(first.answers[0], depth, facts=(f"after {hours:.0f} h",)),))


def unanswered(read: ReadConversation) -> Found:
    """The customer's last message asked for something, and nothing came back."""
    last = read.exchanges[-1] if read.exchanges else None
    if last is None:
        return Found(could=False)
    asked = [read.readings[at] for at in last.customer]
    asks = [reading for reading in asked if _has(reading, *ASKS, *TRIES)]
    if not asks and not any(_legible(reading) for reading in asked):
        return Found(could=False)
    if not asks and not any(e.is_answered for e in read.exchanges) and last.need.value >= COUNTS_NEED:
        asks = [asked[-1]]  # nobody ever answered, and it called for an answer
    if last.is_answered or not asks:
        return Found(could=True)
    why = _why(_cues(asks[-1], *ASKS, *TRIES))
    return Found(True, (Hit(asks[-1].turn.index, max(0.4, last.need.value), *why),))


def empty_promise(read: ReadConversation) -> Found:
    """A promise without a step or a time, and the customer had to come back."""
    answered = [e for e in read.exchanges if e.shown is not None]
    hits = []
    for exchange in answered:
        promises = _against(exchange, "empty_promise")
        later = read.readings[exchange.answers[-1] + 1 :]
        if promises and any(_wants_more(r) for r in later):
            hits.append(Hit(exchange.answers[-1], 0.5, *_why(promises)))
    return Found(bool(answered), tuple(hits))


def too_much(read: ReadConversation) -> Found:
    """More sympathy than a plain question or a thank-you called for."""
    plain = [e for e in read.exchanges if e.shown is not None and e.need.value < 0.4]
    hits = []
    for exchange in plain:
        gush = _against(exchange, "gush")
        over = exchange.gap is not None and exchange.gap <= TOO_MUCH
        warm = exchange.shown is not None and exchange.shown.feels_with == 2
        if gush or (over and warm and exchange.need.value < 0.25):
            hits.append(Hit(exchange.answers[-1], 0.3, *_why(gush)))
    return Found(bool(plain), tuple(hits))


def best_answer(read: ReadConversation) -> Found:
    """A clear need met well: the feeling met, and the matter moved on."""
    strong = [e for e in read.exchanges if e.shown is not None and e.need.value >= 0.5]
    hits = []
    for exchange in strong:
        shown = exchange.shown
        if shown is None or shown.against or shown.value < GOOD_SHOWN or not (shown.feels_with and shown.acts):
            continue
        named = {span.name for span in shown.evidence}
        bare = tuple(kind for kind in KINDS if getattr(shown, kind) and kind not in named)
        words = tuple(dict.fromkeys(span.text for span in shown.evidence))
        hits.append(Hit(exchange.answers[-1], shown.value, words, bare))
    return Found(bool(strong), tuple(hits))


def _calls_for_empathy(read: ReadConversation, turn: int) -> bool:
    """Whether a low message carries more than a plain no."""
    return any(turn in e.customer and e.need.value >= MEANT for e in read.exchanges)


def _wants_more(reading: TurnReading) -> bool:
    """A customer's message that is no mere thanks or nod."""
    felt = reading.felt
    return _has(reading, *ASKS, "attempt_failed", "repeats", "complains") or (felt is not None and felt <= LOW)


def _after(read: ReadConversation, turn: int) -> Iterator[Exchange]:
    return (e for e in read.exchanges if e.answers and e.answers[-1] > turn)


def _has(reading: TurnReading, *names: str) -> bool:
    return any(cue.name in names for cue in reading.cues)


def _cues(reading: TurnReading, *names: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in reading.cues if cue.name in names)


def _against(exchange: Exchange, *names: str) -> tuple[Against, ...]:
    """What speaks against the answers of an exchange, all of it or what bears one of these names."""
    found = () if exchange.shown is None else exchange.shown.against
    return tuple(one for one in found if not names or one.name in names)


def _why(found: Iterable[Cue | Against]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of what was found, and the names of what was read as a whole; a name is never a word of the text."""
    found = tuple(found)
    words = dict.fromkeys(one.text for one in found if one.text)
    bare = dict.fromkeys(one.name for one in found if not one.text)
    return tuple(words)[:REASONS], tuple(bare)[:REASONS]


def _legible(reading: TurnReading) -> bool:
    """The model or the phrases could read the message."""
    return reading.called_for is not None or phrases(reading.language) is not None


def _answer_has_phrases(read: ReadConversation, exchange: Exchange) -> bool:
    """The language of the answers has phrases; where theirs cannot be told, the customer's."""
    places = (*exchange.answers, *reversed(exchange.customer))
    language = next(filter(None, (read.readings[at].language for at in places)), None)
    return phrases(language) is not None
