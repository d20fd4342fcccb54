"""Instant replay at a desk: Space on the selected tile, Shift+Space on all pictures, Ctrl+S keeps one as a file."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.wall import DESK
from widgets.alarm_table import AlarmTable
from widgets.canvas import Canvas
from widgets.columns import ColumnList
from widgets.details import Details
from widgets.placing import Placing
from widgets.player import PlayerPanel
from widgets.rewind.memory_list import MemoryList
from widgets.rewind.over import RewindOver
from widgets.rewind.words import RewindWords
from widgets.wall.panel import WallPanel
from widgets.words import Words

SPACERS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTextEdit, PlayerPanel,
)  # fmt: skip
SPACELESS = (AlarmTable, ColumnList, MemoryList)  # lists that leave it to the desk


class RewindDesk(QObject):
    """Space means a replay wherever no button, list or field has the keys that has a use for it itself."""

    def __init__(
        self, console: Console, canvas: Canvas, wall: WallPanel, details: Details, placing: Placing, words: Words,
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._console = console
        self._wall = wall
        self._details = details
        self._words = words
        self._said = RewindWords(self)
        self.over = RewindOver(console, canvas, DESK, placing, words)
        self._keys = [
            self._key(window, QKeySequence(Qt.Key.Key_Space), lambda: self.begin(all_of_them=False)),
            self._key(window, QKeySequence("Shift+Space"), lambda: self.begin(all_of_them=True)),
        ]
        self._key(window, QKeySequence("Ctrl+S"), self.photograph)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.on_focus)
        subscribe = console.announcer.subscribe
        subscribe(announce.PhotographSettled, self.on_photograph)
        subscribe(announce.ReplayEnded, self.on_ended)

    def _key(self, window: QWidget, sequence: QKeySequence, act: object) -> QShortcut:
        shortcut = QShortcut(sequence, window)
        shortcut.activated.connect(act)
        shortcut.setAutoRepeat(False)
        return shortcut

    def on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Whoever has a use for Space keeps it."""
        is_kept = _is_within(now, SPACERS) and not isinstance(now, SPACELESS)
        is_kept = is_kept or now is self.over.bar
        for key in self._keys:
            key.setEnabled(not is_kept)

    # ---- what the operator does ----

    def begin(self, *, all_of_them: bool) -> None:
        """On the tile that is selected, of the desk's own pictures or of the wall panel."""
        over = self._chosen()
        try:
            (over.begin_all if all_of_them else over.begin)()
        except CommandRefused as refused:
            self._details.refuse(self._words.refusal(refused.code))

    def photograph(self) -> None:
        """Ctrl+S: what the selected tile shows, live or not."""
        try:
            if not self._chosen().photograph():
                self._details.refuse(self._words.refusal("empty_tile"))
        except CommandRefused as refused:
            self._details.refuse(self._words.refusal(refused.code))

    def _chosen(self) -> RewindOver:
        selected = self._console.steering.selected
        panel = self._wall.rewind
        if panel.is_on or (self._wall.isVisible() and selected in self._wall.canvas.names()):
            return panel
        return self.over

    # ---- what is told ----

    def on_photograph(self, _settled: announce.PhotographSettled) -> None:
        newest = self._console.sight.rewinding.photographs.newest
        if newest is not None and not self._console.sight.rewinding.rewind.is_on:
            self._details.refuse(self._said.saved(newest.path) if newest.path else self._said.not_kept(newest.code))

    def on_ended(self, ended: announce.ReplayEnded) -> None:
        if text := self._said.ended(ended.why):
            self._details.refuse(text)


def _is_within(widget: QWidget | None, kinds: tuple[type[QWidget], ...]) -> bool:
    """Whether the widget, or one it lies in, is of these kinds."""
    while widget is not None:
        if isinstance(widget, kinds):
            return True
        widget = widget.parentWidget()
    return False
