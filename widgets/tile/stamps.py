"""Small pictures of words and marks, drawn once and laid down many times: text costs more than a whole picture.

GUI thread. The newest few hundred are kept; `forget` after anything that changes how letters look.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from widgets import theme

KEPT = 1_500

_stamps: OrderedDict[Hashable, QImage] = OrderedDict()


def lay(painter: QPainter, box: QRect, key: Hashable, draw: Callable[[QPainter, QRect], None]) -> None:
    """Put the stamp `key` into the box; `draw` makes it, at the origin, when there is none of this size yet."""
    ratio = painter.device().devicePixelRatio()
    whole = (key, box.width(), box.height(), ratio, theme.language())
    stamp = _stamps.get(whole)
    if stamp is None:
        stamp = _stamps[whole] = _made(box, ratio, draw)
        if len(_stamps) > KEPT:
            _stamps.popitem(last=False)
    painter.drawImage(box.topLeft(), stamp)


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
