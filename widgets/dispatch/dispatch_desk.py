"""Incidents on the desk: carries what is announced to the column and the page, and what is chosen there to the desk.

Composes; decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from console import announce
from console.app import Console
from console.model import AlarmId, IncidentId
from widgets.alarm_table import AlarmTable
from widgets.details import Details
from widgets.dispatch.board import Board
from widgets.dispatch.dispatch_acts import DispatchActs
from widgets.dispatch.entries import IncidentEntry
from widgets.dispatch.incident_page import IncidentPage
from widgets.dispatch.timeline_words import TimelineWords
from widgets.lower_panel import INCIDENT, LowerPanel
from widgets.pace import Steady
from widgets.placing import Placing
from widgets.words import Words

LOOK_MS = 1_000  # ages and clocks are painted anew so often
EVENTS = (
    announce.IncidentOpened, announce.IncidentChanged, announce.IncidentClosed, announce.IncidentStirred,
    announce.UnitChanged, announce.UnitStirred, announce.OrderSent, announce.OrderNotSent, announce.OrderAnswered,
    announce.ClockBreached,
)  # fmt: skip


class DispatchDesk(QObject):
    """`acts` are the keys and buttons; `page` lies in the lower panel."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, details: Details, lower: LowerPanel,
        table: AlarmTable,
    ) -> None:  # fmt: skip
        super().__init__(lower)
        self._console = console
        self._seen = console.dispatching  # of what the room sees
        self._board = board
        self._details = details
        self._lower = lower
        self._table = table
        self._lines = TimelineWords(console, placing, words, board, self)
        self.column = details.dispatch
        self.page = IncidentPage(lower)
        self._followed: IncidentId | None = None  # by the column, when the page was looked at last
        self._shown: IncidentId | None = None  # its timeline stands on the page
        self.page.chosen.connect(self.show_incident)
        self.page.moved.connect(self.on_moved)
        self.page.play_asked.connect(self.play)
        self.column.incident_asked.connect(self.show_incident)
        self.column.acts.closing.too_early.connect(self.on_too_early)
        self._soon = QTimer(self)  # one look for however many announcements of one turn
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._look = Steady(LOOK_MS, self.on_look, self)
        self._look.begin()
        for kind in EVENTS:
            console.announcer.subscribe(kind, self.on_announced)
        console.announcer.subscribe(announce.DispatchOverruled, self.on_overruled)
        console.announcer.subscribe(announce.SiteApplied, self.on_announced)
        console.announcer.subscribe(announce.DrillChanged, self.on_drill)
        self.show_page()

    def connect_acts(self, do: Callable[[Callable[[], None]], None], done: Callable[[], None]) -> DispatchActs:
        """The acts, whose refusals `do` tells; `done` takes the keys back when a question was answered."""
        self.acts = DispatchActs(self._console, self.column, self._board, do, self._details)
        self.acts.done.connect(done)
        return self.acts

    # ---- what happens ----

    def on_announced(self, _announced: announce.Announcement) -> None:
        self._soon.start()

    def on_overruled(self, announced: announce.DispatchOverruled) -> None:
        who = f"{announced.by}, {announced.position}"
        self._details.refuse(self.tr("%1 was first").replace("%1", who))
        self._soon.start()

    def on_drill(self, _announced: announce.DrillChanged) -> None:
        """A unit of a drill has the name of a live one: nothing asked of the one is answered with the other."""
        if self._console.dispatching is not self._seen:
            self._seen = self._console.dispatching
            self.acts.take_back()

    def on_too_early(self) -> None:
        self._details.refuse(self.tr("Not closed: hold the button for a second"))

    def on_look(self) -> None:
        """A second has passed: the column looks by itself."""
        self.show_page()
        if self._console.dispatching.incidents():
            self._table.viewport().update()

    def refresh(self) -> None:
        """Something of an incident or a unit is another now."""
        self._details.refresh()
        self.show_page()
        self._table.viewport().update()

    def show_page(self) -> None:
        """List and timeline of the page, when anybody can see them."""
        if not self.page.isVisible():
            return
        entries = self._board.incidents()
        incident = self._board.find(self._to_show(entries))
        self.page.show_incidents(entries, self._shown, self._board.checked())
        if incident is None:
            self.page.show_timeline("", ())
            return
        title = f"{self._board.number(incident.id)} · {self._board.title(incident)}"
        self.page.show_timeline(title, self._lines.entries(incident))

    def _to_show(self, listed: Sequence[IncidentEntry]) -> IncidentId | None:
        """The incident the column went to, else the one the keys are on, else the first of the list."""
        followed, before, self._followed = self.column.incident, self._followed, self.column.incident
        if followed is not None and followed != before:
            self._shown = followed
        if self._board.find(self._shown) is None:
            self._shown = IncidentId(listed[0].key) if listed else None
        return self._shown

    def on_moved(self, key: str) -> None:
        """The keys went to another row of the page: its timeline; the column stays with its alarm."""
        if key != self._shown:
            self._shown = IncidentId(key)
            self.show_page()

    # ---- what is chosen ----

    def open_page(self) -> None:
        """F9: the incidents, and beside them the timeline of the one the column is about; the keys go to the list."""
        self._followed = None
        self._lower.show_page(INCIDENT)
        self.show_page()
        self.page.setFocus()

    def on_page_changed(self, _name: str) -> None:
        self.show_page()

    def show_incident(self, key: str) -> None:
        """An incident was chosen from a list: with it the first of its alarms that is still open."""
        incident = IncidentId(key)
        alarm = self._board.alarm_of(incident)
        if alarm is not None:
            self._choose(alarm)
        self.column.show_incident(incident)
        self._details.refresh()
        self.show_page()

    def _choose(self, alarm: AlarmId) -> None:
        if self._table.selected() != alarm:
            self._table.choose(alarm)

    def play(self, path: str) -> None:
        """What was said is heard again."""
        bursts = self._console.talking.bursts(self._shown)
        burst = next((one for one in bursts if one.burst.path == path), None)
        if burst is not None:
            self._console.talking.play(burst)
