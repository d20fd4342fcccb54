"""Keeps the operator's-eye record of this position: commits each second, answers questions, lets go what is old.

A thread of its own. What cannot be written is told once as the trouble of a link and tried again; meanwhile the record
has a hole, and says so.
"""

from __future__ import annotations

import json
import logging
import queue
import sqlite3
import threading
from pathlib import Path

from console.backends.eye.reader import EyeReader
from console.backends.eye.tables import open_to_write, path_of, view_text
from console.clock import Clock
from console.errors import BackendError
from console.eye import Asked, Change, EyeAnswered, Place, Second, View
from console.inbox import Inbox
from console.model import LinkDown, LinkUp

log = logging.getLogger(__name__)

KIND, NAME = "eye", "record"
STOP_S = 2.0
AGAIN_S = 5  # seconds of the record after a failure before it is tried again
DAY_S, LOOK_S = 86_400, 3_600
MOST_VIEWS = 20_000  # whose numbers are remembered
SPANS_AT_ONCE = 24  # dropped in one transaction
FAULTS = {sqlite3.SQLITE_FULL: "disk_full", sqlite3.SQLITE_READONLY: "read_only", sqlite3.SQLITE_CANTOPEN: "read_only"}
ERRORS = (sqlite3.Error, OSError, BackendError)


class EyeKeeper:
    """`eye.Keeper`. `keep_days`: older seconds go."""

    def __init__(self, folder: Path, position: str, keep_days: int, inbox: Inbox, clock: Clock) -> None:
        self._path = path_of(folder, position)
        self._reader = EyeReader(folder)
        self._keep_s = keep_days * DAY_S
        self._inbox = inbox
        self._clock = clock
        self._orders: queue.SimpleQueue[Second | Asked | None] = queue.SimpleQueue()
        self._db: sqlite3.Connection | None = None
        self._span: int | None = None
        self._shown: dict[Place, Change] = {}  # all of it, for the span that has to begin anew after a failure
        self._places: dict[Place, int] = {}
        self._views: dict[View, int] = {}
        self._trouble = ""
        self._again_s = self._looked_s = 0
        self._thread = threading.Thread(target=self._run, name="eye", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def take(self, second: Second) -> None:
        self._orders.put(second)

    def ask(self, asked: Asked) -> None:
        self._orders.put(asked)

    def stop(self) -> None:
        """Write what waits, for at most two seconds."""
        self._orders.put(None)
        if self._thread.ident is not None:
            self._thread.join(STOP_S)

    # ---- its own thread ----

    def _run(self) -> None:
        while (order := self._orders.get()) is not None:
            if isinstance(order, Second):
                self._second(order)
            else:
                self._answer(order)
        self._close()

    def _second(self, second: Second) -> None:
        if second.begins:
            self._shown, self._span = {}, None
        for change in second.changes:
            self._shown[change.place] = change
        self._shown = {place: change for place, change in self._shown.items() if change.view is not None}
        if second.t_s < self._again_s:
            return
        try:
            self._write(second)
        except ERRORS as error:
            self._failed(error, second.t_s)
        else:
            self._well()

    def _write(self, second: Second) -> None:
        if self._db is None:
            self._db = open_to_write(self._path)
        db = self._db
        db.execute("BEGIN IMMEDIATE")
        try:
            changes = second.changes if self._span is not None else tuple(self._shown.values())
            span = self._span if self._span is not None else self._begin(db, second)
            db.execute("UPDATE span SET until_s=? WHERE id=?", (second.t_s, span))
            db.executemany(
                "INSERT INTO change (span, place, t_s, view, frame_ms) VALUES (?,?,?,?,?)",
                [self._row(db, span, second.t_s, change) for change in changes],
            )
            for act in second.acts:
                said = json.dumps(dict(act.data), ensure_ascii=False, separators=(",", ":"))
                row = (act.at_ms, act.by.person or act.by.machine, act.by.position, act.act, said)
                db.execute("INSERT INTO act (t_ms, who, position, act, said) VALUES (?,?,?,?,?)", row)
            db.execute("COMMIT")
        except sqlite3.Error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        self._span = span
        if second.t_s - self._looked_s >= LOOK_S:
            self._looked_s = second.t_s
            self._let_go(db, second.t_s - self._keep_s)

    @staticmethod
    def _begin(db: sqlite3.Connection, second: Second) -> int:
        row = (second.domain, second.t_s, second.t_s)
        return int(db.execute("INSERT INTO span (domain, from_s, until_s) VALUES (?,?,?)", row).lastrowid or 0)

    def _row(self, db: sqlite3.Connection, span: int, t_s: int, change: Change) -> tuple[int | None, ...]:
        view = self._view(db, change.view) if change.view is not None else None
        return span, self._place(db, change.place), t_s, view, change.frame_ms

    def _place(self, db: sqlite3.Connection, place: Place) -> int:
        if place not in self._places:
            row = (place.window, place.tile, *place.box)
            db.execute("INSERT OR IGNORE INTO place (window, tile, x, y, w, h) VALUES (?,?,?,?,?,?)", row)
            query = "SELECT id FROM place WHERE (window, tile, x, y, w, h) = (?,?,?,?,?,?)"
            self._places[place] = int(db.execute(query, row).fetchone()[0])
        return self._places[place]

    def _view(self, db: sqlite3.Connection, view: View) -> int:
        if view not in self._views:
            if len(self._views) >= MOST_VIEWS:
                self._views = {}
            said = (view_text(view),)
            db.execute("INSERT OR IGNORE INTO view (said) VALUES (?)", said)
            self._views[view] = int(db.execute("SELECT id FROM view WHERE said=?", said).fetchone()[0])
        return self._views[view]

    def _let_go(self, db: sqlite3.Connection, before_s: int) -> None:
        """Spans that were over before that time, with what belongs to them alone."""
        while old := db.execute("SELECT id FROM span WHERE until_s<? LIMIT ?", (before_s, SPANS_AT_ONCE)).fetchall():
            db.execute("BEGIN IMMEDIATE")
            db.executemany("DELETE FROM change WHERE span=?", old)
            db.executemany("DELETE FROM span WHERE id=?", old)
            db.execute("DELETE FROM act WHERE t_ms<?", (before_s * 1000,))
            db.execute("DELETE FROM view WHERE id NOT IN (SELECT view FROM change WHERE view IS NOT NULL)")
            db.execute("DELETE FROM place WHERE id NOT IN (SELECT place FROM change)")
            db.execute("COMMIT")
            self._places, self._views = {}, {}
        db.execute("PRAGMA incremental_vacuum(1000)").fetchall()

    # ---- questions, troubles ----

    def _answer(self, asked: Asked) -> None:
        try:
            scene, positions = self._reader.scene(asked.position, asked.window, asked.t_s), self._reader.positions()
        except (*ERRORS, ValueError) as error:
            log.warning("the record of %s cannot be read: %s", asked.position, error)
            self._inbox.post(EyeAnswered(asked, None))
            return
        self._inbox.post(EyeAnswered(asked, scene, positions))

    def _failed(self, error: Exception, t_s: int) -> None:
        """The span ends here: what is written later is another one."""
        reason = FAULTS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "io_error")
        self._close()
        self._again_s = t_s + AGAIN_S
        if self._trouble != reason:
            self._trouble = reason
            log.warning("the record of what is shown cannot be written: %s", error)
            self._inbox.post(LinkDown(KIND, NAME, reason, self._clock.now_ms(), str(error)))

    def _well(self) -> None:
        if self._trouble:
            self._trouble = ""
            self._inbox.post(LinkUp(KIND, NAME, self._clock.now_ms()))

    def _close(self) -> None:
        self._span, self._places, self._views = None, {}, {}
        db, self._db = self._db, None
        if db is not None:
            db.close()
