"""Small pictures of words and marks, drawn once and laid down many times: text costs more than a whole picture.

GUI thread. Those laid last are kept, within a budget; `forget` after anything that changes how letters look.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

from widgets import theme

KEPT_BYTES = 16 * 1024 * 1024  # three walls of 64 tiles; layouts of a day would be a hundred megabytes


class Stamp(NamedTuple):
    """A small picture, and where its top left corner was laid."""

    at: QPoint
    image: QImage


class _Kept:
    """The newest of them, and their bytes."""

    def __init__(self) -> None:
        self.size = 0
        self._images: OrderedDict[Hashable, QImage] = OrderedDict()

    def get(self, key: Hashable) -> QImage | None:
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def put(self, key: Hashable, image: QImage) -> None:
        self._images[key] = image
        self.size += image.sizeInBytes()
        while self.size > KEPT_BYTES and len(self._images) > 1:
            _, gone = self._images.popitem(last=False)
            self.size -= gone.sizeInBytes()

    def clear(self) -> None:
        self._images.clear()
        self.size = 0


_stamps = _Kept()
_trail: list[Stamp] = []


@contextmanager
def followed() -> Iterator[list[Stamp]]:
    """What is laid meanwhile, in order."""
    _trail.clear()
    yield _trail


def lay(painter: QPainter, box: QRect, key: Hashable, draw: Callable[[QPainter, QRect], None]) -> None:
    """Put the stamp `key` into the box; `draw` makes it, at the origin, when there is none of this size yet."""
    ratio = painter.device().devicePixelRatio()
    whole = (key, box.width(), box.height(), ratio, theme.language())
    stamp = _stamps.get(whole)
    if stamp is None:
        stamp = _made(box, ratio, draw)
        _stamps.put(whole, stamp)
    _trail.append(Stamp(box.topLeft(), stamp))
    painter.drawImage(box.topLeft(), stamp)


def held_bytes() -> int:
    """What all that are kept take."""
    return _stamps.size


def forget() -> None:
    """Draw every stamp anew."""
    _stamps.clear()


def _made(box: QRect, ratio: float, draw: Callable[[QPainter, QRect], None]) -> QImage:
    size = box.size() * ratio
    stamp = QImage(size.expandedTo(size.__class__(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(0)
    painter = QPainter(stamp)
    draw(painter, QRect(0, 0, box.width(), box.height()))
    painter.end()
    return stamp
