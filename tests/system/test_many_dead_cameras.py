"""Fifty of 192 cameras are dead: each of them says so, and the others know nothing of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from socket import create_server, socket

import pytest

from console.model import CameraId
from console.ports import CameraState
from tests.servers.ports import free_port
from tests.system.watching import SUB, Console, console, new_frame
from tests.waiting import wait_until

__all__ = ["console"]

pytestmark = pytest.mark.long
CAMERAS, DEAD = 192, 50
SLOW_S = 120.0  # the machine may be busy


@pytest.fixture
def black_hole() -> Iterator[socket]:
    """A host that takes connections and says nothing, like a recorder that hangs."""
    with closing(create_server(("127.0.0.1", 0), backlog=256)) as listener:
        yield listener


def states(console: Console, cameras: list[CameraId]) -> set[CameraState]:
    """The newest state of each."""
    return {said[-1].state if (said := console.changes(camera)) else CameraState.QUEUED for camera in cameras}


def test_fifty_dead_cameras_are_named_and_delay_no_other(console: Console, black_hole: socket) -> None:
    hole = f"rtsp://127.0.0.1:{black_hole.getsockname()[1]}"
    gone = f"rtsp://127.0.0.1:{free_port()}"
    hanging = [console.add(f"hanging-{number}", url=f"{hole}/{number}") for number in range(DEAD // 2)]
    refusing = [console.add(f"refusing-{number}", url=f"{gone}/{number}") for number in range(DEAD // 2)]
    alive = [console.add(f"alive-{number}") for number in range(CAMERAS - DEAD)]
    video = console.start()
    wait_until(lambda: states(console, alive) == {CameraState.LIVE}, SLOW_S, "every living camera")
    wait_until(lambda: states(console, refusing) == {CameraState.REFUSED}, SLOW_S, "the refusals")
    wait_until(lambda: CameraState.NO_SIGNAL in states(console, hanging), SLOW_S, "the first that never answers")
    for slot, camera in enumerate(alive[:36]):
        video.show(slot, camera, SUB, 160, 90)
    for slot, camera in enumerate(alive[:36]):
        assert new_frame(video, slot, SLOW_S).camera == camera
    said = [len(console.changes(camera)) for camera in alive]
    for slot in range(36):  # while the dead are dialled again and again
        new_frame(video, slot, SLOW_S, since_ns=time.monotonic_ns())
    wait_until(lambda: states(console, hanging) == {CameraState.NO_SIGNAL}, SLOW_S, "all that never answer")
    assert [len(console.changes(camera)) for camera in alive] == said
