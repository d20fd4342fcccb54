"""The history of what was measured, in SQLite files or on a PostgreSQL server: the History port of `ports.py`."""
