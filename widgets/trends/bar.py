"""The bar above the plots: what is shown, how much time, live or paused, adding and exporting. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from widgets import lettering, theme
from widgets.plan.chips import HEIGHT, Chip
from widgets.trends.span import DAY, RANGES
from widgets.trends.trend_words import TrendWords

GAP, PART, NOTE_GAP = 4, 12, 10


class TrendBar(QWidget):
    """Without room the ranges become one button with a menu; *on the desk* and *yesterday* go into the export's."""

    length_asked = Signal(object)  # int, ms: thirty days do not fit into an int of Qt
    live_asked = Signal()
    compare_asked = Signal()
    add_asked = Signal()
    desk_asked = Signal()
    csv_asked = Signal()
    picture_asked = Signal()

    def __init__(self, words: TrendWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._guest: QWidget | None = None
        self._title_box = QRect()
        self.title, self.note = "", ""
        self._length_ms = RANGES[0]
        self.setFixedHeight(theme.PANEL_HEAD)
        self.ranges = {length: Chip(self) for length in RANGES}
        self.length = Chip(self, checkable=False)
        self.live = Chip(self)
        self.compare = Chip(self)
        self.add_point, self.desk, self.export = (Chip(self, checkable=False) for _ in range(3))
        for length, chip in self.ranges.items():
            chip.clicked.connect(lambda _checked=False, ms=length: self.length_asked.emit(ms))
        self.length.clicked.connect(self.on_length)
        self.live.clicked.connect(self.live_asked)
        self.compare.clicked.connect(self.compare_asked)
        self.add_point.clicked.connect(self.add_asked)
        self.desk.clicked.connect(self.desk_asked)
        self.export.clicked.connect(self.on_export)
        self.retranslate()

    def add(self, buttons: QWidget) -> None:
        """Buttons of the desk, at the right end."""
        buttons.setParent(self)
        self._guest = buttons
        self._arrange()

    def show_state(
        self, length_ms: int, *, live: bool, pens: int, title: str, note: str, compared: bool = False
    ) -> None:  # fmt: skip
        """What is shown now; what needs a line is only offered where there is one, and a day before up to a day."""
        self._length_ms, self.title, self.note = length_ms, title, note
        for length, chip in self.ranges.items():
            chip.setChecked(length == length_ms)
        self.length.say(f"{self._words.length(length_ms)} ▾")
        self.live.setChecked(live)
        self.live.say(self.tr("live") if live else self.tr("paused"))
        for chip in (self.desk, self.export):
            chip.setEnabled(pens > 0)
        self.compare.setEnabled(pens > 0 and length_ms <= DAY)
        self.compare.setChecked(compared and length_ms <= DAY)
        self._arrange()
        self.update()

    def retranslate(self) -> None:
        for length, chip in self.ranges.items():
            chip.say(self._words.length(length))
        self.add_point.say(self.tr("+ point"))
        self.compare.say(self.tr("yesterday"))
        self.compare.setToolTip(self.tr("The same hours of the day before, dotted (Y)"))
        self.desk.say(self.tr("on the desk"))
        self.desk.setToolTip(self.tr("These points are what the left column shows at rest"))
        self.export.say(self.tr("export"))
        self._arrange()

    # ---- menus ----

    def on_length(self) -> None:
        menu = QMenu(self)
        for length in RANGES:
            action = menu.addAction(self._words.length(length))
            action.triggered.connect(lambda _checked=False, ms=length: self.length_asked.emit(ms))
        self._pop(menu, self.length)

    def on_export(self) -> None:
        menu = QMenu(self)
        if self.desk.isHidden():
            menu.addAction(self.desk.text()).triggered.connect(self.desk_asked)
            compare = menu.addAction(self.compare.text())
            compare.setCheckable(True)
            compare.setChecked(self.compare.isChecked())
            compare.setEnabled(self.compare.isEnabled())
            compare.triggered.connect(self.compare_asked)
        menu.addAction(self.tr("Values as CSV…")).triggered.connect(self.csv_asked)
        menu.addAction(self.tr("Picture as PNG…")).triggered.connect(self.picture_asked)
        self._pop(menu, self.export)

    def _pop(self, menu: QMenu, chip: Chip) -> None:
        menu.setFont(theme.font("body"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    # ---- layout ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """The desk's buttons may want another width, in another language."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """From the right: the desk's buttons, export, add; live; the ranges; the title only has what is left."""
        right = self.width() - theme.SPACE
        if self._guest is not None:
            guest = self._guest.sizeHint()
            right -= guest.width()
            self._guest.setGeometry(right, 0, guest.width(), self.height())
            right -= PART
        folded = right - self._needed() < theme.SPACE
        self.desk.setHidden(folded)
        self.compare.setHidden(folded)
        for chip in (self.export, self.add_point) if folded else (self.export, self.desk, self.add_point):
            right = self._put_left_of(chip, right)
        right -= PART - GAP
        right = right if folded else self._put_left_of(self.compare, right)
        right = self._put_left_of(self.live, right)
        whole = sum(chip.sizeHint().width() + GAP for chip in self.ranges.values())
        has_room = right - PART - whole >= theme.SIDE
        for chip in self.ranges.values():
            chip.setVisible(has_room)
        self.length.setVisible(not has_room)
        if has_room:
            for chip in reversed(self.ranges.values()):
                right = self._put_left_of(chip, right)
        else:
            right = self._put_left_of(self.length, right)
        self._title_box = QRect(theme.SIDE, 0, max(0, right - PART - theme.SIDE), self.height())

    def _needed(self) -> int:
        """px of everything that does not fold."""
        chips = (self.export, self.desk, self.add_point, self.compare, self.live, self.length)
        return sum(chip.sizeHint().width() + GAP for chip in chips) + PART

    def _put_left_of(self, chip: Chip, right: int) -> int:
        width = chip.sizeHint().width()
        chip.setGeometry(right - width, (self.height() - HEIGHT) // 2, width, HEIGHT)
        return right - width - GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(self.rect(), theme.colour("bg.raise"))
            box = self._title_box
            width = lettering.width("body.strong", self.title) + 2
            if width <= box.width():  # else the pressed button at the right end says it
                title = QRect(box.x(), 0, width, box.height())
                lettering.draw(painter, title, "body.strong", self.title, theme.colour("text.hi"))
            if self.has_room_for_note():
                note = box.adjusted(width + NOTE_GAP, 0, 0, 0)
                lettering.draw(painter, note, "note", self.note, theme.colour("text"))

    def has_room_for_note(self) -> bool:
        """Whether the note can be read in the bar."""
        needed = lettering.width("body.strong", self.title) + 2 + NOTE_GAP + lettering.width("note", self.note)
        return needed <= self._title_box.width()
