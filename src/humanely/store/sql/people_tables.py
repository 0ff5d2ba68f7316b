"""The tables of the people's side: handoffs, drafts to review, staff, and the webhooks that are told of it.

What was said stays in the ledger, sealed; rows here name people and conversations by pseudonym only.
"""

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, String, Table, Text

from humanely.store.sql.tables import METADATA, Moment, Whole

handoffs = Table(
    "handoffs",
    METADATA,
    Column("place", Whole, primary_key=True, autoincrement=False),
    Column("conversation", String(64), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("priority", Float, nullable=False),
    Column("language", String(35)),
    Column("skill", String(64), nullable=False),
    Column("agent", String(32), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("joined_at", Moment),
    Column("ended_at", Moment),
    Column("answer_due", Moment),
    Column("update_due", Moment),
    Column("resolve_due", Moment),
    Column("timeout_due", Moment),
    Column("next_due", Moment),
)
"""A projection of the entries. `place` is the entry that opened it, and its id; `agent` who has it, empty while nobody
has; `next_due` the first deadline on which something has still to be done, none where there is none."""

Index(
    "handoffs_open",
    handoffs.c.conversation,
    unique=True,
    sqlite_where=handoffs.c.ended_at.is_(None),
    postgresql_where=handoffs.c.ended_at.is_(None),
)
Index(
    "handoffs_due",
    handoffs.c.next_due,
    sqlite_where=handoffs.c.next_due.is_not(None),
    postgresql_where=handoffs.c.next_due.is_not(None),
)
Index("handoffs_of_agent", handoffs.c.agent, handoffs.c.ended_at)
Index("handoffs_of_subject", handoffs.c.subject)

reviews = Table(
    "reviews",
    METADATA,
    Column("place", Whole, primary_key=True, autoincrement=False),
    Column("conversation", String(64), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("given", Integer, nullable=False),
    Column("reviewers", Text, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("due", Moment),
)
"""Answers that are held until humans have looked: `place` is that of the held answer; `wanted` how many verdicts it
takes, `given` how many there are, and `reviewers` the ids of those who gave one, separated by a space; `due` when a
human is called if nobody has looked."""

Index(
    "reviews_open",
    reviews.c.opened_at,
    sqlite_where=reviews.c.ended_at.is_(None),
    postgresql_where=reviews.c.ended_at.is_(None),
)
Index(
    "reviews_due",
    reviews.c.due,
    sqlite_where=reviews.c.due.is_not(None),
    postgresql_where=reviews.c.due.is_not(None),
)
Index("reviews_of_subject", reviews.c.subject)

staff = Table(
    "staff",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("login", String(200), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("skills", Text, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("locale", String(35), nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("totp", LargeBinary),
    Column("totp_used", Whole, nullable=False),
    Column("subject_at_issuer", Text),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
    Column("available", Boolean, nullable=False),
    Column("seen_at", Moment),
    Column("rests_until", Moment),
)
"""The people who help. Lists are separated by a space; `totp` is sealed; `totp_used` is the newest time step used, so
that a code opens once; `subject_at_issuer` names them at an OpenID provider; `password_hash` is empty until one is set.
"""

sessions = Table(
    "sessions",
    METADATA,
    Column("hash", LargeBinary, primary_key=True),
    Column("staff", String(32), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
)
"""Who is signed in: of the token only its SHA-256."""

Index("sessions_of_staff", sessions.c.staff)

invitations = Table(
    "invitations",
    METADATA,
    Column("hash", LargeBinary, primary_key=True),
    Column("staff", String(32), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
)
"""Links by which somebody sets their password, each once: of the token only its SHA-256."""

webhooks = Table(
    "webhooks",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("url", Text, nullable=False),
    Column("events", Text, nullable=False),
    Column("words", Boolean, nullable=False),
    Column("secrets", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
    Column("disabled_because", String(32), nullable=False),
    Column("place", Whole, nullable=False),
)
"""Where other systems want to be told: `events` separated by a space, `words` whether they get what was said, `secrets`
sealed; entries up to `place` have been looked at."""

hooks = Table(
    "hooks",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("secrets", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
)
"""Where other systems hand in turns under a signature; `secrets` sealed."""

deliveries = Table(
    "deliveries",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("webhook", String(32), nullable=False),
    Column("place", Whole, nullable=False),
    Column("event", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("next_at", Moment),
    Column("status", Integer),
    Column("fault", String(64), nullable=False),
)
"""What is to be told, was told, or could not be: the message itself is made of the entry at `place` when it is sent, so
that what was erased is not sent. `status` is the last answer's."""

Index(
    "deliveries_due",
    deliveries.c.next_at,
    sqlite_where=deliveries.c.next_at.is_not(None),
    postgresql_where=deliveries.c.next_at.is_not(None),
)
Index("deliveries_of_webhook", deliveries.c.webhook, deliveries.c.created_at)
