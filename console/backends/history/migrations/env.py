"""Alembic's entry: runs the migrations on the connection `migrate.py` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from console.backends.history.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
