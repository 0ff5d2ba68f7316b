"""What came of appeals, in figures: in all, by achievement and by language, and only where there are enough of them."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from humanely.people.agreement import LEAST, Interval, proportion
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credentials import Filed


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """The appeals of one group.

    Attributes:
        late: open, and past their time.
        in_time_share, overturned_share: of those decided; None of fewer than `LEAST`, where chance says more. `partly`
            counts as overturned.
    """

    filed: int
    open: int
    withdrawn: int
    decided: int
    in_time: int
    overturned: int
    late: int
    in_time_share: Interval | None
    overturned_share: Interval | None


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The appeals filed since a day."""

    since: dt.datetime
    all: Line
    by_achievement: dict[str, Line]
    by_language: dict[str, Line]


def figures(desk: Desk, since: dt.datetime, now: dt.datetime) -> Figures:
    """Count the appeals filed since a day; those of people who were erased are gone from it."""
    rows = desk.ledger.credentials.appeals_since(since)
    return Figures(
        since=since,
        all=_line(rows, now),
        by_achievement={
            name: _line([one for one in rows if one.achievement == name], now)
            for name in sorted({one.achievement for one in rows})
        },
        by_language={
            name: _line([one for one in rows if one.language == name], now)
            for name in sorted({one.language for one in rows})
        },
    )


def _line(rows: Iterable[Filed], now: dt.datetime) -> Line:
    rows = list(rows)
    decided = [one for one in rows if one.state == "decided"]
    waiting = [one for one in rows if one.ended_at is None]
    in_time = sum(one.ended_at is not None and one.ended_at <= one.due for one in decided)
    overturned = sum(one.decision in {"overturned", "partly"} for one in decided)
    return Line(
        filed=len(rows),
        open=len(waiting),
        withdrawn=len(rows) - len(decided) - len(waiting),
        decided=len(decided),
        in_time=in_time,
        overturned=overturned,
        late=sum(one.due < now for one in waiting),
        in_time_share=_share(in_time, len(decided)),
        overturned_share=_share(overturned, len(decided)),
    )


def _share(count: int, of: int) -> Interval | None:
    return proportion(count / of, of) if of >= LEAST else None
