"""The level of the microphone, also while the gate is shut: a dead one is seen. A click lets choose another."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from console.app import Console
from console.talking import ButtonState, Talking
from widgets import lettering, theme
from widgets.talk.ink import REST, Ink
from widgets.talk.marks import fault

BLOCKS, WIDTH, GAP = 16, 6, 1
FLOOR_DBFS = -48.0
LOUD_DBFS = -3.0
DEAF = frozenset({ButtonState.DEVICE_LOST, ButtonState.NO_MICROPHONE})


class Meter(QAbstractButton):
    """16 blocks of 3 dB."""

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self.ink = REST
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.on_clicked)

    @property
    def _talking(self) -> Talking:
        """Of what the room sees: in a drill another one."""
        return self._console.talking

    def refresh(self, ink: Ink) -> None:
        """The level, the microphone or the coat may be another."""
        self.ink = ink
        self.setToolTip(self._talking.microphones.chosen)
        self.setAccessibleName(" ".join((self.tr("mic"), self._told())))
        self.update()

    def _told(self) -> str:
        if self._is_deaf():
            return self.tr("no microphone: listening only")
        return self.tr("is open") if self._talking.level.gate_open else self.tr("shut")

    def _is_deaf(self) -> bool:
        return self._talking.lost is not None or self._talking.button.state in DEAF

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        height, x = self.height(), 2 + lettering.width("note", self.tr("mic")) + 8
        lettering.draw(painter, QRect(2, 0, x, height), "note", self.tr("mic"), self.ink("dim"))
        if self._is_deaf():
            box = QRect(x, 0, self.width() - x, height)
            lettering.draw(painter, box, "note", self._told(), fault(self.ink))
        else:
            self._blocks(painter, x)
        if self.hasFocus():
            painter.setPen(QPen(self.ink("high"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _blocks(self, painter: QPainter, x: int) -> None:
        level = self._talking.level
        lit = round((level.dbfs - FLOOR_DBFS) / -FLOOR_DBFS * BLOCKS)
        top, block = self.height() // 2 - 4, 8
        for number in range(BLOCKS):
            colour = self.ink("high" if number < lit else "line")
            if number < lit and level.dbfs > LOUD_DBFS and number >= BLOCKS - 2:
                colour = self.ink("part")
            painter.fillRect(x + number * (WIDTH + GAP), top, WIDTH, block, colour)
        x += BLOCKS * (WIDTH + GAP) + 6
        box = QRect(x, 0, self.width() - x - 2, self.height())
        if level.gate_open:
            told = f"{level.dbfs:.0f}".replace("-", "−") if level.dbfs > FLOOR_DBFS else "—"
            lettering.draw(painter, box, "note", told, self.ink("high"))
        else:
            lettering.draw(painter, box, "note", self._told(), self.ink("text"))

    def on_clicked(self) -> None:
        """Which microphone."""
        menu = QMenu(self)
        menu.setFont(theme.font("body"))
        for name in ("", *self._talking.microphones.names):
            action = QAction(name or self.tr("The system's microphone"), menu)
            action.setCheckable(True)
            action.setChecked(name == self._talking.microphones.chosen)
            action.triggered.connect(lambda _on=False, n=name: self._talking.choose_microphone(n))
            menu.addAction(action)
        menu.exec(self.mapToGlobal(QPoint(0, 0)))
        menu.deleteLater()
