"""What a child process may know of our environment: enough to run, and nothing that may hold a secret. Any thread."""

from __future__ import annotations

import os

# A list of what may pass, not of what may not: an `env:` secret has whatever name the site gave it.
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE", "WATCHROOM_LOG")


def inherited() -> dict[str, str]:
    """The environment for a child that needs no secret."""
    return {name: os.environ[name] for name in INHERITED if name in os.environ}
