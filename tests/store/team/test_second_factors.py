"""A second factor is set once an app has shown its code, and taken away again."""

import pytest

from humanely.store.sql.database import Database
from humanely.store.team.member import MemberMissing
from humanely.store.team.second_factor import CodeRefused, SecretMalformed, new_secret
from humanely.store.team.staff import Staff
from tests.store.members import MINUTE, NOON, active, acts_in, code, signed_in, staff_of

SECRET = new_secret(bytes)


@pytest.fixture
def staff(database: Database) -> Staff:
    return staff_of(database)


def test_it_is_set_with_a_code_and_the_ledger_knows(staff: Staff, database: Database) -> None:
    member = active(staff)
    assert len(staff.second_factors.set(member.id, SECRET, code(SECRET, NOON), NOON)) == 10
    assert staff.member(member.id).has_code
    assert acts_in(database)[-1] == {"act": "totp_set", "id": member.id, "by": member.id}


def test_without_the_right_code_nothing_is_set(staff: Staff) -> None:
    member = active(staff)
    with pytest.raises(CodeRefused):
        staff.second_factors.set(member.id, SECRET, code(SECRET, NOON - 5 * MINUTE), NOON)
    with pytest.raises(SecretMalformed):
        staff.second_factors.set(member.id, "weak", "123456", NOON)
    assert not staff.member(member.id).has_code


def test_it_is_taken_away_and_the_ledger_knows_by_whom(staff: Staff, database: Database) -> None:
    member = active(staff)
    staff.second_factors.set(member.id, SECRET, code(SECRET, NOON), NOON)
    staff.second_factors.unset(member.id, NOON, by="boss")
    staff.second_factors.unset(member.id, NOON, by="boss")
    assert signed_in(staff).member.has_code is False
    assert acts_in(database)[-2] == {"act": "totp_unset", "id": member.id, "by": "boss"}


def test_nobody_has_none(staff: Staff) -> None:
    with pytest.raises(MemberMissing):
        staff.second_factors.set("0000", SECRET, code(SECRET, NOON), NOON)
    with pytest.raises(MemberMissing):
        staff.second_factors.unset("0000", NOON, by="boss")
