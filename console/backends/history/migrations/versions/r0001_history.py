"""The history: names of points, blocks that are due, and on a server the partitioned tables of the blocks.

A migration stands for itself: it does not import `tables.py`, which moves on while this stays what 0.2.0 wrote.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None

LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "point",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.UniqueConstraint("name", name="point_name"),
    )
    op.create_table(
        "due",
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("start_ms", sa.BigInteger, nullable=False),
        sa.Column("point", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("level", "point", "start_ms", name="due_key"),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name != "sqlite":  # there every volume is a file with a table of its own
        for level in ("raw", "minute", "hour"):
            _create_blocks(level)


def _create_blocks(level: str) -> None:
    op.create_table(
        f"block_{level}",
        sa.Column("point", sa.BigInteger, nullable=False),
        sa.Column("start_ms", sa.BigInteger, nullable=False),
        sa.Column("batch", sa.BigInteger, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("start_ms", "point", "batch", name=f"block_{level}_key"),
        postgresql_partition_by="RANGE (start_ms)",
    )
