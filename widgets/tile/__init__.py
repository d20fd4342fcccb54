"""One tile: the newest picture of a camera with its identity, age and reason, or plainly why there is none.

A frozen picture can never look live: identity and age come from the frame itself, the LIVE mark is only drawn with a
fresh frame, and an old picture is grey under its age. The bottom 3 % of a picture carry nothing of ours.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from console.ports import CameraState
from widgets import theme
from widgets.drill import veil
from widgets.tile import caption, faces, picture
from widgets.tile.caption import foot
from widgets.tile.manner import DESK, Manner, on_wall
from widgets.tile.picture import letterbox
from widgets.tile.view import MISSING_STEPS, STALE_MS, Edge, Shot, View
from widgets.words import Words

__all__ = [
    "DESK",
    "MISSING_STEPS",
    "STALE_MS",
    "Edge",
    "Manner",
    "Shot",
    "View",
    "foot",
    "in_words",
    "letterbox",
    "on_wall",
    "paint",
]


def paint(painter: QPainter, rect: QRect, view: View, words: Words, now_ns: int, *, frame: int = 0) -> None:
    """Draw the tile into `rect` (device-independent pixels); `frame` px on every side are left to the edge."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    inner = rect.adjusted(frame, frame, -frame, -frame)
    if frame:
        painter.fillRect(rect, theme.colour("bg.void"))
    if heading := caption.heading_height(view, inner.width()):
        caption.paint_heading(painter, QRect(inner.left(), inner.top(), inner.width(), heading), view)
        inner.setTop(inner.top() + heading)
    place = inner
    if view.shot is not None:
        place = letterbox(inner, view.shot.image.size())
        _beside(painter, inner, place)
        picture.paint(painter, place, inner, view, words, now_ns)
        veil.paint(painter, place)
    else:
        painter.fillRect(inner, theme.colour("bg.nosignal"))
        bar = view.manner.caption + view.manner.inset if view.number else 0
        room = inner.adjusted(0, 0, 0, -bar) if view.manner.at_bottom else inner.adjusted(0, bar, 0, 0)
        faces.paint(painter, room, view, words)
    caption.paint(painter, inner, place, view, words)
    over = view.edge is not Edge.ALARM and not frame and view.shot is not None
    _edge(painter, rect.adjusted(0, 0, 0, -foot(place)) if over else rect, view)
    painter.restore()


def _beside(painter: QPainter, inner: QRect, place: QRect) -> None:
    """The ground on both sides of a picture, or above and below it."""
    left, top = place.x() - inner.x(), place.y() - inner.y()
    right, bottom = inner.width() - left - place.width(), inner.height() - top - place.height()
    if left or right or top or bottom:
        colour = theme.colour("bg.void")
        painter.fillRect(inner.x(), inner.y(), inner.width(), top, colour)
        painter.fillRect(inner.x(), inner.bottom() + 1 - bottom, inner.width(), bottom, colour)
        painter.fillRect(inner.x(), place.y(), left, place.height(), colour)
        painter.fillRect(inner.right() + 1 - right, place.y(), right, place.height(), colour)


def _edge(painter: QPainter, rect: QRect, view: View) -> None:
    width, token = {
        Edge.PLAIN: (0, "line"),
        Edge.ALARM: (view.manner.alarm_edge, f"alarm.{theme.PRIORITY_TOKENS[view.priority]}"),
        Edge.SELECTED: (2, "text.hi"),
        Edge.SELECTED_ELSEWHERE: (1, "ctl.edge"),
    }[view.edge]
    if not width:
        return
    colour, height = theme.colour(token), rect.height() - 2 * width
    painter.fillRect(rect.left(), rect.top(), rect.width(), width, colour)
    painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, colour)
    painter.fillRect(rect.left(), rect.top() + width, width, height, colour)
    painter.fillRect(rect.right() + 1 - width, rect.top() + width, width, height, colour)


def in_words(place: str, view: View, words: Words, now_ns: int) -> str:
    """The tile as a line of words: its place, the camera, whether it is live, why it is there."""
    if view.empty or not view.number:
        return f"{place}: {view.empty}"
    if view.shot is None:
        state = [words.camera_state(view.state), view.since]
    elif view.shot.is_live(now_ns):
        state = [words.live()]
    else:
        why = words.camera_state(view.state) if view.state is not CameraState.LIVE else ""
        state = [f"{words.not_live()} {view.shot.age_ns(now_ns) / 1e9:.1f} s", why]
    return f"{place}: " + " · ".join(filter(None, (view.number, view.name, *state, view.reason)))
