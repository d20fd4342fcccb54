"""The desk: every panel of a dispatcher's position in one window of fixed places.

Composes the panels and carries announcements to them. What the operator does is in `desk_acts`, the places are in
`desk_grid`, what was painted is told by `reports`. Nothing here decides anything.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.keeping import Keeping
from console.model import LIVE, AlarmId, Quality
from console.model.ids import domain_of
from console.ports import Video
from console.wall import ALARM_TILE, DESK, PANEL, TileId
from widgets import desk_keys
from widgets.alarm_panel import AlarmPanel
from widgets.banner import Banner
from widgets.desk_acts import DeskActs, Parts
from widgets.desk_canvas import DeskCanvas
from widgets.desk_grid import DeskGrid
from widgets.desk_tiles import DeskTiles
from widgets.details import Details
from widgets.dispatch.board import Board
from widgets.dispatch.dispatch_desk import DispatchDesk
from widgets.drill.border import Border
from widgets.drill.drill_words import DrillWords
from widgets.drill.page import DrillPage
from widgets.drill.strip import Strip
from widgets.header import Header
from widgets.journal_panel import JournalPanel
from widgets.ledger import Ledger
from widgets.lower_panel import CLIP, DRILL, INCIDENT, PLAN, TRENDS, WALL, LowerPanel
from widgets.notice import Notices
from widgets.page_buttons import PageButtons
from widgets.placing import Placing
from widgets.plan.panel import PlanPanel
from widgets.player import PlayerPanel
from widgets.reasons import Reasons
from widgets.reports import Reports
from widgets.site_change import SiteChange
from widgets.slots import Slots
from widgets.talk import TalkBar
from widgets.tile import STALE_MS, Shot
from widgets.trends.marks import Marks
from widgets.trends.page import TrendPage
from widgets.trends.panel import TrendPanel
from widgets.wall.gestures import Gestures
from widgets.wall.panel import WallPanel
from widgets.words import Words

INJECTED = "injected"  # an act of a drill: what is seen of it is told by itself


class DeskWindow(QWidget):
    """One per desk position. `closed` is emitted when the operator closes it, `language_chosen` from the header.

    `stale_ms`: an older picture is shown as old. `slots` are shared with every other window of the application.
    `keeping` remembers what was moved by hand.
    """

    closed = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, console: Console, video: Video, language: str, stale_ms: int = STALE_MS, slots: Slots | None = None,
        keeping: Keeping | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._console = console
        self._keeping = keeping
        self._words = Words(self)
        self._placing = Placing(console, self._words, self)
        self._reasons = Reasons(self._words, self)
        slots = slots or Slots()
        self._make_sides()
        self._make_centre(video, slots, stale_ms)
        parts = Parts(
            self.table, self.details, self.lower_panel, self.plan, self.header.command_line, self.notices,
            self.trends, self.dispatch,
        )  # fmt: skip
        self.acts = DeskActs(console, self._words, parts, self)
        self._reports = Reports(console, console.seat.position, self.canvas)
        self._lay_out()
        self._subscribe()
        self._connect()
        desk_keys.bind(self, self.acts)
        self.header.show_language(language)
        self.retranslate()
        if console.steering.selected is None:
            console.steering.select(ALARM_TILE)
        self._order_tabs()
        self.on_wall_changed()
        self._choose_first()
        self.table.setFocus()

    # ---- panels ----

    def _make_sides(self) -> None:
        console, placing, words = self._console, self._placing, self._words
        self.header = Header(console, placing, words, self)
        self.banner = Banner(console, placing, words, self)
        self.notices = Notices(console, placing, self)
        self._drill_words = DrillWords(console, placing, self)
        self.strip = Strip(console, self._drill_words, self)
        self.board = Board(console, placing, words, self)
        self.alarms = AlarmPanel(console, placing, words, self.board, self)
        self.table = self.alarms.table
        self.ledger = Ledger(console, self)
        self.site_change = SiteChange(console, self)
        self.journal = JournalPanel(console, placing, words, self)
        self.details = Details(console, placing, words, self._reasons, self.board, self)
        self.marks = Marks(console, self)
        self.trend_panel = TrendPanel(console, placing, self.marks, self)

    def _make_centre(self, video: Video, slots: Slots, stale_ms: int) -> None:
        console, words = self._console, self._words
        self.tiles = DeskTiles(console, self._placing, words, self._reasons, self)
        self.canvas = DeskCanvas(
            video, console.clock, words, self.tiles.describe, self, slots=slots, stale_ms=stale_ms
        )  # fmt: skip
        self._gestures = Gestures(console, self.canvas, DESK)
        self.lower_panel = LowerPanel(console.clock, self)
        self.plan = PlanPanel(console, self._placing, words, self)
        self.wall = WallPanel(console, video, slots, PANEL, stale_ms=stale_ms, parent=self)
        self.player = PlayerPanel(console, video, slots, self._placing, words, self)
        self.talk = TalkBar(console, self._placing, self) if console.talking.is_on else None
        self.trends = TrendPage(console, self._placing, words, self.marks, self._keeping, self)
        self.trend_panel.show_choice(self.trends.arrangement.desk)
        self.dispatch = DispatchDesk(
            console, self._placing, words, self.board, self.details, self.lower_panel, self.table
        )  # fmt: skip
        self.drill = DrillPage(console, self._drill_words, self._placing, self)
        pages = (
            (PLAN, self.plan), (WALL, self.wall), (CLIP, self.player), (TRENDS, self.trends),
            (INCIDENT, self.dispatch.page), (DRILL, self.drill),
        )  # fmt: skip
        for name, page in pages:
            self.lower_panel.add(name, page)
            page.bar.add(PageButtons(self.lower_panel))

    def _lay_out(self) -> None:
        self.grid = DeskGrid(
            _column(self.alarms, self.ledger), _column(self.site_change, self.journal), self.canvas, self.lower_panel,
            self.details, self, trends=self.trend_panel, talk=self.talk,
        )  # fmt: skip
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for widget in (self.header, self.banner, self.strip, self.notices):
            outer.addWidget(widget)
        outer.addWidget(self.grid, 1)
        self.border = Border(self, self._console, outer)
        self._kept_as = f"splitters-{self._console.seat.position}"
        if self._keeping is not None:
            self.grid.restore(self._keeping.read(self._kept_as) or {})
            self.grid.moved.connect(self.on_splitter_moved)

    def _order_tabs(self) -> None:
        """Tab goes from the alarms over what lies below the picture to the details and the header."""
        talk = () if self.talk is None else (self.talk,)
        panels = (self.alarms, self.site_change, self.lower_panel, *talk, self.details, self.header)
        reached = Qt.FocusPolicy.TabFocus
        widgets = [one for panel in panels for one in panel.findChildren(QWidget) if one.window() is self]
        chain = [one for one in widgets if one.focusPolicy() & reached]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def on_splitter_moved(self) -> None:
        if self._keeping is not None:
            self._keeping.keep(self._kept_as, self.grid.kept())

    # ---- wiring ----

    def _subscribe(self) -> None:
        subscribe = self._console.announcer.subscribe
        for kind in (
            announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
            announce.AlarmUnknown, announce.AlarmChanged,
        ):  # fmt: skip
            subscribe(kind, self.on_alarm)
        subscribe(announce.WallChanged, self.on_wall_announced)
        subscribe(announce.PictureChanged, self.on_picture_changed)
        subscribe(announce.ActOverruled, self.on_overruled)
        subscribe(announce.SiteApplied, self.on_site_applied)
        subscribe(announce.SoundChanged, self.on_sound)
        subscribe(announce.SoundSilenced, self.on_sound)
        subscribe(announce.SoundTested, self.on_sound_tested)
        subscribe(announce.TalkChanged, self.on_talk)
        subscribe(announce.DrillChanged, self.on_drill)

    def _connect(self) -> None:
        acts = self.acts
        if self.talk is not None:
            acts.drop_key = self.talk.hand.escape
        self.site_change.apply_asked.connect(acts.apply_site)
        self.site_change.discard_asked.connect(self._console.revising.discard)
        self.table.chosen.connect(self.on_chosen)
        self.table.activated.connect(acts.show_chosen)
        self.banner.acknowledge_asked.connect(acts.acknowledge)
        self.banner.alarm_asked.connect(acts.choose)
        self.details.acknowledge_asked.connect(acts.acknowledge)
        self.details.reset_asked.connect(acts.reset)
        self.details.silence_asked.connect(acts.silence)
        self.details.test_asked.connect(acts.test_tone)
        self.trend_panel.point_asked.connect(acts.show_trend)
        self.drill.done.connect(acts.on_focus_lost)
        self.trends.desk_chosen.connect(self.trend_panel.show_choice)
        self.header.language_chosen.connect(self.on_language)
        self.header.alarm_asked.connect(acts.choose)
        self.header.incidents_asked.connect(acts.show_incidents)
        self.canvas.first_painted.connect(self.on_first_painted)
        self.canvas.went_stale.connect(self._console.seeing.picture_stale)
        self.canvas.went_live.connect(self._console.seeing.picture_live)
        self.canvas.pressed.connect(acts.select)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Watchroom %1").replace("%1", self._console.seat.position))
        self.header.retranslate()
        self.update()

    # ---- announcements ----

    def on_alarm(self, announced: announce.Announcement) -> None:
        alarm_id: AlarmId = announced.alarm  # type: ignore[attr-defined]  # every kind subscribed to carries one
        if domain_of(alarm_id) != self._console.alarms.domain:
            return  # the room does not see it now
        self.alarms.refresh(alarm_id)
        raised = isinstance(announced, announce.AlarmRaised)
        if self.table.selected() is None or raised:
            self._choose_first()
        is_led_here = domain_of(alarm_id) != LIVE and self.lower_panel.page == DRILL
        if raised and alarm_id in self._console.seeing.rankings and not is_led_here:
            self.lower_panel.alarm_came()
        self.on_chosen(self.table.selected())
        self.header.update()

    def _choose_first(self) -> None:
        """The worst unacknowledged alarm is chosen, unless the operator is at one that is as grave and not seen yet."""
        first = self.banner.worst()
        if first is None or first.acknowledged is not None:
            first = self.table.rows.alarm(0)
        chosen = self.table.selected()
        current = self._console.alarms.get(chosen) if chosen is not None else None
        as_grave = current is not None and first is not None and current.alarm_class is first.alarm_class
        busy = as_grave and current is not None and current.acknowledged is None
        if first is not None and not busy:
            self.table.choose(first.id)

    def on_chosen(self, alarm_id: AlarmId | None) -> None:
        self.details.show_alarm(alarm_id)
        self.ledger.show_alarm(alarm_id)
        self.banner.follow(alarm_id)
        self.plan.show_alarm(alarm_id)
        self.player.show_clips(alarm_id)
        self.trend_panel.show_alarm(alarm_id)

    def on_wall_announced(self, _announced: announce.WallChanged) -> None:
        self.on_wall_changed()

    def on_wall_changed(self) -> None:
        """Put every camera where the wall wants it; the large picture takes the main stream."""
        shown = self._console.seeing.wall.tiles
        self.canvas.show_full(self._console.steering.surface(DESK).full is not None)
        for name in self.canvas.names():
            quality = Quality.MAIN if name == str(ALARM_TILE) else Quality.SUB
            self.canvas.assign(name, shown.get(TileId(name)), quality)
        current = self._console.seeing.wall.current
        if current is not None and self._reports.is_due(current):
            self.canvas.report_again(ALARM_TILE)
        self.canvas.update()

    def on_first_painted(self, name: str, shot: Shot) -> None:
        current = self._console.seeing.wall.current
        if name == ALARM_TILE or current is None:  # the strip beside an alarm was asked for by nobody
            self._reports.painted(name, shot, current)

    def on_picture_changed(self, announced: announce.PictureChanged) -> None:
        self.canvas.update_camera(announced.camera)

    def on_overruled(self, announced: announce.ActOverruled) -> None:
        who = f"{announced.by}, {announced.position}"
        self.details.refuse(self.tr("%1 was first").replace("%1", who))

    def on_sound(self, _announced: announce.SoundChanged | announce.SoundSilenced) -> None:
        self.details.offer_sound()
        self.header.update()

    def on_talk(self, _announced: announce.TalkChanged) -> None:
        """The lamp of the voice is the ON AIR box while we speak."""
        self.header.update()

    def on_sound_tested(self, tested: announce.SoundTested) -> None:
        self.details.refuse(self._words.tone_outcome(tested.outcome))

    def on_site_applied(self, _announced: announce.SiteApplied) -> None:
        """Names, numbers and counts may all be others now."""
        self.on_wall_changed()
        self.details.show_alarm(self.table.selected())
        self.header.retranslate()
        self.update()

    def on_drill(self, changed: announce.DrillChanged) -> None:
        """Alarms, incidents and units may all be others now: those of a drill, or the live ones again."""
        if changed.what == INJECTED:
            return
        self.alarms.read_again()
        self.dispatch.column.show_incident(None)
        self._choose_first()
        self.on_chosen(self.table.selected())
        self.on_wall_changed()
        self.dispatch.refresh()
        for widget in (self.header, self.banner, self.journal, self.ledger):
            widget.update()

    def on_language(self, language: str) -> None:
        self.table.setFocus()  # the arrow keys belong to the alarms again
        self.language_chosen.emit(language)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


def _column(upper: QWidget, lower: QWidget) -> QWidget:
    """Two panels without a splitter between them; one of them may be hidden."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(upper, 1 if isinstance(upper, AlarmPanel) else 0)
    layout.addWidget(lower, 0 if isinstance(upper, AlarmPanel) else 1)
    return column
