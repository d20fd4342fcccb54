"""The camera wall inside the desk window: tiles under a bar of pages, layouts, salvos and tours.

It shows its own surface or, chosen in the bar, that of a wall window: what is done here is done there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.ports import Video
from console.wall import PANEL, SurfaceId
from widgets.rewind.over import RewindOver
from widgets.slots import Slots
from widgets.tile import STALE_MS
from widgets.wall.bar import WallBar
from widgets.wall.board import Board
from widgets.wall.surface_canvas import SurfaceCanvas
from widgets.words import Words


class WallPanel(QWidget):
    """The same tiles as a wall window has, in the letters of the desk."""

    def __init__(
        self, console: Console, video: Video, slots: Slots, surface: SurfaceId = PANEL, *, stale_ms: int = STALE_MS,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console, self._video, self._slots, self._stale_ms = console, video, slots, stale_ms
        self._words = Words(self)
        self._home = surface
        self.surface = surface
        self.bar = WallBar(console, surface, self._words, self)
        self._stack = QStackedWidget(self)
        self._boards: dict[SurfaceId, Board] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.bar.surface_chosen.connect(self.on_surface_chosen)
        console.announcer.subscribe(announce.WallChanged, self.on_announced)
        console.announcer.subscribe(announce.SiteApplied, self.on_announced)
        console.announcer.subscribe(announce.PositionsChanged, self.on_announced)
        console.announcer.subscribe(announce.PictureChanged, self.on_picture_changed)
        self.show_surface(surface)
        self.retranslate()

    @property
    def canvas(self) -> SurfaceCanvas:
        """The tiles that are shown now."""
        return self._boards[self.surface].canvas

    @property
    def rewind(self) -> RewindOver:
        """Instant replay on them."""
        return self._boards[self.surface].rewind

    def show_surface(self, surface: SurfaceId) -> None:
        """Show and steer this one; the others ask for no pictures."""
        self.surface = surface
        if surface not in self._boards:
            board = self._boards[surface] = Board(
                self._console, self._video, self._slots, surface, self._words, self.hasFocus, self,
                stale_ms=self._stale_ms,
            )  # fmt: skip
            board.canvas.pressed.connect(self.on_pressed)
            board.canvas.setAccessibleName(self.tr("Camera wall"))
            self._stack.addWidget(board)
        self.bar.steer(surface)
        self.look()
        self._stack.setCurrentWidget(self._boards[surface])

    def on_surface_chosen(self, surface: str) -> None:
        self.show_surface(SurfaceId(surface))

    def on_announced(self, _announced: announce.Announcement) -> None:
        if self.surface not in (self._home, *self._console.steering.walls):
            self.show_surface(self._home)  # that wall's window is gone
        self.look()

    def look(self) -> None:
        """Take up what the surface shows now."""
        self.bar.look()
        self._boards[self.surface].look()

    def on_picture_changed(self, announced: announce.PictureChanged) -> None:
        self._boards[self.surface].update_camera(announced.camera)

    def on_pressed(self, _name: str) -> None:
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._boards[self.surface].press(event):
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
        for board in self._boards.values():
            board.canvas.setAccessibleName(self.tr("Camera wall"))
        self.bar.retranslate()
        self.update()
