"""Performance as a ratio to a peer or floor of the same run."""
