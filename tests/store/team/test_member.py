"""Members as values: their logins, what stands of them, what they may do."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.people.roles import Permission, Role
from humanely.store.team.member import Member, MemberUnfit, Profile, fit, login_of

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
ADA = Member(id="01", login="ada", name="Ada", roles=(Role.AGENT,), created_at=NOON)


@given(text=st.text())
def test_a_login_is_the_same_however_often_it_is_read(text: str) -> None:
    try:
        login = login_of(text)
    except MemberUnfit:
        return
    assert login_of(login) == login


@pytest.mark.parametrize(
    "text", ["", "  ", "two words", "a\nb", "x" * 201, pytest.param("a" + "\u0315\u0300" * 200_000, id="stacked")]
)
def test_what_is_no_login_is_refused(text: str) -> None:
    with pytest.raises(MemberUnfit, match="that is no login"):
        login_of(text)


def test_a_profile_is_kept_in_order_and_without_repetitions() -> None:
    kept = fit(
        Profile(name=" Ada ", roles=(Role.ADMIN, Role.AGENT, Role.ADMIN), languages=("DE", "de", ""), skills=("b", "a"))
    )
    assert (kept.name, kept.roles, kept.languages) == ("Ada", (Role.AGENT, Role.ADMIN), ("de",))
    assert (fit(kept), kept.skills) == (kept, ("b", "a"))


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ({}, "invited"),
        ({"has_password": True}, "active"),
        ({"at_issuer": True}, "active"),
        ({"has_password": True, "disabled_at": NOON}, "disabled"),
    ],
)
def test_the_standing_of_a_member(changed: dict[str, object], standing: str) -> None:
    assert msgspec.structs.replace(ADA, **changed).standing == standing


def test_who_is_disabled_may_do_nothing() -> None:
    assert Permission.INBOX_ACT in ADA.permissions
    assert msgspec.structs.replace(ADA, disabled_at=NOON).permissions == frozenset()


def test_a_profile_is_taken_from_a_member() -> None:
    assert ADA.profile == Profile(name="Ada", roles=(Role.AGENT,))
