"""One tile's place on a canvas: where it is, what it is asked to show, and what it last got."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF

from console.model import CameraId, Quality
from widgets.tile import Laid, Shot


@dataclass(slots=True)
class Place:
    """`frame` px on every side belong to the edge, so that the edge never covers the picture.

    It has a slot only while it needs pictures; `told` is the camera painted last, and whether it was live.
    """

    name: str
    frame: int = 0
    rect: QRect = field(default_factory=QRect)
    camera: CameraId | None = None
    quality: Quality = Quality.SUB
    slot: int | None = None
    asked: tuple[CameraId, Quality, int, int, int] | None = None
    shot: Shot | None = None
    told: tuple[CameraId, bool] | None = None
    laid: Laid | None = None  # what lay over its picture when it was painted last
    hole: tuple[QRect, QRectF] | None = None  # where a graphics card draws its picture, and which part of it
    painted: int = 0  # sequence number of the picture painted last

    @property
    def inner(self) -> QRect:
        """Where the picture goes."""
        return self.rect.adjusted(self.frame, self.frame, -self.frame, -self.frame)
