"""A real X server without a screen, wide enough for three monitors, for tests that look at pixels."""

from __future__ import annotations

import ctypes
import os
import select
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

START_S = 20.0
KEYMAP_BYTES = 32  # one bit a key


@dataclass(frozen=True, slots=True)
class Screen:
    """An X display; `width` × `height` pixels, three monitors of 1920 × 1080 side by side fit in."""

    display: str
    width: int
    height: int
    memory: Path  # an XWD file that is the screen itself: whoever maps it sees every pixel at once

    def env(self) -> dict[str, str]:
        """The environment for a child whose windows shall appear here."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def keys_held(self) -> list[int]:
        """Codes of the keys that the X server takes for pressed."""
        xlib = ctypes.CDLL("libX11.so.6")
        xlib.XOpenDisplay.restype = ctypes.c_void_p
        connection = ctypes.c_void_p(xlib.XOpenDisplay(self.display.encode()))
        assert connection.value, f"no connection to {self.display}"
        keys = ctypes.create_string_buffer(KEYMAP_BYTES)
        xlib.XQueryKeymap(connection, keys)
        xlib.XCloseDisplay(connection)
        return [code for code in range(8 * KEYMAP_BYTES) if keys.raw[code // 8] >> code % 8 & 1]


@dataclass(frozen=True, slots=True)
class Monitor:
    """One monitor of the X screen: where it stands, in pixels, and how wide it says it is, in millimetres."""

    name: str
    left: int
    width: int = 1920
    height: int = 1080
    width_mm: int = 508

    @property
    def box(self) -> list[int]:
        return [self.left, 0, self.width, self.height]


LEFT, MID, RIGHT = Monitor("LEFT", 0), Monitor("MID", 1920), Monitor("RIGHT", 3840)


class Monitors:
    """Cables that can be pulled: what Qt hears is what it hears from a real graphics card."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.plugged: list[Monitor] = []

    def plug(self, monitor: Monitor, *, primary: bool = False, output: bool = False) -> None:
        """`output`: it gets the X screen's only output. While nobody has it, X adds one monitor over everything."""
        high_mm = round(monitor.width_mm * monitor.height / monitor.width)
        size = f"{monitor.width}/{monitor.width_mm}x{monitor.height}/{high_mm}+{monitor.left}+0"
        self._xrandr(
            "--setmonitor", f"*{monitor.name}" if primary else monitor.name, size, "screen" if output else "none"
        )
        self.plugged.append(monitor)

    def unplug(self, monitor: Monitor) -> None:
        self._xrandr("--delmonitor", monitor.name)
        self.plugged = [other for other in self.plugged if other.name != monitor.name]

    def unplug_all(self) -> None:
        for monitor in list(self.plugged):
            self.unplug(monitor)

    def _xrandr(self, *arguments: str) -> None:
        done = subprocess.run(["xrandr", *arguments], env=self.screen.env(), capture_output=True, text=True, timeout=10)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def three_monitors(xvfb: Screen) -> Iterator[Monitors]:
    """LEFT (primary), MID and RIGHT, 1920 × 1080 each; MID keeps the output, so pull the other two."""
    monitors = Monitors(xvfb)
    monitors.plug(LEFT, primary=True)
    monitors.plug(MID, output=True)
    monitors.plug(RIGHT)
    yield monitors
    monitors.unplug_all()


@pytest.fixture(scope="session")
def xvfb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """One X server for the session, on the first free display number."""
    width, height = 5760, 1080
    memory = tmp_path_factory.mktemp("screen")
    read, write = os.pipe()
    child = subprocess.Popen(
        [
            "Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp", "-fbdir", str(memory),
            "-screen", "0", f"{width}x{height}x24",
        ],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        yield Screen(f":{_display_number(read)}", width, height, memory / "Xvfb_screen0")
    finally:
        child.terminate()
        child.wait(10)


def _display_number(read: int) -> int:
    with os.fdopen(read) as pipe:
        ready, _, _ = select.select([pipe], [], [], START_S)
        answer = pipe.readline().strip() if ready else ""
    assert answer, f"Xvfb named no display within {START_S:g} s"
    return int(answer)
