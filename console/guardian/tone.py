"""The guardian's own sound, which needs no console: a voice process, else a player of the system, and the bell.

Everything it needs is made at the start; a sound is a child that nobody waits for.
"""

from __future__ import annotations

import importlib.util
import math
import os
import shutil
import struct
import subprocess
import sys
import wave
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from console.config.environment import inherited

EVERY_S = 2.0
LONGEST_S = 5.0  # a player that takes longer plays to nobody
RATE = 22_050
BELL = b"\a"
VOICE = "console.talkd"  # the voice process, run for one burst
PLAYERS = ("paplay", "pw-play", "aplay")
SOUND_SERVER = ("XDG_RUNTIME_DIR", "PULSE_SERVER", "PIPEWIRE_REMOTE", "DBUS_SESSION_BUS_ADDRESS")
ROOT = Path(__file__).resolve().parents[2]


class Tone:
    """Sounds every two seconds while it is asked to; tries the ways there are, one after another."""

    def __init__(self, ways: Sequence[Sequence[str]] | None = None) -> None:
        self._memory = _recorded() if ways is None else -1
        self._ways = _ways(self._memory) if ways is None else [list(way) for way in ways]
        self._way = 0
        self._child: subprocess.Popen[bytes] | None = None
        self._since = float("-inf")
        self.outcome = "not asked for"

    def sound(self, now: float) -> None:
        """Keep sounding; `now` in seconds. Call it as often as you like."""
        self._look(now)
        if now - self._since < EVERY_S or self._child is not None:
            return
        self._since = now
        _ring()
        self._play()

    def stop(self) -> None:
        self._since = float("-inf")
        if self._child is not None:
            _end(self._child)
            self._child = None

    def close(self) -> None:
        self.stop()
        if self._memory >= 0:
            os.close(self._memory)
            self._memory = -1

    @property
    def name(self) -> str:
        """The way in use, for people."""
        if self._way >= len(self._ways):
            return "the terminal bell alone"
        words = self._ways[self._way]
        return VOICE if VOICE in words else Path(words[0]).name

    def _play(self) -> None:
        """Start the first way that starts at all."""
        while self._way < len(self._ways):
            try:
                self._child = subprocess.Popen(
                    self._ways[self._way], cwd=ROOT, env=_environment(),
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )  # fmt: skip
            except OSError:
                self._way += 1
            else:
                self.outcome = f"asked of {self.name}"
                return
        self.outcome = "nothing here can play a sound: the terminal bell alone"

    def _look(self, now: float) -> None:
        """A way that failed is not tried again while another is left."""
        if self._child is None:
            return
        status = self._child.poll()
        if status is None and now - self._since < LONGEST_S:
            return
        if status is None:
            _end(self._child)
        self._child = None
        if status == 0:
            self.outcome = f"played by {self.name}"
        else:
            self._way += 1
            self._since = float("-inf")


def _ways(memory: int) -> list[list[str]]:
    ways = []
    recording = f"/proc/{os.getpid()}/fd/{memory}"
    if importlib.util.find_spec(VOICE) is not None:
        ways.append([sys.executable, "-m", VOICE, "--tone", "guardian"])
    return ways + [[found, recording] for player in PLAYERS if (found := shutil.which(player))]


def _recorded() -> int:
    """The tone as a file in memory, for players: two falling notes, like no alarm of the console."""
    memory = os.memfd_create("watchroom-guardian.wav")
    with os.fdopen(memory, "wb", closefd=False) as file, wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(_note(880.0, 0.35) + _note(587.0, 0.55))
    return memory


def _note(hertz: float, seconds: float) -> bytes:
    count = int(RATE * seconds)
    ramp = RATE // 100  # ten milliseconds in and out: no click
    loud = (min(i, count - i, ramp) / ramp * math.sin(2 * math.pi * hertz * i / RATE) for i in range(count))
    return b"".join(struct.pack("<h", round(22_000 * value)) for value in loud)


def _environment() -> dict[str, str]:
    return inherited() | {name: os.environ[name] for name in SOUND_SERVER if name in os.environ}


def _ring() -> None:
    """The bell of the terminal we were started from, if there is one."""
    with suppress(OSError):
        if os.isatty(2):
            os.write(2, BELL)


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
