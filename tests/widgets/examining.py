"""A desk whose cameras were measured and looked at: one moved, one clock is wrong, key frames are too far apart."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.looks import StreamMeasured
from console.ports import CameraChanged, CameraState
from console.truth.glimpse import Glimpse
from console.truth.judge import Stillness
from console.truth.reference import view_of
from tests.widgets.desk import CAMERAS, Desk
from widgets.health.page import HealthPage

MOVED, WRONG_CLOCK, FAR_KEYS, DARK, *OTHERS = CAMERAS
LOOK_MS = 30_000


def view(seed: int) -> bytes:
    """Something to be recognised; another seed is another place."""
    coarse = np.random.default_rng(seed).integers(30, 220, (9, 16))
    return np.kron(coarse, np.ones((10, 10))).astype(np.uint8).tobytes()


def page_of(desk: Desk) -> HealthPage:
    found = desk.window.findChild(HealthPage)
    assert found is not None
    return found


def examined(desk: Desk) -> HealthPage:
    """The page is open, and everything is known."""
    for camera in CAMERAS:
        key_s, clock_ms = (9.0 if camera == FAR_KEYS else 2.0), (3_600_000 if camera == WRONG_CLOCK else 12)
        measured = StreamMeasured(
            camera, 12.5, 431.0, key_s, "h264", 640, 360, "tcp", 3, 2, 40, 58.0, clock_ms, has_clock=True
        )  # fmt: skip
        for _ in range(3):
            desk.take(measured)
    for at in range(12):
        desk.clock.advance(LOOK_MS)
        for camera in CAMERAS[:4]:
            seed = 99 if camera == MOVED and at > 3 else CAMERAS.index(camera)
            desk.take(Glimpse(camera, view_of(view(seed), 8.0), Stillness()))
    desk.take(CameraChanged(DARK, CameraState.NO_SIGNAL, desk.clock.now_ms()))
    QTest.keyClick(desk.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    return page_of(desk)
