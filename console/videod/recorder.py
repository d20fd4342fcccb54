"""Which clips are being recorded, from which streams: memory first, then what arrives. Loop thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from console.ports import ClipTrouble
from console.videod.archive import Archive
from console.videod.control import Failed, Record, Saved
from console.videod.gop import Gop
from console.videod.stream import Stream
from console.videod.unit import Unit

HAND_OVER_NS = 500_000_000  # how often what arrived is handed to the disk
BACKLOG = 32 * 1024 * 1024  # bytes the disk may be behind
CLOSE_S = 1.0

Report = Callable[[Saved | Failed], None]
Later = Callable[[Callable[[], None]], object]  # calls on the loop thread, from any thread


class _Take:
    """One clip: what has arrived for it and was not handed over yet."""

    def __init__(self, order: Record, stream: Stream | None) -> None:
        self.order = order
        self.stream = stream
        self.units: list[Unit] = []
        self._waits_for_key = False

    def begin(self, gop: Gop) -> None:
        """Take what memory has; where it has key frames only, what comes next is of use from the next one on."""
        self.units += [unit for unit in gop.since(self.order.from_ns) if unit.arrived_ns <= self.order.until_ns]
        self._waits_for_key = not gop.is_whole

    def tap(self, unit: Unit) -> None:
        self._waits_for_key &= not unit.is_key
        if not self._waits_for_key and unit.arrived_ns <= self.order.until_ns:
            self.units.append(unit)


class Recorder:
    """`changed` is called when a stream begins or ends to be recorded, `report` once for each order."""

    def __init__(self, data: Path | None, later: Later, changed: Callable[[], None], report: Report) -> None:
        def from_archive(told: Saved | Failed) -> None:
            later(lambda: self._told(told))

        self._archive = Archive(data, from_archive) if data is not None else None
        self._changed = changed
        self._report = report
        self._takes: dict[str, _Take] = {}
        self._sent = 0
        self._next_ns = 0
        if self._archive is not None:
            self._archive.start()

    def __len__(self) -> int:
        return len(self._takes)

    def wants(self, stream: Stream) -> bool:
        """Whether a clip is being made of this stream."""
        return any(take.stream is stream for take in self._takes.values())

    def record(self, order: Record, stream: Stream | None) -> None:
        """Begin with what is in memory; an order that is known already goes on."""
        if order.path in self._takes:
            return
        if self._archive is None:
            self._report(Failed(order.path, order.camera, ClipTrouble.UNWRITABLE, "no data folder was given"))
            return
        if stream is None and not order.is_settling:
            self._report(Failed(order.path, order.camera, ClipTrouble.UNKNOWN_CAMERA, ""))
            return
        take = self._takes[order.path] = _Take(order, None if order.is_settling else stream)
        self._archive.begin(order)
        if take.stream is not None:
            take.begin(take.stream.gop)
            take.stream.taps.append(take.tap)
        self._changed()

    def keep(self, order: Record, units: Sequence[Unit]) -> None:
        """Write what somebody held, at once."""
        if order.path in self._takes:
            return
        if self._archive is None:
            self._report(Failed(order.path, order.camera, ClipTrouble.UNWRITABLE, "no data folder was given"))
            return
        self._takes[order.path] = _Take(order, None)
        self._archive.begin(order)
        self._archive.append(order.path, units, sum(len(unit.data) for unit in units))
        self._archive.end(order.path, is_cut=False)

    def forget(self, stream: Stream) -> None:
        """This stream is no more: its clips end with what there is."""
        for take in [take for take in self._takes.values() if take.stream is stream]:
            self._end(take, is_cut=True)

    def tick(self, now_ns: int) -> None:
        """Hand over what arrived, end what has had its time; called many times a second."""
        if now_ns < self._next_ns or self._archive is None:
            return
        self._next_ns = now_ns + HAND_OVER_NS
        for take in list(self._takes.values()):
            if take.stream is None:
                continue
            self._hand_over(take)
            if now_ns > take.order.until_ns + HAND_OVER_NS:
                self._end(take, is_cut=False)
            elif self._sent - self._archive.written > BACKLOG:
                self._drop(take)

    def close(self) -> None:
        """End every clip with what there is."""
        for take in list(self._takes.values()):
            self._end(take, is_cut=True)
        if self._archive is not None:
            self._archive.stop(CLOSE_S)

    def _hand_over(self, take: _Take) -> None:
        units, take.units = take.units, []
        if units and self._archive is not None:
            size = sum(len(unit.data) for unit in units)
            self._sent += size
            self._archive.append(take.order.path, units, size)

    def _end(self, take: _Take, *, is_cut: bool) -> None:
        """No more pictures for it; the archive's word ends it."""
        if take.stream is not None and self._archive is not None:
            self._hand_over(take)
            take.stream.taps.remove(take.tap)
            take.stream = None
            self._archive.end(take.order.path, is_cut=is_cut)
            self._changed()

    def _drop(self, take: _Take) -> None:
        """The disk does not keep up: what was handed over is finished if it ever does."""
        self._end(take, is_cut=True)
        self._told(Failed(take.order.path, take.order.camera, ClipTrouble.DISK_SLOW, ""))

    def _told(self, told: Saved | Failed) -> None:
        take = self._takes.pop(told.path, None)
        if take is None:
            return
        if take.stream is not None:
            take.stream.taps.remove(take.tap)
            take.stream = None
            self._changed()
        self._report(told)
