"""The desk: every panel of a dispatcher's position in one window of fixed places.

Composes the panels and carries announcements to them. Which alarm they are about is in `desk_alarms`, what the
operator does in `desk_acts`, the places are in `desk_grid`, what was painted is told by `reports`. Nothing here decides
anything.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.keeping import Keeping
from console.model import Quality
from console.ports import Video
from console.wall import ALARM_TILE, DESK, PANEL, TileId
from widgets import desk_keys
from widgets.alarm_panel import AlarmPanel
from widgets.alarms.reminders import Reminders
from widgets.alarms.speaker import Speaker
from widgets.banner import Banner
from widgets.desk_acts import DeskActs, Parts
from widgets.desk_alarms import DeskAlarms
from widgets.desk_canvas import DeskCanvas
from widgets.desk_grid import DeskGrid
from widgets.desk_pages import add_further
from widgets.desk_tiles import DeskTiles
from widgets.details import Details
from widgets.dispatch.board import Board
from widgets.dispatch.dispatch_desk import DispatchDesk
from widgets.drill.block import Block
from widgets.drill.border import Border
from widgets.drill.drill_words import DrillWords
from widgets.drill.live_line import LiveLine, LiveRows
from widgets.drill.page import DrillPage
from widgets.drill.strip import Strip
from widgets.handover.page import HandoverPage
from widgets.header import Header
from widgets.journal_panel import JournalPanel
from widgets.ledger import Ledger
from widgets.lower_panel import CLIP, DRILL, HANDOVER, INCIDENT, PERFORMANCE, PLAN, PROOFS, TRENDS, WALL, LowerPanel
from widgets.notice import Notices
from widgets.page_buttons import PageButtons
from widgets.people.called import SupervisorCall
from widgets.performance.page import PerformancePage
from widgets.placing import Placing
from widgets.plan.panel import PlanPanel
from widgets.player import PlayerPanel
from widgets.proving.page import ProofPage
from widgets.ptz.desk import PtzDesk
from widgets.reasons import Reasons
from widgets.remote.notice import RemoteNotice
from widgets.reports import Reports
from widgets.rewind.desk import RewindDesk
from widgets.screens.witness import Witness, in_table
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
        self._make_sides()
        self._make_centre(video, slots or Slots(), stale_ms)
        parts = Parts(
            self.table, self.alarms, self.details, self.lower_panel, self.plan, self.header.command_line, self.notices,
            self.trends, self.dispatch,
        )  # fmt: skip
        self._speaker = Speaker(console, self._placing, self._words, self)
        self.acts = DeskActs(console, self._words, self._placing, parts, self)
        self._reports = Reports(console, console.seat.position, self.canvas)
        self.ptz = PtzDesk(console, self.canvas, self.details, self.notices, self._placing, self._words, self)
        about = (
            self.details.show_alarm, self.ledger.show_alarm, self.banner.follow, self.plan.show_alarm,
            self.player.show_clips, self.trend_panel.show_alarm,
        )  # fmt: skip
        self._chosen = DeskAlarms(
            console, self.alarms, self.banner, self.header, self.lower_panel, self.acts, about, self
        )  # fmt: skip
        self._lay_out()
        self._subscribe()
        self._connect()
        desk_keys.bind(self, self.acts)
        self.rewind = RewindDesk(console, self.canvas, self.wall, self.details, self._placing, self._words, self)
        self.header.show_language(language)
        self.retranslate()
        if console.steering.selected is None:
            console.steering.select(ALARM_TILE)
        self._order_tabs()
        self.on_wall_changed()
        self._chosen.choose_first()
        self.table.setFocus()

    # ---- panels ----

    def _make_sides(self) -> None:
        console, placing, words = self._console, self._placing, self._words
        self.header = Header(console, placing, words, self)
        self.banner = Banner(console, placing, words, self)
        self.notices = Notices(console, placing, self)
        self._call = SupervisorCall(console, placing, self.notices, self)
        self.reminders = Reminders(console, placing, self.notices, self)
        self._remote = RemoteNotice(console, placing, words, self.notices, self)
        self._drill_words = DrillWords(console, placing, self)
        self.strip = Strip(console, self._drill_words, self)
        self.board = Board(console, placing, words, self)
        self.alarms = AlarmPanel(console, placing, words, self.board, self)
        self.table = self.alarms.table
        self._witness = Witness(console, self.table.viewport(), lambda: in_table(self.table))
        self.live_rows = LiveRows(console, self._drill_words, placing, words, self.alarms)
        self.live_line = LiveLine(console, self._drill_words, self.live_rows, self.alarms, self)
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
        self.proofs = ProofPage(console, self._placing, words, self)
        self.handover = HandoverPage(console, self._placing, words, self._drill_words, self)
        self.performance = PerformancePage(console, self._placing, words, self)
        pages = (
            (PLAN, self.plan), (WALL, self.wall), (CLIP, self.player), (TRENDS, self.trends),
            (INCIDENT, self.dispatch.page), (DRILL, self.drill), (PROOFS, self.proofs),
            (HANDOVER, self.handover), (PERFORMANCE, self.performance),
        )  # fmt: skip
        for name, page in pages:
            self.lower_panel.add(name, page)
            page.bar.add(PageButtons(self.lower_panel))
        add_further(self.lower_panel, console, self._placing, words)

    def _lay_out(self) -> None:
        self.grid = DeskGrid(
            _column(self.alarms, self.live_line, self.ledger), _column(self.site_change, self.journal), self.canvas,
            self.lower_panel, self.details, self, trends=self.trend_panel, talk=self.talk,
        )  # fmt: skip
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(_row(Block(self._console, self), self.banner))
        for widget in (self.strip, self.notices):
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
        acts.may_apply = lambda: self._console.revising.pending is None or self.site_change.isVisible()
        self.site_change.apply_asked.connect(acts.apply_site)
        self.site_change.discard_asked.connect(self._console.revising.discard)
        self.table.activated.connect(acts.show_chosen)
        self.banner.acknowledge_asked.connect(acts.acknowledge)
        self.banner.alarm_asked.connect(acts.choose)
        self.details.acknowledge_asked.connect(acts.acknowledge)
        self.details.reset_asked.connect(acts.deeds.reset)
        self.details.verify_asked.connect(acts.deeds.verify)
        self.details.deed_asked.connect(acts.deeds.ask)
        self.alarms.bulk.acknowledge_asked.connect(acts.deeds.acknowledge_many)
        self.alarms.bulk.shelve_asked.connect(acts.deeds.shelve_many)
        self.alarms.duties.another_asked.connect(acts.deeds.ask_point)
        self.alarms.duties.back_asked.connect(acts.deeds.bring_back)
        self.details.silence_asked.connect(acts.silence)
        self.details.test_asked.connect(acts.test_tone)
        self.trend_panel.point_asked.connect(acts.show_trend)
        self.drill.done.connect(acts.on_focus_lost)
        self.handover.done.connect(acts.on_focus_lost)
        self.alarms.room_asked.connect(self.on_room_asked)
        self.trends.desk_chosen.connect(self.trend_panel.show_choice)
        self.header.language_chosen.connect(self.on_language)
        self.header.listing_asked.connect(acts.show_listing)
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
        self._chosen.choose_first()
        self._chosen.show_chosen()
        self.on_wall_changed()
        self.dispatch.refresh()
        for widget in (self.header, self.banner, self.journal, self.ledger):
            widget.update()

    def on_language(self, language: str) -> None:
        self.table.setFocus()  # the arrow keys belong to the alarms again
        self.language_chosen.emit(language)

    def on_room_asked(self, wanted: bool) -> None:
        """In a flood of fires the whole column is the list's."""
        self.ledger.setVisible(not wanted)
        self.grid.give_room(wanted)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Side by side; the right one takes the room."""
    layout = QHBoxLayout()
    layout.setSpacing(0)
    layout.addWidget(left)
    layout.addWidget(right, 1)
    return layout


def _column(*panels: QWidget) -> QWidget:
    """Panels without a splitter between them; some of them may be hidden."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    main = panels[0] if isinstance(panels[0], AlarmPanel) else panels[-1]
    for panel in panels:
        layout.addWidget(panel, 1 if panel is main else 0)
    return column
