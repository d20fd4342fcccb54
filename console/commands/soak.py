"""`main.py soak`: the demo used at random for a long time: whether memory, threads, descriptors or lateness grow.

Needs a screen. Prints one JSON document; exit code 0 when all that was asked for was played.
"""

from __future__ import annotations

import argparse
import json
import sys

from console.bench import soak, stage
from console.bench.amount import amount
from console.bench.streams import streams


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--minutes", type=amount, default=30, help="how long (%(default)s)")
    parser.add_argument("--position", default="desk-1", help="which position's windows (%(default)s)")
    stage.add_seed(parser)


def run(args: argparse.Namespace) -> int:
    """Raises BackendError where there is no screen."""
    args.load_windows()  # before any thread is there
    with streams(soak.BROKEN) as served:
        arrange = soak.broken_ones(served)
        with stage.demo_room(args.position, late_s=soak.LATE_S, arrange=arrange) as room:
            long = soak.Soak(room, served, args.minutes, args.seed)
            args.windows(room)
            long.close()
    seconds = long.seen.looks[-1].at_s if long.seen.looks else 0.0
    if not seconds:
        return 1
    json.dump(soak.report(long.seen, long.hands, seconds), sys.stdout, indent=2)
    print()
    return 0 if seconds >= args.minutes * 60 - 2 * soak.SAMPLE_S else 1
