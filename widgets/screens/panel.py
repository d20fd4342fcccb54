"""The list of screens: which number is which, what each is for, how far away it is read. GUI thread.

Part of the window it was opened in: it takes no focus from a wall and works without a window manager.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.screens import NO_ROLE, READER_M, WALLS, Role, Screen
from widgets import theme
from widgets.screens.words import ScreenWords

WIDTH, MARGIN = 760, 16


class ScreensPanel(QFrame):
    """What is chosen applies at once. `closed` when the operator has done with it."""

    closed = Signal()

    def __init__(self, console: Console, words: ScreenWords, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._console = console
        self._words = words
        self._title, self._refusal = QLabel(self), QLabel(self)
        self._refusal.setWordWrap(True)
        self._close = QPushButton(self)
        self._close.clicked.connect(self.closed)
        self._table = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._layout.setSpacing(theme.SPACE)
        for widget in (self._title, self._table, self._refusal):
            self._layout.addWidget(widget)
        self._layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        console.announcer.subscribe(announce.ScreensChanged, self.on_screens_changed)
        self.refresh()
        self.show()
        self.raise_()

    # ---- what it shows ----

    def on_screens_changed(self, _announced: announce.ScreensChanged) -> None:
        self.refresh()

    def refresh(self) -> None:
        self._title.setText(self.tr("Screens"))
        self._title.setFont(theme.font("title"))
        self._close.setFont(theme.font("body"))
        self._close.setText(self.tr("Done  Ctrl+I"))
        self._refusal.hide()
        old, self._table = self._table, QWidget(self)
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.setColumnStretch(1, 1)
        for column, text in enumerate(("", self.tr("Screen"), self.tr("Role"), self.tr("Farthest reader"))):
            grid.addWidget(_label(text, "note", "text.dim"), 0, column)
        for row, screen in enumerate(self._console.screens.rows(), 1):
            self._fill(grid, row, screen)
        self._layout.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()  # the box that was used may be what is being heard just now
        self.place()

    def _fill(self, grid: QGridLayout, row: int, screen: Screen) -> None:
        number = str(screen.number) if screen.number else "–"
        grid.addWidget(_label(number, "value", "text.hi"), row, 0)
        about = QWidget(self._table)
        lines = QVBoxLayout(about)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(_label(screen.name, "body.strong", "text.hi"))
        lines.addWidget(_label(self._words.size(screen), "note", "text.dim"))
        grid.addWidget(about, row, 1)
        grid.addWidget(self._roles(screen), row, 2)
        if screen.number:
            grid.addWidget(self._reader(screen), row, 3)

    def _roles(self, screen: Screen) -> QComboBox:
        box = QComboBox(self._table)
        box.setFont(theme.font("body"))
        own, main = screen.setting.role, self._console.screens.main
        offered = [main, *(wall for wall in WALLS if wall != main), NO_ROLE] if screen.number else [own, NO_ROLE]
        for role in dict.fromkeys(offered):
            box.addItem(self._words.role(role), role)
        box.setCurrentIndex(box.findData(own))
        box.activated.connect(lambda row: self.choose(screen, Role(box.itemData(row))))
        return box

    def _reader(self, screen: Screen) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self._table)
        box.setFont(theme.font("body"))
        box.setRange(*READER_M)
        box.setDecimals(1)
        box.setSingleStep(0.5)
        box.setSuffix(" m")
        box.setValue(screen.setting.reader_m)
        box.setKeyboardTracking(False)
        box.editingFinished.connect(lambda: self.set_reader(screen, box.value()))
        return box

    def refused(self) -> str:
        """Why what was chosen last did not happen, "" when it did."""
        return "" if self._refusal.isHidden() else self._refusal.text()

    # ---- what is chosen ----

    def choose(self, screen: Screen, role: Role) -> None:
        self._do(lambda: self._console.screens.give_role(screen, role))

    def set_reader(self, screen: Screen, metres: float) -> None:
        if abs(metres - screen.setting.reader_m) > 0.01:
            self._do(lambda: self._console.screens.set_reader(screen, metres))

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except CommandRefused as refused:
            self.refresh()
            self._refusal.setText(self._words.refusal(refused.code))
            self._refusal.show()
            self.place()

    # ---- where it stands ----

    def place(self) -> None:
        """At the lower edge in the middle: the alarms and the alarm's picture stay in sight."""
        window = self._window
        self._layout.activate()
        width = min(WIDTH, window.width() - 2 * MARGIN)
        height = min(self.sizeHint().height(), window.height() - 2 * MARGIN)
        self.setGeometry(QRect((window.width() - width) // 2, window.height() - height - MARGIN, width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.setPen(QPen(theme.colour("line.strong"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Esc is ours while we have the keyboard: it must not send an alarm's picture away."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            self.closed.emit()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)


def _label(text: str, font: str, colour: str) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.font(font))
    label.setStyleSheet(f"color: {theme.TOKENS[colour]};")
    return label
