"""Identify: a number on every screen, and the list of screens in the window where one asked. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from console import announce
from console.alarms import Alarm
from console.app import Console
from console.model import AlarmClass
from widgets.screens.badge import Badge
from widgets.screens.displayed import lift
from widgets.screens.panel import ScreensPanel
from widgets.screens.present import Present
from widgets.screens.words import ScreenWords

SHORT_MS = 5_000
FIRES = frozenset({AlarmClass.FIRE, AlarmClass.PRE})  # what brings a picture by itself


class Identify(QObject):
    """The numbers stand as long as the list is open, or five seconds when a screen came. A fire takes them away."""

    def __init__(self, console: Console, present: Present, words: ScreenWords) -> None:
        super().__init__(present)
        self._console = console
        self._present = present
        self._words = words
        self.badges: list[Badge] = []
        self.panel: ScreensPanel | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(SHORT_MS)
        self._end.timeout.connect(self.hide_numbers)
        console.announcer.subscribe(announce.ScreensChanged, self.on_screens_changed)
        console.announcer.subscribe(announce.AlarmRaised, self.on_alarm)

    def toggle(self, window: QWidget) -> None:
        """Open the list in this window, or close it wherever it is."""
        if self.panel is not None:
            self.close()
            return
        self.panel = ScreensPanel(self._console, self._words, window)
        self.panel.closed.connect(self.close)
        self.panel.setFocus()
        self._show_numbers()

    def is_in(self, window: QWidget) -> bool:
        return self.panel is not None and self.panel.parentWidget() is window

    @Slot()
    def close(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        self.hide_numbers()

    def show_shortly(self) -> None:
        """A new screen came: which number it has, and what it is for. Not over a fire nobody has seen yet."""
        if self.panel is None and not any(a.alarm_class in FIRES for a in self._unseen()):
            self._show_numbers()
            self._end.start()

    def _unseen(self) -> list[Alarm]:
        return [alarm for alarm in self._console.alarms.rows() if alarm.acknowledged is None]

    @Slot()
    def hide_numbers(self) -> None:
        self._end.stop()
        for badge in self.badges:
            badge.hide()
            badge.deleteLater()
        self.badges = []

    def on_screens_changed(self, _announced: announce.ScreensChanged) -> None:
        if self.badges:
            self._show_numbers()

    def on_alarm(self, raised: announce.AlarmRaised) -> None:
        """Nothing of ours may stand before its picture."""
        if raised.alarm_class in FIRES:
            self.hide_numbers()

    def _show_numbers(self) -> None:
        self.hide_numbers()
        for row in self._console.screens.rows():
            screen = self._present.screen(row.name)
            if row.number and screen is not None:
                badge = Badge(row.number, row.name, self._words.role(row.setting.role))
                badge.show_on(screen)
                lift(badge)
                self.badges.append(badge)
