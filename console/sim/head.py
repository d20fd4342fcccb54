"""The head of a simulated camera that turns: where it looks, how it gets there, its presets. Any thread.

Pure motion in the camera's own numbers (pan and tilt −1…1, zoom 0…1); the picture is `turning`'s. A head that is
told to turn stops by itself after the time it was told, as a real one does when its console has died.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from console.ptz import Aim, Velocity

SPEED = 0.35  # of the range of pan and tilt, a second, at full speed
ZOOM_SPEED = 0.4
TRAVEL_SPEED = 0.9  # when it goes to a position by itself
LONGEST_S = 10.0  # a move without a time of its own ends then
WIDEST, NARROWEST = 0.5, 0.16  # share of the scene's width in the picture at zoom 0 and 1
HOME = Aim(0.0, 0.0, 0.0)
STILL = Velocity()


@dataclass(frozen=True, slots=True)
class Preset:
    """A stored position as the camera knows it."""

    token: str
    name: str
    aim: Aim


@dataclass(frozen=True, slots=True)
class _Move:
    """What it does since `since_s`: turn at a speed until `until_s`, or travel to `goal`."""

    begin: Aim
    since_s: float
    until_s: float
    velocity: Velocity = STILL
    goal: Aim | None = None

    def at(self, now_s: float) -> Aim:
        passed = max(0.0, min(now_s, self.until_s) - self.since_s)
        if self.goal is None:
            pan, tilt = self.velocity.pan * SPEED * 2 * passed, self.velocity.tilt * SPEED * 2 * passed
            return moved(self.begin, pan, tilt, self.velocity.zoom * ZOOM_SPEED * passed)
        if now_s >= self.until_s:
            return self.goal
        share = passed / (self.until_s - self.since_s)
        return Aim(*(a + (b - a) * share for a, b in zip(_numbers(self.begin), _numbers(self.goal), strict=True)))


class Head:
    """`names` are the presets it comes with, spread over its range; `now_s` is monotonic."""

    def __init__(self, names: Sequence[str] = (), now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._lock = threading.Lock()
        self._move = _Move(HOME, 0.0, 0.0)
        self._presets = {str(n): Preset(str(n), name, _spread(n)) for n, name in enumerate(names, 1)}

    # ---- where it looks ----

    def aim(self) -> Aim:
        return self._move.at(self._now_s())

    @property
    def is_moving(self) -> bool:
        move = self._move
        return self._now_s() < move.until_s and (move.goal is not None or not move.velocity.is_still)

    # ---- what it is told ----

    def drive(self, velocity: Velocity, timeout_s: float = LONGEST_S) -> None:
        """Turn until told otherwise, at most so long."""
        now = self._now_s()
        self._set(_Move(self.aim(), now, now + max(0.0, min(timeout_s, LONGEST_S)), velocity))

    def halt(self, *, pan_tilt: bool = True, zoom: bool = True) -> None:
        """Stop turning, zooming, or both; what is not named goes on."""
        move, now = self._move, self._now_s()
        if (pan_tilt and zoom) or move.goal is not None:
            self._set(_Move(self.aim(), now, now))
            return
        still = replace(move.velocity, zoom=0.0) if zoom else replace(move.velocity, pan=0.0, tilt=0.0)
        self._set(_Move(self.aim(), now, move.until_s, still))

    def turn_to(self, aim: Aim) -> None:
        """Go there by itself."""
        begin, goal, now = self.aim(), moved(aim, 0.0, 0.0, 0.0), self._now_s()
        way = max(abs(goal.pan - begin.pan) / 2, abs(goal.tilt - begin.tilt) / 2, abs(goal.zoom - begin.zoom))
        self._set(_Move(begin, now, now + way / TRAVEL_SPEED, goal=goal))

    def turn_by(self, pan: float, tilt: float, zoom: float) -> None:
        self.turn_to(moved(self.aim(), pan, tilt, zoom))

    def centre(self, x: float, y: float) -> None:
        """Bring a point of the picture, −1…1 from its middle, right and up positive, into the middle."""
        free = 1 - width_at(self.aim().zoom)
        per_half = width_at(self.aim().zoom) / free
        self.turn_by(x * per_half, y * per_half, 0.0)

    def go_home(self) -> None:
        self.turn_to(HOME)

    # ---- presets ----

    def presets(self) -> tuple[Preset, ...]:
        return tuple(self._presets.values())

    def recall(self, token: str) -> None:
        """Raises KeyError: no such preset."""
        self.turn_to(self._presets[token].aim)

    def store(self, name: str, token: str = "") -> str:
        """Keep where it looks now; returns the token, a new one unless it is given. Raises KeyError."""
        if token:
            self._presets[token] = replace(self._presets[token], name=name or self._presets[token].name, aim=self.aim())
            return token
        with self._lock:
            token = str(1 + max((int(known) for known in self._presets), default=0))
            self._presets[token] = Preset(token, name, self.aim())
        return token

    def _set(self, move: _Move) -> None:
        with self._lock:
            self._move = move


def width_at(zoom: float) -> float:
    """Share of the scene's width that is in the picture: each step of zoom enlarges by the same factor."""
    return WIDEST * float((NARROWEST / WIDEST) ** zoom)


def window_at(aim: Aim) -> tuple[float, float, float]:
    """The part of the scene in the picture: left, top and size as fractions."""
    size = width_at(aim.zoom)
    return (1 - size) * (aim.pan + 1) / 2, (1 - size) * (1 - aim.tilt) / 2, size


def moved(aim: Aim, pan: float, tilt: float, zoom: float) -> Aim:
    """So much further, as far as the head turns."""
    return Aim(_within(aim.pan + pan, -1.0), _within(aim.tilt + tilt, -1.0), _within(aim.zoom + zoom, 0.0))


def _within(value: float, least: float) -> float:
    return min(1.0, max(least, value))


def _numbers(aim: Aim) -> tuple[float, float, float]:
    return aim.pan, aim.tilt, aim.zoom


def _spread(n: int) -> Aim:
    """Places that differ plainly from each other: left, right, middle, and closer than the home position."""
    return (Aim(-0.75, -0.2, 0.35), Aim(0.75, -0.1, 0.45), Aim(0.1, -0.5, 0.6), Aim(0.0, 0.4, 0.3))[(n - 1) % 4]
