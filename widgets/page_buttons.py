"""The buttons that choose what the lower panel shows; every page carries a set at the right end of its own bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets import theme
from widgets.lower_panel import CLIP, DRILL, INCIDENT, PLAN, TRENDS, WALL, LowerPanel
from widgets.plan.chips import Chip


class PageButtons(QWidget):
    """The page that is shown is pressed; the pin keeps it there when an alarm comes."""

    def __init__(self, panel: LowerPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.pages = {name: Chip(self) for name in (PLAN, WALL, CLIP, TRENDS, INCIDENT, DRILL)}
        self.pin = Chip(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, 0, 0, 0)
        layout.setSpacing(theme.GUTTER)
        for chip in (*self.pages.values(), self.pin):
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(chip)
        for name, chip in self.pages.items():
            chip.clicked.connect(lambda _=False, n=name: self.on_page(n))
        self.pin.clicked.connect(panel.pin)
        panel.page_changed.connect(self.refresh)
        panel.pin_changed.connect(self.refresh)
        self.retranslate()

    def on_page(self, name: str) -> None:
        self._panel.show_page(name)
        self.refresh()

    def refresh(self) -> None:
        """Only pages that are there have a button."""
        for name, chip in self.pages.items():
            chip.setVisible(name in self._panel.names)
            chip.setChecked(name == self._panel.page)
        self.pin.setChecked(self._panel.pinned)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        texts = {
            PLAN: self.tr("Plan"), WALL: self.tr("Wall"), CLIP: self.tr("Clips"), TRENDS: self.tr("Trends"),
            INCIDENT: self.tr("Incidents"), DRILL: self.tr("Drill"),
        }  # fmt: skip
        keys = {PLAN: "F8", WALL: "Ctrl+W", CLIP: "Ctrl+E", TRENDS: "F7", INCIDENT: "F9", DRILL: "Ctrl+B"}
        for name, chip in self.pages.items():
            chip.say(texts[name])
            chip.setToolTip(keys[name])
        self.pin.say(self.tr("Pin"))
        self.pin.setToolTip(self.tr("Stays when an alarm comes"))
        self.refresh()
        for chip in (*self.pages.values(), self.pin):
            chip.updateGeometry()  # tells the bar that the set is as wide as its words now
