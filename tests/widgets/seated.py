"""A desk with accounts: a doorkeeper that answers at once, and the entrance that covers the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.identities import Claim, Identified
from console.model import Seat
from tests.unit.people_room import ACCOUNTS, PASSWORDS
from tests.widgets.desk import Desk, run_events
from widgets.people.entrance import Entrance
from widgets.people.lock_screen import LockScreen
from widgets.people.panel import PeoplePanel
from widgets.people.sign_in import SignIn

CTRL = Qt.KeyboardModifier.ControlModifier


class Answering:
    """A doorkeeper that answers at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def identify(self, claim: Claim) -> None:
        self._desk.take(Identified(claim.number, PASSWORDS.get(claim.person) == claim.secret))

    def stop(self) -> None: ...


def open_list(desk: Desk) -> None:
    """Li has signed in at a desk that was made without accounts, and opened the list of people."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.console.people.connect(Answering(desk), ACCOUNTS)
    desk.console.people.sign_in("li", PASSWORDS["li"])
    entrance = Entrance(desk.console, app)
    entrance.attach(desk.window, is_main=True, is_desk=True)
    entrance.shown(desk.window)
    desk.window.destroyed.connect(entrance.deleteLater)
    desk.window.closed.connect(entrance.close)
    entrance.toggle_panel()
    run_events()


class SeatedDesk(Desk):
    """Nobody is signed in at first."""

    entrance: Entrance

    def before_window(self) -> None:
        self.console.people.connect(Answering(self), ACCOUNTS, lock_after_min=10)

    def sit(self) -> SeatedDesk:
        """The entrance stands before the window, as the program builds it."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.entrance = Entrance(self.console, app)
        self.entrance.attach(self.window, is_main=True, is_desk=True)
        self.window.header.people_asked.connect(self.entrance.toggle_panel)
        self.entrance.shown(self.window)
        run_events()
        return self

    # ---- what is seen ----

    @property
    def seat(self) -> Seat:
        return self.console.seat

    @property
    def lock(self) -> LockScreen:
        assert self.entrance.lock_screen is not None
        return self.entrance.lock_screen

    @property
    def panel(self) -> PeoplePanel:
        assert self.entrance.panel is not None
        return self.entrance.panel

    def event_names(self) -> list[str]:
        return [line.split('"event": "')[1].split('"')[0] for line in self.log.getvalue().splitlines()]

    # ---- hands ----

    def sign_in(self, person: str, secret: str = "", form: SignIn | None = None) -> None:
        """Typed into the form, key by key."""
        form = form or self.lock.form
        form.person.clear()
        QTest.keyClicks(form.person, person)
        QTest.keyClicks(form.secret, secret or PASSWORDS[person])
        QTest.keyClick(form.secret, Qt.Key.Key_Return)
        run_events()
        self.settle()

    def ctrl(self, key: Qt.Key, on: QWidget | None = None) -> None:
        QTest.keyClick(on or self.window, key, CTRL)
        run_events()

    def close(self) -> None:
        self.entrance.close()
        self.entrance.setParent(None)
        self.entrance.deleteLater()
        super().close()
