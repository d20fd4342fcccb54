"""The names of the buildings on the site plan: inside their outline, or over its edge where nobody else is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPolygonF

from console.model import Building
from widgets import lettering, theme
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation

LINE = 16
SMALLEST = 14  # px: a narrower building is named by the pointer only


def names(
    painter: QPainter,
    buildings: Sequence[tuple[Building, QPolygonF]],
    words: PlanWords,
    situation: Situation,
    taken: Sequence[QRect],
    symbols: Sequence[QRect],
) -> None:
    """`buildings` with their outlines in px; no name covers one of `taken`, nor, if it can be helped, a symbol."""
    boxes = {building.id: ring.boundingRect().toRect() for building, ring in buildings}
    written = list(taken)
    for building, _ring in sorted(buildings, key=lambda pair: -boxes[pair[0].id].width()):
        box = boxes[building.id]
        others = [other for id_, other in boxes.items() if id_ != building.id] + written
        lines, type_ = _fitted(words.building(building), box, ([*others, *symbols], others))
        if not lines:
            continue
        floors = len(situation.levels.floors(building.id))
        with_floors = floors > 1 and box.height() >= (len(lines) + 1) * LINE + 2
        second = words.floors(floors) if with_floors else ""
        written.append(_write(painter, box, lines, type_, second))


def _fitted(name: str, box: QRect, obstacles: Sequence[Sequence[QRect]]) -> tuple[list[str], str]:
    """The name in as many lines and of the size that suit the building; none where it would cover something.

    `obstacles`: what to keep clear of at first, and what in any case.
    """
    if lettering.width("list", name) <= box.width() - 6 and box.height() >= LINE:
        return [name], "list"
    short = name.replace("（", " (").partition(" (")[0]
    forms = ([name], _halves(name), [short], _halves(short))
    places = [(lines, _box(lines, box)) for lines in forms]
    for lines, place in places:
        if place.width() <= box.width() and place.height() <= box.height():
            return lines, "note"
    for others in obstacles if box.width() >= SMALLEST else ():
        for lines, place in places:
            if not any(place.intersects(other) for other in others):
                return lines, "note"
    return [], ""


def _box(lines: Sequence[str], around: QRect) -> QRect:
    """What these lines would cover in the middle of the building."""
    wide = QRect(0, 0, max(lettering.width("note", line) for line in lines) + 4, LINE * len(lines))
    wide.moveCenter(around.center())
    return wide


def _halves(name: str) -> list[str]:
    """Broken at the space nearest the middle; a Chinese name before its bracket, its number, or in the middle."""
    spaces = [i for i, letter in enumerate(name) if letter == " "]
    if spaces:
        at = min(spaces, key=lambda i: abs(i - len(name) / 2))
        return [name[:at], name[at + 1 :]]
    if name.isascii() or len(name) < 4:
        return [name]
    marks = [i for i, letter in enumerate(name) if i > 1 and (letter == "（" or letter.isdigit())]
    at = marks[0] if marks else len(name) // 2
    return [name[:at], name[at:]]


def _write(painter: QPainter, box: QRect, lines: Sequence[str], type_: str, second: str) -> QRect:
    """The name and, below it, the second line; returns the box of both."""
    rows = [(type_, "text", line) for line in lines] + ([("note", "text.dim", second)] if second else [])
    widest = max(lettering.width(name, text) for name, _, text in rows) + 4
    place = QRect(0, 0, widest, LINE * len(rows))
    place.moveCenter(box.center())
    for i, (name, token, text) in enumerate(rows):
        row = QRect(place.x(), place.y() + i * LINE, widest, LINE)
        lettering.draw(painter, row, name, text, theme.colour(token), align=lettering.CENTRE)
    return place
