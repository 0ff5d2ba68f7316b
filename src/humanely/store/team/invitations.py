"""Links by which a member sets their password: for a new one, or when it is forgotten. Each opens once."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from humanely.errors import HumanelyError
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import invitations, staff
from humanely.store.team.member import Member, MemberUnfit
from humanely.store.team.member_rows import Acts, member_of, row_of
from humanely.store.team.password import Passwords
from humanely.store.team.sessions import Sessions, hash_of, new_token
from humanely.trust.seal import Entropy

HOLDS = dt.timedelta(hours=72)


class InvitationSpent(HumanelyError):
    """A link opens nothing: it was used, is too old, or never was."""

    code = "invitation_spent"
    status = 410

    def __init__(self) -> None:
        super().__init__(
            "This link is not good any more: it was used, has expired, or a newer one was made.",
            fix="Ask whoever looks after the team for a new one (humanely staff invite LOGIN --data DIR).",
        )


class Invitations:
    """The links of everybody."""

    def __init__(self, database: Database, entropy: Entropy, passwords: Passwords, sessions: Sessions) -> None:
        self._database = database
        self._entropy = entropy
        self._passwords = passwords
        self._sessions = sessions
        self._acts = Acts(database, entropy)

    def invite(self, member_id: str, now: dt.datetime, *, by: str) -> str:
        """Make a link's token, given out here and never again; older ones of the same member are spent.

        Raises:
            MemberMissing: there is no such member.
            MemberUnfit: the member is disabled.
        """
        with self._database.writing() as connection:
            return self.make(connection, row_of(connection, member_id), now, by=by)

    def make(self, connection: Connection, row: Row[Any], now: dt.datetime, *, by: str) -> str:
        """The same within a transaction."""
        if row.disabled_at is not None:
            raise MemberUnfit("who is disabled is not invited", fix="Enable them first: humanely staff enable LOGIN")
        token, now = new_token(self._entropy), now.astimezone(dt.UTC)
        connection.execute(delete(invitations).where(invitations.c.staff == row.id))
        connection.execute(
            insert(invitations).values(hash=hash_of(token), staff=row.id, created_at=now, expires_at=now + HOLDS)
        )
        self._acts.record(connection, now, "invited", row.id, by=by)
        return token

    def invited(self, token: str, now: dt.datetime) -> Member:
        """Whom a link is for; looking does not spend it, as programs that read mail look at links, too.

        Raises:
            InvitationSpent: it opens nothing.
        """
        with self._database.reading() as connection:
            return member_of(_invited(connection, token, now))

    def accept(self, token: str, password: str, now: dt.datetime) -> Member:
        """Set the password, spend the link, and end every session there was.

        Raises:
            InvitationSpent: it opens nothing.
            PasswordUnfit: the password cannot be taken; the link is as good as before.
        """
        # The hash takes long, and nobody else may write while a transaction is open.
        made = self._passwords.hash(self.invited(token, now).login, password)
        with self._database.writing() as connection:
            row = _invited(connection, token, now)
            connection.execute(update(staff).where(staff.c.id == row.id).values(password_hash=made))
            connection.execute(delete(invitations).where(invitations.c.staff == row.id))
            self._sessions.end_all(connection, row.id)
            self._acts.record(connection, now, "password_set", row.id, by=row.id)
            return member_of(row_of(connection, row.id))


def _invited(connection: Connection, token: str, now: dt.datetime) -> Row[Any]:
    found = connection.execute(
        select(staff)
        .join(invitations, invitations.c.staff == staff.c.id)
        .where(
            invitations.c.hash == hash_of(token),
            invitations.c.expires_at > now.astimezone(dt.UTC),
            staff.c.disabled_at.is_(None),
        )
    ).one_or_none()
    if found is None:
        raise InvitationSpent
    return found
