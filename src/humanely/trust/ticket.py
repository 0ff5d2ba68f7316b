"""Tickets: what the server gives somebody to hand back soon, sealed, so that it need not remember it.

A ticket holds for one use of one kind and until a time; whoever carries it can neither read nor change it.
"""

import base64
import binascii
import datetime as dt

import msgspec

from humanely.errors import HumanelyError
from humanely.trust.root_key import RootKey, SecretUnreadable
from humanely.trust.seal import Entropy

_LONGEST = 4096


class TicketRefused(HumanelyError):
    """A ticket is not one of ours, is for something else, or its time has passed."""

    code = "ticket_refused"
    status = 400

    def __init__(self) -> None:
        super().__init__(
            "This step took too long, or was begun somewhere else; nothing was changed.", fix="Begin again."
        )


class _Body(msgspec.Struct, frozen=True):
    until: dt.datetime
    holds: bytes


def give(root: RootKey, kind: str, holds: bytes, until: dt.datetime, entropy: Entropy) -> str:
    """Make a ticket, as text fit for a form or a cookie.

    Args:
        kind: what it is for; it opens as nothing else.
        until: aware; from then on it is refused.

    >>> import os
    >>> noon = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    >>> root = RootKey(bytes(range(32)))
    >>> ticket = give(root, "step two", b"ada", noon + dt.timedelta(minutes=5), os.urandom)
    >>> take(root, "step two", ticket, noon)
    b'ada'
    """
    hidden = root.hide(msgspec.json.encode(_Body(until, holds)), f"ticket {kind}", entropy)
    return base64.urlsafe_b64encode(hidden).decode().rstrip("=")


def take(root: RootKey, kind: str, ticket: str, now: dt.datetime) -> bytes:
    """What a ticket holds.

    Raises:
        TicketRefused: not ours, of another kind, changed, or too old.
    """
    if len(ticket) > _LONGEST or not ticket.isascii():
        raise TicketRefused
    try:
        hidden = base64.b64decode(f"{ticket}{'=' * (-len(ticket) % 4)}", altchars=b"-_", validate=True)
        body = msgspec.json.decode(root.reveal(hidden, f"ticket {kind}"), type=_Body)
    except (binascii.Error, SecretUnreadable):
        raise TicketRefused from None
    if now >= body.until:
        raise TicketRefused
    return body.holds
