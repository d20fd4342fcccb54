"""The journal's tables, in SQLAlchemy Core: the same for SQLite and PostgreSQL.

`entry` is the record itself and is never updated. The others are derived from it in the same transaction, so that
a start reads only what is open: `stream` (current version of each stream), `episode` (last episode of each point)
and `writer` (head of each hash chain, which also gives away a chain whose end was cut off). `presence` and `lease` are
no record: who is here now, and who does alone what only one may do.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

Long = BigInteger().with_variant(Integer(), "sqlite")  # only INTEGER becomes SQLite's own row number

entry = Table(
    "entry",
    metadata,
    Column("id", Long, primary_key=True),  # order of commit
    Column("writer", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("t_ms", BigInteger, nullable=False),
    Column("domain", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("kv", Integer, nullable=False),
    Column("by_json", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("data", Text, nullable=False),  # text, not JSON: the very bytes are hashed
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
    UniqueConstraint("domain", "stream", "version", name="entry_stream_version"),
    UniqueConstraint("writer", "seq", name="entry_writer_seq"),
)

stream = Table(
    "stream",
    metadata,
    Column("domain", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("open", Boolean, nullable=False),
    PrimaryKeyConstraint("domain", "stream", name="stream_key"),
    Index("stream_open", "domain", "open"),
)

episode = Table(
    "episode",
    metadata,
    Column("domain", Text, nullable=False),
    Column("point", Text, nullable=False),
    Column("n", BigInteger, nullable=False),
    PrimaryKeyConstraint("domain", "point", name="episode_key"),
)

writer = Table(
    "writer",
    metadata,
    Column("id", Long, primary_key=True),  # order of first commit: wall clocks step back
    Column("writer", Text, nullable=False),
    Column("position", Text, nullable=False),
    Column("boot", Text, nullable=False),
    Column("started_ms", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
    UniqueConstraint("writer", name="writer_name"),
    Index("writer_position", "position"),
)

presence = Table(
    "presence",
    metadata,
    Column("position", Text, nullable=False),
    Column("writer", Text, nullable=False),
    Column("beat", BigInteger, nullable=False),
    Column("at_ms", BigInteger, nullable=False),  # by the console's own clock
    Column("person", Text, nullable=False),
    Column("hears", Boolean, nullable=False),
    Column("has_left", Boolean, nullable=False),
    PrimaryKeyConstraint("position", name="presence_key"),
)

lease = Table(
    "lease",
    metadata,
    Column("name", Text, nullable=False),
    Column("writer", Text, nullable=False),
    PrimaryKeyConstraint("name", name="lease_key"),
)
