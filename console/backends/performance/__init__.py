"""The worker of the alarm performance: a child of its own reads journal and history beside the running console."""
