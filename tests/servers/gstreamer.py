"""Cameras of GStreamer's RTSP server for tests: other people's RTP, RTSP, RTCP and TLS."""

from __future__ import annotations

import select
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

PROGRAM = Path(__file__).parent / "gstreamer_program.py"
PYTHON = "/usr/bin/python3"  # Debian's, which has its bindings
START_S = 30.0


@dataclass
class GStreamer:
    """One server; a camera is `name:codec:colour:ways`, see the program."""

    cameras: Sequence[str]
    login: tuple[str, str] | None = None
    certificate: Path | None = None  # PEM with its key: the server encrypts
    port: int = 0
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def base(self) -> str:
        return f"rtsp{'s' if self.certificate else ''}://127.0.0.1:{self.port}"

    def start(self) -> None:
        words = [*self.cameras, *(("--digest", *self.login) if self.login else ())]
        words += ["--tls", str(self.certificate)] if self.certificate else []
        words += ["--port", str(self.port)] if self.port else []
        self._process = subprocess.Popen(
            [PYTHON, str(PROGRAM), *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], START_S)
        line = self._process.stdout.readline() if ready else ""
        if not line.strip().isdigit():
            self.kill()
            raise AssertionError("GStreamer's RTSP server did not start; see its words above")
        self.port = int(line)

    def kill(self) -> None:
        """Gone without a goodbye; `start` brings it back on the same port."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()
