"""Looks at what a video process says and shows while a bench breaks its cameras. Main thread."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.config.schema import VideoConfig
from console.inbox import Inbox
from console.model import Camera, CameraId, Quality
from console.ports import CameraChanged, CameraState, Detail

LOOK_S, PATIENCE_S = 0.005, 60.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """A state that was told, and when it was heard, seconds of the monotonic clock."""

    at_s: float
    state: CameraState
    detail: Detail

    @property
    def name(self) -> str:
        return f"{self.state}: {self.detail}" if self.detail else str(self.state)


class Watch:
    """A video process of its own; looked at every five milliseconds while somebody waits."""

    def __init__(self, cameras: Sequence[Camera]) -> None:
        self._inbox = Inbox()
        self._video = VideoProcess(
            VideoConfig(), cameras, "", resolve=lambda _secret: "", inbox=self._inbox, clock=Clock()
        )
        self._said: dict[str, list[Said]] = defaultdict(list)
        self._since: dict[str, int] = {}  # how much each had said when the case began
        self._slots: dict[str, int] = {}
        self._seen: dict[str, list[float]] = defaultdict(list)  # when pictures of a tile arrived
        self._pause = threading.Event()
        self._started_s = self._looked_s = time.monotonic()
        self.late_s = 0.0
        self._video.start()

    def close(self) -> None:
        self._video.stop()

    def show(self, names: Sequence[str]) -> None:
        """A tile for each of these."""
        for slot, name in enumerate(names):
            self._slots[name] = slot
            self._video.show(slot, CameraId(name), Quality.SUB, 320, 180)

    def begin(self) -> None:
        """What is told and shown from now on is of the next case."""
        self._look()
        self._since = {name: len(said) for name, said in self._said.items()}
        self._seen = defaultdict(list, {name: seen[-1:] for name, seen in self._seen.items()})
        self.late_s = 0.0

    # ---- waiting ----

    def now_s(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._started_s

    def until(self, find: Callable[[], T | None], patience_s: float = PATIENCE_S) -> T | None:
        """What `find` gives as soon as that is something; None when it takes too long."""
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline:
            self._look()
            if found := find():
                return found
            self._pause.wait(LOOK_S)
        return None

    def rest(self, seconds: float) -> None:
        """Look on for so long."""
        self.until(lambda: None, seconds)

    def _look(self) -> None:
        now_s = time.monotonic()
        self.late_s = max(self.late_s, now_s - self._looked_s - LOOK_S)
        self._inbox.drain(lambda item: self._take(item, now_s), lambda _item, _error: None, LOOK_S * 1_000)
        for name, slot in self._slots.items():
            if (frame := self._video.frame(slot)) is not None:
                self._seen[name].append(frame.arrived_ns / 1e9)
        self._looked_s = time.monotonic()

    def _take(self, item: object, now_s: float) -> None:
        if isinstance(item, CameraChanged):
            self._said[item.camera].append(Said(now_s, item.state, item.detail))

    # ---- what was told and shown ----

    def state(self, name: str) -> CameraState:
        said = self._said[name]
        return said[-1].state if said else CameraState.QUEUED

    def said(self, name: str) -> Sequence[Said]:
        """Since the case began."""
        return self._said[name][self._since.get(name, 0) :]

    def ever(self, name: str) -> Sequence[Said]:
        return self._said[name]

    def seen_before(self, name: str, at_s: float) -> float:
        """When the newest picture of the tile had arrived at that moment."""
        return max((seen for seen in self._seen[name] if seen <= at_s), default=at_s)

    def has_new(self, name: str, since_s: float) -> bool:
        """Whether a picture came after this moment, counted as `now_s` is."""
        seen = self._seen[name]
        return bool(seen) and seen[-1] - self._started_s > since_s

    def gap_s(self, name: str) -> float:
        """The longest time without a new picture on this tile, until now."""
        seen = [*self._seen[name], time.monotonic()]
        return max((later - earlier for earlier, later in pairwise(seen)), default=0.0)
