"""The buttons that choose what the lower panel shows; every page carries a set at the right end of its own bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets import theme
from widgets.lower_panel import (
    ARRIVALS,
    CASES,
    CLIP,
    DRILL,
    EYE,
    HANDOVER,
    HEALTH,
    INCIDENT,
    MEMORY,
    NEWCOMERS,
    PERFORMANCE,
    PLAN,
    PROOFS,
    TRENDS,
    WALL,
    LowerPanel,
)
from widgets.plan.chips import Chip

SELDOM = (PROOFS, HANDOVER, PERFORMANCE, EYE, HEALTH, MEMORY, ARRIVALS, CASES, NEWCOMERS)
"""Reached by key or command line: the others need the room."""


class PageButtons(QWidget):
    """The page that is shown is pressed; the pin keeps it there when an alarm comes."""

    def __init__(self, panel: LowerPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.pages = {name: Chip(self) for name in (PLAN, WALL, CLIP, TRENDS, INCIDENT, DRILL, *SELDOM)}
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
        """Only pages that are there have a button, seldom ones only while they are shown."""
        for name, chip in self.pages.items():
            is_shown = name == self._panel.page
            chip.setVisible(is_shown if name in SELDOM else name in self._panel.names)
            chip.setChecked(is_shown)
        self.pin.setChecked(self._panel.pinned)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        texts = {
            PLAN: self.tr("Plan"), WALL: self.tr("Wall"), CLIP: self.tr("Clips"), TRENDS: self.tr("Trends"),
            NEWCOMERS: self.tr("New devices"),
            INCIDENT: self.tr("Incidents"), DRILL: self.tr("Drill"), PROOFS: self.tr("Proofs"),
            HANDOVER: self.tr("Shift"), PERFORMANCE: self.tr("Performance"), EYE: self.tr("Screens"),
            HEALTH: self.tr("Cameras"), MEMORY: self.tr("Memory"), ARRIVALS: self.tr("Arrivals"),
            CASES: self.tr("Closed incidents"),
        }  # fmt: skip
        keys = {
            PLAN: "F8", WALL: "Ctrl+W", CLIP: "Ctrl+E", TRENDS: "F7", INCIDENT: "F9", DRILL: "Ctrl+B",
            NEWCOMERS: "Ctrl+Q",
            PROOFS: "Ctrl+T", HANDOVER: "Ctrl+H", PERFORMANCE: "Ctrl+P", EYE: "Ctrl+Y",
            HEALTH: "Ctrl+G", MEMORY: "Ctrl+M", ARRIVALS: "Ctrl+O", CASES: "Ctrl+F",
        }  # fmt: skip
        for name, chip in self.pages.items():
            chip.say(texts[name])
            chip.setToolTip(keys[name])
        self.pin.say(self.tr("Pin"))
        self.pin.setToolTip(self.tr("Stays when an alarm comes"))
        self.refresh()
        for chip in (*self.pages.values(), self.pin):
            chip.updateGeometry()  # tells the bar that the set is as wide as its words now
