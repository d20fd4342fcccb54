"""The menu of a tile whose camera turns: take it, its presets, home, keep a preset, let go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from console.app import Console
from console.errors import CommandRefused
from console.model import CameraId, Right
from console.ptz import Skill
from console.wall import TileId
from widgets.ptz.said import preset_word

KEYS = 9  # presets with a digit


class PtzMenu(QObject):
    """Only what the camera can do and the person may do stands in it."""

    def __init__(self, console: Console, do: Callable[[Callable[[], None]], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._console = console
        self._do = do
        self._window = parent

    def menu(self, tile: TileId) -> QMenu | None:
        """Of this tile; None: its camera does not turn, or nobody may turn it here."""
        ptz, camera = self._console.sight.ptz, self._camera(tile)
        if camera is None or not ptz.heads.can_turn(camera) or not self._console.people.may(Right.STEER):
            return None
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if ptz.grip.at is None or ptz.grip.at.tile != tile:
            self._add(menu, self.tr("Turn this camera"), lambda: ptz.grip.begin(tile), "Ctrl+J")
        else:
            self._add_presets(menu, camera)
        return menu

    def _camera(self, tile: TileId) -> CameraId | None:
        try:
            return self._console.steering.camera_on(tile)
        except CommandRefused:  # the strip beside an alarm on a wall
            return None

    def _add_presets(self, menu: QMenu, camera: CameraId) -> None:
        heads, grip = self._console.sight.ptz.heads, self._console.sight.ptz.grip
        presets, skills = heads.presets(camera), heads.skills(camera)
        for n, preset in enumerate(presets, 1):
            word = preset_word(self._console, camera, preset)
            self._add(menu, word, partial(heads.recall, camera, preset), str(n) if n <= KEYS else "")
        if Skill.HOME in skills:
            self._add(menu, self.tr("Home position"), partial(heads.go_home, camera), "Home")
        if Skill.STORE in skills and presets and self._console.people.may(Right.SITE):
            keep = menu.addMenu(self.tr("Keep what it shows now as"))
            for preset in presets:
                word = preset_word(self._console, camera, preset)
                self._add(keep, word, partial(heads.store, camera, preset))
        menu.addSeparator()
        self._add(menu, self.tr("Let go"), lambda: _ended(grip.end()), "Esc")

    def _add(self, menu: QMenu, text: str, act: Callable[[], None], key: str = "") -> None:
        shown = text.replace("&", "&&") + (f"\t{key}" if key else "")
        menu.addAction(shown).triggered.connect(lambda: self._do(act))


def _ended(_was_on: bool) -> None:
    """Whether there was anything to end is all the same here."""
