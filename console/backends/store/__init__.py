"""Where the journal lives: SQLite or PostgreSQL by URL."""
