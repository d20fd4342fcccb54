"""The keys that turn a camera, in whichever of our windows has them: arrows, + and −, Home, digits for presets.

A key that is held turns faster the longer it is down; a key that comes up, or keys that go to another window, stop the
camera. How keys repeat depends on the window system: a release and a press of the same moment are one held key.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

from console.app import Console
from console.clock import Deadline
from console.errors import CommandRefused
from console.ptz import Velocity

Key = Qt.Key
MODE = Key.Key_J  # with Ctrl: joystick
BEAT_MS = 100  # how often the speed grows
REPEAT_MS = 40  # a release and a press within that is a key that repeats
SLOWEST, FULL_AFTER_MS = 0.15, 1_500
LONGEST_MS = 20_000  # no finger holds a key for so long
WAYS: dict[int, tuple[int, int, int]] = {  # pan, tilt, zoom
    Key.Key_Left: (-1, 0, 0), Key.Key_Right: (1, 0, 0), Key.Key_Up: (0, 1, 0), Key.Key_Down: (0, -1, 0),
    Key.Key_Plus: (0, 0, 1), Key.Key_Equal: (0, 0, 1), Key.Key_Minus: (0, 0, -1),
}  # fmt: skip
DIGITS = {Key.Key_1 + n: n for n in range(9)}
TYPED = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
HELD = Qt.KeyboardModifier.ShiftModifier  # slow, however long


class PtzKeys(QObject):
    """One per position; means nothing while no tile is gripped, but for Ctrl+J, which grips the selected one.

    `refused` is given the code of what could not be done, "" when something was.
    """

    def __init__(self, console: Console, refused: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._refused = refused
        self._down: dict[int, int] = {}  # key → since when, ms
        self._slow = False
        self._ups: dict[int, Deadline] = {}
        self._beat: Deadline | None = None
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.on_focus_window)
            self.on_focus_window(application.focusWindow())

    # ---- windows ----

    def on_focus_window(self, window: QWindow | None) -> None:
        """Another window has the keys: nothing of ours is held any more."""
        self._let_go()
        if window is not None:
            window.installEventFilter(self)  # once however often it is asked for

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride if self._is_ours(event):
                event.accept()  # it was no shortcut
                return True
            case QEvent.Type.KeyPress if self._is_ours(event):
                if not event.isAutoRepeat():
                    self._press(event)
                return True
            case QEvent.Type.KeyRelease if event.key() in self._down:
                if not event.isAutoRepeat():
                    self._release(event.key())
                return True
        return False

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.key() == MODE and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return True
        if self._console.sight.ptz.grip.at is None or event.modifiers() & ~(HELD | Qt.KeyboardModifier.KeypadModifier):
            return False
        if isinstance(QApplication.focusWidget(), TYPED):
            return False  # somebody types a name or a number there
        if event.key() in DIGITS and isinstance(QApplication.focusWidget(), QAbstractButton):
            return False  # digits answer "is it real?" there
        return event.key() in (*WAYS, *DIGITS, Key.Key_Home, Key.Key_Escape)

    # ---- keys ----

    def _press(self, event: QKeyEvent) -> None:
        grip, key = self._console.sight.ptz.grip, event.key()
        if key == MODE:
            self.toggle()
        elif key == Key.Key_Escape:
            self._let_go()
            grip.end()
        elif key in WAYS:
            self._hold(key, slow=bool(event.modifiers() & HELD))
        elif key == Key.Key_Home:
            self._do(self._go_home)
        else:
            self._do(lambda: self._recall(DIGITS[key]))

    def toggle(self) -> None:
        """Grip the selected tile, or let go."""
        self._let_go()
        grip, tile = self._console.sight.ptz.grip, self._console.steering.selected
        if grip.end():
            return
        self._do(lambda: grip.begin(tile) if tile is not None else _no_tile())

    def _go_home(self) -> None:
        ptz = self._console.sight.ptz
        if ptz.grip.at is not None:
            ptz.heads.go_home(ptz.grip.at.camera)

    def _recall(self, n: int) -> None:
        ptz = self._console.sight.ptz
        if ptz.grip.at is None:
            return
        presets = ptz.heads.presets(ptz.grip.at.camera)
        if n >= len(presets):
            raise CommandRefused("no_preset", str(n + 1))
        ptz.heads.recall(ptz.grip.at.camera, presets[n])

    # ---- held ----

    def _hold(self, key: int, *, slow: bool) -> None:
        self._slow = slow
        if key in self._ups:
            self._ups.pop(key).cancel()
        if key not in self._down:
            self._down[key] = self._now_ms()
            self._turn()

    def _release(self, key: int) -> None:
        self._ups[key] = self._console.clock.after(REPEAT_MS, lambda: self._up(key))

    def _up(self, key: int) -> None:
        self._ups.pop(key, None)
        self._down.pop(key, None)
        self._turn()

    def _let_go(self) -> None:
        for up in self._ups.values():
            up.cancel()
        self._ups.clear()
        if self._down:
            self._down.clear()
            self._turn()

    def _turn(self) -> None:
        """As the keys are now; again in a moment, faster."""
        if self._beat is not None:
            self._beat.cancel()
            self._beat = None
        now = self._now_ms()
        for key in [key for key, since in self._down.items() if now - since > LONGEST_MS]:
            del self._down[key]
        if self._do(lambda: self._console.sight.ptz.grip.drive(self.velocity())) and self._down:
            self._beat = self._console.clock.after(BEAT_MS, self._turn)

    def velocity(self) -> Velocity:
        """What the keys ask for now."""
        pan = tilt = zoom = 0.0
        for key, since in self._down.items():
            speed = SLOWEST if self._slow else _speed(self._now_ms() - since)
            way = WAYS[key]
            pan, tilt, zoom = pan + way[0] * speed, tilt + way[1] * speed, zoom + way[2] * speed
        return Velocity(_within(pan), _within(tilt), _within(zoom))

    def _do(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except CommandRefused as refused:
            self._down.clear()
            self._refused(refused.code)
            return False
        self._refused("")
        return True

    def _now_ms(self) -> int:
        return self._console.clock.monotonic_ns() // 1_000_000


def _no_tile() -> None:
    raise CommandRefused("no_tile")


def _speed(held_ms: int) -> float:
    return SLOWEST + (1 - SLOWEST) * min(1.0, held_ms / FULL_AFTER_MS)


def _within(value: float) -> float:
    return min(1.0, max(-1.0, value))
