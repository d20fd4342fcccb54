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


def press(screen: Screen, pid: int, *keys: str, title: str = ".", delay_ms: int = 12) -> None:
    """Give the window of that process the keyboard (no window manager does it here) and press keys one by one.

    `title`: a regular expression, for a program with several windows.
    """
    find = ["search", "--sync", "--onlyvisible", "--all", "--pid", str(pid), "--name", title]
    xdotool(screen, *find, "windowfocus", "--sync")
    strike(screen, *keys, delay_ms=delay_ms)


def strike(screen: Screen, *keys: str, delay_ms: int = 12) -> None:
    """Press keys one by one, for whoever has the keyboard.

    Not in one call with `search`: as soon as the window that was found loses the keyboard (a key has closed it)
    xdotool sends what is left to that window alone, the X server never sees the keys let go, and Shift or Ctrl stay
    down for every test that follows.
    """
    xdotool(screen, "key", "--delay", str(delay_ms), *keys)
    assert not (held := screen.keys_held()), f"keys still down after {keys}: {held}"


def xdotool(screen: Screen, *words: str) -> None:
    done = subprocess.run(["xdotool", *words], env=screen.env(), capture_output=True, text=True, timeout=LOOK_S)
    assert done.returncode == 0, done.stderr
