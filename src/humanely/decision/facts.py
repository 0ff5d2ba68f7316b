"""What a moment says for one action or another: triggers, each with its evidence.

A trigger without evidence does not exist. Where the sense `text` is refused, feelings are not estimated and nothing
that only a model read counts; what the person said in words is still heard.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, islice

import msgspec

from humanely.affect.cues import Cue
from humanely.context.exchange import Exchange
from humanely.context.trajectory import Change, TurnReading, changes, ending
from humanely.decision.decision import Evidence
from humanely.decision.moment import HUMAN_DECISION, Moment
from humanely.signal.language import MIN_LETTERS

_FAILS = ("attempt_failed", "repeats")
_GLAD = ("grateful", "delight")
_NOT_CLOSING = frozenset((
    "sarcastic", "abusive", "attempt_failed", "repeats", "complains", "frustrated", "threatens_to_leave", "distress",
    "vulnerable", "asks_for_human", "open_question", "confused", "pleads",
))  # fmt: skip
"""Thanks beside one of these close nothing: "thanks for nothing", "thank you, and where is it?"."""
_DOUBTED = frozenset(("asks_for_human", "attempt_failed", "repeats", "vulnerable", "distress", "abusive"))
_PAIN = ("grief", "fear", "sadness")
_TOLD = 3
_WORDLESS = frozenset(("text", "self_report", "record"))


class Thresholds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From where on something counts.

    Attributes:
        believed_from: probability of a situation that only the model read, [0, 1].
        felt_from: probability of grief, fear or sadness, of a reading that does not abstain, [0, 1].
        failed_attempts: answers in a row that did not help, [1, 10].
        fall: of valence over the conversation, (0, 2].
        low: valence at or under which a message is unpleasant, [-1, 0].
        meant_from: need from which a low message means more than a plain no, [0, 1].
        comfort_from: need from which the feeling comes before the matter, [0, 1].
        answer_fit_from: fit from which an answer at hand may be given, [0, 1].
        asked_back: times the assistant may ask back in a row, [0, 5].
        calm_replies: calm answers to abuse before a human looks, [0, 5].
    """

    believed_from: float
    felt_from: float
    failed_attempts: int
    fall: float
    low: float
    meant_from: float
    comfort_from: float
    answer_fit_from: float
    asked_back: int
    calm_replies: int


class Marks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What tags and settings mean.

    Attributes:
        high_stakes: journeys in which a mistake costs the person much.
        vulnerable: tags that staff or a consented profile gave.
        community: tags of questions that peers answer best.
        sensitive_settings: settings in which a human stays in the loop of every answer.
    """

    high_stakes: tuple[str, ...]
    vulnerable: tuple[str, ...]
    community: tuple[str, ...]
    sensitive_settings: tuple[str, ...]


class Fact(msgspec.Struct, frozen=True):
    """A trigger that holds, with at least one piece of evidence."""

    trigger: str
    evidence: tuple[Evidence, ...]

    @property
    def strength(self) -> float:
        """Probability of the surest evidence, [0, 1]."""
        return max(one.probability for one in self.evidence)


class Facts(msgspec.Struct, frozen=True):
    """What holds at a moment.

    Attributes:
        found: what holds, by trigger, in the order of `TRIGGERS`.
        doubt: probability of the most probable thing that would call for a human but was not believed, [0, 1].
    """

    found: Mapping[str, Fact]
    doubt: float = 0.0

    @property
    def names(self) -> frozenset[str]:
        """The triggers that hold."""
        return frozenset(self.found)

    def __contains__(self, trigger: str) -> bool:
        return trigger in self.found

    def __getitem__(self, trigger: str) -> Fact:
        return self.found[trigger]


class _Seen(msgspec.Struct, frozen=True):
    """A moment with the settings it is looked at with.

    Attributes:
        run: the customer's turns that wait for an answer.
        may_estimate: the sense `text` is not refused.
    """

    moment: Moment
    thresholds: Thresholds
    marks: Marks
    run: tuple[TurnReading, ...]
    may_estimate: bool

    def turns(self, exchange: Exchange) -> tuple[TurnReading, ...]:
        return tuple(self.moment.readings[at] for at in exchange.customer)

    def said(self, turns: Sequence[TurnReading], *names: str) -> Iterator[Evidence]:
        """Evidence for a situation: words first, else what the model read and is believed."""
        for turn in turns:
            for cue in turn.cues:
                if cue.name in names and self.believes(cue):
                    yield _evidence(cue, turn)

    def believes(self, cue: Cue) -> bool:
        return bool(cue.text) or (self.may_estimate and cue.probability >= self.thresholds.believed_from)


def facts(moment: Moment, thresholds: Thresholds, marks: Marks) -> Facts:
    """The triggers that hold at a moment, with their evidence.

    Args:
        moment: what is known.
        thresholds: from where on something counts.
        marks: what tags and settings mean.
    """
    places = moment.newest.customer if moment.newest else ()
    run = tuple(moment.readings[at] for at in places)
    seen = _Seen(moment, thresholds, marks, run, may_estimate=not moment.rulings.refuses("text"))
    found = ((trigger, tuple(look(seen))) for trigger, look in _LOOKS.items())
    return Facts({trigger: Fact(trigger, evidence) for trigger, evidence in found if evidence}, _doubt(seen))


def _evidence(cue: Cue, turn: TurnReading) -> Evidence:
    if cue.text:
        return Evidence("words", cue.text, turn.turn.index)
    return Evidence("estimate", cue.name, turn.turn.index, cue.probability)


def _situation(*names: str) -> "Look":
    """A look for situations in the newest messages."""
    return lambda seen: seen.said(seen.run, *names)


def _crisis(seen: _Seen) -> Iterator[Evidence]:
    crisis = seen.moment.crisis
    if crisis is None or not crisis.fired:
        return
    turn = seen.run[-1].turn.index if seen.run else None
    yield from (Evidence("words", words, turn) for words in crisis.words)
    if crisis.layer != "words":
        yield Evidence("estimate", "crisis", turn, crisis.probability)


def _crisis_before(seen: _Seen) -> Iterator[Evidence]:
    if seen.moment.crisis_before:
        yield Evidence("fact", "an earlier message of this conversation spoke of it")


def _human_present(seen: _Seen) -> Iterator[Evidence]:
    if seen.moment.human_present:
        yield Evidence("fact", "a human has the conversation")


def _nothing_new(seen: _Seen) -> Iterator[Evidence]:
    if seen.moment.newest is None:
        yield Evidence("fact", "no message waits for an answer")


def _human_decision(seen: _Seen) -> Iterator[Evidence]:
    duties = seen.moment.rulings.duties
    return (Evidence("fact", duty.article) for duty in duties if duty.name == HUMAN_DECISION)


def _sense_refused(seen: _Seen) -> Iterator[Evidence]:
    return (Evidence("fact", f"{bound.name}: {bound.article}") for bound in seen.moment.rulings.refused)


def _asked(seen: _Seen) -> Iterator[Evidence]:
    yield from seen.said(seen.run, "asks_for_human")
    if seen.moment.human_awaited:
        yield Evidence("fact", "asked before, and no human has come yet")


def _failed_attempt(seen: _Seen) -> Iterator[Evidence]:
    """A failure counts where something of ours came before it; what the person tried alone is their story."""
    if seen.moment.earlier or seen.moment.failed_before:
        yield from seen.said(seen.run, *_FAILS)


def _failed_attempts(seen: _Seen) -> Iterator[Evidence]:
    """Failures up to now, since the last thanks.

    A message between two failures that only answers what was asked back does not break the row: nothing was solved.
    """
    now = tuple(_failed_attempt(seen))
    if not now:
        return
    row = [now]
    for exchange in reversed(seen.moment.earlier[1:]):
        turns = seen.turns(exchange)
        if _closes(turns):
            break
        row.append(tuple(seen.said(turns, *_FAILS)))
    failed = [one for one in reversed(row) if one]
    before = seen.moment.failed_before
    if len(failed) + before < seen.thresholds.failed_attempts:
        return
    yield from (one for failure in failed for one in failure)
    if before:
        yield Evidence("fact", f"{before} failed before this conversation")


def _sentiment_dip(seen: _Seen) -> Iterator[Evidence]:
    """How far valence fell over the conversation, where the newest message is low and means more than a plain no."""
    newest = seen.moment.newest
    if newest is None or not seen.may_estimate or newest.need.value < seen.thresholds.meant_from:
        return
    start = seen.moment.since
    window = seen.moment.readings[start:]
    end = ending(window)
    if end is None or end.place + start not in newest.customer or end.last > seen.thresholds.low:
        return
    slide = _slide(window)
    if -sum(change.amount for change in slide) >= seen.thresholds.fall and any(change.answers for change in slide):
        falls = (change for change in slide if change.amount < 0)
        yield from (Evidence("fact", f"valence {one.amount:+.2f}", window[one.after].turn.index) for one in falls)


def _slide(readings: Sequence[TurnReading]) -> Sequence[Change]:
    """The last changes, as many as fall furthest together; none where fewer than two messages can be told."""
    told = (one for one in readings if one.turn.is_customer and (one.felt is not None or one.valence is not None))
    if len(tuple(islice(told, 2))) < 2:
        return ()
    moved = changes(readings)
    sums = tuple(accumulate(change.amount for change in reversed(moved)))
    steps = sums.index(min(sums)) + 1 if sums else 0
    return moved[len(moved) - steps :]


def _high_stakes(seen: _Seen) -> Iterator[Evidence]:
    return _tagged(seen, seen.marks.high_stakes)


def _peer_question(seen: _Seen) -> Iterator[Evidence]:
    return _tagged(seen, seen.marks.community)


def _tagged(seen: _Seen, tags: Sequence[str]) -> Iterator[Evidence]:
    return (Evidence("fact", f"tagged {tag}") for tag in tags if tag in seen.moment.tags)


def _vulnerable(seen: _Seen) -> Iterator[Evidence]:
    yield from seen.said(seen.run, "vulnerable")
    yield from _tagged(seen, seen.marks.vulnerable)


def _language_off(seen: _Seen) -> Iterator[Evidence]:
    if seen.run and seen.moment.language_status == "off":
        yield Evidence("fact", f"language {seen.moment.language} is not read here", seen.run[-1].turn.index)


def _low_confidence(seen: _Seen) -> Iterator[Evidence]:
    """A plain "yes" tells no language and needs none: what is too short to tell is not doubtful."""
    status, fit = seen.moment.language_status, seen.moment.answer_fit
    for turn in seen.run:
        letters = sum(character.isalpha() for character in turn.turn.text)
        if status == "unknown" and letters >= MIN_LETTERS:
            yield Evidence("fact", "the language cannot be told", turn.turn.index)
        if status == "transferred" and not turn.confident and not turn.settled and letters >= MIN_LETTERS:
            yield Evidence("fact", "the reading of a language without figures abstains", turn.turn.index)
    if fit is not None and fit < seen.thresholds.answer_fit_from and seen.run:
        yield Evidence("fact", f"the best answer at hand fits {fit:.2f}", seen.run[-1].turn.index)


def _low_confidence_again(seen: _Seen) -> Iterator[Evidence]:
    if seen.moment.asked_back >= seen.thresholds.asked_back:
        yield from _low_confidence(seen)


def _abuse_again(seen: _Seen) -> Iterator[Evidence]:
    answered = [exchange for exchange in seen.moment.earlier if any(seen.said(seen.turns(exchange), "abusive"))]
    if len(answered) >= seen.thresholds.calm_replies:
        yield from seen.said(seen.run, "abusive")


def _distress(seen: _Seen) -> Iterator[Evidence]:
    if any(_grateful(seen)):
        return  # tears of joy, and worries that are over
    yield from seen.said(seen.run, "distress")
    if not seen.may_estimate:
        return
    for turn in seen.run:
        for label in _PAIN:
            felt = (turn.emotions or {}).get(label, 0.0)
            if turn.confident and felt >= seen.thresholds.felt_from:
                yield Evidence("estimate", label, turn.turn.index, felt)


def _clear_need(seen: _Seen) -> Iterator[Evidence]:
    newest = seen.moment.newest
    if newest is None or not seen.may_estimate or newest.need.value < seen.thresholds.comfort_from:
        return
    place = seen.run[-1].turn.index
    raising = [term for term in newest.need.terms if term.amount > 0]
    for term in raising[:_TOLD]:
        if term.words:
            yield Evidence("words", term.words[0], place)
        else:
            yield Evidence("estimate", term.name, place, term.amount)


def _repeats(seen: _Seen) -> Iterator[Evidence]:
    yield from seen.said(seen.run, "repeats")
    newest = seen.moment.newest
    if newest is not None and any(term.name == "said_before" for term in newest.need.terms):
        yield Evidence("fact", "nearly the same words as before", seen.run[-1].turn.index)


def _left_open(seen: _Seen) -> Iterator[Evidence]:
    """The last answer passed over a question."""
    last = seen.moment.earlier[-1] if seen.moment.earlier else None
    if last is None or last.shown is None or not seen.run:
        return
    if any(against.name == "ignored_question" for against in last.shown.against):
        asked = tuple(seen.said(seen.turns(last), "open_question"))
        yield from asked or (Evidence("fact", "a question was passed over", last.customer[-1]),)


def _grateful(seen: _Seen) -> Iterator[Evidence]:
    """Thanks that close: nothing else is wanted in the same breath."""
    if _closes(seen.run):
        yield from seen.said(seen.run, *_GLAD)


def _closes(turns: Sequence[TurnReading]) -> bool:
    names = {cue.name for turn in turns for cue in turn.cues}
    return not names.isdisjoint(_GLAD) and names.isdisjoint(_NOT_CLOSING)


def _sensitive_setting(seen: _Seen) -> Iterator[Evidence]:
    if seen.moment.setting in seen.marks.sensitive_settings:
        yield Evidence("fact", f"setting {seen.moment.setting}")


def _many_senses(seen: _Seen) -> Iterator[Evidence]:
    ran = sorted(sense for sense in seen.moment.senses - _WORDLESS if not seen.moment.rulings.refuses(sense))
    return (Evidence("fact", f"sense {sense}") for sense in ran)


def _offer_open(seen: _Seen) -> Iterator[Evidence]:
    return (Evidence("fact", offer) for offer in seen.moment.offers)


def _nobody_free(seen: _Seen) -> Iterator[Evidence]:
    if not seen.moment.humans_free:
        yield Evidence("fact", f"nobody was free at {seen.moment.now:%Y-%m-%d %H:%M} UTC")


def _message(seen: _Seen) -> Iterator[Evidence]:
    return (Evidence("fact", "the person wrote", turn.turn.index) for turn in seen.run[-1:])


def _doubt(seen: _Seen) -> float:
    """What was read but not believed."""
    crisis = seen.moment.crisis
    near = [cue.probability for turn in seen.run for cue in turn.cues if cue.name in _DOUBTED and not cue.text]
    risk = crisis.probability if crisis is not None and not crisis.fired else 0.0
    believed = seen.thresholds.believed_from
    return max((risk, *(probability for probability in near if probability < believed)), default=0.0)


Look = Callable[[_Seen], Iterator[Evidence]]

_LOOKS: dict[str, Look] = {
    "crisis": _crisis,
    "human_present": _human_present,
    "nothing_new": _nothing_new,
    "human_decision": _human_decision,
    "asked": _asked,
    "failed_attempts": _failed_attempts,
    "sentiment_dip": _sentiment_dip,
    "high_stakes": _high_stakes,
    "vulnerable": _vulnerable,
    "language_off": _language_off,
    "low_confidence_again": _low_confidence_again,
    "low_confidence": _low_confidence,
    "abuse_again": _abuse_again,
    "abuse": _situation("abusive"),
    "distress": _distress,
    "failed_attempt": _failed_attempt,
    "sarcasm": _situation("sarcastic"),
    "clear_need": _clear_need,
    "repeats": _repeats,
    "left_open": _left_open,
    "wants_facts_only": _situation("wants_facts_only"),
    "open_question": _situation("open_question"),
    "grateful": _grateful,
    "offer_open": _offer_open,
    "message": _message,
    "peer_question": _peer_question,
    "many_senses": _many_senses,
    "sensitive_setting": _sensitive_setting,
    "crisis_before": _crisis_before,
    "sense_refused": _sense_refused,
    "nobody_free": _nobody_free,
}

TRIGGERS: tuple[str, ...] = (*_LOOKS, "offers_removed")
"""All triggers. ``offers_removed`` is not looked for: `humanely.decision.decide` adds it when a rule removes offers."""
