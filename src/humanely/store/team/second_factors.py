"""The second factors of members, sealed under the root key; set, used and taken away."""

import datetime as dt
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, update

from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import staff
from humanely.store.team.member_rows import Acts, row_of
from humanely.store.team.second_factor import CodeRefused, SecondFactor, kept, new_recovery_codes, read_secret
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy


class SecondFactors:
    """The second factors of everybody."""

    def __init__(self, database: Database, root_key: RootKey, entropy: Entropy) -> None:
        self._database = database
        self._root_key = root_key
        self._entropy = entropy
        self._acts = Acts(database, entropy)

    def set(self, member_id: str, secret: str, code: str, now: dt.datetime) -> tuple[str, ...]:
        """Take a secret once a code shows that their app has it; the recovery codes, given out here and never again.

        Raises:
            MemberMissing: there is no such member.
            SecretMalformed: the secret is none of `second_factor.new_secret`.
            CodeRefused: the app has another secret, or another time; nothing was changed.
        """
        codes = new_recovery_codes(self._entropy)
        factor = kept(read_secret(secret), codes)
        step = factor.step_of(code, now, used=0)
        if step is None:
            raise CodeRefused
        with self._database.writing() as connection:
            row_of(connection, member_id)
            self._keep(connection, member_id, factor, step)
            self._acts.record(connection, now, "totp_set", member_id, by=member_id)
        return codes

    def unset(self, member_id: str, now: dt.datetime, *, by: str) -> None:
        """Take the second factor away; nothing happens where there is none.

        Raises:
            MemberMissing: there is no such member.
        """
        with self._database.writing() as connection:
            if row_of(connection, member_id).totp is None:
                return
            connection.execute(update(staff).where(staff.c.id == member_id).values(totp=None))
            self._acts.record(connection, now, "totp_unset", member_id, by=by)

    def use(self, connection: Connection, row: Row[Any], code: str, now: dt.datetime) -> str:
        """Spend a code within a transaction.

        Returns:
            ``code`` for one of the app, ``recovery_code`` for one of those.

        Raises:
            CodeRefused: it is neither.
        """
        factor = msgspec.json.decode(self._root_key.reveal(row.totp, _name(row.id)), type=SecondFactor)
        step = factor.step_of(code, now, used=row.totp_used)
        if step is not None:
            self._keep(connection, row.id, factor, step)
            return "code"
        left = factor.without(code)
        if left is None:
            raise CodeRefused
        self._keep(connection, row.id, left, row.totp_used)
        return "recovery_code"

    def _keep(self, connection: Connection, member_id: str, factor: SecondFactor, used: int) -> None:
        sealed = self._root_key.hide(msgspec.json.encode(factor), _name(member_id), self._entropy)
        connection.execute(update(staff).where(staff.c.id == member_id).values(totp=sealed, totp_used=used))


def _name(member_id: str) -> str:
    return f"second factor {member_id}"
