"""Topic and payload become Readings or a Rejected: one file per ecosystem, pure."""
