"""What can be done with several alarms at once: acknowledge and shelve, and never with a fire among them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from console.app import Console
from console.model import AlarmClass
from widgets import theme
from widgets.alarm_table import AlarmTable
from widgets.dispatch.button_rows import ButtonRows


class Bulk(QWidget):
    """Only there while several rows are picked, or one that counts several."""

    acknowledge_asked = Signal(object)  # tuple[AlarmId, ...]
    shelve_asked = Signal(object)

    def __init__(self, console: Console, table: AlarmTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._table = table
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setStyleSheet(f"color: {theme.TOKENS['text']}")
        self.acknowledge, self.shelve = QPushButton(self), QPushButton(self)
        for button in (self.acknowledge, self.shelve):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SIDE, theme.SPACE, theme.SIDE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._said)
        column.addWidget(ButtonRows([self.acknowledge, self.shelve], self))
        self.setAutoFillBackground(True)
        self.acknowledge.clicked.connect(self.on_acknowledge)
        self.shelve.clicked.connect(self.on_shelve)
        table.several.connect(self.refresh)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._said.setFont(theme.font("note"))
        for button in (self.acknowledge, self.shelve):
            button.setFont(theme.font("body.strong"))
        self.refresh()

    def refresh(self) -> None:
        """Other rows are picked."""
        picked = self._table.picked()
        self.setVisible(len(picked) > 1)
        if len(picked) < 2:
            return
        alarms = [alarm for alarm in map(self._console.alarms.get, picked) if alarm is not None]
        fires = sum(alarm.alarm_class is AlarmClass.FIRE for alarm in alarms)
        owed = sum(alarm.is_owed and alarm.alarm_class is not AlarmClass.FIRE for alarm in alarms)
        said = [self.tr("%1 picked").replace("%1", str(len(alarms)))]
        if fires:
            said.append(self.tr("%n fire(s): acknowledge each by itself", "", fires))
        self._said.setText(" · ".join(said))
        self.acknowledge.setText(self.tr("Acknowledge %1  F2").replace("%1", str(owed)))
        self.acknowledge.setVisible(owed > 0)
        self.shelve.setText(self.tr("Shelve…"))
        self.shelve.setVisible(len(alarms) > fires)

    def on_acknowledge(self) -> None:
        self.acknowledge_asked.emit(self._table.picked())

    def on_shelve(self) -> None:
        self.shelve_asked.emit(self._table.picked())
