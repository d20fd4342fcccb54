"""Who may touch the windows: covers the desk while nobody is signed in, keeps every other hand off, opens the list of
people. One per application. GUI thread.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from console import announce
from console.app import Console
from console.errors import CommandRefused
from widgets.people.guard import Guard, Hands
from widgets.people.lock_screen import LockScreen
from widgets.people.panel import PeoplePanel
from widgets.people.wall_sign_in import WallSignIn
from widgets.people.words import PeopleWords
from widgets.screens.displayed import UNATTENDED

LOCK_KEYS, PEOPLE_KEYS = "Ctrl+L", "Ctrl+U"


class Entrance(QObject):
    """`attach` every window; `cover` decides by itself when."""

    def __init__(self, console: Console, app: QApplication) -> None:
        super().__init__(app)
        self._console = console
        self._app = app
        self._words = PeopleWords(self)
        self._hands = Hands(console.people.touched, self)
        self._guard = Guard(app, self.on_knocked)
        self._focus: QWidget | None = None  # who had the keys when the lock fell …
        self._before_panel: QWidget | None = None  # … and when the list of people came
        self.lock_screen: LockScreen | None = None
        self.wall_form: WallSignIn | None = None
        self.panel: PeoplePanel | None = None
        for kind in (announce.PersonSignedIn, announce.PersonSignedOut, announce.SeatLocked, announce.SeatUnlocked):
            console.announcer.subscribe(kind, self.on_seat)

    # ---- windows ----

    def attach(self, window: QWidget, *, is_main: bool, is_desk: bool) -> None:
        """A window of ours was made; before it is shown."""
        if is_main and is_desk:
            self.lock_screen = LockScreen(self._console, window)
        elif is_main:
            self.wall_form = WallSignIn(self._console, self._words, window)
        if is_main:
            for keys, act in ((LOCK_KEYS, self.lock), (PEOPLE_KEYS, self.toggle_panel)):
                QShortcut(QKeySequence(keys), window, act).setAutoRepeat(False)

    def shown(self, window: QWidget) -> None:
        """It has a native half now: hands on it are noticed."""
        self._hands.watch(window)
        self.look()

    def close(self) -> None:
        """At the end: every event passes again."""
        self._guard.take_down()
        self._app.setProperty(UNATTENDED, False)
        self.close_panel()

    # ---- the lock ----

    def on_seat(self, _announced: announce.Announcement) -> None:
        """Once for everything that happens in one go: of a relief nobody sees the empty seat in between."""
        QTimer.singleShot(0, self, self.look)

    @Slot()
    def look(self) -> None:
        """Cover or uncover, as it is now."""
        is_attended = self._console.people.is_attended
        self._app.setProperty(UNATTENDED, not is_attended)
        if is_attended and self._guard.is_up:
            self._open()
        elif not is_attended:
            self._shut()

    def _shut(self) -> None:
        """Again for a window that comes while nobody is signed in."""
        self._guard.let_through = tuple(one for one in (self.lock_screen, self.wall_form) if one is not None)
        if not self._guard.is_up:
            self._focus = self._app.focusWidget()
            self.close_panel()
            popup = self._app.activePopupWidget()
            if popup is not None:
                popup.close()
            self._guard.raise_up()
        if self.lock_screen is None:
            return
        if self.lock_screen.isVisible():
            self.lock_screen.form.retranslate()  # an empty seat asks for something else than a locked one
        else:
            self.lock_screen.cover()

    def _open(self) -> None:
        self._guard.take_down()
        if self.lock_screen is not None:
            self.lock_screen.lift()
        if self.wall_form is not None:
            self.wall_form.end()
        _give_keys(self._focus)
        self._focus = None

    def on_knocked(self) -> None:
        """A hand was kept off: say where to sign in."""
        if self.wall_form is not None:
            self.wall_form.begin()
        elif self.lock_screen is not None:
            self.lock_screen.form.take_keys()

    def lock(self) -> None:
        """Ctrl+L; where nobody has to sign in there is nothing to lock."""
        try:
            self._console.people.lock()
        except CommandRefused:
            self.toggle_panel()

    # ---- the list of people ----

    def toggle_panel(self) -> None:
        """Ctrl+U, or a press on the name in the header."""
        if self.panel is not None:
            self.close_panel()
            return
        window = next((one.window() for one in (self.lock_screen, self.wall_form) if one is not None), None)
        if window is not None and self._console.people.is_attended:
            self._before_panel = self._app.focusWidget()
            self.panel = PeoplePanel(self._console, self._words, window)
            self.panel.closed.connect(self.close_panel)
            self.panel.lock_asked.connect(self.lock)
            self.panel.take_keys()

    @Slot()
    def close_panel(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            _give_keys(self._before_panel)


def _give_keys(widget: QWidget | None) -> None:
    """Back to whoever had them, if it is still there."""
    if widget is not None and isValid(widget) and widget.isVisible():
        widget.setFocus()
