"""The flood: more raises in ten minutes than a person can take in, and where they come from. Desk thread.

It hides nothing: it only says that it is on, and how the list may be grouped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from console.alarms.alarm import Alarm
from console.clock import Clock, Deadline
from console.model import AlarmId, BuildingId

WINDOW_MS = 600_000
BEGINS_ABOVE = 10  # raises in the window
ENDS_BELOW = 5

Floor = tuple[BuildingId | None, int | None]


@dataclass(frozen=True, slots=True)
class Group:
    """The alarms of one floor that are in the list; `first_in` came before the others. (None, None): no place known."""

    building: BuildingId | None
    floor: int | None
    count: int
    first_in: AlarmId


@dataclass(frozen=True, slots=True)
class Flood:
    """`rate_10min`: raises in the last ten minutes. `groups` in the order in which their first alarm came."""

    since_ms: int
    rate_10min: int
    groups: tuple[Group, ...]


class Flooding:
    """Counts raises, whatever became of them. `changed` is told that a flood has begun (True) or ended (False), and
    since when it was one, epoch ms.
    """

    def __init__(self, clock: Clock, changed: Callable[[bool, int], None]) -> None:
        self._clock = clock
        self._changed = changed
        self._raises: deque[int] = deque()
        self._since_ms = 0
        self._end: Deadline | None = None
        self._floors: dict[Floor, dict[AlarmId, None]] = {}
        self._groups: tuple[Group, ...] | None = ()  # None: to be counted anew by whoever asks next

    # ---- reading ----

    @property
    def now(self) -> Flood | None:
        """None while there is no flood."""
        return Flood(self._since_ms, self.rate(), self.groups()) if self._since_ms else None

    @property
    def is_on(self) -> bool:
        return bool(self._since_ms)

    def rate(self) -> int:
        """Raises in the last ten minutes."""
        self._forget(self._clock.now_ms())
        return len(self._raises)

    def groups(self) -> tuple[Group, ...]:
        """Every floor with an alarm in the list, flood or not."""
        if self._groups is None:
            self._groups = tuple(
                Group(*floor, len(there), next(iter(there))) for floor, there in self._floors.items() if there
            )
        return self._groups

    # ---- what happens ----

    def load(self, raised_ms: Iterable[int]) -> None:
        """What was raised before this start, in order of time."""
        for at_ms in raised_ms:
            self._take(at_ms)
        if self.is_on:
            self._wait()

    def raised(self, at_ms: int) -> None:
        was_on = self.is_on
        self._take(at_ms)
        if self.is_on and not was_on:
            self._changed(True, self._since_ms)
        if self.is_on and self._end is None:
            self._wait()

    def stands(self, alarm: Alarm, floor: Floor) -> None:
        """It is in the list."""
        there = self._floors.setdefault(floor, {})
        if alarm.id not in there:
            there[alarm.id] = None
            self._groups = None

    def gone(self, alarm: Alarm, floor: Floor) -> None:
        """It is no longer."""
        there = self._floors.get(floor)
        if there is not None and alarm.id in there:
            del there[alarm.id]
            self._groups = None
            if not there:
                del self._floors[floor]

    # ---- inside ----

    def _take(self, at_ms: int) -> None:
        self._forget(at_ms)
        if self.is_on and len(self._raises) < ENDS_BELOW:
            self._since_ms = 0
        self._raises.append(at_ms)
        if not self.is_on and len(self._raises) > BEGINS_ABOVE:
            self._since_ms = at_ms

    def _forget(self, now_ms: int) -> None:
        while self._raises and self._raises[0] <= now_ms - WINDOW_MS:
            self._raises.popleft()

    def _wait(self) -> None:
        """Look again when the window may hold fewer than that end it."""
        last = self._raises[-ENDS_BELOW] if len(self._raises) >= ENDS_BELOW else self._clock.now_ms() - WINDOW_MS
        self._end = self._clock.after(last + WINDOW_MS - self._clock.now_ms(), self._look)

    def _look(self) -> None:
        self._end = None
        if self.rate() >= ENDS_BELOW:
            self._wait()
        elif self.is_on:
            since_ms, self._since_ms = self._since_ms, 0
            self._changed(False, since_ms)
