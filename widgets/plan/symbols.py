"""The symbols on the plan: cameras with their way of looking, detectors by state, alarms with their rings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap, QPolygonF, QTransform

from console.alarms import Shown
from console.model import Camera, CameraKind, Health
from widgets import lettering, shapes, theme
from widgets.plan.drawing import pen
from widgets.plan.marks import Mark
from widgets.plan.situation import PointState
from widgets.plan.viewport import Viewport

ALARM_PX = 20
RINGS = (19, 28)
DOT_PX = 3.5
CAMERA_PX = 6.0  # half the length of a camera's body
RINGS_MOST = 1500  # with more points in view each is a dot
STAMP = 24  # px, the small picture of a quiet symbol
TURN_DEG = 5  # cameras that look the same way to so many degrees share one
FAN_FILL, FAN_EDGE = 0.14, 0.65  # of the chosen camera
DIM_FILL, DIM_EDGE = 0.035, 0.09  # of every other


def fan(painter: QPainter, view: Viewport, shape: QPolygonF, *, chosen: bool) -> None:
    """What a camera overlooks, given in metres."""
    colour = "map.cone"
    painter.setPen(pen(theme.colour(colour, FAN_EDGE if chosen else DIM_EDGE), 1))
    painter.setBrush(theme.colour(colour, FAN_FILL if chosen else DIM_FILL))
    painter.drawPolygon(view.transform().map(shape))


def camera(painter: QPainter, at: QPointF, seen: Camera, health: Health, *, chosen: bool = False) -> None:
    """A body with its lens toward where it looks; a fisheye is a ring. Crossed in the fault colour when offline."""
    offline = health is Health.OFFLINE
    colour = theme.colour("alarm.fault" if offline else "text.hi" if chosen else "text.dim")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    hollow = offline or (health in {Health.UNKNOWN, Health.DEGRADED} and not chosen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QBrush(colour))
    if seen.kind is CameraKind.FISHEYE:
        painter.drawEllipse(at, CAMERA_PX - 1, CAMERA_PX - 1)
    else:
        painter.drawPolygon(_body(seen.azimuth).translated(at))
    if offline:
        r = CAMERA_PX + 1
        painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r))
        painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r))


def _body(azimuth: float) -> QPolygonF:
    """A wedge whose wide end is the lens, pointing north before it is turned."""
    r = CAMERA_PX
    drawn = [QPointF(-2, r - 1), QPointF(2, r - 1), QPointF(2, 0), QPointF(r - 1, -r), QPointF(1 - r, -r)]
    turned: QPolygonF = QTransform().rotate(azimuth).map(QPolygonF([*drawn, QPointF(-2, 0)]))
    return turned


UNHEARD = frozenset({PointState.UNKNOWN, PointState.LOST, PointState.SILENT})


def point(painter: QPainter, at: QPointF, mark: Mark) -> None:
    """A point without an open alarm: a dim ring; "?" while nothing is known of it; a dashed box with a fault."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    place = QRect(int(at.x()) - 8, int(at.y()) - 8, 17, 17)
    if mark.state is PointState.TROUBLE:
        shapes.alarm_symbol(painter, QRectF(at.x() - 7, at.y() - 7, 14, 14), 0, theme.colour("alarm.fault"))
    elif mark.state in UNHEARD:
        ink = theme.colour("text.dim" if mark.state is PointState.UNKNOWN else "alarm.fault")
        lettering.draw(painter, place, "note", "?", ink, align=lettering.CENTRE)
    elif mark.is_hydrant:
        painter.setPen(QPen(theme.colour("text.dim"), 1))
        painter.drawEllipse(at, 7.0, 7.0)
        lettering.draw(painter, place, "note", "H", theme.colour("text.dim"), align=lettering.CENTRE)
    else:
        painter.setPen(QPen(theme.colour("text.dim"), 1.5))
        painter.drawEllipse(at, DOT_PX, DOT_PX)


def alarm(painter: QPainter, at: QPointF, mark: Mark, *, rings: bool, size: float = ALARM_PX) -> None:
    """The symbol of the alarm's priority; hollow once it cleared, with "?" when its source is lost."""
    if mark.alarm is None:
        return
    colour = theme.alarm_colour(mark.alarm.priority)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if rings:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for radius, width in zip(RINGS, (2.0, 1.0), strict=True):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(at, radius * size / ALARM_PX, radius * size / ALARM_PX)
    box = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
    shapes.alarm_symbol(painter, box, mark.alarm.priority, colour, mark.alarm.is_active and not mark.alarm.lost)
    if mark.alarm.shown is Shown.LATCHED:
        shapes.padlock(painter, QRectF(box.right() - 6, box.bottom() - 8, 11, 13), theme.colour("text.hi"))
    if mark.alarm.lost:
        place = QRect(int(box.right()), int(box.top()) - 6, 10, 16)
        lettering.draw(painter, place, "body.strong", "?", theme.colour("text.hi"))


def measured(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """The dashed line from the chosen camera to the detector."""
    painter.setPen(QPen(theme.colour("text.hi"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(start, end)


def focus_ring(painter: QPainter, at: QPointF, radius: float) -> None:
    """White around a gap of the ground's colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, token in ((6.0, "bg.void"), (2.0, "text.hi")):
        painter.setPen(QPen(theme.colour(token), width))
        painter.drawEllipse(at, radius, radius)


def paint_quiet(painter: QPainter, view: Viewport, marks: Sequence[Mark]) -> None:
    """Cameras and points that are as they should be; many alike are drawn from one small picture."""
    spots = view.points(np.array([mark.at for mark in marks], dtype=np.float64).reshape(-1, 2))
    size = (view.size.width(), view.size.height())
    seen = np.flatnonzero(((spots > -STAMP) & (spots < np.add(size, STAMP))).all(axis=1)).tolist()
    places, corners = spots.tolist(), (spots - STAMP / 2).tolist()
    normal = [i for i in seen if _is_plain(marks[i])]
    many = len(normal) > RINGS_MOST
    if many:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.colour("text.dim"), 3))
        painter.drawPoints(QPolygonF([QPointF(*places[i]) for i in normal]))
    stamps: dict[tuple[object, ...], QPixmap] = {}
    dpr = painter.device().devicePixelRatioF()
    for i in seen:
        if many and _is_plain(marks[i]):
            continue
        kind = _kind(marks[i])
        if (stamp := stamps.get(kind)) is None:
            stamp = stamps[kind] = _stamp(marks[i], dpr)
        painter.drawPixmap(QPointF(*corners[i]), stamp)


def _is_plain(mark: Mark) -> bool:
    """A point that is well and nothing special."""
    return mark.camera is None and mark.state is PointState.NORMAL and not mark.is_hydrant


def _kind(mark: Mark) -> tuple[object, ...]:
    """Marks of one kind look the same."""
    if mark.camera is not None:
        return mark.camera.kind, round(mark.camera.azimuth / TURN_DEG) % (360 // TURN_DEG), mark.health
    return mark.is_hydrant, mark.state


def _stamp(mark: Mark, dpr: float) -> QPixmap:
    made = QPixmap(QSize(STAMP, STAMP) * dpr)
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    if mark.camera is not None:
        camera(painter, QPointF(STAMP / 2, STAMP / 2), mark.camera, mark.health)
    else:
        point(painter, QPointF(STAMP / 2, STAMP / 2), mark)
    painter.end()
    return made
