"""The picture of the clip under a head that says that it is a replay, of which camera and of which moment."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.ports import Frame
from widgets import lettering, theme
from widgets.drill import veil
from widgets.tile.picture import letterbox

HEAD = 36
EDGE = 2


class PlayerScreen(QWidget):
    """Shows what it was told last; never a mark of anything live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.word = ""  # that it is a replay
        self.camera = ""
        self.moment = ""
        self.instead = ""  # what stands there without a picture
        self.setMinimumSize(240, 135)

    def take(self, frame: Frame) -> None:
        """Show this picture."""
        image = QImage(frame.pixels, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32)
        self.image = image.copy()
        self.update()

    def clear(self) -> None:
        self.image = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(self.rect(), theme.colour("bg.void"))
            area = self.rect().adjusted(theme.SPACE, HEAD, -theme.SPACE, -theme.SPACE)
            if self.instead or self.image is None:
                room = area.adjusted(theme.SIDE, 0, -theme.SIDE, 0)
                lettering.draw_wrapped(painter, room, "body", self.instead, theme.colour("text"))
            else:
                self._head(painter)
                self._picture(painter, area, self.image)

    def _head(self, painter: QPainter) -> None:
        bar = QRect(theme.SPACE, 0, self.width() - 2 * theme.SPACE, HEAD)
        width = lettering.width("head", self.word) + 2 * theme.SPACE
        box = QRect(bar.x(), 6, width, HEAD - 12)
        painter.setPen(QPen(theme.colour("text.hi"), EDGE, Qt.PenStyle.DashLine))
        painter.drawRect(box.adjusted(1, 1, -1, -1))
        lettering.draw(painter, box, "head", self.word, theme.colour("text.hi"), align=lettering.CENTRE)
        time = lettering.width("value", self.moment) + 4
        right = QRect(bar.right() - time, 0, time, HEAD)
        lettering.draw(painter, right, "value", self.moment, theme.colour("text.hi"), align=lettering.RIGHT)
        name = QRect(box.right() + theme.SIDE, 0, right.x() - box.right() - 2 * theme.SIDE, HEAD)
        lettering.draw(painter, name, "body", self.camera, theme.colour("text"))

    @staticmethod
    def _picture(painter: QPainter, area: QRect, image: QImage) -> None:
        place = letterbox(area.adjusted(EDGE, EDGE, -EDGE, -EDGE), image.size())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        veil.paint(painter, place)
        painter.setPen(QPen(theme.colour("text.hi"), EDGE, Qt.PenStyle.DashLine))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
