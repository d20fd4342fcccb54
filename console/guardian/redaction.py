"""What must not stand in a report although nobody should ever have said it: passwords. Pure.

Nothing of ours logs a secret; this is the second net, for what libraries and exceptions say.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from console.config.environment import INHERITED

GONE = "[removed]"
SHORTEST = 8  # a shorter value of the environment would blot out half of the words

# What any program on a desktop may find in its environment; every other value may be an `env:` secret of the site.
HARMLESS = (
    *INHERITED, "DISPLAY", "WAYLAND_DISPLAY", "PWD", "OLDPWD", "USER", "LOGNAME", "HOSTNAME", "SHELL", "TERM",
    "DESKTOP_SESSION", "PYTHONPATH", "VIRTUAL_ENV", "COLORTERM", "XAUTHORITY", "EDITOR", "PAGER",
)  # fmt: skip
HARMLESS_BEGINNINGS = ("XDG_", "LC_", "QT_", "SSH_", "DBUS_", "GTK_", "WATCHROOM_VENV", "WATCHROOM_LOG", "PYTEST_")

PATTERNS = (
    re.compile(r"(?P<kept>\b[a-z][a-z0-9+.-]*://[^\s:/@\"']*:)[^\s@/\"']+(?=@)", re.IGNORECASE),
    re.compile(r"(?P<kept>\bauthorization[\"']?\s*[:=]\s*[\"']?)[^\r\n]+", re.IGNORECASE),
    re.compile(r"(?P<kept>\b(?:basic|digest|bearer)\s+)[A-Za-z0-9+/=._~-]{8,}", re.IGNORECASE),
    re.compile(r"(?P<kept>--(?:passw(?:or)?d|secret|token)\s+)(?!env:|file:|keyring:)\S+", re.IGNORECASE),
    re.compile(
        r"(?P<kept>[\w-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|api_?key|credential)s?[\"']?\s*[:=]\s*)"
        r"(?!env:|file:|keyring:)(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s,;)}\]]+)",
        re.IGNORECASE,
    ),
)


def redacted(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without `secrets` and without whatever looks like one."""
    for secret in sorted(set(secrets), key=len, reverse=True):
        text = text.replace(secret, GONE)
    for pattern in PATTERNS:
        text = pattern.sub(rf"\g<kept>{GONE}", text)
    return text


def of_environment() -> frozenset[str]:
    """Values of our own environment that may be secrets."""
    return frozenset(
        value
        for name, value in os.environ.items()
        if len(value) >= SHORTEST and name not in HARMLESS and not name.startswith(HARMLESS_BEGINNINGS)
        if not Path(value.partition(os.pathsep)[0]).is_absolute()  # where programs are is no secret, and reports say it
    )
