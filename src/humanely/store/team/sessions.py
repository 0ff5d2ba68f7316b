"""Who is signed in: a token in the browser, its SHA-256 here, until they leave or have been away too long."""

import base64
import datetime as dt
from collections.abc import Sequence
from hashlib import sha256

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import sessions, staff
from humanely.store.team.member import Member
from humanely.store.team.member_rows import Acts, member_of
from humanely.trust.seal import Entropy, EntropyWrongLength

TOKEN_BYTES = 32
IDLE = dt.timedelta(hours=12)
LONGEST = dt.timedelta(days=7)

_NOTED_EVERY = dt.timedelta(seconds=30)
"""How exactly it is known when somebody was last there: each note is a write."""
_ID_DIGITS = 16


class Session(msgspec.Struct, frozen=True):
    """One browser in which a member is signed in.

    Attributes:
        id: 16 hexadecimal digits; opens nothing.
        created_at, seen_at, expires_at: aware, UTC.
    """

    id: str
    created_at: dt.datetime
    seen_at: dt.datetime
    expires_at: dt.datetime


def new_token(entropy: Entropy) -> str:
    """256 random bits, as text.

    >>> new_token(bytes)
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    """
    drawn = entropy(TOKEN_BYTES)
    if len(drawn) != TOKEN_BYTES:
        raise EntropyWrongLength(TOKEN_BYTES, len(drawn))
    return base64.urlsafe_b64encode(drawn).decode().rstrip("=")


def hash_of(token: str) -> bytes:
    """What is kept of a token; with 256 random bits behind it, a plain hash cannot be guessed back."""
    return sha256(token.encode()).digest()


def id_of(token: str) -> str:
    """The id of a token's session."""
    return hash_of(token).hex()[:_ID_DIGITS]


class Sessions:
    """The sessions of everybody."""

    def __init__(self, database: Database, entropy: Entropy) -> None:
        self._database = database
        self._entropy = entropy
        self._acts = Acts(database, entropy)

    def open(self, connection: Connection, member_id: str, now: dt.datetime) -> str:
        """Begin one, within a transaction that has made sure who it is; its token."""
        token, now = new_token(self._entropy), now.astimezone(dt.UTC)
        connection.execute(delete(sessions).where((sessions.c.expires_at <= now) | (sessions.c.seen_at <= now - IDLE)))
        connection.execute(
            insert(sessions).values(
                hash=hash_of(token), staff=member_id, created_at=now, seen_at=now, expires_at=now + LONGEST
            )
        )
        connection.execute(update(staff).where(staff.c.id == member_id).values(seen_at=now))
        return token

    def find(self, token: str, now: dt.datetime) -> Member | None:
        """Who is signed in with a token, and note that they are there; None where it opens nothing."""
        kept = hash_of(token)
        asked = (
            select(staff, sessions.c.seen_at.label("session_seen_at"))
            .join(sessions, sessions.c.staff == staff.c.id)
            .where(sessions.c.hash == kept, staff.c.disabled_at.is_(None), _holds(now))
        )
        with self._database.reading() as connection:
            found = connection.execute(asked).one_or_none()
        if found is None:
            return None
        if now - found.session_seen_at >= _NOTED_EVERY:
            self._note(kept, found.id, now)
        return member_of(found)

    def of(self, member_id: str, now: dt.datetime) -> tuple[Session, ...]:
        """The sessions of a member that hold, newest first."""
        asked = select(sessions).where(sessions.c.staff == member_id, _holds(now)).order_by(sessions.c.seen_at.desc())
        with self._database.reading() as connection:
            found = connection.execute(asked).all()
        return tuple(Session(row.hash.hex()[:_ID_DIGITS], row.created_at, row.seen_at, row.expires_at) for row in found)

    def end(self, token: str, now: dt.datetime) -> None:
        """Sign out; nothing happens where nobody is signed in with the token."""
        with self._database.writing() as connection:
            ended = connection.execute(
                delete(sessions).where(sessions.c.hash == hash_of(token)).returning(sessions.c.staff)
            ).scalar_one_or_none()
            if ended is not None:
                self._acts.record(connection, now, "signed_out", ended)

    def end_others(self, token: str, member_id: str, now: dt.datetime) -> int:
        """Sign a member out everywhere but here; in how many places that was."""
        with self._database.writing() as connection:
            ended = self.end_all(connection, member_id, but=token)
            if ended:
                self._acts.record(connection, now, "signed_out", member_id, sessions=ended)
        return ended

    def end_all(self, connection: Connection, member_id: str, *, but: str = "") -> int:
        """End the sessions of a member within a transaction; how many there were."""
        theirs = and_(sessions.c.staff == member_id, sessions.c.hash != hash_of(but))
        ended: Sequence[bytes] = (
            connection.execute(delete(sessions).where(theirs).returning(sessions.c.hash)).scalars().all()
        )
        return len(ended)

    def _note(self, kept: bytes, member_id: str, now: dt.datetime) -> None:
        now = now.astimezone(dt.UTC)
        with self._database.writing() as connection:
            connection.execute(update(sessions).where(sessions.c.hash == kept).values(seen_at=now))
            connection.execute(update(staff).where(staff.c.id == member_id).values(seen_at=now))


def _holds(now: dt.datetime) -> ColumnElement[bool]:
    now = now.astimezone(dt.UTC)
    return and_(sessions.c.expires_at > now, sessions.c.seen_at > now - IDLE)
