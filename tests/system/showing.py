"""The whole show: a small park with real simulated cameras, a broker, three monitors, a console with its windows."""

from __future__ import annotations

import json
import select
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.servers.mosquitto import Broker
from tests.servers.xvfb import LEFT, MID, RIGHT, Monitor, Monitors
from tests.sources import ROOT
from tests.system import operator
from tests.system.eyes import Eyes, Picture
from tests.system.process import Running
from tests.system.small_site import CONFIG, smoke
from tests.unit.site_folder import DOOR, ORIGIN, POINT_HEAD, collection, feature, lat_lon, square
from tests.waiting import wait_until

CAMERAS = 24
ZONES = 6  # each with one detector, d1 … d6; camera n is bound to that of zone n, camera n + 6 stands in it too
DRAWN_S = 180.0  # on a machine that has never drawn these pictures; else nothing
SEEN_S = 10.0
SETTLED_S = 30.0  # a whole room of pictures beside another test: no promise of ours, only where a test begins
KEY_MS = 40  # between two keys
HEAD = "id,number,name,name_en,kind,lat,lon,building,floor,zone,azimuth,fov,sub_url,main_url"
SITE = f"""\
name = "试验园"
name_en = "Test Park"
time_zone = "Asia/Shanghai"
datum = "wgs84"

[origin]
lon = {ORIGIN[0]}
lat = {ORIGIN[1]}
"""


def camera(number: int) -> str:
    """The identity of a camera."""
    return f"cam-{number:04d}"


def detector(zone: int) -> str:
    """The identity of the detector of a zone."""
    return f"site/d{zone}#smoke"


class Cameras:
    """The simulator as a process of its own, with its control line."""

    def __init__(self, cache: Path | None = None) -> None:
        more = [] if cache is None else ["--cache", str(cache)]
        self._child = subprocess.Popen(
            [sys.executable, "main.py", "simulate", "cameras", "--cameras", str(CAMERAS), "--port", "0",
             "--control", "0", *more],
            cwd=ROOT, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._child.stdout is not None
        ready, _, _ = select.select([self._child.stdout], [], [], 30)
        told = json.loads(self._child.stdout.readline() if ready else b"{}")
        self.base: str = told["rtsp"]
        self._control = socket.create_connection(("127.0.0.1", told["control"]), 10)
        self._answers = self._control.makefile()

    def _ask(self, line: str) -> str:
        self._control.sendall(f"{line}\n".encode())
        return self._answers.readline().strip()

    def are_drawn(self) -> bool:
        return bool(json.loads(self._ask("stat"))["ready"] == CAMERAS)

    def fault(self, number: int, name: str) -> None:
        """`none` ends it."""
        assert self._ask(f"fault {camera(number)} {name}") == "ok"

    def are_well(self) -> None:
        """No camera has a fault any more."""
        for id_ in json.loads(self._ask("stat"))["faults"]:
            assert self._ask(f"fault {id_} none") == "ok"

    def close(self) -> None:
        self._answers.close()
        self._control.close()
        self._child.terminate()
        self._child.wait(15)
        if self._child.stdout is not None:
            self._child.stdout.close()


@pytest.fixture(scope="session")
def shown_cameras() -> Iterator[Cameras]:
    """All pictures drawn."""
    cameras = Cameras()
    wait_until(cameras.are_drawn, DRAWN_S, "the cameras' pictures")
    yield cameras
    cameras.close()


def write_park(folder: Path, broker_url: str, rtsp: str) -> Path:
    """A house of six zones and the config.toml that names it; returns the latter's path."""
    site = folder / "site"
    site.mkdir(parents=True)
    zones = range(1, ZONES + 1)
    house = feature("Polygon", square(0, 0, 60, 20), id="A", name="甲楼", name_en="House A")
    rooms = [
        feature("Polygon", square(10 * n - 10, 0, 10 * n, 20), id=f"Z{n}", name=f"{n}区", name_en=f"Zone {n}",
                building="A", floors=[0]) for n in zones
    ]  # fmt: skip
    door = {**DOOR, "properties": {"building": "A", "floors": [0], "zones": ["Z2", "Z3"]}}
    points = [f"{detector(n)},{n}区烟感,Smoke {n},{lat_lon(10 * n - 5, 10)},,A,0,Z{n},,," for n in zones]
    bindings = [f"{detector(n)},{camera(n)},1," for n in zones]
    files = {
        "site.toml": SITE + f'\n[video]\nbase = "{rtsp}"\n',
        "buildings.geojson": collection(house), "zones.geojson": collection(*rooms),
        "walls.geojson": collection(), "doors.geojson": collection(door),
        "floors.csv": "building,ordinal,label,walls\nA,0,1F,yes\n",
        "cameras.csv": "\n".join([HEAD, *map(_camera_line, range(1, CAMERAS + 1))]) + "\n",
        "points.csv": "\n".join([POINT_HEAD, *points]) + "\n",
        "bindings.csv": "\n".join(["target,camera,order,preset", *bindings]) + "\n",
        "places.csv": "id,kind,name,name_en,lat,lon,capacity,phone,building\n",
    }  # fmt: skip
    for name, text in files.items():
        (site / name).write_text(text, encoding="utf-8")
    config = CONFIG.replace('site = "resources/demo"', 'site = "site"').replace("mqtt://127.0.0.1:1883", broker_url)
    config = config.replace('person = ""', 'person = "Li"')
    (folder / "config.toml").write_text(config, encoding="utf-8")
    return folder / "config.toml"


def _camera_line(number: int) -> str:
    zone = (number - 1) % ZONES + 1
    urls = f"{{base}}/{camera(number)}/sub,{{base}}/{camera(number)}/main"
    if number > 2 * ZONES:
        return f"{camera(number)},{number},{number}号机,Camera {number},fixed,,,,,,,,{urls}"
    y, azimuth = (1, 0) if number <= ZONES else (19, 180)
    where = f"{lat_lon(10 * zone - 5, y)},A,0,Z{zone},{azimuth},90"
    return f"{camera(number)},{number},{number}号机,Camera {number},fixed,{where},{urls}"


@dataclass
class Show:
    """A running console on three monitors and everything around it."""

    console: Running
    monitors: Monitors
    eyes: Eyes
    broker: Broker
    cameras: Cameras

    @property
    def pid(self) -> int:
        """The process with the windows."""
        return int(self.console.runtime()["pid"])

    def fire(self, zone: int) -> dict[str, Any]:
        """Smoke in that zone; returns the event of its alarm."""
        before = len(self.console.events())
        self.broker.publish(*smoke(f"d{zone}"))
        return self.console.wait_for("AlarmRaised", after=before, point=detector(zone))

    def video(self) -> psutil.Process:
        """The video process of this console."""
        children = psutil.Process(self.pid).children()
        return next(child for child in children if "console.videod" in child.cmdline())

    # ---- keys ----

    def press(self, *keys: str, title: str = "desk-1$") -> None:
        """Keys on the window whose title matches."""
        operator.press(self.monitors.screen, self.pid, *keys, title=title, delay_ms=KEY_MS)

    def click(self, x: int, y: int, button: int = 1) -> None:
        operator.xdotool(self.monitors.screen, "mousemove", "--sync", str(x), str(y), "click", str(button))

    def rest_pointer(self) -> None:
        """Into the desk's header, where it holds no picture and covers none."""
        operator.xdotool(self.monitors.screen, "mousemove", "760", "8")

    # ---- eyes ----

    def numbers(self, *monitors: Monitor) -> list[int]:
        """Whose pictures look live on these monitors, from left to right and downwards."""
        return [one.number for one in self.eyes.pictures(*monitors)]

    def shows(self, monitor: Monitor, *numbers: int, timeout: float = SEEN_S) -> list[Picture]:
        """Wait until the pictures of just these can be seen live there."""
        return self._wait_for(monitor, lambda seen: sorted(seen) == sorted(numbers), f"cameras {numbers}", timeout)

    def shows_among(self, monitor: Monitor, *numbers: int, timeout: float = SEEN_S) -> list[Picture]:
        """Wait until the pictures of all these can be seen live there, whatever else can."""
        return self._wait_for(monitor, lambda seen: set(numbers) <= set(seen), f"among others {numbers}", timeout)

    def _wait_for(
        self, monitor: Monitor, fits: Callable[[list[int]], bool], what: str, timeout: float
    ) -> list[Picture]:
        def look() -> list[Picture]:
            seen = self.eyes.pictures(monitor)
            return seen if fits([one.number for one in seen]) else []

        try:
            return wait_until(look, timeout, f"{what} on {monitor.name}")
        except AssertionError as error:
            old = [one.number for one in self.eyes.old_pictures(monitor)]
            raise AssertionError(f"{error}; live: {self.numbers(monitor)}, old: {old}") from None

    def large(self, monitor: Monitor, number: int, least_width: int = 700) -> Picture:
        """Wait until the large picture there is this camera's."""

        def look() -> list[Picture]:
            seen = self.eyes.pictures(monitor)
            return [one for one in seen if one.number == number and one.box[2] >= least_width]

        try:
            return wait_until(look, SEEN_S, f"camera {number} large on {monitor.name}")[0]
        except AssertionError as error:
            raise AssertionError(f"{error}; seen: {self.eyes.pictures(monitor)}") from None

    def settled(self, timeout: float = SETTLED_S) -> list[Picture]:
        """Every picture of the quiet room: sixteen on the first wall, the rest on the second, four on the desk."""
        first = self.shows(MID, *range(1, 17), timeout=timeout)
        second = self.shows(RIGHT, *range(17, CAMERAS + 1), timeout=timeout)
        desk = wait_until(
            lambda: seen if len(seen := self.eyes.pictures(LEFT)) == 4 else [], timeout, "the desk's four"
        )
        return [*first, *second, *desk]


class Stage:
    """Starts consoles of one park and one data folder, one after the other."""

    def __init__(self, folder: Path, broker: Broker, cameras: Cameras, monitors: Monitors) -> None:
        self._folder, self._broker, self._cameras, self._monitors = folder, broker, cameras, monitors
        self._config = write_park(folder / "park", broker.url, cameras.base)
        self.running: list[Running] = []

    def start(self, *arguments: str, kind: type[Running] = Running) -> Show:
        """A console whose windows stand; its pictures may still be coming."""
        how = ("--language", "en", "--config", str(self._config), *arguments)
        console = kind(self._folder / "console", *how, env=self._monitors.screen.env())
        before = len(console.events())
        self.running.append(console)
        console.start("run")
        show = Show(console, self._monitors, Eyes(self._monitors.screen), self._broker, self._cameras)
        there = [monitor for monitor in (LEFT, MID, RIGHT) if monitor in self._monitors.plugged]
        for window, monitor in zip(("desk", "wall-1", "wall-2"), there, strict=False):
            console.wait_for("WindowPlaced", window=window, screen=monitor.name, after=before)
        console.wait_for("LinkUp", kind="broker", after=before)
        show.rest_pointer()
        return show


@pytest.fixture
def stage(mosquitto: Broker, shown_cameras: Cameras, three_monitors: Monitors, tmp_path: Path) -> Iterator[Stage]:
    """Call its `start` for a console on three monitors."""
    made = Stage(tmp_path, mosquitto, shown_cameras, three_monitors)
    yield made
    for console in made.running:
        console.__exit__()
    shown_cameras.are_well()


@pytest.fixture
def show(stage: Stage) -> Show:
    """The quiet room: desk and two walls, every picture there."""
    started = stage.start()
    started.settled()
    return started
