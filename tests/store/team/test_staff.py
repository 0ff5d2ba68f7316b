"""Members are made, changed, disabled on both engines, and the ledger knows of each step by id only."""

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import select

from humanely.people.roles import Permission, Role
from humanely.store.log.verify import verify_database
from humanely.store.sql.database import Database
from humanely.store.sql.tables import entries
from humanely.store.team.member import LastAdmin, LoginTaken, MemberMissing, MemberUnfit
from humanely.store.team.sign_in import SignInRefused
from humanely.store.team.staff import Staff
from tests.store.members import (
    ADMIN,
    AGENT,
    HOME,
    HOUR,
    NOON,
    WORDS,
    active,
    acts_in,
    everything_in,
    signed_in,
    staff_of,
)


@pytest.fixture
def staff(database: Database) -> Staff:
    return staff_of(database)


def test_a_member_is_kept_as_made(staff: Staff) -> None:
    made = staff.create(" Ada@Example.org ", AGENT, NOON)
    assert staff.member(made.id) == staff.named("ADA@example.org") == made
    assert (made.login, made.profile, made.standing) == ("ada@example.org", AGENT, "invited")


def test_a_login_is_had_once(staff: Staff) -> None:
    staff.create("ada", AGENT, NOON)
    with pytest.raises(LoginTaken, match="'ada'"):
        staff.create("ADA", ADMIN, NOON)


def test_a_change_is_kept_and_the_ledger_names_no_name(staff: Staff, database: Database) -> None:
    made = staff.create("ada", AGENT, NOON, by="boss")
    changed = staff.change(made.id, ADMIN, NOON + HOUR, by="boss")
    assert (changed.name, changed.roles, changed.skills) == ("Grace", (Role.ADMIN,), ())
    assert acts_in(database) == [
        {"act": "created", "id": made.id, "by": "boss", "roles": ["agent"]},
        {
            "act": "changed",
            "id": made.id,
            "by": "boss",
            "fields": ["name", "roles", "languages", "skills"],
            "roles": ["admin"],
        },
    ]


def test_a_change_of_nothing_is_no_act(staff: Staff, database: Database) -> None:
    made = staff.create("ada", AGENT, NOON)
    assert staff.change(made.id, AGENT, NOON) == made
    assert len(acts_in(database)) == 1


def test_who_is_disabled_is_out_at_once_and_may_do_nothing(staff: Staff) -> None:
    active(staff)
    token = signed_in(staff).token
    disabled = staff.disable(staff.named("ada").id, NOON + HOUR)
    assert staff.session(token, NOON + HOUR) is None
    assert (disabled.standing, disabled.permissions) == ("disabled", frozenset())
    with pytest.raises(SignInRefused):
        staff.sign_in.with_password("ada", WORDS, HOME, NOON + HOUR)
    assert staff.disable(disabled.id, NOON + 2 * HOUR).disabled_at == NOON + HOUR


def test_who_is_enabled_again_has_the_password_of_before(staff: Staff, database: Database) -> None:
    member = active(staff)
    staff.disable(member.id, NOON)
    assert staff.enable(member.id, NOON) == member
    assert staff.enable(member.id, NOON) == member
    assert signed_in(staff).member.permissions >= {Permission.INBOX_ACT}
    assert [act["act"] for act in acts_in(database)][-3:] == ["disabled", "enabled", "signed_in"]


def test_who_has_left_is_removed_and_their_id_alone_is_left(staff: Staff, database: Database) -> None:
    member = active(staff)
    signed_in(staff)
    with pytest.raises(MemberUnfit, match="only who is disabled"):
        staff.remove(member.id, NOON)
    staff.disable(member.id, NOON)
    staff.remove(member.id, NOON, by="boss")
    assert staff.all() == ()
    assert acts_in(database)[-1] == {"act": "removed", "id": member.id, "by": "boss"}
    assert staff.create("ada", AGENT, NOON).id != member.id


def test_when_somebody_comes_and_goes_is_no_act(staff: Staff, database: Database) -> None:
    made = staff.create("ada", AGENT, NOON)
    away = staff.change(made.id, msgspec.structs.replace(AGENT, available=False), NOON, by=made.id)
    assert (away.available, len(acts_in(database))) == (False, 1)


def test_who_signed_in_when_is_kept_as_briefly_as_a_log(staff: Staff, database: Database) -> None:
    staff.sessions.end(signed_in_as(staff), NOON)
    asked = select(entries.c.keep).where(entries.c.kind == "staff").order_by(entries.c.index)
    with database.reading() as connection:
        assert list(connection.scalars(asked))[-2:] == ["log", "log"]


def signed_in_as(staff: Staff) -> str:
    """The token of a new member's session."""
    active(staff)
    return signed_in(staff).token


def test_the_last_admin_stays(staff: Staff) -> None:
    boss = active(staff, "boss", ADMIN)
    staff.create("ada", AGENT, NOON)
    with pytest.raises(LastAdmin, match="last admin"):
        staff.disable(boss.id, NOON)
    with pytest.raises(LastAdmin):
        staff.change(boss.id, AGENT, NOON)


def test_an_admin_who_cannot_sign_in_is_no_stand_in_for_one_who_can(staff: Staff) -> None:
    boss = active(staff, "boss", ADMIN)
    second = staff.create("second", ADMIN, NOON)
    with pytest.raises(LastAdmin):
        staff.disable(boss.id, NOON)
    assert staff.disable(second.id, NOON).standing == "disabled"


def test_of_two_admins_one_may_go(staff: Staff) -> None:
    boss, other = active(staff, "boss", ADMIN), active(staff, "other", ADMIN)
    assert staff.change(boss.id, AGENT, NOON).roles == (Role.AGENT,)
    with pytest.raises(LastAdmin):
        staff.disable(other.id, NOON)


@pytest.mark.parametrize("ask", [Staff.named, Staff.member, lambda staff, name: staff.disable(name, NOON)])
def test_who_is_not_there_is_named(staff: Staff, ask: Callable[[Staff, str], object]) -> None:
    with pytest.raises(MemberMissing, match="'nobody'"):
        ask(staff, "nobody")


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ({"name": " "}, "no name that can be shown"),
        ({"roles": ()}, "no role"),
        ({"capacity": -1}, "capacity is -1"),
        ({"languages": ("Deutsch!",)}, "a language is none"),
        ({"locale": ""}, "a language is none"),
        ({"skills": ("two words",)}, "a skill has no name"),
    ],
)
def test_what_cannot_be_is_refused(staff: Staff, profile: dict[str, object], words: str) -> None:
    with pytest.raises(MemberUnfit, match=words):
        staff.create("ada", msgspec.structs.replace(AGENT, **profile), NOON)


def test_the_first_admin_is_made_and_gets_new_links_until_somebody_was_in(staff: Staff) -> None:
    first, again = staff.first_link(NOON), staff.first_link(NOON + HOUR)
    assert first is not None
    assert again is not None
    assert first[0] == again[0]
    staff.invitations.accept(again[1], WORDS, NOON + HOUR)
    assert staff.first_link(NOON + HOUR) is not None
    signed_in(staff, "admin", NOON + HOUR)
    assert staff.first_link(NOON + HOUR) is None


def test_without_an_admin_nobody_gets_a_link(staff: Staff) -> None:
    staff.create("ada", AGENT, NOON)
    assert staff.first_link(NOON) is None


def test_a_rest_is_kept_and_is_no_act(staff: Staff, database: Database) -> None:
    made = staff.create("ada", AGENT, NOON)
    staff.rest(made.id, NOON + HOUR)
    assert staff.member(made.id).rests_until == NOON + HOUR
    assert len(acts_in(database)) == 1


def test_members_are_listed_by_name(staff: Staff) -> None:
    grace, ada = staff.create("grace", ADMIN, NOON), staff.create("ada", AGENT, NOON)
    assert staff.all() == (ada, grace)


def test_the_ledger_holds_after_all_this(staff: Staff, database: Database) -> None:
    member = active(staff)
    signed_in(staff)
    staff.disable(member.id, NOON)
    assert verify_database(database, [], []).findings == ()
    assert WORDS not in everything_in(database)
