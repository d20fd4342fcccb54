"""The desk of the cameras' health: what each stream does, with its state, its clock and its view. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from console.clock import Clock
from console.config.schema import TruthConfig
from console.health.advice import Advice, advice_on
from console.looks import StreamMeasured, Survey
from console.model import Camera, CameraId
from console.pictures import Picture, Pictures
from console.ports import CameraState
from console.truth.clocks import Offset
from console.truth.desk import Truth
from console.truth.watch import Watch

CLOSE_S, FAR_S = 1.0, 10.0  # how often figures come while the page is looked at, and otherwise


class Worry(IntEnum):
    """How much a camera needs somebody; the worst first."""

    DARK = 0  # no picture
    UNTRUE = 1  # a picture, and not the right one
    ODD = 2  # wrong clock
    ADVISED = 3  # something should be set otherwise
    UNKNOWN = 4  # nothing measured yet
    WELL = 5


@dataclass(frozen=True, slots=True)
class CameraHealth:
    """A row of the page. What is None is not known, or was not measured."""

    camera: Camera
    picture: Picture
    stream: StreamMeasured | None
    measured_ms: int
    clock: Offset | None
    is_clock_wrong: bool
    view: Watch | None

    @property
    def advice(self) -> Advice:
        return advice_on(self.stream) if self.stream is not None and self.is_live else Advice.NONE

    @property
    def is_live(self) -> bool:
        return self.picture.state is CameraState.LIVE

    @property
    def reconnects(self) -> int:
        """Times it had to be connected to again."""
        return max(0, self.stream.visits - 1) if self.stream is not None else 0

    @property
    def worry(self) -> Worry:
        if not self.is_live:
            return Worry.DARK
        if self.view is not None and self.view.fault is not None:
            return Worry.UNTRUE
        if self.is_clock_wrong:
            return Worry.ODD
        if self.advice:
            return Worry.ADVISED
        return Worry.WELL if self.stream is not None else Worry.UNKNOWN

    def age_ms(self, now_ms: int) -> int | None:
        """Of its newest picture."""
        if self.stream is None or self.stream.age_ms < 0:
            return None
        return self.stream.age_ms + max(0, now_ms - self.measured_ms)


class Health:
    """Without a Video to ask nothing is measured; `watch` while somebody looks."""

    def __init__(
        self, clock: Clock, pictures: Pictures, cameras: Callable[[], Mapping[CameraId, Camera]], truth: Truth,
        config: TruthConfig,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._pictures = pictures
        self._cameras = cameras
        self._truth = truth
        self._config = config
        self._order: Callable[[Survey], None] | None = None
        self._streams: dict[CameraId, tuple[int, StreamMeasured]] = {}
        self._watchers: set[object] = set()

    def connect(self, order: Callable[[Survey], None]) -> None:
        """From now on cameras are measured and looked at there."""
        self._order = order
        self._ask()

    def watch(self, who: object, *, is_looking: bool) -> None:
        """Somebody looks at the page, or no longer: figures come every second, or seldom."""
        before = bool(self._watchers)
        (self._watchers.add if is_looking else self._watchers.discard)(who)
        if bool(self._watchers) != before:
            self._ask()

    def measured(self, stream: StreamMeasured) -> None:
        """The video process measured a camera."""
        if stream.camera not in self._cameras():
            return
        self._streams[stream.camera] = self._clock.now_ms(), stream
        if stream.has_clock:
            self._truth.clocks.told(stream.camera, stream.clock_ms, "rtcp")

    def rows(self) -> tuple[CameraHealth, ...]:
        """Every camera of the site, in its order."""
        return tuple(self._row(camera) for camera in self._cameras().values())

    def _row(self, camera: Camera) -> CameraHealth:
        measured_ms, stream = self._streams.get(camera.id, (0, None))
        clocks = self._truth.clocks
        return CameraHealth(
            camera, self._pictures.get(camera.id), stream, measured_ms, clocks.get(camera.id),
            camera.id in clocks.wrong, self._truth.get(camera.id),
        )  # fmt: skip

    def _ask(self) -> None:
        if self._order is not None:
            self._order(Survey(CLOSE_S if self._watchers else FAR_S, self._config.every_s))
