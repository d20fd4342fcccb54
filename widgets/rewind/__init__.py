"""Instant replay on the pictures of a window: the bar, its keys, snapshots, and what memory has of the cameras."""
