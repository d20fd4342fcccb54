"""How the voice process was started."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from console.model import Tone


@dataclass(frozen=True, slots=True)
class Settings:
    device: str = ""
    volume: int = 100
    retry: int = 0
    silent: bool = False  # no device is ever opened: this position makes no sound
    microphone: str = ""
    limit_s: int = 60
    data: str = ""
    probe: bool = False
    tone: Tone | None = None

    def arguments(self) -> list[str]:
        """The command line that gives these settings."""
        given = [
            f"--device={self.device}", f"--volume={self.volume}", f"--retry={self.retry}",
            f"--microphone={self.microphone}", f"--limit-s={self.limit_s}", f"--data={self.data}",
        ]  # fmt: skip
        given += ["--silent"] if self.silent else []
        given += ["--probe"] if self.probe else []
        return given if self.tone is None else [*given, f"--tone={self.tone}"]


def read(arguments: Sequence[str] | None = None) -> Settings:
    """Settings from the command line; ends the program on --help and on mistakes."""
    parser = argparse.ArgumentParser(
        prog="python -m console.talkd",
        description=(
            "The voice process: owns the loudspeaker and plays the tones. The window starts it; it reads commands from "
            "standard input (JSON lines), reports on standard output, logs on standard error, and ends when standard "
            "input closes. With --tone it plays one burst and ends: status 0 when the device took all of it."
        ),
    )
    add = parser.add_argument
    add("--device", default="", help='name or id of the output device; "" = the system\'s default')
    add("--volume", type=int, choices=range(1, 101), default=100, metavar="PERCENT", help="1 to 100")
    add("--retry", type=int, default=0, help="how often it has started itself anew for want of a device")
    add("--silent", action="store_true", help="open no device at all")
    add("--microphone", default="", help='name or id of the input device; "" = the system\'s default')
    add("--limit-s", type=int, default=60, help="nobody talks longer than so many seconds without letting go")
    add("--data", default="", help="the data folder, where what is said is kept")
    add("--probe", action="store_true", help="say by the exit status whether the output device is there (0), and end")
    add("--tone", type=Tone, choices=tuple(Tone), help="play one burst of this tone and end")
    return Settings(**vars(parser.parse_args(arguments)))
