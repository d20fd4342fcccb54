"""Where one signs in at a wall: nothing is covered there, the form comes with the first key and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from console.app import Console
from widgets import theme
from widgets.people.sign_in import SignIn
from widgets.people.words import PeopleWords

WIDTH, HEIGHT, MARGIN = 440, 240, 24
PATIENCE_MS = 30_000  # a form nobody types into goes away: the pictures are what the wall is for


class WallSignIn(QFrame):
    """Part of the window; takes no picture's place for long."""

    def __init__(self, console: Console, words: PeopleWords, window: QWidget) -> None:
        super().__init__(window)
        self.form = SignIn(console, words, self)
        self.form.left.connect(self.end)
        self.form.person.textEdited.connect(self.on_typed)
        self.form.secret.textEdited.connect(self.on_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self.form)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.end)
        self.hide()

    def begin(self) -> None:
        """Somebody wants to do something here."""
        self._patience.start()
        if self.isVisible():
            self.form.take_keys()
            return
        window = self.window()
        width, height = min(WIDTH, window.width()), min(HEIGHT, window.height())
        self.setGeometry(QRect((window.width() - width) // 2, window.height() - height - MARGIN, width, height))
        self.show()
        self.raise_()
        self.form.begin()

    def end(self) -> None:
        self._patience.stop()
        self.hide()

    def on_typed(self) -> None:
        self._patience.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # nothing that is typed here means anything to the wall

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.setPen(QPen(theme.colour("line.strong"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
