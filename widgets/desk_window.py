"""The desk: header, banner, alarm table, pictures and the chosen alarm in one window of fixed places.

Joins the panels to the console: announcements in, acts out. Nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console import announce
from console.alarms import Outcome
from console.app import Console
from console.errors import CommandRefused
from console.model import AlarmId, CameraId, Quality
from console.ports import Painted, Video
from console.wall import ALARM_TILE, WALL, TileId, Use
from widgets import theme
from widgets.alarm_panel import AlarmPanel
from widgets.banner import Banner
from widgets.desk_canvas import DeskCanvas
from widgets.desk_tiles import DeskTiles
from widgets.details import Details
from widgets.header import Header
from widgets.journal_panel import JournalPanel
from widgets.ledger import Ledger
from widgets.notice import Notices
from widgets.placing import Placing
from widgets.reasons import Reasons
from widgets.site_change import SiteChange
from widgets.tile import STALE_MS, Shot
from widgets.words import Words

LEFT_LEAST, RIGHT_LEAST = 344, 336
JOURNAL = ((1080, 20), (880, 3))  # window height and lines of the journal: alarm rows never give way


def round8(value: float) -> int:
    return round(value / 8) * 8


class DeskWindow(QWidget):
    """One per desk position. `closed` is emitted when the operator closes it, `language_chosen` from the header.

    `stale_ms`: an older picture is shown as old.
    """

    closed = Signal()
    language_chosen = Signal(str)

    def __init__(self, console: Console, video: Video, language: str, stale_ms: int = STALE_MS) -> None:
        super().__init__()
        self._console = console
        self._words = Words(self)
        self._placing = Placing(console, self._words, self)
        self._reasons = Reasons(self._words, self)
        self.header = Header(console, self._placing, self._words, self)
        self.banner = Banner(console, self._placing, self._words, self)
        self.notices = Notices(console, self._placing, self)
        self.alarms = AlarmPanel(console, self._placing, self._words, self)
        self.table = self.alarms.table
        self.ledger = Ledger(console, self)
        self.journal = JournalPanel(console, self._placing, self._words, self)
        self.site_change = SiteChange(console, self)
        self.tiles = DeskTiles(console, self._placing, self._words, self._reasons, self)
        self.canvas = DeskCanvas(video, console.clock, self._words, self.tiles.describe, self, stale_ms=stale_ms)
        self.details = Details(console, self._placing, self._words, self._reasons, self)
        self._reported: CameraId | None = None  # the camera last reported on the alarm tile
        self._lay_out()
        self._connect()
        self._keys()
        self.header.show_language(language)
        self.retranslate()
        self.on_wall_changed()
        self._choose_first()
        self.table.setFocus()

    # ---- layout ----

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.banner)
        outer.addWidget(self.notices)
        self._body = QHBoxLayout()
        self._body.setContentsMargins(0, theme.GUTTER, 0, 0)
        self._body.setSpacing(theme.GUTTER)
        outer.addLayout(self._body, 1)
        self._body.addWidget(self._left())
        self._body.addWidget(self.canvas, 1)
        self._body.addWidget(self.details)

    def _left(self) -> QWidget:
        self._column = QWidget(self)
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.alarms, 3)
        layout.addWidget(self.ledger)
        layout.addSpacing(theme.GUTTER)
        layout.addWidget(self.site_change)
        layout.addWidget(self.journal, 2)
        return self._column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        left = max(LEFT_LEAST, round8(width / 4)) if width <= 1920 else min(640, 480 + (width - 1920) // 8)
        right = max(RIGHT_LEAST, round8(0.225 * width)) if width <= 1920 else min(560, 432 + (width - 1920) // 8)
        self._column.setFixedWidth(left)
        self.details.setFixedWidth(right)
        lines = next((lines for least, lines in JOURNAL if self.height() >= least), 1)
        self.journal.setMaximumHeight(self.journal.height_of(lines))

    # ---- wiring ----

    def _connect(self) -> None:
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
        self.site_change.apply_asked.connect(lambda: self._do(self._console.revising.apply))
        self.site_change.discard_asked.connect(self._console.revising.discard)
        self.table.chosen.connect(self.on_chosen)
        self.banner.acknowledge_asked.connect(self.acknowledge)
        self.details.acknowledge_asked.connect(self.acknowledge)
        self.details.reset_asked.connect(self.reset)
        self.header.language_chosen.connect(self.on_language)
        self.canvas.first_painted.connect(self.on_first_painted)
        self.canvas.went_stale.connect(self._console.seeing.picture_stale)
        self.canvas.went_live.connect(self._console.seeing.picture_live)
        self.canvas.pressed.connect(self.on_pressed)
        self.canvas.pointed.connect(self.on_pointed)
        self.table.activated.connect(self.show_chosen)

    def _keys(self) -> None:
        acts: dict[Qt.Key | QKeyCombination, Callable[[], None]] = {
            Qt.Key.Key_F2: self.acknowledge_chosen,
            Qt.Key.Key_F3: lambda: self._console.seeing.look_at("best"),
            Qt.Key.Key_F4: lambda: self._console.seeing.look_at("next"),
            Qt.Key.Key_Escape: lambda: self._console.seeing.look_at("restore"),
            Qt.Key.Key_PageDown: lambda: self._console.seeing.turn_page(1),
            Qt.Key.Key_PageUp: lambda: self._console.seeing.turn_page(-1),
            Qt.Modifier.CTRL | Qt.Key.Key_D: self.notices.dismiss,
            Qt.Modifier.CTRL | Qt.Key.Key_R: lambda: self._do(self._console.reload_site),
        }
        for key, act in acts.items():
            QShortcut(QKeySequence(key), self, act).setAutoRepeat(key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Watchroom %1").replace("%1", self._console.seat.position))
        self.update()

    # ---- announcements ----

    def on_alarm(self, announced: announce.Announcement) -> None:
        alarm_id: AlarmId = announced.alarm  # type: ignore[attr-defined]  # every kind subscribed to carries one
        self.alarms.refresh(alarm_id)
        if self.table.selected() is None or isinstance(announced, announce.AlarmRaised):
            self._choose_first()
        self.details.show_alarm(self.table.selected())
        self.ledger.show_alarm(self.table.selected())
        self.banner.update()
        self.header.update()

    def _choose_first(self) -> None:
        """The worst unacknowledged alarm is chosen, unless the operator is at one that is as grave and not seen yet."""
        first = self.table.rows.alarm(0)
        chosen = self.table.selected()
        current = self._console.alarms.get(chosen) if chosen is not None else None
        as_grave = current is not None and first is not None and current.alarm_class is first.alarm_class
        busy = as_grave and current is not None and current.acknowledged is None
        if first is not None and not busy:
            self.table.choose(first.id)

    def on_wall_announced(self, _announced: announce.WallChanged) -> None:
        self.on_wall_changed()

    def on_wall_changed(self) -> None:
        """Put every camera where the wall wants it; the large picture takes the main stream."""
        shown = self._console.seeing.wall.tiles
        for name in self.canvas.names():
            quality = Quality.MAIN if name == str(ALARM_TILE) else Quality.SUB
            self.canvas.assign(name, shown.get(TileId(name)), quality)
        if self._unseen():
            self.canvas.report_again(ALARM_TILE)
        self.canvas.update()

    def on_picture_changed(self, announced: announce.PictureChanged) -> None:
        for name in self.canvas.names():
            place = self.canvas.place(name)
            if place.camera == announced.camera:
                self.canvas.update(place.rect)

    def on_overruled(self, announced: announce.ActOverruled) -> None:
        who = f"{announced.by}, {announced.position}"
        self.details.refuse(self.tr("%1 was first").replace("%1", who))

    def on_site_applied(self, _announced: announce.SiteApplied) -> None:
        """Names, numbers and counts may all be others now."""
        self.on_wall_changed()
        self.details.show_alarm(self.table.selected())
        self.update()

    # ---- acts ----

    def on_language(self, language: str) -> None:
        self.table.setFocus()  # the arrow keys belong to the alarms again
        self.language_chosen.emit(language)

    def on_chosen(self, alarm_id: AlarmId | None) -> None:
        self.details.show_alarm(alarm_id)
        self.ledger.show_alarm(alarm_id)
        self.banner.follow(alarm_id)

    def acknowledge_chosen(self) -> None:
        chosen = self.table.selected()
        if chosen is not None:
            self.acknowledge(chosen)

    def acknowledge(self, alarm_id: AlarmId) -> None:
        self._do(lambda: self._console.acknowledge(alarm_id))

    def reset(self, alarm_id: AlarmId, outcome: Outcome) -> None:
        self._do(lambda: self._console.reset(alarm_id, outcome))

    def _do(self, act: Callable[[], None]) -> None:
        """A refused act is told in words; what an earlier act was told is over."""
        self.details.refuse("")
        try:
            act()
        except CommandRefused as refused:
            self.details.refuse(self._words.refusal(refused.code))

    def show_chosen(self) -> None:
        """Enter or a double click: the chosen alarm's pictures, of whatever class it is."""
        chosen = self.table.selected()
        if chosen is not None:
            self._console.seeing.show_alarm(chosen)

    def on_pointed(self, name: str) -> None:
        """No alarm replaces the tile under the pointer."""
        if name == ALARM_TILE:
            self._console.seeing.wall.hold(ALARM_TILE, Use.POINTER)
        else:
            self._console.seeing.wall.release(ALARM_TILE, Use.POINTER)

    def on_pressed(self, name: str) -> None:
        """A tile of the wall was chosen."""
        if name in WALL:
            self.tiles.selected = TileId(name)
            self._console.seeing.enlarge(TileId(name))
            self.canvas.update()

    # ---- what was painted ----

    def on_first_painted(self, name: str, shot: Shot) -> None:
        current = self._console.seeing.wall.current
        if name != ALARM_TILE or current is None or current.choice is None or not self._is_displayed():
            return
        if shot.camera != current.choice.camera.id:  # the alarm came between this paint and now
            return
        age_ms = shot.age_ns(self._console.clock.monotonic_ns()) // 1_000_000
        alarms = current.alarms if shot.camera != self._reported else self._unseen()
        self._reported = shot.camera
        for alarm in alarms:
            self._console.seeing.painted(
                Painted(
                    alarm=alarm, camera=shot.camera, window=self._console.seat.position, tile=name,
                    painted_ms=self._console.clock.now_ms(), source="memory" if shot.from_memory else "live",
                    frame_age_ms=age_ms,
                )
            )  # fmt: skip

    def _unseen(self) -> tuple[AlarmId, ...]:
        """Alarms of the tile whose picture has not been reported yet: a second detector of a zone shares the tile."""
        current = self._console.seeing.wall.current
        alarms = [self._console.alarms.get(alarm) for alarm in current.alarms] if current is not None else []
        return tuple(a.id for a in alarms if a is not None and not self._console.seeing.ledger(a).painted_ms)

    def _is_displayed(self) -> bool:
        """Painted on a present screen in a window that is neither hidden nor minimised."""
        return self.isVisible() and not self.isMinimized() and self.screen() is not None

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
