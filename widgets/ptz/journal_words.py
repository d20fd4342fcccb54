"""What happened to cameras that turn, as lines of the journal and of the notices."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console import announce
from console.announce import Announcement
from console.app import Console
from console.model import CameraId
from console.ptz import Act, PtzFailed, PtzTrouble
from console.ptz.desk import MACHINE
from widgets.notice import Notices
from widgets.placing import Placing
from widgets.ptz.said import PART, PtzSaid, preset_word

PTZ_EVENTS = (announce.PtzTaken, announce.PtzTurned, announce.PtzLost, announce.PtzWaits, announce.PtzRefused)
LOST = "ptz_lost"
SHOWN = (Act.PRESET, Act.STORE, Act.HOME, Act.RESTORE)  # every turn by hand would fill the panel


def is_told(what: Announcement) -> bool:
    """Worth a line of the journal panel."""
    return not isinstance(what, announce.PtzTurned) or what.act in SHOWN


class PtzJournalWords(QObject):
    """One sentence for each."""

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._said = PtzSaid(console, self)

    def happened(self, what: Announcement) -> str:
        match what:
            case announce.PtzTaken():
                text, who = self.tr("%1 turns camera %2"), what.by
            case announce.PtzLost():
                text, who = self.tr("%1 has taken camera %2 from here"), f"{what.by}, {what.position}"
            case announce.PtzWaits():
                text, who = self.tr("Camera %2 is not turned to %3 for the alarm: %1 turns it"), what.by
            case announce.PtzTurned():
                text, who = self._turned(what), what.by
            case announce.PtzRefused():
                failed = PtzFailed(0, what.camera, PtzTrouble(what.code), what.about)
                return self._said.trouble(failed) + PART + self._camera(what.camera)
            case _:
                return type(what).__name__
        camera: CameraId = what.camera
        preset = preset_word(self._console, camera, getattr(what, "preset", ""))
        return text.replace("%1", who).replace("%2", self._camera(camera)).replace("%3", preset)

    def _turned(self, what: announce.PtzTurned) -> str:
        if what.by == MACHINE.machine:
            if what.act == Act.PRESET:
                return self.tr("Camera %2 turned to %3 for the alarm")
            return self.tr("Camera %2 is back home: the alarm is over")
        return {
            Act.PRESET.value: self.tr("%1 turned camera %2 to %3"),
            Act.STORE.value: self.tr("%1 keeps where camera %2 looks as %3"),
            Act.RESTORE.value: self.tr("Camera %2 looks again where it did before the alarm"),
            Act.HOME.value: self.tr("%1 sent camera %2 home"),
        }.get(what.act, self.tr("%1 turned camera %2"))

    def _camera(self, camera: CameraId) -> str:
        known = self._console.cameras.get(camera)  # it may be gone from the site by now
        return f"{known.number} {self._placing.camera(known)}" if known is not None else str(camera)


class PtzNotice(QObject):
    """The line under the banner: somebody has taken the camera from this position's hand."""

    def __init__(self, console: Console, placing: Placing, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = PtzJournalWords(console, placing, self)
        self._notices = notices
        console.announcer.subscribe(announce.PtzLost, self.on_lost)

    def on_lost(self, lost: announce.PtzLost) -> None:
        self._notices.say(LOST, lambda: self._words.happened(lost), {"camera": lost.camera})
