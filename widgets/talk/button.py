"""The talk button: says what the voice server says; the mouse holds it like the key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.app import Console
from console.talk_words import TalkDetail
from console.talking import Button, ButtonState, Talking
from widgets import lettering, theme
from widgets.talk import marks
from widgets.talk.ink import REST
from widgets.talk.words import TalkWords, minutes

PAD = 12
ICON = 20
LINE = 20
BAR = 4
LARGEST = ("value", "title", "head", "body.strong", "list", "note")  # the first in which the large word fits
DASHED = frozenset({ButtonState.NOT_CONNECTED, ButtonState.DEVICE_LOST, ButtonState.NO_MICROPHONE})
DEAF = frozenset({ButtonState.DEVICE_LOST, ButtonState.NO_MICROPHONE})
AMBER = frozenset({ButtonState.BUSY, ButtonState.REFUSED})


class TalkButton(QAbstractButton):
    """`grasped` while the mouse holds it, `dropped` when it lets go."""

    grasped = Signal()
    dropped = Signal()

    def __init__(self, console: Console, words: TalkWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key is F12, wherever the focus is
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def _talking(self) -> Talking:
        """Of what the room sees: in a drill another one."""
        return self._console.talking

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.grasped.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.dropped.emit()
        event.accept()

    def refresh(self) -> None:
        """The state may be another one."""
        button = self._talking.button
        self.setAccessibleName(f"{self._words.button(button.state)}. {self._below(button)}")
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter, self._talking.button)

    def _paint(self, painter: QPainter, button: Button) -> None:
        air = button.is_on_air
        self._frame(painter, button)
        inner = self.rect().adjusted(PAD, 0, -PAD, 0)
        tall = self.height() >= 104
        y = 12 if tall else 7
        high = theme.colour("text.hi") if air else _colour(button)
        icon = QRectF(inner.left(), y + 2, ICON, ICON)
        marks.microphone(painter, icon, high, is_crossed=button.state in DEAF)
        word = self._words.button(button.state)
        room = QRect(inner.left() + ICON + 8, y, inner.width() - ICON - 8, 24)
        lettering.draw(painter, room, _fitting(word, room.width()), word, high)
        below = QRect(inner.left(), y + (28 if tall else 25), inner.width(), LINE)
        is_part = button.is_partial
        ink = theme.colour("alarm.high" if is_part else "text.hi" if air else "text")
        lettering.draw(painter, below, "body" if tall else "list", self._below(button), ink)
        self._foot(painter, button, QRect(inner.left(), self.height() - (34 if tall else 32), inner.width(), 22))

    def _below(self, button: Button) -> str:
        if (refusal := self._talking.refusal) is not None:
            return self._words.refusal(refusal)
        chosen = [target for target in self._talking.targets() if target.is_chosen]
        detail = next((t.detail for t in chosen if t.state.value == button.state.value), TalkDetail.NONE)
        return self._words.below_button(button, detail, self._console.clock.now_ms())

    def _frame(self, painter: QPainter, button: Button) -> None:
        """White and thick when a press would be heard, dashed when nothing would leave."""
        painter.fillRect(self.rect(), theme.colour("bg.void" if button.is_on_air else "bg.raise"))
        if button.is_on_air:
            return
        pressed = self._talking.press_now is not None
        thick = 2 if button.state in {ButtonState.READY, ButtonState.BUSY} or pressed else 1
        style = Qt.PenStyle.DashLine if button.state in DASHED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(_edge(button), thick, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = thick / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))

    def _foot(self, painter: QPainter, button: Button, box: QRect) -> None:
        """The running time, or which key to hold."""
        if self._talking.press_now is not None and button.is_on_air:
            self._time(painter, button, box)
            return
        key = self.tr("hold F12")
        width = min(box.width(), lettering.width("note", key) + 14)
        cap = QRect(box.left(), box.top(), width, 20)
        painter.setPen(theme.colour("ctl.edge"))
        painter.setBrush(theme.colour("bg.panel"))
        painter.drawRect(cap)
        ink = "text.hi" if button.state in {ButtonState.READY, ButtonState.BUSY} else "text.dim"
        lettering.draw(painter, cap, "note", key, theme.colour(ink), align=lettering.CENTRE)

    def _time(self, painter: QPainter, button: Button, box: QRect) -> None:
        late = theme.colour("alarm.high") if button.is_warned else theme.colour("text.hi")
        time = minutes(button.left_ms) if button.is_latched else minutes(button.elapsed_ms)
        lettering.draw(painter, box, "value", time, late)
        left = box.adjusted(lettering.width("value", "0:00") + 8, 2, 0, 0)
        told = self.tr("left · latched") if button.is_latched else self.tr("at most %1")
        told = told.replace("%1", minutes(button.limit_ms))
        lettering.draw(painter, left, "note", told, theme.colour("text.dim"))
        bar = QRect(box.left(), self.height() - BAR - 6, box.width(), BAR)
        painter.fillRect(bar, theme.colour("line.strong"))
        bar.setWidth(bar.width() * min(button.elapsed_ms, button.limit_ms) // button.limit_ms)
        painter.fillRect(bar, late)


def _fitting(word: str, room: int) -> str:
    return next((name for name in LARGEST if lettering.width(name, word) + 2 <= room), LARGEST[-1])


def _colour(button: Button) -> QColor:
    if button.state in DEAF:
        return theme.colour("alarm.fault")
    if button.state in AMBER:
        return theme.colour("alarm.high")
    return theme.colour("text.hi" if button.state is ButtonState.READY else "text.dim")


def _edge(button: Button) -> QColor:
    if button.state is ButtonState.READY:
        return REST("high")
    return _colour(button) if button.state in DEAF | AMBER else theme.colour("ctl.edge")
