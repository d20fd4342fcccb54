"""Messages that have to leave the room, until the broker has confirmed them.

Filled by any thread, emptied by the feed's. A connection that ends takes nothing along: what it has not confirmed goes
out again over the next, under the same id.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, replace

from paho.mqtt.reasoncodes import ReasonCode

from console.inbox import Inbox
from console.outgoing import Outgoing, Published, Unpublished

log = logging.getLogger(__name__)

AGAIN_S = 5.0  # a message that nobody was there for is tried again so often
NO_SUBSCRIBER = 0x10


@dataclass(slots=True)
class _Waiting:
    """A message with its place in time; `packet` is its packet id while it is under way, else 0."""

    message: Outgoing
    put: float
    due: float
    packet: int = 0


class Tray:
    """At most one message per id."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._lock = threading.Lock()
        self._waiting: dict[str, _Waiting] = {}

    def put(self, message: Outgoing) -> None:
        """It has to leave. The same id again changes nothing."""
        now = time.monotonic()
        with self._lock:
            self._waiting.setdefault(message.id, _Waiting(message, now, now))

    def take_back(self, id_: str) -> None:
        """It need not leave any more."""
        with self._lock:
            self._waiting.pop(id_, None)

    # ---- the feed's thread ----

    def connected(self) -> None:
        """A new connection: whatever was under way on the last one has to go again."""
        with self._lock:
            for waiting in self._waiting.values():
                waiting.packet = 0
                waiting.due = 0.0

    def due(self) -> list[Outgoing]:
        """What can be published now, with what is left of its time; none of it is under way."""
        now = time.monotonic()
        with self._lock:
            waiting = [one for one in self._waiting.values() if not one.packet and one.due <= now]
            return [replace(one.message, expiry_s=_left(one, now)) for one in waiting]

    def sent(self, id_: str, packet: int) -> None:
        """It is under way with this packet id."""
        with self._lock:
            if (waiting := self._waiting.get(id_)) is not None:
                waiting.packet = packet

    def confirmed(self, packet: int, code: ReasonCode) -> None:
        """The broker's answer to a packet; packets that are none of ours are passed over."""
        with self._lock:
            waiting = next((w for w in self._waiting.values() if w.packet == packet), None)
            if waiting is None:
                return
            waiting.packet = 0
            waiting.due = time.monotonic() + AGAIN_S
            is_heard = not code.is_failure and code.value != NO_SUBSCRIBER
            if is_heard:
                del self._waiting[waiting.message.id]
        self._tell(waiting.message.id, code, is_heard=is_heard)

    def _tell(self, id_: str, code: ReasonCode, *, is_heard: bool) -> None:
        if code.is_failure:
            log.warning("the broker refuses order %s: %s", id_, code)
            self._inbox.post(Unpublished(id_, str(code)))
        else:
            self._inbox.post(Published(id_, is_heard))


def _left(waiting: _Waiting, now: float) -> int:
    return max(1, int(waiting.message.expiry_s - (now - waiting.put)))
