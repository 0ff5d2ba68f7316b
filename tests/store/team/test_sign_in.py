"""The way in: who belongs here gets in, nobody else does, and nothing tells them why."""

import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import staff as staff_table
from humanely.store.team.invitations import InvitationSpent
from humanely.store.team.password import Passwords, PasswordUnfit
from humanely.store.team.second_factor import CodeRefused, new_secret
from humanely.store.team.sign_in import Account, CodeWanted, IssuerAccountUnknown, SignedIn, SignInRefused
from humanely.store.team.staff import Staff
from humanely.store.team.tries import TriesExhausted
from humanely.trust.ticket import TicketRefused
from tests.store.members import (
    HOME,
    HOUR,
    MINUTE,
    NOON,
    WORDS,
    active,
    acts_in,
    code,
    everything_in,
    signed_in,
    staff_of,
)

SECRET = new_secret(bytes)
WRONG = "some other words here"


@pytest.fixture
def staff(database: Database) -> Staff:
    return staff_of(database)


def refuse(staff: Staff, times: int, login: str = "ada", source: str = HOME) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            staff.sign_in.with_password(login, WRONG, source, NOON)


def guess(staff: Staff, waiting: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(CodeRefused):
            staff.sign_in.with_code(waiting, "not it", NOON)


def ticket(staff: Staff, now: dt.datetime = NOON) -> str:
    wanted = staff.sign_in.with_password("ada", WORDS, HOME, now)
    assert isinstance(wanted, CodeWanted)
    return wanted.ticket


@pytest.fixture
def recovery(staff: Staff) -> tuple[str, ...]:
    """Ada, with a second factor; her recovery codes."""
    return staff.second_factors.set(active(staff).id, SECRET, code(SECRET, NOON - MINUTE), NOON - MINUTE)


def test_with_the_password_one_is_in(staff: Staff, database: Database) -> None:
    member = active(staff)
    got = signed_in(staff)
    assert staff.session(got.token, NOON) == got.member
    assert (got.member.id, got.member.seen_at) == (member.id, NOON)
    assert acts_in(database)[-1] == {"act": "signed_in", "id": member.id, "with": "password", "refused": 0}


def test_neither_password_nor_token_is_anywhere(staff: Staff, database: Database) -> None:
    active(staff)
    token = signed_in(staff).token
    kept = everything_in(database)
    assert token not in kept
    assert WORDS not in kept


@pytest.mark.parametrize(("login", "password"), [("ada", WRONG), ("eve", WORDS), ("", ""), ("a b", WORDS)])
def test_whatever_is_wrong_the_answer_is_the_same(staff: Staff, login: str, password: str) -> None:
    active(staff)
    with pytest.raises(SignInRefused) as refused:
        staff.sign_in.with_password(login, password, HOME, NOON)
    assert str(refused.value) == str(SignInRefused())


def test_who_was_only_invited_has_no_password_that_fits(staff: Staff) -> None:
    staff.first_link(NOON)
    with pytest.raises(SignInRefused):
        staff.sign_in.with_password("admin", "", HOME, NOON)


def test_it_takes_as_long_where_there_is_no_such_login(database: Database) -> None:
    staff = staff_of(database, Passwords(PasswordHasher(time_cost=4, memory_cost=32_768, parallelism=1)))
    active(staff)
    took = dict[str, float]()
    for login in ("ada", "eve"):
        began = time.perf_counter()
        refuse(staff, 3, login)
        took[login] = time.perf_counter() - began
    # Without the work for nobody it would be a hundred times less.
    assert took["eve"] > took["ada"] / 4


def test_after_five_failures_one_waits_and_is_told_until_when(staff: Staff) -> None:
    active(staff)
    refuse(staff, 5)
    with pytest.raises(TriesExhausted, match="Try again in 5 s, at 12:00:05 UTC") as waits:
        staff.sign_in.with_password("ada", WORDS, HOME, NOON)
    assert waits.value.headers == {"retry-after": "5"}
    assert signed_in(staff, now=NOON + dt.timedelta(seconds=5)).member.login == "ada"


def test_a_stranger_elsewhere_does_not_lock_the_member_out(staff: Staff) -> None:
    active(staff)
    refuse(staff, 5, source="198.51.100.1")
    assert signed_in(staff).member.login == "ada"


def test_many_tries_at_once_are_as_many_failures(staff: Staff) -> None:
    active(staff)

    def attempt(_: int) -> type[Exception]:
        with pytest.raises((SignInRefused, TriesExhausted)) as refused:
            staff.sign_in.with_password("ada", WRONG, HOME, NOON)
        return refused.type

    with ThreadPoolExecutor(8) as threads:
        outcomes = list(threads.map(attempt, range(16)))
    assert outcomes.count(SignInRefused) == 5


def test_the_ledger_counts_refusals_of_members_only(staff: Staff, database: Database) -> None:
    member = active(staff)
    refuse(staff, 5)
    refuse(staff, 5, login="eve")
    assert acts_in(database)[-1] == {"act": "refused", "id": member.id, "tries": 5}
    signed_in(staff, now=NOON + MINUTE)
    assert acts_in(database)[-1]["refused"] == 5


def test_a_second_factor_is_asked_for_and_opens(staff: Staff, database: Database, recovery: tuple[str, ...]) -> None:
    got = staff.sign_in.with_code(ticket(staff), code(SECRET, NOON), NOON)
    assert staff.session(got.token, NOON) == got.member
    assert got.member.has_code
    assert acts_in(database)[-1]["with"] == "code"


def test_a_code_opens_once(staff: Staff, recovery: tuple[str, ...]) -> None:
    waiting = ticket(staff)
    staff.sign_in.with_code(waiting, code(SECRET, NOON), NOON)
    with pytest.raises(CodeRefused):
        staff.sign_in.with_code(waiting, code(SECRET, NOON), NOON)


def test_a_recovery_code_opens_once(staff: Staff, database: Database, recovery: tuple[str, ...]) -> None:
    staff.sign_in.with_code(ticket(staff), recovery[3].upper().replace("-", " "), NOON)
    assert acts_in(database)[-1]["with"] == "recovery_code"
    with pytest.raises(CodeRefused):
        staff.sign_in.with_code(ticket(staff), recovery[3], NOON)
    staff.sign_in.with_code(ticket(staff), recovery[4], NOON)


def test_the_secret_and_the_recovery_codes_are_sealed(
    staff: Staff, database: Database, recovery: tuple[str, ...]
) -> None:
    kept = everything_in(database)
    assert SECRET not in kept
    assert recovery[0] not in kept


def test_codes_cannot_be_guessed_in_a_row(staff: Staff, database: Database, recovery: tuple[str, ...]) -> None:
    waiting = ticket(staff)
    guess(staff, waiting, 5)
    with pytest.raises(TriesExhausted):
        staff.sign_in.with_code(waiting, code(SECRET, NOON), NOON)
    assert acts_in(database)[-1]["act"] == "refused"


def test_the_step_to_the_code_holds_five_minutes(staff: Staff, recovery: tuple[str, ...]) -> None:
    with pytest.raises(TicketRefused):
        staff.sign_in.with_code(ticket(staff), code(SECRET, NOON + 5 * MINUTE), NOON + 5 * MINUTE)


def test_a_new_password_spends_the_step_to_the_code(staff: Staff, recovery: tuple[str, ...]) -> None:
    waiting = ticket(staff)
    staff.sign_in.change_password(staff.named("ada").id, WORDS, WRONG, NOON)
    with pytest.raises(TicketRefused):
        staff.sign_in.with_code(waiting, code(SECRET, NOON), NOON)


def test_a_new_password_ends_every_session_but_the_one_it_begins(staff: Staff, database: Database) -> None:
    member = active(staff)
    tokens = [signed_in(staff).token, signed_in(staff).token]
    got = staff.sign_in.change_password(member.id, WORDS, WRONG, NOON)
    assert [staff.session(token, NOON) for token in tokens] == [None, None]
    assert staff.session(got.token, NOON) is not None
    assert isinstance(staff.sign_in.with_password("ada", WRONG, HOME, NOON), SignedIn)
    assert acts_in(database)[-2] == {"act": "password_set", "id": member.id, "by": member.id}


def test_a_new_password_spends_the_link_that_would_set_another(staff: Staff) -> None:
    member = active(staff)
    token = staff.invitations.invite(member.id, NOON, by="boss")
    staff.sign_in.change_password(member.id, WORDS, WRONG, NOON)
    with pytest.raises(InvitationSpent):
        staff.invitations.accept(token, WORDS, NOON)


def test_without_the_old_password_there_is_no_new_one(staff: Staff) -> None:
    member = active(staff)
    with pytest.raises(SignInRefused):
        staff.sign_in.change_password(member.id, WRONG, WORDS, NOON)
    with pytest.raises(PasswordUnfit, match="shorter than 12"):
        staff.sign_in.change_password(member.id, WORDS, "short", NOON)


def test_a_hash_of_old_parameters_is_made_anew(staff: Staff, database: Database) -> None:
    active(staff)
    stronger = staff_of(database, Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)))
    signed_in(stronger)
    with database.reading() as connection:
        kept = connection.scalar(select(staff_table.c.password_hash))
    assert kept is not None
    assert "m=16,t=2,p=1" in kept
    signed_in(stronger)


GOOGLE = Account("https://issuer.example", "s-1", "Ada@example.org")


def test_an_account_is_known_by_its_address_first_and_by_its_id_then(staff: Staff, database: Database) -> None:
    active(staff, "ada@example.org")
    first = staff.sign_in.from_issuer(GOOGLE, NOON)
    moved = staff.sign_in.from_issuer(Account(GOOGLE.issuer, GOOGLE.subject, "new@example.org"), NOON + HOUR)
    assert first.member.id == moved.member.id
    assert moved.member.at_issuer
    assert acts_in(database)[-1]["with"] == "issuer"


@pytest.mark.parametrize(
    "account",
    [
        Account(GOOGLE.issuer, "s-2", "ada@example.org"),
        Account("https://other.example", "s-1", "ada@example.org"),
        Account(GOOGLE.issuer, "s-2", ""),
        Account(GOOGLE.issuer, "s-2", "eve@example.org"),
    ],
    ids=["another account of that address", "another issuer", "address not verified", "a stranger"],
)
def test_another_account_is_refused(staff: Staff, account: Account) -> None:
    active(staff, "ada@example.org")
    staff.sign_in.from_issuer(GOOGLE, NOON)
    with pytest.raises(IssuerAccountUnknown):
        staff.sign_in.from_issuer(account, NOON)


def test_an_address_that_is_only_written_alike_is_another(staff: Staff) -> None:
    active(staff, "kim@example.org")
    with pytest.raises(IssuerAccountUnknown):
        staff.sign_in.from_issuer(Account(GOOGLE.issuer, "s-3", "\N{KELVIN SIGN}im@example.org"), NOON)


def test_who_is_disabled_is_refused_whoever_vouches(staff: Staff) -> None:
    member = active(staff, "ada@example.org")
    staff.disable(member.id, NOON)
    with pytest.raises(IssuerAccountUnknown):
        staff.sign_in.from_issuer(GOOGLE, NOON)
