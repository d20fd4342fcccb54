"""Crash reports: one text file each in the folder `crashes` of the data folder, the newest kept. Any thread."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from console.clock import iso_ms
from console.guardian.redaction import of_environment, redacted
from console.version import version

log = logging.getLogger(__name__)

FOLDER = "crashes"
KEPT = 50  # reports
SECTION = 64 * 1024  # bytes of a section, its end
EVENTS = 40  # lines of the event log
EVENTS_BYTES = 32 * 1024


@dataclass(frozen=True, slots=True)
class Crash:
    """What happened, and what it looked like: `sections` are texts by their titles."""

    what: str  # one sentence
    at_ms: int
    position: str
    facts: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)

    def to_text(self) -> str:
        """Head, facts, sections; without what looks like a secret."""
        facts = {"what": self.what, "time": iso_ms(self.at_ms), "position": self.position, "version": version()}
        head = [f"{name}: {value}" for name, value in {**facts, **self.facts}.items()]
        body = [f"\n== {title}\n{text[-SECTION:].strip() or '(nothing)'}" for title, text in self.sections.items()]
        return redacted("\n".join([*head, *body]) + "\n", of_environment())

    @property
    def name(self) -> str:
        """Of the file: time and position, so that two consoles on one folder never meet."""
        return f"{iso_ms(self.at_ms).replace(':', '-')}_{self.position}.txt"


def write(data: Path, crash: Crash) -> str:
    """Write it; returns its path relative to the data folder, "" when the disk refuses."""
    folder = data / FOLDER
    draft = folder / f"{crash.name}.new"  # whoever finds a report finds all of it
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(crash.to_text())
        draft.replace(folder / crash.name)
    except OSError as error:
        log.error("no crash report could be written to %s: %s", folder, error.strerror)
        return ""
    _forget_old(folder)
    return f"{FOLDER}/{crash.name}"


def _forget_old(folder: Path) -> None:
    with suppress(OSError):
        for path in sorted(folder.iterdir())[:-KEPT]:
            path.unlink(missing_ok=True)


def last_events(log_file: Path | None) -> str:
    """The last lines of the event log, "" when there is none."""
    if log_file is None:
        return ""
    try:
        with log_file.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - EVENTS_BYTES))
            lines = file.read(EVENTS_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-EVENTS:])


def remembered(descriptor: int) -> str:
    """What was written to a piece of shared memory, its end."""
    size = os.fstat(descriptor).st_size
    return os.pread(descriptor, SECTION, max(0, size - SECTION)).decode("utf-8", "replace")
