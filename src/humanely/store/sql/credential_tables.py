"""The tables of credentials: what can be achieved, what was issued and how it stands, appeals, and the issuer's keys.

Words and names stay in the ledger, sealed; rows here name people by pseudonym only.
"""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from humanely.store.sql.tables import METADATA, Moment, Whole

achievements = Table(
    "achievements",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("retired_at", Moment),
)
"""What can be achieved, in its newest version, as JSON; it is about nobody."""

credentials = Table(
    "credentials",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("stream", String(64), nullable=False, unique=True),
    Column("subject", String(64), nullable=False),
    Column("place", Whole, nullable=False),
    Column("newest", Whole, nullable=False),
    Column("state", String(16), nullable=False),
    Column("achievement", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("batch", String(32), nullable=False),
    Column("language", String(35), nullable=False),
    Column("revoked", Boolean, nullable=False),
    Column("suspended", Boolean, nullable=False),
    Column("list", Integer),
    Column("position", Integer),
    Column("prepared_at", Moment, nullable=False),
    Column("offered_at", Moment),
    Column("collected_at", Moment),
    Column("valid_until", Moment),
    Column("mail_at", Moment),
    Column("hand_at", Moment),
    UniqueConstraint("list", "position", name="credentials_position"),
)
"""A projection of the entries. `id` is the code that people read aloud, `stream` its pseudonym in the ledger; `place`
and `newest` its first and newest entry; `list` and `position` say which bit is its own; `mail_at` and `hand_at` from
when the holder is to be told something, by mail or by a human. Of an erased person the row stays, with its bit and
without anything that leads to them: state ``gone``."""

Index("credentials_of_subject", credentials.c.subject)
Index("credentials_of_batch", credentials.c.batch)
Index("credentials_of_state", credentials.c.state, credentials.c.prepared_at)
Index("credentials_of_achievement", credentials.c.achievement, credentials.c.prepared_at)

Index(
    "credentials_to_mail",
    credentials.c.mail_at,
    sqlite_where=credentials.c.mail_at.is_not(None),
    postgresql_where=credentials.c.mail_at.is_not(None),
)
Index(
    "credentials_to_pass_on",
    credentials.c.hand_at,
    sqlite_where=credentials.c.hand_at.is_not(None),
    postgresql_where=credentials.c.hand_at.is_not(None),
)

appeals = Table(
    "appeals",
    METADATA,
    Column("place", Whole, primary_key=True, autoincrement=False),
    Column("credential", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("achievement", String(64), nullable=False),
    Column("language", String(35), nullable=False),
    Column("state", String(16), nullable=False),
    Column("decision", String(16), nullable=False),
    Column("agent", String(64), nullable=False),
    Column("filed_at", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("next_due", Moment),
    Column("ended_at", Moment),
)
"""Appeals: `place` is the entry that filed it; `agent` who proposed a decision, empty while nobody has; `next_due` when
the team is told that its time has passed, none where that is done with."""

Index("appeals_of_subject", appeals.c.subject)
Index("appeals_of_credential", appeals.c.credential)
Index(
    "appeals_due",
    appeals.c.next_due,
    sqlite_where=appeals.c.next_due.is_not(None),
    postgresql_where=appeals.c.next_due.is_not(None),
)
Index(
    "appeals_open",
    appeals.c.due,
    sqlite_where=appeals.c.ended_at.is_(None),
    postgresql_where=appeals.c.ended_at.is_(None),
)

endorsements = Table(
    "endorsements",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("credential", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("given_at", Moment),
)
"""What others say of credentials, without what they say."""

Index("endorsements_of_subject", endorsements.c.subject)
Index("endorsements_of_state", endorsements.c.state, endorsements.c.given_at)

issuer_keys = Table(
    "issuer_keys",
    METADATA,
    Column("public", String(64), primary_key=True),
    Column("method", Text, nullable=False),
    Column("private", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("retired_at", Moment),
    Column("compromised_since", Moment),
)
"""Keys that sign credentials; `private` hidden under the root key."""

status_lists = Table(
    "status_lists",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("issuer", Text, nullable=False),
    Column("taken", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changes", Whole, nullable=False),
)
"""Lists of bits: who issues what they are about, how many places were given out, and how often something changed. The
bits themselves stand with the credentials."""
