"""`main.py guard run|demo …`: the same console under a guardian, which starts it again when it dies or hangs."""

from __future__ import annotations

import argparse
import logging
import sys
from contextlib import closing
from pathlib import Path

from console.guardian.guard import Guardian
from console.guardian.tone import Tone

MAIN = Path(__file__).resolve().parents[2] / "main.py"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("guarded", choices=("run", "demo"), help="what to start and to keep alive")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="…", help="its options")


def run(args: argparse.Namespace) -> int:
    """The console's own exit status."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="watchroom %(name)s: %(message)s")
    with closing(Tone()) as tone:
        return Guardian([sys.executable, str(MAIN), args.guarded, *args.words], tone).run()
