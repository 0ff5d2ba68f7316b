"""What the terminal says until somebody has signed in: the link by which the first admin sets a password."""

import datetime as dt

from humanely.apps.site.start import Started


def first_link(started: Started, address: str, now: dt.datetime) -> str | None:
    """One line with a new link; None once anybody has signed in.

    Args:
        address: where the server answers, its sub-path included.
    """
    made = started.services.staff.first_link(now)
    if made is None:
        return None
    member, token = made
    return f"Nobody has signed in yet. As {member.login}, once and within 72 hours: {address}/welcome/{token}"
