"""The tables, the same on SQLite and PostgreSQL; nothing in them names a client or shows what was said."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

METADATA = MetaData()

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)

Whole = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both: SQLite's INTEGER has them, and only under that name is a primary key the row's own number."""


class Moment(TypeDecorator[dt.datetime]):
    """An aware time, stored as microseconds since 1970 in UTC: exact, in order, and the same on both engines."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> int | None:
        """Aware time → microseconds."""
        return None if value is None else (value - EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Any) -> dt.datetime | None:
        """Microseconds → time in UTC."""
        return None if value is None else EPOCH + value * _MICROSECOND


meta = Table(
    "meta",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What was settled once, when the database was made: `origin`, the name of the log."""

head = Table(
    "head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("size", Whole, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("edge", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
)
"""One row, id 1: the tree as it is now, the hashes of its edge one after the other, and the newest entry's time."""

entries = Table(
    "entries",
    METADATA,
    Column("index", Whole, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("conversation", String(64)),
    Column("sealed_for", String(64)),
    Column("keep", String(32)),
    Column("payload", LargeBinary),
    Column("payload_hash", LargeBinary, nullable=False),
)
"""The ledger. `conversation` names the stream of a conversation or a credential; `sealed_for` is the pseudonym of the
key the payload is sealed under, none where it is open; `keep` the retention rule, none where it stays as long as the
ledger; `payload` is none once it was erased or its time had passed.
"""

Index("entries_of_conversation", entries.c.conversation, entries.c.index)
Index("entries_of_subject", entries.c.subject, entries.c.kind, entries.c.index)
Index(
    "entries_to_retire",
    entries.c.keep,
    entries.c.at,
    sqlite_where=entries.c.payload.is_not(None),
    postgresql_where=entries.c.payload.is_not(None),
)
Index(
    "entries_of_erasure",
    entries.c.index,
    sqlite_where=entries.c.kind == "erasure",
    postgresql_where=entries.c.kind == "erasure",
)

nodes = Table(
    "nodes",
    METADATA,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("position", Whole, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Hashes of complete subtrees, leaves at level 0: what proofs are made of."""

checkpoints = Table(
    "checkpoints",
    METADATA,
    Column("size", Whole, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("note", LargeBinary, nullable=False),
)
"""Signed checkpoints, as the bytes of their notes; one for each size at most."""

conversations = Table(
    "conversations",
    METADATA,
    Column("conversation", String(64), primary_key=True),
    Column("subject", String(64), nullable=False),
    Column("newest", Whole, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)
"""A projection of the entries: whose each conversation is, and where it stands."""

Index("conversations_of_subject", conversations.c.subject)

answers = Table(
    "answers",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("first", Whole, nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("subject", String(64)),
    Column("body", LargeBinary, nullable=False),
)
"""Answers kept for repeated requests: `key` is a pseudonym, `first` the first entry recorded with the answer, `body` is
sealed under the key of `subject`, open where that is none."""

Index("answers_of_subject", answers.c.subject)
Index("answers_by_age", answers.c.at)

api_keys = Table(
    "api_keys",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("secret_hash", LargeBinary, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("revoked_at", Moment),
)
"""Keys of the API; of the secret only its SHA-256. `scopes` are separated by a space."""
