"""`main.py simulate all`: the cameras and the sensors of a site together; a smoke alarm is seen in the pictures."""

from __future__ import annotations

import argparse
import csv
import json
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from console import site as site_folder
from console.cameras import Choice, Index, Tier
from console.config.secrets import resolve
from console.model import Act, Camera, CameraId, CameraKind, PointId, Site
from console.mumble import Server
from console.sim import run_sensors
from console.sim.animation import FPS
from console.sim.cameras import Auth, CameraSim, Effect, SimCamera, scene_for
from console.sim.clips import SCENES
from console.sim.coding import Coding
from console.sim.field import FieldTeams
from console.sim.head import Head
from console.sim.newcomers import AFTER_S, newcomers
from console.sim.onvif import OnvifServer, SimDevice
from console.sim.panel import PanelSim
from console.sim.sensors import SensorSim
from console.sim.units import MANNERS_FILE, After, UnitSim, manners

log = logging.getLogger(__name__)

FIRST_PAGE = 4
WIDE = "wide"  # the folder of the scenes of cameras that turn
FIRST_PICTURES_S = 30.0
SEES = 4  # so many cameras at most show what a detector smells


def add_arguments(parser: argparse.ArgumentParser) -> None:
    run_sensors.add_arguments(parser)
    parser.add_argument("--port", type=int, default=0, help="RTSP port, 0 for any free one (%(default)s)")
    parser.add_argument("--field-user", default="", help="user name of the units at the broker (default: --user)")
    parser.add_argument("--field-password", default="", metavar="REF", help="env:NAME, file:PATH or keyring:NAME")
    parser.add_argument("--voice", type=run_sensors.broker_address, metavar="HOST:PORT", help="field teams speak there")
    parser.add_argument("--voice-password", default="", metavar="REF", help="env:NAME, file:PATH or keyring:NAME")
    parser.add_argument("--voice-pin", default="", help="SHA-256 of the voice server's certificate")
    address = run_sensors.broker_address
    parser.add_argument("--gateway", type=address, metavar="HOST:PORT", help="a fire panel reports there")
    parser.add_argument("--language", default="zh_CN", help="of the field teams (%(default)s)")
    parser.add_argument("--until-input-ends", action="store_true", help="end when standard input closes")


def run(args: argparse.Namespace) -> int:
    """Serve until told to end; prints one JSON line with the base of the cameras' URLs when all of it runs."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    ended = threading.Event()
    signal.signal(signal.SIGINT, lambda *_: ended.set())
    if args.until_input_ends:
        threading.Thread(target=_end_with_input, daemon=True).start()
    site, _warnings = site_folder.load(args.site)
    acts = run_sensors.acts(site, args)
    watching = Watching(site)
    first = first_wanted(site, watching, acts)
    turning = heads(site)
    cameras = CameraSim(sim_cameras(site, args.site, first, turning), port=args.port)
    cameras.start()
    _wait_for_pictures(cameras, len(first))
    onvif = OnvifServer(devices(site, args.site, cameras.base, turning))
    onvif.start()
    sensors = _sensors(site, args, watching.effects_on(cameras))
    units = _units(site, args, sensors.after)
    teams = _teams(site, args)
    panel = PanelSim(site, args.gateway or "", sensors.after)
    sensors.start()
    units.start()
    teams.start()
    panel.start()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())  # only now is there anything to end in order
    try:
        sys.stdout.write(json.dumps({"rtsp": cameras.base, "onvif": onvif.base}) + "\n")
        sys.stdout.flush()
        run_sensors.begin(sensors, acts, teams.tell, panel)
        if not args.quiet:
            sensors.after(AFTER_S, lambda: sensors.join(newcomers(site, args.seed)))
        ended.wait(args.seconds)
    finally:
        panel.stop()
        teams.stop()
        units.stop()
        sensors.stop()
        onvif.stop()
        cameras.stop()
    return 0


def first_wanted(site: Site, watching: Watching, acts: Sequence[Act]) -> list[CameraId]:
    """The cameras a visitor looks at first: the first page of the wall, and what the first alarm brings up."""
    page = sorted(site.cameras, key=lambda camera: camera.number)[:FIRST_PAGE]
    alarm = next((act.point for act in acts if act.point), None)
    return [*(camera.id for camera in page), *(watching.best(alarm) if alarm else ())]


def _wait_for_pictures(cameras: CameraSim, wanted: int) -> None:
    """The very first start draws its pictures, which takes minutes for all cameras and seconds for these."""
    pause, end = threading.Event(), time.monotonic() + FIRST_PICTURES_S
    while cameras.ready < wanted and time.monotonic() < end:
        pause.wait(0.05)


def _end_with_input() -> None:
    """As if we were told to end: at once while we start, which takes its time."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def sim_cameras(
    site: Site, folder: Path, first: Sequence[CameraId] = (), heads: Mapping[CameraId, Head] = MappingProxyType({})
) -> tuple[SimCamera, ...]:
    """The cameras as the simulator plays them; `simulator.csv` says scene, authentication, codec, who is dead.

    Their pictures are drawn in this order: those of `first` are ready when the story begins. Those with a head look at
    a part of a wider picture of the same scene, if there is one.
    """
    told = _simulator_table(folder / "simulator.csv")
    ordered = sorted(site.cameras, key=lambda camera: (camera.id not in first, camera.number))
    return tuple(_sim_camera(camera, told.get(camera.id, {}), heads.get(camera.id)) for camera in ordered)


def heads(site: Site) -> dict[CameraId, Head]:
    """The heads of the cameras that turn."""
    return {camera.id: Head(camera.presets) for camera in site.cameras if camera.kind is CameraKind.PTZ}


def devices(site: Site, folder: Path, base: str, heads: Mapping[CameraId, Head]) -> list[SimDevice]:
    """The ONVIF side of the cameras that have one; of one without power there is none either."""
    told = _simulator_table(folder / "simulator.csv")
    return [
        SimDevice(
            camera.id, camera.name, f"{base}/{camera.id}/sub", f"{base}/{camera.id}/main", heads.get(camera.id),
            camera.user, resolve(camera.secret) if camera.secret else "",
        )
        for camera in site.cameras
        if camera.onvif_url and told.get(camera.id, {}).get("dead") != "yes"
    ]  # fmt: skip


def _sim_camera(camera: Camera, told: dict[str, str], head: Head | None) -> SimCamera:
    scene = scene_for(camera, told.get("scene", ""))
    wide = f"{WIDE}/{scene}"
    if head is not None and (SCENES / f"{wide}.jpg").exists():
        scene = wide
    else:
        head = None
    return SimCamera(
        id=camera.id, number=camera.number, name=camera.name, scene=scene, head=head,
        auth=Auth(told.get("auth", "")), user=camera.user,
        password=resolve(camera.secret) if camera.secret else "", dead=told.get("dead") == "yes",
        udp_only=told.get("ways") == "udp", coding=Coding.H265 if told.get("codec") == "h265" else Coding.H264,
        fps=int(told.get("fps") or FPS),
    )  # fmt: skip


def _simulator_table(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["camera"]: row for row in csv.DictReader(file)}


class Watching:
    """Which cameras see a detector: there its smoke is drawn into the picture."""

    def __init__(self, site: Site) -> None:
        self._index = Index(site)
        self._points = {point.id: point for point in site.points}

    def cameras(self, point: PointId) -> list[CameraId]:
        return [choice.camera.id for choice in self._chosen(point) if choice.tier <= Tier.TURNS]

    def best(self, point: PointId) -> list[CameraId]:
        """What the console would offer for it when every camera works."""
        return [choice.camera.id for choice in self._chosen(point)]

    def _chosen(self, point: PointId) -> tuple[Choice, ...]:
        return self._index.rank(self._points[point], {}, limit=SEES).chosen

    def effects_on(self, sim: CameraSim) -> Callable[[PointId, str | None], None]:
        def show(point: PointId, effect: str | None) -> None:
            for camera in self.cameras(point):
                sim.effect(camera, Effect(effect) if effect else None)

        return show


def _teams(site: Site, args: argparse.Namespace) -> FieldTeams:
    """Nobody where there is no voice server."""
    address = urlsplit(f"//{args.voice or ''}")
    server = Server(address.hostname or "", address.port or 0, args.voice_pin)
    there = site if args.voice else replace(site, units=())
    return FieldTeams(there, server, resolve(args.voice_password), args.language, args.seed)


def _units(site: Site, args: argparse.Namespace, after: After) -> UnitSim:
    address = urlsplit(f"//{args.broker}")
    user, reference = (args.field_user, args.field_password) if args.field_user else (args.user, args.password)
    return UnitSim(
        site, address.hostname or "127.0.0.1", address.port or 1883, after, user=user,
        password=resolve(reference) if reference else "", told=manners(args.site / MANNERS_FILE),
    )  # fmt: skip


def _sensors(site: Site, args: argparse.Namespace, on_effect: Callable[[PointId, str | None], None]) -> SensorSim:
    address = urlsplit(f"//{args.broker}")
    return SensorSim(
        site, address.hostname or "127.0.0.1", address.port or 1883, seed=args.seed, on_effect=on_effect,
        user=args.user, password=resolve(args.password),
    )  # fmt: skip
