"""Views are looked at now and then; while the machine has too much to do, only those that are decoded anyway."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import cast

import pytest

from console.looks import StreamMeasured, Survey, ViewSeen
from console.model import CameraId
from console.ports import CameraState
from console.videod.gop import Budget, Gop
from console.videod.stream import Stream
from console.videod.survey import Surveyor
from console.videod.unit import Unit

SECOND = 1_000_000_000
SHOWN, UNSEEN = CameraId("shown"), CameraId("unseen")
SLOW_S = 20.0  # the machine may be busy


@dataclass
class Received:
    """A stream in all that is looked at of it."""

    gop: Gop
    state: CameraState = CameraState.LIVE
    taps: list[object] = field(default_factory=list)


class Looking:
    """Two live cameras, one of them shown; `seen` is what was told of views."""

    def __init__(self, key: Unit) -> None:
        self._later: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        self.seen: list[CameraId] = []
        streams = {SHOWN: Received(Gop(Budget(1 << 20)), taps=[self]), UNSEEN: Received(Gop(Budget(1 << 20)))}
        for stream in streams.values():
            stream.gop.keep(key, only_key=False)
        self._streams = streams
        self.surveyor = Surveyor(lambda: cast("dict[CameraId, Stream]", streams), self._carry, self._report)
        self.surveyor.order(Survey(0, 1))
        self._now_ns = SECOND

    def _carry(self, call: Callable[..., object], *about: object) -> None:
        self._later.put(partial(call, *about))

    def _report(self, told: StreamMeasured | ViewSeen) -> None:
        if isinstance(told, ViewSeen):
            self.seen.append(told.camera)

    def pass_a_second(self) -> None:
        """Every camera's turn comes, with a key frame it has not been looked at."""
        self._now_ns += SECOND
        for stream in self._streams.values():
            stream.gop.keep(stream.gop.units[0]._replace(arrived_ns=self._now_ns), only_key=False)
        for _ in range(20):
            self._now_ns += SECOND // 20
            self.surveyor.tick(self._now_ns)

    def look(self) -> None:
        """Wait for what one look found."""
        self._later.get(timeout=SLOW_S)()


@pytest.fixture
def looking(h264_clip: list[list[bytes]]) -> Iterator[Looking]:
    found = Looking(Unit(b"".join(b"\0\0\0\1" + nal for nal in h264_clip[0]), True, SECOND, 0))
    yield found
    found.surveyor.close()


def test_an_overloaded_machine_looks_only_at_what_is_shown_and_at_everything_again_afterwards(looking: Looking) -> None:
    looking.surveyor.spare(is_sparing=True)
    looking.pass_a_second()
    looking.look()
    assert looking.seen == [SHOWN]
    looking.surveyor.spare(is_sparing=False)
    looking.pass_a_second()
    looking.look()
    looking.look()
    assert sorted(looking.seen) == [SHOWN, SHOWN, UNSEEN]
