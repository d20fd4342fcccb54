"""A real sound server without a sound card: loudspeakers are null sinks, and what leaves them can be listened to."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from console import precedence
from tests.waiting import wait_until

RATE = 48_000
SCRIPT = "load-module module-native-protocol-unix auth-anonymous=1 socket={socket}\n"
QUIET_DBFS = -80.0
Heard = npt.NDArray[np.float64]


class SoundServer:
    """PulseAudio of the test's own; loudspeakers are plugged in and unplugged by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._socket = folder / "pulse.sock"
        self._script = folder / "start.pa"
        self._modules: dict[str, str] = {}
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def env(self) -> dict[str, str]:
        """What its clients are told about it."""
        return {"XDG_RUNTIME_DIR": str(self.folder), "PULSE_SERVER": f"unix:{self._socket}"}

    def start(self) -> None:
        self._socket.unlink(missing_ok=True)
        self._script.write_text(SCRIPT.format(socket=self._socket))
        self._child = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "-F", str(self._script)],
            env=os.environ | self.env | {"HOME": str(self.folder)},
            stderr=subprocess.DEVNULL,
        )
        wait_until(self._answers, 10, "the sound server")
        precedence.give_program(self._child.pid)

    def _answers(self) -> bool:
        return self._socket.exists() and self._ask("info").returncode == 0

    def kill(self) -> None:
        assert self._child is not None
        self._child.kill()
        self._child.wait()
        self._modules.clear()

    def plug(self, name: str) -> None:
        """A loudspeaker more."""
        told = self._ask(
            "load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}", "channels=1",
            f"sink_properties=device.description={name}",
        )  # fmt: skip
        self._modules[name] = told.stdout.decode().strip()

    def plug_microphone(self, name: str) -> None:
        """A microphone more: what is played into the loudspeaker `<name>-mouth` is what it hears."""
        self.plug(f"{name}-mouth")
        told = self._ask(
            "load-module", "module-remap-source", f"source_name={name}", f"master={name}-mouth.monitor",
            f"source_properties=device.description={name}",
        )  # fmt: skip
        self._modules[name] = told.stdout.decode().strip()

    def use_microphone(self, name: str) -> None:
        """It is the system's default."""
        self._ask("set-default-source", name)

    def move_microphone(self, process: int, name: str) -> int:
        """As a mixer's window does it: what this process records is to come from there; how many streams obeyed."""
        listing = json.loads(self._ask("--format=json", "list", "source-outputs").stdout)
        ours = [each for each in listing if each["properties"].get("application.process.id") == str(process)]
        assert ours
        moved = [self._ask("move-source-output", str(each["index"]), name).returncode for each in ours]
        return moved.count(0)

    def play(self, name: str, sound: Heard) -> subprocess.Popen[bytes]:
        """Into a loudspeaker; the caller waits for the end."""
        child = subprocess.Popen(
            ["pacat", "-d", name, f"--rate={RATE}", "--channels=1", "--format=s16le", "--latency-msec=800"],
            env=os.environ | self.env, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert child.stdin is not None
        child.stdin.write((sound * 32_767).astype("<i2").tobytes())
        child.stdin.close()
        return child

    def unplug(self, name: str) -> None:
        self._ask("unload-module", self._modules.pop(name))

    def _ask(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["pactl", *words], env=os.environ | self.env, capture_output=True)

    @contextmanager
    def ear(self, name: str) -> Iterator[Ear]:
        """Listens to one loudspeaker."""
        command = ["parec", "-d", f"{name}.monitor", f"--rate={RATE}", "--channels=1", "--format=s16le"]
        child = subprocess.Popen(
            [*command, "--latency-msec=20"],
            env=os.environ | self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        ear = Ear(child)
        try:
            wait_until(lambda: ear.count, 10, "something to listen to")
            yield ear
        finally:
            child.kill()
            child.wait()
            ear.close()


class Ear:
    """Everything that came out of a loudspeaker since we began to listen."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        assert child.stdout is not None
        self._pipe = child.stdout
        self._pcm = bytearray()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while data := self._pipe.read1(4_096):  # type: ignore[attr-defined]  # a buffered reader
            with self._lock:
                self._pcm += data

    def close(self) -> None:
        self._thread.join()
        self._pipe.close()

    @property
    def count(self) -> int:
        """Samples heard."""
        with self._lock:
            return len(self._pcm) // 2

    def heard(self, since: int = 0, until: int | None = None) -> Heard:
        """−1…1, from one sample number to another."""
        with self._lock:
            pcm = bytes(self._pcm[since * 2 : len(self._pcm) // 2 * 2 if until is None else until * 2])
        return np.frombuffer(pcm, "<i2") / 32_768

    def last(self, seconds: float) -> Heard:
        return self.heard(max(0, self.count - int(seconds * RATE)))


def level_dbfs(heard: Heard) -> float:
    """RMS, −120 in digital silence."""
    return float(20 * np.log10(max(np.sqrt(np.mean(heard**2)) if len(heard) else 0.0, 1e-6)))


def pitches(heard: Heard, count: int = 2) -> list[int]:
    """The strongest fundamentals, Hz, strongest first; neighbours of a peak belong to it."""
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard))))
    found = []
    for _ in range(count):
        peak = int(np.argmax(spectrum))
        found.append(round(peak * RATE / len(heard)))
        spectrum[max(0, peak - 60 * len(heard) // RATE) : peak + 60 * len(heard) // RATE + 1] = 0
    return found


def hears(heard: Heard, tones: Sequence[float]) -> bool:
    """Whether these are the pitches, and loud enough to be meant."""
    if len(heard) < RATE // 4 or level_dbfs(heard) < -40:
        return False
    return all(min(abs(pitch - tone) for tone in tones) <= 12 for pitch in pitches(heard, len(tones)))


@contextmanager
def serving(folder: Path) -> Iterator[SoundServer]:
    """A sound server with one loudspeaker, "desk", which this process and its children use."""
    server = SoundServer(folder / "pulse")
    server.folder.mkdir(mode=0o700)
    server.start()
    server.plug("desk")
    with pytest.MonkeyPatch.context() as environment:
        for name, value in server.env.items():
            environment.setenv(name, value)
        yield server
    server.kill()


@pytest.fixture
def sound_server(tmp_path: Path) -> Iterator[SoundServer]:
    """A sound server of the test's own, to be broken."""
    with serving(tmp_path) as server:
        yield server
