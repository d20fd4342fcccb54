"""What arrived, source by source: counts, clocks, devices and the last messages with what became of them.

Written by the feed's thread after the alarm path, a microsecond or two a message; read by the desk thread, which takes
copies and never waits. Everything in it is bounded.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from console.model import ConditionChanged, Message, Reading, Rejected, Site, State
from console.parse.directory import split
from console.parse.register import Register
from console.parse.rejects import Reject

RING = 60  # last messages kept of each source
DEAD = 30  # and of those that were refused: a busy source would push them out at once
KEPT_BYTES = 16_384  # and so much of each
KEPT_READINGS = 40  # and so many readings of each: a gateway tells of hundreds of devices at once
SLICE_MS = 10_000
SLICES = 7  # the one that runs and a minute of full ones
CLOCKS = 51  # device times the skew is the median of
MOST_DEVICES = 20_000  # of one source that are none of the site's: who invents some pushes out what he invented
MOST_BRIDGES = 100  # of one source that are not forgotten although the site has no such device
HARMLESS = frozenset({Reject.NO_SIGNAL, Reject.RETAINED})  # understood: there was nothing to do about it

Changes = Sequence[ConditionChanged]
Result = Sequence[Reading] | Rejected | None  # None: it made the program raise, and is set aside


class Arrived(NamedTuple):
    """One message and what became of it. `size` is the payload's, which may have been cut to `KEPT_BYTES`."""

    message: Message
    size: int
    result: Result
    readings: int
    changes: Sequence[ConditionChanged]
    number: int  # counted from 1 in its source

    @property
    def is_cut(self) -> bool:
        return self.size > len(self.message.payload)


_Kept = tuple[Message, int, Result, int, Sequence[ConditionChanged], int]  # an `Arrived` that nobody has looked at


class Said(NamedTuple):
    """What a device's availability says last; `reach` names whom its loss takes along, as in a reading."""

    is_there: bool
    reach: str
    at_ms: int


class Refused(NamedTuple):
    """How often a source was refused for one reason, and the newest example."""

    times: int
    last: Rejected


class Tally:
    """One source. All its fields are the feed's thread's; others copy them."""

    __slots__ = (
        "bridges", "clock_faults", "dead", "forgotten", "heard", "last_ms", "messages", "presence", "raised",
        "refused", "ring", "skews", "slice", "slices", "understood",
    )  # fmt: skip

    def __init__(self, is_ours: Callable[[str], bool] = lambda _device: False) -> None:
        """`is_ours`: whether the site has this device of the source."""
        self.messages = 0
        self.understood = 0  # at least one reading came of it
        self.raised = 0
        self.clock_faults = 0
        self.last_ms = 0
        self.refused: dict[str, Refused] = {}
        self.skews: deque[int] = deque(maxlen=CLOCKS)  # device time minus arrival, ms
        self.forgotten = 0  # devices that went for newer ones
        # device → when it was heard last, epoch ms
        self.heard: Register[str, int] = Register(MOST_DEVICES, is_ours, self._forgot)
        self.bridges: set[str] = set()  # the first that were heard: they are not forgotten
        self.presence: Register[str, Said] = Register(
            MOST_DEVICES, lambda device: device in self.bridges or is_ours(device)
        )
        self.slices: deque[tuple[int, int]] = deque(maxlen=SLICES)  # (number of the slice of time, messages before it)
        self.slice = -1  # the one that runs
        self.dead: deque[_Kept] = deque(maxlen=DEAD)
        self.ring: deque[_Kept] = deque(maxlen=RING)

    def took(self, message: Message, result: Result, changes: Sequence[ConditionChanged]) -> None:
        """Count one message."""
        now_ms = self.last_ms = message.received_ms
        slice_ = now_ms // SLICE_MS
        if slice_ != self.slice:
            self.slice = slice_
            self.slices.append((slice_, self.messages))
        self.messages += 1
        readings = 0
        if isinstance(result, Rejected):
            self._refuse(result)
        elif result is None:
            self.raised += 1
        else:
            self.understood += 1
            readings = len(result)
            self._hear(message, result)
        size = len(message.payload)
        if size > KEPT_BYTES or readings > KEPT_READINGS:
            message, result, changes = _cut(message, result, changes)
        kept = (message, size, result, readings, changes, self.messages)
        self.ring.append(kept)
        if readings == 0 and is_dead(result):
            self.dead.append(kept)

    def _refuse(self, rejected: Rejected) -> None:
        reason = rejected.reason
        known = self.refused.get(reason)
        self.refused[reason] = Refused(known.times + 1 if known is not None else 1, rejected)

    def _hear(self, message: Message, readings: Sequence[Reading]) -> None:
        heard, now_ms = self.heard, message.received_ms
        for reading in readings:
            kind, device = reading.kind, reading.device
            if reading.clock_fault:
                self.clock_faults += 1
            if kind == "availability":
                self._told(reading)
            elif kind:
                heard.keep(device, now_ms)
        if readings and not message.retained:
            first = readings[0]
            if first.device_ms is not None and first.state is not State.IGNORE:  # what was said before has an old time
                self.skews.append(first.device_ms - now_ms)

    def _told(self, reading: Reading) -> None:
        is_there, before = reading.state is State.NORMAL, self.presence.get(reading.device)
        if not is_there and reading.state is not State.OFFLINE:
            return
        if reading.reach and len(self.bridges) < MOST_BRIDGES:
            self.bridges.add(reading.device)
        is_news = before is None or before.is_there != is_there
        said = Said(is_there, reading.reach, reading.received_ms) if before is None or is_news else before
        self.presence.keep(reading.device, said)

    def _forgot(self, _device: str, _heard_ms: int) -> None:
        self.forgotten += 1

    def per_minute(self, now_ms: int) -> int:
        """Messages of the last full minute, in steps of ten seconds."""
        slices = tuple(self.slices)
        oldest = now_ms // SLICE_MS - SLICES + 1
        before = next((count for slice_, count in slices if slice_ >= oldest), self.messages)
        running = next((count for slice_, count in slices if slice_ == now_ms // SLICE_MS), self.messages)
        return max(0, running - before)


class Ledger:
    """Every source that was heard; "" are the messages nobody listens to."""

    def __init__(self) -> None:
        self._tallies: dict[str, Tally] = {}
        self._ours: frozenset[tuple[str, str]] = frozenset()

    def saw(self, source: str, message: Message, result: Result, changes: Sequence[ConditionChanged] = ()) -> None:
        """The feed's thread has decoded a message."""
        tally = self._tallies.get(source)
        if tally is None:
            tally = self._tallies[source] = Tally(partial(self._is_ours, source))
        tally.took(message, result, changes)

    def _is_ours(self, source: str, device: str) -> bool:
        return (source, device) in self._ours

    # ---- any thread ----

    def take_site(self, site: Site) -> None:
        """The devices of the site from now on: they are never forgotten."""
        self._ours = frozenset(split(point.id)[:2] for point in site.points)

    def names(self) -> tuple[str, ...]:
        return tuple(self._tallies)

    def get(self, source: str) -> Tally | None:
        return self._tallies.get(source)

    def last(self, source: str) -> tuple[Arrived, ...]:
        """The newest messages of a source, oldest first."""
        tally = self._tallies.get(source)
        return tuple(map(Arrived._make, tuple(tally.ring))) if tally is not None else ()

    def dead(self, source: str) -> tuple[Arrived, ...]:
        """The newest messages of a source that somebody should see to, oldest first."""
        tally = self._tallies.get(source)
        return tuple(map(Arrived._make, tuple(tally.dead))) if tally is not None else ()


def is_dead(result: Result) -> bool:
    """Whether nothing was made of the message, and should have been."""
    return result is None or (isinstance(result, Rejected) and result.reason not in HARMLESS)


def _cut(message: Message, result: Result, changes: Sequence[ConditionChanged]) -> tuple[Message, Result, Changes]:
    """As much of it as is kept."""
    if len(message.payload) > KEPT_BYTES:
        message = replace(message, payload=message.payload[:KEPT_BYTES])
    if result is not None and not isinstance(result, Rejected):
        result = result[:KEPT_READINGS]
    return message, result, changes[:KEPT_READINGS]
