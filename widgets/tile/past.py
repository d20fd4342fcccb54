"""The mark of a picture that is not of now: a dashed frame round it, the word, and how long ago it was.

Nothing of it looks like the mark of a live one: no ring, no steady edge, and the age counts backwards from now.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from widgets import lettering, theme
from widgets.tile.foot import foot
from widgets.tile.manner import Manner
from widgets.tile.view import View
from widgets.words import Words

DASH, GAP = 4.0, 3.0  # times the width of the frame
FRAME, WALL_FRAME = 3, 8  # px
WIDEST = "−00.0 s"  # what the age takes at most
TENTHS_S = 60


def age_text(age_ns: int) -> str:
    """Tenths of a second up to a minute, then minutes and seconds."""
    age_s = age_ns / 1e9
    return f"−{age_s:.1f} s" if age_s < TENTHS_S else f"−{int(age_s // 60)}:{int(age_s % 60):02d}"


def frame_width(manner: Manner) -> int:
    return WALL_FRAME if manner.at_bottom else FRAME


def paint(painter: QPainter, place: QRect, rect: QRect, view: View, words: Words, age_ns: int) -> None:
    """Draw frame and mark over the picture at `place` in the tile `rect`."""
    width = frame_width(view.manner)
    _frame(painter, place.adjusted(0, 0, 0, -foot(place)), width)  # what the camera burnt in stays readable
    box = mark_box(rect, view, words)
    painter.fillRect(box, theme.colour("bg.void"))
    painter.setPen(_dashes(2))
    painter.drawRect(box.adjusted(1, 1, -1, -1))
    name, word = _step(rect, view, words), words.replay()
    inner = box.adjusted(8, 0, -8, 0)
    lettering.draw(painter, inner, name, age_text(age_ns), theme.colour("text.hi"), align=lettering.RIGHT)
    inner.setRight(inner.right() - lettering.width(name, WIDEST))
    lettering.draw(painter, inner, name, word, theme.colour("text.hi"))


def _frame(painter: QPainter, place: QRect, width: int) -> None:
    """White dashes on black: seen on any picture."""
    half = width // 2
    inner = place.adjusted(half, half, -half - 1, -half - 1)
    painter.setPen(QPen(theme.colour("bg.void"), width))
    painter.drawRect(inner)
    painter.setPen(_dashes(width))
    painter.drawRect(inner)


def _dashes(width: int) -> QPen:
    pen = QPen(theme.colour("text.hi"), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([DASH, GAP])
    return pen


def mark_box(rect: QRect, view: View, words: Words) -> QRect:
    """Where word and age stand: at the top right."""
    manner, name = view.manner, _step(rect, view, words)
    width = min(rect.width(), lettering.width(name, f"{words.replay()} ") + lettering.width(name, WIDEST) + 18)
    height = max(manner.caption if not manner.at_bottom else 0, lettering.height(name) + 4)
    off = max(manner.inset, frame_width(manner))
    return QRect(rect.right() + 1 - width - off, rect.top() + off, width, height)


def _step(rect: QRect, view: View, words: Words) -> str:
    """The largest letters in which the mark leaves room for the camera's number."""
    manner = view.manner
    room = rect.width() * 3 // 5
    steps = (manner.word, manner.chosen, manner.live, manner.note)
    return next((name for name in steps if lettering.width(name, f"{words.replay()} {WIDEST}") + 18 <= room), steps[-1])
