"""The block before an alarm: its shape in its colour, filled and blinking while nobody has seen it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from console.alarms import Alarm, Shown
from widgets import lettering, shapes, theme

UNSEEN = (Shown.UNACKNOWLEDGED, Shown.CLEARED)


def symbol(painter: QPainter, block: QRect, alarm: Alarm, blink_on: bool) -> None:
    """The block of a row: filled and blinking while nobody has seen it, then the symbol alone."""
    colour = theme.alarm_colour(alarm.priority)
    if alarm.aside is not None or alarm.is_closed:
        colour = theme.colour("text.dim")
    inset = block.width() * 6 // 32
    drawn = QRectF(block).adjusted(inset, inset, -inset, -inset)
    _shape(painter, block, drawn, alarm, colour, blink_on)
    if alarm.lost:  # its state is the last one known; beside the block the mark would read as part of the class
        mark = QRect(block.right() - 9, block.y(), 10, 14)
        painter.fillRect(mark, theme.colour("bg.void"))
        lettering.draw(painter, mark, "note.strong", "?", theme.colour("text.hi"), align=lettering.CENTRE)


def _shape(painter: QPainter, block: QRect, drawn: QRectF, alarm: Alarm, colour: QColor, blink_on: bool) -> None:
    if alarm.shown is Shown.UNACKNOWLEDGED:
        if blink_on:
            painter.fillRect(block, colour)
        shapes.alarm_symbol(painter, drawn, alarm.priority, theme.colour("on.alarm") if blink_on else colour)
        return
    shapes.alarm_symbol(painter, drawn, alarm.priority, colour, alarm.is_active and not alarm.lost)
    if alarm.shown is Shown.LATCHED:
        shapes.padlock(painter, QRectF(block.right() - 11, block.bottom() - 13, 11, 13), theme.colour("text.hi"))
