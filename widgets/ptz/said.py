"""What a tile says of its camera's head: who turns it, what waits, why it did not obey."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.model import CameraId, Right
from console.ptz import PtzFailed, PtzTrouble
from console.wall import TileId
from widgets import theme

PART = " · "


def preset_word(console: Console, camera: CameraId, preset: str) -> str:
    """The name of a stored position in the operator's language; one that the site does not know as it is."""
    known = console.cameras.get(camera)
    return preset if known is None or theme.is_chinese() else known.preset_in_english(preset)


class PtzSaid(QObject):
    """Asked at paint time."""

    def __init__(self, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console

    def line(self, tile: str, camera: CameraId | None) -> tuple[str, bool]:
        """The words, and whether the keys here turn this camera; "" when there is nothing to say."""
        ptz = self._console.sight.ptz
        if camera is None or not ptz.heads.can_turn(camera):
            return "", False
        gripped = ptz.grip.at is not None and str(ptz.grip.at.tile) == tile and ptz.grip.at.camera == camera
        trouble = ptz.heads.trouble(camera)
        if gripped:
            return self._gripped(camera, trouble), True
        words = [self._waits(camera) or self._held(camera)]
        if trouble is not None and (ptz.heads.is_ours(camera) or ptz.heads.errand(camera) is not None):
            words.append(self.trouble(trouble))
        return PART.join(filter(None, words)), False

    def offer(self, tile: str, camera: CameraId | None) -> str:
        """The key that would turn the camera of the selected tile; "" when it would not."""
        ptz = self._console.sight.ptz
        if camera is None or self._console.steering.selected != TileId(tile) or not ptz.heads.can_turn(camera):
            return ""
        is_free = ptz.heads.hold(camera) is None and self._console.people.may(Right.STEER)
        return self.tr("PTZ %1").replace("%1", "Ctrl+J") if is_free else ""

    def _gripped(self, camera: CameraId, trouble: PtzFailed | None) -> str:
        if trouble is not None:
            return self.trouble(trouble)
        presets = self._console.sight.ptz.heads.presets(camera)
        named = [f"{n} {preset_word(self._console, camera, preset)}" for n, preset in enumerate(presets[:9], 1)]
        return PART.join((self.tr("PTZ ←↑→↓ + −"), *named))

    def _held(self, camera: CameraId) -> str:
        held = self._console.sight.ptz.heads.hold(camera)
        if held is None:
            return ""
        who = f"{held.by.person}, {held.by.position}"
        return self.tr("PTZ in use by %1").replace("%1", who)

    def _waits(self, camera: CameraId) -> str:
        waits = self._console.sight.ptz.errands.waiting(camera)
        held = self._console.sight.ptz.heads.hold(camera)
        if waits is None or held is None:
            return ""
        text = self.tr("Preset %1 waits: in use by %2").replace("%2", held.by.person)
        return text.replace("%1", preset_word(self._console, camera, waits.preset))

    def trouble(self, failed: PtzFailed) -> str:
        """Why the camera did not obey."""
        text = {
            PtzTrouble.NO_ADDRESS: self.tr("PTZ: no control address"),
            PtzTrouble.UNREACHABLE: self.tr("PTZ: cannot be reached"),
            PtzTrouble.NO_ANSWER: self.tr("PTZ: no answer"),
            PtzTrouble.WRONG_PASSWORD: self.tr("PTZ: wrong password"),
            PtzTrouble.REFUSED: self.tr("PTZ: the camera refuses"),
            PtzTrouble.NO_PRESET: self.tr("PTZ: it has no such preset"),
            PtzTrouble.UNABLE: self.tr("PTZ: it cannot do this"),
            PtzTrouble.MALFORMED: self.tr("PTZ: its answer makes no sense"),
            PtzTrouble.PASSWORD_UNREADABLE: self.tr("PTZ: its password cannot be read"),
        }[failed.code]
        return f"{text}{PART}{failed.about}" if failed.about else text
