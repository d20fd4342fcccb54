"""Simulated cameras for a bench, in a process of their own, with faults on command. Any thread."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from console.errors import BackendError
from console.leash import leashed
from console.model import Camera, CameraId, CameraKind

MAIN = Path(__file__).resolve().parents[2] / "main.py"
STOP_S, CALL_S = 5.0, 10.0


class Streams:
    """`main.py simulate cameras`: so many streams `cam-0001` …, each served to as many clients as ask for it."""

    def __init__(self, count: int, *, h265: int = 0, udp: int = 0) -> None:
        """The first `h265` of them send H.265, the last `udp` refuse TCP."""
        words = ["simulate", "cameras", "--cameras", str(count), "--port", "0", "--control", "0"]
        words += ["--h265", str(h265), "--udp", str(udp)]
        command = [sys.executable, str(MAIN), *words]
        self._process = subprocess.Popen(leashed(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        try:
            ready = json.loads(self._process.stdout.readline())
        except ValueError as error:
            self.close()
            raise BackendError("the simulated cameras did not start; see the messages above") from error
        self.base, self._control = str(ready["rtsp"]), int(ready["control"])
        self.names = [f"cam-{n:04d}" for n in range(1, count + 1)]

    @property
    def pid(self) -> int:
        return self._process.pid

    def url(self, at: int) -> str:
        """The sub-stream number `at`; beyond the last one they begin again."""
        return f"{self.base}/{self.names[at % len(self.names)]}/sub"

    def cameras(self, count: int) -> list[Camera]:
        """So many cameras, each with a connection of its own; further ones show what earlier ones show."""
        return [
            Camera(CameraId(f"S-{n:04d}"), n, f"S {n}", f"S {n}", CameraKind.FIXED, None, sub_url=self.url(n - 1))
            for n in range(1, count + 1)
        ]

    def fault(self, name: str, fault: str) -> None:
        """Switch a fault of one stream on, `none` all of them off. Raises BackendError."""
        with socket.create_connection(("127.0.0.1", self._control), CALL_S) as control:
            control.sendall(f"fault {name} {fault}\n".encode())
            answer = control.makefile(encoding="utf-8").readline().strip()
        if answer != "ok":
            raise BackendError(f"the simulated cameras say: {answer}")

    def close(self) -> None:
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_S)
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


@contextlib.contextmanager
def streams(count: int) -> Iterator[Streams]:
    """Them while they are needed. Raises BackendError."""
    served = Streams(count)
    try:
        yield served
    finally:
        served.close()
