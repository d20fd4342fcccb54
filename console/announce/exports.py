"""What became of a file that was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsExported(Announcement):
    """Values or a picture of the trends were written to a file; `points` counts the lines in it, `size` is bytes."""

    path: str
    points: int
    size: int
    sha256: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFailed(Announcement):
    """There is no such file; `reason` is a code."""

    path: str
    reason: str
