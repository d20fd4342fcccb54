"""Below the lists of what is out of service and on test: bring a detector back, or put another one there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from widgets import theme
from widgets.alarm_table import AlarmTable
from widgets.alarms.aside_form import Way
from widgets.alarms.listing import Listing
from widgets.dispatch.button_rows import ButtonRows

WAYS = {Listing.OUT_OF_SERVICE: Way.OUT_OF_SERVICE, Listing.ON_TEST: Way.ON_TEST}


class DutyBar(QWidget):
    """Only there while one of the two lists is shown."""

    another_asked = Signal(object)  # Way
    back_asked = Signal(object, object)  # Way, PointId

    def __init__(self, table: AlarmTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.back, self.another = QPushButton(self), QPushButton(self)
        for button in (self.back, self.another):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SIDE, theme.SPACE, theme.SIDE, theme.SPACE)
        column.addWidget(ButtonRows([self.back, self.another], self))
        self.back.clicked.connect(self.on_back)
        self.another.clicked.connect(self.on_another)
        table.arranged.connect(self.refresh)
        table.chosen.connect(self.refresh)
        self.retranslate()

    def way(self) -> Way | None:
        return WAYS.get(self._table.rows.listing)

    def refresh(self) -> None:
        """Another list, or another row."""
        way, point = self.way(), self._table.point()
        self.setVisible(way is not None)
        self.back.setVisible(point is not None)
        self.back.setText(self.tr("End test") if way is Way.ON_TEST else self.tr("Back in service"))

    def retranslate(self) -> None:
        self.another.setText(self.tr("Another detector…"))
        for button in (self.back, self.another):
            button.setFont(theme.font("body.strong"))
        self.refresh()

    def on_back(self) -> None:
        point = self._table.point()
        if point is not None:
            self.back_asked.emit(self.way(), point)

    def on_another(self) -> None:
        self.another_asked.emit(self.way())
