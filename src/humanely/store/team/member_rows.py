"""Members as rows of the table, and what the ledger is told of them.

The payload of an act (kind ``staff``, no subject) is open JSON. It names members by id only; `by` is the id of the
member who did it, or ``command`` for the terminal. Who came and went when is kept as a log is (`BRIEFLY`), so that no
years of somebody's working hours add up; the rest stays as long as the ledger:

    {"act":"created","id":"00…","by":"command","roles":["admin"]}
    {"act":"changed","id":"00…","by":"01…","fields":["name","roles"],"roles":["agent"]}
    {"act":"disabled","id":"00…","by":"01…"}    also enabled, removed, invited, password_set, totp_set, totp_unset
    {"act":"signed_in","id":"00…","with":"password","refused":2}    also signed_out
    {"act":"refused","id":"00…","tries":5}    at the fifth refusal in a row, and each time they have doubled
"""

import datetime as dt
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from humanely.people.roles import Role
from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import staff
from humanely.store.team.member import Member, MemberMissing, Profile
from humanely.trust.retention import Kind as Keep
from humanely.trust.seal import Entropy

BRIEFLY = frozenset(("signed_in", "signed_out", "refused"))
COMMAND = "command"
"""Who did it, where that was somebody at the terminal."""


def row_of(connection: Connection, member_id: str) -> Row[Any]:
    """The row of a member.

    Raises:
        MemberMissing: there is none.
    """
    found = connection.execute(select(staff).where(staff.c.id == member_id)).one_or_none()
    if found is None:
        raise MemberMissing(member_id)
    return found


def member_of(row: Row[Any]) -> Member:
    """A row as a member."""
    return Member(
        id=row.id,
        login=row.login,
        name=row.name,
        roles=tuple(Role(role) for role in row.roles.split()),
        languages=tuple(row.languages.split()),
        skills=tuple(row.skills.split()),
        capacity=row.capacity,
        locale=row.locale,
        available=row.available,
        created_at=row.created_at,
        has_password=bool(row.password_hash),
        has_code=row.totp is not None,
        at_issuer=row.subject_at_issuer is not None,
        disabled_at=row.disabled_at,
        seen_at=row.seen_at,
        rests_until=row.rests_until,
    )


def columns(profile: Profile) -> dict[str, object]:
    """A profile as it stands in its columns."""
    kept = msgspec.structs.asdict(profile)
    return kept | {name: " ".join(kept[name]) for name in ("roles", "languages", "skills")}


class Acts:
    """Tells the ledger what was done about members."""

    def __init__(self, database: Database, entropy: Entropy) -> None:
        self._database = database
        self._entropy = entropy

    def record(self, connection: Connection, now: dt.datetime, act: str, member_id: str, **told: object) -> None:
        """Record one act, within the transaction that does it."""
        sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
        keep = Keep.LOG if act in BRIEFLY else None
        payload = msgspec.json.encode({"act": act, "id": member_id, **told})
        sequencer.take(Draft(kind="staff", payload=payload, keep=keep))
        sequencer.write()
