"""Brings a journal's tables up to what this release needs, before any thread runs; the only user of Alembic.

All of it is one transaction: a console that starts at the same moment waits and then finds the work done.
"""

from __future__ import annotations

import logging
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from console.backends.store.database import Database
from console.backends.store.faults import named
from console.errors import StoreError

log = logging.getLogger(__name__)

SCRIPTS = Path(__file__).parent / "migrations"
LOCK = 0x57524A4D  # the number of an advisory lock on a server
HEAD = "0002"  # the newest revision in SCRIPTS; compared first, so that a normal start does not load Alembic


def upgrade(database: Database, wait_s: float, scripts: Path = SCRIPTS, head: str = HEAD) -> None:
    """Create or migrate the tables; a file is copied first. Waits `wait_s` seconds for a lock. Raises StoreError."""
    with named("opening", database.name):
        database.prepare(wait_s)
        found = revision(database)
        if found == head:
            return
        _check_known(database, found, scripts)
        if found is not None:
            log.info("journal %s: revision %s to %s, copy kept: %s", database.name, found, head, database.back_up(head))
        _run(database.writer(wait_s), scripts, head)


def revision(database: Database) -> str | None:
    """The revision the tables are at; None for an empty database. Raises StoreError for somebody else's database."""
    with database.reader().connect() as connection:
        tables = inspect(connection).get_table_names()
        if "alembic_version" in tables:
            found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            return found
    if tables:
        raise StoreError(f"{database.name} is the database of another program; choose another path or URL")
    return None


def _check_known(database: Database, found: str | None, scripts: Path) -> None:
    known = {script.name.split("_", 1)[0].removeprefix("r") for script in (scripts / "versions").glob("r*.py")}
    if found is not None and found not in known:
        raise StoreError(
            f"{database.name} was written by a newer Watchroom (revision {found}); start that version, "
            "or restore the copy it made before it changed the journal"
        )


def _run(engine: Engine, scripts: Path, head: str) -> None:
    from alembic.util import CommandError

    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":  # one migrator at a time; a file is locked by its transaction
                connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            _alembic(connection, scripts, head)
    except CommandError as error:
        raise StoreError(f"the journal cannot be migrated: {error}") from error
    finally:
        engine.dispose()


def _alembic(connection: Connection, scripts: Path, head: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, head)
