"""The one transmitter of all simulated teams: what is to be said is said in time, one after another. Its own thread."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from console.errors import BackendError

log = logging.getLogger(__name__)

PACKET_S = 0.02
STOP_S = 2.0

Send = Callable[[bytes, bool], bool]  # a packet, and whether it is the last; False: nobody takes it
Packets = Callable[[], tuple[bytes, ...]]  # made when it is said: speech takes its time


@dataclass(order=True, slots=True)
class _Saying:
    due_s: float
    number: int
    packets: Packets = field(compare=False)
    send: Send = field(compare=False)


class Radio:
    """`say` from any thread."""

    def __init__(self) -> None:
        self._waiting: list[_Saying] = []
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="field-radio", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """What waits is not said any more."""
        self._stopping.set()
        with self._changed:
            self._changed.notify()
        if self._thread.ident is not None:
            self._thread.join(STOP_S)

    def say(self, in_s: float, packets: Packets, send: Send) -> None:
        """In so many seconds, or as soon as the one before has been said."""
        with self._changed:
            heapq.heappush(self._waiting, _Saying(time.monotonic() + in_s, next(self._numbers), packets, send))
            self._changed.notify()

    def _run(self) -> None:
        while (saying := self._next()) is not None:
            try:
                self._say(saying.packets(), saying.send)
            except BackendError as error:
                log.warning("a field team stays silent: %s", error)

    def _next(self) -> _Saying | None:
        """The next that is due; None when it is over."""
        with self._changed:
            while not self._stopping.is_set():
                wait_s = self._waiting[0].due_s - time.monotonic() if self._waiting else None
                if wait_s is not None and wait_s <= 0:
                    return heapq.heappop(self._waiting)
                self._changed.wait(wait_s)
        return None

    def _say(self, packets: tuple[bytes, ...], send: Send) -> None:
        """In the pace of speech; late packets are not sent in a bunch."""
        due = time.monotonic()
        for number, packet in enumerate(packets, start=1):
            if self._stopping.wait(max(0.0, due - time.monotonic())):
                return
            send(packet, number == len(packets))
            due = max(due + PACKET_S, time.monotonic() - PACKET_S)
