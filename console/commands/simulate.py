"""`main.py simulate cameras|sensors|all`: the demo site's cameras and sensors as real servers, by themselves."""

from __future__ import annotations

import argparse

from console.sim import run_all, run_cameras, run_sensors

PARTS = {"cameras": run_cameras, "sensors": run_sensors, "all": run_all}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parts = parser.add_subparsers(dest="part", metavar="cameras|sensors|all", required=True)
    for name, module in PARTS.items():
        part = parts.add_parser(name, help=(module.__doc__ or "").split("\n")[0])
        module.add_arguments(part)
        part.set_defaults(simulate=module.run)


def run(args: argparse.Namespace) -> int:
    return int(args.simulate(args))
