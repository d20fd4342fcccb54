"""A real X server without a screen, wide enough for three monitors, for tests that look at pixels."""

from __future__ import annotations

import os
import select
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

START_S = 20.0


@dataclass(frozen=True, slots=True)
class Screen:
    """An X display; `width` × `height` pixels, three monitors of 1920 × 1080 side by side fit in."""

    display: str
    width: int
    height: int

    def env(self) -> dict[str, str]:
        """The environment for a child whose windows shall appear here."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}


@pytest.fixture(scope="session")
def xvfb() -> Iterator[Screen]:
    """One X server for the session, on the first free display number."""
    width, height = 5760, 1080
    read, write = os.pipe()
    child = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp", "-screen", "0", f"{width}x{height}x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        yield Screen(f":{_display_number(read)}", width, height)
    finally:
        child.terminate()
        child.wait(10)


def _display_number(read: int) -> int:
    with os.fdopen(read) as pipe:
        ready, _, _ = select.select([pipe], [], [], START_S)
        answer = pipe.readline().strip() if ready else ""
    assert answer, f"Xvfb named no display within {START_S:g} s"
    return int(answer)
