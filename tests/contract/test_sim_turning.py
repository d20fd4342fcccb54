"""A simulated camera whose head turns: its picture turns with it, live, and settles into a loop like any other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from console.ptz import Velocity
from console.sim.cameras import CameraSim, SimCamera
from console.sim.clips import Rendition, shot_of
from console.sim.head import HOME, Head
from console.sim.turning import Easel, looked_at
from tests.servers.camera_sim import Decoder, RtspViewer, codes
from tests.waiting import wait_until

SCENE, NUMBER, NAME = "wide/gate-1-day", 3, "大门"
Picture = npt.NDArray[np.uint8]


@pytest.fixture(scope="module")
def sim(clip_cache: Path) -> Iterator[CameraSim]:
    head = Head(("gate", "lane"))
    sim = CameraSim((SimCamera("dome", NUMBER, NAME, SCENE, head=head),), cache=clip_cache)
    sim.start()
    wait_until(lambda: sim.ready, 60, "a loop of the home position")
    with RtspViewer(sim, "dome/sub", "", "") as viewer:  # whoever draws is there from now on
        viewer.play()
        head.drive(Velocity(pan=0.1), timeout_s=0.2)
        viewer.pictures(3)
    yield sim
    sim.stop()


@pytest.fixture
def head(sim: CameraSim) -> Head:
    """Of the camera, at its home position."""
    head = sim._cameras[0].head
    assert head is not None
    head.turn_to(HOME)
    wait_until(lambda: not head.is_moving, 10, "the head at home")
    return head


@pytest.fixture
def viewer(sim: CameraSim) -> Iterator[RtspViewer]:
    with RtspViewer(sim, "dome/sub", "", "") as viewer:
        viewer.play()
        yield viewer


def far(one: Picture, other: Picture) -> float:
    """Mean difference of what lies above the burnt-in lines."""
    rows = one.shape[0] * 9 // 10
    return float(np.abs(one[:rows].astype(int) - other[:rows]).mean())


def test_the_picture_turns_with_the_head_and_stays_named(head: Head, viewer: RtspViewer) -> None:
    (home,) = viewer.pictures(1)
    turning, decoder = [home], Decoder()
    head.drive(Velocity(pan=0.3), timeout_s=4.0)
    while head.is_moving:  # however few pictures a busy machine draws in that time
        channel, data = viewer.packet()
        turning += decoder.feed(data) if channel == 0 else []
    assert {code.number for code in codes(turning) if code} == {NUMBER}
    steps = [far(one, other) for one, other in pairwise(turning)]
    assert sum(step > 1 for step in steps) >= 5  # it moves from frame to frame
    assert far(home, turning[-1]) > 8


def test_at_rest_it_shows_what_the_head_looks_at(head: Head, viewer: RtspViewer) -> None:
    head.recall(head.presets()[0].token)
    wait_until(lambda: not head.is_moving, 10, "the head at its preset")
    easel = Easel(shot_of(SCENE, NUMBER, NAME, Rendition.SUB))
    there = easel.draw(looked_at(head), 0).luma
    newest = viewer.pictures(15)[-1]
    grey = newest.mean(2) if newest.ndim == 3 else newest
    spread = np.corrcoef(grey[: there.shape[0] * 9 // 10].ravel(), there[: there.shape[0] * 9 // 10].ravel())[0, 1]
    assert spread > 0.8
    head.go_home()
    assert far(viewer.pictures(12)[-1], newest) > 8
