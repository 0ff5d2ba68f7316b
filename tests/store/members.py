"""A team for tests: hashes that are quick to make, and what the ledger says of it."""

import datetime as dt
import os

import msgspec
import pyotp
from argon2 import PasswordHasher
from sqlalchemy import select

from humanely.people.roles import Role
from humanely.store.sql.database import Database
from humanely.store.sql.tables import entries
from humanely.store.team.member import Member, Profile
from humanely.store.team.password import Passwords
from humanely.store.team.sign_in import SignedIn
from humanely.store.team.staff import Staff
from humanely.trust.root_key import RootKey

ROOT = RootKey(bytes(range(32)))
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
HOME = "192.0.2.7"
WORDS = "a few words in a row"
QUICK = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
AGENT = Profile(name="Ada", roles=(Role.AGENT,), languages=("de", "en"), skills=("billing",))
ADMIN = Profile(name="Grace", roles=(Role.ADMIN,))


def staff_of(database: Database, passwords: Passwords = QUICK) -> Staff:
    """The team of a database."""
    return Staff(database, ROOT, os.urandom, passwords)


def active(staff: Staff, login: str = "ada", profile: Profile = AGENT, password: str = WORDS) -> Member:
    """A member with a password."""
    token = staff.invitations.invite(staff.create(login, profile, NOON).id, NOON, by="command")
    return staff.invitations.accept(token, password, NOON)


def signed_in(staff: Staff, login: str = "ada", now: dt.datetime = NOON) -> SignedIn:
    """Sign in a member who has no second factor."""
    got = staff.sign_in.with_password(login, WORDS, HOME, now)
    assert isinstance(got, SignedIn)
    return got


def code(secret: str, now: dt.datetime) -> str:
    """What the member's app shows."""
    return pyotp.TOTP(secret).at(now)


def acts_in(database: Database) -> list[dict[str, object]]:
    """What the ledger says of the team, in order."""
    asked = select(entries.c.payload).where(entries.c.kind == "staff").order_by(entries.c.index)
    with database.reading() as connection:
        return [msgspec.json.decode(payload) for payload in connection.scalars(asked)]


def everything_in(database: Database) -> str:
    """All that is kept, as text to look for what must not be there."""
    from humanely.store.sql.tables import METADATA

    with database.reading() as connection:
        return repr([row for table in METADATA.sorted_tables for row in connection.execute(select(table))])
