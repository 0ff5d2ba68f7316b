"""A link sets a password, once, within three days."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from humanely.store.sql.database import Database
from humanely.store.team.invitations import InvitationSpent
from humanely.store.team.member import Member, MemberMissing, MemberUnfit
from humanely.store.team.password import PasswordUnfit
from humanely.store.team.staff import Staff
from tests.store.members import AGENT, HOUR, NOON, WORDS, acts_in, everything_in, signed_in, staff_of


@pytest.fixture
def staff(database: Database) -> Staff:
    return staff_of(database)


@pytest.fixture
def ada(staff: Staff) -> Member:
    return staff.create("ada", AGENT, NOON)


def test_a_link_sets_the_password(staff: Staff, database: Database, ada: Member) -> None:
    token = staff.invitations.invite(ada.id, NOON, by="boss")
    assert staff.invitations.invited(token, NOON) == ada
    assert staff.invitations.accept(token, WORDS, NOON).standing == "active"
    assert signed_in(staff).member.id == ada.id
    assert [act["act"] for act in acts_in(database)] == ["created", "invited", "password_set", "signed_in"]


def test_the_token_is_nowhere_in_the_database(staff: Staff, database: Database, ada: Member) -> None:
    assert staff.invitations.invite(ada.id, NOON, by="boss") not in everything_in(database)


def test_a_link_opens_once_however_many_try(staff: Staff, ada: Member) -> None:
    token = staff.invitations.invite(ada.id, NOON, by="boss")

    def attempt(number: int) -> bool:
        try:
            staff.invitations.accept(token, f"{WORDS} {number}", NOON)
        except InvitationSpent:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(attempt, range(4))) == 1


def test_a_link_holds_three_days(staff: Staff, ada: Member) -> None:
    token = staff.invitations.invite(ada.id, NOON, by="boss")
    assert staff.invitations.invited(token, NOON + 71 * HOUR) == ada
    with pytest.raises(InvitationSpent):
        staff.invitations.accept(token, WORDS, NOON + 72 * HOUR)


def test_a_newer_link_spends_the_older(staff: Staff, ada: Member) -> None:
    older = staff.invitations.invite(ada.id, NOON, by="boss")
    newer = staff.invitations.invite(ada.id, NOON, by="boss")
    with pytest.raises(InvitationSpent):
        staff.invitations.invited(older, NOON)
    assert staff.invitations.invited(newer, NOON) == ada


def test_a_password_that_is_refused_leaves_the_link_as_good_as_before(staff: Staff, ada: Member) -> None:
    token = staff.invitations.invite(ada.id, NOON, by="boss")
    with pytest.raises(PasswordUnfit):
        staff.invitations.accept(token, "short", NOON)
    assert staff.invitations.accept(token, WORDS, NOON).has_password


def test_a_new_password_ends_every_session(staff: Staff, ada: Member) -> None:
    staff.invitations.accept(staff.invitations.invite(ada.id, NOON, by="boss"), WORDS, NOON)
    token = signed_in(staff).token
    staff.invitations.accept(staff.invitations.invite(ada.id, NOON, by="boss"), WORDS, NOON)
    assert staff.session(token, NOON) is None


def test_who_is_disabled_is_not_invited_and_their_links_are_spent(staff: Staff, ada: Member) -> None:
    token = staff.invitations.invite(ada.id, NOON, by="boss")
    staff.disable(ada.id, NOON)
    with pytest.raises(MemberUnfit, match="disabled"):
        staff.invitations.invite(ada.id, NOON, by="boss")
    staff.enable(ada.id, NOON)
    with pytest.raises(InvitationSpent):
        staff.invitations.invited(token, NOON)


def test_nobody_is_not_invited(staff: Staff) -> None:
    with pytest.raises(MemberMissing):
        staff.invitations.invite("0000", NOON, by="boss")
