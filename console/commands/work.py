"""`main.py work JOB`: what is too heavy for the window process, as a child of it. The console starts these itself.

A job imports what it needs, so that none waits for the modules of another.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from console.clock import Clock
from console.commands.amounts import amount
from console.errors import BackendError, JournalError, StoreError

ROOT = Path(__file__).resolve().parents[2]
NICE = 10  # pictures and alarms come first


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A subcommand for each job."""
    jobs = parser.add_subparsers(dest="job", metavar="JOB", required=True)
    text = "read and check the site folder; the answer goes to standard output, for the console"
    site = jobs.add_parser("site", help=text, description=text)
    site.add_argument("--site", type=Path, required=True, metavar="DIR", help="the site folder")
    site.add_argument("--video-base", default="", help="stands in for [video] base of site.toml")
    site.add_argument("--onvif-base", default="", help="stands in for [video] onvif of site.toml")
    site.set_defaults(job_of=_read_site)
    text = "write a device into the site folder; the order comes from standard input, from the console"
    place = jobs.add_parser("place", help=text, description=text)
    place.add_argument("--site", type=Path, required=True, metavar="DIR", help="the site folder")
    place.add_argument("--copy", type=Path, metavar="DIR", help="write into this copy of it, made when it is not there")
    place.set_defaults(job_of=_place)
    text = "make up what the demo's sensors would have measured last month, into a history that is new"
    past = jobs.add_parser("past", help=text, description=text)
    past.add_argument("--site", type=Path, required=True, metavar="DIR", help="the site folder")
    past.add_argument("--history", type=Path, required=True, metavar="DIR", help="the folder of the new history")
    past.add_argument("--seed", type=int, default=1, help="the same seed gives the same month")
    past.set_defaults(job_of=_make_past)
    text = "look for closed incidents in the journal; what is asked comes from standard input, from the console"
    jobs.add_parser("incidents", help=text, description=text).set_defaults(job_of=_look_for_cases)
    text = "how often the alarms called, and what another deadband or delay would have changed; JSON"
    performance = jobs.add_parser("performance", help=text, description=text)
    _add_performance(performance)
    performance.set_defaults(job_of=_count)


def _add_performance(parser: argparse.ArgumentParser) -> None:
    """Without --rule the figures and proposals, with it the replay of that rule as it is told."""
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")
    parser.add_argument("--site", type=Path, metavar="DIR", help="the site folder (default: the configuration's)")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the console's data folder")
    parser.add_argument("--hours", type=amount, default=168.0, help="how far back (default: a week)")
    parser.add_argument("--rule", metavar="SOURCE/KIND", help="replay this rule with the setting that follows")
    parser.add_argument("--hysteresis", type=amount, default=0.0, help="deadband in the unit of the kind")
    parser.add_argument("--on-delay", type=amount, default=0.0, metavar="S", help="must hold so long to be raised")
    parser.add_argument("--off-delay", type=amount, default=0.0, metavar="S", help="must be gone so long to be cleared")
    parser.add_argument("--child", action="store_true", help="for the console: addresses come in, progress goes out")


def run(args: argparse.Namespace) -> int:
    """Do the job, out of the way of everything else."""
    os.nice(NICE)
    return int(args.job_of(args))


def _read_site(args: argparse.Namespace) -> int:
    """Write the answer; raises BackendError when somebody at a terminal asks for it."""
    from console.backends.site.answer import answer, encode

    if sys.stdout.isatty():
        raise BackendError("this answer is not for people: use main.py check for a site folder")
    sys.stdout.buffer.write(encode(answer(args.site, args.video_base, args.onvif_base)))
    return 0


def _place(args: argparse.Namespace) -> int:
    """Write the answer: the problems, none when the device was written. Raises BackendError."""
    from console.backends.site import placing

    try:
        placed = placing.read_order(sys.stdin.buffer.read(placing.MOST_BYTES + 1))
    except placing.BadOrder as error:
        raise BackendError(f"this order is no placement ({error}): people use main.py points place") from None
    sys.stdout.buffer.write(placing.answer(placing.place(args.site, args.copy, placed)))
    return 0


def _look_for_cases(_args: argparse.Namespace) -> int:
    """Write what was found, or why nothing can be. Raises BackendError."""
    from console.backends.casebook import work as casebook
    from console.casebook.quest import BadQuest
    from console.casebook.telling import failed_line

    try:
        told = casebook.told_of(sys.stdin.readline())
    except BadQuest as error:
        raise BackendError(f"nothing is asked here ({error}): people use main.py incidents") from None
    try:
        for line in casebook.answer(told, Clock().now_ms()):
            print(line)
    except (StoreError, JournalError) as error:
        print(f"watchroom: {error}", file=sys.stderr)
        print(failed_line("store"))
        return 1
    return 0


def _count(args: argparse.Namespace) -> int:
    from console.commands import performance

    return performance.run(args)


def _make_past(args: argparse.Namespace) -> int:
    from console import site as site_folder
    from console.backends.history import filling
    from console.sim.past import past

    site, _warnings = site_folder.load(args.site)
    now_ms = Clock().now_ms()
    filling.fill(args.history, [(p.point, p.minutes, p.samples) for p in past(site, args.seed, now_ms)], now_ms)
    return 0
