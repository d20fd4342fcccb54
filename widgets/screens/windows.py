"""Which windows there are: one per role, on its screen by name, parked while that screen is gone. GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.keeping import Keeping
from console.ports import Video
from console.screens import DESK, NO_ROLE, WALL_READER_M, Role, Spot
from console.wall import ALARM_TILE, SurfaceId
from widgets.desk_window import DeskWindow
from widgets.people.entrance import Entrance
from widgets.renderer.probe import is_wanted
from widgets.screens.displayed import DARK, Front, lift
from widgets.screens.identify import Identify
from widgets.screens.kept import Kept
from widgets.screens.kiosk import Kiosk
from widgets.screens.present import Present
from widgets.screens.standing import place_of, stand
from widgets.screens.words import ScreenWords
from widgets.slots import Slots
from widgets.wall.window import WallWindow

log = logging.getLogger(__name__)

AT_REST_MS = 300  # a window that has not moved for so long was put there
WAYLAND = "wayland"


@dataclass(frozen=True, slots=True)
class Look:
    """How the windows are shown."""

    language: str
    stale_ms: int
    kiosk: bool = False
    renderer: str = "raster"  # `[video] renderer`


class Windows(QObject):
    """`open` shows them all; `ended` when the operator ends the program, `language_chosen` from the desk.

    `painting`: a window begins to paint what has changed in it.
    """

    ended = Signal()
    painting = Signal()
    language_chosen = Signal(str)

    def __init__(self, console: Console, video: Video, keeping: Keeping, look: Look, app: QApplication) -> None:
        super().__init__(app)
        self._console = console
        self._video = video
        self._keeping = keeping
        self._look = look
        self._slots = Slots(console.painting, console.sight.overload)
        self._slots.has_planes = is_wanted(look.renderer)
        self._slots.on_planes_lost = lambda: video.render(planes=False)
        video.render(planes=self._slots.has_planes)
        self._words = ScreenWords(self)
        self._present = Present(app)
        self._front = Front(app)
        self._kept = Kept(console, keeping, self)
        self._kiosk = Kiosk(self._words, self)
        self.identify = Identify(console, self._present, self._words)
        self.entrance = Entrance(console, app)
        self.windows: dict[Role, DeskWindow | WallWindow] = {}  # parked ones too, which are hidden
        self._standing: dict[Role, Spot] = {}
        self._is_closing = False
        self._unsure = False  # screens came or went: nobody knows where the windows are now
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(AT_REST_MS)
        self._moved.timeout.connect(self.on_moved)
        self._present.changed.connect(self.on_changed)
        self._kiosk.confirmed.connect(self.ended)
        console.announcer.subscribe(announce.ScreenLost, self.on_screen_lost)
        console.announcer.subscribe(announce.ScreenBack, self.on_screen_back)
        console.announcer.subscribe(announce.ScreenDark, self.on_power)
        console.announcer.subscribe(announce.ScreenLit, self.on_power)
        console.announcer.subscribe(announce.ScreensChanged, self.on_screens_changed)

    # ---- life ----

    def open(self) -> None:
        """Take up what was kept, look which screens are there, show a window on each that has a role."""
        self._kept.restore()
        self._console.screens.take(self._present.displays())
        if QGuiApplication.platformName().startswith(WAYLAND) and len(self._present.displays()) > 1:
            log.warning("several screens need an X11 session: Wayland lets no program place its windows")
            self._say(WAYLAND, self._words.wayland)

    def close(self) -> None:
        """At the end: what is there now is kept, every window goes."""
        self._is_closing = True
        self._kept.write()
        self.identify.close()
        self.entrance.close()
        for window in self.windows.values():
            window.hide()
            window.deleteLater()

    @property
    def main(self) -> QWidget | None:
        """The window that always exists: the desk, or the first wall of a wall position."""
        return self.windows.get(self._console.screens.main)

    # ---- screens come and go ----

    @Slot()
    def on_changed(self) -> None:
        """Every window is put where it belongs again, whatever Qt or the window manager did to it meanwhile."""
        self._moved.stop()
        self._unsure = True
        known = {row.name for row in self._console.screens.rows()}
        self._console.screens.take(self._present.displays())
        if {display.name for display in self._console.screens.displays} - known:
            self.identify.show_shortly()

    def on_screens_changed(self, _announced: announce.ScreensChanged) -> None:
        if not self._is_closing:
            self._obey()

    def on_screen_lost(self, lost: announce.ScreenLost) -> None:
        """The desk says it in one line; the trouble in the table stays as long as it lasts."""
        main = self._console.screens.main
        self._say(f"screen {lost.role}", lambda: self._words.lost(lost.screen, Role(lost.role), main))

    def on_screen_back(self, back: announce.ScreenBack) -> None:
        if isinstance(self.main, DeskWindow):
            self.main.notices.withdraw(f"screen {back.role}")

    def on_power(self, told: announce.ScreenDark | announce.ScreenLit) -> None:
        """What is painted on a dark screen counts as seen by nobody."""
        screen = self._present.screen(told.screen)
        if screen is not None:
            screen.setProperty(DARK, isinstance(told, announce.ScreenDark))

    def _say(self, code: str, wording: Callable[[], str]) -> None:
        if isinstance(self.main, DeskWindow):
            self.main.notices.say(code, wording)

    # ---- windows follow ----

    def _obey(self) -> None:
        plan = self._console.screens.plan
        for role in [role for role in self._standing if plan.spot(role) is None]:
            self._park(role)
        walls = [spot.role for spot in plan.spots if spot.role != DESK]
        if self._console.steering.selected is None and self._console.screens.main == DESK:
            self._console.steering.select(ALARM_TILE)  # else the first wall to open takes what is typed at the desk
        for spot in sorted(plan.spots, key=lambda spot: spot.role == self._console.screens.main):
            self._show(spot, walls)  # the main one last: the newest window is given the keyboard
        self._unsure = False
        if (main := self.main) is not None:
            lift(main)
            _give_keys(main)

    def _show(self, spot: Spot, walls: list[Role]) -> None:
        screen = self._present.screen(spot.display.name)
        if screen is None:
            return
        window = self.windows[spot.role] if spot.role in self.windows else self._make(spot)
        if isinstance(window, WallWindow):
            last = spot.role == walls[-1]
            window.fit(spot.reader_m, is_alarm_screen=last and len(walls) > 1, has_region=last)
        if self._standing.get(spot.role) == spot and not self._unsure:
            return
        if isinstance(window, WallWindow) and spot.role not in self._standing:
            self._console.steering.open(window.surface)
        self._standing[spot.role] = spot
        rect = stand(window, spot, screen, kiosk=self._look.kiosk)
        lift(window)
        self.entrance.shown(window)
        box = (rect.x(), rect.y(), rect.width(), rect.height())
        self._console.announcer.publish(announce.WindowPlaced(window=spot.role, screen=spot.display.name, box=box))

    def _make(self, spot: Spot) -> DeskWindow | WallWindow:
        window: DeskWindow | WallWindow
        if spot.role == DESK:
            window = DeskWindow(
                self._console, self._video, self._look.language, self._look.stale_ms, self._slots, self._keeping
            )  # fmt: skip
            window.language_chosen.connect(self.language_chosen)
            window.header.people_asked.connect(self.entrance.toggle_panel)
        else:
            window = WallWindow(
                self._console, self._video, self._slots, SurfaceId(spot.role), stale_ms=self._look.stale_ms,
                reader_m=spot.reader_m, is_alarm_screen=False, has_region=False,
            )  # fmt: skip
        self._equip(window, spot.role)
        self.windows[spot.role] = window
        return window

    def _equip(self, window: DeskWindow | WallWindow, role: Role) -> None:
        """What every window of ours can do, whatever it shows."""
        keys = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_I)
        QShortcut(keys, window, lambda: self.identify.toggle(window)).setAutoRepeat(False)
        window.closed.connect(lambda: self.on_closed(role))
        self.entrance.attach(window, is_main=role == self._console.screens.main, is_desk=role == DESK)
        window.installEventFilter(self)
        if self._look.kiosk:
            self._kiosk.guard(window, with_pointer=role == DESK)

    def _park(self, role: Role) -> None:
        """It has no screen: it is hidden and uses no picture; what it shows is kept by the desks."""
        window = self.windows[role]
        del self._standing[role]
        if self.identify.is_in(window):
            self.identify.close()
        window.hide()
        if isinstance(window, WallWindow):
            window.fit(WALL_READER_M, is_alarm_screen=False, has_region=False)
            self._console.steering.close(window.surface)
        self._console.announcer.publish(announce.WindowParked(window=role))

    # ---- by hand ----

    def on_closed(self, role: Role) -> None:
        """The main window ends the program; a wall that is closed takes its screen's role with it."""
        if self._is_closing:
            return
        if role == self._console.screens.main:
            self.ended.emit()
            return
        row = next((row for row in self._console.screens.rows() if row.number and row.setting.role == role), None)
        if row is not None:
            try:
                self._console.screens.give_role(row, NO_ROLE)
            except CommandRefused as refused:
                log.warning("%s keeps its role: %s", row.name, refused)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            self.painting.emit()
        elif event.type() in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange}:
            self._moved.start()
        return False

    @Slot()
    def on_moved(self) -> None:
        """A window that was moved or sized by hand keeps its place; one carried to another screen does not."""
        if self._look.kiosk:
            return
        for role, spot in list(self._standing.items()):
            try:
                place = place_of(self.windows[role], spot)
            except ValueError:
                continue
            if place != spot.window:
                self._standing[role] = replace(spot, window=place)
                self._console.screens.window_moved(role, place)


def _give_keys(main: QWidget) -> None:
    """Where no window manager hands it out (a kiosk), nobody has the keyboard until somebody clicks: the main one."""
    active = QApplication.activeWindow()
    if active is None or not active.isVisible():
        main.activateWindow()
