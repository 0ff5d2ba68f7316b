"""Signs of the newest messages: what the person says and how it may feel, and how sure that is."""

from collections.abc import Callable, Iterator, Sequence

from humanely.context.need import SETTLED
from humanely.context.trajectory import TurnReading
from humanely.decision.decision import Evidence
from humanely.decision.signs.given import tagged
from humanely.decision.signs.seen import Seen
from humanely.signal.language import MIN_LETTERS

Look = Callable[[Seen], Iterator[Evidence]]

_GLAD = ("grateful", "delight")
_NOT_CLOSING = frozenset((
    "sarcastic", "abusive", "attempt_failed", "repeats", "complains", "frustrated", "threatens_to_leave", "distress",
    "vulnerable", "asks_for_human", "open_question", "confused", "pleads",
))  # fmt: skip
"""Thanks beside one of these close nothing: "thanks for nothing", "thank you, and where is it?"."""
_DOUBTED = frozenset(("asks_for_human", "attempt_failed", "repeats", "vulnerable", "distress", "abusive"))
_PAIN = ("grief", "fear", "sadness")
_TOLD = 3
_SAID = ((-0.75, "very bad"), (-0.25, "bad"), (0.25, "neither good nor bad"), (0.75, "good"))
"""Up to which valence a feeling that the person names is called so; above the last it is very good."""


def situation(*names: str) -> Look:
    """A look for situations in the newest messages."""
    return lambda seen: seen.said(seen.run, *names)


def message(seen: Seen) -> Iterator[Evidence]:
    return (Evidence("fact", "the person wrote", turn.turn.index) for turn in seen.run[-1:])


def asked(seen: Seen) -> Iterator[Evidence]:
    """The person asks, says yes to a human who was offered, or has asked and waits still. Whoever was handed over for
    another reason did not ask.
    """
    yield from seen.said(seen.run, "asks_for_human")
    accepts = seen.run[-1:] if seen.moment.accepts_human else ()
    yield from (Evidence("fact", "yes, to the offer of a human", turn.turn.index) for turn in accepts)
    before = seen.moment.readings[seen.moment.since :]
    if seen.moment.human_awaited and any(seen.said(before, "asks_for_human")):
        yield Evidence("fact", "asked before, and no human has come yet")


def human_awaited(seen: Seen) -> Iterator[Evidence]:
    if seen.moment.human_awaited and not any(asked(seen)):
        yield Evidence("fact", "a human was called, and none has come yet")


def said_bad(seen: Seen) -> Iterator[Evidence]:
    """The person says themselves that they feel bad, last of all: no estimate."""
    if seen.moment.rulings.refuses("self_report"):
        return
    told = [turn for turn in seen.run if turn.said is not None]
    if told and (told[-1].said or 0.0) <= seen.thresholds.low:
        yield as_said(told[-1])


def as_said(turn: TurnReading) -> Evidence:
    """What the person says of how they feel, in a turn in which they do."""
    words = next((word for bound, word in _SAID if (turn.said or 0.0) <= bound), "very good")
    return Evidence("fact", f"said: {words}", turn.turn.index)


def vulnerable(seen: Seen) -> Iterator[Evidence]:
    yield from seen.said(seen.run, "vulnerable")
    yield from tagged(seen, seen.marks.vulnerable)


def language_off(seen: Seen) -> Iterator[Evidence]:
    if seen.run and seen.moment.language_status == "off":
        yield Evidence("fact", f"language {seen.moment.language} is not read here", seen.run[-1].turn.index)


def low_confidence(seen: Seen) -> Iterator[Evidence]:
    """A plain "yes" tells no language and needs none: what is too short to tell is not doubtful, nor is a greeting."""
    if seen.moment.small_talk:
        return
    status, fit = seen.moment.language_status, seen.moment.answer_fit
    for turn in seen.run:
        if status == "unknown" and _says_enough(turn):
            yield Evidence("fact", "the language cannot be told", turn.turn.index)
        if status == "transferred" and not turn.confident and not turn.settled and _says_enough(turn):
            yield Evidence("fact", "the reading of a language without figures abstains", turn.turn.index)
    if fit is not None and fit < seen.thresholds.answer_fit_from and seen.run:
        yield Evidence("fact", f"the best answer at hand fits {fit:.2f}", seen.run[-1].turn.index)


def _says_enough(turn: TurnReading) -> bool:
    return sum(character.isalpha() for character in turn.turn.text) >= MIN_LETTERS


def low_confidence_again(seen: Seen) -> Iterator[Evidence]:
    if seen.moment.asked_back >= seen.thresholds.asked_back:
        yield from low_confidence(seen)


def distress(seen: Seen) -> Iterator[Evidence]:
    for turn in seen.run:
        if "distress" in _names(turn):
            yield from seen.said((turn,), "distress")
        if seen.may_estimate and turn.confident and not _is_glad(turn) and (turn.said or 0.0) < SETTLED:
            felt = ((label, (turn.emotions or {}).get(label, 0.0)) for label in _PAIN)
            yield from (
                Evidence("estimate", label, turn.turn.index, probability)
                for label, probability in felt
                if probability >= seen.thresholds.felt_from
            )


def clear_need(seen: Seen) -> Iterator[Evidence]:
    newest = seen.moment.newest
    if newest is None or not seen.may_estimate or newest.need.value < seen.thresholds.comfort_from:
        return
    place = seen.run[-1].turn.index
    raising = [term for term in newest.need.terms if term.amount > 0]
    for term in raising[:_TOLD]:
        if term.name == "said":
            yield from said_bad(seen)
        elif term.words:
            said = next((turn for turn in seen.run if term.words[0] in turn.turn.text), seen.run[-1])
            yield Evidence("words", term.words[0], said.turn.index)
        else:
            yield Evidence("estimate", term.name, place, term.amount)


def grateful(seen: Seen) -> Iterator[Evidence]:
    """Thanks that close: nothing else is wanted in the same breath."""
    if closes(seen.run):
        yield from seen.said(seen.run, *_GLAD)


def closes(turns: Sequence[TurnReading]) -> bool:
    """Somebody is thanked or something enjoyed, and nothing speaks against it."""
    names = frozenset[str]().union(*map(_names, turns))
    at_ease = all((turn.said or 0.0) >= 0 for turn in turns)
    return at_ease and not names.isdisjoint(_GLAD) and names.isdisjoint(_NOT_CLOSING)


def _names(turn: TurnReading) -> frozenset[str]:
    """Names of the cues; tears of joy, and worries that are over, are no distress."""
    names = frozenset(cue.name for cue in turn.cues)
    return names - {"distress"} if _is_glad(turn) else names


def _is_glad(turn: TurnReading) -> bool:
    pleasant = turn.valence if turn.said is None else turn.said
    return (pleasant or 0.0) >= SETTLED and any(cue.name in _GLAD for cue in turn.cues)


def doubt(seen: Seen) -> float:
    """What was read but not believed."""
    crisis = seen.moment.crisis
    near = [cue.probability for turn in seen.run for cue in turn.cues if cue.name in _DOUBTED and not cue.text]
    risk = crisis.probability if crisis is not None and not crisis.fired else 0.0
    believed = seen.thresholds.believed_from
    return max((risk, *(probability for probability in near if probability < believed)), default=0.0)
