"""When each frame of a simulated camera is sent: a function of the wall clock alone. Pure, any thread.

Because nothing else decides it, any process of the machine can turn a frame code read from a screen into the time
at which that frame left the camera. Cameras are out of step with each other by a part of a frame and by whole
frames, so their key frames do not come together.
"""

from __future__ import annotations

import math

from console.sim.animation import FPS, SECONDS


def _phase_s(number: int, fps: int) -> float:
    return number * 0.6180339887 % 1 / fps


def loop_index(number: int, k: int, fps: int = FPS) -> int:
    """Which frame of the loop the k-th frame since the epoch is."""
    return (k + number * 7919) % (fps * SECONDS)


def latest(number: int, wall_s: float, fps: int = FPS) -> int:
    """The last frame due at a time (seconds since the epoch), counted from the epoch."""
    return math.floor((wall_s - _phase_s(number, fps)) * fps + 1e-6)


def due_s(number: int, k: int, fps: int = FPS) -> float:
    """When the k-th frame is due, seconds since the epoch."""
    return k / fps + _phase_s(number, fps)


def sent_ms(number: int, index: int, now_ms: int, fps: int = FPS) -> float:
    """When the frame with this index in its loop was last sent at `now_ms`; epoch milliseconds.

    Right while the picture is younger than a loop.
    """
    k = latest(number, now_ms / 1000, fps)
    return due_s(number, k - (loop_index(number, k, fps) - index) % (fps * SECONDS), fps) * 1000
