"""One deterministic repair of what can be repaired, checked again; else who answers instead."""

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from humanely.response.check import check
from humanely.response.draft import Draft, Place
from humanely.response.finding import Verdict
from humanely.response.rules import Rules
from humanely.response.situation import Situation

Fallback = Literal["scripted", "human"]

_CLAUSE_GOES = frozenset({"second_apology", "stock_phrase", "cheer_in_pain"})
_DRY = re.compile("[!！]+")
_SPACES = re.compile(r"[ \t]{2,}")
_SPACE_BEFORE = re.compile(r"[ \t]+(?=[.,;:!?])(?![.,;:!?]\S)")


class Outcome(msgspec.Struct, frozen=True):
    """What is sent of a draft.

    Attributes:
        text: passed the check as it stands; None where nothing may be sent.
        verdict: of `text`; where it is None, of the draft as it came.
        fallback: who answers instead: a scripted line or a human; None where `text` is sent.
    """

    text: str | None
    verdict: Verdict
    fallback: Fallback | None = None


def repair(draft: str, situation: Situation, rules: Rules) -> Outcome:
    """Check a draft, mend it once where that is enough, and check it again.

    A text that passes is returned as it is, so that repairing twice changes nothing.

    >>> from humanely.response.rules import default_rules
    >>> upset = Situation(messages=("It broke again.",), language="en", valence=-0.6)
    >>> repair("Rest assured, it is being replaced! 🎉", upset, default_rules()).text
    'It is being replaced.'
    """
    verdict = check(draft, situation, rules)
    if verdict.passed:
        return Outcome(draft, verdict)
    if all(one.severity != "stop" for one in verdict.findings):
        mended = _mended(draft, verdict, situation)
        again = check(mended, situation, rules)
        if again.passed:
            return Outcome(mended, again)
    return Outcome(None, verdict, fallback(situation))


def fallback(situation: Situation) -> Fallback:
    """A human where a human is due or speaks already, or where a scripted line may hurt; else a scripted line."""
    due = situation.crisis or situation.vulnerable or situation.human_speaking or situation.handoff_decided
    return "human" if due else "scripted"


def _mended(text: str, verdict: Verdict, situation: Situation) -> str:
    """Clauses that say the wrong thing go, emoji go, exclamation marks become full stops."""
    draft = Draft(text, situation.language)
    places = [(one.name, one.span) for one in verdict.findings if one.severity == "repair"]
    cuts = {_clause(draft, span[0]) for name, span in places if name in _CLAUSE_GOES}
    cuts |= {span for name, span in places if name == "emoji_in_pain"}
    dry = any(name == "exclamation_in_pain" for name, _ in places)
    kept = [_sentence(draft, place, cuts) for place in draft.sentences]
    joined = _joined(text, draft.sentences, kept)
    return _DRY.sub(".", joined).replace("¡", "") if dry else joined


def _clause(draft: Draft, position: int) -> Place:
    clauses = draft.clauses(draft.sentence(position))
    return next(place for place in clauses if place[0] <= position < place[1])


def _sentence(draft: Draft, place: Place, cuts: Iterable[Place]) -> str:
    """What is left of a sentence: it begins large and ends as it ended; nothing, where no word is left."""
    start, end = place
    inside = sorted(cut for cut in cuts if start <= cut[0] < end)
    if not inside:
        return draft.text[start:end]
    pieces, at = [], start
    for first, last in inside:
        pieces.append(draft.text[at:first])
        at = max(at, min(last, end))
    left = "".join((*pieces, draft.text[at:end])).strip()
    left = left.rstrip(",;: –—-")
    if not any(map(str.isalnum, left)):
        return ""
    ending = draft.text[start:end].rstrip()[-1]
    closed = left if left[-1] in ".!?…。！？؟" or ending not in ".!?…。！？؟" else left + ending
    return closed[0].upper() + closed[1:]


def _joined(text: str, sentences: tuple[Place, ...], kept: list[str]) -> str:
    """The sentences kept, with the line breaks that stood between them."""
    lines: list[str] = []
    reached = 0
    for (start, end), sentence in zip(sentences, kept, strict=True):
        if sentence:
            broken = "\n" * min(text.count("\n", reached, start), 2)
            lines.append((broken or " " if lines else "") + sentence)
            reached = end
    return _SPACE_BEFORE.sub("", _SPACES.sub(" ", "".join(lines))).strip()
