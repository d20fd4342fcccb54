"""`main.py gateway`: takes what devices and clouds say that speak no MQTT, and gives it to the site's broker."""

from __future__ import annotations

import argparse
import asyncio
import logging
import resource
import sys
import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

from console.commands.amounts import amount
from console.config.read import load
from console.errors import BackendError
from console.gatewayd.orders import orders, serves
from console.gatewayd.standing import alone

ROOT = Path(__file__).resolve().parents[2]
NOTHING = "[gateway] has nothing to listen for: set gb26875, gb26875_udp or http in the configuration"
THEIRS = "the broker is a console's own ([broker] embedded): set [gateway] embedded = true, and the console starts it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")
    parser.add_argument("--seconds", type=amount, help="end by itself after this long, with exit code 0")


def run(args: argparse.Namespace) -> int:
    """Serve until SIGINT, SIGTERM or the end of the time. Raises BackendError, ConfigError."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would hold passwords
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    config = load(args.config)
    if not serves(config):
        raise BackendError(NOTHING)
    if config.broker.embedded:
        raise BackendError(THEIRS)
    told = list(orders(config, config.broker, _time_zone(config.site)))
    asyncio.run(alone(told, args.seconds))
    return 0


def _time_zone(site: Path) -> str:
    """Nothing else is wanted of the site, and all of it is a hundred megabytes. Raises BackendError."""
    path = site / "site.toml"
    try:
        told = str(tomllib.loads(path.read_text(encoding="utf-8-sig"))["time_zone"])
        ZoneInfo(told)
    except (OSError, ValueError, KeyError) as error:
        raise BackendError(f"{path} says no time zone ({type(error).__name__}): main.py check shows why") from None
    return told
