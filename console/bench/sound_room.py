"""A sound server of a bench's own: one null sink whose left is a mouth and whose right is an ear, on one clock.

What is played into "mouth_in" is what the microphone "mouth" hears; what is played to "ear" is recorded beside it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

from console import precedence
from console.errors import BackendError
from console.leash import leashed

RATE = 48_000
TOOLS = ("pulseaudio", "pactl", "pacat", "parec")
START_S = 10.0
STARTED_S = 1.0  # for the recording and a loop to run
AFTER_S = 0.7  # what is still on its way when the last click was played
LOOP_MS = 20  # the floor asks for as little latency as the sound server gives
SCRIPT = """\
load-module module-native-protocol-unix auth-anonymous=1 socket={socket}
load-module module-null-sink sink_name=m2e rate=48000 channels=2 channel_map=front-left,front-right
load-module module-remap-sink sink_name=mouth_in master=m2e channels=1 channel_map=mono \
master_channel_map=front-left remix=no
load-module module-remap-sink sink_name=ear master=m2e channels=1 channel_map=mono \
master_channel_map=front-right remix=no
load-module module-remap-source source_name=mouth master=m2e.monitor channels=1 channel_map=mono \
master_channel_map=front-left remix=no
set-default-source mouth
set-default-sink ear
"""

Sound = npt.NDArray[np.float64]


@contextmanager
def sound_room() -> Iterator[None]:
    """This process and its children use it. Raises BackendError."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        raise BackendError(f"this bench needs {', '.join(missing)}: install pulseaudio and pulseaudio-utils")
    with tempfile.TemporaryDirectory(prefix="bench-sound-") as folder:
        socket, script = Path(folder) / "pulse.sock", Path(folder) / "start.pa"
        script.write_text(SCRIPT.format(socket=socket))
        before = {name: os.environ.get(name) for name in ("XDG_RUNTIME_DIR", "PULSE_SERVER")}
        command = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "-F", str(script)]
        home = os.environ | {"HOME": folder, "XDG_RUNTIME_DIR": folder}
        server = subprocess.Popen(leashed(command), env=home, stderr=subprocess.DEVNULL)
        os.environ.update(XDG_RUNTIME_DIR=folder, PULSE_SERVER=f"unix:{socket}")
        try:
            _wait_for_ear()
            precedence.give_program(server.pid)  # as on a desk, whose sound server has the right to it
            yield
        finally:
            _restore(before)
            server.kill()
            server.wait()


def _restore(before: dict[str, str | None]) -> None:
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _wait_for_ear() -> None:
    end, pause = time.monotonic() + START_S, threading.Event()
    while (
        b"\tear\t" not in subprocess.run(["pactl", "list", "short", "sinks"], capture_output=True, check=False).stdout
    ):
        if time.monotonic() > end:
            raise BackendError("the bench's sound server did not start")
        pause.wait(0.05)


@contextmanager
def loop() -> Iterator[None]:
    """The floor: the sound server itself takes the microphone's sound to the loudspeaker."""
    words = ("load-module", "module-loopback", "source=mouth", "sink=ear", f"latency_msec={LOOP_MS}")
    module = subprocess.run(["pactl", *words], capture_output=True, text=True, check=True).stdout.strip()
    try:
        yield
    finally:
        subprocess.run(["pactl", "unload-module", module], check=True)


def mouth_to_ear_ms(clicks: int, seed: int) -> list[float]:
    """Delay of each click that was heard, in ms: onset at the ear minus onset at the mouth, in one recording."""
    played, _ = _clicks(clicks, np.random.default_rng(seed))
    with tempfile.TemporaryFile() as recording:
        form = ("--format=s16le", f"--rate={RATE}", "--channels=2", "--latency-msec=20")
        recorder = subprocess.Popen(leashed(["parec", "-d", "m2e.monitor", *form]), stdout=recording)
        pause = threading.Event()
        pause.wait(STARTED_S)
        subprocess.run(
            ["pacat", "-d", "mouth_in", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=400"],
            input=(played * 32_767).astype("<i2").tobytes(), check=True,
        )  # fmt: skip
        pause.wait(AFTER_S)
        recorder.terminate()
        recorder.wait()
        recording.seek(0)
        both = np.frombuffer(recording.read(), "<i2")
    sides = both[: len(both) // 2 * 2].reshape(-1, 2) / 32_768
    return _delays(_onsets(sides[:, 0]), _onsets(sides[:, 1]))


def _clicks(count: int, dice: np.random.Generator) -> tuple[Sound, list[int]]:
    """20 ms of 2 kHz every half second or a little later, so that no click keeps step with anything."""
    starts, at = [], RATE // 2
    for _ in range(count):
        starts.append(at)
        at += RATE // 2 + int(dice.integers(0, RATE // 10))
    sound = np.zeros(at)
    burst = 0.6 * np.sin(2 * np.pi * 2_000 * np.arange(RATE // 50) / RATE)
    for start in starts:
        sound[start : start + len(burst)] = burst
    return sound, starts


def _onsets(side: Sound) -> list[int]:
    """Where it becomes loud after silence."""
    found: list[int] = []
    for at in np.flatnonzero(np.abs(side) > 0.08):
        if not found or at - found[-1] > RATE // 5:
            found.append(int(at))
    return found


def _delays(mouth: list[int], ear: list[int]) -> list[float]:
    """Each click at the mouth with the first one at the ear before the next could come."""
    delays = []
    for start in mouth:
        after = [at for at in ear if 0 < at - start < RATE * 4 // 10]
        if after:
            delays.append((after[0] - start) / RATE * 1000)
    return delays
