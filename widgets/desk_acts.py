"""What the operator does at the desk: every key, button and found thing ends here and is told to the console.

A refused act is said in words in the details, never in a dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from console.app import Console
from console.errors import CommandRefused
from console.finding import Found, Sought
from console.model import AlarmId, CameraId, PointId, UnitId
from console.wall import ALARM_TILE, PANEL, TileId, surface_of
from widgets.alarm_panel import AlarmPanel
from widgets.alarm_table import AlarmTable
from widgets.alarms.deeds import Deeds
from widgets.alarms.listing import Listing
from widgets.camera_entry import CameraEntry
from widgets.command_line import CommandLine
from widgets.details import Details
from widgets.dispatch.dispatch_desk import DispatchDesk
from widgets.eye.page import EyePage
from widgets.lower_panel import (
    ARRIVALS,
    CASES,
    CLIP,
    DRILL,
    EYE,
    HANDOVER,
    HEALTH,
    MEMORY,
    NEWCOMERS,
    PERFORMANCE,
    PLAN,
    PROOFS,
    TRENDS,
    WALL,
    LowerPanel,
)
from widgets.notice import Notices
from widgets.performance.page import PerformancePage
from widgets.placing import Placing
from widgets.plan.panel import PlanPanel
from widgets.remote.menu import send_typed
from widgets.trends.page import TrendPage
from widgets.words import Words

LOOK_MS = 1_000  # an alarm that was chosen by itself has been seen after that


@dataclass(frozen=True, slots=True)
class Parts:
    """The panels an act may concern."""

    table: AlarmTable
    alarms: AlarmPanel
    details: Details
    lower: LowerPanel
    plan: PlanPanel
    line: CommandLine
    notices: Notices
    trends: TrendPage
    dispatch: DispatchDesk


class DeskActs(QObject):
    """Implements `desk_keys.Acts`."""

    def __init__(self, console: Console, words: Words, placing: Placing, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._console = console
        self._words = words
        self._parts = parts
        self._looked_at_ns = 0  # before that the chosen alarm has not been looked at
        self._came_from: QWidget | None = None  # who had the keys before the command line
        self.drop_key: Callable[[], bool] = lambda: False  # ends a press of the talk key; whether there was one
        self.may_apply: Callable[[], bool] = lambda: True  # nobody applies a change of the site he does not see
        self.entry = CameraEntry(window)
        self.entry.typed.connect(parts.line.show_entry)
        self.entry.entered.connect(self.enter)
        self.deeds = Deeds(
            console, placing, words, parts.details.aside, self.do, parts.details.refuse, self
        )  # fmt: skip
        self._pages: dict[Sought, Callable[[], None]] = {
            Sought.DRILL: self.show_drill, Sought.PROOFS: self.show_proofs, Sought.HANDOVER: self.show_handover,
            Sought.PERFORMANCE: self.show_performance, Sought.SCREENS: self.show_screens,
            Sought.NEWCOMERS: self.show_newcomers,
            Sought.HEALTH: self.show_health, Sought.MEMORY: self.show_memory,
            Sought.ARRIVALS: self.show_arrivals,
            Sought.CASES: self.show_cases,
        }  # fmt: skip
        self._sending = parts.dispatch.connect_acts(self.do, self.on_focus_lost)
        parts.line.chosen.connect(self.on_found)
        parts.line.left.connect(self.on_line_left)
        parts.lower.focus_lost.connect(self.on_focus_lost)
        parts.table.gone_to.connect(self.choice_made)
        parts.plan.camera_asked.connect(self.show_camera)
        parts.plan.alarm_asked.connect(self.choose)
        parts.plan.unit_asked.connect(self.ask_unit)

    def do(self, act: Callable[[], None]) -> None:
        """What an earlier act was told is over; a refusal is told."""
        self._parts.details.refuse("")
        try:
            act()
        except CommandRefused as refused:
            self._parts.details.refuse(self._words.refusal(refused.code))

    # ---- alarms ----

    def acknowledge_chosen(self) -> None:
        """F2: the chosen alarm; where that is done already, the next that nobody has acknowledged is chosen."""
        table, picked = self._parts.table, self._parts.table.picked()
        chosen = table.selected()
        alarm = self._console.alarms.get(chosen) if chosen is not None else None
        if len(picked) > 1:
            self.deeds.acknowledge_many(picked)
        elif alarm is not None and not alarm.is_owed and (owed := table.next_owed()) is not None:
            self.choose(owed)
            self.choice_taken()
        elif chosen is not None and self._console.clock.monotonic_ns() < self._looked_at_ns:
            self._parts.details.refuse(self.tr("Look at it first, then press again"))
        elif chosen is not None:
            self.acknowledge(chosen)

    def choice_taken(self) -> None:
        """Another alarm has taken the place of the chosen one: a key meant for that one does not acknowledge it."""
        self._looked_at_ns = self._console.clock.monotonic_ns() + LOOK_MS * 1_000_000

    def choice_made(self) -> None:
        """A person went to the row: it has been looked at."""
        self._looked_at_ns = 0

    def acknowledge(self, alarm: AlarmId) -> None:
        self._parts.table.hand.touch()
        self.do(lambda: self._console.alarming.acknowledge(alarm))

    def choose(self, alarm: AlarmId) -> None:
        """The alarm is the chosen one from now on, and the keys go to the table."""
        self._parts.table.reveal(alarm)
        self._parts.table.setFocus()

    def show_listing(self, listing: Listing) -> None:
        """A count was pressed: its list, and the keys go there."""
        self._parts.alarms.show_listing(listing)
        self._parts.table.setFocus()

    def show_chosen(self) -> None:
        """Enter or a double click: the chosen alarm's pictures, of whatever class it is."""
        chosen = self._parts.table.selected()
        if chosen is not None:
            self._console.seeing.show_alarm(chosen)

    def silence(self) -> None:
        """F10: this position's sound, until the next alarm."""
        self.do(self._silence)

    def _silence(self) -> None:
        self._console.sounding.silence()

    def test_tone(self) -> None:
        """The loudspeaker is tried; how it went is told in the details."""
        self._console.sounding.test_tone()

    # ---- incidents ----

    def dispatch(self) -> None:
        """F5: units to the chosen alarm, which becomes an incident when it is none."""
        self._sending.dispatch()

    def ask_unit(self, unit: UnitId) -> None:
        """A unit on the plan, or by name: what it says can be entered, or it is not needed any more."""
        self._sending.ask_unit(unit, QCursor.pos())

    def show_incidents(self) -> None:
        """F9: all incidents and the timeline of one."""
        self._parts.dispatch.open_page()

    def new_incident(self) -> None:
        """Ctrl+N: one that no detector told of."""
        self._parts.dispatch.column.acts.ask_place()

    # ---- pictures ----

    def look_at(self, act: str) -> None:
        self._console.steering.look_at(act)

    def enter(self, text: str) -> None:
        """A camera number was typed."""
        self.do(lambda: self._console.steering.enter(text))

    def show_camera(self, camera: CameraId) -> None:
        """A camera by name or on the plan: into the selected tile."""
        tile = self._console.steering.selected or ALARM_TILE
        self.do(lambda: self._console.steering.put(tile, camera))

    def select(self, name: str) -> None:
        """A picture of the desk was pressed."""
        self.do(lambda: self._console.steering.select(TileId(name)))

    def toggle_full(self) -> None:
        tile = self._console.steering.selected or ALARM_TILE
        self.do(lambda: self._console.steering.toggle_full(tile))

    def turn_page(self, by: int) -> None:
        """Page of the surface with the selected tile; from the desk's own pictures that of the wall panel."""
        tile = self._console.steering.selected
        surface = surface_of(tile) if tile is not None and "/" in tile else PANEL
        self.do(lambda: self._console.steering.turn_page(surface, by))

    # ---- the lower panel ----

    def show_site(self) -> None:
        self._parts.lower.show_page(PLAN)
        self._parts.plan.show_site()

    def show_floor(self) -> None:
        """F8: the floor of the alarm; pressed again the plan stops following it."""
        if self._parts.lower.page == PLAN or not self._parts.plan.is_following:
            self._parts.plan.toggle_follow()
        self._parts.lower.show_page(PLAN)

    def show_wall(self) -> None:
        self._parts.lower.show_page(WALL)

    def show_clips(self) -> None:
        """The clips of the chosen alarm; the keys go there."""
        self._parts.lower.show_page(CLIP)
        if (page := self._parts.lower.currentWidget()) is not None:
            page.setFocus()

    def show_trends(self) -> None:
        """F7: what was measured where the chosen alarm is; the keys stay with the alarms."""
        self._parts.lower.show_page(TRENDS)
        self._parts.trends.show_alarm(self._parts.table.selected())

    def show_trend(self, point: PointId | None) -> None:
        """A point of the left column was pressed; None: the page as it was left."""
        self._parts.lower.show_page(TRENDS)
        self._parts.trends.show_point(point)

    def show_drill(self) -> None:
        """Ctrl+B: plan a drill, or lead the one that is on; the keys stay with the alarms."""
        self._parts.lower.show_page(DRILL)

    def show_proofs(self) -> None:
        """Ctrl+T: the detectors whose alarm paths are to be proven; the keys go there."""
        self._show_listed(PROOFS)

    def show_handover(self) -> None:
        """Ctrl+H: the sheet for whoever comes next; the keys go there."""
        self._show_listed(HANDOVER)

    def show_performance(self) -> None:
        """Ctrl+P: how the alarm system itself behaves; the keys stay with the alarms."""
        self._parts.lower.show_page(PERFORMANCE)
        page = self._parts.lower.currentWidget()
        if isinstance(page, PerformancePage):
            page.open()

    def show_screens(self) -> None:
        """Ctrl+Y: what was on the screens; the keys stay with the alarms."""
        self._parts.lower.show_page(EYE)
        page = self._parts.lower.currentWidget()
        if isinstance(page, EyePage):
            page.open()

    def show_newcomers(self) -> None:
        """Ctrl+Q: devices that came by themselves and have no place; the keys go there."""
        self._show_listed(NEWCOMERS)

    def show_health(self) -> None:
        """Ctrl+G: how every camera does; the keys go there."""
        self._show_listed(HEALTH)

    def show_memory(self) -> None:
        """Ctrl+M: what memory has of every camera; the keys go there."""
        self._show_listed(MEMORY)

    def show_cases(self) -> None:
        """Ctrl+F: closed incidents; the keys go to the words that are looked for."""
        self._show_listed(CASES)

    def show_arrivals(self) -> None:
        """Ctrl+O: what the sources send and what is made of it; the keys go there."""
        self._show_listed(ARRIVALS)

    def _show_listed(self, name: str) -> None:
        """A page whose list is worked through with the keys."""
        self._parts.lower.show_page(name)
        if (page := self._parts.lower.currentWidget()) is not None:
            page.setFocus()

    def on_focus_lost(self) -> None:
        """Another page took the place of the one with the keys: they go to the alarms."""
        self._parts.table.setFocus()

    # ---- the command line ----

    def begin_command(self) -> None:
        """Ctrl+K; pressed again the keys go back."""
        if self._parts.line.hasFocus():
            self._parts.line.leave()
            return
        self._came_from = QApplication.focusWidget()
        self.entry.clear()
        self._parts.line.begin()

    def on_line_left(self) -> None:
        came_from, self._came_from = self._came_from, None
        (came_from if came_from is not None and came_from.isVisible() else self._parts.table).setFocus()

    def on_found(self, found: Found) -> None:
        """Enter in the list: what fits the thing that was found."""
        match found.kind:
            case Sought.CAMERA:
                self.show_camera(CameraId(found.key))
            case Sought.TILE:
                self.enter(found.key)
            case Sought.ALARM:
                self.choose(AlarmId(found.key))
            case Sought.SALVO:
                self._show_salvo(found.key)
            case Sought.UNIT:
                self.ask_unit(UnitId(found.key))
            case Sought.INCIDENT:
                self._parts.dispatch.show_incident(found.key)
            case Sought.REPORT:
                self._sending.report(found.key)
            case Sought.SEND:
                self.do(lambda: send_typed(self._console, found.key, is_camera=bool(found.number)))
            case page if page in self._pages:
                self._pages[page]()
            case _:
                self._show_place(found)

    def _show_salvo(self, name: str) -> None:
        tile = self._console.steering.selected
        surface = surface_of(tile) if tile is not None and "/" in tile else PANEL
        if surface == PANEL:
            self._parts.lower.show_page(WALL)
        self.do(lambda: self._console.steering.show_salvo(name, surface))

    def _show_place(self, found: Found) -> None:
        """A floor, a building or a detector: on the plan."""
        self._parts.lower.show_page(PLAN)
        if found.building is None:
            self._parts.plan.show_site()
        elif found.floor is None:
            self._parts.plan.on_building_asked(found.building)
        else:
            self._parts.plan.show_floor(found.building, found.floor)

    # ---- the site and the rest ----

    def reload_site(self) -> None:
        """Ctrl+R: read the folder, or apply what is seen to change."""
        self.do(self._console.reload_site if self.may_apply() else self._refuse_unseen)

    def _refuse_unseen(self) -> None:
        raise CommandRefused("change_unseen")

    def apply_site(self) -> None:
        self.do(self._console.revising.apply)

    def dismiss_notice(self) -> None:
        self._parts.notices.dismiss()

    def go_back(self) -> None:
        """Esc: one level back, the nearest to the operator's hands first; destroys nothing; a refusal has been read."""
        if self.drop_key():
            return
        self._parts.details.refuse("")
        if self._parts.line.hasFocus():
            self._parts.line.leave()
        elif not (
            self.entry.clear()
            or self._console.sight.rewinding.back()
            or self._parts.details.aside.leave()
            or self._parts.dispatch.column.go_back()
            or self._give_back()
        ):
            self._console.steering.escape()

    def _give_back(self) -> bool:
        return self._parts.alarms.give_back() or self._parts.lower.give_back() or self._parts.plan.release()
