"""A tile of which only the picture changes: what lies over the picture is kept and laid down again. GUI thread.

Most tiles of a wall at most moments: three images each instead of a description turned into words and boxes. What was
said of a tile holds for a second: unless somebody says that it has changed, nobody asks for every picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter

from console.model import CameraId
from widgets import shapes, theme
from widgets.drill import veil
from widgets.tile import edges, picture
from widgets.tile.edges import Side
from widgets.tile.foot import foot
from widgets.tile.stamps import Stamp
from widgets.tile.view import Edge, Shot, View

HOLDS_NS = 1_000_000_000


@dataclass(slots=True)
class Laid:
    """What a tile looked like beside its picture; `trails` are the stamps over it by the turn of the LIVE ring."""

    view: View
    rect: QRect
    size: QSize
    language: str
    at: QPoint
    ground: Sequence[QRect]
    edge: Sequence[Side] = ()
    trails: dict[int, Sequence[Stamp]] = field(default_factory=dict)
    camera: CameraId | None = None
    asked_ns: int = 0  # when the view was described last

    def fits(self, rect: QRect, view: View) -> bool:
        """Whether the tile is still the same but for the picture itself."""
        is_same = view.shot is not None and self.view == view and self.rect == rect
        return is_same and view.shot.image.size() == self.size and self.language == theme.language()  # type: ignore[union-attr]

    def lay(self, painter: QPainter, rect: QRect, view: View, now_ns: int) -> bool:
        """Paint the tile again with its new picture; False when something else has changed and it has to be drawn."""
        if not (is_plain(view, now_ns) and self.fits(rect, view)):
            return False
        assert view.shot is not None
        self.camera, self.asked_ns = view.shot.camera, now_ns
        return self._lay(painter, view.shot)

    def lay_again(self, painter: QPainter, shot: Shot | None, now_ns: int) -> bool:
        """`lay` without a description, while the last one holds for a live picture of the same camera."""
        if shot is None or shot.camera != self.camera or now_ns - self.asked_ns > HOLDS_NS:
            return False
        if shot.is_late or not shot.is_live(now_ns) or shot.image.size() != self.size or veil.is_shown():
            return False
        return self.language == theme.language() and self._lay(painter, shot)

    def _lay(self, painter: QPainter, shot: Shot) -> bool:
        trail = self.trails.get(shot.sequence % shapes.RING_STEPS)
        if trail is None:
            return False
        for bare in self.ground:
            painter.fillRect(bare, theme.colour("bg.void"))
        painter.drawImage(self.at, shot.image)
        for stamp in trail:
            painter.drawImage(stamp.at, stamp.image)
        edges.lay(painter, self.edge)
        return True


def is_plain(view: View, now_ns: int) -> bool:
    """A live picture as it was sent, with nothing on the tile that counts, blinks or is drawn by hand."""
    shot = view.shot
    return (
        shot is not None and shot.planes is None and not shot.is_delayed
        and shot.is_live(now_ns) and view.edge is not Edge.ALARM
        and not veil.is_shown()
        and not (view.late or view.doubt or view.remark or view.pinned or view.heading or view.zoom is not None)
    )  # fmt: skip


def kept(laid: Laid | None, rect: QRect, view: View, inner: QRect, trail: Sequence[Stamp]) -> Laid | None:
    """What was just drawn, to be laid again; None when the tile carries an age, or a picture of another size."""
    assert view.shot is not None
    size = view.shot.image.size()
    place = picture.letterbox(inner, size)
    _, with_age = picture.live_parts(inner.width(), view.manner)
    if with_age or place.size() != size:
        return None
    if laid is None or not laid.fits(rect, view):
        ground = [bare for bare in picture.beside(inner, place) if not bare.isEmpty()]
        edge = edges.sides(rect.adjusted(0, 0, 0, -foot(place)), view)
        laid = Laid(view, rect, size, theme.language(), place.topLeft(), ground, edge)
    laid.trails[view.shot.sequence % shapes.RING_STEPS] = tuple(trail)
    return laid
