"""The page of trends below the pictures: up to four plots of up to four lines over one stretch of time. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.app import Console
from console.errors import CommandRefused
from console.keeping import Keeping
from console.model import AlarmId, PointId
from widgets import lettering, theme
from widgets.drill import veil
from widgets.placing import Placing
from widgets.trends.arrangement import Arrangement, arrangement_of
from widgets.trends.bar import TrendBar
from widgets.trends.board import Board
from widgets.trends.export import Export
from widgets.trends.marks import Marks
from widgets.trends.nearby import Near, Nearness
from widgets.trends.picker import PointPicker
from widgets.trends.scene import Scene
from widgets.trends.span import HOUR, RANGES, Span, around
from widgets.trends.stopwatch import Stopwatch
from widgets.trends.telling import Telling
from widgets.words import Words

REDRAW_MS = 400
PAN, ZOOM = 0.25, 2.0  # what an arrow key does: share of the length, notches
MOST_PLOTS = 4


class TrendPage(QWidget):
    """← → move, + − zoom, L is live again, Y compares with yesterday, A adds a point while the keys are here."""

    desk_chosen = Signal(object)  # tuple[PointId, ...]: what the left column shows at rest

    def __init__(
        self, console: Console, placing: Placing, words: Words, marks: Marks, keeping: Keeping | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console = console
        self._keeping = keeping
        self._kept_as = f"trends-{console.seat.position}"
        self._marks = marks
        self._telling = Telling(console, placing, self)
        self._scene = Scene(console, self._telling, marks, self)
        kept = keeping.read(self._kept_as) if keeping is not None else None
        self.arrangement = arrangement_of(kept or {})
        self.span = Span(self.arrangement.length_ms)
        self._chosen: int | None = None
        self._told = ""
        self.bar = TrendBar(self._telling.words, self)
        self.export = Export(console, self._telling, self)
        self.board = Board(self)
        self._watch = Stopwatch(console, self)
        self.line = QLabel(self)
        self.picker = PointPicker(console, self._telling, words, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        self.line.setContentsMargins(theme.SIDE, 2, theme.SIDE, 2)
        self.line.setStyleSheet(f"color: {theme.TEXT}; background: {theme.PANEL}")
        whole.addWidget(self.line)
        whole.addWidget(self.board, 1)

    def _connect(self) -> None:
        bar, board = self.bar, self.board
        bar.length_asked.connect(self.show_length)
        bar.live_asked.connect(self.toggle_live)
        bar.compare_asked.connect(self.toggle_compared)
        bar.add_asked.connect(self.ask_for_point)
        bar.desk_asked.connect(self.keep_for_desk)
        bar.csv_asked.connect(lambda: self.export.ask_for_values(self.points, *self.span.at(self._now())))
        bar.picture_asked.connect(self.ask_for_picture)
        self.export.told.connect(self.say)
        board.zoomed.connect(lambda notches, about: self._move(self.span.zoomed(notches, about, self._now())))
        board.dragged.connect(lambda share: self._move(self.span.moved(share, self._now())))
        board.restore_asked.connect(self.go_live)
        board.chosen.connect(self.on_plot_chosen)
        board.remove_asked.connect(self.remove)
        board.pointed.connect(self.on_pointed)
        board.painted.connect(self._watch.painted)
        self.picker.chosen.connect(self.add)
        self._soon = QTimer(self)  # one look for a whole flood
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._scene.reading.changed.connect(self._soon.start)
        self._scene.earlier.changed.connect(self._soon.start)
        self._marks.changed.connect(self._soon.start)
        self._timer = QTimer(self)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self.refresh)

    # ---- what is shown ----

    @property
    def plots(self) -> Sequence[tuple[PointId, ...]]:
        """The points of each plot; one that is shown for an alarm stands first."""
        guest = ((self._scene.guest.point,),) if self._scene.guest is not None else ()
        return (*guest, *self.arrangement.plots)[:MOST_PLOTS]

    @property
    def points(self) -> tuple[PointId, ...]:
        return tuple(point for pens in self.plots for point in pens)

    def show_alarm(self, alarm: AlarmId | None) -> None:
        """The point that tells most of this alarm, from ten minutes before it; without an alarm what was arranged."""
        self._watch.start()
        found = self._marks.alarm(alarm) if alarm is not None else None
        first = self._scene.nearest(found.point) if found is not None else None
        self._scene.alarm = alarm if first is not None else None
        self._scene.guest = first if first is not None and first.point not in self.arrangement else None
        self._told = ""
        if found is not None and first is not None:
            self.span = around(found.last.raised_ms, self._now())
        elif found is not None:
            self._told = self.tr("Nothing is measured near this alarm")
        self.refresh()

    def show_point(self, point: PointId | None) -> None:
        """This point first, beside what is arranged; only what is added is kept."""
        self._watch.start()
        if point is not None and point not in self.points:
            self._scene.guest, self._scene.alarm = Near(point, Nearness.OWN), None
        self._told = ""
        self.refresh()

    def add(self, point: PointId) -> None:
        """Draw this point too; why that cannot be is said in the bar."""
        shift = 1 if self._scene.guest is not None else 0
        into = self._chosen - shift if self._chosen is not None else None
        try:
            made = self.arrangement.added(point, self._console.trends.unit, into if into is None or into >= 0 else None)
        except CommandRefused as refused:
            self._told = self._telling.words.refusal(refused.code)
        else:
            self._rearrange(made)
            if self._scene.guest is not None and self._scene.guest.point == point:
                self._scene.guest = None
        self.refresh()

    def remove(self, point: PointId) -> None:
        """This line is drawn no more."""
        if self._scene.guest is not None and self._scene.guest.point == point:
            self._scene.guest = self._scene.alarm = None
        else:
            self._rearrange(self.arrangement.removed(point))
        self.refresh()

    def keep_for_desk(self) -> None:
        """What is drawn here is what the left column shows at rest."""
        shown = Arrangement(tuple(self.plots)).on_desk().desk
        self._rearrange(Arrangement(self.arrangement.plots, self.arrangement.length_ms, shown))
        self._told = self.tr("The left column shows these points at rest from now on")
        self.desk_chosen.emit(shown)
        self.refresh()

    def _rearrange(self, made: Arrangement) -> None:
        self.arrangement, self._chosen, self._told = made, None, ""
        if self._keeping is not None:
            self._keeping.keep(self._kept_as, made.kept())

    def ask_for_picture(self) -> None:
        """The plots as a picture; what they show is taken now."""
        image = self.board.grab().toImage()
        with QPainter(image) as painter:
            veil.paint(painter, self.board.rect())
        self.export.ask_for_picture(image, self.points, *self.span.at(self._now()))

    def say(self, text: str) -> None:
        """In the bar, until the next thing is done."""
        self._told = text
        self.refresh()

    # ---- time ----

    def show_length(self, length_ms: int) -> None:
        """One of the ranges; it is the one after a restart too."""
        self._watch.start()
        self.span = self.span.of(length_ms, self._now())
        self._rearrange(Arrangement(self.arrangement.plots, length_ms, self.arrangement.desk))
        self.refresh()

    def toggle_live(self) -> None:
        self._move(self.span.paused(self._now()) if self.span.is_live else self._lively())

    def toggle_compared(self) -> None:
        """Draw the same hours of the day before too, or no more."""
        self._scene.is_compared = not self._scene.is_compared
        self.refresh()

    def go_live(self) -> None:
        """A double click: live, in the range that was chosen."""
        self._chosen = None
        self._move(Span(self.arrangement.length_ms))

    def _lively(self) -> Span:
        return self.span.live() if self.span.length_ms in RANGES else Span(self.arrangement.length_ms)

    def _move(self, span: Span) -> None:
        self.span, self._told = span, ""
        self.refresh()

    def _now(self) -> int:
        return self._console.clock.now_ms()

    # ---- drawing ----

    def refresh(self) -> None:
        """Draw everything anew; nothing while nobody can see it."""
        if not self.isVisible() or self.window().isMinimized():
            return
        now = self._now()
        boxes, missing = self.board.boxes(len(self.plots)), 0
        for at, (box, pens) in enumerate(zip(boxes, self.plots, strict=True)):
            drawing = self._scene.drawing(pens, self.span, now, box)
            box.show_all(drawing, [self._scene.tag(pen) for pen in drawing.pens], chosen=at == self._chosen)
            missing += sum(pen.series is None for pen in drawing.pens)
        if self.points and not missing:
            self._watch.drawn(len(self.points), self.span.length_ms)
        self._say(now)
        self.update()

    def _say(self, now: int) -> None:
        """The bar, and all of it in words for whoever cannot see it."""
        note = self._told or self._scene.note(self.span, now)
        self.bar.show_state(
            self.span.length_ms, live=self.span.is_live, pens=len(self.points), title=self.tr("Trends"), note=note,
            compared=self._scene.is_compared,
        )  # fmt: skip
        self.line.setText(note)
        self.line.setVisible(bool(note) and not self.bar.has_room_for_note())
        said = (f"{tag.said.name} {tag.said.value} {tag.said.unit} {tag.note}" for tag in self.board.tags())
        self.setAccessibleDescription("\n".join((self._scene.stretch(self.span, now), note, *said)))

    def on_pointed(self, at_ms: float | None) -> None:
        """The pointer moved over a plot, or left it."""
        exact = "%H:%M:%S" if self.span.length_ms <= 8 * HOUR else "%m-%d %H:%M"
        text = datetime.fromtimestamp(at_ms / 1000, self._scene.zone).strftime(exact) if at_ms is not None else ""
        self.board.show_cursor(at_ms, text)

    def on_plot_chosen(self, at: int) -> None:
        """A pressed plot takes the next line of its unit; pressed again it does not."""
        self._chosen = None if at == self._chosen else at
        self.setFocus()
        self.refresh()

    # ---- keys and life ----

    def ask_for_point(self) -> None:
        """Open the list of points under its button."""
        self._told = ""
        chip = self.bar.add_point
        self.picker.ask(QRect(chip.mapTo(self, QPoint(0, 0)), chip.size()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self._now()
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Left: lambda: self._move(self.span.moved(-PAN, now)),
            Qt.Key.Key_Right: lambda: self._move(self.span.moved(PAN, now)),
            Qt.Key.Key_Plus: lambda: self._move(self.span.zoomed(ZOOM, 0.5, now)),
            Qt.Key.Key_Minus: lambda: self._move(self.span.zoomed(-ZOOM, 0.5, now)),
            Qt.Key.Key_L: self.toggle_live,
            Qt.Key.Key_Y: self.toggle_compared,
            Qt.Key.Key_A: self.ask_for_point,
        }
        act = acts.get(event.key())
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        act()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the plots stand still, what is kept stays."""
        super().hideEvent(event)
        self._timer.stop()
        self.picker.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picker.hide()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Trends"))
        self.bar.retranslate()
        self.picker.retranslate()
        self.line.setFont(theme.font("note"))
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(self.rect(), theme.colour("bg.panel"))
            if not self.plots:
                box = self.board.geometry().adjusted(theme.SIDE, 0, -theme.SIDE, 0)
                text = self.tr("No point is drawn. “+ point” finds one by name; F7 shows the chosen alarm's.")
                lettering.draw_wrapped(painter, box, "body", text, theme.colour("text.dim"))
