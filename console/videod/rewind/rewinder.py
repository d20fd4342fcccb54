"""What is looked back at, as the process sees it: holds memory, hands orders to the rewind's thread. Loop thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from console.model import CameraId, Quality
from console.ports import ClipTrouble
from console.rewinds import (
    CAMERAS_MOST,
    AskMemory,
    BeginRewind,
    EndRewind,
    KeepRewind,
    Memory,
    RewindEnded,
    RewindHolds,
    RewindOrder,
    RewindTrouble,
    Shortage,
    SnapPicture,
)
from console.videod.control import Failed, Know, Record, RewindReport, Show, Summed
from console.videod.outlet import Outlet
from console.videod.picture import Target
from console.videod.rewind.held import Held
from console.videod.rewind.memory import memory_of, shortage_of, used
from console.videod.rewind.photo import photograph
from console.videod.rewind.stage import Aim, Begin, Do, Stage
from console.videod.slots import SLOTS
from console.videod.stream import Stream
from console.videod.unit import Unit

CLOSE_S = 1.0

Told = Failed | RewindReport


class Cameras(Protocol):
    """What the receiver knows and does for it."""

    @property
    def known(self) -> Mapping[CameraId, Know]: ...

    def stream(self, camera: CameraId, quality: Quality) -> Stream | None: ...

    def outlet(self, slot: int) -> Outlet: ...

    def keep(self, order: Record, units: Sequence[Unit]) -> None: ...

    def reconsider(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Means:
    """What it was started with: the data folder, seconds of a whole ring, bytes of the budget."""

    data: Path | None
    ring_s: int
    budget: int


class Rewinder:
    """One rewind at a time. `later` runs a call on the loop's thread; `report` is told on the loop."""

    def __init__(
        self, means: Means, cameras: Cameras, later: Callable[..., object], report: Callable[[Told], None]
    ) -> None:
        self._means = means
        self._cameras = cameras
        self._later = later
        self._report = report
        self._stage: Stage | None = None
        self._order: BeginRewind | None = None
        self._held: dict[CameraId, Held] = {}
        self._taps: list[tuple[Stream, Callable[[Unit], None]]] = []
        self._slots: set[int] = set()

    # ---- what slots show ----

    def show(self, wish: Show) -> None:
        """This slot shows that camera out of the rewind."""
        if self._order is None or wish.rewind != self._order.rewind or not 0 <= wish.slot < SLOTS:
            return
        outlet = self._cameras.outlet(wish.slot)
        self._slots.add(wish.slot)
        self._open().put(Aim(wish.slot, wish.camera, Target(outlet, outlet.aim(), wish.width, wish.height)))

    def leave(self, slot: int) -> None:
        """This slot shows something else from now on."""
        if slot in self._slots:
            self._slots.discard(slot)
            self._open().put(Aim(slot))

    def holds(self, stream: Stream) -> bool:
        """Whether the stream is to stay connected, so that it is live at once when nobody looks back any more."""
        return any(held is stream for held, _ in self._taps)

    # ---- orders ----

    def obey(self, order: RewindOrder) -> None:
        """Take one order of the window."""
        match order:
            case BeginRewind():
                self._begin(order)
            case KeepRewind():
                self._keep(order)
            case SnapPicture():
                self._snap(order)
            case AskMemory():
                self._tell_memory()
            case EndRewind() if self._order is None or order.rewind != self._order.rewind:
                return
            case EndRewind():
                self._let_go()
                self._open().put(order)
            case _:
                self._open().put(order)

    def close(self) -> None:
        if self._stage is not None:
            self._stage.put(None)
            self._stage.join(CLOSE_S)

    def _open(self) -> Stage:
        if self._stage is None:
            self._stage = Stage(self._tell)
            self._stage.start()
        return self._stage

    def _tell(self, word: Told) -> None:
        """On the rewind's thread."""
        self._later(self._report, word)

    # ---- holding ----

    def _begin(self, order: BeginRewind) -> None:
        self._let_go()
        self._order = order
        for name in order.cameras[:CAMERAS_MOST]:
            self._hold(CameraId(name))
        for name in order.cameras:
            if CameraId(name) not in self._held:
                self._report(RewindHolds(order.rewind, name, 0, 0, 0, 0, Shortage.NO_CAMERA))
        if not any(held.span().frames for held in self._held.values()):
            self._let_go()
            self._report(RewindEnded(order.rewind, RewindTrouble.NOTHING_HELD))
            return
        self._open().put(Begin(order, tuple(self._held.values())))
        self._cameras.reconsider()

    def _hold(self, camera: CameraId) -> None:
        """The sub-stream, which memory keeps; of a camera without one what there is of its only stream."""
        known = self._cameras.known.get(camera)
        found = next((one for quality in Quality if (one := self._cameras.stream(camera, quality)) is not None), None)
        if known is None or found is None:
            return
        quality = Quality.SUB if known.sub else Quality.MAIN
        gop = found.gop
        shortage = shortage_of(known, found, self._means.ring_s)
        held = self._held[camera] = Held(camera, quality, gop.since(0), shortage, is_whole=gop.is_whole)
        found.taps.append(held.add)
        self._taps.append((found, held.add))

    def _let_go(self) -> None:
        for stream, tap in self._taps:
            stream.taps.remove(tap)
        self._taps, self._held, self._order = [], {}, None
        self._slots.clear()
        self._cameras.reconsider()

    # ---- files ----

    def _keep(self, order: KeepRewind) -> None:
        held = self._held.get(CameraId(order.camera))
        units = held.between(order.from_ns, order.until_ns) if held is not None else []
        if not units:
            self._report(Failed(order.path, order.camera, ClipTrouble.NO_PICTURES, ""))
            return
        record = Record(
            order.path, order.alarm, order.camera, order.number, order.from_ns, order.until_ns, order.at_ns,
            order.at_ms, is_settling=False,
        )  # fmt: skip
        self._cameras.keep(record, units)

    def _snap(self, order: SnapPicture) -> None:
        """The units are taken now: a moment later memory may have let them go."""
        units, data = self._units_for(order), self._means.data
        self._open().put(Do(lambda: self._tell(photograph(data, order, units))))

    def _units_for(self, order: SnapPicture) -> list[Unit]:
        camera = CameraId(order.camera)
        held = self._held.get(camera)
        if order.rewind and held is not None:
            return held.between(order.arrived_ns, order.arrived_ns)
        stream = self._cameras.stream(camera, order.quality) or self._cameras.stream(camera, Quality.SUB)
        return stream.gop.since(order.arrived_ns) if stream is not None else []

    # ---- memory ----

    def _tell_memory(self) -> None:
        """One line a camera, then the sum."""
        told: list[Memory] = []
        streams: list[Stream] = []
        for camera, known in self._cameras.known.items():
            kept = self._cameras.stream(camera, Quality.SUB) or self._cameras.stream(camera, Quality.MAIN)
            if kept is not None:
                told.append(memory_of(known, kept, self._means.ring_s))
                streams.append(kept)
        for memory in told:
            self._report(memory)
        held = sum(held.span().size for held in self._held.values())
        self._report(Summed(used(streams), held, self._means.budget, self._means.ring_s, len(told)))
