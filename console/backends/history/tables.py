"""The history's tables, in SQLAlchemy Core: the same for SQLite and PostgreSQL.

`point` gives every name a number, `due` says which blocks of minutes and hours have to be gathered again. Blocks of
samples, minutes and hours have one table each: on SQLite one per volume, each in a file of its own; on PostgreSQL one
in all, a partition per volume.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from console.backends.history.levels import Level

metadata = MetaData()

Long = BigInteger().with_variant(Integer(), "sqlite")

point = Table(
    "point",
    metadata,
    Column("id", Long, primary_key=True),
    Column("name", Text, nullable=False),
    Unique("name", name="point_name"),
)

due = Table(
    "due",
    metadata,
    Column("level", Text, nullable=False),
    Column("start_ms", BigInteger, nullable=False),
    Column("point", BigInteger, nullable=False),
    PrimaryKeyConstraint("level", "point", "start_ms", name="due_key"),
    sqlite_with_rowid=False,
)


def _block(level: Level) -> Table:
    """`batch` tells rows of one block apart that came at different times; 0 for what was gathered."""
    return Table(
        f"block_{level}",
        metadata,
        Column("point", BigInteger, nullable=False),
        Column("start_ms", BigInteger, nullable=False),
        Column("batch", BigInteger, nullable=False),
        Column("data", LargeBinary, nullable=False),
        PrimaryKeyConstraint("start_ms", "point", "batch", name=f"block_{level}_key"),  # in the order it is written
        sqlite_with_rowid=False,
        postgresql_partition_by="RANGE (start_ms)",
    )


BLOCKS = {level: _block(level) for level in Level}
