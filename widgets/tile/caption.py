"""Words on a tile: number and name of the camera the picture came from, the reason it was chosen, the key, marks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from widgets import lettering, shapes, theme
from widgets.tile import past, stamps
from widgets.tile.faces import PART
from widgets.tile.foot import foot
from widgets.tile.manner import Manner
from widgets.tile.picture import PLATE, live_box, said_beside
from widgets.tile.view import View
from widgets.words import Words

SHORTEST_NAME = 40  # with less room than this the number stands alone


def bar(rect: QRect, picture: QRect, view: View) -> QRect:
    """Where the caption of a wall tile stands: along the bottom, above the foot of a picture."""
    bottom = min(rect.bottom(), picture.bottom() - foot(picture)) if view.shot is not None else rect.bottom()
    return QRect(rect.left(), bottom - view.manner.caption + 1, rect.width(), view.manner.caption)


def paint(painter: QPainter, rect: QRect, picture: QRect, view: View, words: Words) -> None:
    """Draw everything a tile says besides its state."""
    if view.manner.at_bottom:
        strip = bar(rect, picture, view)
        _bar(painter, strip, view)
        _ptz(painter, rect, strip.top(), view)
    else:
        free = _caption(painter, rect, view, words)
        if view.about:
            _about(painter, rect, free, view)
        _chips(painter, rect, picture, view)


# ---- desk ----


def _caption(painter: QPainter, rect: QRect, view: View, words: Words) -> QRect:
    """Number and name at the top left; returns what is free between them and the top right."""
    manner = view.manner
    line = QRect(rect.left(), rect.top() + manner.inset, rect.width(), manner.caption)
    if not view.number:
        return line
    number_width = lettering.width(manner.number, view.number)
    taken = rect.right() + 1 - _mark(rect, view, words).left() + manner.inset if view.shot is not None else 0
    beside = said_beside(view, words)
    taken += lettering.width(manner.live, beside) + 14 if beside else 0
    room = rect.width() - taken - number_width - 32
    name = lettering.ending(manner.name, view.name, room) if room > SHORTEST_NAME else ""
    width = 8 + number_width + (8 + lettering.width(manner.name, name) if name else 0) + 8
    box = QRect(rect.left() + manner.inset, line.top(), width, manner.caption)

    def draw(painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, theme.colour("bg.void", PLATE))
        lettering.draw(painter, box.adjusted(8, 0, 0, 0), manner.number, view.number, theme.colour("text.hi"))
        left = box.adjusted(16 + number_width, 0, 0, 0)
        lettering.draw(painter, left, manner.name, name, theme.colour("text"))

    stamps.lay(painter, box, ("caption", view.number, name, manner.number, manner.name), draw)
    return line.adjusted(manner.inset + width, 0, -taken, 0)


def _mark(rect: QRect, view: View, words: Words) -> QRect:
    """What stands at the top right: that the picture is live, or that it is a replay."""
    shot = view.shot
    if shot is not None and shot.is_replay:
        return past.mark_box(rect, view, words)
    return live_box(rect, words, view.manner, is_delayed=shot is not None and shot.is_delayed)


def _about(painter: QPainter, rect: QRect, free: QRect, view: View) -> None:
    """The alarm the picture is for, on its colour: in the free part of the top line, else in a line of its own."""
    manner, side = view.manner, view.manner.caption
    wanted = lettering.width(manner.chosen, view.about) + side + 10
    line = free
    if wanted + 2 * manner.inset > free.width():
        line = QRect(rect.left(), free.bottom() + 1 + manner.inset, rect.width(), side)
    box = QRect(0, line.top(), min(wanted, line.width() - 2 * manner.inset), side)
    box.moveCenter(QPoint(line.center().x(), box.center().y()))

    def draw(painter: QPainter, box: QRect) -> None:
        colour = theme.alarm_colour(view.priority)
        painter.fillRect(box, theme.alarm_tint(view.priority) if view.acknowledged else colour)
        ink = theme.colour("text.hi" if view.acknowledged else "on.alarm")
        symbol = QRectF(box.left() + side / 4, box.top() + side / 4, side / 2, side / 2)
        shapes.alarm_symbol(painter, symbol, view.priority, colour if view.acknowledged else ink)
        lettering.draw(painter, box.adjusted(side, 0, -6, 0), manner.chosen, view.about, ink)

    stamps.lay(painter, box, ("about", view.about, view.priority, view.acknowledged), draw)


def _chips(painter: QPainter, rect: QRect, picture: QRect, view: View) -> None:
    """Reason at the bottom left (white: chosen), key at the bottom right, clear of the picture's frame code."""
    manner = view.manner
    bottom = picture.bottom() - max(12, picture.height() * 8 // 100)  # burnt-in text stands below
    room = rect.width() - 2 * manner.inset - 8
    if view.key:
        key_width = lettering.width(manner.note, view.key) + 12
        left = rect.right() - key_width - manner.inset + 1
        chip(painter, QRect(left, bottom - manner.chip, key_width, manner.chip), manner.note, view.key)
        room -= key_width + 8
    if view.reason:
        name = manner.chosen if view.chosen else manner.reason
        height = manner.chip + (6 if view.chosen else 0)
        text = shortened(name, view.reason, room - 16)
        box = QRect(rect.left() + manner.inset, bottom - height, lettering.width(name, text) + 16, height)
        chip(painter, box, name, text, white=view.chosen)
        bottom -= height + 4
    elif view.key:
        bottom -= manner.chip + 4
    _ptz(painter, rect, bottom, view)


def _ptz(painter: QPainter, rect: QRect, bottom: int, view: View) -> None:
    """Above the reason, or above the bar of a wall: who turns the camera; white where the keys here do."""
    manner = view.manner
    if view.ptz and (manner.names or view.ptz_here):
        text = shortened(manner.reason, view.ptz, rect.width() - 2 * manner.inset - 16)
        box = QRect(rect.left() + manner.inset, bottom - manner.chip, 0, manner.chip)
        box.setWidth(lettering.width(manner.reason, text) + 16)
        chip(painter, box, manner.reason, text, white=view.ptz_here)


def chip(painter: QPainter, box: QRect, name: str, text: str, *, white: bool = False) -> None:
    """A word on a plate; a white one is what was chosen."""

    def draw(painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, theme.colour("text.hi") if white else theme.colour("bg.void", PLATE))
        ink = theme.colour("bg.void" if white else "text")
        lettering.draw(painter, box, name, text, ink, align=lettering.CENTRE)

    stamps.lay(painter, box, ("chip", name, text, white), draw)


def fitting(text: str, room: int, manner: Manner) -> str:
    """The letters of a reason, or smaller ones where they do not fit."""
    return manner.reason if lettering.width(manner.reason, text) <= room else manner.small


def shortened(name: str, text: str, room: int) -> str:
    """Leaves out whole parts from the end before it cuts into a word: half a distance would mislead."""
    while lettering.width(name, text) > room and PART in text:
        text = text.rpartition(PART)[0]
    return lettering.elided(name, text, room)


# ---- wall ----


def _bar(painter: QPainter, box: QRect, view: View) -> None:
    """Number, name and reason along the bottom; a tile too small for a readable name has its number on a plate."""
    if not view.number:
        return
    manner = view.manner
    pad = manner.caption // 4
    number_width = lettering.width(manner.number, view.number)
    if not manner.names:
        box = QRect(box.left(), box.top(), number_width + 2 * pad, box.height())
    reason, white = view.reason, view.chosen
    room = box.width() - 3 * pad - number_width - view.reserved - pad
    step, share = (manner.chosen, room // 2) if white else (fitting(reason, room, manner), room)
    text = shortened(step, reason, share) if reason else ""
    ground = theme.colour("bg.void", PLATE) if view.shot is not None else theme.colour("bg.raise")

    def draw(painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, ground)
        lettering.draw(painter, box.adjusted(pad, 0, 0, 0), manner.number, view.number, theme.colour("text.hi"))
        if not manner.names:
            return
        inner = box.adjusted(2 * pad + number_width, 0, -pad - view.reserved, 0)
        if text and white:
            plate, air = lettering.width(manner.chosen, text) + 2 * pad, box.height() // 8
            chip(
                painter,
                QRect(inner.right() - plate, air, plate, box.height() - 2 * air),
                manner.chosen,
                text,
                white=True,
            )
            inner.setRight(inner.right() - plate - pad)
        if text and not white:
            lettering.draw(painter, inner, fitting(text, inner.width(), manner), text, theme.colour("text.hi"))
        else:
            name = lettering.ending(manner.name, view.name, inner.width())
            lettering.draw(painter, inner, manner.name, name, theme.colour("text.hi"))

    key = ("bar", view.number, view.name, text, white, view.reserved, view.shot is None, *manner.letters)
    stamps.lay(painter, box, key, draw)


def heading_height(view: View, width: int) -> int:
    """One line where word, place and age fit into that width, else two; 0 without a heading."""
    if not view.heading:
        return 0
    manner = view.manner
    wanted = lettering.width(manner.small, f"{view.heading}{PART}{view.place}")
    wanted += lettering.width(manner.chosen, view.heading_note) + 2 * manner.chip
    return manner.chip if wanted <= width else manner.chip * 9 // 5


def paint_heading(painter: QPainter, box: QRect, view: View) -> None:
    """Word and place of the alarm on its colour, then its age; solid until somebody acknowledged it."""
    manner, colour = view.manner, theme.alarm_colour(view.priority)
    painter.fillRect(box, theme.alarm_tint(view.priority) if view.acknowledged else colour)
    ink = theme.colour("text.hi" if view.acknowledged else "on.alarm")
    first = QRect(box.left(), box.top(), box.width(), manner.chip if box.height() > manner.chip else box.height())
    side = manner.chip // 2
    symbol = QRectF(first.left() + side / 2, first.top() + side / 2, side, side)
    shapes.alarm_symbol(painter, symbol, view.priority, colour if view.acknowledged else ink)
    inner = first.adjusted(2 * side, 0, -side // 2, 0)
    lettering.draw(painter, inner, manner.chosen, view.heading_note, ink, align=lettering.RIGHT)
    inner.setRight(inner.right() - lettering.width(manner.chosen, view.heading_note) - side)
    if first == box:
        _fitted(painter, inner, f"{view.heading}{PART}{view.place}", ink, manner)
    else:
        _fitted(painter, inner, view.heading, ink, manner)
        second = QRect(
            symbol.toRect().left(), first.bottom() - side // 4, box.width() - side, box.bottom() - first.bottom()
        )
        _fitted(painter, second, view.place, ink, manner)


def _fitted(painter: QPainter, box: QRect, text: str, ink: QColor, manner: Manner) -> None:
    """In the largest letters that fit."""
    fits = (name for name in (manner.number, manner.chosen) if lettering.width(name, text) <= box.width())
    lettering.draw(painter, box, next(fits, manner.small), text, ink)
