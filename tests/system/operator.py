"""The operator in front of an X screen: eyes that see pixels, a finger on the keyboard."""

from __future__ import annotations

import subprocess

import numpy as np
from numpy.typing import NDArray

from tests.servers.xvfb import Screen

WIDTH, HEIGHT = 1920, 1080  # one monitor of the screen, the left one
LOOK_S = 20.0


def look(screen: Screen) -> NDArray[np.uint8]:
    """What the left monitor shows now, (1080, 1920, 3) BGR."""
    seen = subprocess.run(
        [
            "ffmpeg", "-nostdin", "-loglevel", "error", "-f", "x11grab", "-draw_mouse", "0",
            "-video_size", f"{WIDTH}x{HEIGHT}", "-i", screen.display,
            "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "bgr24", "-",
        ],
        env=screen.env(), capture_output=True, timeout=LOOK_S,
    )  # fmt: skip
    assert seen.returncode == 0, seen.stderr.decode(errors="replace")
    return np.frombuffer(seen.stdout, np.uint8).reshape(HEIGHT, WIDTH, 3)


def press(screen: Screen, pid: int, key: str, title: str = ".") -> None:
    """Give the window of that process the keyboard (no window manager does it here) and press a key.

    `title`: a regular expression, for a program with several windows.
    """
    find = ["search", "--sync", "--onlyvisible", "--all", "--pid", str(pid), "--name", title]
    done = subprocess.run(
        ["xdotool", *find, "windowfocus", "--sync", "key", key],
        env=screen.env(), capture_output=True, text=True, timeout=LOOK_S,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
