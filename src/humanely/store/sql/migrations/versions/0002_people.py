"""The people's side: handoffs, reviews, staff, webhooks."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger()


def upgrade() -> None:
    """Make the tables; who waited before gets a row when the server next starts, which can read the ledger."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM conversations")):
        op.execute("INSERT INTO meta (name, value) VALUES ('older handoffs', 'yes')")
    op.drop_index("conversations_waiting", "conversations")
    op.drop_column("conversations", "priority")
    op.drop_column("conversations", "waits_since")
    _make_handoffs()
    _make_reviews()
    _make_staff()
    _make_webhooks()


def downgrade() -> None:
    """Drop the tables; what happened stays in the ledger."""
    op.execute("DELETE FROM meta WHERE name = 'older handoffs'")
    for table in ("deliveries", "hooks", "webhooks", "invitations", "sessions", "staff", "reviews", "handoffs"):
        op.drop_table(table)
    op.add_column("conversations", sa.Column("priority", sa.Float(), nullable=False, server_default="0"))
    op.add_column("conversations", sa.Column("waits_since", MOMENT))
    _create_partial_index("conversations_waiting", "conversations", ["priority"], "priority > 0")


def _make_handoffs() -> None:
    op.create_table(
        "handoffs",
        sa.Column("place", WHOLE, primary_key=True, autoincrement=False),
        _given("conversation", sa.String(64)),
        _given("subject", sa.String(64)),
        _given("state", sa.String(16)),
        _given("priority", sa.Float()),
        sa.Column("language", sa.String(35)),
        _given("skill", sa.String(64)),
        _given("agent", sa.String(32)),
        _given("opened_at", MOMENT),
        *(
            sa.Column(name, MOMENT)
            for name in (
                "joined_at", "ended_at", "answer_due", "update_due", "resolve_due", "timeout_due", "next_due",
            )
        ),
    )  # fmt: skip
    _create_partial_index("handoffs_open", "handoffs", ["conversation"], "ended_at IS NULL", unique=True)
    _create_partial_index("handoffs_due", "handoffs", ["next_due"], "next_due IS NOT NULL")
    op.create_index("handoffs_of_agent", "handoffs", ["agent", "ended_at"])
    op.create_index("handoffs_of_subject", "handoffs", ["subject"])


def _make_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("place", WHOLE, primary_key=True, autoincrement=False),
        _given("conversation", sa.String(64)),
        _given("subject", sa.String(64)),
        _given("state", sa.String(16)),
        _given("wanted", sa.Integer()),
        _given("given", sa.Integer()),
        _given("reviewers", sa.Text()),
        _given("opened_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("due", MOMENT),
    )
    _create_partial_index("reviews_open", "reviews", ["opened_at"], "ended_at IS NULL")
    _create_partial_index("reviews_due", "reviews", ["due"], "due IS NOT NULL")
    op.create_index("reviews_of_subject", "reviews", ["subject"])


def _make_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("login", sa.String(200), nullable=False, unique=True),
        *(_given(name, sa.Text()) for name in ("name", "roles", "languages", "skills")),
        _given("capacity", sa.Integer()),
        _given("locale", sa.String(35)),
        _given("password_hash", sa.Text()),
        sa.Column("totp", sa.LargeBinary()),
        _given("totp_used", WHOLE),
        sa.Column("subject_at_issuer", sa.Text()),
        _given("created_at", MOMENT),
        sa.Column("disabled_at", MOMENT),
        _given("available", sa.Boolean()),
        sa.Column("seen_at", MOMENT),
        sa.Column("rests_until", MOMENT),
    )
    op.create_table(
        "sessions",
        sa.Column("hash", sa.LargeBinary(), primary_key=True),
        _given("staff", sa.String(32)),
        *(_given(name, MOMENT) for name in ("created_at", "seen_at", "expires_at")),
    )
    op.create_index("sessions_of_staff", "sessions", ["staff"])
    op.create_table(
        "invitations",
        sa.Column("hash", sa.LargeBinary(), primary_key=True),
        _given("staff", sa.String(32)),
        *(_given(name, MOMENT) for name in ("created_at", "expires_at")),
    )


def _make_webhooks() -> None:
    op.create_table(
        "webhooks",
        sa.Column("id", sa.String(32), primary_key=True),
        _given("url", sa.Text()),
        _given("events", sa.Text()),
        _given("words", sa.Boolean()),
        _given("secrets", sa.LargeBinary()),
        _given("created_at", MOMENT),
        sa.Column("disabled_at", MOMENT),
        _given("disabled_because", sa.String(32)),
        _given("place", WHOLE),
    )
    op.create_table(
        "hooks",
        sa.Column("name", sa.String(64), primary_key=True),
        _given("secrets", sa.LargeBinary()),
        _given("created_at", MOMENT),
        sa.Column("revoked_at", MOMENT),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.String(64), primary_key=True),
        _given("webhook", sa.String(32)),
        _given("place", WHOLE),
        _given("event", sa.String(64)),
        _given("state", sa.String(16)),
        _given("attempts", sa.Integer()),
        _given("created_at", MOMENT),
        sa.Column("next_at", MOMENT),
        sa.Column("status", sa.Integer()),
        _given("fault", sa.String(64)),
    )
    _create_partial_index("deliveries_due", "deliveries", ["next_at"], "next_at IS NOT NULL")
    op.create_index("deliveries_of_webhook", "deliveries", ["webhook", "created_at"])


def _create_partial_index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def _given(name: str, kind: Any) -> "sa.Column[Any]":
    return sa.Column(name, kind, nullable=False)
