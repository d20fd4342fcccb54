"""The hand at this position that turns a camera: said again while it does, stopped when it lets go. Desk thread."""

from __future__ import annotations

from collections.abc import Callable

from console.clock import Clock, Deadline
from console.model import CameraId
from console.ptz.hold import Act
from console.ptz.orders import Orders
from console.ptz.port import REPEAT_MS, Velocity

LONGEST_MS = 20_000  # no hand turns a camera for so long without a new word
RESTS_MS = 1_000  # a turn is written down when the hand has come to rest
STILL = Velocity()


class Hand:
    """One camera at a time. A window that hangs says nothing any more: then the backend stops the head."""

    def __init__(self, clock: Clock, orders: Orders) -> None:
        self._clock = clock
        self._orders = orders
        self._camera: CameraId | None = None
        self._velocity = STILL
        self._order = 0
        self._since_ns = 0
        self._repeat: Deadline | None = None
        self._rest: Deadline | None = None
        self.may: Callable[[CameraId], bool] = lambda _: True  # whether the head is still ours
        self.when_changed: Callable[[CameraId], None] = lambda _: None  # it turns, or stands still
        self.when_rested: Callable[[CameraId], None] = lambda _: None  # after a turn

    def is_turning(self, camera: CameraId) -> bool:
        return self._camera == camera and not self._velocity.is_still

    def is_on(self, camera: CameraId) -> bool:
        """It turns the camera, or has only just let go."""
        return self._camera == camera and (not self._velocity.is_still or self._rest is not None)

    def drive(self, camera: CameraId, velocity: Velocity) -> None:
        """Turn like this until another word."""
        if self._camera is not None and self._camera != camera:
            self.drop(self._camera)
        begins = not self.is_turning(camera)
        if begins:
            self._order = self._orders.begin(camera, Act.DRIVE)
        self._camera, self._velocity, self._since_ns = camera, velocity, self._clock.monotonic_ns()
        self._cancel()
        self._say_again()
        if begins:
            self.when_changed(camera)

    def halt(self, camera: CameraId) -> None:
        """Stand still; harmless when it does."""
        if not self.is_turning(camera):
            return
        self._velocity = STILL
        self._cancel()
        self._orders.halt(camera)
        self._rest = self._clock.after(RESTS_MS, self._rests)
        self.when_changed(camera)

    def drop(self, camera: CameraId) -> None:
        """Stand still, and what was turned is said now."""
        self.halt(camera)
        if self._camera == camera:
            if self._rest is not None:
                self._cancel()
                self._rests()
            self._camera = None

    def _say_again(self) -> None:
        self._repeat = None
        if self._camera is None or self._velocity.is_still:
            return
        if self._clock.monotonic_ns() - self._since_ns > LONGEST_MS * 1_000_000 or not self.may(self._camera):
            self.halt(self._camera)
            return
        self._orders.drive(self._order, self._camera, self._velocity)
        self._repeat = self._clock.after(REPEAT_MS, self._say_again)

    def _rests(self) -> None:
        self._rest = None
        if self._camera is not None:
            self.when_rested(self._camera)

    def _cancel(self) -> None:
        for due in (self._repeat, self._rest):
            if due is not None:
                due.cancel()
        self._repeat = self._rest = None
