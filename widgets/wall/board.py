"""The tiles of one surface with everything that belongs to them: hands, keys, what was painted. Part of the panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app import Console
from console.model import CameraId
from console.ports import Video
from console.wall import PANEL, SurfaceId
from widgets.overload import LoadLine
from widgets.placing import Placing
from widgets.ptz.mouse import PtzMouse
from widgets.reasons import Reasons
from widgets.reports import Reports
from widgets.rewind.over import RewindOver
from widgets.slots import Slots
from widgets.tile import Shot
from widgets.wall.gestures import Gestures
from widgets.wall.keys import Keys
from widgets.wall.surface_canvas import SurfaceCanvas
from widgets.wall.tiles import SurfaceTiles
from widgets.words import Words

EDGE = 2  # px of every tile that belong to the selection


class Board(QWidget):
    """Shows its surface while it is visible; a wall's own window goes on showing it too."""

    def __init__(
        self, console: Console, video: Video, slots: Slots, surface: SurfaceId, words: Words,
        is_active: Callable[[], bool], parent: QWidget | None = None, *, stale_ms: int,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        placing, reasons = Placing(console, words, self), Reasons(words, self)
        self.tiles = SurfaceTiles(console, placing, words, reasons, is_active, self)
        self.canvas = SurfaceCanvas(
            console, video, slots, surface, words, self.tiles.describe, self, stale_ms=stale_ms, frame=EDGE
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._keys = Keys(console, self.canvas, surface)
        self._gestures = Gestures(console, self.canvas, surface)
        self._ptz = PtzMouse(console, self.canvas)
        self.rewind = RewindOver(console, self.canvas, surface, placing, words, decides=surface == PANEL)
        self._reports = Reports(console, console.seat.position, self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.load = LoadLine(console, placing, surface, self.canvas, self.canvas)
        self.canvas.first_painted.connect(self.on_first_painted)
        self.canvas.went_stale.connect(console.seeing.picture_stale)
        self.canvas.went_live.connect(console.seeing.picture_live)

    def look(self) -> None:
        """Take up what the surface shows now."""
        self.canvas.look()
        self.tiles.surface = self.canvas.surface
        self.load.place(self.canvas.rect(), 0)
        self.canvas.update()

    def update_camera(self, camera: CameraId) -> None:
        self.canvas.update_camera(camera)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key means something on the tiles."""
        return self._keys.press(event)

    def on_first_painted(self, name: str, shot: Shot) -> None:
        self._reports.painted(name, shot, None)
