"""The head of the alarm table: what is listed, how many of it, and the chips that narrow it or put it in order."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.app import Console
from widgets import lettering, theme
from widgets.alarm_table import AlarmTable
from widgets.alarms.listing import Listing
from widgets.plan.chips import HEIGHT, Chip

CHOSEN = (Listing.ALL, Listing.MINE)  # with a chip of their own; the others are opened by their count in the header


class AlarmHead(QWidget):
    """Words leave before chips do; the counts of what is open never do."""

    listing_asked = Signal(object)  # Listing
    place_asked = Signal(bool)

    def __init__(self, console: Console, table: AlarmTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._table = table
        self.setFixedHeight(theme.PANEL_HEAD)
        self.chips = {listing: Chip(self) for listing in CHOSEN}
        self.place = Chip(self)
        for listing, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, one=listing: self.listing_asked.emit(one))
        self.place.clicked.connect(self.place_asked)
        table.arranged.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        self.chips[Listing.ALL].say(self.tr("all"))
        self.chips[Listing.MINE].say(self.tr("mine"))
        self.chips[Listing.MINE].setToolTip(self.tr("Mine, what is nobody's yet, and every fire"))
        self.place.say(self.tr("place"))
        self.place.setToolTip(self.tr("By building and floor; every fire by itself"))
        self._arrange()
        self.refresh()

    def refresh(self) -> None:
        """Another listing, or other counts."""
        for listing, chip in self.chips.items():
            chip.setChecked(listing is self._table.rows.listing)
        self.place.setChecked(self._table.rows.is_by_place)
        self.update()

    # ---- words ----

    def title(self) -> str:
        """What is listed."""
        return {
            Listing.ALL: self.tr("Alarms"),
            Listing.MINE: self.tr("Mine"),
            Listing.UNSEEN: self.tr("Unacknowledged"),
            Listing.ACTIVE: self.tr("Active"),
            Listing.SHELVED: self.tr("Shelved"),
            Listing.SUPPRESSED: self.tr("Suppressed"),
            Listing.OUT_OF_SERVICE: self.tr("Out of service"),
            Listing.ON_TEST: self.tr("On test"),
            Listing.UNKNOWN: self.tr("Unknown"),
        }[self._table.rows.listing]

    def counts(self) -> str:
        """How many nobody has acknowledged, and how many are open; in a narrower list that fires are in it."""
        if self._table.rows.listing is not Listing.ALL:
            return self.tr("fires are always listed")
        counted = self._console.alarms.counts()
        text = self.tr("%1 unacknowledged · %2 open")
        return text.replace("%1", str(counted.owed)).replace("%2", str(counted.listed))

    def short_counts(self) -> str:
        """The same where there is little room: unacknowledged of open."""
        if self._table.rows.listing is not Listing.ALL:
            return self.tr("+ fires")
        counted = self._console.alarms.counts()
        return f"{counted.owed} / {counted.listed}"

    # ---- looks ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        right = self.width() - theme.SPACE
        for chip in (self.place, *reversed(self.chips.values())):
            width = chip.sizeHint().width()
            chip.setGeometry(right - width, (self.height() - HEIGHT) // 2, width, HEIGHT)
            right -= width + theme.GUTTER

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        box = QRect(theme.SIDE, 0, self.chips[Listing.ALL].x() - theme.SIDE - theme.SPACE, self.height())
        title, text = self.title(), self.counts()
        lettering.draw(painter, box, "body.strong", title, theme.colour("text.hi"))
        box.setLeft(box.left() + lettering.width("body.strong", title) + 12)
        if lettering.width("body", text) > box.width():
            text = self.short_counts()
        lettering.draw(painter, box, "body", text, theme.colour("text"))
        painter.end()
