"""Trends: how long they took to be on the screen, and what became of a file that was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class FileExported(Announcement):
    """A file was written; `what` it holds (trends, drill), `points` counts the lines of trends, `size` is bytes."""

    path: str
    what: str
    points: int
    size: int
    sha256: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFailed(Announcement):
    """There is no such file; `reason` is a code."""

    path: str
    what: str
    reason: str
