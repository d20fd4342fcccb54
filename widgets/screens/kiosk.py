"""Windows that stay: they cannot be closed; only the same keys pressed twice end the program. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from widgets import theme
from widgets.screens.words import ScreenWords

KEYS = Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_Q
CONFIRM_MS = 3_000


class Kiosk(QObject):
    """`confirmed` when the keys were pressed twice within three seconds, in any guarded window."""

    confirmed = Signal()

    def __init__(self, words: ScreenWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._prompt: QLabel | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(CONFIRM_MS)
        self._patience.timeout.connect(self.on_forgotten)

    @property
    def is_asking(self) -> bool:
        """The keys were pressed once; the next time counts."""
        return self._prompt is not None

    def guard(self, window: QWidget, *, with_pointer: bool) -> None:
        """Before the window is shown for the first time."""
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.installEventFilter(self)
        QShortcut(QKeySequence(KEYS), window, lambda: self.on_keys(window)).setAutoRepeat(False)
        if not with_pointer:
            window.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Alt+F4, the window menu, a session that asks windows to close: not by these."""
        if event.type() == QEvent.Type.Close:
            event.ignore()
            return True
        return False

    def on_keys(self, window: QWidget) -> None:
        if self.is_asking:
            self.on_forgotten()
            self.confirmed.emit()
            return
        self._prompt = _prompt(self._words.leave(), window)
        self._patience.start()

    @Slot()
    def on_forgotten(self) -> None:
        self._patience.stop()
        if self._prompt is not None:
            self._prompt.deleteLater()
            self._prompt = None


def _prompt(text: str, window: QWidget) -> QLabel:
    prompt = QLabel(text, window)
    prompt.setFont(theme.font("title"))
    prompt.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    prompt.setStyleSheet(
        f"background: {theme.TOKENS['bg.raise']}; color: {theme.TOKENS['text.hi']};"
        f" border: 2px solid {theme.TOKENS['text.hi']}; padding: 12px 24px;"
    )
    prompt.adjustSize()
    prompt.move((window.width() - prompt.width()) // 2, window.height() - prompt.height() - 48)
    prompt.show()
    return prompt
