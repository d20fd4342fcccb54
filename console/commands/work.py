"""`main.py work JOB`: what is too heavy for the window process, as a child of it. The console starts these itself."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from console import site as site_folder
from console.backends.history import filling
from console.backends.site.answer import answer, encode
from console.clock import Clock
from console.errors import BackendError
from console.sim.past import past

NICE = 10  # pictures and alarms come first


def add_arguments(parser: argparse.ArgumentParser) -> None:
    jobs = parser.add_subparsers(dest="job", metavar="JOB", required=True)
    text = "read and check the site folder; the answer goes to standard output, for the console"
    site = jobs.add_parser("site", help=text, description=text)
    site.add_argument("--site", type=Path, required=True, metavar="DIR", help="the site folder")
    site.add_argument("--video-base", default="", help="stands in for [video] base of site.toml")
    site.set_defaults(job_of=_read_site)
    text = "make up what the demo's sensors would have measured last month, into a history that is new"
    past = jobs.add_parser("past", help=text, description=text)
    past.add_argument("--site", type=Path, required=True, metavar="DIR", help="the site folder")
    past.add_argument("--history", type=Path, required=True, metavar="DIR", help="the folder of the new history")
    past.add_argument("--seed", type=int, default=1, help="the same seed gives the same month")
    past.set_defaults(job_of=_make_past)


def run(args: argparse.Namespace) -> int:
    """Do the job, out of the way of everything else."""
    os.nice(NICE)
    return int(args.job_of(args))


def _read_site(args: argparse.Namespace) -> int:
    """Write the answer; raises BackendError when somebody at a terminal asks for it."""
    if sys.stdout.isatty():
        raise BackendError("this answer is not for people: use main.py check for a site folder")
    sys.stdout.buffer.write(encode(answer(args.site, args.video_base)))
    return 0


def _make_past(args: argparse.Namespace) -> int:
    site, _warnings = site_folder.load(args.site)
    now_ms = Clock().now_ms()
    filling.fill(args.history, [(p.point, p.minutes, p.samples) for p in past(site, args.seed, now_ms)], now_ms)
    return 0
