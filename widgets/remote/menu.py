"""The menu of the walls at other positions, and what can be sent to each: one picture, all that is shown, a salvo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from console.app import Console
from console.model import CameraId, Right
from console.remote import Target
from console.wall import LAYOUTS, Salvo, SurfaceId, surface_of, tile_id
from widgets.placing import Placing
from widgets.remote.remote_words import RemoteWords
from widgets.words import Words

MOST_PLACES = 16  # tiles of a wall that have a line of their own; onto others with the command line
Do = Callable[[Callable[[], object]], None]


class RemoteMenu(QObject):
    """`do` is given each act and tells a refusal."""

    def __init__(self, console: Console, words: Words, do: Do, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = RemoteWords(console, Placing(console, words, self), words, self)
        self._do = do

    @property
    def is_wanted(self) -> bool:
        """There is a wall to send to, and whoever sits here may."""
        return bool(self._console.sight.remote.targets()) and self._console.people.may(Right.WALLS)

    def menu(self, surface: SurfaceId, parent: QWidget) -> QMenu:
        """What can be sent of this surface of ours."""
        menu = QMenu(parent)
        for target in self._console.sight.remote.targets():
            name = self._words.wall_of(target.position, target.surface)
            self._fill(menu.addMenu(name), target, surface)
        return menu

    def _fill(self, menu: QMenu, target: Target, surface: SurfaceId) -> None:
        remote, steering = self._console.sight.remote, self._console.steering
        camera = self._camera(surface)
        if camera is not None:
            name = self._words.camera(camera)
            self._add(menu, name, partial(remote.send_camera, target.position, target.surface, camera))
            self._places(menu.addMenu(self.tr("%1 onto tile").replace("%1", name)), target, camera)
        shown = steering.surface(surface)
        all_of_it = Salvo(
            shown.title, shown.layout,
            tuple(shown.tiles.get(tile_id(surface, n)) for n in range(1, LAYOUTS[shown.layout].places + 1)),
            {n: zoom for n in range(1, LAYOUTS[shown.layout].places + 1)
             if (zoom := shown.zooms.get(tile_id(surface, n))) is not None},
        )  # fmt: skip
        text = self.tr("All that is shown here (%1 tiles)").replace("%1", shown.layout)
        self._add(menu, text, partial(remote.send_salvo, target.position, target.surface, all_of_it))
        menu.addSeparator()
        for salvo in steering.salvos():
            self._add(menu, salvo.name, partial(remote.send_salvo, target.position, target.surface, salvo))
        layouts = menu.addMenu(self.tr("Its layout"))
        for layout in LAYOUTS:
            text = self.tr("%1 tiles").replace("%1", layout)
            self._add(layouts, text, partial(remote.send_layout, target.position, target.surface, layout))

    def _places(self, menu: QMenu, target: Target, camera: CameraId) -> None:
        places = LAYOUTS[target.layout].places if target.layout in LAYOUTS else 1
        for place in range(1, min(places, MOST_PLACES) + 1):
            send = partial(self._console.sight.remote.send_camera, target.position, target.surface, camera, place)
            self._add(menu, str(place), send)

    def _camera(self, surface: SurfaceId) -> CameraId | None:
        """Of the selected tile, wherever it is; else of the first one here."""
        steering = self._console.steering
        tile = steering.selected if steering.selected is not None else tile_id(surface, 1)
        return steering.camera_on(tile) or (
            steering.camera_on(tile_id(surface, 1)) if surface_of(tile) != surface else None
        )

    def _add(self, menu: QMenu, text: str, act: Callable[[], object]) -> None:
        menu.addAction(text.replace("&", "&&")).triggered.connect(lambda: self._do(act))


def send_typed(console: Console, key: str, is_camera: bool) -> None:
    """What the command line found: `17*3@desk-2/wall-1`, or a salvo's name before the @. Raises CommandRefused."""
    what, _, where = key.rpartition("@")
    position, _, surface = where.rpartition("/")
    if not is_camera:
        salvo = next(salvo for salvo in console.steering.salvos() if salvo.name == what)
        console.sight.remote.send_salvo(position, SurfaceId(surface), salvo)
        return
    number, _, place = what.partition("*")
    camera = next(camera.id for camera in console.cameras.values() if camera.number == int(number))
    console.sight.remote.send_camera(position, SurfaceId(surface), camera, int(place or 0))
