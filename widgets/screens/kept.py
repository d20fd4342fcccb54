"""What the windows keep between runs: screens' roles, what the walls show, salvos; on disk soon after a change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from console import announce
from console.app import Console
from console.keeping import Keeping
from console.screens import LayoutError

SALVOS = "salvos"  # shared by the positions of a data folder, with the tours
SOON_MS = 500  # a hand that goes on changing things is not waited for


class Kept(QObject):
    """GUI thread; the writing is done by `Keeping`."""

    def __init__(self, console: Console, keeping: Keeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._keeping = keeping
        self._screens, self._wall = f"screens-{console.seat.position}", f"wall-{console.seat.position}"
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.write)
        for kind in (announce.ScreensChanged, announce.WallChanged):
            console.announcer.subscribe(kind, self.on_changed)

    def restore(self) -> None:
        """Before the first window opens. What cannot be used is set aside, and the defaults stand."""
        if (salvos := self._keeping.read(SALVOS)) is not None:
            self._console.steering.restore_salvos(salvos)
        if (wall := self._keeping.read(self._wall)) is not None:
            self._console.steering.restore(wall)
        if (screens := self._keeping.read(self._screens)) is not None:
            try:
                self._console.screens.restore(screens)
            except LayoutError as error:
                self._keeping.set_aside(self._screens, str(error))

    def on_changed(self, _announced: announce.Announcement) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def write(self) -> None:
        """Hand over what there is now, also at the end."""
        self._soon.stop()
        self._keeping.share(SALVOS, self._console.steering.kept_salvos())
        self._keeping.keep(self._wall, self._console.steering.kept())
        self._keeping.keep(self._screens, self._console.screens.kept())
