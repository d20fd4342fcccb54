"""Where the journal lives, SQLite or PostgreSQL by URL: `sql.SqlStore` writes it, `read.JournalReader` reads it."""
