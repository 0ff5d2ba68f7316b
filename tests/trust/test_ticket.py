"""A ticket comes back as it was given, once it is ours, in time, and for what it was given."""

import datetime as dt
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.root_key import RootKey
from humanely.trust.ticket import TicketRefused, give, take

ROOT = RootKey(bytes(range(32)))
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SOON = NOON + dt.timedelta(minutes=5)


@given(holds=st.binary(max_size=500), kind=st.text(max_size=20))
def test_what_it_holds_comes_back(holds: bytes, kind: str) -> None:
    assert take(ROOT, kind, give(ROOT, kind, holds, SOON, os.urandom), NOON) == holds


@pytest.mark.parametrize(
    ("root", "kind", "now"),
    [(RootKey(bytes(32)), "code", NOON), (ROOT, "other", NOON), (ROOT, "code", SOON)],
    ids=["another root key", "another kind", "too late"],
)
def test_it_is_refused(root: RootKey, kind: str, now: dt.datetime) -> None:
    with pytest.raises(TicketRefused, match="took too long, or was begun somewhere else"):
        take(root, kind, give(ROOT, "code", b"ada", SOON, os.urandom), now)


@given(text=st.text() | st.text("abcdefgh-_=", max_size=100))
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(TicketRefused):
        take(ROOT, "code", text, NOON)


def test_a_ticket_too_long_for_any_form_is_refused() -> None:
    with pytest.raises(TicketRefused):
        take(ROOT, "code", give(ROOT, "code", bytes(5000), SOON, os.urandom), NOON)
