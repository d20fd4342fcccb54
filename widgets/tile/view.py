"""What a tile shows at this moment: the newest picture with its identity and age, and everything said about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from console.model import CameraId, Quality
from console.ports import CameraState, Frame
from console.wall import Zoom
from widgets import theme
from widgets.tile.manner import DESK, Manner

STALE_MS = 1_500  # [video] stale_ms unless the site says otherwise
DIMMED = 0.5  # how much of an old picture the ground hides
MISSING_STEPS = (CameraState.QUEUED, CameraState.CONNECTING, CameraState.WAITING_KEY, CameraState.LIVE)


class Edge(StrEnum):
    """What the frame round a tile says."""

    PLAIN = "plain"
    ALARM = "alarm"
    SELECTED = "selected"
    SELECTED_ELSEWHERE = "selected_elsewhere"  # the keyboard is in another panel


@dataclass(slots=True)
class Shot:
    """The newest frame of a tile; `sequence` drives the ring.

    `image` may lie in the memory of the frame itself: it is good until the next frame of that slot is taken, and
    `pixels` keeps that memory mapped. Of `planes` the image is the grey one alone: a graphics card draws it in colour,
    and `hole` is where and which part of it, since it was painted. `stale_ns`: from this age on it is not to be taken
    for what happens now.
    """

    camera: CameraId
    image: QImage
    sequence: int
    arrived_ns: int
    from_memory: bool
    stale_ns: int = STALE_MS * 1_000_000
    is_late: bool = False
    pixels: memoryview | None = None
    is_replay: bool = False  # it shows what was, however young it is
    quality: Quality = Quality.SUB  # the stream it came from
    planes: Frame | None = None
    hole: tuple[QRect, QRectF] | None = None
    is_delayed: bool = False  # played by libvlc: seconds old, however young it looks
    _grey: QImage | None = field(default=None, repr=False)

    @classmethod
    def of(cls, frame: Frame, stale_ns: int) -> Shot:
        """The frame as a picture, without copying it."""
        form = QImage.Format.Format_Grayscale8 if frame.chroma else QImage.Format.Format_RGB32
        image = QImage(frame.pixels, frame.width, frame.height, frame.stride, form)
        return cls(
            frame.camera, image, frame.sequence, frame.arrived_ns, frame.from_memory, stale_ns, frame.is_late,
            frame.pixels, frame.is_replay, frame.quality, frame if frame.chroma else None,
            is_delayed=frame.is_delayed,
        )  # fmt: skip

    def age_ns(self, now_ns: int) -> int:
        return max(0, now_ns - self.arrived_ns)

    def is_live(self, now_ns: int) -> bool:
        """Fresh enough to be taken for what happens now; a replay never is."""
        return not self.is_replay and self.age_ns(now_ns) <= self.stale_ns

    @property
    def grey(self) -> QImage:
        """The picture without its colours and half as bright, made once: nobody may take it for a live one."""
        if self._grey is None:
            grey = self.image.convertToFormat(QImage.Format.Format_Grayscale8)
            self._grey = grey.convertToFormat(QImage.Format.Format_RGB32)
            with QPainter(self._grey) as painter:
                painter.fillRect(self._grey.rect(), theme.colour("bg.void", DIMMED))
        return self._grey


@dataclass(slots=True)
class View:
    """Everything a tile shows at this moment. `number` and `name` belong to the camera of `shot`, if there is one."""

    number: str = ""
    name: str = ""
    shot: Shot | None = field(default=None, compare=False)
    state: CameraState = CameraState.QUEUED
    since: str = ""  # how long it has been so, and what happens next
    detail: str = ""
    reason: str = ""
    chosen: bool = False
    held: str = ""  # why it is given no pictures now, though its camera sends some
    late: bool = False  # the receiver leaves frames out to keep up
    doubt: str = ""  # what is wrong with what the camera shows
    remark: str = ""  # what is to be known of it all the same: nobody looks at the camera's certificate
    is_frozen: bool = False  # one and the same picture, sent for ever: however fresh it is, it is not live
    pinned: bool = False  # no alarm and no tour takes this tile
    zoom: Zoom | None = None
    key: str = ""
    ptz: str = ""  # who turns the camera, or why it did not obey
    ptz_here: bool = False  # the keys of this position turn it
    edge: Edge = Edge.PLAIN
    priority: int = 1
    about: str = ""  # the alarm a picture of the desk is for, on a plate in its colour
    heading: str = ""  # what the picture is for, along the top: one of several alarms
    place: str = ""  # of that alarm
    heading_note: str = ""  # its age, and who has it
    acknowledged: bool = False
    manner: Manner = DESK
    reserved: int = 0  # px at the right end of the caption that belong to something else
    empty: str = ""  # words for a place that has no camera at all
