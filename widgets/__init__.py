"""Qt only: no sockets, no SQL, no parsing."""
