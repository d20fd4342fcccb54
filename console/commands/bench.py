"""`main.py bench nearest|journal|ingest|jump|wall|…`: ratios to a floor or peer of the same run, as JSON."""

from __future__ import annotations

import argparse

from console.bench import faults, flood, ingest, journal, jump, nearest, standby, talk, trends, wall

BENCHES = {
    "nearest": nearest,
    "journal": journal,
    "ingest": ingest,
    "jump": jump,
    "wall": wall,
    "trends": trends,
    "talk": talk,
    "flood": flood,
    "standby": standby,
    "faults": faults,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    benches = parser.add_subparsers(dest="bench", metavar="|".join(BENCHES), required=True)
    for name, module in BENCHES.items():
        bench = benches.add_parser(name, help=(module.__doc__ or "").split("\n")[0])
        module.add_arguments(bench)
        bench.set_defaults(measure=module.run)


def run(args: argparse.Namespace) -> int:
    return int(args.measure(args))
