"""Credentials: achievements, what was issued, appeals, endorsements, keys, status lists."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger()
TABLES = ("achievements", "credentials", "appeals", "endorsements", "issuer_keys", "status_lists")


def upgrade() -> None:
    """Make the tables."""
    _make_achievements()
    _make_credentials()
    _make_appeals()
    _make_endorsements()
    _make_issuer()


def downgrade() -> None:
    """Drop the tables; what happened stays in the ledger. The keys go, and with them the power to issue under them."""
    for table in TABLES:
        op.drop_table(table)


def _make_achievements() -> None:
    op.create_table(
        "achievements",
        sa.Column("id", sa.String(64), primary_key=True),
        _given("version", sa.Integer()),
        _given("document", sa.LargeBinary()),
        *(_given(name, MOMENT) for name in ("created_at", "updated_at")),
        sa.Column("retired_at", MOMENT),
    )


def _make_credentials() -> None:
    op.create_table(
        "credentials",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("stream", sa.String(64), nullable=False, unique=True),
        _given("subject", sa.String(64)),
        *(_given(name, WHOLE) for name in ("place", "newest")),
        _given("state", sa.String(16)),
        _given("achievement", sa.String(64)),
        _given("version", sa.Integer()),
        _given("batch", sa.String(32)),
        _given("language", sa.String(35)),
        *(_given(name, sa.Boolean()) for name in ("revoked", "suspended")),
        *(sa.Column(name, sa.Integer()) for name in ("list", "position")),
        _given("prepared_at", MOMENT),
        *(sa.Column(name, MOMENT) for name in ("offered_at", "collected_at", "valid_until")),
        sa.UniqueConstraint("list", "position", name="credentials_position"),
    )
    op.create_index("credentials_of_subject", "credentials", ["subject"])
    op.create_index("credentials_of_batch", "credentials", ["batch"])
    op.create_index("credentials_of_state", "credentials", ["state", "prepared_at"])
    op.create_index("credentials_of_achievement", "credentials", ["achievement", "prepared_at"])


def _make_appeals() -> None:
    op.create_table(
        "appeals",
        sa.Column("place", WHOLE, primary_key=True, autoincrement=False),
        _given("credential", sa.String(16)),
        *(_given(name, sa.String(64)) for name in ("subject", "achievement")),
        _given("language", sa.String(35)),
        *(_given(name, sa.String(16)) for name in ("state", "decision")),
        _given("agent", sa.String(64)),
        *(_given(name, MOMENT) for name in ("filed_at", "due")),
        *(sa.Column(name, MOMENT) for name in ("next_due", "ended_at")),
    )
    op.create_index("appeals_of_subject", "appeals", ["subject"])
    op.create_index("appeals_of_credential", "appeals", ["credential"])
    _create_partial_index("appeals_due", "appeals", ["next_due"], "next_due IS NOT NULL")
    _create_partial_index("appeals_open", "appeals", ["due"], "ended_at IS NULL")


def _make_endorsements() -> None:
    op.create_table(
        "endorsements",
        sa.Column("id", sa.String(32), primary_key=True),
        _given("credential", sa.String(16)),
        _given("subject", sa.String(64)),
        _given("state", sa.String(16)),
        _given("asked_at", MOMENT),
        sa.Column("given_at", MOMENT),
    )
    op.create_index("endorsements_of_subject", "endorsements", ["subject"])
    op.create_index("endorsements_of_state", "endorsements", ["state", "given_at"])


def _make_issuer() -> None:
    op.create_table(
        "issuer_keys",
        sa.Column("public", sa.String(64), primary_key=True),
        _given("method", sa.Text()),
        _given("private", sa.LargeBinary()),
        _given("made_at", MOMENT),
        *(sa.Column(name, MOMENT) for name in ("retired_at", "compromised_since")),
    )
    op.create_table(
        "status_lists",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        _given("issuer", sa.Text()),
        _given("taken", sa.Integer()),
        _given("created_at", MOMENT),
        _given("changes", WHOLE),
    )


def _create_partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


def _given(name: str, kind: Any) -> "sa.Column[Any]":
    return sa.Column(name, kind, nullable=False)
