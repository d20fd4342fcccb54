"""What happened to instant replays, as lines of the journal panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from console import announce
from console.announce import Announcement
from console.app import Console
from console.model import CameraId
from widgets.placing import Placing
from widgets.rewind.words import RewindWords

REPLAY_EVENTS = (announce.ReplayBegun, announce.ReplayEnded, announce.ReplayKept, announce.ReplayUnkept)
NAMED = 3  # cameras of a replay that are named; the others are counted


class RewindJournalWords(QObject):
    """One sentence for each."""

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._said = RewindWords(self)

    def happened(self, what: Announcement) -> str:
        match what:
            case announce.ReplayBegun():
                text = self.tr("%1 looks back at %2").replace("%1", what.by)
                return text.replace("%2", self._cameras(what.cameras))
            case announce.ReplayEnded():
                why = self._said.ended(what.why)
                text = self.tr("Replay of %2 is over").replace("%2", self._cameras(what.cameras))
                return f"{text} · {why}" if why else text
            case announce.ReplayKept():
                text = self.tr("%1 kept a replay of %2").replace("%1", what.by)
                return text.replace("%2", f"{self._camera(what.camera)} · {what.path.rpartition('/')[2]}")
            case announce.ReplayUnkept():
                return f"{self._said.not_kept(what.code)} · {self._camera(what.camera)}"
            case _:
                return type(what).__name__

    def _cameras(self, cameras: Sequence[CameraId]) -> str:
        named = ", ".join(self._camera(camera) for camera in cameras[:NAMED])
        return f"{named} +{len(cameras) - NAMED}" if len(cameras) > NAMED else named

    def _camera(self, camera: CameraId) -> str:
        known = self._console.cameras.get(camera)  # it may be gone from the site by now
        return f"{known.number} {self._placing.camera(known)}" if known is not None else str(camera)
