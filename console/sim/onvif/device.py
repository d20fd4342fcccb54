"""A simulated camera as its ONVIF server sees it. Any thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum

from console.clock import Clock
from console.sim.animation import FPS
from console.sim.head import Head


class Ailment(StrEnum):
    """What a device can be told to do wrong.

    SILENT       connections are accepted and nothing is answered
    REFUSING     every act is answered with a fault
    HUGE         answers are longer than any honest one
    ENTITIES     answers carry a document type with entities that expand without end
    GARBAGE      answers are no XML
    """

    SILENT = "silent"
    REFUSING = "refusing"
    HUGE = "huge"
    ENTITIES = "entities"
    GARBAGE = "garbage"


@dataclass(slots=True)
class SimDevice:
    """`head` None: it does not turn. `width` and `height` are those of the main stream."""

    id: str
    name: str
    sub: str  # addresses of its streams
    main: str
    head: Head | None = None
    user: str = ""
    password: str = field(default="", repr=False)
    maker: str = "Watchroom"
    model: str = "Simulated camera"
    width: int = 1280
    height: int = 720
    fps: int = FPS
    clock_offset_ms: int = 0  # how far its clock is ahead
    ailment: Ailment | None = None
    heard: list[str] = field(default_factory=list)  # the operations it was asked for, in order
    seen: threading.Condition = field(default_factory=threading.Condition, repr=False)

    def now_ms(self) -> int:
        """What its clock says, epoch ms."""
        return Clock().now_ms() + self.clock_offset_ms

    def note(self, operation: str) -> None:
        """Somebody asked for this; whoever waits for it hears of it."""
        with self.seen:
            self.heard.append(operation)
            self.seen.notify_all()
