"""Everything about cameras that turn, put together: what the console and its windows speak to. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from console.announce import Announcement
from console.clock import Clock
from console.journal import Conflict, Entry, Recorded
from console.model import Seat
from console.ptz.desk import HOLD_MS, Heads, Room
from console.ptz.errands import Duties, Errands
from console.ptz.grip import Grip, Surroundings
from console.ptz.hold import Why
from console.ptz.orders import Orders
from console.ptz.port import Ptz, PtzDone, PtzFailed, PtzKnown
from console.ptz.record import Record


class Turning:
    """`heads`: what a person turns, `grip`: on which tile, `errands`: what alarms do. Without a backend none."""

    def __init__(
        self, clock: Clock, seat: Seat, room: Room, duties: Duties, around: Surroundings,
        append: Callable[[Sequence[Entry]], None], announce_it: Callable[[Announcement], None], hold_ms: int = HOLD_MS,
    ) -> None:  # fmt: skip
        self._seat = seat
        self._record = Record(clock, append)
        self._orders = Orders(announce_it)
        self.heads = Heads(clock, seat, self._record, self._orders, room, announce_it, hold_ms)
        self.grip = Grip(self.heads, around, announce_it)
        self.errands = Errands(clock, self.heads, self._record, self._orders, duties, announce_it)

    def connect(self, ptz: Ptz) -> None:
        """From now on these are the cameras' heads."""
        self._orders.connect(ptz)

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild from the entries of the open streams, in order."""
        self._record.load(recorded)

    def start(self) -> None:
        """What this position held when it went away is free; what others hold ends with their silence."""
        self.heads.resume()
        self.errands.start()

    def stop(self) -> None:
        """Stand still and let go."""
        self.heads.free_all(Why.ENDED)
        self.errands.stop()

    def left(self) -> None:
        """Nobody acts at this position any more."""
        self.heads.free_all(Why.LEFT)

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return dict.fromkeys((PtzDone, PtzFailed, PtzKnown), self._orders.heard)

    def learn(self, record: Recorded) -> bool:
        """What another console wrote; it never has to wait."""
        self._record.learn(record)
        return True

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was about a head."""
        return self._record.overruled(conflict)
