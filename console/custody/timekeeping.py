"""Whether our wall clock can be believed: kept right by the system, and the same as the database's and the others'.

Desk thread. Every time in the record is the clock's, so each doubt about it is a trouble until it is over; steps are
told by `troubles.py`. Nothing that is waited for depends on it (`clock.py`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from console.attendance import ClockTold, Present
from console.clock import Clock
from console.config.schema import ClockConfig
from console.model import LinkDown, LinkUp
from console.safekeeping import ClockLooked

KIND = "clock"
NTP, DATABASE = "ntp", "database"
READINGS = 8  # of another console's clock; the quickest of them counts
LEAST = 4  # of them, before anything is said
MINUTE_MS = 60_000
MOST = 64  # other consoles; whoever invents more at the broker is not listened to


class Timekeeping:
    """`report` takes each doubt as a link lost, and its end."""

    def __init__(self, clock: Clock, position: str, report: Callable[[LinkDown | LinkUp], None]) -> None:
        self._clock = clock
        self._position = position
        self._report = report
        self._config = ClockConfig()
        self._unsynchronised_ns: int | None = None  # since when, on the monotonic clock
        self._readings: dict[str, deque[int]] = {}
        self._beats: dict[str, int] = {}
        self._doubts: dict[str, bool] = {}

    def configure(self, config: ClockConfig) -> None:
        self._config = config

    def looked(self, look: ClockLooked) -> None:
        """What the system and the database say."""
        if self._config.ntp and look.is_synchronised is not None:
            self._synchronised(look.is_synchronised)
        if look.ahead_ms is not None:
            self._apart(DATABASE, look.ahead_ms)

    def others(self, present: Iterable[Present]) -> None:
        """The times the other consoles wrote beside their beats; the least delayed one of several is believed."""
        now = self._clock.now_ms()
        for one in present:
            is_news = self._beats.get(one.position) != one.beat
            known = self._beats.get(one.position) is not None
            self._beats[one.position] = one.beat
            if one.has_left:
                self._forget(one.position)
            if not one.has_left and is_news and known:
                self._read(one.position, one.at_ms - now)

    def told(self, told: ClockTold) -> None:
        """What another console says at the broker: the same comparison without the journal's home in between."""
        self._read(told.position, told.at_ms - told.received_ms)

    # ---- inside ----

    def _read(self, position: str, ahead_ms: int) -> None:
        """So much that clock is ahead of ours, less the time its word was on its way."""
        if position == self._position or (position not in self._readings and len(self._readings) >= MOST):
            return
        readings = self._readings.setdefault(position, deque(maxlen=READINGS))
        readings.append(ahead_ms)
        if len(readings) >= LEAST:
            self._apart(position, -max(readings))

    def _forget(self, position: str) -> None:
        """It is gone: nobody can say what time it has."""
        self._readings.pop(position, None)
        if self._doubts.get(position):
            self._now(position, False, "")

    def _synchronised(self, is_so: bool) -> None:
        now_ns = self._clock.monotonic_ns()
        if is_so:
            self._unsynchronised_ns = None
            self._now(NTP, False, "")
            return
        if self._unsynchronised_ns is None:
            self._unsynchronised_ns = now_ns
        if now_ns - self._unsynchronised_ns >= self._config.unsynchronised_min * MINUTE_MS * 1_000_000:
            self._now(NTP, True, "unsynchronised")

    def _apart(self, whom: str, ahead_ms: int) -> None:
        """Over once it is less than half of what made it one."""
        least = self._config.apart_ms // 2 if self._doubts.get(whom) else self._config.apart_ms
        reason = "database_apart" if whom == DATABASE else "console_apart"
        self._now(whom, abs(ahead_ms) > least, reason, f"{ahead_ms / 1000:+.1f} s")

    def _now(self, whom: str, is_doubted: bool, reason: str, detail: str = "") -> None:
        if self._doubts.get(whom) == is_doubted:
            return
        self._doubts[whom] = is_doubted
        now = self._clock.now_ms()
        self._report(LinkDown(KIND, whom, reason, now, detail) if is_doubted else LinkUp(KIND, whom, now))
