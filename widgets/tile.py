"""One tile: the newest picture of a camera with its identity, age and reason, or plainly why there is none.

A frozen picture can never look live: identity and age come from the frame itself, the LIVE mark is only drawn with a
fresh frame, and an old picture is grey under its age. The bottom 3 % of a picture carry nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from console.model import CameraId
from console.ports import CameraState
from widgets import lettering, shapes, theme
from widgets.words import Words

CHIP = 22
INSET = 4
SHORTEST_NAME = 40  # with less room than this the number stands alone
ROOMY = 300  # from this width on the LIVE mark carries the age
MADE_TO_FIT = 2  # px a picture may differ from the tile it was scaled for
MARK = 14  # size of the LIVE ring
STALE_MS = 1_500  # [video] stale_ms unless the site says otherwise
PART = " · "  # between the parts of a reason
MISSING_STEPS = (CameraState.QUEUED, CameraState.CONNECTING, CameraState.WAITING_KEY)


class Edge(StrEnum):
    """What the frame round a tile says."""

    PLAIN = "plain"
    ALARM = "alarm"
    SELECTED = "selected"


@dataclass(slots=True)
class Shot:
    """The newest frame of a tile, as an image of our own; `sequence` drives the ring.

    `stale_ns`: from this age on it is not to be taken for what happens now.
    """

    camera: CameraId
    image: QImage
    sequence: int
    arrived_ns: int
    from_memory: bool
    stale_ns: int = STALE_MS * 1_000_000

    def age_ns(self, now_ns: int) -> int:
        return max(0, now_ns - self.arrived_ns)

    def is_live(self, now_ns: int) -> bool:
        """Fresh enough to be taken for what happens now."""
        return self.age_ns(now_ns) <= self.stale_ns


@dataclass(slots=True)
class View:
    """Everything a tile shows at this moment. `number` and `name` belong to the camera of `shot`, if there is one."""

    number: str = ""
    name: str = ""
    shot: Shot | None = None
    state: CameraState = CameraState.QUEUED
    since: str = ""  # how long it has been so, and what happens next
    detail: str = ""
    reason: str = ""
    chosen: bool = False
    key: str = ""
    edge: Edge = Edge.PLAIN
    priority: int = 1
    empty: str = ""  # words for a place that has no camera at all


def paint(painter: QPainter, rect: QRect, view: View, words: Words, now_ns: int, *, frame: int = 0) -> None:
    """Draw the tile into `rect` (device-independent pixels); `frame` px on every side are left to the edge."""
    painter.save()
    painter.setClipRect(rect)
    inner = rect.adjusted(frame, frame, -frame, -frame)
    if view.shot is not None:
        picture = letterbox(inner, view.shot.image.size())
        painter.fillRect(rect, theme.colour("bg.void"))
        _picture(painter, picture, inner, view, view.shot, words, now_ns)
    else:
        picture = inner
        painter.fillRect(rect, theme.colour("bg.nosignal"))
        _no_picture(painter, inner, view, words)
    _caption(painter, inner, view, words)
    _chips(painter, inner, picture, view)
    _edge(painter, rect, view)
    painter.restore()


def letterbox(rect: QRect, size: QSize) -> QRect:
    """Where a picture goes: as large as fits in its own aspect; one made for this tile keeps every pixel."""
    fitted = size.scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    off = fitted - size
    if max(abs(off.width()), abs(off.height())) <= MADE_TO_FIT and rect.size().expandedTo(size) == rect.size():
        fitted = size
    left = rect.x() + (rect.width() - fitted.width()) // 2
    top = rect.y() + (rect.height() - fitted.height()) // 2
    return QRect(left, top, fitted.width(), fitted.height())


def _picture(painter: QPainter, place: QRect, rect: QRect, view: View, shot: Shot, words: Words, now_ns: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if shot.is_live(now_ns):
        painter.drawImage(place, shot.image)
        _live(painter, rect, shot, words, now_ns)
        return
    painter.drawImage(place, shot.image.convertToFormat(QImage.Format.Format_Grayscale8))
    painter.fillRect(place, QColor(11, 13, 15, 128))
    _not_live(painter, rect, view, shot, words, now_ns)


def _live(painter: QPainter, rect: QRect, shot: Shot, words: Words, now_ns: int) -> None:
    text = words.live()
    roomy = rect.width() >= ROOMY
    age = f"{shot.age_ns(now_ns) / 1e9:.1f} s" if roomy else ""
    width = live_width(words, roomy)
    box = QRect(rect.right() - width - INSET + 1, rect.top() + INSET, width, theme.CAPTION)
    painter.fillRect(box, theme.colour("bg.void", 0.78))
    ring = QRectF(box.left() + 6, box.center().y() - MARK / 2 + 1, MARK, MARK)
    shapes.live_ring(painter, ring, shot.sequence, theme.colour("text.hi"))
    inner = box.adjusted(MARK + 12, 0, -4, 0)
    lettering.draw(painter, inner, "note", text, theme.colour("text.hi"))
    lettering.draw(painter, inner, "note", age, theme.colour("text.dim"), align=lettering.RIGHT)


def live_width(words: Words, roomy: bool) -> int:
    """Room the LIVE mark takes; a small tile leaves the age out."""
    age = 6 + lettering.width("note", "0.0 s") if roomy else 0
    return MARK + 12 + lettering.width("note", words.live()) + age + 10


def _not_live(painter: QPainter, rect: QRect, view: View, shot: Shot, words: Words, now_ns: int) -> None:
    age_s = shot.age_ns(now_ns) / 1e9
    age = f"{age_s:.1f} s" if age_s < 60 else f"{int(age_s // 60)} min {int(age_s % 60)} s"
    lines = [("head", words.not_live(), "text.hi"), ("age", age, "text.hi")]
    if view.state is not CameraState.LIVE:
        lines.append(("note", words.camera_state(view.state), "text"))
    _stack(painter, rect, lines)


def _no_picture(painter: QPainter, rect: QRect, view: View, words: Words) -> None:
    if view.empty:
        name, token = ("head", "text.hi") if view.edge is Edge.ALARM else ("list", "text.dim")
        lettering.draw_wrapped(painter, rect.adjusted(8, 4, -8, -4), name, view.empty, theme.colour(token))
        return
    if not view.number:
        return
    lines = [("head", words.camera_state(view.state), "text"), ("note", view.since, "text.dim")]
    if view.detail:
        lines.append(("note", view.detail, "text.dim"))
    steps = MISSING_STEPS.index(view.state) if view.state in MISSING_STEPS else -1
    top = _stack(painter, rect, lines, above=14)
    if steps >= 0:
        _progress(painter, rect, top - 14, steps)
    else:
        symbol = QRectF(rect.center().x() - 8, top - 16, 16, 16)
        shapes.alarm_symbol(painter, symbol, 0, theme.colour("alarm.fault"))


def _progress(painter: QPainter, rect: QRect, top: int, step: int) -> None:
    """Three boxes: dialled, answered, key frame there."""
    width = 24
    left = rect.center().x() - (3 * width + 8) // 2
    for i in range(3):
        box = QRect(left + i * (width + 4), top, width, 6)
        if i < step:
            painter.fillRect(box, theme.colour("text.dim"))
        else:
            painter.setPen(QPen(theme.colour("text.dim" if i == step else "line.strong"), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))


def _stack(painter: QPainter, rect: QRect, lines: list[tuple[str, str, str]], above: int = 0) -> int:
    """Centred lines (font, text, colour); gives the top of the stack."""
    heights = [lettering.height(name) for name, _, _ in lines]
    top = rect.center().y() - (sum(heights) - above) // 2
    y = top
    for (name, text, token), height in zip(lines, heights, strict=True):
        line = QRect(rect.left() + 8, y, rect.width() - 16, height)
        lettering.draw(painter, line, name, text, theme.colour(token), align=lettering.CENTRE)
        y += height
    return top


def _caption(painter: QPainter, rect: QRect, view: View, words: Words) -> None:
    """Number and name of the camera the picture came from, at the top left."""
    if not view.number:
        return
    number_width = lettering.width("body.strong", view.number)
    taken = live_width(words, rect.width() >= ROOMY) + 2 * INSET if view.shot is not None else 0
    room = rect.width() - taken - number_width - 32
    name = lettering.elided("list", view.name, room) if room > SHORTEST_NAME else ""
    width = 8 + number_width + (8 + lettering.width("list", name) if name else 0) + 8
    box = QRect(rect.left() + INSET, rect.top() + INSET, width, theme.CAPTION)
    painter.fillRect(box, theme.colour("bg.void", 0.78))
    lettering.draw(painter, box.adjusted(8, 0, 0, 0), "body.strong", view.number, theme.colour("text.hi"))
    lettering.draw(painter, box.adjusted(16 + number_width, 0, 0, 0), "list", name, theme.colour("text"))


def _chips(painter: QPainter, rect: QRect, picture: QRect, view: View) -> None:
    """Reason at the bottom left (white: chosen), key at the bottom right, clear of the picture's frame code."""
    bottom = picture.bottom() - max(12, picture.height() * 8 // 100)  # burnt-in text stands below
    room = rect.width() - 2 * INSET - 8
    if view.key:
        key_width = lettering.width("note", view.key) + 12
        key = QRect(rect.right() - key_width - INSET + 1, bottom - CHIP, key_width, CHIP)
        painter.fillRect(key, theme.colour("bg.void", 0.78))
        lettering.draw(painter, key, "note", view.key, theme.colour("text"), align=lettering.CENTRE)
        room -= key_width + 8
    if view.reason:
        name = "body.strong" if view.chosen else "note"
        height = CHIP + (6 if view.chosen else 0)
        text = _shortened(name, view.reason, room - 16)
        box = QRect(rect.left() + INSET, bottom - height, lettering.width(name, text) + 16, height)
        painter.fillRect(box, theme.colour("text.hi") if view.chosen else theme.colour("bg.void", 0.78))
        ink = theme.colour("bg.void" if view.chosen else "text")
        lettering.draw(painter, box, name, text, ink, align=lettering.CENTRE)


def _shortened(name: str, text: str, room: int) -> str:
    """Leaves out whole parts from the end before it cuts into a word: half a distance would mislead."""
    while lettering.width(name, text) > room and PART in text:
        text = text.rpartition(PART)[0]
    return lettering.elided(name, text, room)


def _edge(painter: QPainter, rect: QRect, view: View) -> None:
    width, colour = {
        Edge.PLAIN: (0, None),
        Edge.ALARM: (4, theme.alarm_colour(view.priority)),
        Edge.SELECTED: (2, theme.colour("text.hi")),
    }[view.edge]
    if colour is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    half = width // 2
    painter.drawRect(rect.adjusted(half, half, -half, -half))
