"""Visitors carry who they are; nobody can make, change or lend it."""

import datetime as dt
import os
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.widget.visitor import SIGNED_IN, STAYS, Visitor, Visitors, VisitorUnknown
from humanely.trust import ticket
from humanely.trust.root_key import RootKey

ROOT = RootKey(bytes(range(32)))
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
VISITORS = Visitors(ROOT, os.urandom)


def test_whoever_comes_back_is_who_they_were() -> None:
    first = VISITORS.arrived("", "", NOON)
    assert VISITORS.arrived(VISITORS.token(first, NOON), "", NOON + STAYS - SECOND) == first


def test_two_who_come_are_two() -> None:
    one, other = VISITORS.arrived("", "", NOON), VISITORS.arrived("", "", NOON)
    assert one.person != other.person
    assert one.conversation != other.conversation


def test_a_token_too_old_begins_anew() -> None:
    first = VISITORS.arrived("", "", NOON)
    token = VISITORS.token(first, NOON)
    assert VISITORS.arrived(token, "", NOON + STAYS) != first
    with pytest.raises(VisitorUnknown, match="not open any more"):
        VISITORS.known(token, NOON + STAYS)


def test_a_pass_names_the_person_and_keeps_their_conversation() -> None:
    shown = VISITORS.give_pass("ada", NOON)
    first = VISITORS.arrived("", shown, NOON)
    assert (first.person, first.signed_in) == ("ada", True)
    assert VISITORS.arrived(VISITORS.token(first, NOON), shown, NOON) == first


def test_what_one_began_signed_in_another_does_not_go_on_with() -> None:
    ada = VISITORS.arrived("", VISITORS.give_pass("ada", NOON), NOON)
    token = VISITORS.token(ada, NOON)
    bob = VISITORS.arrived(token, VISITORS.give_pass("bob", NOON), NOON)
    nobody = VISITORS.arrived(token, "", NOON)
    assert bob.person == "bob"
    assert len({ada.conversation, bob.conversation, nobody.conversation}) == 3


def test_what_nobody_began_is_not_carried_over_to_whoever_signs_in() -> None:
    nobody = VISITORS.arrived("", "", NOON)
    ada = VISITORS.arrived(VISITORS.token(nobody, NOON), VISITORS.give_pass("ada", NOON), NOON)
    assert ada.conversation != nobody.conversation


def test_a_pass_ends() -> None:
    with pytest.raises(VisitorUnknown):
        VISITORS.arrived("", VISITORS.give_pass("ada", NOON), NOON + SIGNED_IN)


@given(st.text(max_size=300))
def test_nothing_made_up_opens(made_up: str) -> None:
    with pytest.raises(VisitorUnknown):
        VISITORS.known(made_up, NOON)


@pytest.mark.parametrize(
    ("kind", "root"),
    [
        pytest.param("widget pass", ROOT, id="a pass is no token"),
        pytest.param("step two", ROOT, id="nor any other ticket"),
        pytest.param("widget visitor", RootKey(bytes(32)), id="nor one of another server"),
    ],
)
def test_only_our_tokens_open(kind: str, root: RootKey) -> None:
    holds: Any = b'{"person":"ada","conversation":"c","signed_in":true}'
    with pytest.raises(VisitorUnknown):
        VISITORS.known(ticket.give(root, kind, holds, NOON + STAYS, os.urandom), NOON)


def test_a_token_shows_nobody_what_it_holds() -> None:
    token = VISITORS.token(Visitor("ada", "order-4711"), NOON)
    assert "ada" not in token
    assert "4711" not in token
