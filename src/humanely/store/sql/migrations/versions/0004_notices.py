"""Notices to holders of credentials: from when somebody is to be told something, by mail or by a human."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

INDEXES = {"credentials_to_mail": "mail_at", "credentials_to_pass_on": "hand_at"}


def upgrade() -> None:
    """Add the columns; of what was done before, nobody is told now."""
    for index, column in INDEXES.items():
        op.add_column("credentials", sa.Column(column, sa.BigInteger()))
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(index, "credentials", [column], sqlite_where=there, postgresql_where=there)


def downgrade() -> None:
    """Drop the columns; what was sent stays in the ledger."""
    for index, column in INDEXES.items():
        op.drop_index(index, "credentials")
        op.drop_column("credentials", column)
