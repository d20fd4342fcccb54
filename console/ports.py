"""The seams to the outside, complete: Feed, Video and Store. Each has several real backends in `backends/<kind>/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from console.journal import Entry, Recorded
from console.model import AlarmId, CameraId, Domain, Message, PointId, Quality, Site


class Feed(Protocol):
    """Messages from the outside. Calls `parse` on its own thread, after the message is safe in the receipt spool."""

    def start(self) -> None:
        """Begin to connect; returns at once. Unhandled receipts of earlier runs are fed first."""

    def stop(self) -> None:
        """Disconnect and commit what is pending; waits at most two seconds."""

    def handled(self, receipts: Sequence[int]) -> None:
        """These receipts have done their work (journal committed, or nothing to do). Thread-safe."""

    def set_aside(self, receipt: int, error: str) -> None:
        """This receipt made the core raise: keep it with the error, never feed it again. Thread-safe."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Posted by a Feed: a message made the program raise; it is kept with its error and never fed again."""

    receipt: int
    error: str


Parse = Callable[[Message], None]  # what a Feed calls with each message, on the feed's thread


class Store(Protocol):
    """The journal's home. Reads are for start-up and for `work` children; appends never block the caller."""

    @property
    def writer(self) -> str:
        """This run's name in the journal: position + "/" + boot id."""

    def previous_head(self) -> tuple[str, int, str] | None:
        """Writer, sequence and hash of this position's last entry before this run. After `open`."""

    def open(self) -> None:
        """Open, migrate and check the database; raises StoreError. Called before any thread runs."""

    def open_streams(self, domain: Domain) -> Iterable[Recorded]:
        """Every entry of every stream still open, in (stream, version) order. Before `start` only."""

    def episodes(self, domain: Domain) -> Mapping[PointId, int]:
        """Number of the last episode of each point. Before `start` only."""

    def start(self) -> None:
        """Start the store thread."""

    def append(self, entries: Sequence[Entry], receipts: Sequence[int] = ()) -> None:
        """Commit these, in order, in one transaction; the receipts are marked handled after the commit.

        Posts `Saved`, `Conflict`, `LinkDown("store", …)` or `LinkUp` to the inbox. Nothing is dropped while the
        database is away: entries wait and are committed in order when it is back.
        """

    def stop(self) -> bool:
        """Commit what waits and close; False when entries could not be committed within five seconds."""


class CameraState(StrEnum):
    """What stands between the operator and a camera's picture; each looks different on the tile."""

    QUEUED = "queued"
    CONNECTING = "connecting"
    WAITING_KEY = "waiting_key"  # connected, no key frame yet
    LIVE = "live"
    STALE = "stale"  # connected, but no new frame for longer than the stale rule allows
    NO_SIGNAL = "no_signal"  # no answer, or the connection was lost
    WRONG_PASSWORD = "wrong_password"
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    UNSUPPORTED = "unsupported"  # a codec or transport we do not decode


@dataclass(frozen=True, slots=True)
class CameraChanged:
    """Posted by a Video backend when a camera's state changes. `detail` is for the log and the tile's second line."""

    camera: CameraId
    state: CameraState
    at_ms: int
    detail: str = ""
    retry_in_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The newest decoded picture of a slot. `pixels` is BGRA, `stride` bytes a row; valid until the next `frame()`.

    `arrived_ns` is monotonic time at which the last packet of the frame arrived; `sequence` grows by one per frame
    of the slot; `from_memory` is true for a picture decoded from the stored GOP rather than received live.
    """

    camera: CameraId
    quality: Quality
    sequence: int
    arrived_ns: int
    width: int
    height: int
    stride: int
    pixels: memoryview
    from_memory: bool


@dataclass(frozen=True, slots=True)
class Painted:
    """A window reports that the first frame of an alarm's camera has been painted."""

    alarm: AlarmId
    camera: CameraId
    window: str
    tile: str
    painted_ms: int
    source: str  # memory | live
    frame_age_ms: int


class Video(Protocol):
    """Pictures. A slot is one place on a screen; the backend decodes what its slot shows and nothing else."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def show(self, slot: int, camera: CameraId | None, quality: Quality, width: int, height: int) -> None:
        """From now on this slot shows that camera scaled into width × height device pixels; None frees the slot.

        The slot keeps its old frame until the first frame of the new camera is there.
        """

    def take_site(self, site: Site) -> None:
        """From now on these are the cameras; those that are reached as before keep their streams. Never blocks."""

    def frame(self, slot: int) -> Frame | None:
        """The newest frame of the slot if it is newer than the last one asked for, else None. Never blocks."""
