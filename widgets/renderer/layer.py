"""What lies under one canvas: the pictures of its places, kept where the canvas stands. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from widgets.place import Place
from widgets.renderer.pictures import Laid, Pictures

FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


class Layer(QObject):
    """A sibling of the canvas, right below it. `on_lost` is called when OpenGL fails after all."""

    def __init__(self, canvas: QWidget, places: Callable[[], Iterable[Place]], on_lost: Callable[[], None]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._places = places
        self._on_lost = on_lost
        self._pictures: Pictures | None = None
        canvas.installEventFilter(self)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED:
            self._follow()
        return False

    def renew(self) -> None:
        """Pictures have come, or stand elsewhere: draw them."""
        if self._pictures is not None:
            self._pictures.update()

    def end(self) -> None:
        """There is no such layer any more."""
        self._canvas.removeEventFilter(self)
        if self._pictures is not None:
            self._pictures.hide()
            self._pictures.deleteLater()
            self._pictures = None

    def _follow(self) -> None:
        parent = self._canvas.parentWidget()
        if parent is None:
            return
        if self._pictures is None or self._pictures.parentWidget() is not parent:
            self._open(parent)
        assert self._pictures is not None
        self._pictures.setGeometry(self._canvas.geometry())
        self._pictures.stackUnder(self._canvas)
        self._pictures.setVisible(self._canvas.isVisible())

    def _open(self, parent: QWidget) -> None:
        if self._pictures is not None:
            self._pictures.deleteLater()
        self._pictures = Pictures(self._laid, parent)
        self._pictures.lost.connect(self._on_lost)

    def _laid(self) -> list[Laid]:
        found = []
        for place in self._places():
            shot = place.shot
            if shot is not None and shot.planes is not None and place.hole is not None and place.rect.isValid():
                found.append(Laid(place.name, shot.planes, *place.hole))
        return found
