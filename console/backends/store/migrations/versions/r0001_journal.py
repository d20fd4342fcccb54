"""The journal: entries, streams, episodes, writers.

A migration stands for itself: it does not import `tables.py`, which moves on while this stays what 0.1.0 wrote.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None

LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _create_entry()
    op.create_table(
        "stream",
        sa.Column("domain", sa.Text, nullable=False),
        sa.Column("stream", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("domain", "stream", name="stream_key"),
    )
    op.create_index("stream_open", "stream", ["domain", "open"])
    op.create_table(
        "episode",
        sa.Column("domain", sa.Text, nullable=False),
        sa.Column("point", sa.Text, nullable=False),
        sa.Column("n", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("domain", "point", name="episode_key"),
    )
    _create_writer()


def _create_entry() -> None:
    op.create_table(
        "entry",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("writer", sa.Text, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("t_ms", sa.BigInteger, nullable=False),
        sa.Column("domain", sa.Text, nullable=False),
        sa.Column("stream", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("kv", sa.Integer, nullable=False),
        sa.Column("by_json", sa.Text, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("prev", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.UniqueConstraint("domain", "stream", "version", name="entry_stream_version"),
        sa.UniqueConstraint("writer", "seq", name="entry_writer_seq"),
    )


def _create_writer() -> None:
    op.create_table(
        "writer",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("writer", sa.Text, nullable=False),
        sa.Column("position", sa.Text, nullable=False),
        sa.Column("boot", sa.Text, nullable=False),
        sa.Column("started_ms", sa.BigInteger, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.UniqueConstraint("writer", name="writer_name"),
    )
    op.create_index("writer_position", "writer", ["position"])
