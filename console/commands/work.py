"""`main.py work JOB`: what is too heavy for the window process, as a child of it. The console starts these itself."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from console.backends.site.answer import answer, encode
from console.errors import BackendError

NICE = 10  # pictures and alarms come first


def add_arguments(parser: argparse.ArgumentParser) -> None:
    jobs = parser.add_subparsers(dest="job", metavar="JOB", required=True)
    text = "read and check the site folder; the answer goes to standard output, for the console"
    site = jobs.add_parser("site", help=text, description=text)
    site.add_argument("--site", type=Path, required=True, metavar="DIR", help="the site folder")
    site.add_argument("--video-base", default="", help="stands in for [video] base of site.toml")


def run(args: argparse.Namespace) -> int:
    """Do the job and write its answer; raises BackendError when somebody at a terminal asks for it."""
    if sys.stdout.isatty():
        raise BackendError("this answer is not for people: use main.py check for a site folder")
    os.nice(NICE)
    sys.stdout.buffer.write(encode(answer(args.site, args.video_base)))
    return 0
