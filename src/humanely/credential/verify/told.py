"""An outcome in words: what came of it, what to do now, whom to ask, what would settle it, how long it takes.

Full sentences that can be read aloud; nothing is said by a sign or a colour alone.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from fluent.runtime.types import fluent_date

from humanely.credential.verify.outcome import Check, Contact, Outcome, Value, cause_of
from humanely.credential.wording import fitting, has, say


class CheckTold(msgspec.Struct, frozen=True):
    """One question, its answer, and why, in words."""

    name: str
    question: str
    answer: str
    sentences: tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """An outcome in one language.

    Attributes:
        locale: the language it is in, after falling back.
        headline: the verdict, in one sentence.
        sentences: why.
        still: what can be said all the same.
        next: what to do now.
        contact: whom to ask, in a sentence; empty where nothing needs asking.
        settles: what goes before `evidence`, where there is any.
        evidence: what would settle it, best first.
        how_long: the time limit, in a sentence; empty where nothing is open.
        checks: every question.
    """

    locale: str
    headline: str
    sentences: tuple[str, ...]
    still: tuple[str, ...]
    next: str
    contact: str
    settles: str
    evidence: tuple[str, ...]
    how_long: tuple[str, ...]
    checks: tuple[CheckTold, ...]


def told(outcome: Outcome, locale: str) -> Told:
    """Say an outcome.

    Args:
        locale: a BCP 47 tag; what is not written falls back to English.

    >>> from humanely.credential.verify.known import Known
    >>> from humanely.credential.verify.verification import verify_file
    >>> told(verify_file(b"", Known(), datetime(2026, 11, 22, tzinfo=UTC)), "en").headline
    'We could not find out whether this credential is valid.'
    """
    said = _Words(fitting(locale))
    deciding = outcome.deciding
    is_open = outcome.verdict != "valid"
    return Told(
        locale=said.locale,
        headline=said.headline(outcome),
        sentences=said.why(deciding) if is_open else said.good(outcome),
        still=tuple(said.say(f"verify-still-{one.code}", one.values) for one in outcome.statements),
        next=said.turn(deciding),
        contact=said.contact(deciding.contact) if is_open and deciding.name != "readable" else "",
        settles=said.say("verify-settles") if deciding.evidence else "",
        evidence=tuple(said.say(f"verify-evidence-{code}") for code in deciding.evidence),
        how_long=said.how_long(deciding) if is_open else (),
        checks=tuple(said.check(one) for one in outcome.checks),
    )


class _Words:
    """The words of one locale."""

    def __init__(self, locale: str) -> None:
        self.locale = locale

    def say(self, key: str, values: Mapping[str, Value] | None = None) -> str:
        return say(self.locale, key, **{name: _shown(value) for name, value in (values or {}).items()})

    def headline(self, outcome: Outcome) -> str:
        issuer = outcome.check("issuer")
        finer = f"verify-verdict-{outcome.verdict}-{issuer.cause}"
        key = finer if has(self.locale, finer) else f"verify-verdict-{outcome.verdict}"
        return self.say(key, issuer.values)

    def good(self, outcome: Outcome) -> tuple[str, ...]:
        """Of a valid credential: what it was found by."""
        told_of = (check for check in outcome.checks[1:] if check.answer != "not_applicable")
        return tuple(sentence for check in told_of for sentence in self.why(check))

    def why(self, check: Check) -> tuple[str, ...]:
        """The sentence of the cause, then those of the broken rules, or of what is wrong with the file."""
        kind = "file" if check.name == "readable" else "rule"
        rules = (self.say(f"verify-{kind}-{rule}") for rule in check.rules)
        return (self.say(self._cause(check), check.values), *rules)

    def _cause(self, check: Check) -> str:
        """The key of a cause; finer where a part of the credential can be named, or a place to renew it."""
        key = f"verify-cause-{check.cause}"
        finer = (
            f"{key}-{how}" for how, value in (("named", "detail"), ("renewable", "renewal")) if check.values.get(value)
        )
        return next((one for one in finer if has(self.locale, one)), key)

    def turn(self, check: Check) -> str:
        retry = "-retry" if check.turn == "nobody" and cause_of(check).retry else ""
        return self.say(f"verify-turn-{check.turn}{retry}")

    def contact(self, contact: Contact | None) -> str:
        if contact is None:
            return self.say("verify-contact-none")
        where = ", ".join(one for one in (contact.email, contact.url, contact.phone) if one)
        name = contact.name or self.say("verify-contact-nameless")
        sentence = self.say(f"verify-contact-{contact.source}", {"name": name, "where": where})
        return sentence[:1].upper() + sentence[1:]

    def how_long(self, check: Check) -> tuple[str, ...]:
        limit = self._limit(check)
        appeal = check.values.get("appeal_url")
        return (limit, self.say("verify-appeal-at", {"url": appeal})) if appeal else (limit,)

    def _limit(self, check: Check) -> str:
        if check.cause == "not-yet-valid":
            return self.say("verify-until-starts", {"until": check.values["starts"]})
        if check.until is None:
            return self.say("verify-until-none")
        if cause_of(check).retry:
            moment = fluent_date(check.until, dateStyle="long", timeStyle="short", timeZone="UTC")
            return say(self.locale, "verify-until-retry", until=moment)
        decided = "decided" if check.cause.endswith("under-appeal") else "filed"
        return self.say(f"verify-until-appeal-{decided}", {"until": check.until})

    def check(self, check: Check) -> CheckTold:
        sentences = list(self.why(check))
        if check.last_good and check.answer == "not_known":
            sentences.append(self.say("verify-last-good", {"date": check.last_good}))
        question, answer = self.say(f"verify-question-{check.name}"), self.say(f"verify-answer-{check.answer}")
        return CheckTold(check.name, question, answer, tuple(sentences))


def _shown(value: Value) -> Any:
    return fluent_date(_day(value), dateStyle="long") if isinstance(value, datetime) else value


def _day(moment: datetime) -> date:
    """The day of a moment in UTC; of the first and last days of the calendar, as it was written."""
    try:
        return moment.astimezone(UTC).date()
    except OverflowError:
        return moment.date()
