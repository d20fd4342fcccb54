"""How far our wall clock is ahead of the database server's: that is how two consoles compare theirs. Any thread."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import text

from console.backends.store.database import Database
from console.backends.store.faults import named

NOW = "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint"


def ahead_ms(database: Database, now_ms: Callable[[], int]) -> int | None:
    """None when the journal is a file: its clock is ours. Raises StoreError.

    Half of the time the question took is taken off; a slow answer makes nobody's clock wrong.
    """
    if database.is_sqlite:
        return None
    with named("asking", database.name), database.reader().connect() as connection:
        before = now_ms()
        theirs = int(connection.execute(text(NOW)).scalar_one())
        after = now_ms()
    if theirs < before:
        return before - theirs
    return min(0, after - theirs)
