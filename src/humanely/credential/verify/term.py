"""Does a credential hold at this time? Its own dates, with some patience for clocks that differ."""

from datetime import datetime, timedelta

from humanely.credential.proof import instant
from humanely.credential.verify.claims import Json, renewal
from humanely.credential.verify.outcome import Check, check_of

SKEW = timedelta(minutes=5)
"""How far clocks may be apart."""

STARTS, ENDS = ("validFrom", "issuanceDate"), ("validUntil", "expirationDate")
"""The names of the second and of the first data model."""


def checked(credential: Json, now: datetime) -> Check:
    """The check of the dates.

    Args:
        now: aware.
    """
    told = [credential[name] for name in (*STARTS, *ENDS) if name in credential]
    if any(instant.read(one) is None for one in told):
        return check_of("time-unreadable")
    starts = [date for name in STARTS if (date := instant.read(credential.get(name)))]
    ends = [date for name in ENDS if (date := instant.read(credential.get(name)))]
    if ends and min(ends) < now - SKEW:
        return check_of("expired", ended=min(ends), renewal=renewal(credential))
    if starts and max(starts) > now + SKEW:
        return check_of("not-yet-valid", starts=max(starts))
    return check_of("within-its-time", until=min(ends)) if ends else check_of("without-end")
