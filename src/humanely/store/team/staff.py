"""The team: members are made, changed, disabled; each step is an act in the ledger, written in the same transaction.

Everything about signing in hangs on it: `sessions`, `invitations`, `second_factors`, `sign_in`.
"""

import datetime as dt

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from humanely.people.roles import Role
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import handoffs, invitations, staff
from humanely.store.team.invitations import Invitations
from humanely.store.team.member import LastAdmin, LoginTaken, Member, MemberMissing, MemberUnfit, Profile, fit, login_of
from humanely.store.team.member_rows import COMMAND, Acts, columns, member_of, row_of
from humanely.store.team.password import Passwords
from humanely.store.team.second_factors import SecondFactors
from humanely.store.team.sessions import Sessions
from humanely.store.team.sign_in import SignIn
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy, EntropyWrongLength

ID_BYTES = 8

FIRST = Profile(name="Admin", roles=tuple(Role))
"""With a team of one there is nobody else to do any of the work; roles are taken off as others come."""
FIRST_LOGIN = "admin"


class Staff:
    """The members in a database.

    Raises, in every method, one of `database_faults` when the database fails.

    Attributes:
        sessions: who is signed in.
        invitations: links to set a password.
        second_factors: codes beside the password.
        sign_in: the way in.
    """

    def __init__(
        self, database: Database, root_key: RootKey, entropy: Entropy, passwords: Passwords | None = None
    ) -> None:
        passwords = passwords or Passwords()
        self._database = database
        self._entropy = entropy
        self._acts = Acts(database, entropy)
        self.sessions = Sessions(database, entropy)
        self.invitations = Invitations(database, entropy, passwords, self.sessions)
        self.second_factors = SecondFactors(database, root_key, entropy)
        self.sign_in = SignIn(database, root_key, entropy, passwords, self.sessions, self.second_factors)

    def session(self, token: str, now: dt.datetime) -> Member | None:
        """Who is signed in with a token; None where it opens nothing."""
        return self.sessions.find(token, now)

    def create(self, login: str, profile: Profile, now: dt.datetime, *, by: str = COMMAND) -> Member:
        """Add a member, who cannot sign in before they have set a password or come from the OpenID provider.

        Args:
            login: their e-mail address, or any name without a space.
            by: id of the member who does it.

        Raises:
            MemberUnfit: something about them cannot be.
            LoginTaken: another member has the login.
        """
        with self._database.writing() as connection:
            return self._create(connection, login_of(login), fit(profile), now, by)

    def change(self, member_id: str, profile: Profile, now: dt.datetime, *, by: str = COMMAND) -> Member:
        """Change what can be changed of a member.

        Raises:
            MemberMissing: there is no such member.
            MemberUnfit: something about them cannot be.
            LastAdmin: the last admin would lose the role.
        """
        wanted = fit(profile)
        with self._database.writing() as connection:
            before = member_of(row_of(connection, member_id))
            fields = [name for name in Profile.__struct_fields__ if getattr(before, name) != getattr(wanted, name)]
            if not fields:
                return before
            if Role.ADMIN not in wanted.roles:
                _require_another_admin(connection, before)
            connection.execute(update(staff).where(staff.c.id == member_id).values(**columns(wanted)))
            told = {"roles": wanted.roles} if "roles" in fields else {}
            if fields != ["available"]:
                # Nobody keeps count of when somebody comes, goes, or rests.
                self._acts.record(connection, now, "changed", member_id, by=by, fields=fields, **told)
            return member_of(row_of(connection, member_id))

    def disable(self, member_id: str, now: dt.datetime, *, by: str = COMMAND) -> Member:
        """Let a member in no more, at once: sessions end, links are spent. One disabled before keeps their first time.

        Raises:
            MemberMissing: there is no such member.
            LastAdmin: nobody would be left who can look after the team.
        """
        with self._database.writing() as connection:
            before = member_of(row_of(connection, member_id))
            if before.disabled_at is not None:
                return before
            _require_another_admin(connection, before)
            connection.execute(update(staff).where(staff.c.id == member_id).values(disabled_at=now.astimezone(dt.UTC)))
            connection.execute(delete(invitations).where(invitations.c.staff == member_id))
            self.sessions.end_all(connection, member_id)
            self._acts.record(connection, now, "disabled", member_id, by=by)
            return member_of(row_of(connection, member_id))

    def enable(self, member_id: str, now: dt.datetime, *, by: str = COMMAND) -> Member:
        """Let a member in again, with the password they had.

        Raises:
            MemberMissing: there is no such member.
        """
        with self._database.writing() as connection:
            before = member_of(row_of(connection, member_id))
            if before.disabled_at is None:
                return before
            connection.execute(update(staff).where(staff.c.id == member_id).values(disabled_at=None))
            self._acts.record(connection, now, "enabled", member_id, by=by)
            return member_of(row_of(connection, member_id))

    def remove(self, member_id: str, now: dt.datetime, *, by: str = COMMAND) -> None:
        """Forget a member who was disabled: name, login, and everything by which they signed in. Their id alone stays
        where they did something.

        Raises:
            MemberMissing: there is no such member.
            MemberUnfit: they were not disabled before, or somebody is still in their hands.
        """
        with self._database.writing() as connection:
            if row_of(connection, member_id).disabled_at is None:
                raise MemberUnfit("only who is disabled is removed", fix="First: humanely staff disable LOGIN")
            theirs = select(func.count()).where(handoffs.c.agent == member_id, handoffs.c.ended_at.is_(None))
            if connection.scalar(theirs):
                fix = "A running server puts them back into the queue within seconds; then try again."
                raise MemberUnfit("this member still has conversations", fix=fix)
            connection.execute(delete(staff).where(staff.c.id == member_id))
            self._acts.record(connection, now, "removed", member_id, by=by)

    def rest(self, member_id: str, until: dt.datetime | None) -> None:
        """Note until when a member rests after a heavy case; None ends it. No act: nobody counts rests."""
        with self._database.writing() as connection:
            rests_until = until and until.astimezone(dt.UTC)
            connection.execute(update(staff).where(staff.c.id == member_id).values(rests_until=rests_until))

    def member(self, member_id: str) -> Member:
        """A member by their id.

        Raises:
            MemberMissing: there is none.
        """
        with self._database.reading() as connection:
            return member_of(row_of(connection, member_id))

    def named(self, login: str) -> Member:
        """A member by their login, however it is typed.

        Raises:
            MemberMissing: there is none.
            MemberUnfit: it is no login.
        """
        login = login_of(login)
        with self._database.reading() as connection:
            found = connection.execute(select(staff).where(staff.c.login == login)).one_or_none()
        if found is None:
            raise MemberMissing(login)
        return member_of(found)

    def all(self) -> tuple[Member, ...]:
        """Every member, those who were disabled too, by name."""
        with self._database.reading() as connection:
            found = connection.execute(select(staff).order_by(staff.c.name, staff.c.id)).all()
        return tuple(member_of(row) for row in found)

    def first_link(self, now: dt.datetime) -> tuple[Member, str] | None:
        """The first admin, made where there is nobody, and a new link for them.

        Returns:
            None once anybody has signed in: from then on links are made by who is there.
        """
        with self._database.writing() as connection:
            if connection.scalar(select(func.count()).where(staff.c.seen_at.is_not(None))):
                return None
            if not connection.scalar(select(func.count()).select_from(staff)):
                self._create(connection, FIRST_LOGIN, FIRST, now, COMMAND)
            oldest = select(staff).where(staff.c.disabled_at.is_(None)).order_by(staff.c.created_at, staff.c.id)
            members = connection.execute(oldest).all()
            row = next((row for row in members if Role.ADMIN in member_of(row).roles), None)
            if row is None:
                return None
            return member_of(row), self.invitations.make(connection, row, now, by=COMMAND)

    def _create(self, connection: Connection, login: str, profile: Profile, now: dt.datetime, by: str) -> Member:
        drawn = self._entropy(ID_BYTES)
        if len(drawn) != ID_BYTES:
            raise EntropyWrongLength(ID_BYTES, len(drawn))
        row = {"id": drawn.hex(), "login": login, "created_at": now.astimezone(dt.UTC), **columns(profile)}
        if connection.scalar(select(func.count()).where(staff.c.login == login)):
            raise LoginTaken(login)
        connection.execute(insert(staff).values(**row, password_hash="", totp_used=0))
        self._acts.record(connection, now, "created", drawn.hex(), by=by, roles=profile.roles)
        return member_of(row_of(connection, drawn.hex()))


def _require_another_admin(connection: Connection, member: Member) -> None:
    """Somebody else can look after the team; where this admin can sign in, the other one can, too."""
    if Role.ADMIN not in member.roles or member.disabled_at is not None:
        return
    others = select(staff).where(staff.c.id != member.id, staff.c.disabled_at.is_(None))
    if member.standing == "active":
        others = others.where(or_(staff.c.password_hash != "", staff.c.subject_at_issuer.is_not(None)))
    if not any(Role.ADMIN in member_of(row).roles for row in connection.execute(others)):
        raise LastAdmin
