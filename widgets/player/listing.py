"""The clips of an alarm, one below the other: camera and reason, beginning and length, what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from console.evidence import Clip, ClipState
from widgets import lettering, theme
from widgets.line_list import LineList, Manner

ROW, LINE = 64, 18
NUMBER = 44


@dataclass(frozen=True, slots=True)
class Entry:
    """One row in words."""

    clip: Clip
    camera: str  # its name
    reason: str
    when: str  # beginning and length
    state: str
    is_playing: bool

    def in_words(self) -> str:
        short = f"SHA-256 {self.clip.sha256[:8]}" if self.clip.sha256 else ""
        texts = (str(self.clip.number), self.camera, self.reason, self.when, self.state, short)
        return " · ".join(filter(None, texts))


class ClipList(LineList[Entry]):
    """Enter or a click on a row plays it; all other keys are the panel's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Manner(lambda entry: entry.clip.path, Entry.in_words, _draw, height=ROW), parent)

    def step(self, by: int) -> bool:
        """Go to the row so many below; whether there is one."""
        row = self.currentIndex().row() + by
        is_there = 0 <= row < len(self.lines.rows)
        if is_there:
            self.setCurrentIndex(self.lines.index(row))
        return is_there


def _draw(painter: QPainter, box: QRect, entry: Entry) -> None:
    if entry.is_playing:
        painter.fillRect(QRect(box.x(), box.y(), 4, box.height()), theme.colour("text.hi"))
    number = QRect(box.x() + theme.SIDE, box.y() + 4, NUMBER, LINE)
    lettering.draw(painter, number, "body.strong", str(entry.clip.number), theme.colour("text.hi"))
    left = box.x() + theme.SIDE + NUMBER
    width = box.right() - left - theme.SPACE
    _line(painter, QRect(left, box.y() + 4, width, LINE), "body", entry.camera, "text", entry.reason)
    _line(painter, QRect(left, box.y() + 4 + LINE, width, LINE), "note", entry.when, "text.dim", "")
    ink = "alarm.fault" if entry.clip.state is ClipState.FAILED else "text.dim"
    short = entry.clip.sha256[:8]
    _line(painter, QRect(left, box.y() + 4 + 2 * LINE, width, LINE), "note", entry.state, ink, short)


def _line(painter: QPainter, box: QRect, name: str, text: str, ink: str, right: str) -> None:
    """A text, and a smaller one at the right end as far as there is room."""
    room = min(lettering.width("note", right) + 2, box.width() // 2) if right else 0
    lettering.draw(painter, box.adjusted(0, 0, -room - 4, 0), name, text, theme.colour(ink))
    if right:
        end = QRect(box.right() - room, box.y(), room, box.height())
        lettering.draw(painter, end, "note", right, theme.colour("text.dim"), align=lettering.RIGHT)
