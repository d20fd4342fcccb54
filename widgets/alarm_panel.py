"""The alarm table with its head, its column names, what can be done with several rows, and what an empty one says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.model import AlarmId
from widgets import theme
from widgets.alarm_table import AlarmTable
from widgets.alarms.bulk import Bulk
from widgets.alarms.duty_bar import DutyBar
from widgets.alarms.head import AlarmHead
from widgets.alarms.listing import Listing
from widgets.column_head import ColumnHead
from widgets.dispatch.board import Board
from widgets.pace import Pace, Steady
from widgets.placing import Placing
from widgets.words import Words

USUAL = 300  # px of the table at rest: with fewer fires than fill it, the panels below come back
LOOK_MS = 1_000  # how often the number of points heard is read while no alarm is open


class AlarmPanel(QWidget):
    """Never blank: an empty table says so and how much of the site is heard.

    `room_asked`: there are more fires nobody has seen than rows for them, so that the panels below have to give way.
    """

    room_asked = Signal(bool)

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._console = console
        self.table = AlarmTable(console, placing, words, board, self)
        self.head = AlarmHead(console, self.table, self)
        self.bulk = Bulk(console, self.table, self)
        self.duties = DutyBar(self.table, self)
        self._was_flood = self._has_room = False
        self._pace = Pace(self._tell, lambda: console.alarms.is_flood, self)
        self._grouped_by_hand = False
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(theme.SIDE, theme.SIDE, theme.SIDE, theme.SIDE)
        self._empty.setStyleSheet(f"background: {theme.TOKENS['bg.panel']}; color: {theme.TOKENS['text.dim']}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, ColumnHead(words, self), self._empty):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.bulk)
        layout.addWidget(self.duties)
        self.head.listing_asked.connect(self.show_listing)
        self.head.place_asked.connect(self.on_place_asked)
        for kind in (
            announce.PointOutOfService, announce.PointBack, announce.PointOnTest, announce.PointTestEnded,
        ):  # fmt: skip
            console.announcer.subscribe(kind, self.on_duty)
        self.retranslate()
        self._timer = Steady(LOOK_MS, self._count, self)
        self._timer.begin()

    def refresh(self, alarm_id: AlarmId) -> None:
        """The alarm changed, came or went."""
        self.table.refresh(alarm_id)
        self._look()
        self._pace.ask()

    def read_again(self) -> None:
        """Other alarms than before are shown; none of them is chosen."""
        self.table.read_again()
        self._count()

    def on_duty(self, _announced: announce.Announcement) -> None:
        """A detector is not relied on any more, or again."""
        if self.duties.way() is not None:
            self.table.read_again()
            self.duties.refresh()
        self._count()

    # ---- which and how ----

    def show_listing(self, listing: Listing) -> None:
        """List these; fires are in every list."""
        self.table.show_listing(listing)
        self._count()

    def give_back(self) -> bool:
        """Esc: the whole list comes back. Whether it was another one."""
        was_other = self.table.rows.listing is not Listing.ALL
        self.show_listing(Listing.ALL)
        return was_other

    def on_place_asked(self, by_place: bool) -> None:
        self._grouped_by_hand = True
        self.table.group(by_place)

    def _look_for_flood(self) -> None:
        """A flood groups the table and its end puts it straight, unless a person decides otherwise meanwhile."""
        is_flood = self._console.alarms.is_flood
        if is_flood == self._was_flood or self.table.hand.is_on:
            return
        if is_flood:
            self._grouped_by_hand = False
        if not self._grouped_by_hand:
            self.table.group(is_flood)
        self._was_flood = is_flood

    def _look_for_room(self) -> None:
        """Every fire is to be seen at once: first the panels below give way, then the rows get lower."""
        is_short = self.table.is_short(USUAL if self._has_room else self.table.viewport().height())
        if is_short != self._has_room:
            self._has_room = is_short
            self.room_asked.emit(is_short)
        self.table.make_dense(self.table.is_short(self.table.viewport().height()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._empty.setFont(theme.font("body"))
        self.head.retranslate()
        self.bulk.retranslate()
        self.duties.retranslate()
        self._count()

    def _count(self) -> None:
        self._look()
        self._tell()

    def _look(self) -> None:
        self._look_for_flood()
        self._look_for_room()

    def _tell(self) -> None:
        """Head and words of the list, as it is now."""
        self._empty.setVisible(not self.table.rows.rowCount())
        if not self._empty.isHidden():
            self._empty.setText(self.empty_words())
        self.head.refresh()

    def empty_words(self) -> str:
        """An empty list says what was looked at, and where the rest is."""
        counted, heard = self._console.alarms.counts(), self._console.points.count()
        is_all = self.table.rows.listing is Listing.ALL
        said = [self.tr("No alarm is open.") if is_all else self.tr("None is in this list.")]
        aside = (
            (counted.shelved, self.tr("%1 shelved")), (counted.suppressed, self.tr("%1 suppressed")),
            (counted.out_of_service, self.tr("%1 out of service")), (counted.on_test, self.tr("%1 on test")),
        )  # fmt: skip
        if told := [text.replace("%1", str(count)) for count, text in aside if count]:
            said.append(", ".join(told) + ".")
        said.append(self.tr("%1 of %2 points heard.").replace("%1", str(heard.heard)).replace("%2", str(heard.total)))
        return " ".join(said)
