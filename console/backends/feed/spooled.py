"""What every feed has, whatever it reads from: a thread of its own, receipts before anything else, counts.

Owns the thread; a feed says where its messages come from by `_resume` and `_serve`, which run on it.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Sequence

from console.backends.feed.delivery import Delivery
from console.backends.feed.figures import Figures, Tally
from console.backends.feed.receipts import Receipts
from console.backends.feed.tray import Tray
from console.backends.feed.trouble import BackOff, Report
from console.clock import Clock
from console.courtesy import Courtesy
from console.inbox import Inbox
from console.outgoing import Outgoing
from console.ports import Parse

IDLE_S = 0.1  # longest wait for messages: how late a stop or a queued mark may be noticed
STOP_S = 2.0


class SpooledFeed(ABC):
    """Messages that are safe in the spool before anybody reads them (`ports.Feed`)."""

    def __init__(
        self,
        thread: str,
        *,
        receipts: Receipts,
        parse: Parse,
        inbox: Inbox,
        clock: Clock,
        back_off: BackOff,
    ) -> None:
        self._receipts = receipts
        self._clock = clock
        self._tally = Tally()
        self._courtesy = Courtesy(inbox)
        self._delivery = Delivery(receipts, parse, self._tally, inbox, clock, self._courtesy)
        self._report = Report("broker", "broker", inbox, clock)
        self._back_off = back_off
        self._tray = Tray(inbox)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=thread, daemon=True)

    # ---- any thread ----

    def start(self) -> None:
        """Begin to read; returns at once. Unhandled receipts of earlier runs are fed first."""
        self._thread.start()

    def stop(self) -> None:
        """Let go of the source and commit what is pending; waits at most two seconds."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def handled(self, receipts: Sequence[int]) -> None:
        """These receipts have done their work."""
        self._receipts.handled(receipts)

    def set_aside(self, receipt: int, error: str) -> None:
        """This receipt made the core raise: keep it with the error, never feed it again."""
        self._receipts.set_aside(receipt, error)

    def publish(self, message: Outgoing) -> None:
        """Deliver it as soon as possible. A source that takes no messages keeps it for ever."""
        self._tray.put(message)

    def retract(self, message: str) -> None:
        """The message of this id need not be delivered any more."""
        self._tray.take_back(message)

    def figures(self) -> Figures:
        """Counts since the start of this process."""
        return self._tally.figures()

    # ---- the thread ----

    def _run(self) -> None:
        try:
            self._open_spool()
            while not self._stop.is_set():
                self._serve()
                if self._receipts.has_pending:
                    self._delivery.store(())
            self._delivery.store(())  # what was marked while we stopped
        finally:
            self._receipts.close()

    def _open_spool(self) -> None:
        """Without a spool nothing could be acknowledged: wait for it, then finish what earlier runs left."""
        while not self._stop.is_set():
            if self._delivery.open() and self._delivery.hand_over_waiting(self._stop.is_set):
                self._resume()
                return
            self._stop.wait(IDLE_S)

    @abstractmethod
    def _resume(self) -> None:
        """The spool is open: read in it how far an earlier run came."""

    @abstractmethod
    def _serve(self) -> None:
        """Take what the source has, until the stop or until a fault was waited out; called again and again."""
