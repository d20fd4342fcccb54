"""Words for the voice that says alarms aloud: class, what and where, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.alarms import Alarm
from console.app import Console
from widgets import theme
from widgets.placing import Placing
from widgets.words import Words


class Speaker(QObject):
    """Implements `console.speaking.Wording`; short, because a room listens with half an ear."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self._words = words
        console.sounding.speaking.connect(self)

    @property
    def language(self) -> str:
        return theme.language()

    def alarm(self, alarm: Alarm) -> str:
        """Class, where, what: the place comes before the kind, because it is what decides who goes."""
        parts = [self._words.alarm_class(alarm.alarm_class).capitalize(), self._placing.where(alarm)]
        parts.append(self._placing.what(alarm))
        return self._joined(parts)

    def more(self, fires: int, others: int) -> str:
        parts = [self.tr("%n more fire alarm(s)", "", fires)] if fires else []
        parts += [self.tr("%n more alarm(s)", "", others)] if others else []
        return self._joined(parts)

    def _joined(self, parts: list[str]) -> str:
        return "。".join(parts) + "。" if theme.is_chinese() else ". ".join(parts) + "."
