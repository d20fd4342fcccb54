"""The bar of the page: how far back, what is being worked out, and how to keep the answer. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from console.performance.desk import SPANS_MS
from widgets import lettering, theme
from widgets.performance.performance_words import PerformanceWords
from widgets.plan.chips import HEIGHT, Chip

GAP, PART = 4, 10


class PerformanceBar(QWidget):
    """`span_asked` carries ms; while something is worked out a chip gives it up.

    Without room the spans become one button with a menu, and so do the files.
    """

    span_asked = Signal(object)  # int, ms: thirty days do not fit into an int of Qt
    cancel_asked = Signal()
    file_asked = Signal(str)

    def __init__(self, words: PerformanceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._guest: QWidget | None = None
        self._title_box = QRect()
        self.note = ""
        self.setFixedHeight(theme.PANEL_HEAD)
        self.spans = {ms: Chip(self) for ms in SPANS_MS}
        self.cancel, self.pdf, self.csv, self.span, self.file = (Chip(self, checkable=False) for _ in range(5))
        self._has_report = False
        for ms, chip in self.spans.items():
            chip.clicked.connect(lambda _checked=False, of=ms: self.span_asked.emit(of))
        self.cancel.clicked.connect(self.cancel_asked)
        self.pdf.clicked.connect(lambda: self.file_asked.emit("pdf"))
        self.csv.clicked.connect(lambda: self.file_asked.emit("csv"))
        self.span.clicked.connect(self.on_span)
        self.file.clicked.connect(self.on_file)
        for chip in (self.cancel, self.pdf, self.csv, self.span, self.file):
            chip.hide()
        self.retranslate()

    def add(self, buttons: QWidget) -> None:
        """Buttons of the desk, at the right end."""
        buttons.setParent(self)
        self._guest = buttons
        self._arrange()

    def show_state(self, span_ms: int, note: str, *, is_running: bool, has_report: bool) -> None:
        self.note = note
        for ms, chip in self.spans.items():
            chip.setChecked(ms == span_ms)
        self.span.say(f"{self._words.span(span_ms)} ▾")
        self.cancel.setVisible(is_running)
        self._has_report = has_report
        self._arrange()
        self.update()

    def retranslate(self) -> None:
        for ms, chip in self.spans.items():
            chip.say(self._words.span(ms))
        self.cancel.say(self.tr("give up"))
        self.pdf.say(self.tr("print"))
        self.pdf.setToolTip(self.tr("All of it as a PDF"))
        self.csv.say(self.tr("CSV"))
        self.file.say(self.tr("print") + " ▾")
        self._arrange()

    # ---- menus ----

    def on_span(self) -> None:
        menu = QMenu(self)
        for ms in self.spans:
            menu.addAction(self._words.span(ms)).triggered.connect(
                lambda _checked=False, of=ms: self.span_asked.emit(of)
            )  # fmt: skip
        self._pop(menu, self.span)

    def on_file(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("All of it as a PDF")).triggered.connect(lambda: self.file_asked.emit("pdf"))
        menu.addAction(self.tr("CSV")).triggered.connect(lambda: self.file_asked.emit("csv"))
        self._pop(menu, self.file)

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
        """From the right: the desk's buttons, files, spans; the title has what is left."""
        right = self.width() - theme.SPACE
        if self._guest is not None:
            guest = self._guest.sizeHint()
            right -= guest.width()
            self._guest.setGeometry(right, 0, guest.width(), self.height())
            right -= PART
        folded = right - self._needed() < theme.SIDE
        for chip in (self.pdf, self.csv):
            chip.setVisible(self._has_report and not folded)
        self.file.setVisible(self._has_report and folded)
        self.span.setVisible(folded)
        for chip in self.spans.values():
            chip.setVisible(not folded)
        for chip in (self.file, self.csv, self.pdf):
            right = self._put_left_of(chip, right)
        right -= PART
        for chip in (self.span, *reversed(self.spans.values())):
            right = self._put_left_of(chip, right)
        right = self._put_left_of(self.cancel, right - PART)
        self._title_box = QRect(theme.SIDE, 0, max(0, right - theme.SIDE), self.height())

    def _needed(self) -> int:
        """px of title and buttons unfolded."""
        chips = [*self.spans.values(), *((self.pdf, self.csv) if self._has_report else ())]
        if not self.cancel.isHidden():
            chips.append(self.cancel)
        needed: int = sum(chip.sizeHint().width() + GAP for chip in chips)
        return needed + lettering.width("body.strong", self._words.title()) + 3 * PART

    def _put_left_of(self, chip: Chip, right: int) -> int:
        if chip.isHidden():
            return right
        width = chip.sizeHint().width()
        chip.setGeometry(right - width, (self.height() - HEIGHT) // 2, width, HEIGHT)
        return right - width - GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        title = self._words.title()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("bg.raise"))
            lettering.draw(painter, self._title_box, "body.strong", title, theme.colour("text.hi"))
            used = lettering.width("body.strong", title) + PART
            rest = self._title_box.adjusted(used, 0, 0, 0)
            if rest.width() > lettering.width("note", self.note):
                lettering.draw(painter, rest, "note", self.note, theme.colour("text.dim"))
