"""The newest live statement of every point: decides what is late, what is a repeat, and which time to believe.

Feed's thread. Late samples belong to history only; repeats of the same message change nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from console.model import Message, Reading, State, Value
from console.parse.directory import Directory
from console.parse.moment import FUTURE_MS, is_credible
from console.parse.register import Register
from console.parse.statement import Statement
from console.parse.values import POWER_UP_C

MOST_DEVICES = 20_000  # devices remembered that are none of the site's
JUMP_C = 10.0  # a probe that really is at 85 °C was near it before


@dataclass(slots=True)
class Live:
    """What a point said last. `doubtful`: its source was lost since, so even a repeat is news."""

    value: Value
    state: State
    ts_ms: int
    received_ms: int = 0
    at_ms: int | None = None
    sequence: str = ""
    doubtful: bool = False
    unit: str | None = None


class LastHeard:
    def __init__(self, directory: Directory) -> None:
        self._devices: Register[tuple[str, str], dict[str, Live]] = directory.register(MOST_DEVICES, lambda key: key)

    def get(self, source: str, device: str, kind: str) -> Live | None:
        return self._devices.get((source, device), {}).get(kind)

    def put(self, source: str, device: str, kind: str, live: Live) -> None:
        kinds = self._devices.get((source, device))
        if kinds is None:
            kinds = {}
        kinds[kind] = live
        self._devices.keep((source, device), kinds)

    def doubt(self, source: str, device: str, reach: str) -> None:
        """The device is lost, and whom its loss reaches: a repeat of their last message will count as news."""
        lost = [self._devices.get((source, device), {})]
        if reach:
            start = reach.removesuffix("*")
            lost += [
                kinds for (owner, each), kinds in self._devices.items() if owner == source and each.startswith(start)
            ]
        for kinds in lost:
            for live in kinds.values():
                live.doubtful = True

    def move(self, source: str, old: str, new: str) -> Iterator[tuple[str, Live]]:
        """Hand what `old` said over to `new`, which is the same device; yields what was not plain normal."""
        for kind, live in (self._devices.drop((source, old)) or {}).items():
            if self.get(source, new, kind) is None:
                self.put(source, new, kind, live)
                if live.state not in (State.NORMAL, State.READING):
                    yield kind, live

    def weigh(self, source: str, said: Statement, message: Message) -> Reading:
        """The reading a statement becomes; it is the point's newest from now on unless it is late or a repeat."""
        ts_ms, clock_fault = _believed(said, message.received_ms)
        timed = said.at_ms is not None and not clock_fault
        live = self.get(source, said.device, said.kind)
        ruling = _ruling(said, live, message, ts_ms if timed else None)
        if ruling is None:
            at_ms = said.at_ms if timed else None
            live = Live(said.value, said.state, ts_ms, message.received_ms, at_ms, said.sequence, unit=said.unit)
            self.put(source, said.device, said.kind, live)
        state, reason, history = ruling or (said.state, said.reason, False)
        value = None if state is State.TROUBLE and ruling else said.value
        return Reading(
            source, said.device, said.kind, value, said.unit, state, ts_ms, message.received_ms, history, clock_fault,
            message.retained, said.label, reason, message.receipt, said.reach, said.at_ms,
        )  # fmt: skip


Ruling = tuple[State, str, bool]  # state, reason, belongs to history


def _ruling(said: Statement, live: Live | None, message: Message, timed_ms: int | None) -> Ruling | None:
    """Why a statement is not taken as it stands; None when it is. `timed_ms` is the device's own time if believed."""
    if said.historical:
        return State.IGNORE, "historical", True
    if said.state is State.IGNORE:
        return State.IGNORE, said.reason, False
    if live:
        if timed_ms is not None and timed_ms < min(live.ts_ms, live.received_ms or live.ts_ms):
            return State.IGNORE, "late", True
        if not live.doubtful and _is_repeat(said, live, message.dup, timed_ms is not None):
            return State.IGNORE, "duplicate", False
    if _is_power_up(said, live):
        return State.TROUBLE, "sensor_fault", False
    return None


def _believed(said: Statement, received_ms: int) -> tuple[int, bool]:
    """The time to go by, and whether the device's clock is wrong."""
    if said.at_ms is None:
        return received_ms, said.clock_fault
    if is_credible(said.at_ms, received_ms) or (said.historical and said.at_ms <= received_ms + FUTURE_MS):
        return said.at_ms, False
    return received_ms, True


def _is_repeat(said: Statement, live: Live, dup: bool, timed: bool) -> bool:
    """The same value of the same moment. A delivery flag alone counts only where nothing tells moments apart."""
    if said.value != live.value or said.state is not live.state:
        return False
    if said.sequence and said.sequence == live.sequence:
        return True
    if timed:
        return said.at_ms == live.at_ms
    return dup and not said.sequence


def _is_power_up(said: Statement, live: Live | None) -> bool:
    """85.0 °C out of nowhere is what a one-wire probe reads before its first conversion."""
    if said.value != POWER_UP_C or said.kind != "temperature" or said.state is not State.READING:
        return False
    near = live is not None and isinstance(live.value, int | float) and abs(live.value - POWER_UP_C) <= JUMP_C
    return not near
