"""Who takes what: whether a handoff fits somebody of the team, and what they should take next, each with its reasons.

A life at risk goes past languages, skills, breaks and full hands, never to somebody who is not there: any human who is
there is better than none. Nothing is hidden from anybody: what does not fit comes last, and says why.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal, get_args

import msgspec

from humanely.people.load import readiness
from humanely.signal.tag import base_language

LIFE_AT_RISK = 1.0
"""The priority that nothing but a life that may be at risk has."""

Code = Literal[
    "away", "offline", "resting", "full", "for_another", "other_language", "other_skill",
    "life_at_risk", "overdue", "for_you", "language", "skill",
]  # fmt: skip
"""The first line speaks against it, the second for it.

``away``: takes nothing new, by their own word. ``offline``: has not been seen lately. ``for_another``, ``for_you``: it
was left for somebody. ``language``, ``skill``: theirs is the one that is needed.
"""

_ORDER: dict[Code, int] = {code: number for number, code in enumerate(get_args(Code))}
_NOT_THERE: frozenset[Code] = frozenset(("away", "offline"))
_AGAINST: frozenset[Code] = _NOT_THERE | {"resting", "full", "for_another", "other_language", "other_skill"}
_FITTING: frozenset[Code] = frozenset(("for_you", "language", "skill"))


class Helper(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the team, as far as it matters for who takes what.

    Attributes:
        languages: BCP 47 tags; empty where nobody has said, which counts against nothing.
        skills: short names.
        capacity: ordinary handoffs at once, >= 0.
        load: what they carry now (`humanely.people.load`).
        available: they take new handoffs, by their own word.
        present: they have been seen lately.
        rests_until: aware; None where no break is due.
    """

    id: str
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    capacity: int
    load: float = 0.0
    available: bool = True
    present: bool = True
    rests_until: datetime | None = None


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A handoff that waits.

    Attributes:
        place: its id.
        language: of the person, a BCP 47 tag; None where it is not known.
        skill: that is needed; empty for anybody's.
        priority: [0, 1].
        weight: of `humanely.people.load`, >= 1.
        opened_at, due: aware; no `due` where no clock runs.
        agent: id of whom it was left for; empty for anybody.
    """

    place: int
    language: str | None = None
    skill: str = ""
    priority: float
    weight: float = 1.0
    opened_at: datetime
    due: datetime | None = None
    agent: str = ""


class Fit(msgspec.Struct, frozen=True):
    """Whether somebody should take a handoff, and all that speaks against it and for it, in the order of `Code`."""

    fits: bool
    reasons: tuple[Code, ...]


class Ranked(msgspec.Struct, frozen=True):
    """A handoff of the queue as it stands to one helper."""

    wanted: Wanted
    fit: Fit


def fit(helper: Helper, wanted: Wanted, now: datetime) -> Fit:
    """Whether a handoff is for a helper, now.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    >>> ada = Helper(id="ada", languages=("de", "en"), capacity=2, load=2.4)
    >>> fit(ada, Wanted(place=7, language="de-AT", priority=0.5, opened_at=noon), noon)
    Fit(fits=False, reasons=('full', 'language'))
    >>> fit(ada, Wanted(place=8, language="de-AT", priority=1.0, opened_at=noon), noon)
    Fit(fits=True, reasons=('full', 'life_at_risk', 'language'))
    """
    reasons = (*_of_helper(helper, now), *_of_both(helper, wanted), *_of_wanted(wanted, now))
    against = _NOT_THERE if "life_at_risk" in reasons else _AGAINST
    return Fit(against.isdisjoint(reasons), tuple(sorted(reasons, key=_ORDER.__getitem__)))


def ranked(queue: Iterable[Wanted], helper: Helper, now: datetime) -> tuple[Ranked, ...]:
    """The whole queue, in the order in which a helper should take it.

    What fits comes first. In it the more urgent, to a tenth of the priority; then what is due sooner; then what needs
    just them; then what has waited longer. The order in which the queue is given does not matter.
    """
    found = (Ranked(wanted, fit(helper, wanted, now)) for wanted in queue)
    return tuple(sorted(found, key=_rank))


def somebody_free(helpers: Iterable[Helper], wanted: Wanted, now: datetime) -> bool:
    """Whether anybody could take a handoff now."""
    return any(fit(helper, wanted, now).fits for helper in helpers)


def _of_helper(helper: Helper, now: datetime) -> Iterator[Code]:
    if not helper.available:
        yield "away"
    if not helper.present:
        yield "offline"
    ready = readiness(helper.load, helper.capacity, helper.rests_until, now)
    if ready != "free":
        yield ready


def _of_both(helper: Helper, wanted: Wanted) -> Iterator[Code]:
    if wanted.agent:
        yield "for_you" if wanted.agent == helper.id else "for_another"
    if wanted.language and helper.languages:
        spoken = {base_language(tag) for tag in helper.languages}
        yield "language" if base_language(wanted.language) in spoken else "other_language"
    if wanted.skill:
        yield "skill" if wanted.skill in helper.skills else "other_skill"


def _of_wanted(wanted: Wanted, now: datetime) -> Iterator[Code]:
    if wanted.priority >= LIFE_AT_RISK:
        yield "life_at_risk"
    if wanted.due is not None and wanted.due <= now:
        yield "overdue"


def _rank(one: Ranked) -> tuple[bool, int, bool, float, int, float, int]:
    wanted, due = one.wanted, one.wanted.due
    return (
        not one.fit.fits,
        -_urgency(wanted.priority),
        due is None,
        due.timestamp() if due else 0.0,
        -len(_FITTING.intersection(one.fit.reasons)),
        wanted.opened_at.timestamp(),
        wanted.place,
    )


def _urgency(priority: float) -> int:
    """Tenths of the priority, 10 for a life at risk alone: finer it would leave no room for the deadline."""
    # Priorities are products; a hair below a tenth is meant to be that tenth.
    return 10 if priority >= LIFE_AT_RISK else min(int(priority * 10 + 1e-9), 9)
