"""Visitors: who writes in a widget, and in which conversation. Nothing is stored for it: they carry a sealed ticket.

A visitor is a person nobody knows, or one the page has signed in. For these the page's own server gets a *pass* with
its API key and puts it into the page.
"""

import datetime as dt

import msgspec

from humanely.errors import HumanelyError
from humanely.trust import ticket
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy

STAYS = dt.timedelta(days=30)
"""For how long a conversation can be gone on with, from the last time its page was opened."""

SIGNED_IN = dt.timedelta(hours=24)
"""For how long a pass, and what was begun with it, is good."""

_ID_BYTES = 16


class VisitorUnknown(HumanelyError):
    """A visitor's token, or the pass of a page, is not ours or its time has passed."""

    code = "visitor_unknown"
    status = 401

    def __init__(self) -> None:
        super().__init__(
            "This conversation is not open any more on this device; nothing was taken.",
            fix="Begin again: POST /widget/start, with a new pass if the page has signed somebody in.",
        )
        self.headers = {"www-authenticate": 'Bearer realm="humanely widget"'}


class Visitor(msgspec.Struct, frozen=True):
    """Who writes.

    Attributes:
        signed_in: by the page they are on.
    """

    person: str
    conversation: str
    signed_in: bool = False


class Visitors:
    """Gives tokens and passes, and takes them back.

    Args:
        entropy: gives random bytes.

    >>> import os
    >>> noon = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    >>> visitors = Visitors(RootKey(bytes(range(32))), os.urandom)
    >>> visitor = visitors.arrived("", "", noon)
    >>> visitors.known(visitors.token(visitor, noon), noon) == visitor
    True
    """

    def __init__(self, root: RootKey, entropy: Entropy) -> None:
        self._root = root
        self._entropy = entropy

    def give_pass(self, person: str, now: dt.datetime) -> str:
        """A pass for somebody a page has signed in."""
        return ticket.give(self._root, "widget pass", person.encode(), now + SIGNED_IN, self._entropy)

    def arrived(self, token: str, shown: str, now: dt.datetime) -> Visitor:
        """Whoever opens the widget: who they were before, or somebody new.

        Args:
            token: that they had; empty, or too old, for none.
            shown: the pass of the page; empty where nobody is signed in.

        Raises:
            VisitorUnknown: the pass is not ours, or too old.
        """
        before = self._before(token, now)
        person = self._signed_in(shown, now) if shown else ""
        same = before is not None and before.signed_in == bool(shown) and person in {"", before.person}
        if before is not None and same:
            return before
        return Visitor(person or self._new("visitor"), self._new("widget"), bool(shown))

    def token(self, visitor: Visitor, now: dt.datetime) -> str:
        """What a visitor shows from now on."""
        until = now + (SIGNED_IN if visitor.signed_in else STAYS)
        return ticket.give(self._root, "widget visitor", msgspec.json.encode(visitor), until, self._entropy)

    def known(self, token: str, now: dt.datetime) -> Visitor:
        """The visitor a token was given to.

        Raises:
            VisitorUnknown: it is not ours, or too old.
        """
        before = self._before(token, now)
        if before is None:
            raise VisitorUnknown
        return before

    def is_of(self, token: str, visitor: Visitor, now: dt.datetime) -> bool:
        """Whether a token is that of a visitor."""
        return self._before(token, now) == visitor

    def _before(self, token: str, now: dt.datetime) -> Visitor | None:
        try:
            return msgspec.json.decode(ticket.take(self._root, "widget visitor", token, now), type=Visitor)
        except ticket.TicketRefused:
            return None

    def _signed_in(self, shown: str, now: dt.datetime) -> str:
        try:
            return ticket.take(self._root, "widget pass", shown, now).decode()
        except ticket.TicketRefused:
            raise VisitorUnknown from None

    def _new(self, kind: str) -> str:
        return f"{kind}-{self._entropy(_ID_BYTES).hex()}"
