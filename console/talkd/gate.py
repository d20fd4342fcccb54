"""When what is said here leaves the room: opened by a press, shut by hand, limit or the silence of the window. Pure.

Times are monotonic seconds. Whatever happens to whoever pressed, the gate shuts by itself.
"""

from __future__ import annotations

from console.talk_words import PressEnd

GUARD_S = 0.5  # without a word that the key is still held
TAIL_S = 0.12  # the last words are still on their way from the microphone when the key goes up


class Gate:
    """Open for one press at a time."""

    def __init__(self, limit_s: float) -> None:
        self._limit_s = limit_s
        self._opened = self._held = 0.0
        self._until: float | None = None  # the key is up: shut at this moment
        self.press: int | None = None  # the press it is open for

    @property
    def is_open(self) -> bool:
        return self.press is not None

    def open(self, press: int, now: float) -> None:
        self.press, self._opened, self._held, self._until = press, now, now, None

    def hold(self, press: int, now: float) -> None:
        if press == self.press:
            self._held = now

    def let_go(self, press: int, now: float) -> None:
        if press == self.press and self._until is None:
            self._until = now + TAIL_S

    def due(self, now: float) -> PressEnd | None:
        """Why it has to shut now, None while it may stay as it is."""
        if self.press is None:
            return None
        if self._until is not None:
            return PressEnd.RELEASED if now >= self._until else None
        if now - self._opened >= self._limit_s:
            return PressEnd.LIMIT
        return PressEnd.GUARD if now - self._held >= GUARD_S else None

    def shut(self) -> None:
        self.press = None
