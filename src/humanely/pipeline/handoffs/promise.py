"""What who waits is promised: by when somebody will have answered, in their language and by their clock where it is
known, and how they are reached until then.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, format_time, get_timezone_location, get_timezone_name

from humanely.people.calendar import NeverOpens
from humanely.people.sla import honest_time
from humanely.pipeline.house import House
from humanely.response.channel import ChannelKind, Way
from humanely.response.phrasebook import served
from humanely.store.conversation import ConversationState

_DAY = "MMMMEEEEd"


def answered_by(house: House, now: dt.datetime, priority: float, *, locale: str, zone: str | None) -> str:
    """The time by which somebody will have answered; empty where nobody ever is there to.

    Args:
        now: aware.
        priority: of the handoff, [0, 1].
        locale: the person's, a language tag.
        zone: the person's IANA time zone; None where it is not known: the team's is said, with its name.
    """
    try:
        at = honest_time(house.sla, house.calendar, now, priority)
    except NeverOpens:
        return ""
    clock = ZoneInfo(zone or house.calendar.zone)
    # A minute that was begun counts: what is promised is never before what is meant.
    at = (at + dt.timedelta(seconds=59)).astimezone(clock).replace(second=0, microsecond=0)
    return _said(at, now.astimezone(clock), Locale.parse(served(locale, "replies"), sep="-"), named=not zone)


def ways_open(house: House, state: ConversationState, channel: ChannelKind) -> tuple[Way, ...]:
    """How somebody can still be reached who may go: nothing where they have said how, or are written to anyway."""
    return () if state.reached or channel == "email" else house.ways


def _said(at: dt.datetime, now: dt.datetime, locale: Locale, *, named: bool) -> str:
    """The time of a day, the day where it is another, and whose clock it is where that could be meant otherwise."""
    time = format_time(at, "short", tzinfo=at.tzinfo, locale=locale)
    name = f" {_clock(at, locale)}" if named else ""
    day = "" if at.date() == now.date() else f"{format_skeleton(_DAY, at, tzinfo=at.tzinfo, locale=locale)}, "
    return f"{day}{time}{name}".replace("\u202f", "\u00a0")


def _clock(at: dt.datetime, locale: Locale) -> str:
    """Whose clock it is: the zone as the language abbreviates it; its city where it would only count hours."""
    name = get_timezone_name(at, width="short", locale=locale)
    return f"({get_timezone_location(at, locale=locale, return_city=True)})" if name[0] in "+-" else name
