"""`main.py simulate sensors`: the simulated sensors of a site by themselves, against any broker, until told to end."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from console import site as site_folder
from console.config.secrets import resolve
from console.model import Act, Site
from console.sim import story
from console.sim.panel import PanelSim, is_of_panel
from console.sim.random_day import random_day
from console.sim.sensors import SensorSim

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
CONNECT_S = 10.0

log = logging.getLogger(__name__)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `simulate sensors`."""
    parser.add_argument("--site", type=Path, default=DEMO, help="the site folder whose points are simulated")
    parser.add_argument(
        "--broker", type=broker_address, default="127.0.0.1:1883", metavar="HOST:PORT", help="where to publish"
    )
    parser.add_argument("--user", default="", help="user name at the broker")
    parser.add_argument("--password", default="", metavar="REF", help="env:NAME, file:PATH or keyring:NAME")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same values and the same day")
    parser.add_argument("--seconds", type=float, help="end by itself after this long, with exit code 0")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--story", type=Path, help="the acts to play (default: story.toml of the site, if there is one)")
    what.add_argument("--random-day", action="store_true", help="false alarms and hazards at plausible rates")
    what.add_argument("--quiet", action="store_true", help="nothing happens")


def broker_address(text: str) -> str:
    """HOST:PORT as it was written; raises argparse.ArgumentTypeError when it is something else."""
    port = text.rpartition(":")[2]
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65_536:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT")
    return text


def run(args: argparse.Namespace) -> int:
    """Publish until SIGINT, SIGTERM or the end of the time; exit code 1 when no broker was reached."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    site, _warnings = site_folder.load(args.site)
    host, _, port = args.broker.rpartition(":")
    password = resolve(args.password)
    sim = SensorSim(site, host or "127.0.0.1", int(port), seed=args.seed, user=args.user, password=password)
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    sim.start()
    try:
        if not sim.wait_connected(CONNECT_S):
            log.error("no broker at %s: start one, or give another address with --broker", args.broker)
            return 1
        begin(sim, acts(site, args))
        ended.wait(args.seconds)
    finally:
        sim.stop()
    return 0


def acts(site: Site, args: argparse.Namespace) -> tuple[Act, ...]:
    """What shall happen, as the options say; () for a quiet site."""
    told = args.story or args.site / "story.toml"
    if args.random_day:
        return random_day(site, args.seed)
    if not args.quiet and (args.story or told.exists()):
        return story.load(told, site)
    return ()


def begin(
    sim: SensorSim, told: tuple[Act, ...], on_act: Callable[[Act], None] = lambda _act: None,
    panel: PanelSim | None = None,
) -> None:  # fmt: skip
    """Let it happen from now on; `on_act` hears of each act on the sensors' thread. Parts of a panel need the panel."""

    def happened(act: Act) -> None:
        log.info("%s %s %s", act.deed.value, act.point or act.caller, act.text.get("en", ""))
        on_act(act)

    story.tell(sim, [act for act in told if act.point is None or not is_of_panel(act.point)], happened)
    if panel is not None:
        story.tell(panel, [act for act in told if act.point is not None and is_of_panel(act.point)], happened)
