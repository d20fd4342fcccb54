"""How every camera's stream does, and what it shows: a few cameras at a time, so that it is not felt. Loop thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from console.clock import Clock
from console.looks import StreamMeasured, Survey, ViewSeen
from console.model import CameraId
from console.ports import CameraState
from console.videod.glances import Glances, Look
from console.videod.stream import Stream

SECOND = 1_000_000_000
STARE_NS = SECOND  # between two looks at a picture that did not change
LONGEST_S = 600.0
MOST = 12  # cameras at one turn, of which there are twenty a second
ROLL_NS = SECOND  # how often it is asked which cameras there are
CHANGED = 8.0  # mean steps of brightness from look to look: something happened …
AGAIN_NS, AGAIN = 10 * SECOND, 15  # … and the camera is looked at so soon again, so many times

Streams = Callable[[], Mapping[CameraId, Stream]]
Report = Callable[[StreamMeasured | ViewSeen], None]


@dataclass(frozen=True, slots=True)
class _Sample:
    """A stream's counters at one moment."""

    at_ns: int
    units: int
    received: int


class _Turns:
    """Whose turn it is: every camera once in `every_s`."""

    def __init__(self) -> None:
        self.every_s = 0.0
        self._credit = 0.0
        self._last_ns = 0
        self._waiting: list[CameraId] = []

    def take(self, now_ns: int, cameras: Mapping[CameraId, Stream]) -> list[CameraId]:
        """Those whose turn it is."""
        passed_s = min(1.0, (now_ns - self._last_ns) / SECOND)
        self._last_ns = now_ns
        if self.every_s <= 0 or not cameras:
            return []
        self._credit = min(MOST, self._credit + passed_s * len(cameras) / self.every_s)
        due = []
        while self._credit >= 1:
            self._credit -= 1
            self._waiting = self._waiting or list(cameras)
            due.append(self._waiting.pop())
        return [camera for camera in due if camera in cameras]


class Surveyor:
    """`streams`: the stream of each camera whose state is the camera's. Nothing is done before `order`."""

    def __init__(self, streams: Streams, later: Callable[..., object], report: Report) -> None:
        self._streams = streams
        self._report = report
        self._clock = Clock()
        self._samples: dict[CameraId, _Sample] = {}
        self._sizes: dict[CameraId, tuple[int, int]] = {}
        self._figures, self._views = _Turns(), _Turns()
        self._looked: dict[CameraId, int] = {}  # arrival of the key frame that was looked at last
        self._due: set[CameraId] = set()  # to be told of when the look is over
        self._staring: set[CameraId] = set()  # the picture did not change: every key frame is looked at
        self._again: dict[CameraId, tuple[int, int]] = {}  # when, and how many times more
        self._known: Mapping[CameraId, Stream] = {}
        self._now_ns = self._known_ns = 0
        self._is_sparing = False
        self._glances = Glances(later, self._seen)
        self._glances.start()

    def order(self, survey: Survey) -> None:
        """Measure and look from now on at this pace."""
        self._figures.every_s, self._views.every_s = (
            min(max(0.0, each), LONGEST_S) for each in (survey.figures_s, survey.views_s)
        )
        self._staring.clear()

    def spare(self, *, is_sparing: bool) -> None:
        """While the machine has too much to do only views that are decoded anyway are looked at."""
        self._is_sparing = is_sparing

    def tick(self, now_ns: int) -> None:
        """Called many times a second."""
        self._now_ns = now_ns
        if now_ns - self._known_ns >= ROLL_NS:
            self._known_ns, self._known = now_ns, self._streams()
        streams = self._known
        for camera in self._figures.take(now_ns, streams):
            self._report(self._measured(camera, streams[camera], now_ns))
        for camera in (*self._views.take(now_ns, streams), *self._hurried()):
            self._due.add(camera)
            self._look(camera, streams[camera])
        for camera in self._staring & streams.keys():
            self._look(camera, streams[camera], STARE_NS)

    def _hurried(self) -> list[CameraId]:
        """Cameras that are looked at again because something happened there."""
        due = [camera for camera, (at_ns, _) in self._again.items() if at_ns <= self._now_ns]
        for camera in due:
            _, left = self._again.pop(camera)
            if left > 1 and self._views.every_s > 0:
                self._again[camera] = self._now_ns + AGAIN_NS, left - 1
        return [camera for camera in due if camera in self._known]

    def close(self) -> None:
        self._glances.close()

    # ---- views ----

    def _look(self, camera: CameraId, stream: Stream, apart_ns: int = 1) -> None:
        """At its newest key frame, when it is live and that one was not looked at."""
        units = stream.gop.units
        if stream.state is not CameraState.LIVE or not units or (self._is_sparing and not stream.taps):
            return
        key = units[0]
        is_new = key.arrived_ns - self._looked.get(camera, 0) >= apart_ns
        if is_new and key.is_key and self._glances.ask(camera, key):
            self._looked[camera] = key.arrived_ns

    def _seen(self, look: Look) -> None:
        camera = look.seen.camera
        if look.size is None:
            return
        self._sizes[camera] = look.size
        (self._staring.add if look.seen.looks > 1 else self._staring.discard)(camera)
        if look.change > CHANGED:
            self._again[camera] = self._now_ns + AGAIN_NS, AGAIN
        if camera in self._due:
            self._due.discard(camera)
            self._report(look.seen)

    # ---- figures ----

    def _measured(self, camera: CameraId, stream: Stream, now_ns: int) -> StreamMeasured:
        sample = _Sample(now_ns, stream.counts.units, stream.received)
        before = self._samples.get(camera, sample)
        self._samples[camera] = sample
        passed_s = (sample.at_ns - before.at_ns) / SECOND
        units, received = (max(0, sample.units - before.units), max(0, sample.received - before.received))
        width, height = self._sizes.get(camera, (0, 0))
        heard, clock = stream.reception, stream.reception.clock if stream.reception is not None else None
        return StreamMeasured(
            camera=camera,
            fps=round(units / passed_s, 1) if passed_s else 0.0,
            kbit_s=round(received / 125 / passed_s, 1) if passed_s else 0.0,
            key_s=round(stream.gop.key_every_s, 2),
            codec=heard.codec.value if heard is not None else "",
            width=width,
            height=height,
            transport=stream.way,
            lost=stream.lost,
            visits=stream.counts.visits,
            age_ms=(now_ns - heard.arrived_ns) // 1_000_000 if heard is not None and heard.arrived_ns else -1,
            ring_s=round(stream.gop.ring.seconds(), 1),
            clock_ms=self._apart_ms(clock.epoch_ms, clock.heard_ns) if clock is not None else 0,
            has_clock=clock is not None and clock.epoch_ms > 0,  # else it counts from its start
        )

    def _apart_ms(self, epoch_ms: int, heard_ns: int) -> int:
        """How far a camera's clock was before ours when it was heard."""
        ours_ms = self._clock.now_ms() - (self._clock.monotonic_ns() - heard_ns) // 1_000_000
        return epoch_ms - ours_ms
