"""Roles: nobody gets more than their work takes, and every permission is somebody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.people.roles import Permission, Role, needed, permissions

roles = st.frozensets(st.sampled_from(Role))
WORDS = {
    Permission.INBOX_READ,
    Permission.REVIEW,
    Permission.PEOPLE_READ,
    Permission.CREDENTIALS_READ,
    Permission.DECISIONS,
}
"""What shows something a person wrote."""
READ_BEFORE = {
    Permission.INBOX_ACT: Permission.INBOX_READ,
    Permission.PEOPLE_ACT: Permission.PEOPLE_READ,
    Permission.SETTINGS_ACT: Permission.SETTINGS_READ,
    Permission.CREDENTIALS_ACT: Permission.CREDENTIALS_READ,
    Permission.APPEALS_ACT: Permission.CREDENTIALS_READ,
    Permission.ENDORSEMENTS_ACT: Permission.CREDENTIALS_READ,
}


@given(mine=roles, more=roles)
def test_another_role_never_takes_anything_away(mine: frozenset[Role], more: frozenset[Role]) -> None:
    assert permissions(mine | more) == permissions(mine) | permissions(more)


def test_without_a_role_nothing_is_allowed() -> None:
    assert permissions([]) == frozenset()


@pytest.mark.parametrize("role", Role)
def test_every_role_may_do_something(role: Role) -> None:
    assert permissions([role])


@pytest.mark.parametrize("permission", Permission)
def test_the_roles_needed_are_those_that_allow_it_and_there_is_one(permission: Permission) -> None:
    assert needed(permission) == tuple(role for role in Role if permission in permissions([role])) != ()


@pytest.mark.parametrize("role", Role)
def test_no_role_acts_where_it_cannot_read(role: Role) -> None:
    mine = permissions([role])
    assert {READ_BEFORE[one] for one in READ_BEFORE.keys() & mine} <= mine


def test_who_runs_the_installation_reads_nothing_that_people_wrote() -> None:
    assert not permissions([Role.ADMIN]) & WORDS


def test_who_audits_changes_nothing_and_reads_no_conversation() -> None:
    mine = permissions([Role.AUDITOR])
    assert not {one for one in mine if one.value.endswith(".act")}
    assert mine & WORDS == {Permission.DECISIONS}


def test_only_who_answers_acts_in_the_inbox() -> None:
    assert needed(Permission.INBOX_ACT) == (Role.AGENT,)
