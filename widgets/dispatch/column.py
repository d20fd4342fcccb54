"""What the right column shows of incidents and units: at rest who is free, at an alarm whom to send and who comes.

Shows what the board says and remembers which units are ticked; what is done is in `dispatch_acts`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app import Console
from console.dispatching import ClockName
from console.model import AlarmId, IncidentId, UnitId
from widgets.dispatch.board import Board
from widgets.dispatch.clock_strip import ClockStrip
from widgets.dispatch.incident_acts import IncidentActs, Offer
from widgets.dispatch.incident_head import IncidentHead
from widgets.dispatch.list_section import ListSection

FOLDED = 4  # units offered before somebody asks for more; none once units were sent


class DispatchColumn(QWidget):
    """`top` never scrolls, the column itself does, `acts` are pinned to the foot.

    `incident_asked`: a row of the list was opened. `unit_menu_asked`: what can be entered for a unit is wanted.
    """

    incident_asked = Signal(str)
    unit_menu_asked = Signal(str, QPoint)

    def __init__(self, console: Console, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._alarm: AlarmId | None = None
        self._picked: IncidentId | None = None
        self._ticks: dict[UnitId, bool] = {}  # by hand, against the recommendation
        self._unfolded = False  # every unit is offered
        self.top = QWidget(parent)
        self.head, self.clocks = IncidentHead(self.top), ClockStrip(self.top)
        self.open, self.sent, self.units = ListSection(self), ListSection(self), ListSection(self)
        self.acts = IncidentActs(console.clock, board.dispositions(), parent)
        _pile(self.top, self.head, self.clocks)
        _pile(self, self.open, self.sent, self.units)
        self.open.rows.opened.connect(self.incident_asked)
        self.units.rows.ticked.connect(self.toggle)
        self.units.rows.opened.connect(self.on_unit_opened)
        self.units.more.clicked.connect(self.unfold)
        self.sent.rows.opened.connect(self.on_sent_opened)
        for section in (self.sent, self.units):
            section.rows.menu_asked.connect(self.unit_menu_asked)
        self.retranslate()

    # ---- of what ----

    @property
    def alarm(self) -> AlarmId | None:
        return self._alarm

    @property
    def incident(self) -> IncidentId | None:
        """The incident that is shown: the one picked from a list, else that of the chosen alarm."""
        if self._board.find(self._picked) is not None:
            return self._picked
        return self._board.incident_of(self._alarm)

    def show_alarm(self, alarm: AlarmId | None) -> None:
        """Another alarm is chosen, None at rest. What was picked from a list stays while nothing else is chosen."""
        if alarm != self._alarm:
            if alarm is not None and alarm != self._board.alarm_of(self._picked):
                self._picked = None
            self._forget()
            self.acts.leave()
        self._alarm = alarm
        self.refresh()

    def show_incident(self, incident: IncidentId | None) -> None:
        """This incident, whatever alarm is chosen; None: that of the alarm again."""
        if incident != self._picked:
            self._forget()
            self.acts.leave()
        self._picked = incident
        self.refresh()

    def go_back(self) -> bool:
        """Esc: what is asked is taken back, else an incident picked from a list gives way to the alarm."""
        if self.acts.leave():
            return True
        was_picked = self._picked is not None
        self.show_incident(None)
        return was_picked

    @property
    def by_word(self) -> ClockName | None:
        """The clock of the incident that only a person can stop."""
        return self._board.by_word(self.incident)

    # ---- whom ----

    def ticked(self) -> tuple[UnitId, ...]:
        """The units an order would go to, the best first."""
        advised = self._board.roster.advised(self.incident, self._alarm)
        return tuple(unit for unit in self._offered() if self._ticks.get(unit, unit in advised))

    def leaving(self) -> dict[UnitId, IncidentId]:
        """What the busy ones of them are taken away from."""
        return self._board.roster.leaving(self.incident, self._alarm, self.ticked())

    def toggle(self, key: str) -> None:
        """A tick was set or taken away by hand."""
        unit = UnitId(key)
        self._ticks[unit] = unit not in self.ticked()
        self.refresh()

    def forget_ticks(self) -> None:
        """The order has gone out."""
        self._forget()
        self.refresh()

    def _forget(self) -> None:
        self._ticks.clear()
        self._unfolded = False

    def unfold(self) -> None:
        """Every unit that can be sent is offered."""
        self._unfolded = True
        self.refresh()

    def begin_adding(self) -> bool:
        """The keys go to the units that can be sent, all of them. Whether there are any."""
        if not self._offered():
            return False
        self.unfold()
        self.units.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def on_unit_opened(self, key: str) -> None:
        """A row that can be ticked is ticked; any other says what can be entered for it."""
        if UnitId(key) in self._offered():
            self.toggle(key)
        else:
            self._ask_menu(self.units, key)

    def on_sent_opened(self, key: str) -> None:
        self._ask_menu(self.sent, key)

    def _ask_menu(self, section: ListSection, key: str) -> None:
        rows = section.rows
        self.unit_menu_asked.emit(key, rows.viewport().mapToGlobal(rows.row_box(key).center()))

    def _offered(self) -> tuple[UnitId, ...]:
        incident = self.incident
        if incident is not None and not self._board.is_open(incident):
            return ()
        return self._board.roster.sendable(incident, self._alarm)

    # ---- what is shown ----

    def title(self) -> str:
        """What stands in the head of the panel, "" while no incident is shown."""
        incident = self.incident
        return self._board.number(incident) if incident is not None else ""

    def refresh(self) -> None:
        """Everything anew: ages, clocks, words."""
        self._board.roster.look()
        incident = self.incident
        is_rest = self._alarm is None and incident is None
        self.head.say(*self._board.head(incident, self._alarm))
        self.clocks.show_faces(self._board.clocks(incident, self._alarm))
        if is_rest:
            self._show_rest()
        else:
            self._show_units(incident)
        is_open = self._board.is_open(incident)
        joinable = self._board.joinable(self._alarm) if incident is None else ()
        self.acts.offer(
            Offer(
                has_subject=not is_rest and (incident is None or is_open),
                incident=(incident or "") if is_open else "",
                ticked=len(self.ticked()), is_mine=self._board.is_mine(incident),
                joins=joinable[0].id if len(joinable) == 1 else "…" if joinable else "",
                waits_for_word=self._board.by_word(incident) is not None,
            )
        )  # fmt: skip

    def _show_rest(self) -> None:
        incidents, roster = self._board.open_incidents(), self._board.roster
        self.open.say(self.tr("Open incidents"), str(len(incidents)), incidents, self._board.checked())
        self.sent.say("", "", ())
        nobody = self.tr("The site folder names no units.")
        self.units.say(self.tr("Units"), roster.free_of(), roster.everybody(), nobody)
        self.units.offer_more("")
        self.units.setToolTip("")

    def _show_units(self, incident: IncidentId | None) -> None:
        roster, found = self._board.roster, self._board.find(incident)
        self.open.say("", "", ())
        sent = roster.sent(found.id) if found is not None else ()
        after = roster.sent_after(found.id, found.began_ms) if found is not None else ""
        self.sent.say(self.tr("Units sent") if sent else "", after, sent)
        if found is not None and found.is_closed:
            self.units.say("", "", ())
            self.units.offer_more("")
            return
        count, ticked = len(roster.sendable(incident, self._alarm)), frozenset(self.ticked())
        head = self.tr("More units") if sent else self.tr("Recommended")
        least = 0 if sent and not self._ticks else max(FOLDED, len(ticked))
        shown = roster.recommended(incident, self._alarm, ticked, count if self._unfolded else least)
        nobody = "" if count else roster.nobody(incident, self._alarm)
        self.units.say(head, roster.left_out(incident, self._alarm), shown, nobody)
        folded = count - len(shown)
        self.units.offer_more(self.tr("%n more unit(s)", "", folded) if folded else "")
        self.units.setToolTip("\n".join(roster.left_out_lines(incident, self._alarm)))

    # ---- words ----

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.acts.retranslate(self._board.disposition_words())
        self.refresh()


def _pile(holder: QWidget, *widgets: QWidget) -> None:
    """One below the other without gaps."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
