"""The file of a record: its tables, its pragmas, and views as text and back. Any thread, one connection each."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from console.errors import BackendError
from console.eye import Picture, View
from console.model import AlarmId, CameraId

VERSION = 1
FOLDER = "eye"
EMPTY = ("none", "", 0, "", "", "", 0, 0, "")  # the fields of a view, left out where they are so

# A change is a few bytes: views and places are told once and then meant by their numbers.
SCHEMA = """
CREATE TABLE span (
    id INTEGER PRIMARY KEY,
    domain TEXT NOT NULL,
    from_s INTEGER NOT NULL,
    until_s INTEGER NOT NULL
);
CREATE INDEX span_until ON span (until_s);
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    window TEXT NOT NULL,
    tile TEXT NOT NULL,
    x INTEGER NOT NULL, y INTEGER NOT NULL, w INTEGER NOT NULL, h INTEGER NOT NULL,
    UNIQUE (window, tile, x, y, w, h)
);
CREATE TABLE view (id INTEGER PRIMARY KEY, said TEXT NOT NULL UNIQUE);
CREATE TABLE change (
    span INTEGER NOT NULL,
    place INTEGER NOT NULL,
    t_s INTEGER NOT NULL,
    view INTEGER,
    frame_ms INTEGER NOT NULL,
    PRIMARY KEY (span, place, t_s)
) WITHOUT ROWID;
CREATE TABLE act (
    id INTEGER PRIMARY KEY,
    t_ms INTEGER NOT NULL,
    who TEXT NOT NULL,
    position TEXT NOT NULL,
    act TEXT NOT NULL,
    said TEXT NOT NULL
);
CREATE INDEX act_time ON act (t_ms);
"""


def path_of(folder: Path, position: str) -> Path:
    """The record of that position in a data folder."""
    return folder / FOLDER / f"{position}.sqlite"


def open_to_write(path: Path) -> sqlite3.Connection:
    """Open or make it. Raises OSError, sqlite3.Error, BackendError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        path.chmod(0o600)  # who looked at what when
        db.execute("PRAGMA auto_vacuum=INCREMENTAL")
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")  # a killed program loses nothing, a power cut the last seconds
        db.execute("PRAGMA wal_autocheckpoint=250")  # a megabyte
        (version,) = db.execute("PRAGMA user_version").fetchone()
        _check(path, version)
        if version < VERSION:
            db.executescript(f"BEGIN IMMEDIATE;{SCHEMA}PRAGMA user_version={VERSION};COMMIT;")
    except (OSError, sqlite3.Error, BackendError):
        db.close()
        raise
    return db


def open_to_read(path: Path) -> sqlite3.Connection:
    """Also while a console writes. Raises sqlite3.Error, BackendError; FileNotFoundError when there is none."""
    if not path.exists():
        raise FileNotFoundError(path)
    db = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        db.execute("PRAGMA query_only=ON")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        _check(path, version)
    except (sqlite3.Error, BackendError):
        db.close()
        raise
    return db


def _check(path: Path, version: int) -> None:
    if version > VERSION:
        raise BackendError(f"{path} was written by a newer Watchroom ({version} > {VERSION})")


def view_text(view: View) -> str:
    """The one way a view is written: empty fields at the end are left out."""
    said = [
        view.picture.value, view.camera or "", view.number, view.name, view.quality, view.state, view.within_ms,
        int(view.is_late), view.alarm or "",
    ]  # fmt: skip
    while len(said) > 1 and not said[-1]:
        said.pop()
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def view_from(said: str) -> View:
    """Raises ValueError for what is no view."""
    kept = json.loads(said)
    if not isinstance(kept, list) or not kept:
        raise ValueError(said)
    whole = [*kept, *EMPTY[len(kept) :]]
    picture, camera, number, name, quality, state, within, late, alarm = whole[: len(EMPTY)]
    return View(
        Picture(picture), CameraId(str(camera)) if camera else None, int(number), str(name), str(quality), str(state),
        int(within), bool(late), AlarmId(str(alarm)) if alarm else None,
    )  # fmt: skip
