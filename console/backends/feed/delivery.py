"""From the wire to the desk's side: store, and only then hand over. Shared by every feed; runs on its thread."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Sequence

from console.backends.feed.arrival import Arrival
from console.backends.feed.figures import Tally
from console.backends.feed.receipts import Receipts, Stored
from console.backends.feed.spool import Fault, fault_of
from console.backends.feed.trouble import BackOff, Report, Trouble
from console.clock import Clock
from console.courtesy import Courtesy
from console.inbox import Inbox
from console.model import Heard, Message
from console.ports import Parse, SetAside

log = logging.getLogger(__name__)

LOCK_GRACE_S = 0.5  # somebody may hold the file this long (a backup) before it is worth a word


class Delivery:
    """Owns the way of a message through the spool, and the report of the spool's own troubles."""

    def __init__(
        self, receipts: Receipts, parse: Parse, tally: Tally, inbox: Inbox, clock: Clock, courtesy: Courtesy
    ) -> None:
        self.receipts = receipts
        self._parse = parse
        self._tally = tally
        self._inbox = inbox
        self._clock = clock
        self._courtesy = courtesy
        self._report = Report("spool", "spool", inbox, clock)
        self._retry = BackOff(0.02, 0.5)
        self._retry_at = 0.0
        self._failing_since: float | None = None
        self._fault: Fault | None = None
        self._fed_to = 0  # last waiting receipt that was handed over
        self._shown: set[tuple[int, str, bytes]] = set()  # parsed before it could be stored

    @property
    def is_failing(self) -> bool:
        """Whether the last write failed: what has arrived must wait."""
        return self._failing_since is not None

    def open(self) -> bool:
        """Open the spool when it is not; False when that failed, or failed a moment ago."""
        if self.receipts.is_open:
            return True
        return self._guarded(self.receipts.open, proves=not self.is_failing) is not None

    def store(self, arrivals: Sequence[Arrival]) -> tuple[Stored, ...] | None:
        """Commit arrivals and queued marks; None when the spool cannot be written now and all must wait."""
        if not self.open():
            return None
        stored = self._guarded(lambda: self.receipts.commit(arrivals))
        if stored is not None and arrivals:
            new = sum(not s.repeated for s in stored)
            large = sum(a.is_oversized for a in arrivals)
            self._tally.count(received=len(arrivals), stored=new, oversized=large)
        return stored

    def show_unstored(self, arrivals: Sequence[Arrival]) -> None:
        """Parse what cannot be stored now, once: an alarm is shown although the spool is full or gone.

        Nothing is acknowledged for it, so the broker still has it; a lock of half a second is waited for instead.
        """
        if self._failing_since is None:
            return
        if self._fault is Fault.LOCKED and time.monotonic() - self._failing_since < LOCK_GRACE_S:
            return
        for arrival in arrivals:
            if _key(arrival) not in self._shown:
                self._shown.add(_key(arrival))
                self._feed(arrival.message(0))

    def hand_over(self, arrivals: Sequence[Arrival], stored: Sequence[Stored]) -> None:
        """Parse every new one, in order; one that was shown before is handled with what it had changed."""
        for arrival, place in zip(arrivals, stored, strict=True):
            if place.repeated:
                continue
            if _key(arrival) in self._shown:
                self._inbox.post(Heard((), place.receipt))
            else:
                self._feed(arrival.message(place.receipt))
        self._shown.clear()

    def hand_over_waiting(self, stopped: Callable[[], bool]) -> bool:
        """Parse what earlier runs left unfinished, oldest first; False when the spool failed on the way: again."""
        try:
            for message in self.receipts.waiting(self._fed_to):
                if stopped():
                    break
                self._feed(message)
                self._fed_to = message.receipt
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            return False
        return True

    def drop(self, arrivals: Sequence[Arrival]) -> None:
        """Give up arrivals that could not be stored. The broker has those of QoS 1 still; the rest are counted."""
        lost = sum(a.qos == 0 for a in arrivals)
        if lost:
            log.warning("%d QoS 0 messages could not be stored", lost)
            self._tally.count(received=lost, dropped=lost)

    def _feed(self, message: Message) -> None:
        """The worker loop's catch-all: a message that makes the program raise does not block the next."""
        self._courtesy.give_way()
        try:
            self._parse(message)
        except Exception as error:
            log.exception("message %d on %s set aside", message.receipt, message.topic)
            if message.receipt:
                self.receipts.set_aside(message.receipt, repr(error))
            self._tally.count(set_aside=1)
            self._inbox.post(SetAside(message.receipt, repr(error)))

    def _guarded(
        self, act: Callable[[], tuple[Stored, ...] | None], *, proves: bool = True
    ) -> tuple[Stored, ...] | None:
        """Do it unless it failed a moment ago; None when it fails, which is reported once.

        A file that opens again proves nothing after a write that failed: only a write does.
        """
        if self.is_failing and time.monotonic() < self._retry_at:
            return None
        try:
            done = act() or ()
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            return None
        if proves:
            self._failing_since = None
            self._retry.reset()
            self._report.up()
        return done

    def _failed(self, error: sqlite3.Error | OSError) -> None:
        now = time.monotonic()
        self._failing_since = self._failing_since or now
        self._retry_at = now + self._retry.wait_s()
        self._fault = fault = fault_of(error)
        if fault is not Fault.LOCKED or now - self._failing_since >= LOCK_GRACE_S:
            self._report.down(Trouble(fault, str(error)))
        if fault is Fault.DAMAGED:
            self._put_away()
        elif fault is not Fault.LOCKED:
            self.receipts.close()  # a file that failed is opened afresh: it may have been replaced

    def _put_away(self) -> None:
        """A damaged spool must not keep alarms out: it is kept aside for examination and a new one begun."""
        try:
            log.error("the damaged spool is kept as %s", self.receipts.put_away(self._clock.now_ms()))
        except OSError as error:
            log.error("the damaged spool cannot be moved: %s", error)


def _key(arrival: Arrival) -> tuple[int, str, bytes]:
    """Tells unacknowledged messages of one session apart, also when they come again; QoS 0 is never repeated."""
    return arrival.packet, arrival.topic, arrival.payload
