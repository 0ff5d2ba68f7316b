"""The ledger, its tree, and what is kept beside it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger()


def upgrade() -> None:
    """Make every table, and the head of an empty log."""
    _make_log()
    _make_tree()
    _make_projections()
    _make_api_keys()


def downgrade() -> None:
    """Drop every table with all that is in it."""
    for table in ("api_keys", "answers", "conversations", "checkpoints", "nodes", "head", "entries", "meta"):
        op.drop_table(table)


def _make_log() -> None:
    op.create_table("meta", sa.Column("name", sa.String(64), primary_key=True), _given("value", sa.Text()))
    op.create_table(
        "entries",
        sa.Column("index", WHOLE, primary_key=True, autoincrement=False),
        _given("at", MOMENT),
        _given("kind", sa.String(32)),
        _given("subject", sa.String(64)),
        sa.Column("conversation", sa.String(64)),
        sa.Column("sealed_for", sa.String(64)),
        sa.Column("keep", sa.String(32)),
        sa.Column("payload", sa.LargeBinary()),
        _given("payload_hash", sa.LargeBinary()),
    )
    op.create_index("entries_of_conversation", "entries", ["conversation", "index"])
    op.create_index("entries_of_subject", "entries", ["subject", "kind", "index"])
    _create_partial_index("entries_to_retire", "entries", ["keep", "at"], "payload IS NOT NULL")
    _create_partial_index("entries_of_erasure", "entries", ["index"], "kind = 'erasure'")


def _make_tree() -> None:
    head = op.create_table(
        "head",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        _given("size", WHOLE),
        _given("root", sa.LargeBinary()),
        _given("edge", sa.LargeBinary()),
        _given("at", MOMENT),
    )
    empty_root = bytes.fromhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    op.bulk_insert(head, [{"id": 1, "size": 0, "root": empty_root, "edge": b"", "at": 0}])
    op.create_table(
        "nodes",
        sa.Column("level", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("position", WHOLE, primary_key=True, autoincrement=False),
        _given("hash", sa.LargeBinary()),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "checkpoints",
        sa.Column("size", WHOLE, primary_key=True, autoincrement=False),
        _given("at", MOMENT),
        _given("note", sa.LargeBinary()),
    )


def _make_projections() -> None:
    op.create_table(
        "conversations",
        sa.Column("conversation", sa.String(64), primary_key=True),
        _given("subject", sa.String(64)),
        _given("newest", WHOLE),
        _given("opened_at", MOMENT),
        _given("updated_at", MOMENT),
        _given("priority", sa.Float()),
        sa.Column("waits_since", MOMENT),
    )
    op.create_index("conversations_of_subject", "conversations", ["subject"])
    _create_partial_index("conversations_waiting", "conversations", ["priority"], "priority > 0")
    op.create_table(
        "answers",
        sa.Column("key", sa.String(64), primary_key=True),
        _given("at", MOMENT),
        _given("first", WHOLE),
        _given("fingerprint", sa.LargeBinary()),
        sa.Column("subject", sa.String(64)),
        _given("body", sa.LargeBinary()),
    )
    op.create_index("answers_of_subject", "answers", ["subject"])
    op.create_index("answers_by_age", "answers", ["at"])


def _make_api_keys() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(32), primary_key=True),
        _given("name", sa.Text()),
        _given("secret_hash", sa.LargeBinary()),
        _given("scopes", sa.Text()),
        _given("created_at", MOMENT),
        sa.Column("expires_at", MOMENT),
        sa.Column("revoked_at", MOMENT),
    )


def _given(name: str, kind: "sa.types.TypeEngine[Any]") -> "sa.Column[Any]":
    return sa.Column(name, kind, nullable=False)


def _create_partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
