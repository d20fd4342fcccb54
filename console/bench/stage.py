"""A whole demo room with its windows for a bench: opened, driven from the desk thread, closed. GUI thread."""

from __future__ import annotations

import argparse
import csv
import os
import random
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
from paho.mqtt.client import Client, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

from console.backends.feed.dial import address
from console.config.read import load
from console.config.schema import BrokerConfig, Config
from console.config.secrets import resolve
from console.errors import BackendError
from console.model import Camera, PointId
from console.ports import CameraState
from console.room import Options, Room
from console.sim.devices import ALARMING, build, by_point

ROOT = Path(__file__).resolve().parents[2]
NO_SCREEN = "this bench paints, and there is no screen: run it on one, or under xvfb-run -s '-screen 0 1920x1080x24'"
POLL_MS = 100
HOT_S = 240  # the first run ever draws the pictures of all cameras

Row = dict[str, str]
Arrange = Callable[[Config, Path], Config]
Change = Callable[[list[Row]], list[Row]]  # of a table


@contextmanager
def demo_room(position: str, late_s: float, arrange: Arrange | None = None) -> Iterator[Room]:
    """The demo without its story; `late_s` is how often the windows say how late they were. Raises BackendError.

    `arrange` makes another configuration of the demo's, with a folder for the files it needs.
    """
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise BackendError(NO_SCREEN)
    config = replace(load(ROOT / "config.toml"), site=ROOT / "resources" / "demo")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        if arrange is not None:
            config = arrange(config, Path(folder) / "site")
        options = Options(Path(folder), position, demo=True, sound=False, quiet=True, late_s=late_s)
        with Room(config, options) as room:
            yield room


def with_rows(config: Config, folder: Path, name: str, change: Change) -> Config:
    """A copy of the site in `folder`, with other rows in one of its tables."""
    return with_tables(config, folder, {name: change})


def with_tables(config: Config, folder: Path, changes: Mapping[str, Change]) -> Config:
    """A copy of the site in `folder`, with other rows in these tables."""
    shutil.copytree(config.site, folder)
    for name, change in changes.items():
        with (folder / name).open(encoding="utf-8", newline="") as old:
            rows = change(list(csv.DictReader(old)))
        with (folder / name).open("w", encoding="utf-8", newline="") as new:
            writer = csv.DictWriter(new, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return replace(config, site=folder)


def end() -> None:
    """Close the windows, as if the program was told to end."""
    os.kill(os.getpid(), signal.SIGTERM)


def play(room: Room, script: Iterator[float]) -> None:
    """Goes on with a script after each pause it yields, in seconds; at its end the windows are closed. Desk thread."""
    pause_s = next(script, None)
    if pause_s is None:
        end()
    else:
        room.clock.after(int(pause_s * 1000), lambda: play(room, script))


def when_hot(room: Room, then: Callable[[], None]) -> None:
    """Call it on the desk thread as soon as every camera that is always connected and not dead is received."""
    deadline = room.clock.monotonic_ns() + HOT_S * 1_000_000_000

    def look() -> None:
        waiting = [camera for camera in room.site.cameras if camera.hot != "no" and is_coming(room, camera)]
        if not waiting or room.clock.monotonic_ns() > deadline:
            then()
        else:
            room.clock.after(POLL_MS, look)

    look()


def is_coming(room: Room, camera: Camera) -> bool:
    """Whether its first picture is still waited for."""
    coming = (CameraState.QUEUED, CameraState.CONNECTING, CameraState.WAITING_KEY)
    return room.console.pictures.get(camera.id).state in coming


def live_cameras(room: Room) -> list[Camera]:
    """The cameras whose pictures come now, by number."""
    cameras = sorted(room.site.cameras, key=lambda camera: camera.number)
    return [camera for camera in cameras if room.console.pictures.get(camera.id).state is CameraState.LIVE]


def open_cameras(room: Room) -> list[Camera]:
    """Those of them that ask for no password, so that a peer can open them too."""
    return [camera for camera in live_cameras(room) if not camera.user]


def url_of(room: Room, camera: Camera) -> str:
    return camera.sub_url.replace("{base}", room.site.video_base)


class Detectors:
    """Publishes what detectors say, as their gateway would."""

    def __init__(self, room: Room, broker: BrokerConfig, seed: int) -> None:
        self._clock = room.clock
        self._devices = by_point(build(room.site.points, seed))
        _, host, port = address(broker.url)
        self._client = Client(CallbackAPIVersion.VERSION2, client_id="bench-detectors", protocol=MQTTv5)
        self._client.username_pw_set(broker.user, resolve(broker.password))
        self._client.connect(host, port)
        self._client.loop_start()

    def say(self, point: PointId, *, alarm: bool) -> None:
        device = self._devices[point]
        meter = device.meters[point]
        meter.forced = (True if meter.is_flag else ALARMING[meter.point.kind]) if alarm else None
        now = self._clock.now_ms()
        device.touch(now)
        self._client.publish(device.topic, device.payload(now), qos=1)

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()


def smoke_points(room: Room, dice: random.Random, count: int) -> Sequence[PointId]:
    """So many smoke detectors that a working camera sees or stands near to, in a random order, repeated if need be."""
    seeing = room.console.seeing
    seen = [p.id for p in room.site.points if p.kind == "smoke" and seeing.cameras_of(p).chosen]
    dice.shuffle(seen)
    return [seen[at % len(seen)] for at in range(count)]


def our_processes(room: Room) -> list[psutil.Process]:
    """Window and video process: all that stands between the cameras and the screen."""
    return [psutil.Process(), psutil.Process(room.video.pid)]


def add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=1, help="which alarms, cameras and pauses (%(default)s)")
