"""The journal's tables across releases: created alike, migrated with a copy kept, old journals readable for ever."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from console.backends.store import migrate, tables
from console.backends.store.database import Database, upsert
from console.backends.store.read import JournalReader
from console.backends.store.sql import SqlStore
from console.clock import Clock
from console.errors import StoreError
from console.inbox import Inbox
from console.model import LIVE, Domain, PointId

RELEASES = sorted((Path(__file__).parent / "journals").glob("*.sqlite"))
SMOKE = "zigbee/0x00158d0001a2b3c4#smoke"

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    op.add_column("entry", sa.Column("seal", sa.Text))
    {more}
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The journal of the first release, where it may be changed."""
    return Path(shutil.copy(RELEASES[0], tmp_path / "journal.sqlite"))


def next_release(folder: Path, more: str = "pass") -> Path:
    """The migrations of a release after this one."""
    scripts = Path(shutil.copytree(migrate.SCRIPTS, folder / "migrations"))
    (scripts / "versions" / "r0003_seal.py").write_text(NEXT.format(more=more))
    return scripts


def opened(path: Path) -> SqlStore:
    store = SqlStore(path, "desk-1", Inbox(), Clock(), print)
    store.open()
    store.stop()
    return store


def test_migrating_an_empty_database_gives_exactly_the_tables_the_program_uses(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    opened(path)
    engine = Database.at(path).reader()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
    with closing(sqlite3.connect(path)) as raw:
        names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'index')")}
    assert names >= {"stream_open", "writer_position", "entry", "stream", "episode", "writer", "alembic_version"}


def test_the_newest_migration_is_the_one_the_program_asks_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.HEAD]


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_the_journal_of_every_release_opens_replays_and_verifies(release: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(release, tmp_path / "journal.sqlite"))
    store = opened(path)
    replayed = [(one.entry.stream, one.entry.kind) for one in store.open_streams(LIVE)]
    assert replayed == [(f"alarm/{SMOKE}/2", "AlarmRaised"), (f"alarm/{SMOKE}/2", "AlarmAcknowledged")]
    assert [one.entry.data for one in store.open_streams(Domain("drill:2026-1"))] == [{"class": "F", "value": 1.5}]
    assert store.episodes(LIVE) == {PointId(SMOKE): 2}
    assert store.reader.stream(LIVE, f"alarm/{SMOKE}/1")[-1].entry.data == {"outcome": "false", "note": "做饭"}
    verdict = store.reader.verify()
    assert (verdict.is_whole, verdict.entries) == (True, 10)


def test_a_journal_for_this_release_is_kept() -> None:
    assert "0.1.0" in [path.stem for path in RELEASES]


def test_a_migration_keeps_a_copy_of_the_journal_as_it_was(old: Path, tmp_path: Path) -> None:
    before = JournalReader(old).tail(99)
    migrate.upgrade(Database.at(old), 1.0, next_release(tmp_path), "0003")
    assert migrate.revision(Database.at(old)) == "0003"
    copy = old.with_name("journal-before-0003.sqlite")
    assert migrate.revision(Database.at(copy)) == "0001"
    assert JournalReader(copy).tail(99) == before


def test_a_migration_that_fails_leaves_the_journal_as_it_was(old: Path, tmp_path: Path) -> None:
    scripts = next_release(tmp_path, 'op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(StoreError, match="nowhere"):
        migrate.upgrade(Database.at(old), 1.0, scripts, "0003")
    assert migrate.revision(Database.at(old)) == "0001"
    assert JournalReader(old).verify().is_whole
    with closing(sqlite3.connect(old)) as raw:
        assert "seal" not in [column[1] for column in raw.execute("PRAGMA table_info(entry)")]


def test_a_start_on_a_journal_of_this_release_changes_nothing(old: Path) -> None:
    opened(old)
    before, copies = old.read_bytes(), list(old.parent.glob("*before*"))
    opened(old)
    assert old.read_bytes() == before
    assert list(old.parent.glob("*before*")) == copies


def test_tables_and_upserts_are_said_in_postgresql_s_words_too() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    entry = str(CreateTable(tables.entry).compile(dialect=dialect))
    assert "id BIGSERIAL NOT NULL" in entry
    assert "open BOOLEAN NOT NULL" in str(CreateTable(tables.stream).compile(dialect=dialect))
    (index,) = tables.writer.indexes
    assert "ON writer (position)" in str(CreateIndex(index).compile(dialect=dialect))
    statement = upsert(dialect, tables.episode, grows="n")
    assert "ON CONFLICT (domain, point) DO UPDATE SET n = excluded.n WHERE episode.n < excluded.n" in statement
