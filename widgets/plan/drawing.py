"""The drawing under the symbols: ground, buildings and names of the site; walls, doors and zones of a floor."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from console.model import Zone, ZoneUse
from widgets import lettering, theme
from widgets.plan import names
from widgets.plan.ink import Ink
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation
from widgets.plan.viewport import Viewport

WALL_PX = 1.8
GROUND = {
    ZoneUse.YARD: "map.yard", ZoneUse.GREEN: "map.green", ZoneUse.WATER: "map.water",
    ZoneUse.FIRE_LANE: "map.road", ZoneUse.ROAD: "map.road",
}  # fmt: skip
ORDER = tuple(GROUND)  # what is drawn first lies lowest
LINE = 18
SCALE_ROOM = 250.0  # px from the left: the scale bar and its figure end before it


def pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen that is as wide at every scale."""
    made = QPen(colour, width, style)
    made.setCosmetic(True)
    return made


def draw_site(painter: QPainter, ink: Ink, view: Viewport, words: PlanWords, situation: Situation) -> None:
    """Water, green, roads and yards as far as the site draws them, then the buildings, then the names."""
    painter.setWorldTransform(_onto(painter, view))
    for zone, ring in sorted(ink.zones, key=lambda pair: ORDER.index(pair[0].use) if pair[0].use in GROUND else -1):
        if zone.use in GROUND:
            _ground(painter, zone, ring)
    painter.setPen(pen(theme.colour("line.strong"), 1))
    painter.setBrush(theme.colour("map.build"))
    for _building, ring in ink.buildings.values():
        painter.drawPolygon(ring)
    painter.setWorldTransform(_onto(painter, view, back=True))
    names.draw(painter, names.site_names(ink, view, words, situation))


def draw_floor(
    painter: QPainter, ink: Ink, view: Viewport, words: PlanWords | None, situation: Situation, *, wall: float = WALL_PX
) -> None:
    """The floor of one building; without words it stays unlettered. `wall` is the width of a wall in px."""
    painter.setWorldTransform(_onto(painter, view))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("map.build"))
    for _building, ring in ink.buildings.values():
        painter.drawPolygon(ring)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.colour("line.strong"), 1, Qt.PenStyle.DotLine))
    for _zone, ring in ink.zones:
        painter.drawPolygon(ring)
    painter.setPen(pen(theme.colour("line.strong"), 1))
    painter.drawLines([*ink.steps, *ink.crosses])
    painter.setPen(pen(theme.colour("map.build"), wall + 1))
    painter.drawLines(ink.doors)
    painter.setPen(pen(theme.colour("text.dim"), wall, Qt.PenStyle.DotLine))
    painter.drawLines(ink.doors)
    painter.setPen(pen(theme.colour("map.wall"), wall))
    painter.drawLines(ink.walls)
    if not ink.walls:
        for _building, ring in ink.buildings.values():
            painter.drawPolygon(ring)
    painter.setWorldTransform(_onto(painter, view, back=True))
    for box, name, _zone in zone_names(ink, view, words, situation) if words is not None else ():
        lettering.draw(painter, box, "note", name, theme.colour("text.dim"))


def _onto(painter: QPainter, view: Viewport, *, back: bool = False) -> QTransform:
    """The view's transform within whatever the painter had before; `back` takes it away again."""
    made = view.transform()
    return (made.inverted()[0] if back else made) * painter.worldTransform()


def _shape(ring: QPolygonF, view: Viewport) -> QPolygonF:
    found: QPolygonF = view.transform().map(ring)
    return found


def _ground(painter: QPainter, zone: Zone, ring: QPolygonF) -> None:
    painter.setPen(pen(theme.colour("map.shore"), 1) if zone.use is ZoneUse.WATER else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(GROUND[zone.use]))
    painter.drawPolygon(ring)


def zone_names(ink: Ink, view: Viewport, words: PlanWords, situation: Situation) -> list[tuple[QRect, str, Zone]]:
    """Where each zone of a floor carries its name: small, at its upper edge, if it has the room."""
    found = []
    for zone, ring in ink.zones:
        room = _shape(ring, view).boundingRect().toRect().adjusted(5, 3, -3, -3)
        name = words.zone(zone, situation, ink.level)
        width = lettering.width("note", name) + 2
        if name and room.width() >= width and room.height() >= LINE:
            found.append((QRect(room.x(), room.y(), width, LINE), name, zone))
    return found


def scale_bar(painter: QPainter, view: Viewport) -> None:
    """A length that is a round number of metres, at the lower left."""
    metres = next((m for m in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if m * view.scale >= 60), 5000)
    left, bottom, length = 12.0, view.size.height() - 14.0, metres * view.scale
    wide = length + 18 + lettering.width("note", f"{metres} m")
    painter.fillRect(QRectF(left - 6, bottom - 10, wide + 8, 20), theme.colour("map.land", 0.8))
    painter.setPen(QPen(theme.colour("text.dim"), 1))
    painter.drawLine(QPointF(left, bottom), QPointF(left + length, bottom))
    for end in (left, left + length):
        painter.drawLine(QPointF(end, bottom - 4), QPointF(end, bottom + 4))
    place = QRect(int(left + length) + 8, int(bottom) - LINE // 2, 80, LINE)
    lettering.draw(painter, place, "note", f"{metres} m", theme.colour("text.dim"))


def north_arrow(painter: QPainter, view: Viewport, letter: str, *, low: bool) -> None:
    """At the upper right, or low, beside the scale bar; the plan is always drawn with north up."""
    x, top = (SCALE_ROOM, view.size.height() - 42.0) if low else (view.size.width() - 22.0, 12.0)
    painter.setPen(QPen(theme.colour("text.dim"), 1.5))
    painter.drawLine(QPointF(x, top), QPointF(x, top + 22))
    painter.drawPolyline(QPolygonF([QPointF(x - 5, top + 6), QPointF(x, top), QPointF(x + 5, top + 6)]))
    place = QRect(int(x) - 10, int(top) + 22, 20, LINE)
    lettering.draw(painter, place, "note", letter, theme.colour("text.dim"), align=lettering.CENTRE)
