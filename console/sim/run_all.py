"""`main.py simulate all`: the cameras and the sensors of a site together; a smoke alarm is seen in the pictures."""

from __future__ import annotations

import argparse
import csv
import json
import logging
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from console import site as site_folder
from console.cameras import Index, Tier
from console.config.secrets import resolve
from console.model import Camera, PointId, Site
from console.sim import run_sensors
from console.sim.cameras import Auth, CameraSim, Effect, SimCamera, scene_for
from console.sim.sensors import SensorSim

log = logging.getLogger(__name__)

SEES = 4  # so many cameras at most show what a detector smells


def add_arguments(parser: argparse.ArgumentParser) -> None:
    run_sensors.add_arguments(parser)
    parser.add_argument("--port", type=int, default=0, help="RTSP port, 0 for any free one (%(default)s)")
    parser.add_argument("--until-input-ends", action="store_true", help="end when standard input closes")


def run(args: argparse.Namespace) -> int:
    """Serve until told to end; prints one JSON line with the base of the cameras' URLs when all of it runs."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    site, _warnings = site_folder.load(args.site)
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    cameras = CameraSim(sim_cameras(site, args.site), port=args.port)
    cameras.start()
    sensors = _sensors(site, args, lighting(site, cameras))
    sensors.start()
    try:
        sys.stdout.write(json.dumps({"rtsp": cameras.base}) + "\n")
        sys.stdout.flush()
        run_sensors.begin(sensors, args)
        _wait(ended, args)
    finally:
        sensors.stop()
        cameras.stop()
    return 0


def _wait(ended: threading.Event, args: argparse.Namespace) -> None:
    if args.until_input_ends:
        threading.Thread(target=_read_to_the_end, args=(ended,), daemon=True).start()
    ended.wait(args.seconds)


def _read_to_the_end(ended: threading.Event) -> None:
    sys.stdin.buffer.read()
    ended.set()


def sim_cameras(site: Site, folder: Path) -> tuple[SimCamera, ...]:
    """The cameras as the simulator plays them; `simulator.csv` says scene, authentication and who is dead."""
    told = _simulator_table(folder / "simulator.csv")
    return tuple(_sim_camera(camera, told.get(camera.id, {})) for camera in site.cameras)


def _sim_camera(camera: Camera, told: dict[str, str]) -> SimCamera:
    return SimCamera(
        id=camera.id, number=camera.number, name=camera.name, scene=scene_for(camera, told.get("scene", "")),
        auth=Auth(told.get("auth", "").replace("none", "")), user=camera.user,
        password=resolve(camera.secret) if camera.secret else "", dead=told.get("dead") == "yes",
    )  # fmt: skip


def _simulator_table(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["camera"]: row for row in csv.DictReader(file)}


def lighting(site: Site, cameras: CameraSim) -> Callable[[PointId, str | None], None]:
    """What turns a detector's alarm into smoke in the pictures of the cameras that see it."""
    index = Index(site)
    points = {point.id: point for point in site.points}

    def show(point: PointId, effect: str | None) -> None:
        ranking = index.rank(points[point], {}, limit=SEES)
        for choice in ranking.chosen:
            if choice.tier in {Tier.BOUND, Tier.SEES, Tier.TURNS}:
                cameras.effect(choice.camera.id, Effect(effect) if effect else None)

    return show


def _sensors(site: Site, args: argparse.Namespace, on_effect: Callable[[PointId, str | None], None]) -> SensorSim:
    address = urlsplit(f"//{args.broker}")
    return SensorSim(
        site, address.hostname or "127.0.0.1", address.port or 1883, seed=args.seed, on_effect=on_effect,
        user=args.user, password=resolve(args.password),
    )  # fmt: skip
