"""The operator's-eye record on disk: one SQLite file for each position, written and read by a thread of its own."""
