"""The camera wall inside the desk window: the tiles of one surface under a bar of pages, layouts, salvos and tours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.ports import Video
from console.wall import PANEL, SurfaceId
from widgets.placing import Placing
from widgets.reasons import Reasons
from widgets.reports import Reports
from widgets.slots import Slots
from widgets.tile import STALE_MS, Shot
from widgets.wall.bar import WallBar
from widgets.wall.gestures import Gestures
from widgets.wall.keys import Keys
from widgets.wall.surface_canvas import SurfaceCanvas
from widgets.wall.tiles import SurfaceTiles
from widgets.words import Words

EDGE = 2  # px of every tile that belong to the selection


class WallPanel(QWidget):
    """The same tiles as a wall window has, in the letters of the desk."""

    def __init__(
        self, console: Console, video: Video, slots: Slots, surface: SurfaceId = PANEL, *, stale_ms: int = STALE_MS,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.surface = surface
        words = Words(self)
        placing, reasons = Placing(console, words, self), Reasons(words, self)
        self.tiles = SurfaceTiles(console, placing, words, reasons, self.hasFocus, self)
        self.bar = WallBar(console, surface, words, self)
        self.canvas = SurfaceCanvas(
            console, video, slots, surface, words, self.tiles.describe, self, stale_ms=stale_ms, frame=EDGE
        )
        self._keys = Keys(console, self.canvas, surface)
        self._gestures = Gestures(console, self.canvas, surface)
        self._reports = Reports(console, console.seat.position, self.canvas)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.canvas, 1)
        console.announcer.subscribe(announce.WallChanged, self.on_announced)
        console.announcer.subscribe(announce.SiteApplied, self.on_announced)
        console.announcer.subscribe(announce.PictureChanged, self.on_picture_changed)
        self.canvas.first_painted.connect(self.on_first_painted)
        self.canvas.went_stale.connect(console.seeing.picture_stale)
        self.canvas.went_live.connect(console.seeing.picture_live)
        self.canvas.pressed.connect(self.on_pressed)
        self.retranslate()
        self.look()

    def on_announced(self, _announced: announce.Announcement) -> None:
        self.look()

    def look(self) -> None:
        """Take up what the surface shows now."""
        self.bar.look()
        self.canvas.look()
        self.tiles.surface = self.canvas.surface
        self.canvas.update()

    def on_picture_changed(self, announced: announce.PictureChanged) -> None:
        self.canvas.update_camera(announced.camera)

    def on_first_painted(self, name: str, shot: Shot) -> None:
        self._reports.painted(name, shot, None)

    def on_pressed(self, _name: str) -> None:
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.canvas.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.canvas.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("Camera wall"))
        self.bar.retranslate()
        self.update()
