"""The check before anything is sent: a draft in, a verdict out, by words and rules alone."""

from collections.abc import Callable, Iterator

from humanely.affect.phrases import Span
from humanely.response.checks import (
    apology,
    asks_again,
    fit,
    handoff,
    identity,
    invented,
    language,
    personal_data,
    promises,
    question,
    safe_messaging,
    tone,
    wording,
)
from humanely.response.draft import Draft
from humanely.response.finding import Finding, Verdict
from humanely.response.rules import Rules
from humanely.response.situation import Situation

Check = Callable[[Draft, Situation, Rules], Iterator[Span]]

CHECKS: tuple[Check, ...] = (
    fit.find,
    language.find,
    personal_data.find,
    safe_messaging.find,
    identity.find,
    invented.find,
    promises.find,
    wording.find,
    handoff.find,
    apology.find,
    tone.find,
    question.find,
    asks_again.find,
)

NEEDS_WORDS: tuple[str, ...] = (
    "asks_again", "blame", "brush_off", "cheer_in_pain", "dismissal", "invented_deadline", "pretends_human",
    "pretends_machine", "promise_contact", "promise_gift", "promise_outcome", "promise_refund", "second_apology",
    "spoken_handoff", "stock_phrase", "unanswered_question", "unsafe_wording", "verdict", "worn_phrase",
)  # fmt: skip
"""Findings that cannot be made in a language without a file in ``words/``."""


def check(draft: str, situation: Situation, rules: Rules) -> Verdict:
    """Hold a draft against its situation and the rules; the same arguments give the same verdict.

    Every reply is checked as it stands, whoever wrote it. No model runs; some milliseconds for 2,000 characters.

    >>> from humanely.response.rules import default_rules
    >>> asked = Situation(messages=("Can I keep my number?",), language="en")
    >>> check("Yes.", asked, default_rules()).passed
    True
    >>> promised = check("I promise you a full refund.", Situation(language="en"), default_rules())
    >>> [one.name for one in promised.findings]
    ['promise_outcome', 'promise_refund']
    """
    taken = Draft(draft, situation.language)
    found = sorted(_found(taken, situation, rules), key=lambda one: (one.span, one.name))
    return Verdict(
        passed=all(one.severity == "note" for one in found),
        findings=tuple(found),
        not_run=() if taken.wordings else NEEDS_WORDS,
    )


def _found(draft: Draft, situation: Situation, rules: Rules) -> Iterator[Finding]:
    """Each place once by name: two lists may know the same words."""
    reached: dict[str, int] = {}
    spans = (span for one in CHECKS for span in one(draft, situation, rules))
    for span in sorted(spans, key=lambda one: (one.name, one.start, -one.end)):
        if span.start < reached.get(span.name, 0):
            continue
        reached[span.name] = span.end
        rule = rules.checks[span.name]
        yield Finding(span.name, rule.severity, (span.start, span.end), rule.reason, rule.fix)
