"""What the real video process finds out about real streams: figures, views, frozen encoders, wrong clocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.config.schema import VideoConfig
from console.inbox import Inbox
from console.looks import StreamMeasured, Survey
from console.model import Camera, CameraId, CameraKind
from console.sim.cameras import CameraSim, Effect, Fault, SimCamera
from console.truth import judge
from console.truth.glimpse import Glimpse
from console.truth.watch import Patience, Watch
from tests.waiting import wait_until

GATE, LIFT = CameraId("gate"), CameraId("lift")
SCENES = {GATE: "street-20-day", LIFT: "lift-3-day"}
EFFECTS = (Effect.MOVED, Effect.COVERED, Effect.DARK, Effect.DEFOCUSED)
AT_ONCE = Patience(fault_ms=0, learn_ms=0)
SOON_S = 60.0  # clips have to be drawn, on a machine that does other things


@dataclass
class Rig:
    """A video process, its cameras, and one watch on each of them."""

    sim: CameraSim
    video: VideoProcess
    inbox: Inbox
    figures: dict[CameraId, StreamMeasured] = field(default_factory=dict)
    watches: dict[CameraId, Watch] = field(default_factory=lambda: {name: Watch() for name in SCENES})
    looks: dict[CameraId, int] = field(default_factory=lambda: dict.fromkeys(SCENES, 0))

    def take(self, item: object) -> None:
        if isinstance(item, StreamMeasured):
            self.figures[item.camera] = item
        elif isinstance(item, Glimpse):
            self.looks[item.camera] += 1
            self.watches[item.camera].take(item.view, item.still, self.looks[item.camera], AT_ONCE)

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        def look() -> bool:
            self.inbox.drain(self.take, lambda _item, _error: None)
            return is_so()

        wait_until(look, SOON_S, what)

    def says(self, camera: CameraId, fault: judge.Fault | None) -> None:
        self.until(lambda: self.watches[camera].fault is fault, f"{camera}: {fault}")


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    cameras = [SimCamera(name, number, name, scene) for number, (name, scene) in enumerate(SCENES.items(), 11)]
    sim = CameraSim(cameras, cache=tmp_path_factory.mktemp("clips"))
    sim.start()
    known = [
        Camera(name, number, name, name, CameraKind.FIXED, None, sub_url=f"{{base}}/{name}/sub")
        for number, name in enumerate(SCENES, 11)
    ]
    inbox = Inbox()
    video = VideoProcess(VideoConfig(), known, sim.base, resolve=str, inbox=inbox, clock=Clock())
    video.start()
    video.survey(Survey(figures_s=0.5, views_s=0.25))
    made = Rig(sim, video, inbox)
    made.until(lambda: all(watch.known for watch in made.watches.values()), "every view is known")
    yield made
    video.stop()
    sim.stop()


def test_every_stream_is_measured(rig: Rig) -> None:
    rig.until(
        lambda: len(rig.figures) == len(SCENES) and all(f.key_s and f.fps for f in rig.figures.values()), "all figures"
    )
    for found in rig.figures.values():
        assert found.fps == pytest.approx(10, abs=4)
        assert found.key_s == pytest.approx(2.0, abs=0.7)
        assert (found.codec, found.width, found.height, found.transport) == ("h264", 640, 360, "tcp")
        assert found.visits == 1
        assert found.lost == 0


def test_a_frozen_encoder_is_found_though_it_is_live_and_a_clock_that_is_an_hour_ahead_is_measured(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "STILL_S", 3.0)
    rig.sim.fault(GATE, Fault.FROZEN)
    rig.sim.fault(LIFT, Fault.WRONG_CLOCK)
    rig.says(GATE, judge.Fault.FROZEN)
    rig.until(lambda: rig.figures[LIFT].clock_ms > 3_500_000, "the wrong clock")
    assert rig.watches[LIFT].fault is None
    assert rig.figures[GATE].age_ms < 1_500
    for camera in SCENES:
        rig.sim.fault(camera, None)
    rig.says(GATE, None)
    rig.until(lambda: abs(rig.figures[LIFT].clock_ms) < 60_000, "the right one again")


@pytest.mark.long
@pytest.mark.parametrize("effect", EFFECTS)
def test_what_happens_to_a_camera_is_seen_in_its_stream_and_nothing_is_said_of_the_other(
    rig: Rig, effect: Effect
) -> None:
    rig.sim.effect(GATE, effect).result(SOON_S)
    rig.says(GATE, judge.Fault(effect.value))
    assert rig.watches[LIFT].fault is None
    rig.sim.effect(GATE, None).result(SOON_S)
    rig.says(GATE, None)


def test_nothing_is_looked_at_while_nobody_asks(rig: Rig) -> None:
    rig.video.survey(Survey(0, 0))
    rig.video.survey(Survey(0.5, 0))
    rig.inbox.drain(lambda _item: None, lambda _item, _error: None)
    looks = dict(rig.looks)
    rig.figures.clear()
    rig.until(lambda: len(rig.figures) == len(SCENES), "figures alone")
    assert sum(rig.looks.values()) - sum(looks.values()) <= 1  # one may have been under way
