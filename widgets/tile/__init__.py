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
from widgets.tile import caption, edges, faces, past, picture, stamps
from widgets.tile.foot import foot
from widgets.tile.laid import Laid, is_plain, kept
from widgets.tile.manner import DESK, Manner, on_wall
from widgets.tile.picture import letterbox
from widgets.tile.view import MISSING_STEPS, STALE_MS, Edge, Shot, View
from widgets.words import Words

__all__ = [
    "DESK",
    "MISSING_STEPS",
    "STALE_MS",
    "Edge",
    "Laid",
    "Manner",
    "Shot",
    "View",
    "foot",
    "in_words",
    "letterbox",
    "on_wall",
    "paint",
    "repaint",
]


def repaint(
    painter: QPainter, rect: QRect, view: View, words: Words, now_ns: int, laid: Laid | None, *, frame: int = 0
) -> Laid | None:
    """`paint`, or the same with less work: `laid` is what this returned for the tile the last time."""
    if laid is not None and laid.lay(painter, rect, view, now_ns):
        return laid
    with stamps.followed() as trail:
        paint(painter, rect, view, words, now_ns, frame=frame)
    if frame or not is_plain(view, now_ns):
        return None
    return kept(laid, rect, view, rect, trail)


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
        for bare in picture.beside(inner, place):
            if not bare.isEmpty():
                painter.fillRect(bare, theme.colour("bg.void"))
        picture.paint(painter, place, inner, view, words, now_ns)
        veil.paint(painter, place)
    else:
        painter.fillRect(inner, theme.colour("bg.nosignal"))
        bar = view.manner.caption + view.manner.inset if view.number else 0
        room = inner.adjusted(0, 0, 0, -bar) if view.manner.at_bottom else inner.adjusted(0, bar, 0, 0)
        faces.paint(painter, room, view, words)
    caption.paint(painter, inner, place, view, words)
    over = view.edge is not Edge.ALARM and not frame and view.shot is not None
    edges.paint(painter, rect.adjusted(0, 0, 0, -foot(place)) if over else rect, view)
    painter.restore()


def in_words(place: str, view: View, words: Words, now_ns: int) -> str:
    """The tile as a line of words: its place, the camera, whether it is live, why it is there."""
    if view.empty or not view.number:
        return f"{place}: {view.empty}"
    if view.shot is None:
        state = [view.held or words.without_picture(view.state), view.since]
    elif view.is_frozen:
        state = [words.not_live(), view.doubt]
    elif view.shot.is_live(now_ns):
        state = [words.delayed() if view.shot.is_delayed else words.live(), view.doubt or view.remark]
    elif view.shot.is_replay:
        state = [words.replay(), past.age_text(view.shot.age_ns(now_ns))]
    else:
        why = words.camera_state(view.state) if view.state is not CameraState.LIVE else ""
        state = [f"{words.not_live()} {view.shot.age_ns(now_ns) / 1e9:.1f} s", why]
    return f"{place}: " + " · ".join(filter(None, (view.number, view.name, *state, view.reason, view.ptz)))
