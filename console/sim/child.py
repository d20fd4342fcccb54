"""The demo site's cameras and sensors as one child process, started with the console and gone with it.

The child ends when its standard input closes, so a killed console leaves no simulator behind.
"""

from __future__ import annotations

import json
import os
import secrets
import select
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from console.config.schema import BrokerConfig, VoiceConfig
from console.errors import BackendError

START_S = 60.0
STOP_S = 5.0
CAMERA_PASSWORD = "WATCHROOM_DEMO_CAMERA"  # the name of a variable
MAIN = Path(__file__).resolve().parents[2] / "main.py"


@dataclass(frozen=True, slots=True)
class Served:
    """Where its servers are: the bases of the cameras' addresses and of those of their control."""

    rtsp: str
    onvif: str


class SimChild:
    """`main.py simulate all` for one site and one broker."""

    def __init__(
        self, site: Path, broker: BrokerConfig, seed: int, quiet: bool = False, *, field: BrokerConfig,
        voice: VoiceConfig | None = None, language: str = "zh_CN", gateway: str = "",
    ) -> None:  # fmt: skip
        """`broker` is how its sensors connect, `field` how its units do, `voice` how these speak, in this language.

        `gateway`: where its fire panel reports, HOST:PORT.
        """
        self._arguments = [
            sys.executable, str(MAIN), "simulate", "all", "--site", str(site),
            "--broker", broker.url.partition("//")[2], "--user", broker.user, "--password", broker.password,
            "--field-user", field.user, "--field-password", field.password,
            "--seed", str(seed), "--until-input-ends", *(("--quiet",) if quiet else ()), *_voice(voice, language),
            *(("--gateway", gateway) if gateway else ()),
        ]  # fmt: skip
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> Served:
        """Start it and wait for its first line. Raises BackendError."""
        os.environ[CAMERA_PASSWORD] = secrets.token_urlsafe(16)  # cameras.csv names it as env:…
        self._child = subprocess.Popen(  # Ctrl-C in a terminal is the console's to obey
            self._arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
        )
        assert self._child.stdout is not None
        ready, _, _ = select.select([self._child.stdout], [], [], START_S)
        line = self._child.stdout.readline() if ready else b""
        try:
            told = json.loads(line)
            return Served(str(told["rtsp"]), str(told["onvif"]))
        except (ValueError, KeyError) as error:
            self.stop()
            raise BackendError("the demo's simulators did not start; see the messages above") from error

    def stop(self) -> None:
        if self._child is None:
            return
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()
        try:
            self._child.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()


def _voice(voice: VoiceConfig | None, language: str) -> tuple[str, ...]:
    """How the field teams reach the voice server; the password goes by its reference."""
    if voice is None:
        return ()
    address = voice.url.partition("//")[2]
    return (
        "--voice", address, "--voice-password", voice.password, "--voice-pin", voice.cert_pin, "--language", language,
    )  # fmt: skip
