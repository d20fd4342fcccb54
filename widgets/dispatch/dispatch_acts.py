"""What the operator does with incidents and units: every button, key and menu of the column ends here.

A refused act is said in words in the details, never in a dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from console.app import Console
from console.errors import CommandRefused
from console.incidents import Disposition
from console.model import AlarmId, IncidentId, UnitId, UnitStatus
from console.roll_call import report_of
from console.units import Unit
from widgets.dispatch.board import Board
from widgets.dispatch.column import DispatchColumn

Do = Callable[[Callable[[], None]], None]
BY_VOICE = (
    UnitStatus.ACCEPTED, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE, UnitStatus.DECLINED, UnitStatus.RETURNING,
    UnitStatus.AVAILABLE, UnitStatus.OUT_OF_SERVICE,
)  # fmt: skip
WITHOUT_ORDER = (UnitStatus.AVAILABLE, UnitStatus.OUT_OF_SERVICE)


class DispatchActs(QObject):
    """`do` runs an act and tells its refusal; `done` says that the keys have nowhere to be."""

    done = Signal()

    def __init__(self, console: Console, column: DispatchColumn, board: Board, do: Do, parent: QWidget) -> None:
        super().__init__(parent)
        self._console = console
        self._column = column
        self._words = board.roster.words
        self._do = do
        self._window = parent
        self.menu: QMenu | None = None
        acts = column.acts
        acts.dispatch_asked.connect(self.dispatch)
        acts.take_asked.connect(self.take)
        acts.brigade_asked.connect(self.stop_clock)
        acts.join_asked.connect(self.ask_join)
        acts.note_given.connect(self.note)
        acts.hand_over_given.connect(self.hand_over)
        acts.place_given.connect(self.open_at)
        acts.close_given.connect(self.close)
        acts.left.connect(self.done)
        column.unit_menu_asked.connect(self.ask_unit)
        self._board = board

    def take_back(self) -> None:
        """The room sees other incidents and units now: what was asked of those before is asked no more."""
        self._column.acts.leave()
        if self.menu is not None and isValid(self.menu):
            self.menu.close()

    # ---- incidents ----

    def dispatch(self) -> None:
        """F5: open the incident of the chosen alarm if there is none, and order the ticked units.

        With an incident and nothing ticked the keys go to the units that can be added.
        """
        self._do(self._dispatch)

    def _dispatch(self) -> None:
        column, units, leaving = self._column, self._column.ticked(), self._column.leaving()
        incident = column.incident
        if incident is None and column.alarm is None:
            raise CommandRefused("no_subject")
        if incident is not None and not units:
            if not column.begin_adding():
                raise CommandRefused("nobody_free")
            return
        if incident is None and column.alarm is not None:
            incident = self._console.dispatching.open_from(column.alarm)
        if incident is not None and units:
            self._console.dispatching.dispatch(incident, units, leaving)
        column.forget_ticks()

    def take(self) -> None:
        self._on_incident(self._console.dispatching.take)

    def note(self, text: str, about: str = "") -> None:
        """`about`: the incident it was asked for, in all of these; "" the one that is shown."""
        self._on_incident(lambda incident: self._console.dispatching.note(incident, text), about)

    def hand_over(self, position: str, about: str = "") -> None:
        self._on_incident(lambda incident: self._console.dispatching.hand_over(incident, position), about)

    def close(self, disposition: str, note: str, about: str = "") -> None:
        """It is over: its units are released."""
        ended = Disposition(disposition)
        self._on_incident(lambda incident: self._console.dispatching.close(incident, ended, note), about)

    def stop_clock(self) -> None:
        """The fire brigade is there: nobody but a person can know."""
        clock = self._column.by_word
        if clock is not None:
            self._on_incident(lambda incident: self._console.dispatching.stop_clock(incident, clock))

    def open_at(self, place: str) -> None:
        """An incident no detector told of: with a place in words."""
        self._do(lambda: self._column.show_incident(self._console.dispatching.open_at(place)))

    def ask_join(self) -> None:
        """The chosen alarm is about the same as an open incident; of several a menu asks which."""
        alarm = self._column.alarm
        found = self._board.joinable(alarm)
        if alarm is None or not found:
            return
        if len(found) == 1:
            self.join(alarm, found[0].id)
            return
        self.menu = QMenu(self._window)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        for one in found:
            self._add(self.menu, f"{one.id} · {self._board.title(one)}", partial(self.join, alarm, one.id))
        self.menu.popup(QCursor.pos())

    def join(self, alarm: AlarmId, incident: IncidentId) -> None:
        self._do(lambda: self._console.dispatching.link(alarm, incident))
        self._column.refresh()

    def _on_incident(self, act: Callable[[IncidentId], None], about: str = "") -> None:
        incident = IncidentId(about) if about else self._column.incident
        if incident is not None:
            self._do(lambda: act(incident))
            self._column.refresh()

    # ---- units ----

    def set_status(self, unit: UnitId, status: UnitStatus) -> None:
        """Heard by voice, entered by hand."""
        self._do(lambda: self._console.dispatching.set_status(unit, status))
        self._column.refresh()

    def report(self, key: str) -> None:
        """The same, typed: "M21 on scene"."""
        unit, status = report_of(key)
        self.set_status(UnitId(unit), status)

    def stand_down(self, unit: UnitId) -> None:
        """Not needed any more."""
        self._do(lambda: self._console.dispatching.stand_down(unit))
        self._column.refresh()

    def ask_unit(self, key: str, at: QPoint) -> None:
        """The menu of a unit: what it said by voice, or that it is not needed any more."""
        unit = next((one for one in self._console.dispatching.units() if one.id == key), None)
        if unit is not None:
            self.menu = self._menu_of(unit)
            self.menu.popup(at)

    def _menu_of(self, unit: Unit) -> QMenu:
        """Only what this unit can have said now."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        head = menu.addAction(self.tr("%1 says by voice").replace("%1", self._words.name(unit.crew)))
        head.setEnabled(False)
        for status in BY_VOICE if unit.incident is not None else WITHOUT_ORDER:
            if status is not unit.status:
                self._add(menu, self._words.status(status), partial(self.set_status, unit.id, status))
        if unit.incident is not None:
            menu.addSeparator()
            self._add(menu, self.tr("Stand down"), partial(self.stand_down, unit.id))
        return menu

    def _add(self, menu: QMenu, text: str, act: Callable[[], None]) -> None:
        action = QAction(text, menu)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
