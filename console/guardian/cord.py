"""The cord between guardian and console: inherited descriptors and the few words that go over them. Pure.

The guardian names the descriptors in one environment variable. Over the pulse the console first introduces itself
with a line of JSON, then sends one byte per beat, and one when it ends.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from console.mishaps import Cause, Restart

VARIABLE = "WATCHROOM_GUARDIAN"
BEAT, ENDING, FAILING = b".", b"e", b"x"  # it works; it closes down in order; it closes down because it failed
BEAT_S = 0.5
HELLO_LIMIT = 16_384  # bytes


@dataclass(frozen=True, slots=True)
class Cord:
    """Descriptors as the console inherits them, and why it was started again."""

    pulse: int  # write end of a pipe
    stacks: int  # memory the stacks of a hanging or dying console are written to
    words: int  # memory that keeps its last lines of standard error
    restart: Restart | None

    def to_text(self) -> str:
        restart = self.restart
        told = [restart.cause.value, restart.figure, restart.report, restart.alive_ns] if restart else None
        return json.dumps({"pulse": self.pulse, "stacks": self.stacks, "words": self.words, "restart": told})

    @staticmethod
    def from_text(text: str) -> Cord:
        """Raises ValueError or KeyError when a guardian did not write it."""
        told = json.loads(text)
        restart = told["restart"]
        if restart is not None:
            cause, figure, report, alive_ns = restart
            restart = Restart(Cause(cause), str(figure), str(report), int(alive_ns))
        return Cord(int(told["pulse"]), int(told["stacks"]), int(told["words"]), restart)


@dataclass(frozen=True, slots=True)
class Hello:
    """Who the console is: where reports belong, and what they quote from."""

    data: Path
    position: str
    log_file: Path | None

    def to_line(self) -> bytes:
        log_file = str(self.log_file) if self.log_file is not None else ""
        told = {"data": str(self.data), "position": self.position, "log_file": log_file}
        return json.dumps(told).encode() + b"\n"

    @staticmethod
    def from_line(line: bytes) -> Hello:
        """Raises ValueError or KeyError when a console did not write it."""
        told = json.loads(line)
        return Hello(Path(told["data"]), told["position"], Path(told["log_file"]) if told["log_file"] else None)
