"""The receipt spool: every message is here, on disk, before the broker is told that we have it.

Belongs to the feed's thread; only `handled` and `set_aside` may be called from any thread: they are queued and
written with the feed's next commit. A crash in between feeds the message again, which the journal recognises.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.backends.feed.arrival import TOO_LARGE, Arrival, LookBack, Seen, digest
from console.backends.feed.spool import Spool, open_spool, put_away
from console.model import Message

WAITING, HANDLED, SET_ASIDE = 0, 1, 2

RECEIVE_MAXIMUM = 1_000  # messages the broker may have on the way to us without an acknowledgement
RETAIN_BYTES = 256 << 20  # payload bytes of handled receipts kept, whatever `retain` allows
PRUNE_BATCH = 512  # rows deleted with one commit; more than arrive with one, so pruning always catches up
CHUNK = 500  # waiting rows read at once
ERROR_CHARS = 500

INSERT = "INSERT INTO receipt VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
WAITING_ROWS = (
    "SELECT id, topic, payload, received_ms, retained, dup FROM receipt"
    " WHERE handled = 0 AND id > ? AND id <= ? ORDER BY id LIMIT ?"
)
LAST_SEEN = (
    "SELECT mid, id, generation, topic, size, payload FROM receipt"
    " WHERE qos > 0 AND generation >= ? ORDER BY id DESC LIMIT ?"
)
PRUNABLE = "SELECT id, length(payload) FROM receipt WHERE handled > 0 AND id <= ? ORDER BY id LIMIT ?"


@dataclass(frozen=True, slots=True)
class Stored:
    """Where an arrival is in the spool; `repeated` when it was there already."""

    receipt: int
    repeated: bool


class Receipts:
    """The spool of one position. Every method of the feed's thread raises sqlite3.Error or OSError."""

    def __init__(self, path: Path, retain: int = 100_000, retain_bytes: int = RETAIN_BYTES) -> None:
        self.path = path
        self._retain = max(retain, RECEIVE_MAXIMUM)  # the look-back needs that many
        self._retain_bytes = retain_bytes
        self._spool: Spool | None = None
        self._queue: deque[tuple[int, int, str]] = deque()  # (handled, receipt, error) from any thread
        self._marks: list[tuple[int, int, str]] = []  # taken from the queue, not yet committed
        self._notes: dict[str, str] = {}  # not yet committed
        self._look_back = LookBack(RECEIVE_MAXIMUM)
        self._generation = 0
        self._last_id = 0
        self._bytes = 0

    # ---- any thread ----

    def handled(self, receipts: Iterable[int]) -> None:
        """These have done their work and are not fed again."""
        self._queue.extend((HANDLED, receipt, "") for receipt in receipts if receipt)

    def set_aside(self, receipt: int, error: str) -> None:
        """This one made the program raise: it is kept with the error and not fed again."""
        if receipt:
            self._queue.append((SET_ASIDE, receipt, error[:ERROR_CHARS]))

    # ---- the feed's thread ----

    @property
    def is_open(self) -> bool:
        return self._spool is not None

    @property
    def has_pending(self) -> bool:
        """Whether something waits for a commit of its own."""
        return bool(self._queue or self._marks or self._notes)

    def open(self) -> None:
        """Open the spool and remember what the broker may deliver again."""
        self._spool = open_spool(self.path)
        try:
            self._load(self._spool.db)
        except sqlite3.Error:
            self.close()
            raise

    def _load(self, db: sqlite3.Connection) -> None:
        (last,) = db.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'receipt'").fetchone()
        self._last_id = max(self._last_id, last or 0)  # a receipt's number is never given twice
        (self._bytes,) = db.execute("SELECT coalesce(sum(length(payload)), 0) FROM receipt").fetchone()
        self._generation = max(self._generation, int(self.note("generation") or 0))
        self._look_back.clear()
        rows = db.execute(LAST_SEEN, (int(self.note("session") or 0), RECEIVE_MAXIMUM)).fetchall()
        for mid, receipt, generation, topic, size, payload in reversed(rows):
            self._look_back.remember(mid, Seen(receipt, generation, topic, size, digest(payload)))

    def close(self) -> None:
        if self._spool is not None:
            self._spool.close()
            self._spool = None

    def put_away(self, now_ms: int) -> Path:
        """Move the damaged file aside; the next `open` starts an empty one. Returns where it is now."""
        self.close()
        self._notes |= {"generation": str(self._generation), "session": str(self._generation)}
        return put_away(self.path, now_ms)

    def waiting(self, after: int = 0) -> Iterator[Message]:
        """What no run has finished behind receipt `after`, oldest first; not what arrives meanwhile."""
        last = self._last_id
        while rows := self._db.execute(WAITING_ROWS, (after, last, CHUNK)).fetchall():
            for receipt, topic, payload, received_ms, retained, dup in rows:
                yield Message(topic, payload, received_ms, bool(retained), bool(dup), receipt)
            after = rows[-1][0]

    def connected(self, session_present: bool) -> int:
        """A new connection begins; returns its generation. Without the old session nothing old comes again."""
        self._generation += 1
        self._notes["generation"] = str(self._generation)
        if not session_present:
            self._look_back.clear()
            self._notes["session"] = str(self._generation)
        return self._generation

    def note(self, key: str) -> str:
        """A text kept beside the receipts, "" when there is none."""
        if key in self._notes:
            return self._notes[key]
        row = self._db.execute("SELECT value FROM note WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def keep_note(self, key: str, value: str) -> None:
        """Written with the next commit."""
        self._notes[key] = value

    def commit(self, arrivals: Sequence[Arrival] = ()) -> tuple[Stored, ...]:
        """Store the arrivals and everything queued in one transaction; where each arrival is, in the same order.

        When it raises nothing was stored and everything still waits.
        """
        stored = self._place(arrivals)
        new = [(a, s) for a, s in zip(arrivals, stored, strict=True) if not s.repeated]
        while self._queue:
            self._marks.append(self._queue.popleft())
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.executemany(INSERT, [self._row(a, s.receipt) for a, s in new])
            self._write_marks()
            freed = self._prune()
            self._db.execute("COMMIT")
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        self._committed(new, freed)
        return stored

    @property
    def _db(self) -> sqlite3.Connection:
        if self._spool is None:
            raise sqlite3.OperationalError("the receipt spool is not open")
        return self._spool.db

    def _place(self, arrivals: Sequence[Arrival]) -> tuple[Stored, ...]:
        """A receipt number for each arrival: the old one when the broker repeats itself."""
        placed = []
        number = self._last_id
        for arrival in arrivals:
            known = self._look_back.find(arrival, self._generation)
            number += not known
            placed.append(Stored(known or number, bool(known)))
        return tuple(placed)

    def _row(self, arrival: Arrival, receipt: int) -> tuple[object, ...]:
        state, error = (SET_ASIDE, TOO_LARGE) if arrival.is_oversized else (WAITING, "")
        return (
            receipt, state, arrival.received_ms, self._generation, arrival.packet, arrival.qos, arrival.retained,
            arrival.dup, len(arrival.payload), arrival.topic, error, arrival.kept,
        )  # fmt: skip

    def _write_marks(self) -> None:
        self._db.executemany("UPDATE receipt SET handled = ?1, error = ?3 WHERE id = ?2 AND handled = 0", self._marks)
        self._db.executemany("INSERT OR REPLACE INTO note VALUES (?, ?)", list(self._notes.items()))

    def _prune(self) -> int:
        """Delete a few of the oldest handled rows beyond what is retained; returns the payload bytes freed."""
        newest = self._last_id - self._retain
        if self._bytes > self._retain_bytes:
            newest = self._last_id - RECEIVE_MAXIMUM
        if newest <= 0:
            return 0
        rows = self._db.execute(PRUNABLE, (newest, PRUNE_BATCH)).fetchall()
        self._db.executemany("DELETE FROM receipt WHERE id = ?", [(receipt,) for receipt, _ in rows])
        return sum(size for _, size in rows)

    def _committed(self, new: Sequence[tuple[Arrival, Stored]], freed: int) -> None:
        self._marks.clear()
        self._notes.clear()
        for arrival, stored in new:
            self._last_id = stored.receipt
            self._bytes += len(arrival.kept)
            if arrival.qos:
                seen = Seen(stored.receipt, self._generation, arrival.topic, len(arrival.payload), digest(arrival.kept))
                self._look_back.remember(arrival.packet, seen)
        self._bytes -= freed
