"""The desk of the exports: what leaves the console as a file is ordered here and written down. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from console import announce
from console.announce import Announcement
from console.errors import CommandRefused
from console.excerpts import EXCERPT_WORDS, Excerpt, ExcerptFailed, ExcerptSaved
from console.journal import Json
from console.logbook import Logbook
from console.model import Right, Seat


class Exporting:
    """Orders of the person at this position; how each ended is announced."""

    def __init__(self, log: Logbook, seat: Seat, publish: Callable[[Announcement], None]) -> None:
        self._log = log
        self._seat = seat
        self._announce = publish
        self._write: Callable[[Excerpt], None] | None = None

    def connect(self, write: Callable[[Excerpt], None]) -> None:
        """Who writes the files; without one nothing can be exported."""
        self._write = write

    def order(self, excerpt: Excerpt) -> None:
        """Write this file; a file of that name is replaced when the new one is whole."""
        if self._write is None:
            self.heard(ExcerptFailed(excerpt.path, "no_writer", excerpt.what))
        elif not self._may():
            self.heard(ExcerptFailed(excerpt.path, "no_right", excerpt.what))
        else:
            self._write(excerpt)

    def _may(self) -> bool:
        try:
            self._seat.check(Right.EXPORT)
        except CommandRefused:
            return False
        return True

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return dict.fromkeys(EXCERPT_WORDS, self.heard)

    def heard(self, word: ExcerptSaved | ExcerptFailed) -> None:
        """What became of a file: a fact about data that left the room, so it is kept."""
        path = str(word.path)
        if isinstance(word, ExcerptFailed):
            self._log.write("ExportFailed", self._seat.by, {"path": path, "what": word.what, "reason": word.reason})
            self._announce(announce.ExportFailed(path=path, what=word.what, reason=word.reason))
            return
        points: list[Json] = list(word.points)
        data: dict[str, Json] = {
            "path": path, "what": word.what, "points": points, "from_ms": word.start_ms, "until_ms": word.end_ms,
            "size": word.size, "sha256": word.sha256,
        }  # fmt: skip
        self._log.write("FileExported", self._seat.by, data)
        self._announce(
            announce.FileExported(
                path=path, what=word.what, points=len(points), size=word.size, sha256=word.sha256, by=self._seat.person
            )
        )
