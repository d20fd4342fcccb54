"""The picture of a tile: fitted, zoomed, live with its turning ring, or grey under its age."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from console.ports import CameraState
from console.wall import Zoom
from widgets import lettering, shapes, theme
from widgets.tile import faces, past, stamps
from widgets.tile.manner import Manner
from widgets.tile.view import Shot, View
from widgets.words import Words

ROOMY = 300  # from this width on the LIVE mark of a desk tile carries the age
NARROW = 5  # a wall tile less than so many letters wide has the ring alone
MADE_TO_FIT = 2  # px a picture may differ from the tile it was scaled for
PLATE = 0.78  # how much of the picture a plate under words hides
MAP_SHARE = 5  # the inset of a zoomed picture is a fifth of the tile


def letterbox(rect: QRect, size: QSize) -> QRect:
    """Where a picture goes: as large as fits in its own aspect; one made for this tile keeps every pixel."""
    width, height, wide, high = size.width(), size.height(), rect.width(), rect.height()
    fitted_width, fitted_height = high * width // max(1, height), high
    if fitted_width > wide:
        fitted_width, fitted_height = wide, wide * height // width
    off = max(abs(fitted_width - width), abs(fitted_height - height))
    if off <= MADE_TO_FIT and width <= wide and height <= high:
        fitted_width, fitted_height = width, height
    left, top = (wide - fitted_width) // 2, (high - fitted_height) // 2
    return QRect(rect.x() + left, rect.y() + top, fitted_width, fitted_height)


def beside(inner: QRect, place: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """The ground above, below, left and right of a picture."""
    top, bottom = place.y() - inner.y(), inner.bottom() - place.bottom()
    left, right = place.x() - inner.x(), inner.right() - place.right()
    return (
        QRect(inner.x(), inner.y(), inner.width(), top),
        QRect(inner.x(), inner.bottom() + 1 - bottom, inner.width(), bottom),
        QRect(inner.x(), place.y(), left, place.height()),
        QRect(inner.right() + 1 - right, place.y(), right, place.height()),
    )


def paint(painter: QPainter, place: QRect, rect: QRect, view: View, words: Words, now_ns: int) -> None:
    """Draw the picture at `place` in the tile `rect`; only a fresh one gets the LIVE mark."""
    shot = view.shot
    if shot is None:
        return
    live = shot.is_live(now_ns) and not view.is_frozen
    image = shot.image if live or shot.is_replay else shot.grey
    shot.hole = None
    if shot.planes is not None and image is shot.image:
        _leave_hole(painter, place, shot, view.zoom)
    elif view.zoom is None and place.size() == image.size():
        painter.drawImage(place.topLeft(), image)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image, shown_part(image.size(), view.zoom))
    if live:
        _live(painter, rect, view, words, shot, now_ns)
    elif shot.is_replay:
        past.paint(painter, place, rect, view, words, shot.age_ns(now_ns))
    else:
        _not_live(painter, rect, view, words, shot.age_ns(now_ns))
    if view.zoom is not None:
        _where(painter, place, view.zoom, view.manner)


def _leave_hole(painter: QPainter, place: QRect, shot: Shot, zoom: Zoom | None) -> None:
    """A graphics card draws the picture below; whatever is said of it is painted over it."""
    shot.hole = place, QRectF(zoom.x, zoom.y, zoom.w, zoom.w) if zoom is not None else QRectF(0, 0, 1, 1)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(place, Qt.GlobalColor.transparent)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def shown_part(size: QSize, zoom: Zoom | None) -> QRect:
    """The part of a picture of that size which is shown, in its pixels."""
    if zoom is None:
        return QRect(0, 0, size.width(), size.height())
    width, height = size.width(), size.height()
    return QRectF(zoom.x * width, zoom.y * height, zoom.w * width, zoom.w * height).toRect()


def _live(painter: QPainter, rect: QRect, view: View, words: Words, shot: Shot, now_ns: int) -> None:
    """The ring turns with each picture; one that libvlc plays has another word beside it, and never the ring alone."""
    manner = view.manner
    with_word, with_age = live_parts(rect.width(), manner, is_delayed=shot.is_delayed)
    box = live_box(rect, words, manner, is_delayed=shot.is_delayed)
    turn, word = shot.sequence % shapes.RING_STEPS, _word(words, is_delayed=shot.is_delayed)

    def draw(painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, theme.colour("bg.void", PLATE))
        ring = QRectF(box.left() + 6, box.center().y() - manner.mark / 2 + 1, manner.mark, manner.mark)
        shapes.live_ring(painter, ring, turn, theme.colour("text.hi"))
        if with_word:
            inner = box.adjusted(manner.mark + 12, 0, -4, 0)
            lettering.draw(painter, inner, manner.live, word, theme.colour("text.hi"))

    stamps.lay(painter, box, ("live", turn, word if with_word else "", manner.mark, manner.live), draw)
    if beside := said_beside(view, words):
        _beside(painter, box, beside, "alarm.fault" if view.doubt else "text.hi", manner)
    if view.pinned:
        _pin(painter, QRect(box.right() + 1 - box.height(), box.bottom() + 2, box.height(), box.height()))
    if with_age:
        age = f"{shot.age_ns(now_ns) / 1e9:.1f} s"
        inner = box.adjusted(0, 0, -4, 0)
        lettering.draw(painter, inner, manner.live, age, theme.colour("text.dim"), align=lettering.RIGHT)


def _beside(painter: QPainter, live: QRect, text: str, ink: str, manner: Manner) -> None:
    """Left of the LIVE mark: it lives, but."""
    width = lettering.width(manner.live, text) + 12
    box = QRect(live.left() - width - 2, live.top(), width, live.height())
    painter.fillRect(box, theme.colour("bg.raise"))
    lettering.draw(painter, box, manner.live, text, theme.colour(ink), align=lettering.CENTRE)


def _pin(painter: QPainter, box: QRect) -> None:
    """Below the LIVE mark: the tile stays what it is."""
    painter.fillRect(box, theme.colour("bg.void", PLATE))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("text.hi"), max(1.5, box.width() / 14)))
    size, centre = box.width(), box.center()
    painter.drawEllipse(QRectF(centre.x() - size * 0.18, box.top() + size * 0.18, size * 0.36, size * 0.36))
    painter.drawLine(centre.x(), round(box.top() + size * 0.54), centre.x(), round(box.bottom() - size * 0.14))
    painter.restore()


def said_beside(view: View, words: Words) -> str:
    """It lives, but: it shows the wrong thing, some pictures are left out, nobody knows whether it is the camera."""
    return view.doubt or (words.late() if view.late else view.remark)


def _word(words: Words, *, is_delayed: bool) -> str:
    return words.delayed() if is_delayed else words.live()


def live_parts(width: int, manner: Manner, *, is_delayed: bool = False) -> tuple[bool, bool]:
    """Whether the LIVE mark of a tile so wide carries the word, and the age: that of a delayed one nobody knows."""
    if is_delayed:
        return True, False
    if manner.at_bottom:
        return width >= NARROW * lettering.height(manner.number), False
    return True, width >= ROOMY


def live_box(rect: QRect, words: Words, manner: Manner, *, is_delayed: bool = False) -> QRect:
    """Where the LIVE mark stands: at the top right."""
    with_word, with_age = live_parts(rect.width(), manner, is_delayed=is_delayed)
    width = manner.mark + 12
    width += lettering.width(manner.live, _word(words, is_delayed=is_delayed)) + 10 if with_word else 0
    width += 6 + lettering.width(manner.live, "0.0 s") if with_age else 0
    height = round(manner.mark * 1.4) if manner.at_bottom else manner.caption
    return QRect(rect.right() - width - manner.inset + 1, rect.top() + manner.inset, width, height)


def _not_live(painter: QPainter, rect: QRect, view: View, words: Words, age_ns: int) -> None:
    age_s, manner = age_ns / 1e9, view.manner
    age = f"{age_s:.1f} s" if age_s < 60 else f"{int(age_s // 60)} min {int(age_s % 60)} s"
    lines = [(manner.word, words.not_live(), "text.hi"), (manner.age, age, "text.hi")]
    if view.state is not CameraState.LIVE:
        lines.append((manner.note, words.camera_state(view.state), "text"))
    elif view.is_frozen:
        lines = [lines[0], (manner.note, view.doubt, "alarm.fault")]
    elif view.held:
        lines = [lines[0], (manner.note, view.held, "text.hi"), (manner.note, age, "text")]
    foot = manner.caption if manner.at_bottom else 0
    while len(lines) > 2 and sum(lettering.height(name) for name, _, _ in lines) > rect.height() - foot:
        lines.pop()
    height = sum(lettering.height(name) for name, _, _ in lines)
    faces.stack(painter, rect, rect.top() + max(0, (rect.height() - foot - height) // 2), lines)


def _where(painter: QPainter, place: QRect, zoom: Zoom, manner: Manner) -> None:
    """A small frame of the whole picture with the shown part in it, and the factor."""
    width = max(32, place.width() // MAP_SHARE)
    whole = QRect(place.right() - width - 8, place.top() + manner.caption + 12, width, width * 9 // 16)
    painter.fillRect(whole, theme.colour("bg.void", PLATE))
    painter.setPen(QPen(theme.colour("ctl.edge"), 1))
    painter.drawRect(whole.adjusted(0, 0, -1, -1))
    part = QRectF(zoom.x * width, zoom.y * whole.height(), zoom.w * width, zoom.w * whole.height())
    painter.setPen(QPen(theme.colour("text.hi"), 2))
    painter.drawRect(part.translated(whole.x(), whole.y()).toRect().adjusted(1, 1, -1, -1))
    factor = f"{zoom.factor:.1f}×"
    name = manner.note
    plate = QRect(0, 0, lettering.width(name, factor) + 12, lettering.height(name) + 2)
    plate.moveTopRight(whole.bottomRight() + whole.bottomRight().__class__(0, 2))
    painter.fillRect(plate, theme.colour("bg.void", PLATE))
    lettering.draw(painter, plate, name, factor, theme.colour("text.hi"), align=lettering.CENTRE)
