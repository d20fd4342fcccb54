"""`main.py demo`: the whole console on the demo site, with real cameras, sensors and a broker of its own."""

from __future__ import annotations

import argparse
from dataclasses import replace

from console.commands import run as run_command
from console.config.read import load

DEMO_SITE = run_command.ROOT / "resources" / "demo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    run_command.add_arguments(parser)
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same day")
    parser.add_argument("--quiet", action="store_true", help="no story: nothing happens by itself")


def run(args: argparse.Namespace) -> int:
    config = replace(load(args.config), site=DEMO_SITE)
    return run_command.open_room(args, config, demo=True)
