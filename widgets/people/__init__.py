"""People at this position: signing in, the lock, who sits where. GUI thread."""
