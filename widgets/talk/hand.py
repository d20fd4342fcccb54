"""The hand on the talk key: F12 in any window of ours, or the mouse on the button. Knows when it is really down.

A key that repeats is one press, in whatever form the window system repeats it. When our windows lose the keys nobody
knows whether the hand is still down: the press is over. A short press and another at once latch.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from console.app import Console
from console.clock import Deadline
from console.talking import Talking

BEAT_MS = 100  # how often it is said that the hand is down
REPEAT_MS = 40  # a release and a press within that is a key that repeats
TAP_MS, AGAIN_MS = 350, 400  # so short a press, and the next one within that: latched
KEY = Qt.Key.Key_F12


class With(StrEnum):
    KEY = "key"
    MOUSE = "mouse"


class Hand(QObject):
    """One per position. `look` says anew what is in view, before anybody is spoken to."""

    def __init__(self, console: Console, look: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._look = look
        self._clock = console.clock
        self._down: With | None = None
        self._since_ms = 0
        self._tapped_ms = -AGAIN_MS  # when the last short press ended
        self._letting_go: Deadline | None = None
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.on_focus_window)
            self.on_focus_window(application.focusWindow())

    @property
    def _talking(self) -> Talking:
        """Of what the room sees: in a drill another one."""
        return self._console.talking

    @property
    def is_down(self) -> bool:
        return self._down is not None

    # ---- the key -------------------------------------------------------------------------------------------------

    def on_focus_window(self, window: QWindow | None) -> None:
        """Another of our windows has the keys, or none of them: then nobody tells us that the hand went up."""
        if window is not None:
            window.installEventFilter(self)  # once however often it is asked for
            return
        self._forget()
        if self._talking.press_now is not None:  # latched or not: nobody talks behind another program's window
            self._talking.lose_hand()

    def _forget(self) -> None:
        self._down = None
        if self._letting_go is not None:
            self._letting_go.cancel()
            self._letting_go = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease} or not isinstance(event, QKeyEvent):
            return False
        if event.key() != KEY:
            return False
        if event.isAutoRepeat():
            return True
        if kind == QEvent.Type.KeyRelease:  # whatever modifier went down meanwhile
            self.let_go(With.KEY)
        elif not event.modifiers():
            self.press(With.KEY)
        return True

    # ---- down and up ---------------------------------------------------------------------------------------------

    def press(self, what: With) -> None:
        """It went down; a latched press it ends, one shortly after another it latches."""
        if self._letting_go is not None and self._down is what:
            self._letting_go.cancel()
            self._letting_go = None
            return
        if self._down is not None:
            return
        self._look()
        now = self._now_ms()
        self._down, self._since_ms = what, now
        running = self._talking.press_now
        if running is not None and running.is_latched:
            self._talking.release()
            self._tapped_ms = -AGAIN_MS
        elif self._talking.press():
            if now - self._tapped_ms <= AGAIN_MS:
                self._talking.latch()
            self._beat(now)

    def let_go(self, what: With) -> None:
        """It went up, unless it comes down again at once."""
        if self._down is not what:
            return
        if what is With.KEY:
            self._letting_go = self._clock.after(REPEAT_MS, self._up)
        else:
            self._up()

    def escape(self) -> bool:
        """Esc: a press is over, whatever is held down; whether there was one."""
        running = self._talking.press_now
        if running is None or running.ending is not None:
            return False
        self._talking.release()
        return True

    def _up(self) -> None:
        self._letting_go = None
        self._down = None
        now = self._now_ms()
        running = self._talking.press_now
        if running is None or not running.is_latched:
            self._tapped_ms = now if now - self._since_ms <= TAP_MS else -AGAIN_MS
            self._talking.release()

    def _beat(self, since_ms: int) -> None:
        if self._down is not None and self._since_ms == since_ms:
            self._talking.held()
            self._clock.after(BEAT_MS, partial(self._beat, since_ms))

    def _now_ms(self) -> int:
        return self._clock.monotonic_ns() // 1_000_000
