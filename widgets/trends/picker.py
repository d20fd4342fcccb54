"""Where a point is looked for by name and added to the plots. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from console.app import Console
from console.model import PointId
from widgets import theme
from widgets.trends.telling import Telling
from widgets.words import Words

POINT = Qt.ItemDataRole.UserRole
MOST = 100
WIDTH, HEIGHT = 440, 260
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Line:
    """One point: what it can be found by, and how it is listed."""

    point: PointId
    words: str
    text: str


class Search(QLineEdit):
    """Its keys are its own while it is typed in: Esc and Enter too."""

    stepped = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field while it has the keys, not to the pictures of an alarm."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()


class PointPicker(QFrame):
    """Hidden until `ask`; lies over the plots. `chosen` carries the point; the keys go back where they came from."""

    chosen = Signal(object)  # PointId

    def __init__(self, console: Console, telling: Telling, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._console = console
        self._telling = telling
        self._words = words
        self._over = parent
        self._lines: list[Line] = []
        self._came_from: QWidget | None = None
        self.field, self.results = Search(self), QListWidget(self)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(
            f"PointPicker {{ background: {theme.RAISE}; border: 1px solid {theme.STRONG}; }}"
            "QListWidget::item { padding: 4px; }"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        layout.addWidget(self.field)
        layout.addWidget(self.results, 1)
        self.field.textEdited.connect(self.on_edited)
        self.field.returnPressed.connect(self.on_entered)
        self.field.stepped.connect(self.on_stepped)
        self.field.left.connect(self.leave)
        self.results.itemClicked.connect(self.on_entered)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("name, place or kind of a measured point"))
        for widget in (self.field, self.results):
            widget.setFont(theme.font("body"))

    def ask(self, below: QRect) -> None:
        """Open under this button and take the keys."""
        focus = QApplication.focusWidget()
        self._came_from = focus if focus is not self.field else self._came_from
        width, height = min(WIDTH, self._over.width()), min(HEIGHT, self._over.height() - below.bottom())
        self.setGeometry(min(below.x(), self._over.width() - width), below.bottom(), width, height)
        self.field.clear()
        self.read_points()
        self.on_edited("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Close; the keys go back, if they are still here."""
        if self.field.hasFocus() and self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        self.hide()

    def found(self, text: str) -> list[tuple[PointId, str]]:
        """The points whose name in either language, kind or id has all these words, and how each is listed."""
        words = text.casefold().split()
        fitting = (line for line in self._lines if all(word in line.words for word in words))
        return [(line.point, line.text) for line in islice(fitting, MOST)]

    def read_points(self) -> None:
        """Every measured point as it is searched and listed, in the language of now."""
        numeric = self._console.trends.numeric()
        kinds = {kind: self._words.kind(kind) for kind in {point.rpartition("#")[2] for point in numeric}}
        self._lines = [self._line(point, kinds[point.rpartition("#")[2]]) for point in numeric]

    def _line(self, point: PointId, kind: str) -> Line:
        known = self._console.points.get(point)
        names = f"{known.name} {known.name_en} {known.alias}" if known is not None else ""
        parts = (self._telling.name(point), kind, self._console.trends.unit(point))
        return Line(point, f"{names} {kind} {point}".casefold(), " · ".join(part for part in parts if part))

    def on_edited(self, text: str) -> None:
        self.results.clear()
        for point, line in self.found(text):
            item = QListWidgetItem(line, self.results)
            item.setData(POINT, point)
        if not self.results.count():
            QListWidgetItem(self.tr("No measured point is called so"), self.results)
        self.results.setCurrentRow(0)

    def on_stepped(self, by: int) -> None:
        self.results.setCurrentRow((self.results.currentRow() + by) % max(1, self.results.count()))

    def on_entered(self) -> None:
        item = self.results.currentItem()
        point = item.data(POINT) if item is not None else None
        if point is not None:
            self.leave()
            self.chosen.emit(point)
