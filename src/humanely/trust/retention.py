"""How long each kind of record is kept, and when it is due to go.

The shipped schedule is ``retention.toml``, with a reason for each kind; an operator's own file changes what it names.
Source of the duty: GDPR Art. 5(1)(e).
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated, TypeVar

import msgspec

from humanely.errors import HumanelyError

_T = TypeVar("_T")


class Kind(StrEnum):
    """What is kept."""

    MESSAGE = "message"
    RECORDING = "recording"
    CRISIS = "crisis"
    ESTIMATE = "estimate"
    DECISION = "decision"
    RESPONSE = "response"
    HANDOFF = "handoff"
    PROFILE = "profile"
    OUTCOME = "outcome"
    CONSENT = "consent"
    CREDENTIAL = "credential"
    APPEAL = "appeal"
    CACHE = "cache"
    EXPORT = "export"
    LOG = "log"


class ScheduleMalformed(HumanelyError):
    """A retention schedule cannot be used as it is written."""

    code = "schedule_malformed"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"The retention schedule cannot be used: {fault}.",
            fix="Write a table [kind] with days and reason for each kind to change; "
            f"kinds are {', '.join(Kind)}, days go from 0 to {MOST_DAYS}.",
        )


class KeptTooLong(HumanelyError):
    """A schedule would keep a kind for longer than it may be kept."""

    code = "kept_too_long"

    def __init__(self, kind: Kind, days: int, longest: int) -> None:
        super().__init__(
            f"The retention schedule keeps {kind.value!r} for {days} days; at most {longest} are allowed.",
            fix=f"Set days of [{kind.value}] to {longest} or less.",
        )


MOST_DAYS = 36_500

_Days = Annotated[int, msgspec.Meta(ge=0, le=MOST_DAYS)]
_Reason = Annotated[str, msgspec.Meta(pattern=r"\S")]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long one kind is kept.

    Attributes:
        days: [0, 36,500]; 0 is due at once.
        reason: for the person and for the record of processing (GDPR Art. 30).
        longest: the most that an operator's schedule may say, in days; None for no limit of ours.
    """

    days: _Days
    reason: _Reason
    longest: _Days | None = None


class _Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an operator's schedule may say of a kind: not how far it may go."""

    days: _Days
    reason: _Reason


class Schedule(msgspec.Struct, frozen=True):
    """A rule for every kind."""

    rules: Mapping[Kind, Rule]

    def days(self, kind: Kind) -> int:
        """How many days a kind is kept. An estimate stands in the record of its message: who ends first takes both."""
        own = self.rules[kind].days
        return min(own, self.rules[Kind.ESTIMATE].days) if kind is Kind.MESSAGE else own

    def until(self, kind: Kind, at: dt.datetime) -> dt.datetime:
        """The moment from which a record is no longer kept.

        Args:
            at: when it was last of use; aware.
        """
        return at + dt.timedelta(days=self.days(kind))

    def due(self, kind: Kind, at: dt.datetime, now: dt.datetime) -> bool:
        """Whether a record is to be erased by now.

        >>> flagged = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
        >>> shipped().due(Kind.CRISIS, flagged, now=dt.datetime(2026, 11, 30, tzinfo=dt.UTC))
        False
        >>> shipped().due(Kind.CRISIS, flagged, now=dt.datetime(2026, 12, 1, tzinfo=dt.UTC))
        True
        """
        return now >= self.until(kind, at)

    def changed_by(self, text: str) -> "Schedule":
        """This schedule with what an operator's file says otherwise.

        Raises:
            ScheduleMalformed: no TOML, an unknown kind or field, days out of range, or no reason.
            KeptTooLong: a kind would be kept for longer than it may be.
        """
        changes = _converted(text, dict[Kind, _Change])
        return Schedule({**self.rules, **{kind: _within(kind, self.rules[kind], c) for kind, c in changes.items()}})


@cache
def shipped() -> Schedule:
    """The schedule in ``retention.toml``."""
    return schedule_of(files("humanely.trust").joinpath("retention.toml").read_text(encoding="utf-8"))


def schedule_of(text: str) -> Schedule:
    """Read a whole schedule.

    Raises:
        ScheduleMalformed: as `Schedule.changed_by`, or a kind has no rule.
        KeptTooLong: a rule's days are more than its own ``longest``.
    """
    rules = _converted(text, dict[Kind, Rule])
    missing = [kind.value for kind in Kind if kind not in rules]
    if missing:
        raise ScheduleMalformed(f"it says nothing of {', '.join(missing)}")
    return Schedule({kind: _within(kind, rule, rule) for kind, rule in rules.items()})


def _within(kind: Kind, rule: Rule, change: Rule | _Change) -> Rule:
    if rule.longest is not None and change.days > rule.longest:
        raise KeptTooLong(kind, change.days, rule.longest)
    return Rule(change.days, change.reason, rule.longest)


def _converted(text: str, shape: type[_T]) -> _T:
    try:
        return msgspec.convert(tomllib.loads(text), shape)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise ScheduleMalformed(str(fault)) from None
