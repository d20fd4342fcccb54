"""A program for a test: draws one picture by OpenGL and by hand, prints how far the two are apart as JSON.

`python -m tests.system.drawing_pictures WIDTH HEIGHT`
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

import av
import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from console.backends.video.drawn import draw
from console.model import CameraId, Quality
from console.ports import Frame
from console.videod.planes import Planar
from widgets.renderer import Laid, Pictures, probe

AT, ROOM = (10, 20), (60, 80)
Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Sent:
    """A picture as a camera sends it, and as it is painted by hand."""

    frame: Frame
    painted: Pixels


def sent(width: int, height: int, *, colourful: bool) -> Sent:
    """With our frame code in it, or a sweep through all colours."""
    if colourful:
        x, y = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
        bgra = np.stack([x, y, 255 - x / 2 - y / 2, np.full_like(x, 255)], -1).astype(np.uint8)
    else:
        bgra = draw(7, 1234, width, height)
    picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(bgra), "bgra").reformat(format="yuv420p")
    planes = Planar((width, height)).planes(picture, 1.0)
    half = (height + 1) // 2
    sizes = (planes.stride * height, planes.chroma * half, planes.chroma * half)
    data = b"".join(bytes(part)[:size] for part, size in zip(planes.parts, sizes, strict=True))
    frame = Frame(
        CameraId("C-1"), Quality.SUB, 1, 0, width, height, planes.stride, memoryview(data), False, chroma=planes.chroma
    )
    return Sent(frame, picture.reformat(format="bgra").to_ndarray())


def drawn(picture: Sent, part: QRectF, width: int, height: int) -> Pixels:
    """The same by OpenGL, in a window of its own."""
    laid = [Laid("tile", picture.frame, QRect(*AT, width, height), part)]
    window = Pictures(lambda: laid)
    window.resize(width + ROOM[0], height + ROOM[1])
    window.show()
    QApplication.processEvents()
    image = window.grabFramebuffer().convertToFormat(QImage.Format.Format_RGB32)
    window.close()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return np.array(rows[AT[1] : AT[1] + height, AT[0] : AT[0] + width])


def apart(one: Pixels, other: Pixels) -> dict[str, float]:
    """How far red, green and blue are apart, of 255."""
    far = np.abs(one[..., :3].astype(int) - other[..., :3].astype(int))
    return {"mean": float(far.mean()), "p99": float(np.percentile(far, 99))}


def main() -> None:
    """Whole, and the right lower quarter enlarged."""
    width, height = map(int, sys.argv[1:])
    application = QApplication([])
    card = probe()
    found: dict[str, object] = {"card": card.name, "can_draw": card.can_draw, "is_real": card.is_real}

    def look() -> None:
        for colourful in (True, False):
            picture = sent(width, height, colourful=colourful)
            whole = drawn(picture, QRectF(0, 0, 1, 1), width, height)
            found["colours" if colourful else "code"] = apart(whole, picture.painted)
        corner = drawn(picture, QRectF(0.5, 0.5, 0.5, 0.5), width // 2, height // 2)
        found["corner"] = apart(corner, picture.painted[height - height // 2 :, width - width // 2 :])
        application.quit()

    if card.can_draw:
        QTimer.singleShot(0, look)
        application.exec()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
