"""The way in: password and code, or an OpenID provider; who fails often waits, and no time taken tells who is there.

Steps with a password: 1. the try is counted; 2. the password is checked, with the same work where there is no such
member; 3. who has a second factor gets a ticket for the next step instead of a session; 4. the try is taken back.
"""

import datetime as dt
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, select, update

from humanely.errors import HumanelyError
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import invitations, staff
from humanely.store.team.member import Member, MemberUnfit, login_of
from humanely.store.team.member_rows import Acts, member_of, row_of
from humanely.store.team.password import Passwords
from humanely.store.team.second_factor import CodeRefused
from humanely.store.team.second_factors import SecondFactors
from humanely.store.team.sessions import Sessions, hash_of
from humanely.store.team.tries import FREE, Key, Tries
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy
from humanely.trust.ticket import TicketRefused, give, take

CODE_WITHIN = dt.timedelta(minutes=5)
"""Between the password and the code."""

_WIDE = 50
"""Failures of one login wherever they come from, or from one address whatever the login, that do not wait."""
_KIND = "sign-in code"


class SignInRefused(HumanelyError):
    """Login and password do not belong together; the message never says which of them is wrong."""

    code = "sign_in_refused"
    status = 401

    def __init__(self) -> None:
        super().__init__(
            "The login or the password is not right.",
            fix="Try again. If you forgot it, ask whoever looks after the team for a new link.",
        )


class IssuerAccountUnknown(HumanelyError):
    """Somebody came from the OpenID provider who is not of the team."""

    code = "issuer_account_unknown"
    status = 403

    def __init__(self) -> None:
        super().__init__(
            "This account belongs to nobody of the team here.",
            fix="Ask whoever looks after the team to add you, with your e-mail address as your login.",
        )


class SignedIn(msgspec.Struct, frozen=True):
    """Somebody is in.

    Attributes:
        token: for their browser.
    """

    member: Member
    token: str


class CodeWanted(msgspec.Struct, frozen=True):
    """The password was right, and a code is wanted.

    Attributes:
        ticket: to hand back with the code, within five minutes.
    """

    ticket: str


class Account(msgspec.Struct, frozen=True):
    """Somebody as an OpenID provider names them.

    Attributes:
        issuer: its address.
        subject: their id there, never given to another.
        email: as the provider has verified it; empty where it has not.
    """

    issuer: str
    subject: str
    email: str

    @property
    def name(self) -> str:
        """What is kept of it."""
        return f"{self.issuer} {self.subject}"


class _Waiting(msgspec.Struct, frozen=True):
    member: str
    password: bytes


class SignIn:
    """Lets members in."""

    def __init__(
        self,
        database: Database,
        root_key: RootKey,
        entropy: Entropy,
        passwords: Passwords,
        sessions: Sessions,
        second_factors: SecondFactors,
    ) -> None:
        self._database = database
        self._root_key = root_key
        self._entropy = entropy
        self._passwords = passwords
        self._sessions = sessions
        self._second_factors = second_factors
        self._acts = Acts(database, entropy)
        self._tries = Tries()

    def with_password(self, login: str, password: str, source: str, now: dt.datetime) -> SignedIn | CodeWanted:
        """Check login and password.

        Args:
            source: the address it comes from.

        Raises:
            TriesExhausted: too many failures; nothing was checked.
            SignInRefused: they do not belong together, or the member is disabled or has no password.
        """
        login = _login(login)
        keys = (Key((login, source)), Key(("login", login), _WIDE), Key(("source", source), _WIDE))
        failures = self._tries.begin(keys, now)
        row = self._require_password(self._row(login), password, failures, now)
        before = self._tries.succeeded(keys, now)
        if row.totp is not None:
            waiting = msgspec.msgpack.encode(_Waiting(row.id, hash_of(row.password_hash)))
            return CodeWanted(give(self._root_key, _KIND, waiting, now + CODE_WITHIN, self._entropy))
        with self._database.writing() as connection:
            if not _is_same(row, row_of(connection, row.id)):
                raise SignInRefused
            return self._let_in(connection, row, now, told={"with": "password", "refused": before})

    def with_code(self, ticket: str, code: str, now: dt.datetime) -> SignedIn:
        """Check the code that follows a password.

        Raises:
            TicketRefused: it took too long, or the password was changed since.
            TriesExhausted: too many failures; nothing was checked.
            CodeRefused: the code is not right.
        """
        waiting = msgspec.msgpack.decode(take(self._root_key, _KIND, ticket, now), type=_Waiting)
        keys = (Key(("code", waiting.member)),)
        failures = self._tries.begin(keys, now)
        try:
            with self._database.writing() as connection:
                row = row_of(connection, waiting.member)
                if row.totp is None or row.disabled_at or hash_of(row.password_hash) != waiting.password:
                    raise TicketRefused
                used = self._second_factors.use(connection, row, code, now)
                before = self._tries.succeeded(keys, now)
                return self._let_in(connection, row, now, told={"with": used, "refused": before})
        except CodeRefused:
            self._refused(waiting.member, failures, now)
            raise

    def from_issuer(self, account: Account, now: dt.datetime) -> SignedIn:
        """Let in whom an OpenID provider vouches for: known by their id there, at first by their e-mail address.

        Raises:
            IssuerAccountUnknown: it is no member's login, or theirs who is disabled or bound to another account.
        """
        with self._database.writing() as connection:
            row = connection.execute(select(staff).where(staff.c.subject_at_issuer == account.name)).one_or_none()
            if row is None and account.email:
                unbound = (staff.c.login == _login_of_email(account.email)) & staff.c.subject_at_issuer.is_(None)
                row = connection.execute(select(staff).where(unbound)).one_or_none()
            if row is None or row.disabled_at is not None:
                raise IssuerAccountUnknown
            connection.execute(update(staff).where(staff.c.id == row.id).values(subject_at_issuer=account.name))
            return self._let_in(connection, row, now, told={"with": "issuer"})

    def confirm(self, member_id: str, password: str, now: dt.datetime) -> None:
        """Have somebody who is in show their password again, before what is hard to undo.

        Raises:
            TriesExhausted: too many failures; nothing was checked.
            SignInRefused: it is not their password.
        """
        keys = (Key(("confirm", member_id)),)
        failures = self._tries.begin(keys, now)
        with self._database.reading() as connection:
            row = row_of(connection, member_id)
        self._require_password(row, password, failures, now)
        self._tries.succeeded(keys, now)

    def change_password(self, member_id: str, old: str, new: str, now: dt.datetime) -> SignedIn:
        """Set another password, end every session, spend the link there may be, and begin a new session here.

        Raises:
            TriesExhausted: too many failures; nothing was checked.
            SignInRefused: the old one is not right.
            PasswordUnfit: the new one cannot be taken.
        """
        self.confirm(member_id, old, now)
        with self._database.reading() as connection:
            login = row_of(connection, member_id).login
        made = self._passwords.hash(login, new)
        with self._database.writing() as connection:
            connection.execute(update(staff).where(staff.c.id == member_id).values(password_hash=made))
            connection.execute(delete(invitations).where(invitations.c.staff == member_id))
            self._sessions.end_all(connection, member_id)
            self._acts.record(connection, now, "password_set", member_id, by=member_id)
            token = self._sessions.open(connection, member_id, now)
            return SignedIn(member_of(row_of(connection, member_id)), token)

    def _row(self, login: str) -> Row[Any] | None:
        with self._database.reading() as connection:
            return connection.execute(select(staff).where(staff.c.login == login)).one_or_none()

    def _require_password(self, row: Row[Any] | None, password: str, failures: int, now: dt.datetime) -> Row[Any]:
        fits = self._passwords.fits("" if row is None else row.password_hash, password)
        if row is None or not fits or row.disabled_at is not None:
            if row is not None:
                self._refused(row.id, failures, now)
            raise SignInRefused
        if self._passwords.is_old(row.password_hash):
            return self._hashed_anew(row, password)
        return row

    def _hashed_anew(self, row: Row[Any], password: str) -> Row[Any]:
        """The same password under the parameters of today, unless it was changed meanwhile."""
        made = self._passwords.renew(password)
        mine = (staff.c.id == row.id) & (staff.c.password_hash == row.password_hash)
        with self._database.writing() as connection:
            connection.execute(update(staff).where(mine).values(password_hash=made))
            return row_of(connection, row.id)

    def _let_in(self, connection: Connection, row: Row[Any], now: dt.datetime, told: dict[str, object]) -> SignedIn:
        token = self._sessions.open(connection, row.id, now)
        self._acts.record(connection, now, "signed_in", row.id, **told)
        return SignedIn(member_of(row_of(connection, row.id)), token)

    def _refused(self, member_id: str, failures: int, now: dt.datetime) -> None:
        if not _is_told(failures):
            return
        with self._database.writing() as connection:
            self._acts.record(connection, now, "refused", member_id, tries=failures)


def _login(text: str) -> str:
    """A login as it is kept; one that cannot be is nobody's."""
    try:
        return login_of(text)
    except MemberUnfit:
        return ""


def _login_of_email(email: str) -> str:
    r"""The login of somebody whom a provider names: never that of an address that is only written alike.

    >>> _login_of_email("Ada@Example.org"), _login_of_email("\N{KELVIN SIGN}im@example.org")
    ('ada@example.org', '')
    """
    login = _login(email)
    return login if email.isascii() or login == email else ""


def _is_same(before: Row[Any], now: Row[Any]) -> bool:
    """Nothing that lets somebody in was changed while the password was checked."""
    return (before.password_hash, before.totp, before.disabled_at) == (now.password_hash, now.totp, now.disabled_at)


def _is_told(failures: int) -> bool:
    """Whether the ledger is told of this failure: the fifth, the tenth, the twentieth, …

    >>> [failures for failures in range(1, 50) if _is_told(failures)]
    [5, 10, 20, 40]
    """
    times, rest = divmod(failures, FREE)
    return rest == 0 and times & (times - 1) == 0 and times > 0
