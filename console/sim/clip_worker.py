"""`python -m console.sim.clip_worker CACHE SCENES`: the child process in which clips are drawn and encoded."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from console.sim.animation import Effect, Shot
from console.sim.clips import clip_for
from console.sim.coding import Coding


def main() -> int:
    """One shot as JSON a line in, `ok` or an error a line out."""
    os.nice(10)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business; it closes our input
    cache, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for line in sys.stdin:
        raw = json.loads(line)
        try:
            clip_for(_shot(raw), cache, folder)
            sys.stdout.write("ok\n")
        except (OSError, ValueError, KeyError, TypeError) as error:
            sys.stdout.write(f"{type(error).__name__}: {error}".replace("\n", " ") + "\n")
        try:
            sys.stdout.flush()
        except BrokenPipeError:  # the parent is gone
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return 0
    return 0


def _shot(raw: dict[str, object]) -> Shot:
    size, effect, window = raw["size"], raw["effect"], raw["window"] or ()
    if not isinstance(size, list) or not isinstance(window, list | tuple):
        raise ValueError("size")
    return Shot(
        str(raw["scene"]), int(str(raw["number"])), str(raw["name"]), (int(size[0]), int(size[1])),
        Effect(str(effect)) if effect else None,
        (float(window[0]), float(window[1]), float(window[2])) if window else None,
        Coding(str(raw["coding"])), int(str(raw["fps"])),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
