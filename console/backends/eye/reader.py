"""Reads the records of a data folder: what a window showed at one second, and what happened around it. Any thread."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from console.backends.eye.tables import FOLDER, open_to_read, path_of, view_from
from console.eye import MOVING, Happened, Scene, Seen, View
from console.eye.scene import AROUND_S
from console.model import LIVE, Domain

MOST = 500  # things told around a second

# of each place what it showed last, up to that second
SHOWN = """
SELECT p.tile, p.x, p.y, p.w, p.h, v.said, c.frame_ms, MAX(c.t_s)
FROM change c JOIN place p ON p.id = c.place LEFT JOIN view v ON v.id = c.view
WHERE c.span = ? AND c.t_s <= ? AND p.window = ? GROUP BY c.place
"""
CHANGED = """
SELECT t_s, tile, said, before FROM (
    SELECT c.t_s, s.from_s, p.tile, v.said,
        LAG(v.said) OVER (PARTITION BY c.span, c.place ORDER BY c.t_s) AS before
    FROM change c JOIN span s ON s.id = c.span JOIN place p ON p.id = c.place LEFT JOIN view v ON v.id = c.view
    WHERE s.until_s >= ? AND s.from_s <= ? AND p.window = ?
) WHERE t_s BETWEEN ? AND ? AND t_s > from_s ORDER BY t_s LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """How much there is: seconds that were recorded, from when to when, bytes of the file, changes."""

    position: str
    seconds: int
    from_s: int
    until_s: int
    size: int
    changes: int

    @property
    def per_hour(self) -> float:
        """Bytes an hour."""
        return self.size * 3600 / self.seconds if self.seconds else 0.0


class EyeReader:
    """Raises sqlite3.Error, BackendError; a position without a record gives an empty answer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def positions(self) -> tuple[str, ...]:
        """Those with a record here."""
        return tuple(sorted(path.stem for path in (self._folder / FOLDER).glob("*.sqlite")))

    def kept(self, position: str) -> Kept:
        path = path_of(self._folder, position)
        with closing(open_to_read(path)) as db:
            row = db.execute("SELECT SUM(until_s-from_s+1), MIN(from_s), MAX(until_s) FROM span").fetchone()
            seconds, from_s, until_s = (value or 0 for value in row)
            (changes,) = db.execute("SELECT COUNT(*) FROM change").fetchone()
            pages, page = (db.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
            (free,) = db.execute("PRAGMA freelist_count").fetchone()
        return Kept(position, seconds, from_s, until_s, (pages - free) * page, changes)

    def scene(self, position: str, window: str, t_s: int) -> Scene:
        """What that window showed then."""
        try:
            db = open_to_read(path_of(self._folder, position))
        except FileNotFoundError:
            return Scene(position, window, t_s, is_kept=False)
        with closing(db):
            db.execute("BEGIN")  # one moment of the file
            return _scene(db, position, window, t_s)


def _scene(db: sqlite3.Connection, position: str, window: str, t_s: int) -> Scene:
    span = db.execute(
        "SELECT id, domain FROM span WHERE from_s<=? AND until_s>=? ORDER BY id DESC LIMIT 1", (t_s, t_s)
    ).fetchone()
    happened = tuple(sorted((*_changes(db, window, t_s), *_acts(db, window, t_s)), key=_when))
    if span is None:
        (before,) = db.execute("SELECT MAX(until_s) FROM span WHERE until_s<?", (t_s,)).fetchone()
        (after,) = db.execute("SELECT MIN(from_s) FROM span WHERE from_s>?", (t_s,)).fetchone()
        return Scene(
            position, window, t_s, is_kept=False, happened=happened, before_s=before or 0, after_s=after or 0
        )  # fmt: skip
    id_, domain = span
    windows = tuple(
        row[0]
        for row in db.execute(
            "SELECT DISTINCT p.window FROM change c JOIN place p ON p.id=c.place WHERE c.span=? AND c.t_s<=?"
            " ORDER BY p.window", (id_, t_s),
        )
    )  # fmt: skip
    seen = tuple(sorted(_seen(db, id_, window, t_s), key=_in_order))
    return Scene(position, window, t_s, True, seen, happened, windows, Domain(domain or LIVE))


def _when(happened: Happened) -> int:
    """A change was noticed at the end of its second: what somebody did in it was before."""
    return happened.at_ms + (0 if happened.act else 999)


def _seen(db: sqlite3.Connection, span: int, window: str, t_s: int) -> Iterator[Seen]:
    for tile, x, y, w, h, said, frame_ms, _ in db.execute(SHOWN, (span, t_s, window)):
        if said is not None:
            view = view_from(said)
            yield Seen(tile, (x, y, w, h), view, _age_ms(view, frame_ms, t_s))


def _age_ms(view: View, frame_ms: int, t_s: int) -> int:
    if view.picture in MOVING:
        return view.within_ms
    return max(0, t_s * 1000 - frame_ms) if frame_ms else 0


def _in_order(seen: Seen) -> tuple[str, int, str]:
    surface, _, number = seen.tile.rpartition("/")
    return (surface, int(number), "") if number.isdecimal() and surface else ("", 0, seen.tile)


def _changes(db: sqlite3.Connection, window: str, t_s: int) -> Iterator[Happened]:
    """When another picture stood there; the first second of a span, which tells everything anew, is left out."""
    first, last = t_s - AROUND_S, t_s + AROUND_S
    for at_s, tile, said, before in db.execute(CHANGED, (first, last, window, first, last, MOST)):
        view, was = (view_from(text) if text is not None else None for text in (said, before))
        if _kind(view) != _kind(was):
            yield Happened(at_s * 1000, tile, view)


def _kind(view: View | None) -> tuple[object, ...]:
    """What makes it another picture: whose, and live or not; not how old it is."""
    return (view.camera, view.picture, view.state) if view is not None else ()


def _acts(db: sqlite3.Connection, window: str, t_s: int) -> Iterator[Happened]:
    query = "SELECT t_ms, act, who, position, said FROM act WHERE t_ms BETWEEN ? AND ? ORDER BY t_ms LIMIT ?"
    rows = db.execute(query, ((t_s - AROUND_S) * 1000, (t_s + AROUND_S + 1) * 1000, MOST))
    for at_ms, act, who, position, said in rows:
        data = json.loads(said)
        if data.get("surface", window) == window or window == "desk":
            yield Happened(at_ms, str(data.get("tile") or ""), None, act, who, position, data)
