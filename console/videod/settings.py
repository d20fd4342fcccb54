"""How the video process was started. Nothing secret: these are on its command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    slots_fd: int
    workers: int = 0
    memory_mb: int = 1024
    ring_s: int = 60
    hardware: str = "auto"
    data: str = ""
    dial_per_s: int = 64
    redial_per_s: int = 4
    max_per_host: int = 8
    stale_ms: int = 1500
    tls_ca: str = ""

    @property
    def data_folder(self) -> Path | None:
        """Below it lies the evidence; None when nothing is to be kept."""
        return Path(self.data) if self.data else None

    @property
    def authority(self) -> Path | None:
        """The site's own certificate authority for rtsps://."""
        return Path(self.tls_ca) if self.tls_ca else None

    def arguments(self) -> list[str]:
        """The command line that gives these settings."""
        return [f"--{name.replace('_', '-')}={getattr(self, name)}" for name in self.__dataclass_fields__]


def read(arguments: Sequence[str] | None = None) -> Settings:
    """Settings from the command line; ends the program on --help and on mistakes."""
    parser = argparse.ArgumentParser(
        prog="python -m console.videod",
        description=(
            "The video process: receives cameras over RTSP, decodes what is shown and puts the pictures into shared "
            "memory. The window starts it; it reads commands from standard input (JSON lines), reports on standard "
            "output, logs on standard error, and ends when standard input closes."
        ),
    )
    add = parser.add_argument
    add("--slots-fd", type=int, required=True, help="inherited descriptor of the memory the window made for the slots")
    add("--workers", type=int, default=0, help="decoder threads; 0 = one per core")
    add("--memory-mb", type=_positive, default=1024, help="budget of the pictures kept in memory")
    add("--ring-s", type=int, default=60, help="seconds of each hot camera kept in memory, as far as the budget goes")
    add("--hardware", default="auto", help="auto: what of the machine is proven decodes; off: the processor")
    add("--data", default="", help="data folder; clips go into its folder evidence; without it none are kept")
    add("--dial-per-s", type=_positive, default=64, help="first dials a second")
    add("--redial-per-s", type=_positive, default=4, help="dials after a failure a second, all cameras together")
    add("--max-per-host", type=_positive, default=8, help="dials under way at one host")
    add("--stale-ms", type=_positive, default=1500, help="age from which a picture is stale")
    add("--tls-ca", default="", help="PEM file of a certificate authority believed beside the system's, for rtsps://")
    return Settings(**vars(parser.parse_args(arguments)))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a number from 1 on is expected")
    return number
